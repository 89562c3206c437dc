//! Where years and values lie on screen.

use eframe::egui::{Pos2, Rect, Ui, pos2, vec2};

/// The space beside the first and the last year, in points.
const BESIDE_YEARS: f32 = 7.0;

/// Converts between values and points.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlotScale {
    /// The plot.
    pub area: Rect,
    /// The first and last year shown.
    pub years: (i32, i32),
    /// The lowest and highest value shown.
    pub values: (f64, f64),
}

impl PlotScale {
    /// Where lines and marks of the plot are seen: a little around it, so that a mark at its edge is whole.
    pub fn clip(&self, ui: &Ui) -> Rect {
        self.area.expand2(vec2(10.0, 5.0)).intersect(ui.clip_rect())
    }

    pub fn x(&self, year: f64) -> f32 {
        let (first, last) = (f64::from(self.years.0), f64::from(self.years.1));
        let share = ((year - first) / (last - first).max(1.0)) as f32;
        let width = self.area.width() - 2.0 * BESIDE_YEARS;
        self.area.left() + BESIDE_YEARS + share * width
    }

    pub fn y(&self, value: f64) -> f32 {
        let (low, high) = self.values;
        let share = ((value - low) / (high - low)) as f32;
        // Far outside, points would overflow what a painter can clip.
        let share = if share.is_finite() {
            share.clamp(-20.0, 21.0)
        } else {
            0.5
        };
        self.area.bottom() - share * self.area.height()
    }

    pub fn at(&self, (year, value): (f64, f64)) -> Pos2 {
        pos2(self.x(year), self.y(value))
    }

    /// The year nearest to a place.
    pub fn year_at(&self, x: f32) -> i32 {
        let (first, last) = self.years;
        let width = (self.area.width() - 2.0 * BESIDE_YEARS).max(1.0);
        let share = (x - self.area.left() - BESIDE_YEARS) / width;
        let year = f64::from(first) + f64::from(share) * f64::from(last - first);
        (year.round() as i32).clamp(first, last)
    }

    /// The value at a height.
    pub fn value_at(&self, y: f32) -> f64 {
        let (low, high) = self.values;
        let share = f64::from((self.area.bottom() - y) / self.area.height().max(1.0));
        low + share * (high - low)
    }
}
