//! How well figures fit an indicator when read as levels or as changes.

use super::FigureKind;
use crate::plan::{Change, Dynamics, Form, IndicatorIx, Plan};

/// Quality of fit of a reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    /// How many of the implied yearly rates lie within the slider's range, and of how many.
    pub plausible: usize,
    pub of: usize,
    /// Mean distance of the rates from the even path, in slider widths.
    pub distance: f64,
    /// Number of absurd rates, far outside the slider's range.
    pub absurd: usize,
    /// Whether the rate from the base year is absurd.
    pub is_absurd_at_once: bool,
}

impl Fit {
    /// Whether every rate is within the slider's range.
    pub const fn is_full(&self) -> bool {
        self.of > 0 && self.plausible == self.of
    }

    /// Whether most rates, or the one from the base year, are absurd.
    pub const fn is_absurd(&self) -> bool {
        self.is_absurd_at_once || (self.absurd > 0 && self.plausible * 2 < self.of)
    }

    /// Whether it is clearly nearer to the even path than the other.
    pub fn is_clearly_better_than(&self, other: &Self) -> bool {
        self.distance * 3.0 < other.distance
    }
}

/// Whether an indicator is meant to fall, by its dynamics or its target.
fn is_meant_to_fall(plan: &Plan, ix: IndicatorIx) -> bool {
    let indicator = plan.get(ix);
    let promises_fall = |form: Form| match form {
        Form::CumulativeDecline(fall) => fall > 0.0,
        Form::AverageGrowth(change) | Form::CumulativeGrowth(change) | Form::Change(change) => change < 0.0,
        _ => false,
    };
    matches!(indicator.dynamics, Dynamics::Decline)
        || indicator.targets.iter().any(|target| promises_fall(target.form))
}

/// Whether statistics may publish falls of an indicator unsigned: it, or one of its inputs, is meant to fall.
pub(super) fn may_fall(plan: &Plan, ix: IndicatorIx) -> bool {
    let is_derived = !plan.get(ix).is_lever();
    let mut levers = plan.levers_behind(ix).iter();
    is_meant_to_fall(plan, ix) || (is_derived && levers.any(|lever| is_meant_to_fall(plan, *lever)))
}

/// In slider widths; a rate further out is a misreading.
const ABSURD: f64 = 3.0;

/// The change rule of an indicator's slider.
fn rule(plan: &Plan, ix: IndicatorIx) -> Change {
    let indicator = plan.get(ix);
    indicator.change().unwrap_or(match indicator.scale.change() {
        Change::Growth if is_meant_to_fall(plan, ix) => Change::Decline,
        change => change,
    })
}

/// By how many slider widths a figure lies outside the range when read as a kind; `None` if inside.
pub(super) fn excess(
    plan: &Plan,
    base: Option<f64>,
    ix: IndicatorIx,
    (year, value): (i32, f64),
    kind: FigureKind,
) -> f64 {
    let indicator = plan.get(ix);
    let start = base.unwrap_or(if indicator.is_compound() { 100.0 } else { 0.0 });
    let changed = indicator.scale.change().step(start, value);
    let steps = usize::try_from(year - plan.base_year).unwrap_or(0);
    let (level, steps) = match kind {
        FigureKind::Level => (value, steps),
        FigureKind::AnnualChange => (changed, 1),
        FigureKind::CumulativeChange => (changed, steps),
    };
    let rate = rule(plan, ix).rate(start, level, steps.max(1));
    let (low, high) = indicator.rate_range;
    let width = (high - low).abs().max(f64::MIN_POSITIVE);
    let is_possible = rate.is_finite() && (!indicator.is_compound() || level > 0.0);
    if is_possible {
        (low - rate).max(rate - high).max(0.0) / width
    } else {
        f64::INFINITY
    }
}

/// Fit of an indicator's figures read as a kind. `base` is the base-year level, if given.
pub(super) fn fit(
    plan: &Plan,
    base: Option<f64>,
    ix: IndicatorIx,
    figures: &[(i32, f64)],
    kind: FigureKind,
) -> Fit {
    let indicator = plan.get(ix);
    let is_compound = indicator.is_compound();
    let start = base.unwrap_or(if is_compound { 100.0 } else { 0.0 });
    let rule = rule(plan, ix);
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
            FigureKind::Level => (before.1, value, steps),
            // Always one step, whether or not the previous level is known.
            FigureKind::AnnualChange => (start, changed(start, value), 1),
            FigureKind::CumulativeChange => (before.1, changed(start, value), steps),
        };
        before = (year, level);
        // Years up to the base year are context.
        if steps == 0 {
            continue;
        }
        fit.of += 1;
        // Nothing to compare a first level with.
        let is_unbased = kind == FigureKind::Level && base.is_none() && !is_compound && is_first;
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
