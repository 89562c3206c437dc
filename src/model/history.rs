//! What was before the base year: context that is drawn and exported, and that nothing is projected from.

use super::Projection;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Scenario, Series};

/// The known levels of years before the base year, calendar year and level in the order of the years. Empty where none
/// were entered, and where the indicator has no levels.
#[must_use]
pub fn history(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    ix: IndicatorIx,
) -> Vec<(i32, f64)> {
    let (Some(entries), Some(levels)) = (scenario.actuals.get(ix), projection.levels(ix)) else {
        return Vec::new();
    };
    let series = Series {
        change: plan.get(ix).scale.change(),
        base: levels[0],
        base_year: plan.base_year,
        entries,
    };
    if !series.has_history() {
        return Vec::new();
    }
    // Contradictions are reported when figures are read or typed, so none gets this far.
    series.history().unwrap_or_default()
}
