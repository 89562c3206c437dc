//! What rows and headings share: margins, and the sign of what opens.

use eframe::egui::{Pos2, Shape, Stroke, Ui, vec2};

use crate::ui::theme::Colours;

/// Left and right of everything in a row, in points.
pub(super) const LEFT: f32 = 12.0;
pub(super) const RIGHT: f32 = 14.0;

/// › or, when open, ⌄.
pub(super) fn chevron(ui: &Ui, at: Pos2, is_open: bool, is_hovered: bool) {
    let colours = Colours::of(ui);
    let ink = if is_hovered { colours.accent } else { colours.text };
    let points = if is_open {
        [vec2(-4.0, -2.0), vec2(0.0, 2.0), vec2(4.0, -2.0)]
    } else {
        [vec2(-2.0, -4.0), vec2(2.0, 0.0), vec2(-2.0, 4.0)]
    };
    let line = points.map(|offset| at + offset).to_vec();
    ui.painter().add(Shape::line(line, Stroke::new(1.5, ink)));
}
