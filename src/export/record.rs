//! The figures of one indicator over the years, as data files give them: JSON, CSV.

use serde::Serialize;

use crate::figure::unit;
use crate::model::Projection;
use crate::plan::{IndicatorIx, Plan};
use crate::text::Language;

/// One indicator's figures, base year first. Nothing rounded; nothing where a figure has no meaning.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// The unit of the levels on the basis they have.
    pub unit: String,
    /// Levels in that unit.
    pub levels: Vec<Option<f64>>,
    /// Change against the year before, percent.
    pub annual_change_percent: Vec<Option<f64>>,
    /// Change against the base year, percent.
    pub cumulative_change_percent: Vec<Option<f64>>,
    /// Where each level comes from: base, actual, interpolated or projected.
    pub origin: Vec<&'static str>,
}

/// The figures of an indicator in a projection of its plan.
#[must_use]
pub fn record(plan: &Plan, projection: &Projection, ix: IndicatorIx, language: Language) -> Record {
    let steps = 0..=plan.steps();
    let levels = projection.levels(ix);
    Record {
        unit: unit(plan, plan.get(ix), projection.basis(ix), language).into_owned(),
        levels: steps
            .clone()
            .map(|step| levels.map(|levels| levels[step]))
            .collect(),
        annual_change_percent: steps
            .clone()
            .map(|step| projection.percent_change(ix, step.checked_sub(1)?, step))
            .collect(),
        cumulative_change_percent: steps.map(|step| projection.percent_change(ix, 0, step)).collect(),
        origin: projection
            .origins(ix)
            .iter()
            .map(|origin| origin.name())
            .collect(),
    }
}
