//! A chip: a mark, a word and a count, in a frame that can be clicked.

use eframe::egui::{
    Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, vec2,
};

use super::mark::{Mark, SIZE};
use crate::ui::theme::Colours;

/// The height of a chip, and the space inside its ends and between its parts, in points.
const HEIGHT: f32 = 26.0;
const PADDING: f32 = 8.0;
const GAP: f32 = 5.0;

/// How wide a chip is.
pub(in crate::ui) fn chip_width(ui: &Ui, word: &str, count: usize) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    let width = |text: String| {
        ui.painter()
            .layout_no_wrap(text, font.clone(), Color32::WHITE)
            .size()
            .x
    };
    let of_word = if word.is_empty() {
        0.0
    } else {
        width(word.to_owned()) + GAP
    };
    2.0 * PADDING + SIZE + GAP + of_word + width(count.to_string())
}

/// A chip with this mark, word and count; `name` is its text for screen readers. A count of zero is faint; without room
/// for words, pass an empty word.
pub(in crate::ui) fn chip(
    ui: &mut Ui,
    mark: Mark,
    (word, count): (&str, usize),
    is_chosen: bool,
    name: &str,
) -> Response {
    let colours = Colours::of(ui);
    let (ink, strong) = if count == 0 {
        (colours.text_weak, colours.text_weak)
    } else {
        (mark.colour(colours), colours.text)
    };
    let font = TextStyle::Body.resolve(ui.style());
    let lay =
        |ui: &Ui, text: String, colour: Color32| ui.painter().layout_no_wrap(text, font.clone(), colour);
    let width = chip_width(ui, word, count);
    let word = (!word.is_empty()).then(|| lay(ui, word.to_owned(), ink));
    let count = lay(ui, count.to_string(), strong);
    let (place, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => colours.selection,
        (false, true) => colours.control,
        (false, false) => colours.surface,
    };
    let edge = if is_chosen || response.has_focus() {
        Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, colours.accent)
    } else {
        Stroke::new(1.0, colours.outline)
    };
    let painter = ui.painter();
    painter.rect(place, CornerRadius::same(4), fill, edge, StrokeKind::Inside);
    let mut left = place.left() + PADDING;
    mark.paint(
        painter,
        place.left_center() + vec2(PADDING + SIZE / 2.0, 0.0),
        colours,
    );
    left += SIZE + GAP;
    for text in word.into_iter().chain([count]) {
        let at = eframe::egui::pos2(left, place.center().y - text.size().y / 2.0);
        left += text.size().x + GAP;
        painter.galley(at, text, strong);
    }
    response
}
