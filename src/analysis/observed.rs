//! The annual rates observed for an indicator.

use crate::model::{Origin, Projection, history};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;

/// The lowest and highest annual rate between an indicator's own actuals, as its lever is measured, each with its
/// calendar year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ObservedRates {
    /// The lowest.
    pub least: (f64, i32),
    /// The highest.
    pub greatest: (f64, i32),
}

impl ObservedRates {
    /// Whether a rate lies outside the range observed.
    #[must_use]
    pub fn is_beyond(&self, rate: f64) -> bool {
        // Allows for the rounding error of rates computed from levels.
        let slack = 1e-9 * rate.abs().max(1.0);
        rate < self.least.0 - slack || rate > self.greatest.0 + slack
    }
}

/// The rates observed for a lever: between consecutive years that were both entered, before or after the base year.
/// `None` if there are no two such years.
#[must_use]
pub fn observed_rates(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
) -> Option<ObservedRates> {
    let mut found: Option<ObservedRates> = None;
    for rate in yearly_rates(plan, scenario, projection, lever) {
        let known = found.get_or_insert(ObservedRates {
            least: rate,
            greatest: rate,
        });
        if rate.0 < known.least.0 {
            known.least = rate;
        }
        if rate.0 > known.greatest.0 {
            known.greatest = rate;
        }
    }
    found
}

/// A lever's yearly rates between two years of which both are base or actual, in its own terms, each with its calendar year.
/// Those that lie between interpolated years would all be the same.
pub(super) fn yearly_rates(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
) -> Vec<(f64, i32)> {
    let (Some(change), Some(levels)) = (plan.get(lever).change(), projection.levels(lever)) else {
        return Vec::new();
    };
    let mut past = history(plan, scenario, projection, lever);
    past.push((plan.base_year, levels[0]));
    let before = past.windows(2).filter_map(|pair| {
        let ((from, first), (to, last)) = (pair[0], pair[1]);
        (to == from + 1).then(|| (change.rate(first, last, 1), to))
    });
    let since = (1..=projection.last_actual(lever)).filter_map(|step| {
        let is_actual = projection.change_origin(lever, step) == Some(Origin::Actual);
        is_actual.then(|| (change.rate(levels[step - 1], levels[step], 1), plan.year(step)))
    });
    before.chain(since).filter(|(rate, _)| rate.is_finite()).collect()
}
