//! Links to sources. Nothing is opened but by a click on one.

use eframe::egui::Ui;

use crate::plan::IndicatorIx;
use crate::session::{Command, Document, Session};
use crate::text::{Language, WebAddress, say_with};

/// The addresses of an indicator's sources: of the plan's figures, and of the actuals.
fn addresses(document: &Document, ix: IndicatorIx) -> [(&'static str, Option<&WebAddress>); 2] {
    let plan = document.plan();
    let of_plan = plan.get(ix).url.as_ref().or(plan.url.as_ref());
    let series = document.scenario().series.get(ix);
    let of_actuals = series.and_then(|info| info.url.as_ref());
    [("open-source", of_plan), ("open-actuals-source", of_actuals)]
}

/// Buttons in a menu that open an indicator's sources; the address is on hover.
pub(super) fn of(ui: &mut Ui, session: &Session, ix: IndicatorIx) -> Option<Command> {
    let language = session.view().language;
    let mut opened = None;
    for (id, address) in addresses(session.document(), ix) {
        let Some(address) = address else { continue };
        let button = ui.button(words(id, address, language));
        if button.on_hover_text(address.as_str()).clicked() {
            opened = Some(Command::OpenAddress(address.clone()));
            ui.close();
        }
    }
    opened
}

/// The same as links in a text.
pub(super) fn beside(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    language: Language,
) -> Option<Command> {
    let mut opened = None;
    for (id, address) in addresses(document, ix) {
        let Some(address) = address else { continue };
        opened = link(ui, id, address, language).or(opened);
    }
    opened
}

/// A link that names the host.
pub(super) fn link(
    ui: &mut Ui,
    id: &'static str,
    address: &WebAddress,
    language: Language,
) -> Option<Command> {
    let link = ui.link(words(id, address, language));
    let is_clicked = link.on_hover_text(address.as_str()).clicked();
    is_clicked.then(|| Command::OpenAddress(address.clone()))
}

fn words(id: &'static str, address: &WebAddress, language: Language) -> String {
    say_with(language, id, &[("host", address.host())])
}
