//! Choices side by side in one frame, one of which is chosen.

use eframe::egui::{Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::text::{TEXT, line};
use crate::ui::theme::Colours;

const HEIGHT: f32 = 24.0;
const PADDING: f32 = 10.0;

/// How wide these choices are.
pub(in crate::ui) fn segments_width(ui: &Ui, names: &[impl AsRef<str>]) -> f32 {
    names.iter().map(|name| width_of(ui, name.as_ref())).sum()
}

fn width_of(ui: &Ui, name: &str) -> f32 {
    line(ui.painter(), name, TEXT, Color32::WHITE, f32::INFINITY)
        .size()
        .x
        + 2.0 * PADDING
}

/// Draws them. Returns the one clicked.
pub(in crate::ui) fn segments(
    ui: &mut Ui,
    names: &[impl AsRef<str>],
    chosen: Option<usize>,
) -> Option<usize> {
    let colours = Colours::of(ui);
    let size = vec2(segments_width(ui, names), HEIGHT);
    let (whole, outer) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter().clone();
    let line_around = Stroke::new(1.0, colours.outline);
    painter.rect(whole, 4.0, colours.surface, line_around, StrokeKind::Inside);
    let (mut left, mut clicked) = (whole.left(), None);
    for (n, name) in names.iter().enumerate() {
        let name = name.as_ref();
        let width = width_of(ui, name);
        let place = Rect::from_min_size(
            whole.left_top() + vec2(left - whole.left(), 0.0),
            vec2(width, HEIGHT),
        );
        left += width;
        let is_chosen = chosen == Some(n);
        let response = ui.interact(place, outer.id.with(n), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
        let corners = CornerRadius {
            nw: if n == 0 { 4 } else { 0 },
            sw: if n == 0 { 4 } else { 0 },
            ne: if n + 1 == names.len() { 4 } else { 0 },
            se: if n + 1 == names.len() { 4 } else { 0 },
        };
        let ink = if is_chosen {
            colours.text
        } else {
            colours.text_weak
        };
        if is_chosen {
            let edge = Stroke::new(1.0, colours.accent);
            painter.rect(place, corners, colours.selection, edge, StrokeKind::Inside);
        } else if response.hovered() {
            painter.rect_filled(place.shrink(1.0), corners, colours.control);
        }
        if response.has_focus() {
            let edge = Stroke::new(2.0, colours.accent);
            painter.rect_stroke(place, corners, edge, StrokeKind::Inside);
        }
        let text = line(&painter, name, TEXT, ink, f32::INFINITY);
        painter.galley(place.center() - text.size() / 2.0, text, ink);
        if response.clicked() {
            clicked = Some(n);
        }
    }
    clicked
}
