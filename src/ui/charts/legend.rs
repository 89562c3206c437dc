//! What the lines of all charts mean.

use eframe::egui::{self, RichText, Stroke, Ui};

use super::Named;
use crate::session::Session;
use crate::text::say;
use crate::ui::theme::Colours;

pub(super) fn draw(ui: &mut Ui, session: &Session, paths: &[Named<'_>]) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    ui.horizontal_wrapped(|ui| {
        for (role, name, _) in paths.iter().rev() {
            entry(ui, name, |ui| sample(ui, colours.role(*role), role.dash()));
        }
        entry(ui, &say(language, "legend-target"), |ui| {
            sample(ui, colours.target, Some(2.0));
        });
        entry(ui, &say(language, "legend-actual"), |ui| {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 12.0), egui::Sense::hover());
            let square = egui::Rect::from_center_size(rect.center(), egui::vec2(7.0, 7.0));
            ui.painter().rect_filled(square, 0.0, colours.scenario);
        });
    });
}

/// A sample and its name, which stay on one line.
fn entry(ui: &mut Ui, name: &str, sample: impl FnOnce(&mut Ui)) {
    // The legend breaks its lines between entries; it needs to know how wide the next one is.
    let text = RichText::new(name).small();
    let font = egui::TextStyle::Small.resolve(ui.style());
    let galley = ui
        .painter()
        .layout_no_wrap(name.to_owned(), font, egui::Color32::PLACEHOLDER);
    let size = egui::vec2(galley.size().x + 44.0, galley.size().y);
    ui.allocate_ui(size, |ui| {
        ui.horizontal(|ui| {
            sample(ui);
            ui.label(text);
        });
    });
}

/// A short piece of line, as in the charts.
fn sample(ui: &mut Ui, colour: egui::Color32, dash: Option<f32>) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(24.0, 12.0), egui::Sense::hover());
    let line = [rect.left_center(), rect.right_center()];
    let stroke = Stroke::new(2.0, colour);
    match dash {
        None => {
            ui.painter().line_segment(line, stroke);
        }
        Some(dash) => {
            ui.painter()
                .extend(egui::Shape::dashed_line(&line, stroke, dash, 3.0));
        }
    }
}
