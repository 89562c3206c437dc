//! Which figures can be adjusted to reach a target.

use crate::model::{ParameterId, ParameterKind};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Rates, Scenario};

/// Every parameter that can be adjusted for a target, in plan order: the levers behind it by their own rates,
/// preceded by output growth if a lever is set by it.
#[must_use]
pub fn parameters(plan: &Plan, scenario: &Scenario, target: IndicatorIx) -> Vec<ParameterId> {
    let levers = plan.levers_behind(target).iter().copied();
    let of_lever = |lever| {
        let output = [ParameterKind::Numerator, ParameterKind::Denominator]
            .into_iter()
            .filter(move |_| follows_output(scenario, lever));
        output
            .chain([ParameterKind::Rate])
            .map(move |kind| ParameterId::new(lever, kind))
    };
    levers.flat_map(of_lever).collect()
}

/// The parameter adjusted by default: the target's own lever; for a derived target, the first lever behind it without
/// a target of its own, because adjusting another would move that one's target too. If the lever is set by output
/// growth, the growth of the largest firms.
#[must_use]
pub fn default_parameter(plan: &Plan, scenario: &Scenario, target: IndicatorIx) -> Option<ParameterId> {
    let levers = plan.levers_behind(target);
    let free = levers.iter().find(|ix| plan.get(**ix).targets.is_empty());
    let lever = *free.or(levers.first())?;
    let kind = if follows_output(scenario, lever) {
        ParameterKind::Numerator
    } else {
        ParameterKind::Rate
    };
    Some(ParameterId::new(lever, kind))
}

pub(super) fn follows_output(scenario: &Scenario, lever: IndicatorIx) -> bool {
    matches!(scenario.rates.get(lever), Some(Rates::OutputGrowth { .. }))
}
