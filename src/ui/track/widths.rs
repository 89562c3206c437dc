//! Widths of the ledger's columns.

use crate::plan::years;

/// The gap between columns, in points.
pub(super) const GAP: f32 = 4.0;
/// What the longest names take, in points.
const WIDE_NAME: f32 = 320.0;

/// Widths of columns, in points.
pub(super) struct Widths {
    pub target: f32,
    pub year: f32,
    pub standing: f32,
    pub linear: f32,
    pub amount: f32,
    pub required: f32,
    /// Of probabilities; 0 without that column.
    pub odds: f32,
}

impl Widths {
    const WIDE: Self = Self {
        target: 122.0,
        year: 56.0,
        standing: 108.0,
        linear: 58.0,
        amount: 92.0,
        required: 116.0,
        odds: 62.0,
    };
    const NARROW: Self = Self {
        target: 112.0,
        year: 50.0,
        standing: 96.0,
        linear: 52.0,
        amount: 82.0,
        required: 112.0,
        odds: 54.0,
    };

    /// What fits into `room` beside names of at least `name`.
    pub fn new((room, name): (f32, f32), steps: usize, has_odds: bool) -> Self {
        let of = |widths: Self| Self {
            odds: if has_odds { widths.odds } else { 0.0 },
            ..widths
        };
        let is_tight = room - of(Self::WIDE).taken(steps) < 1.4 * name;
        of(if is_tight { Self::NARROW } else { Self::WIDE }).filling(room, steps)
    }

    /// The same wider, in proportion, where the room beyond what names take would be a void.
    fn filling(self, room: f32, steps: usize) -> Self {
        let gaps = self.gaps(steps);
        let factor = ((room - gaps) / (self.taken(steps) - gaps + WIDE_NAME)).max(1.0);
        Self {
            target: self.target * factor,
            year: self.year * factor,
            standing: self.standing * factor,
            linear: self.linear * factor,
            amount: self.amount * factor,
            required: self.required * factor,
            odds: self.odds * factor,
        }
    }

    /// The width of all columns except names.
    pub fn taken(&self, steps: usize) -> f32 {
        let others =
            self.target + self.standing + self.linear + 2.0 * self.amount + self.required + self.odds;
        years(steps) as f32 * self.year + others + self.gaps(steps)
    }

    /// The gaps between all columns.
    fn gaps(&self, steps: usize) -> f32 {
        let others = if self.odds > 0.0 { 8.0 } else { 7.0 };
        (others + years(steps) as f32) * GAP
    }
}
