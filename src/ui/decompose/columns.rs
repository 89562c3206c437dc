//! What both charts are painted with: an axis of values, and bars in the colours of factors.

use eframe::egui::{Color32, Painter, Rect, Stroke, StrokeKind, pos2};

use crate::figure::{factor_ink, tick_decimals, ticks};
use crate::text::numbers;
use crate::ui::pieces::{SMALL, line, to_right};
use crate::ui::theme::Colours;

/// The opacity of years after the last data.
const PALE: f32 = 0.28;
/// The distance between ticks, in points.
const TICK: f32 = 42.0;

/// Values along the height of a plot.
#[derive(Clone, Copy)]
pub(super) struct ValueAxis {
    pub area: Rect,
    pub range: (f64, f64),
}

impl ValueAxis {
    pub fn y(self, value: f64) -> f32 {
        let (low, high) = self.range;
        let share = (value - low) / (high - low).max(f64::MIN_POSITIVE);
        self.area.bottom() - share.clamp(0.0, 1.0) as f32 * self.area.height()
    }

    /// Grid lines with their values at the left; signed where they are changes.
    pub fn grid(self, painter: &Painter, is_signed: bool, colours: &Colours) {
        let wanted = (self.area.height() / TICK).max(2.0) as usize;
        let marks = ticks(self.range.0, self.range.1, wanted);
        let decimals = tick_decimals(&marks);
        for mark in marks {
            let y = self.y(mark);
            painter.hline(self.area.x_range(), y, Stroke::new(1.0, colours.grid));
            let text = if is_signed {
                numbers::signed(mark, decimals)
            } else {
                numbers::decimal(mark, decimals)
            };
            let text = line(painter, text, SMALL, colours.text_weak, 60.0);
            to_right(painter, text, pos2(self.area.left() - 5.0, y));
        }
    }
}

/// The colour of a factor.
pub(super) const fn ink(place: usize, colours: &Colours) -> Color32 {
    colours.ink(factor_ink(place))
}

/// A bar of a factor; pale with an edge in years after the last data.
pub(super) fn bar(painter: &Painter, rect: Rect, ink: Color32, is_open: bool) {
    if is_open {
        painter.rect_filled(rect, 0.0, ink.gamma_multiply(PALE));
        painter.rect_stroke(rect, 0.0, Stroke::new(1.0, ink), StrokeKind::Inside);
    } else {
        painter.rect_filled(rect, 0.0, ink);
    }
}
