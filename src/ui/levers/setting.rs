//! What a lever's controls show.

use crate::model::{Required, even_rates};
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::Rates;
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
        let (plan, scenario) = (document.plan(), document.scenario());
        let from = document.projection().last_actual(ix);
        let even = even_rates(plan, scenario, ix).unwrap_or_else(|| vec![0.0; plan.steps()]);
        let open = even.get(from..).filter(|open| !open.is_empty()).unwrap_or(&even);
        let plan_rate = mean(indicator, open);
        let rates = scenario.rates.get(ix);
        // A lever's number is the rate of the years still open: actuals override the rates of the others.
        let rate = document.open_rate(ix).unwrap_or_else(|| match rates {
            Some(Rates::Constant(rate)) => *rate,
            _ => mean(indicator, &document.rates(ix)),
        });
        let remark = match rates {
            None | Some(Rates::Constant(_)) => None,
            Some(Rates::Yearly(_)) => Some("lever-yearly"),
            Some(Rates::OutputGrowth { .. }) => Some("lever-output-growth"),
        };
        let mut ledgers = plan
            .targets_of(ix)
            .filter_map(|(target, _)| document.evaluation().ledger(target));
        let required = ledgers.find_map(|ledger| match ledger.required {
            Required::Rate(rate) if from > 0 => Some(rate),
            _ => None,
        });
        Self {
            rate,
            required,
            plan_rate,
            remark,
            is_on_plan: rates.is_none(),
        }
    }
}

/// The one rate where all years have it, else the constant one with the same result.
fn mean(indicator: &Indicator, rates: &[f64]) -> f64 {
    match (indicator.change(), rates) {
        (_, [first, rest @ ..]) if rest.iter().all(|rate| rate.to_bits() == first.to_bits()) => *first,
        (Some(change), rates) => change.mean(rates),
        (None, _) => 0.0,
    }
}
