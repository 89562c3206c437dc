//! An axis of the map: a parameter and its values.

use super::FeasibilityError;
use crate::model::{LevelKind, ParameterId, ParameterKind, Projection};
use crate::plan::{Change, Plan};
use crate::scenario::{Rates, Scenario};

/// A parameter as an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The parameter: a lever's rate in all remaining years, one of the two output growths behind a concentration
    /// ratio, or a base value.
    pub parameter: ParameterId,
    /// Lowest and highest value, in the parameter's unit.
    pub range: (f64, f64),
    /// The number of values, both ends included; at least 2.
    pub count: usize,
}

/// The range of an output-growth axis, percent a year: from slump to boom.
const OUTPUT_GROWTH: (f64, f64) = (-10.0, 30.0);

/// How far an axis of base values extends to either side, as a fraction of the present value: somewhat more than the
/// revisions of national accounts.
const BASE_REACH: f64 = 0.5;

impl Axis {
    /// The usual number of values.
    pub const USUAL: usize = 101;

    /// An axis over the range a slider would offer, extended to where the scenario stands.
    #[must_use]
    pub fn of(plan: &Plan, scenario: &Scenario, projection: &Projection, parameter: ParameterId) -> Self {
        let indicator = plan.get(parameter.indicator);
        let present = present(plan, scenario, projection, parameter);
        let (low, high) = match (parameter.kind, present) {
            (ParameterKind::Rate, _) => indicator.rate_range,
            (ParameterKind::Numerator | ParameterKind::Denominator, _) => OUTPUT_GROWTH,
            (ParameterKind::Base, None) => (0.0, 1.0),
            (ParameterKind::Base, Some(base)) => {
                let reach = BASE_REACH * if base.abs() > 0.0 { base.abs() } else { 1.0 };
                let (lowest, highest) = indicator.bounds.unwrap_or((f64::MIN, f64::MAX));
                ((base - reach).max(lowest), (base + reach).min(highest))
            }
        };
        let present = present.unwrap_or(low);
        Self {
            parameter,
            range: (low.min(present), high.max(present)),
            count: Self::USUAL,
        }
    }

    /// The values, in even steps from the lowest to the highest.
    pub(super) fn values(&self) -> Vec<f64> {
        let (low, high) = self.range;
        let last = (self.count - 1).max(1) as f64;
        (0..self.count)
            .map(|n| low + (high - low) * (n as f64 / last))
            .collect()
    }

    pub(super) fn check(
        &self,
        plan: &Plan,
        scenario: &Scenario,
        projection: &Projection,
    ) -> Result<(), FeasibilityError> {
        let lever = self.parameter.indicator;
        let (low, high) = self.range;
        if !plan.get(lever).is_lever() {
            return Err(FeasibilityError::NotALever(lever));
        }
        let is_base = self.parameter.kind == ParameterKind::Base;
        if projection.levels(lever).is_none() || (is_base && projection.kind(lever) != LevelKind::Absolute) {
            return Err(FeasibilityError::NoBase(lever));
        }
        if !is_base && projection.last_actual(lever) == plan.steps() {
            return Err(FeasibilityError::NoYearsLeft(lever));
        }
        let is_output = matches!(
            self.parameter.kind,
            ParameterKind::Numerator | ParameterKind::Denominator
        );
        if is_output && !matches!(scenario.rates.get(lever), Some(Rates::OutputGrowth { .. })) {
            return Err(FeasibilityError::NotOutputGrowth(lever));
        }
        if !(low.is_finite() && high.is_finite() && low < high && self.count >= 2) {
            return Err(FeasibilityError::BadRange(lever));
        }
        Ok(())
    }
}

/// Where a scenario stands on an axis: the constant rate of the remaining years that leads to its level in the end
/// year, or its base value. `None` if there are no remaining years, no levels or no output growth.
#[must_use]
pub fn present(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    parameter: ParameterId,
) -> Option<f64> {
    let lever = parameter.indicator;
    let levels = projection.levels(lever)?;
    let (first, last) = (projection.last_actual(lever), plan.steps());
    let change = plan.get(lever).change()?;
    if parameter.kind == ParameterKind::Base {
        return (projection.kind(lever) == LevelKind::Absolute).then(|| levels[0]);
    }
    if first >= last {
        return None;
    }
    match (parameter.kind, scenario.rates.get(lever)) {
        (ParameterKind::Numerator, Some(Rates::OutputGrowth { top, .. })) => {
            Some(Change::Growth.mean(&top[first..]))
        }
        (ParameterKind::Denominator, Some(Rates::OutputGrowth { all, .. })) => {
            Some(Change::Growth.mean(&all[first..]))
        }
        (ParameterKind::Rate, _) => Some(change.rate(levels[first], levels[last], last - first)),
        _ => None,
    }
}
