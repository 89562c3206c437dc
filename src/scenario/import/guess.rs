//! Levels or changes? The reading under which most yearly rates are such as the plan's sliders offer.

use super::Kind;
use crate::plan::{IndicatorIx, Plan};

/// As what an indicator's figures are best read. The order of [`Kind::ALL`] decides between equals, except that percent
/// signs speak for changes where levels are no percentages.
pub(super) fn kind(
    plan: &Plan,
    base: Option<f64>,
    ix: IndicatorIx,
    figures: &[(i32, f64)],
    shows_percent: bool,
) -> Kind {
    let is_compound = plan.get(ix).is_compound();
    let mut kinds = Kind::ALL;
    if shows_percent && is_compound {
        kinds.rotate_left(1);
    }
    let mut sorted = figures.to_vec();
    sorted.sort_by_key(|(year, _)| *year);
    let score = |kind: Kind| plausible(plan, base, ix, &sorted, kind);
    // Of equal maxima the last one wins, so the order is turned round.
    kinds
        .into_iter()
        .rev()
        .max_by_key(|kind| score(*kind))
        .unwrap_or(Kind::Level)
}

/// How many of the yearly rates that follow from the figures lie within the slider's range.
fn plausible(plan: &Plan, base: Option<f64>, ix: IndicatorIx, figures: &[(i32, f64)], kind: Kind) -> usize {
    let indicator = plan.get(ix);
    let is_compound = indicator.is_compound();
    let start = base.unwrap_or(if is_compound { 100.0 } else { 0.0 });
    let changed = |level: f64, change: f64| indicator.scale.change().step(level, change);
    let mut before = (plan.base_year, start);
    let mut count = 0;
    for &(year, value) in figures {
        let steps = usize::try_from(year - before.0).unwrap_or(0);
        let (from, level, steps) = match kind {
            Kind::Level => (before.1, value, steps),
            // The year before is one step away, whether or not its level is known.
            Kind::AnnualChange => (start, changed(start, value), 1),
            Kind::CumulativeChange => (before.1, changed(start, value), steps),
        };
        before = (year, level);
        if steps == 0 || (is_compound && level <= 0.0) {
            continue;
        }
        // A first level without a base cannot be compared with anything.
        let is_unbased = kind == Kind::Level && base.is_none() && !is_compound && count == 0;
        let rule = indicator.change().unwrap_or(indicator.scale.change());
        let rate = rule.rate(from, level, steps);
        let (low, high) = indicator.rate_range;
        if is_unbased || (low..=high).contains(&rate) {
            count += 1;
        }
    }
    count
}
