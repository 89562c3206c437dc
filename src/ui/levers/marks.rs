//! What a row's slider shows in signs, said in words: the ends of its range, zero, and both marks.

use eframe::egui::{Align2, FontId, LayerId, Order, Painter, Rect, Stroke, StrokeKind, TextStyle, Ui, pos2};

use super::lever::Lever;
use super::margins::{LEFT, RIGHT};
use super::slider::Track;
use crate::text::{Message, say};
use crate::ui::theme::Colours;
use crate::wording::{bare_rate, round_rate};

/// Height of a line, in points.
const LINE: f32 = 16.0;

/// What the marks mean, the needed rate first.
pub(super) fn in_words(lever: &Lever<'_>) -> Vec<String> {
    let setting = &lever.setting;
    let bare = |rate, decimals| bare_rate(lever.indicator, rate, decimals);
    let needed = setting.needed.map(|(rate, decimals)| {
        Message::new("lever-needs")
            .with("rate", bare(rate, decimals))
            .say(lever.language)
    });
    let even = setting.has_even.then(|| {
        Message::new("lever-even-brief")
            .with("rate", bare(setting.plan_rate, lever.decimals()))
            .say(lever.language)
    });
    needed.into_iter().chain(even).collect()
}

/// Names ends, zero and marks below the track, over whatever stands there, so that no row moves under the pointer.
pub(super) fn draw(ui: &Ui, lever: &Lever<'_>, track: Track, row: Rect) {
    let colours = Colours::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let marks = in_words(lever).join(&say(lever.language, "lever-marks-separator"));
    let [low, high] = [track.low, track.high].map(|rate| round_rate(lever.indicator, rate, lever.language));
    let layer = LayerId::new(Order::Tooltip, ui.scope_id().with("marks"));
    let painter = ui
        .ctx()
        .layer_painter(layer)
        .with_clip_rect(ui.ctx().content_rect());
    let width = |text: &str| text_width(&painter, text, &font);
    let ends = width(&low) + width(&high) + 16.0;
    let (left, right) = if track.rect.width() < ends + 30.0 {
        (row.left() + LEFT, row.right() - RIGHT)
    } else {
        (track.rect.left(), track.rect.right())
    };
    let room = right - left - ends;
    let is_one_line = width(&marks) <= room;
    let height = if is_one_line { LINE } else { 2.0 * LINE } + 4.0;
    let is_below = row.bottom() + height <= ui.clip_rect().bottom();
    let top = if is_below {
        row.bottom()
    } else {
        row.top() - height
    };
    let place = Rect::from_min_max(pos2(row.left(), top), pos2(row.right(), top + height));
    painter.rect(
        place,
        0.0,
        colours.control,
        Stroke::new(1.0, colours.outline),
        StrokeKind::Inside,
    );
    let line = |n: f32| place.top() + 2.0 + (n + 0.5) * LINE;
    let write = |x: f32, y: f32, align, text: &str, colour| {
        painter.text(pos2(x, y), align, text, font.clone(), colour);
    };
    let first = line(0.0);
    write(left, first, Align2::LEFT_CENTER, &low, colours.text_weak);
    write(right, first, Align2::RIGHT_CENTER, &high, colours.text_weak);
    let free = left + width(&low)..=right - width(&high);
    let middle = (free.start() + free.end()) / 2.0;
    let y = if is_one_line { first } else { line(1.0) };
    write(middle, y, Align2::CENTER_CENTER, &marks, colours.text);
    // Zero, where nothing else is written.
    let zero = track.x(0.0);
    let taken = if is_one_line && !marks.is_empty() {
        middle - width(&marks) / 2.0
    } else {
        *free.end()
    };
    if track.contains(0.0) && zero > free.start() + 8.0 && zero < taken - 8.0 {
        write(zero, first, Align2::CENTER_CENTER, "0", colours.text_weak);
        let y = track.rect.center().y;
        ui.painter()
            .vline(zero, y + 5.5..=y + 10.5, Stroke::new(1.0, colours.outline));
    }
}

fn text_width(painter: &Painter, text: &str, font: &FontId) -> f32 {
    let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), eframe::egui::Color32::PLACEHOLDER);
    galley.size().x
}
