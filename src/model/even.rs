//! The rates of the even path, on which a lever goes for which nothing was entered.

use crate::plan::{Indicator, IndicatorIx, LONGEST_SPAN, LevelKind, Period, Plan};
use crate::scenario::Scenario;

/// The rates of the even path from a base; the plan's own where the base is the plan's, which saves working them out.
pub(super) fn with_even<T>(
    indicator: &Indicator,
    own_base: Option<f64>,
    base: f64,
    period: Period,
    then: impl FnOnce(&[f64]) -> T,
) -> T {
    if let (None, Some(rates)) = (own_base, &indicator.plan_rates) {
        return then(rates);
    }
    // On the stack: this runs in every projection.
    let mut rates = [0.0; LONGEST_SPAN as usize];
    let rates = &mut rates[..period.steps()];
    indicator.fill_even_rates(base, period, rates);
    then(rates)
}

/// The annual rates with which [`super::project`] moves a lever that the scenario gives none: the even path that meets every
/// target exactly, zeros without a target. Nothing where no base value is known.
#[must_use]
pub fn even_rates(plan: &Plan, scenario: &Scenario, ix: IndicatorIx) -> Option<Vec<f64>> {
    let indicator = plan.get(ix);
    let own_base = scenario.bases.get(ix).copied();
    let (kind, base) = indicator.start(own_base);
    (kind != LevelKind::Unknown).then(|| with_even(indicator, own_base, base, plan.period(), <[f64]>::to_vec))
}
