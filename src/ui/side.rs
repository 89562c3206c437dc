//! The right-hand panel: scorecard, implications, history.

use eframe::egui::Ui;

use super::{history, implications, scorecard};
use crate::session::{Command, Page, Session};
use crate::text::say;

/// The page tabs, and the chosen page.
pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    // The charts are already shown beside it.
    tabs(ui, session, &Page::ALL[1..], send);
    page(ui, session, send);
}

/// Tabs for these pages.
pub(super) fn tabs(ui: &mut Ui, session: &Session, pages: &[Page], send: &mut Vec<Command>) {
    let view = session.view();
    let shown = if pages.contains(&view.page) {
        view.page
    } else {
        pages[0]
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for page in pages {
            if ui
                .selectable_label(shown == *page, say(view.language, page.label()))
                .clicked()
            {
                send.push(Command::ShowPage(*page));
            }
        }
    });
}

/// The chosen page; the scorecard if that is the page of charts.
pub(super) fn page(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    match session.view().page {
        Page::Charts | Page::Scorecard => scorecard::draw(ui, session, send),
        Page::Implications => implications::draw(ui, session, send),
        Page::History => history::draw(ui, session, send),
    }
}
