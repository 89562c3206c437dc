//! What the lines of all charts mean.

use eframe::egui::{
    Color32, Painter, Rect, Role, Sense, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use crate::figure::Role as Line;
use crate::text::{Language, say};
use crate::ui::theme::Colours;

/// Width of a sample, in points.
const SAMPLE: f32 = 24.0;

/// The lines in the order given, then targets and actuals.
pub(in crate::ui) fn draw(ui: &mut Ui, language: Language, lines: &[(Line, &str)]) {
    let colours = Colours::of(ui);
    ui.horizontal_wrapped(|ui| {
        for (role, name) in lines {
            let colour = colours.role(*role);
            entry(ui, name, |painter, place| {
                line(painter, place, colour, role.dash());
            });
        }
        entry(ui, &say(language, "legend-target"), |painter, place| {
            line(painter, place, colours.target, Some(2.0));
        });
        entry(ui, &say(language, "legend-actual"), |painter, place| {
            let square = Rect::from_center_size(place.center(), vec2(7.0, 7.0));
            painter.rect_filled(square, 0.0, colours.scenario);
        });
    });
}

/// A sample and its name, which stay together when the legend breaks its lines.
fn entry(ui: &mut Ui, name: &str, sample: impl FnOnce(&Painter, Rect)) {
    let colour = ui.visuals().text_color();
    let font = TextStyle::Small.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font, colour);
    let size = vec2(SAMPLE + 6.0 + galley.size().x, galley.size().y);
    let (place, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    sample(ui.painter(), place.with_max_x(place.left() + SAMPLE));
    let text = pos2(place.left() + SAMPLE + 6.0, place.top());
    ui.painter().galley(text, galley, colour);
}

/// A short piece of line, as in the charts.
fn line(painter: &Painter, place: Rect, colour: Color32, dash: Option<f32>) {
    let ends = [place.left_center(), place.right_center()];
    let stroke = Stroke::new(2.0, colour);
    match dash {
        None => {
            painter.line_segment(ends, stroke);
        }
        Some(dash) => {
            painter.extend(Shape::dashed_line(&ends, stroke, dash, 3.0));
        }
    }
}
