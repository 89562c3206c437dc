//! How open scenarios are called where several of them stand.

use crate::session::{Document, Session};
use crate::text::safe;
use crate::wording::in_unit;

/// A document's name: the scenario's, and its file's beside it where two scenarios have the same.
pub(super) fn title(session: &Session, document: &Document) -> String {
    let language = session.view().language;
    let name = document.scenario().name.get(language);
    let is_alone =
        |other: &Document| other.id() == document.id() || other.scenario().name.get(language) != name;
    if session.documents().iter().all(is_alone) {
        return safe::title(name);
    }
    in_unit(&safe::title(name), &document.name(language), language)
}
