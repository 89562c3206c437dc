//! What went wrong, with a remedy, until it is dismissed.

use eframe::egui::{self, Frame, Margin, RichText, Ui};

use super::theme::Colours;
use crate::session::{Command, Session};
use crate::text::say;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    if session.notices().is_empty() {
        return;
    }
    let language = session.view().language;
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.surface)
        .inner_margin(Margin::symmetric(10, 6));
    egui::Panel::bottom("notices").frame(frame).show(ui, |ui| {
        for (position, notice) in session.notices().iter().enumerate() {
            ui.horizontal_wrapped(|ui| {
                ui.colored_label(colours.missed, "✘");
                ui.label(RichText::new(notice.headline(language)).strong());
                if let Some(remedy) = notice.remedy(language) {
                    ui.label(RichText::new(remedy).color(colours.text_weak));
                }
                if ui.button(say(language, "notice-copy")).clicked() {
                    ui.ctx().copy_text(notice.details(language));
                }
                if ui.button(say(language, "notice-dismiss")).clicked() {
                    send.push(Command::DismissNotice(position));
                }
            });
        }
    });
}
