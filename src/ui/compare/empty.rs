//! What is said while there is only one scenario, and how to add another with one click.

use eframe::egui::{Button, Ui, vec2};

use super::add::to_add;
use crate::session::{Command, CompareCommand, Session};
use crate::text::say;
use crate::ui::pieces::beginning;
use crate::ui::short::{self, short};

/// The most of the width that the text takes, in points.
const WIDTH: f32 = 460.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let words = ["compare-none", "compare-none-why"].map(|id| say(language, id));
    beginning(ui, (&words[0], &words[1]), WIDTH, |ui| {
        for (source, name) in to_add(session) {
            let button = Button::new(short(&name)).truncate().min_size(vec2(260.0, 28.0));
            if short::in_full(ui.add(button), &name).clicked() {
                send.push(Command::Compare(CompareCommand::Add(source)));
            }
        }
        let file = Button::new(say(language, "compare-add-file")).min_size(vec2(260.0, 28.0));
        if ui.add(file).clicked() {
            send.push(Command::Compare(CompareCommand::ChooseFile));
        }
    });
}
