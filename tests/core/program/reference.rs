//! A naive projection, written from the formulas in the guide and nothing else: one indicator and one year at a time.

use planpath::model::{LevelKind, even_rates};
use planpath::plan::{Dynamics, Indicator, IndicatorIx, Plan, Scale};
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario};

/// The levels of every indicator that has any, given what they are measured from.
pub fn levels(
    plan: &Plan,
    scenario: &Scenario,
    kind: impl Fn(IndicatorIx) -> LevelKind,
) -> Vec<Option<Vec<f64>>> {
    let mut found: Vec<Option<Vec<f64>>> = vec![None; plan.indicators.len()];
    for (ix, indicator) in plan.levers() {
        found[ix.position()] = match kind(ix) {
            LevelKind::Unknown => None,
            LevelKind::Absolute => {
                let base = scenario.bases.get(ix).copied().or(indicator.base);
                Some(lever(plan, scenario, ix, base.expect("a base value")))
            }
            LevelKind::Index => Some(lever(plan, scenario, ix, 100.0)),
            LevelKind::Change => Some(lever(plan, scenario, ix, 0.0)),
        };
    }
    // Identities may use each other in any order: as many passes as there are indicators are enough.
    for _ in plan.iter() {
        for (ix, indicator) in plan.iter() {
            let Dynamics::Derived(identity) = &indicator.dynamics else {
                continue;
            };
            if kind(ix) == LevelKind::Unknown
                || identity.inputs().any(|input| found[input.position()].is_none())
            {
                continue;
            }
            let in_year =
                |year: usize| identity.evaluate(|input| found[input.position()].as_ref().unwrap()[year]);
            let mut levels: Vec<f64> = (0..=plan.steps()).map(in_year).collect();
            if kind(ix) == LevelKind::Index {
                let base = levels[0];
                levels = levels.iter().map(|level| 100.0 * level / base).collect();
            }
            if let Some(entries) = scenario.actuals.get(ix) {
                levels = corrected(plan, indicator, entries, &levels);
            }
            found[ix.position()] = Some(levels);
        }
    }
    found
}

/// A year's entry as a level, given the levels of the base year and the year before.
fn entered(scale: Scale, figure: Actual, base: f64, before: Option<f64>) -> f64 {
    let changed = |from: f64, change: f64| match scale {
        Scale::Ratio => from + from * change / 100.0,
        Scale::Points => from + change,
    };
    match figure {
        Actual::Level(level) => level,
        Actual::CumulativeChange(change) => changed(base, change),
        Actual::AnnualChange(change) => changed(
            before.expect("the tests enter no change of an unknown level"),
            change,
        ),
    }
}

/// Known levels year by year from the base year to the last known; between two of them at a constant rate.
fn actual_levels(plan: &Plan, indicator: &Indicator, entries: &[ActualEntry], base: f64) -> Vec<f64> {
    let mut known = vec![None; plan.steps() + 1];
    known[0] = Some(base);
    for year in 1..=plan.steps() {
        let calendar = plan.base_year + i32::try_from(year).unwrap();
        if let Some(entry) = entries.iter().find(|entry| entry.year == calendar) {
            known[year] = Some(entered(indicator.scale, entry.figure, base, known[year - 1]));
        }
    }
    let last = known.iter().rposition(Option::is_some).unwrap();
    let mut levels = Vec::new();
    for year in 0..=last {
        if let Some(level) = known[year] {
            levels.push(level);
            continue;
        }
        let before = (0..year).rev().find(|other| known[*other].is_some()).unwrap();
        let after = (year..=last).find(|other| known[*other].is_some()).unwrap();
        let (from, to) = (known[before].unwrap(), known[after].unwrap());
        let part = (year - before) as f64 / (after - before) as f64;
        levels.push(match indicator.scale {
            Scale::Ratio => from * (to / from).powf(part),
            Scale::Points => from + (to - from) * part,
        });
    }
    levels
}

/// x_t = x_{t−1} (1 + r), x_{t−1} (1 − r), x_{t−1} + r or x_{t−1} (1 + g_top) / (1 + g_all), from the last actual on.
fn lever(plan: &Plan, scenario: &Scenario, ix: IndicatorIx, base: f64) -> Vec<f64> {
    let indicator = plan.get(ix);
    let entries = scenario.actuals.get(ix).map_or(&[][..], Vec::as_slice);
    let mut levels = actual_levels(plan, indicator, entries, base);
    for year in levels.len()..=plan.steps() {
        let before = levels[year - 1];
        let rate = match scenario.rates.get(ix) {
            // The even path has tests of its own.
            None => even_rates(plan, scenario, ix).expect("a lever with levels")[year - 1],
            Some(Rates::Constant(rate)) => *rate,
            Some(Rates::Yearly(rates)) => rates[year - 1],
            Some(Rates::OutputGrowth { top, all }) => {
                levels.push(before * (1.0 + top[year - 1] / 100.0) / (1.0 + all[year - 1] / 100.0));
                continue;
            }
        };
        levels.push(match indicator.dynamics {
            Dynamics::Growth => before * (1.0 + rate / 100.0),
            Dynamics::Decline => before * (1.0 - rate / 100.0),
            _ => before + rate,
        });
    }
    levels
}

/// Published figures of a derived indicator: k = a / d, or a − d, is 1 or 0 in the base year, interpolated between entered
/// years, constant after the last.
fn corrected(plan: &Plan, indicator: &Indicator, entries: &[ActualEntry], identity: &[f64]) -> Vec<f64> {
    let mut k = vec![(0, if indicator.scale == Scale::Ratio { 1.0 } else { 0.0 })];
    let levels = actual_levels(plan, indicator, entries, identity[0]);
    for entry in entries {
        let year = usize::try_from(entry.year - plan.base_year).unwrap();
        let (a, d) = (levels[year], identity[year]);
        k.push((
            year,
            if indicator.scale == Scale::Ratio {
                a / d
            } else {
                a - d
            },
        ));
    }
    k.sort_by_key(|(year, _)| *year);
    let in_year = |year: usize| {
        let (before, first) = *k.iter().rfind(|(entered, _)| *entered <= year).unwrap();
        let Some((after, second)) = k.iter().find(|(entered, _)| *entered > year).copied() else {
            return first;
        };
        let part = (year - before) as f64 / (after - before) as f64;
        match indicator.scale {
            Scale::Ratio => first * (second / first).powf(part),
            Scale::Points => first + (second - first) * part,
        }
    };
    let correct = |(year, d): (usize, &f64)| match indicator.scale {
        Scale::Ratio => d * in_year(year),
        Scale::Points => d + in_year(year),
    };
    identity.iter().enumerate().map(correct).collect()
}
