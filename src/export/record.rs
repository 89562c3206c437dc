//! One indicator's figures by year, for JSON and CSV.

use serde::Serialize;

use crate::model::{Projection, history};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;
use crate::text::Language;
use crate::wording::unit;

/// One indicator's figures from the base year on, unrounded; `None` if not meaningful.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// Unit of the levels.
    pub unit: String,
    /// Levels in that unit.
    pub levels: Vec<Option<f64>>,
    /// Change on the year before, percent.
    pub annual_change_percent: Vec<Option<f64>>,
    /// Change from the base year, percent.
    pub cumulative_change_percent: Vec<Option<f64>>,
    /// Origin of each level: base, actual, interpolated, implied, projected, partly_assumed or assumed.
    pub origin: Vec<&'static str>,
    /// Origin of each annual change: actual only if both ends are base or actual.
    pub annual_change_origin: Vec<Option<&'static str>>,
    /// Levels before the base year, not used for projection.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<EarlierLevel>,
}

/// A level of a year before the base year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EarlierLevel {
    /// Calendar year.
    pub year: i32,
    /// Level in the indicator's unit.
    pub level: f64,
}

/// The figures of an indicator in a projection. Pass the projected `scenario` to include years before the base year.
#[must_use]
pub fn record(
    plan: &Plan,
    scenario: Option<&Scenario>,
    projection: &Projection,
    ix: IndicatorIx,
    language: Language,
) -> Record {
    let past = scenario.map_or_else(Vec::new, |scenario| history(plan, scenario, projection, ix));
    let steps = 0..=plan.steps();
    let levels = projection.levels(ix);
    Record {
        unit: unit(plan, plan.get(ix), projection.kind(ix), language).into_owned(),
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
        annual_change_origin: (0..=plan.steps())
            .map(|step| Some(projection.change_origin(ix, step)?.name()))
            .collect(),
        history: past
            .into_iter()
            .map(|(year, level)| EarlierLevel { year, level })
            .collect(),
    }
}
