//! The open levers behind an indicator: those that follow stated rates, and those on the plan's pace.

use super::Projection;
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::scenario::{Origin, Scenario};

/// The levers behind a derived indicator that have no data, in plan order: first those with stated rates, then those
/// without any entry. Figures entered for a derived indicator stand in for the levers behind it.
pub(super) fn levers_without_data(plan: &Plan, scenario: &Scenario, ix: IndicatorIx) -> OpenLevers {
    let has_actuals = |ix: IndicatorIx| {
        let entries = scenario.actuals.get(ix);
        entries.is_some_and(|entries| entries.iter().any(|entry| entry.year > plan.base_year))
    };
    gather(plan, ix, has_actuals, |ix| scenario.rates.get(ix).is_some())
}

/// Collects the levers behind an indicator, descending into everything that is not `closed`; split by whether they
/// are `set`.
fn gather(
    plan: &Plan,
    ix: IndicatorIx,
    mut closed: impl FnMut(IndicatorIx) -> bool,
    set: impl Fn(IndicatorIx) -> bool,
) -> OpenLevers {
    let mut is_seen = vec![false; plan.indicators.len()];
    let mut open = vec![ix];
    let mut found = OpenLevers::default();
    while let Some(ix) = open.pop() {
        if std::mem::replace(&mut is_seen[ix.position()], true) || closed(ix) {
            continue;
        }
        match &plan.get(ix).dynamics {
            Dynamics::Derived(expression) => open.extend(expression.inputs()),
            _ if set(ix) => found.set.push(ix),
            _ => found.paced.push(ix),
        }
    }
    found.set.sort_unstable();
    found.paced.sort_unstable();
    found
}

/// The levers behind a derived indicator that are still open in a due year, in plan order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenLevers {
    /// Levers with stated rates.
    pub set: Vec<IndicatorIx>,
    /// Levers whose remaining years have no entry, and so keep the plan's pace.
    pub paced: Vec<IndicatorIx>,
    /// Whether any of the known levels behind it are interpolated.
    pub beside_interpolated: bool,
}

impl OpenLevers {
    pub(super) const NONE: Self = Self {
        set: Vec::new(),
        paced: Vec::new(),
        beside_interpolated: false,
    };

    /// The levers behind an indicator that are open at a step.
    pub(super) fn behind(plan: &Plan, projection: &Projection, ix: IndicatorIx, step: usize) -> Self {
        let origin = |ix| projection.origins(ix)[step];
        let mut beside_interpolated = false;
        let is_known = |ix| {
            beside_interpolated |= origin(ix) == Origin::Interpolated;
            origin(ix).is_known()
        };
        let found = gather(plan, ix, is_known, |ix| origin(ix) == Origin::Projected);
        Self {
            beside_interpolated,
            ..found
        }
    }
}
