//! Where a dragged point comes to rest: on the target, the even rate, the rate that is still needed.

use super::scale::PlotScale;
use crate::figure::{Chart, Measure};
use crate::model::{enough_even_rates, enough_rate};
use crate::plan::Indicator;
use crate::scenario::Rates;
use crate::session::Session;

/// How near the point must be, in points.
const NEAR: f32 = 4.0;
/// The decimals of rates that one would also type.
const DECIMALS: usize = 2;

/// The rates that bring the point of a step to `value` on the axis; with a place to come to rest within reach, the rates
/// that lead there, unless `is_free`.
pub(super) fn rates_at(
    session: &Session,
    chart: &Chart,
    (step, value): (usize, f64),
    scale: &PlotScale,
    is_free: bool,
) -> Option<Rates> {
    let document = session.document();
    let (plan, ix) = (document.plan(), chart.indicator);
    let projection = document.projection();
    let levels = projection.levels(ix)?;
    let measure = Measure::new(plan, ix, projection.kind(ix), levels[0], chart.mode)?;
    let before = step.checked_sub(1).map(|before| levels[before]);
    if !is_free && let Some(rates) = resting(session, chart, (step, value), (scale, &measure)) {
        return Some(rates);
    }
    let level = measure.level(value, before)?;
    // A drag stays within the indicator's bounds.
    let (lowest, highest) = plan.get(ix).bounds.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    let rates = document.rates_to(ix, step, level.clamp(lowest, highest))?;
    let aimed = |rate: f64| aimed(plan.get(ix), rate);
    Some(match rates {
        Rates::Constant(rate) => Rates::Constant(aimed(rate)),
        Rates::Yearly(mut years) if step == plan.steps() => {
            let open = projection.last_actual(ix);
            years[open..].iter_mut().for_each(|rate| *rate = aimed(*rate));
            Rates::Yearly(years)
        }
        Rates::Yearly(mut years) => {
            years[step - 1] = aimed(years[step - 1]);
            Rates::Yearly(years)
        }
        growth @ Rates::OutputGrowth { .. } => growth,
    })
}

/// The nearest place to come to rest within reach.
fn resting(
    session: &Session,
    chart: &Chart,
    (step, value): (usize, f64),
    (scale, measure): (&PlotScale, &Measure<'_>),
) -> Option<Rates> {
    let document = session.document();
    let (plan, ix) = (document.plan(), chart.indicator);
    let projection = document.projection();
    let levels = projection.levels(ix)?;
    let change = plan.get(ix).change()?;
    let open = projection.last_actual(ix);
    let is_last = step == plan.steps();
    let y = scale.y(value);
    let near = |level: f64| {
        let shown = measure.show(level, Some(levels[step - 1]))?;
        let distance = (scale.y(shown) - y).abs();
        (distance <= NEAR).then_some(distance)
    };
    // A rate for the year alone, or for all open years.
    let by_rate = |rate: f64| {
        let level = if is_last {
            change.along(levels[open], &vec![rate; step - open])
        } else {
            change.step(levels[step - 1], rate)
        };
        let rates = if is_last {
            document.rates_at(ix, rate)
        } else {
            let mut rates = document.rates(ix);
            rates[step - 1] = rate;
            Rates::Yearly(rates)
        };
        Some((near(level)?, rates))
    };
    let ledgers = plan
        .targets_of(ix)
        .filter_map(|(target, _)| document.evaluation().ledger(target));
    let needed = ledgers.filter_map(|ledger| {
        let (rate, _) = enough_rate(plan, projection, ledger, DECIMALS)?;
        by_rate(rate)
    });
    let even = enough_even_rates(plan, document.scenario(), ix, DECIMALS);
    let even = even.and_then(|rates| by_rate(*rates.get(step - 1)?));
    // Targets that fall due in the year of the point.
    let year = plan.year(step);
    let due = chart
        .targets
        .iter()
        .filter(|target| target.years.1 == year && !is_last);
    let due = due.filter_map(|target| {
        let level = measure.level(target.value, Some(levels[step - 1]))?;
        Some((near(level)?, document.rates_to(ix, step, level)?))
    });
    needed
        .chain(even)
        .chain(due)
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, rates)| rates)
}

/// A rate rounded to what a hand can aim at, so that files contain figures one might also type.
pub(in crate::ui) fn aimed(indicator: &Indicator, rate: f64) -> f64 {
    let (low, high) = indicator.rate_range;
    let grain = if high - low <= 1.0 { 1e3 } else { 1e2 };
    (rate * grain).round() / grain
}
