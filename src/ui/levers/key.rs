//! What the signs of a slider mean, in one line under the search box.

use eframe::egui::{Rect, Sense, Shape, Stroke, TextStyle, Ui, pos2, vec2};

use super::margins::LEFT;
use crate::text::{Language, say};
use crate::ui::pieces::from_left;
use crate::ui::theme::Colours;

/// Height of the line, and the gap between its entries: as much as there is room for, in points.
const HEIGHT: f32 = 20.0;
const GAP: f32 = 9.0;
const LEAST_GAP: f32 = 3.0;
/// What a sign takes before its words, in points.
const SIGN: f32 = 12.0;

pub(super) fn draw(ui: &mut Ui, language: Language) {
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let small = TextStyle::Small.resolve(ui.style());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let words = ["key-assumed", "key-set", "key-even", "key-needed"].map(|id| {
        let text = say(language, id).into_owned();
        painter.layout_no_wrap(text, small.clone(), colours.text_weak)
    });
    let taken: f32 = words.iter().map(|words| SIGN + words.size().x).sum();
    let room = rect.width() - LEFT - LEAST_GAP;
    let gap = ((room - taken) / (words.len() - 1) as f32).clamp(LEAST_GAP, GAP);
    let mut x = rect.left() + LEFT;
    let y = rect.center().y;
    for (n, words) in words.into_iter().enumerate() {
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
        x = from_left(&painter, words, x + SIGN, y) + gap;
    }
}
