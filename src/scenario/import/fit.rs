//! How well figures fit an indicator when read as levels or as changes.

use super::Kind;
use crate::plan::{IndicatorIx, Plan};

/// How well a reading fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    /// How many of the yearly rates that follow lie within what the plan's slider offers, and of how many.
    pub plausible: usize,
    pub of: usize,
    /// How far the rates are from the even path on average, in widths of what the slider offers.
    pub distance: f64,
    /// How many rates are beyond all that may happen: far outside what the slider offers.
    pub absurd: usize,
    /// Whether that from the base year is among them.
    pub is_absurd_at_once: bool,
}

impl Fit {
    /// Whether every rate is one that the slider offers.
    pub const fn is_full(&self) -> bool {
        self.of > 0 && self.plausible == self.of
    }

    /// Whether most of it, or the way from the base year on, is beyond all that may happen.
    pub const fn is_absurd(&self) -> bool {
        self.is_absurd_at_once || (self.absurd > 0 && self.plausible * 2 < self.of)
    }

    /// Whether it is so much nearer to the even path than another that nobody would think of the other.
    pub fn is_clearly_better_than(&self, other: &Self) -> bool {
        self.distance * 3.0 < other.distance
    }
}

/// Beyond so many widths of the slider, a rate is a fault in reading.
const ABSURD: f64 = 3.0;

/// How an indicator's figures fit when read as a kind. `base` is its level in the base year, if anybody gave one.
pub(super) fn fit(
    plan: &Plan,
    base: Option<f64>,
    ix: IndicatorIx,
    figures: &[(i32, f64)],
    kind: Kind,
) -> Fit {
    let indicator = plan.get(ix);
    let is_compound = indicator.is_compound();
    let start = base.unwrap_or(if is_compound { 100.0 } else { 0.0 });
    let rule = indicator.change().unwrap_or(indicator.scale.change());
    let changed = |level: f64, change: f64| indicator.scale.change().step(level, change);
    let (low, high) = indicator.rate_range;
    let width = (high - low).abs().max(f64::MIN_POSITIVE);
    let even = indicator
        .plan_rates
        .as_ref()
        .and_then(|rates| rates.first().copied())
        .filter(|rate| rate.is_finite())
        .unwrap_or(0.0);
    let mut sorted = figures.to_vec();
    sorted.sort_by_key(|(year, _)| *year);
    let mut before = (plan.base_year, start);
    let mut fit = Fit {
        plausible: 0,
        of: 0,
        distance: 0.0,
        absurd: 0,
        is_absurd_at_once: false,
    };
    let mut is_first = true;
    for (year, value) in sorted {
        let steps = usize::try_from(year - before.0).unwrap_or(0);
        let (from, level, steps) = match kind {
            Kind::Level => (before.1, value, steps),
            // The year before is one step away, whether or not its level is known.
            Kind::AnnualChange => (start, changed(start, value), 1),
            Kind::CumulativeChange => (before.1, changed(start, value), steps),
        };
        before = (year, level);
        // Years before the base year are context, and the base year has its level already.
        if steps == 0 {
            continue;
        }
        fit.of += 1;
        // A first level without a base cannot be compared with anything.
        let is_unbased = kind == Kind::Level && base.is_none() && !is_compound && is_first;
        is_first = false;
        let rate = if is_unbased {
            even
        } else {
            rule.rate(from, level, steps)
        };
        let is_possible = rate.is_finite() && (!is_compound || level > 0.0);
        if is_possible && (low..=high).contains(&rate) {
            fit.plausible += 1;
        }
        fit.distance += if is_possible {
            (rate - even).abs() / width
        } else {
            100.0
        };
        let is_absurd = !is_possible || rate < low - ABSURD * width || rate > high + ABSURD * width;
        fit.is_absurd_at_once |= is_absurd && fit.of == 1;
        fit.absurd += usize::from(is_absurd);
    }
    fit.distance /= f64::from(u32::try_from(fit.of.max(1)).unwrap_or(u32::MAX));
    fit
}
