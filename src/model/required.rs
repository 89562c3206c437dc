//! What the remaining years must do to meet a target.

use super::criterion::Criterion;
use super::rounding::units;
use super::{Projection, even_rates};
use crate::plan::{Change, Form, Indicator, IndicatorIx, Plan, Scale, Target, TargetIx};
use crate::scenario::{Origin, Scenario};

/// The most decimals a rate is displayed with.
pub(super) const MOST_DECIMALS: usize = 12;

/// How an indicator's changes and rates are expressed: a lever's own convention; for a derived indicator that of its
/// target or, without one, that of official statistics.
#[must_use]
pub fn stated_in(indicator: &Indicator, target: Option<&Target>) -> Change {
    if let Some(own) = indicator.change() {
        return own;
    }
    match target {
        _ if indicator.scale == Scale::Points => Change::Points,
        Some(target) if matches!(target.form, Form::Change(_)) => Change::Points,
        Some(target) if target.on_levels().is_ceiling() => Change::Decline,
        _ => Change::Growth,
    }
}

/// The constant annual rate from one level to another; `None` if there is none.
pub(super) fn constant_rate(change: Change, from: f64, to: f64, steps: usize) -> Option<f64> {
    let rate = change.rate(from, to, steps);
    let is_possible = change.is_points() || to / from > 0.0;
    (is_possible && rate.is_finite()).then_some(rate)
}

/// The constant annual rate for the years after the last data that meets a target exactly, in the terms of
/// [`stated_in`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Required {
    /// The indicator has no levels: there is no base value.
    NoBase,
    /// Decided: there are data for the due year, or data have missed a target due every year.
    Decided {
        /// Whether the target is met.
        is_met: bool,
    },
    /// The last actual (or the base year) already meets the target.
    AlreadyMet {
        /// The rate that would lead exactly back to the target, the least that suffices; `None` if there is none.
        rate: Option<f64>,
    },
    /// Not met yet: the rate required, percent or points a year. A strict target requires slightly more.
    Rate(f64),
    /// No rate leads there: a level that changes by ratios cannot reach zero or change sign.
    OutOfReach,
    /// A task still to be done, for which there is no rate.
    ToBeDone,
}

/// The level that meets a target: for a band, the edge nearer to the last data; for growth due every year, next
/// year's level.
pub(super) fn goal(
    plan: &Plan,
    projection: &Projection,
    ix: TargetIx,
    last_actual: usize,
    levels: &[f64],
) -> f64 {
    let target = plan.target(ix);
    if let Form::Between(..) = target.form {
        let scale = plan.get(ix.indicator).scale;
        return Criterion::new(target, scale, levels[last_actual], plan.due_step(target)).goal;
    }
    let next = (last_actual + 1).min(plan.steps());
    projection.criterion_in(plan, ix, target, next).goal
}

/// How a target due every year fared up to the last data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Past {
    /// No known level misses it.
    Holds,
    /// Only interpolated levels miss it, and data for those years may still change that.
    MissedBetween,
    /// Data miss it; this is final.
    Missed,
}

impl Past {
    /// How it fared up to the last data; `None` for a target with a due year.
    pub fn of(plan: &Plan, projection: &Projection, ix: TargetIx, last: usize) -> Self {
        let target = plan.target(ix);
        let Some(levels) = projection.levels(ix.indicator).filter(|_| target.is_each_year()) else {
            return Self::Holds;
        };
        let origins = projection.origins(ix.indicator);
        let missed = |step: &usize| {
            let criterion = projection.criterion_in(plan, ix, target, *step);
            !criterion.meets(levels[*step])
        };
        (1..=last)
            .filter(missed)
            .fold(Self::Holds, |past, step| match origins[step] {
                Origin::Base | Origin::Actual | Origin::Implied => Self::Missed,
                Origin::Interpolated if past == Self::Holds => Self::MissedBetween,
                _ => past,
            })
    }
}

/// Whether the level of the due year is interpolated in a way that leaves open whether the target was met. A count or
/// task, which never falls back, is settled if it was reached before, or not even afterwards.
pub(super) fn lies_between(plan: &Plan, projection: &Projection, ix: TargetIx, due: usize) -> bool {
    let (target, origins) = (plan.target(ix), projection.origins(ix.indicator));
    if target.is_each_year() || origins[due] != Origin::Interpolated {
        return false;
    }
    if !target.form.counts_from_zero() {
        return true;
    }
    let (Some(levels), criterion) = (projection.levels(ix.indicator), projection.criterion(ix)) else {
        return false;
    };
    let is_entered = |step: &usize| origins[*step] != Origin::Interpolated;
    let before = (0..due).rev().find(is_entered);
    let after = (due + 1..levels.len()).find(is_entered);
    let was_met = before.is_some_and(|step| criterion.meets(levels[step]));
    let is_missed_later = after.is_some_and(|step| !criterion.meets(levels[step]));
    !was_met && !is_missed_later
}

/// What the years after the last data require to meet a target exactly.
///
/// For a derived indicator this is the rate of its own level, which its levers must bring about together.
#[must_use]
pub fn required_rate(plan: &Plan, projection: &Projection, ix: TargetIx) -> Required {
    let target = plan.target(ix);
    let Some(levels) = projection.levels(ix.indicator) else {
        return Required::NoBase;
    };
    let last = projection.last_actual(ix.indicator).min(plan.due_step(target));
    let goal = goal(plan, projection, ix, last, levels);
    let past = Past::of(plan, projection, ix, last);
    required(plan, projection, ix, levels, (last, past), goal)
}

/// The same from levels, the step of the last data, how the years up to it fared, and the level to be reached.
pub(super) fn required(
    plan: &Plan,
    projection: &Projection,
    ix: TargetIx,
    levels: &[f64],
    (last, past): (usize, Past),
    goal: f64,
) -> Required {
    let (indicator, target) = (plan.get(ix.indicator), plan.target(ix));
    let due = plan.due_step(target);
    if past == Past::Missed {
        return Required::Decided { is_met: false };
    }
    let is_met = projection
        .criterion_in(plan, ix, target, last.max(1))
        .meets(levels[last]);
    if last == due {
        return Required::Decided { is_met };
    }
    let change = stated_in(indicator, Some(target));
    match target.form {
        Form::Done | Form::Between(..) if is_met => Required::AlreadyMet { rate: None },
        Form::Done => Required::ToBeDone,
        _ if target.starts_anew() => {
            // Each year is measured afresh, so that no change may or may not be enough.
            let next = Criterion::new(target, indicator.scale, levels[last], 1);
            let rate = constant_rate(change, levels[last], next.goal, 1);
            asked(next.base_satisfies, rate)
        }
        _ => {
            // A target due every year has to hold next year.
            let left = if target.is_each_year() && !is_met {
                1
            } else {
                due - last
            };
            asked(is_met, constant_rate(change, levels[last], goal, left))
        }
    }
}

const fn asked(is_met: bool, rate: Option<f64>) -> Required {
    match (is_met, rate) {
        (true, rate) => Required::AlreadyMet { rate },
        (false, Some(rate)) => Required::Rate(rate),
        (false, None) => Required::OutOfReach,
    }
}

/// The even rates of a lever rounded to `decimals`: each in the direction that meets the targets at the end of its
/// stretch of years, so that the rate of a strict target is slightly above its line. A rate that no rounding makes
/// sufficient stays exact. `None` without even rates.
#[must_use]
pub fn enough_even_rates(
    plan: &Plan,
    scenario: &Scenario,
    lever: IndicatorIx,
    decimals: usize,
) -> Option<Vec<f64>> {
    let indicator = plan.get(lever);
    let (rates, change) = (even_rates(plan, scenario, lever)?, indicator.change()?);
    let base = indicator.start(scenario.bases.get(lever).copied()).1;
    let mut levels = vec![base];
    for rate in &rates {
        let last = *levels.last()?;
        levels.push(change.step(last, *rate));
    }
    // Whether a rate between two steps meets the targets due in between.
    let suffices = |from: usize, to: usize, rate: f64| {
        let after = |step: usize| change.after(levels[from], rate, step - from);
        indicator.targets.iter().all(|target| match target.form {
            _ if target.starts_anew() => {
                // Each year is measured afresh.
                Criterion::new(target, indicator.scale, levels[from], 1).meets(after(from + 1))
            }
            _ => {
                let due = plan.due_step(target);
                let criterion = Criterion::new(target, indicator.scale, base, due);
                let is_due = |step: &usize| target.is_each_year() || *step == due;
                (from + 1..=to)
                    .filter(is_due)
                    .all(|step| criterion.meets(after(step)))
            }
        })
    };
    let unit = units(decimals.min(MOST_DECIMALS));
    let mut shown = Vec::with_capacity(rates.len());
    for stretch in rates.chunk_by(|one, next| (one - next).abs() <= 0.0) {
        let (from, rate) = (shown.len(), stretch[0]);
        let to = from + stretch.len();
        let nearest = (rate * unit).round();
        let tried = [0.0, 1.0, -1.0, 2.0, -2.0].map(|by| (nearest + by) / unit);
        let enough = tried.into_iter().find(|rate| suffices(from, to, *rate));
        // Zero carries no sign.
        shown.resize(to, enough.unwrap_or(rate) + 0.0);
    }
    Some(shown)
}
