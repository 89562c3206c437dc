//! What the lines of all charts mean.

use eframe::egui::{self, RichText, Stroke, Ui};

use crate::session::Session;
use crate::text::say;
use crate::ui::theme::Colours;

pub(super) fn draw(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    ui.horizontal_wrapped(|ui| {
        for (role, name, _) in super::paths(session, language).into_iter().rev() {
            sample(ui, colours.role(role), role.dash());
            ui.label(RichText::new(name).small());
            ui.add_space(6.0);
        }
        sample(ui, colours.target, Some(2.0));
        ui.label(RichText::new(say(language, "legend-target")).small());
        ui.add_space(6.0);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 12.0), egui::Sense::hover());
        let square = egui::Rect::from_center_size(rect.center(), egui::vec2(7.0, 7.0));
        ui.painter().rect_filled(square, 0.0, colours.scenario);
        ui.label(RichText::new(say(language, "legend-actual")).small());
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
