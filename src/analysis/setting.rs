//! A parameter set to a value, as a scenario says it.

use super::remaining::at_rate;
use crate::model::{ParameterId, ParameterKind, Projection};
use crate::plan::{IndicatorIx, Plan, base_fault};
use crate::scenario::{Rates, Scenario};

/// What a scenario has to say for a parameter to have a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// These rates of a lever.
    Rates(IndicatorIx, Rates),
    /// This base value, in the lever's unit.
    Base(IndicatorIx, f64),
}

/// How a scenario gives a parameter a value in the years after its lever's last actual, or as its base. Nothing where the
/// lever cannot have that value, or has no such parameter.
#[must_use]
pub fn setting(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    parameter: ParameterId,
    value: f64,
) -> Option<Setting> {
    let (lever, indicator) = (parameter.indicator, plan.get(parameter.indicator));
    let first = projection.last_actual(lever);
    let rates = match (parameter.kind, scenario.rates.get(lever)) {
        (ParameterKind::Base, _) => {
            return base_fault(indicator, value)
                .is_none()
                .then_some(Setting::Base(lever, value));
        }
        (ParameterKind::Rate, _) => at_rate(plan, scenario, projection, lever, value).ok()?.rates,
        (kind, Some(Rates::OutputGrowth { top, all })) => {
            let (mut top, mut all) = (top.clone(), all.clone());
            let turned = if kind == ParameterKind::Numerator {
                &mut top
            } else {
                &mut all
            };
            turned.get_mut(first..)?.fill(value);
            Rates::OutputGrowth { top, all }
        }
        _ => return None,
    };
    rates
        .fault(indicator)
        .is_none()
        .then_some(Setting::Rates(lever, rates))
}
