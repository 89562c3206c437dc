//! Levels outside what is possible.

use crate::plan::{Indicator, IndicatorIx, LARGEST_MULTIPLE, LevelKind};

/// The limit that a level breaks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// The indicator's bounds, lowest and highest.
    Bounds(f64, f64),
    /// The number range: the level is infinite, undefined or implausibly large.
    Number,
    /// The target's percentage is undefined, because the base level is zero or of the opposite sign.
    Percent,
}

/// An impossible level. It is reported, never clamped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Violation {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The first calendar year with an impossible level.
    pub year: i32,
    /// The level it would reach.
    pub level: f64,
    /// The limit it breaks.
    pub limit: Limit,
}

/// The bounds of an indicator's levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Possible {
    pub indicator: IndicatorIx,
    pub low: f64,
    pub high: f64,
}

impl Possible {
    /// Bounds apply only where levels are in the indicator's unit; `None` otherwise.
    pub fn of(ix: IndicatorIx, indicator: &Indicator, kind: LevelKind) -> Option<Self> {
        let (low, high) = indicator.bounds.filter(|_| kind == LevelKind::Absolute)?;
        Some(Self {
            indicator: ix,
            low,
            high,
        })
    }

    /// Lowest and highest level, widened so that reaching a bound exactly does not break it.
    pub fn limits(&self) -> (f64, f64) {
        let slack = BOUND_SLACK * (self.high - self.low);
        (self.low - slack, self.high + slack)
    }

    /// The first step whose level is out of bounds.
    pub fn first_outside(&self, levels: &[f64]) -> Option<(usize, Limit)> {
        let (low, high) = self.limits();
        let step = levels.iter().position(|level| *level < low || *level > high)?;
        Some((step, Limit::Bounds(self.low, self.high)))
    }
}

/// Levels are compared with bounds up to this relative slack, so that 100 % reached exactly is not "above 100 %".
pub(crate) const BOUND_SLACK: f64 = 1e-9;

/// The square root of [`LARGEST_MULTIPLE`]: levels between this and its reciprocal cannot exceed one another by more
/// than that multiple.
const ORDINARY: f64 = 1e9;

/// The first step with an impossible level, and the limit it breaks; the number range is checked before the bounds.
pub(super) fn first_impossible(
    levels: &[f64],
    is_ratio: bool,
    possible: Option<Possible>,
) -> Option<(usize, Limit)> {
    let beyond = first_beyond(levels, is_ratio).map(|step| (step, Limit::Number));
    beyond.or_else(|| possible?.first_outside(levels))
}

/// Whether all levels are of ordinary size, as nearly all are, so that none can exceed the largest multiple of
/// another. One branchless pass; NaN fails it.
pub(super) fn are_ordinary(levels: &[f64]) -> bool {
    let ordinary = levels.iter().fold(0, |count, level| {
        let size = level.abs();
        count + usize::from((1.0 / ORDINARY..=ORDINARY).contains(&size)) + usize::from(size <= 0.0)
    });
    ordinary == levels.len()
}

/// The first step whose level is unusable: not finite, or above 10¹⁸ times the larger of its base and 1, or of the
/// previous year's level where changes are ratios.
fn first_beyond(levels: &[f64], is_ratio: bool) -> Option<usize> {
    if are_ordinary(levels) {
        return None;
    }
    let base = levels.first().copied()?;
    let largest = LARGEST_MULTIPLE * base.abs().max(1.0);
    (0..levels.len()).find(|step| {
        let level = levels[*step].abs();
        let before = step.checked_sub(1).map_or(0.0, |before| levels[before].abs());
        // Written so that NaN fails; the limit itself may be infinite.
        let is_number = base.is_finite() && level.is_finite() && level <= largest;
        let is_sudden = is_ratio && before > 0.0 && level > before * LARGEST_MULTIPLE;
        !is_number || is_sudden
    })
}
