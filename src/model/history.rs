//! Levels before the base year: drawn and exported as context, never projected from.

use super::Projection;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Scenario, Series};

/// Known levels before the base year as (calendar year, level), in order. Empty if none were entered or the indicator
/// has no levels.
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
    // Contradictory figures are rejected when read or typed, so none get this far.
    series.history().unwrap_or_default()
}
