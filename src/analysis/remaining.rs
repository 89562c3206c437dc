//! The years after the last actual, set in one step: as the last actual year went, as the actuals went on average, as
//! the plan first had it, or as the target now requires.
//!
//! Years that have passed keep the rates they were scheduled with, so that a schedule can still be compared with what
//! came of it.

use crate::model::criterion::Criterion;
use crate::model::rounding::nearest_that;
use crate::model::{Projection, Required, even_rates, required_rate};
use crate::plan::{Change, IndicatorIx, Plan, TargetIx};
use crate::scenario::{RateFault, Rates, Scenario};

/// Where the rate of the years left comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateRule {
    /// The change in the year of the last actual.
    LastActual,
    /// The mean change from the base year to the last actual: geometric where changes multiply, (x_m / x_0)^(1/m) − 1;
    /// arithmetic where they add up, (x_m − x_0) / m.
    MeanOfActuals,
    /// The even rates with which the plan would have met the targets from the base year; 0 for a lever without target.
    PlanEven,
    /// The constant rate that meets the target exactly from the last actual, [`Required::Rate`], and a strict one by the
    /// least that two decimals allow; of several targets the first to fall due that is not met yet.
    Required,
}

impl RateRule {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::LastActual,
        Self::MeanOfActuals,
        Self::PlanEven,
        Self::Required,
    ];
}

/// Why a lever's remaining years cannot be set so.
#[derive(Clone, Debug, PartialEq)]
pub enum RemainingError {
    /// The indicator is derived: its levers have to be set.
    NotALever,
    /// No base value.
    NoBase,
    /// It has no actual to go by.
    NoActuals,
    /// The last actual is that of the last year.
    NoYearsLeft,
    /// It has no target.
    NoTarget,
    /// The last actual meets the target already, so nothing is required.
    AlreadyMet,
    /// No rate leads to the target.
    OutOfReach,
    /// The rate is none that the lever can have.
    Inadmissible {
        /// The lever.
        lever: IndicatorIx,
        /// What is wrong with the rate.
        fault: RateFault,
    },
}

/// A rate for the years left, and the schedule with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remaining {
    /// Percent or points a year, as the lever counts them.
    pub rate: f64,
    /// The whole schedule, past years as they were scheduled.
    pub rates: Rates,
}

/// A lever's rates with the years after its last actual at the given pace.
///
/// # Errors
/// Why that pace does not exist for this lever.
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

/// What the first target to fall due requires that is not met yet.
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

/// The rate that meets a target, given the one that leads to its level: for a strict target, which is not met there, the
/// nearest with two decimals that does.
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

/// The years left on the even path; one rate for all of them where it has one.
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

/// A lever's rates with this one, percent or points a year as the lever counts them, in every year after its last actual.
///
/// # Errors
/// Why the lever cannot have it.
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

/// A lever's rate in every year as scheduled; for output growth, the points that follow from it. Empty for an
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

/// The rate of a lever's years that are still open, percent or points a year as the lever counts them: the one rate where
/// they all have it, else the constant one with the same result. Actuals override the rates of years that are past.
/// Nothing where no year is open, and for an indicator without rates or levels.
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

/// The schedule with one rate from the year `from` on (counted as a step, 1 being the year after the base year), and
/// as it was before that. A schedule from output growth stays one: the industry grows as assumed, and the largest
/// firms as the points require.
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

/// Output growth of the largest firms that moves a ratio by the given points a year from the year `from` on.
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

/// One rate where all years have the same.
pub(super) fn as_rates(rates: Vec<f64>) -> Rates {
    match rates.split_first() {
        Some((first, rest)) if rest.iter().all(|rate| rate.to_bits() == first.to_bits()) => {
            Rates::Constant(*first)
        }
        _ => Rates::Yearly(rates),
    }
}
