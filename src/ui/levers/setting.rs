//! What a lever's controls show.

use crate::model::{Required, required_rate};
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::scenario::schedule::equivalent_constant;
use crate::session::Document;

/// How a lever stands: the rate its slider shows, and what is special about it.
pub(super) struct Setting {
    pub rate: f64,
    /// The even rate that meets the target.
    pub plan_rate: f64,
    /// The rate that the years after the last actual need, where there are actuals and the target is not met yet.
    pub required: Option<f64>,
    /// Said beside the name when the rate is not one constant figure.
    pub remark: Option<&'static str>,
    pub is_on_plan: bool,
}

impl Setting {
    pub(super) fn of(document: &Document, ix: IndicatorIx, indicator: &Indicator) -> Self {
        let steps = document.plan().steps();
        let base = document.plan_path().levels(ix).map(|levels| levels[0]);
        let plan_rate = base.map_or(0.0, |base| indicator.even_rate(base, steps));
        let rates = document.scenario().rates.get(ix);
        let (rate, remark) = match rates {
            None => (plan_rate, None),
            Some(Rates::Constant(rate)) => (*rate, None),
            Some(Rates::Yearly(rates)) => (
                equivalent_constant(&indicator.dynamics, rates),
                Some("lever-yearly"),
            ),
            Some(Rates::OutputGrowth { .. }) => (mean_points(document, ix), Some("lever-output-growth")),
        };
        let required = match required_rate(document.plan(), document.projection(), ix) {
            Required::Rate(rate) if document.projection().last_actual(ix) > 0 => Some(rate),
            _ => None,
        };
        Self {
            rate,
            required,
            plan_rate,
            remark,
            is_on_plan: rates.is_none(),
        }
    }
}

fn mean(rates: &[f64]) -> f64 {
    rates.iter().sum::<f64>() / f64::from(u32::try_from(rates.len().max(1)).unwrap_or(1))
}

/// Points a year over the projected years.
fn mean_points(document: &Document, ix: IndicatorIx) -> f64 {
    let from = document.projection().last_actual(ix);
    let changes: Vec<f64> = (from + 1..=document.plan().steps())
        .filter_map(|step| document.projection().annual_change(document.plan(), ix, step))
        .collect();
    mean(&changes)
}
