//! What the signs of a slider mean, in one line under the search box.

use eframe::egui::{Align2, Rect, Sense, Shape, Stroke, TextStyle, Ui, pos2, vec2};

use super::margins::LEFT;
use crate::text::{Language, say};
use crate::ui::theme::Colours;

/// Height of the line and gap between its entries, in points.
const HEIGHT: f32 = 20.0;
const GAP: f32 = 9.0;

pub(super) fn draw(ui: &mut Ui, language: Language) {
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let small = TextStyle::Small.resolve(ui.style());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let mut x = rect.left() + LEFT;
    let y = rect.center().y;
    for (n, id) in ["key-assumed", "key-set", "key-even", "key-needed"]
        .into_iter()
        .enumerate()
    {
        let at = pos2(x + 4.0, y);
        match n {
            0 => {
                painter.circle_stroke(at, 4.0, Stroke::new(1.4, colours.text_weak));
            }
            1 => {
                painter.circle_filled(at, 4.5, colours.accent);
            }
            2 => {
                let line = Rect::from_center_size(at, vec2(1.5, 8.0));
                painter.rect_filled(line, 0.0, colours.text_weak);
            }
            _ => {
                let tip = vec![at + vec2(-4.0, -3.0), at + vec2(4.0, -3.0), at + vec2(0.0, 3.0)];
                painter.add(Shape::convex_polygon(tip, colours.text, Stroke::NONE));
            }
        }
        let at = pos2(x + 12.0, y);
        let text = say(language, id);
        let written = painter.text(at, Align2::LEFT_CENTER, text, small.clone(), colours.text_weak);
        x = written.right() + GAP;
    }
}
