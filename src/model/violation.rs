//! Paths that leave what is possible.

use crate::plan::{IndicatorIx, LARGEST_MULTIPLE};

/// What a level breaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// What is possible for the indicator, lowest and highest.
    Bounds(f64, f64),
    /// What is a number at all: it is infinite, undefined or beyond any reason.
    Number,
    /// What a target asks for cannot be counted in percent from where the way begins: from zero, or to another sign.
    Percent,
}

/// A level that cannot be. It is reported, never clamped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Violation {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The first year in which its level cannot be.
    pub year: i32,
    /// The level it would have.
    pub level: f64,
    /// What that breaks.
    pub limit: Limit,
}

/// The levels that an indicator cannot leave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Possible {
    pub indicator: IndicatorIx,
    pub low: f64,
    pub high: f64,
}

impl Possible {
    pub const fn new(indicator: IndicatorIx, low: f64, high: f64) -> Self {
        Self { indicator, low, high }
    }

    /// Lowest and highest level, so much wider that what reaches a bound exactly is not beyond it.
    pub fn limits(&self) -> (f64, f64) {
        let slack = BOUND_SLACK * (self.high - self.low);
        (self.low - slack, self.high + slack)
    }

    /// The first step whose level is outside.
    pub fn first_outside(&self, levels: &[f64]) -> Option<usize> {
        let (low, high) = self.limits();
        levels.iter().position(|level| *level < low || *level > high)
    }
}

/// Levels are compared with bounds up to this relative slack, so that 100 % reached exactly is not "above 100 %".
pub(crate) const BOUND_SLACK: f64 = 1e-9;

/// The root of [`LARGEST_MULTIPLE`]: of levels up to this, and from one divided by this, none is beyond another.
const ORDINARY: f64 = 1e9;

/// Whether all levels are of a size of which none can be beyond anything beside another, as nearly all are. Told for all
/// at once, without a branch for each; what is no number is in neither range.
pub(super) fn are_ordinary(levels: &[f64]) -> bool {
    let ordinary = levels.iter().fold(0, |count, level| {
        let size = level.abs();
        count + usize::from((1.0 / ORDINARY..=ORDINARY).contains(&size)) + usize::from(size <= 0.0)
    });
    ordinary == levels.len()
}

/// The first step whose level is no number that can be used: not finite, or beyond 10¹⁸ times the larger of its base and
/// 1, or of the year before where changes are ratios.
pub(super) fn first_beyond(levels: &[f64], is_ratio: bool) -> Option<usize> {
    if are_ordinary(levels) {
        return None;
    }
    let base = levels.first().copied()?;
    let largest = LARGEST_MULTIPLE * base.abs().max(1.0);
    (0..levels.len()).find(|step| {
        let level = levels[*step].abs();
        let before = step.checked_sub(1).map_or(0.0, |before| levels[before].abs());
        // NaN is not at most anything; a limit may be infinite itself.
        let is_number = base.is_finite() && level.is_finite() && level <= largest;
        let is_sudden = is_ratio && before > 0.0 && level > before * LARGEST_MULTIPLE;
        !is_number || is_sudden
    })
}
