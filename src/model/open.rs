//! The levers behind an indicator that are open: as the scenario states, or at the plan's pace.

use super::Projection;
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::scenario::{Origin, Scenario};

/// The levers behind a derived indicator that have no data, in the plan's order: those whose rates are stated, and those for
/// which nothing was entered. What was entered for a derived indicator stands in for the levers behind that.
pub(super) fn levers_without_data(plan: &Plan, scenario: &Scenario, ix: IndicatorIx) -> OpenLevers {
    let has_actuals = |ix: IndicatorIx| {
        let entries = scenario.actuals.get(ix);
        entries.is_some_and(|entries| entries.iter().any(|entry| entry.year > plan.base_year))
    };
    let mut is_seen = vec![false; plan.indicators.len()];
    let mut open = vec![ix];
    let mut found = OpenLevers::default();
    while let Some(ix) = open.pop() {
        if std::mem::replace(&mut is_seen[ix.position()], true) || has_actuals(ix) {
            continue;
        }
        match &plan.get(ix).dynamics {
            Dynamics::Derived(expression) => open.extend(expression.inputs()),
            _ if scenario.rates.get(ix).is_some() => found.set.push(ix),
            _ => found.paced.push(ix),
        }
    }
    found.set.sort_unstable();
    found.paced.sort_unstable();
    found
}

/// The levers behind a derived indicator that are open in a due year, in the plan's order: those that go as set, and those
/// that keep the plan's pace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenLevers {
    /// Those that go as the scenario states.
    pub set: Vec<IndicatorIx>,
    /// Those for whose years left nothing was entered.
    pub paced: Vec<IndicatorIx>,
    /// Whether what is known of the others lies between data.
    pub beside_interpolated: bool,
}

impl OpenLevers {
    /// No levers.
    pub(super) const NONE: Self = Self {
        set: Vec::new(),
        paced: Vec::new(),
        beside_interpolated: false,
    };

    /// The open levers behind an indicator in the year of a step.
    pub(super) fn behind(plan: &Plan, projection: &Projection, ix: IndicatorIx, step: usize) -> Self {
        let mut is_seen = vec![false; plan.indicators.len()];
        let mut open = vec![ix];
        let mut found = Self::default();
        while let Some(ix) = open.pop() {
            let origin = projection.origins(ix)[step];
            if std::mem::replace(&mut is_seen[ix.position()], true) {
                continue;
            }
            if origin.is_known() {
                found.beside_interpolated |= origin == Origin::Interpolated;
                continue;
            }
            match &plan.get(ix).dynamics {
                Dynamics::Derived(expression) => open.extend(expression.inputs()),
                _ if origin == Origin::Projected => found.set.push(ix),
                _ => found.paced.push(ix),
            }
        }
        found.set.sort_unstable();
        found.paced.sort_unstable();
        found
    }
}
