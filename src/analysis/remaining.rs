//! Sets all remaining years in one step: to the last actual rate, to the average actual rate, to the plan's original
//! rates, or to the rate the target now requires.
//!
//! Past years keep their scheduled rates, so that the schedule can still be compared with what happened.

use crate::model::criterion::Criterion;
use crate::model::rounding::nearest_that;
use crate::model::{Projection, Required, even_rates, required_rate};
use crate::plan::{Change, IndicatorIx, Plan, TargetIx};
use crate::scenario::{RateFault, Rates, Scenario};

/// Where the rate of the remaining years comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateRule {
    /// The rate of the year of the last actual.
    LastActual,
    /// The mean rate from the base year to the last actual: geometric where changes multiply, (x_m / x_0)^(1/m) − 1;
    /// arithmetic where they add up, (x_m − x_0) / m.
    MeanOfActuals,
    /// The plan's even rates to the targets from the base year; 0 for a lever without a target.
    PlanEven,
    /// The constant rate from the last actual that meets the target exactly, [`Required::Rate`], or for a strict
    /// target the nearest rate with two decimals that meets it; with several targets, for the first due that is not
    /// met yet.
    Required,
}

impl RateRule {
    /// All rules, in menu order.
    pub const ALL: [Self; 4] = [
        Self::LastActual,
        Self::MeanOfActuals,
        Self::PlanEven,
        Self::Required,
    ];
}

/// Why a lever's remaining years cannot be set by a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum RemainingError {
    /// The indicator is derived; its levers have to be set instead.
    NotALever,
    /// No base value.
    NoBase,
    /// It has no actuals to go by.
    NoActuals,
    /// Its last actual is that of the end year.
    NoYearsLeft,
    /// It has no target.
    NoTarget,
    /// The last actual already meets the target, so nothing is required.
    AlreadyMet,
    /// No rate leads to the target.
    OutOfReach,
    /// The lever cannot have the rate.
    Inadmissible {
        /// The lever.
        lever: IndicatorIx,
        /// What is wrong with the rate.
        fault: RateFault,
    },
}

/// A rate for the remaining years, and the resulting schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct Remaining {
    /// Percent or points a year, as the lever is measured.
    pub rate: f64,
    /// The whole schedule; past years keep their scheduled rates.
    pub rates: Rates,
}

/// A lever's schedule with its remaining years set by a rule.
///
/// # Errors
/// If the rule gives no rate for this lever.
pub fn remaining(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
    pace: RateRule,
) -> Result<Remaining, RemainingError> {
    let indicator = plan.get(lever);
    if !indicator.is_lever() {
        return Err(RemainingError::NotALever);
    }
    let levels = projection.levels(lever).ok_or(RemainingError::NoBase)?;
    let last_actual = projection.last_actual(lever);
    if last_actual == plan.steps() {
        return Err(RemainingError::NoYearsLeft);
    }
    let change = indicator.change().ok_or(RemainingError::NotALever)?;
    let since = |first: usize| change.rate(levels[first], levels[last_actual], last_actual - first);
    let rate = match pace {
        RateRule::LastActual | RateRule::MeanOfActuals if last_actual == 0 => {
            return Err(RemainingError::NoActuals);
        }
        RateRule::LastActual => since(last_actual - 1),
        RateRule::MeanOfActuals => since(0),
        RateRule::PlanEven => return on_even_path(plan, scenario, projection, lever),
        RateRule::Required => required_of(plan, projection, lever)?,
    };
    at_rate(plan, scenario, projection, lever, rate)
}

/// The rate required by the first target due that is not met yet.
fn required_of(plan: &Plan, projection: &Projection, lever: IndicatorIx) -> Result<f64, RemainingError> {
    let mut targets: Vec<_> = plan.targets_of(lever).collect();
    targets.sort_by_key(|(_, target)| plan.due_step(target));
    let mut why = RemainingError::NoTarget;
    for (ix, _) in targets {
        why = match required_rate(plan, projection, ix) {
            Required::Rate(rate) => return Ok(beyond_line(plan, projection, ix, rate)),
            Required::NoBase => RemainingError::NoBase,
            Required::Decided { .. } => RemainingError::NoYearsLeft,
            Required::AlreadyMet { .. } => RemainingError::AlreadyMet,
            Required::OutOfReach | Required::ToBeDone => RemainingError::OutOfReach,
        };
    }
    Err(why)
}

/// The rate that meets a target, given the one that leads to its level: for a strict target, which is not met at that
/// level, the nearest with two decimals that meets it.
fn beyond_line(plan: &Plan, projection: &Projection, ix: TargetIx, exact: f64) -> f64 {
    let (indicator, target) = (plan.get(ix.indicator), plan.target(ix));
    let (Some(levels), Some(change)) = (projection.levels(ix.indicator), indicator.change()) else {
        return exact;
    };
    let (last, due) = (projection.last_actual(ix.indicator), plan.due_step(target));
    if !target.comparator.is_strict() || target.is_each_year() || last >= due {
        return exact;
    }
    let criterion = Criterion::new(target, indicator.scale, levels[0], due);
    let meets = |rate| criterion.meets(change.after(levels[last], rate, due - last));
    nearest_that(exact, 2, meets).unwrap_or(exact)
}

/// The remaining years on the even path; as a single rate if they share one.
fn on_even_path(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
) -> Result<Remaining, RemainingError> {
    let even = even_rates(plan, scenario, lever).ok_or(RemainingError::NoBase)?;
    let first = projection.last_actual(lever);
    let left = &even[first..];
    if left.windows(2).all(|pair| pair[0].to_bits() == pair[1].to_bits()) {
        return at_rate(plan, scenario, projection, lever, left[0]);
    }
    let change = plan.get(lever).change().ok_or(RemainingError::NotALever)?;
    let mut rates = scheduled_rates(plan, scenario, projection, lever);
    rates[first..].copy_from_slice(left);
    Ok(Remaining {
        rate: change.mean(left),
        rates: as_rates(rates),
    })
}

/// A lever's schedule with the given rate, percent or points a year as the lever is measured, in every year after its
/// last actual.
///
/// # Errors
/// If the lever cannot have that rate.
pub fn at_rate(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
    rate: f64,
) -> Result<Remaining, RemainingError> {
    let indicator = plan.get(lever);
    if !indicator.is_lever() {
        return Err(RemainingError::NotALever);
    }
    if projection.levels(lever).is_none() {
        return Err(RemainingError::NoBase);
    }
    let first_left = projection.last_actual(lever) + 1;
    if first_left > plan.steps() {
        return Err(RemainingError::NoYearsLeft);
    }
    let rates = constant_from(plan, scenario, projection, lever, first_left, rate);
    match rates.fault(indicator) {
        Some(fault) => Err(RemainingError::Inadmissible { lever, fault }),
        None => Ok(Remaining { rate, rates }),
    }
}

/// A lever's scheduled rate in every year; where it is set by output growth, the resulting points. Empty for an
/// indicator without levels.
#[must_use]
pub fn scheduled_rates(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
) -> Vec<f64> {
    let Some(even) = even_rates(plan, scenario, lever) else {
        return Vec::new();
    };
    let rates = scenario.rates.get(lever);
    let in_year = |step: usize| match rates {
        None => even[step],
        Some(rates) => rates
            .in_year(step)
            .or_else(|| projection.annual_change(plan, lever, step + 1))
            .unwrap_or(even[step]),
    };
    (0..plan.steps()).map(in_year).collect()
}

/// The rate of a lever's open years, percent or points a year as the lever is measured: their common rate, or the
/// constant rate with the same result. Actuals override the rates of past years. `None` if no year is open, or the
/// indicator has no rates or no levels.
#[must_use]
pub fn open_rate(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
) -> Option<f64> {
    let change = plan.get(lever).change()?;
    projection.levels(lever)?;
    let scheduled = scheduled_rates(plan, scenario, projection, lever);
    let open = scheduled.get(projection.last_actual(lever)..)?;
    let (first, rest) = open.split_first()?;
    let is_one = rest.iter().all(|rate| rate.to_bits() == first.to_bits());
    Some(if is_one { *first } else { change.mean(open) })
}

/// The schedule with one rate from step `from` on (1 is the year after the base year), unchanged before. A schedule
/// set by output growth remains one: industry growth stays as assumed, and that of the largest firms follows from the
/// points.
pub(super) fn constant_from(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
    from: usize,
    rate: f64,
) -> Rates {
    if let Some(Rates::OutputGrowth { top, all }) = scenario.rates.get(lever)
        && let Some(levels) = projection.levels(lever)
    {
        return from_points(top, all, levels[from - 1], from, |_| rate);
    }
    if from == 1 {
        return Rates::Constant(rate);
    }
    let mut rates = scheduled_rates(plan, scenario, projection, lever);
    rates[from - 1..].fill(rate);
    as_rates(rates)
}

/// Output growth of the largest firms that changes a ratio by the given points a year from step `from` on.
pub(super) fn from_points(
    top: &[f64],
    all: &[f64],
    level: f64,
    from: usize,
    points: impl Fn(usize) -> f64,
) -> Rates {
    let mut top = top.to_vec();
    let mut level = level;
    for step in from..=top.len() {
        let next = level + points(step);
        top[step - 1] = Change::outgrowth(level, next, all[step - 1]);
        level = next;
    }
    Rates::OutputGrowth {
        top,
        all: all.to_vec(),
    }
}

/// A single rate, if all years share it.
pub(super) fn as_rates(rates: Vec<f64>) -> Rates {
    match rates.split_first() {
        Some((first, rest)) if rest.iter().all(|rate| rate.to_bits() == first.to_bits()) => {
            Rates::Constant(*first)
        }
        _ => Rates::Yearly(rates),
    }
}
