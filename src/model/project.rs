//! Forward projection: from rates to levels, for a scenario and for the plan itself.

use super::program::Program;
use super::{Projection, reference};
use crate::plan::{LevelKind, Plan};
use crate::scenario::Scenario;

/// Projects a scenario over its plan's years: a [`Program`] without free parameters.
///
/// Scenarios are validated when read or edited, so this cannot fail; impossible levels are listed in
/// [`Projection::violations`].
#[must_use]
pub fn project(plan: &Plan, scenario: &Scenario) -> Projection {
    Program::compile(plan, scenario, &[]).present(plan)
}

/// The plan's own path from the scenario's base values: every target met exactly, in even steps, ignoring actuals.
/// Indicators without a target follow from the others or stay constant.
#[must_use]
pub fn plan_path(plan: &Plan, scenario: &Scenario) -> Projection {
    let on_plan = Scenario {
        bases: scenario.bases.clone(),
        ..Scenario::default()
    };
    let mut path = project(plan, &on_plan);
    // Identities need not lead to a derived indicator's own targets (CO₂ intensity needs a cleaner mix); its path does.
    for &ix in &plan.derived_order {
        if plan.get(ix).targets.is_empty() || path.kind(ix) == LevelKind::Unknown {
            continue;
        }
        reference::fill(plan, ix, path.row_mut(ix));
    }
    path
}
