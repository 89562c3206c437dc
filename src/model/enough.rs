//! Required figures rounded so that exactly what is displayed is enough.

use super::criterion::Criterion;
use super::required::{MOST_DECIMALS, Required};
use super::rounding::units;
use super::{Ledger, Projection};
use crate::plan::Plan;

/// The rate required in the remaining years, rounded to `decimals` in the direction that meets the target, so that
/// 0.062 shows as 0.07; with more decimals if a narrow band needs them. Returns the rate and its decimals; `None` if
/// no rate is required.
#[must_use]
pub fn enough_rate(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    decimals: usize,
) -> Option<(f64, usize)> {
    let (Required::Rate(rate) | Required::AlreadyMet { rate: Some(rate) }) = ledger.required else {
        return None;
    };
    let levels = projection.levels(ledger.indicator())?;
    Some(enough_change(
        plan,
        ledger,
        levels,
        (rate, ledger.years_left()),
        decimals,
    ))
}

/// [`Ledger::remaining`], rounded in the same way; `None` if nothing remains.
#[must_use]
pub fn enough_remaining(plan: &Plan, ledger: &Ledger, decimals: usize) -> Option<(f64, usize)> {
    let remaining = ledger.remaining()?;
    let levels: Vec<f64> = ledger.years.iter().map(|year| year.level).collect();
    Some(enough_change(plan, ledger, &levels, (remaining, 1), decimals))
}

/// A change and how often it is applied after the last data, rounded so that it meets the target.
fn enough_change(
    plan: &Plan,
    ledger: &Ledger,
    levels: &[f64],
    (rate, times): (f64, usize),
    decimals: usize,
) -> (f64, usize) {
    let (indicator, target) = (plan.get(ledger.indicator()), plan.target(ledger.target));
    let from = levels[ledger.last_actual];
    let (criterion, left) = if target.is_each_year() {
        let next = (ledger.last_actual + 1).min(plan.steps());
        (Criterion::in_year(plan, target, indicator.scale, levels, next), 1)
    } else {
        (
            Criterion::new(target, indicator.scale, levels[0], plan.due_step(target)),
            times,
        )
    };
    let goes_up = ledger.is_ceiling != ledger.change.rises();
    let towards = if goes_up { 1.0 } else { -1.0 };
    let with = |places: usize| {
        let unit = units(places);
        let nearest = (rate * unit).round();
        let tried = [-1.0, 0.0, 1.0, 2.0].map(|by| (nearest + towards * by) / unit);
        let suffices = |rate: &f64| criterion.meets(ledger.change.after(from, *rate, left));
        // An f64 has no further digits. Zero carries no sign.
        let is_sensible = nearest.abs() < 1e15;
        let found = tried.into_iter().find(suffices).filter(|_| is_sensible);
        found.map(|rate| (rate + 0.0, places))
    };
    let wanted = decimals.min(MOST_DECIMALS);
    (wanted..=MOST_DECIMALS)
        .find_map(with)
        .unwrap_or((rate, decimals))
}
