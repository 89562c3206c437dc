//! The last correlation that was refused, until another is taken.

use eframe::egui::{Id, Ui};

use crate::plan::IndicatorIx;
use crate::session::{DocumentId, Session};

/// A figure that was refused: cell, text and reason.
#[derive(Clone, PartialEq)]
pub(super) struct Refusal {
    document: DocumentId,
    pub cell: [IndicatorIx; 2],
    pub text: String,
    pub reason: String,
}

impl Refusal {
    fn place() -> Id {
        Id::unique("correlation refused")
    }

    pub fn new(session: &Session, cell: [IndicatorIx; 2], text: &str, reason: String) -> Self {
        Self {
            document: session.document().id(),
            cell,
            text: text.to_owned(),
            reason,
        }
    }

    /// The last one, if it is of the document in front.
    pub fn known(ui: &Ui, session: &Session) -> Option<Self> {
        let known = ui.data(|data| data.get_temp::<Self>(Self::place()))?;
        (known.document == session.document().id()).then_some(known)
    }

    pub fn keep(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(Self::place(), self));
    }

    pub fn forget(ui: &Ui) {
        ui.data_mut(|data| data.remove::<Self>(Self::place()));
    }
}
