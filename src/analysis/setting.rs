//! Setting a parameter of a scenario to a value.

use super::remaining::at_rate;
use crate::model::{ParameterId, ParameterKind, project};
use crate::plan::{Plan, base_fault};
use crate::scenario::{Rates, Scenario};

/// Sets a parameter of a scenario, in the years after its lever's last actual or as its base value; returns whether
/// it could. Nothing changes if the lever cannot have that value or has no such parameter.
pub fn set_parameter(plan: &Plan, scenario: &mut Scenario, parameter: ParameterId, value: f64) -> bool {
    let (lever, indicator) = (parameter.indicator, plan.get(parameter.indicator));
    if parameter.kind == ParameterKind::Base {
        let is_possible = base_fault(indicator, value).is_none();
        if is_possible {
            scenario.bases.set(lever, value);
        }
        return is_possible;
    }
    let rates = rates_with(plan, scenario, parameter, value);
    let Some(rates) = rates.filter(|rates| rates.fault(indicator).is_none()) else {
        return false;
    };
    scenario.rates.set(lever, rates);
    true
}

/// A lever's rates with the value in the years after its last actual.
fn rates_with(plan: &Plan, scenario: &Scenario, parameter: ParameterId, value: f64) -> Option<Rates> {
    let lever = parameter.indicator;
    let projection = project(plan, scenario);
    if parameter.kind == ParameterKind::Rate {
        let found = at_rate(plan, scenario, &projection, lever, value).ok()?;
        return Some(found.rates);
    }
    let Some(Rates::OutputGrowth { top, all }) = scenario.rates.get(lever) else {
        return None;
    };
    let (mut top, mut all) = (top.clone(), all.clone());
    let turned = match parameter.kind {
        ParameterKind::Numerator => &mut top,
        _ => &mut all,
    };
    turned.get_mut(projection.last_actual(lever)..)?.fill(value);
    Some(Rates::OutputGrowth { top, all })
}
