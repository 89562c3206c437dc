//! The rates of the even path, which a lever follows if nothing was entered for it.

use crate::plan::{Indicator, IndicatorIx, LONGEST_SPAN, LevelKind, Period, Plan};
use crate::scenario::Scenario;

/// The rates of the even path from a base value; those of the plan itself are reused if the base is the plan's.
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

/// The annual rates that [`super::project`] uses for a lever without stated rates: the even path that meets every
/// target exactly, or zeros without a target. `None` without a base value.
#[must_use]
pub fn even_rates(plan: &Plan, scenario: &Scenario, ix: IndicatorIx) -> Option<Vec<f64>> {
    let indicator = plan.get(ix);
    let own_base = scenario.bases.get(ix).copied();
    let (kind, base) = indicator.start(own_base);
    (kind != LevelKind::Unknown).then(|| with_even(indicator, own_base, base, plan.period(), <[f64]>::to_vec))
}
