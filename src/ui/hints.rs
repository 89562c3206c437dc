//! Hints for new users, one at a time, on a line of their own.

use eframe::egui::{Frame, Label, Margin, Panel, RichText, Ui};

use super::theme::Colours;
use crate::session::{Command, Session};
use crate::text::say;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let Some(hint) = view.hint() else {
        return;
    };
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.surface)
        .inner_margin(Margin::symmetric(10, 4));
    Panel::bottom("hints").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let heading = RichText::new(say(view.language, "hint-heading"));
            ui.label(heading.color(colours.accent).strong());
            ui.add(Label::new(say(view.language, hint.label()).as_ref()).wrap());
            if ui.small_button(say(view.language, "hint-next")).clicked() {
                send.push(Command::HintSeen(hint));
            }
            if ui.small_button(say(view.language, "hint-none")).clicked() {
                send.push(Command::HideHints);
            }
        });
    });
}
