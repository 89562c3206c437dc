//! How likely a target is met, in its row: figure, standard error and a bar.

use eframe::egui::{Painter, Rect};

use crate::session::TargetOdds;
use crate::text::Language;
use crate::ui::pieces::{SMALL, from_left, line};
use crate::ui::theme::Colours;
use crate::wording::error_in_brief;

/// What the line adds to a row's height, and the height of the bar, in points.
pub(super) const HEIGHT: f32 = 15.0;
const BAR: f32 = 4.0;
/// What figure and error take before the bar, in points.
const FIGURES: f32 = 132.0;

/// Paints the line in `place`; the bar ends where the last column does. Pale until all draws are made.
pub(super) fn paint(
    painter: &Painter,
    odds: &TargetOdds,
    place: Rect,
    [_, right]: [f32; 2],
    language: Language,
    colours: &Colours,
) {
    let y = place.top() + HEIGHT / 2.0;
    let (ink, of_bar) = if odds.is_settled() {
        (colours.text, colours.accent)
    } else {
        (colours.text_weak, colours.accent.gamma_multiply(0.5))
    };
    let share = line(painter, odds.in_brief(language), SMALL, ink, FIGURES);
    let at = from_left(painter, share, place.left(), y) + 6.0;
    let error = error_in_brief(odds.likelihood, odds.size);
    let room = place.left() + FIGURES - at - 4.0;
    from_left(
        painter,
        line(painter, error, SMALL, colours.text_weak, room),
        at,
        y,
    );
    let bar = Rect::from_x_y_ranges(place.left() + FIGURES..=right, y - BAR / 2.0..=y + BAR / 2.0);
    if bar.width() > BAR {
        painter.rect_filled(bar, 1.0, colours.control);
        let share = odds.likelihood.p.clamp(0.0, 1.0) as f32;
        let done = bar.with_max_x(bar.left() + (bar.width() * share).max(1.5));
        painter.rect_filled(done, 1.0, of_bar);
    }
}
