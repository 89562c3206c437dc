//! What is said while there is only one scenario, and how to add another with one click.

use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Ui, vec2};

use super::add::to_add;
use crate::session::{Command, CompareCommand, Session};
use crate::text::say;
use crate::ui::pieces::{ANSWER, BODY};
use crate::ui::short::{self, short};
use crate::ui::theme::Colours;

/// The most of the width that the text takes, in points.
const WIDTH: f32 = 460.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.surface)
        .stroke((1.0, colours.outline))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(16, 14));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.label(RichText::new(say(language, "compare-none")).size(ANSWER));
            let why = RichText::new(say(language, "compare-none-why")).size(BODY);
            ui.add(Label::new(why.color(colours.text_weak)).wrap());
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
    });
}
