//! Validity of actuals: one set of rules for files, typed figures and imports.

use super::resolve::{ActualsFault, Series};
use super::{Actual, ActualEntry, LevelBasis, Origin};
use crate::plan::{Dynamics, Form, Indicator, LARGEST_MULTIPLE, LONGEST_SPAN, LevelKind, Plan};
use crate::text::{Message, numbers};

/// What is wrong with a figure, and the remedy.
pub(super) type FigureFault = (Message, Message);

/// Why an indicator cannot have rates, a base or a spread.
pub(super) fn derived_fault(indicator: &Indicator) -> Option<FigureFault> {
    let Dynamics::Derived(expression) = &indicator.dynamics else {
        return None;
    };
    let what = Message::new("scenario-derived")
        .with("id", indicator.id.as_str())
        .with("expression", expression.text());
    Some((what, Message::new("scenario-derived-help")))
}

/// Why a year cannot have an actual. The base year's level belongs in the bases, so it can only have an annual change;
/// earlier years are context.
pub(super) fn year_fault(
    plan: &Plan,
    indicator: &Indicator,
    year: i32,
    is_annual: bool,
) -> Option<FigureFault> {
    let first = plan.base_year - LONGEST_SPAN;
    let is_base_level = year == plan.base_year && !is_annual;
    if (first..=plan.end_year).contains(&year) && !is_base_level {
        return None;
    }
    let what = Message::new("actual-year")
        .with("id", indicator.id.as_str())
        .with("year", year);
    let help = if is_base_level {
        Message::new("actual-base-year-help")
    } else {
        Message::new("actual-year-help")
            .with("first", first)
            .with("last", plan.end_year)
    };
    Some((what, help))
}

/// Why a figure is invalid for an indicator, independent of other figures.
pub(super) fn figure_fault(indicator: &Indicator, figure: Actual) -> Option<FigureFault> {
    let id = indicator.id.as_str();
    if !figure.value().is_finite() {
        let what = Message::new("not-finite").with("id", id);
        return Some((what, Message::new("not-finite-help")));
    }
    let is_compound = indicator.is_compound();
    let is_possible = match figure {
        Actual::Level(level) => {
            (!is_compound || level > 0.0)
                && indicator
                    .bounds
                    .is_none_or(|(low, high)| (low..=high).contains(&level))
        }
        Actual::AnnualChange(change) | Actual::CumulativeChange(change) => !is_compound || change > -100.0,
    };
    if !is_possible {
        let what = Message::new("actual-impossible")
            .with("id", id)
            .with("value", numbers::shortest(figure.value()));
        return Some((what, Message::new("actual-impossible-help")));
    }
    None
}

/// Why a figure is unusable without a base value: points have no level to start from, and a derived indicator has no
/// levels while one of its inputs lacks a base.
pub(super) fn unbased_fault(
    indicator: &Indicator,
    footing: LevelBasis,
    figure: Actual,
) -> Option<FigureFault> {
    let id = indicator.id.as_str();
    if !indicator.is_lever() {
        return (footing.kind == LevelKind::Unknown).then(|| {
            let what = Message::new("actual-derived-needs-base").with("id", id);
            (what, Message::new("actual-derived-needs-base-help"))
        });
    }
    let is_unbased =
        footing.kind != LevelKind::Absolute && !indicator.is_compound() && matches!(figure, Actual::Level(_));
    is_unbased.then(|| {
        let what = Message::new("actual-needs-base").with("id", id);
        (what, Message::new("actual-needs-base-help"))
    })
}

/// Why individually valid figures within the plan's years do not form a series, with the entry at fault.
pub(super) fn series_fault(
    plan: &Plan,
    indicator: &Indicator,
    footing: LevelBasis,
    entries: &[ActualEntry],
) -> Option<(usize, FigureFault)> {
    let mut levels = vec![f64::NAN; plan.steps() + 1];
    let mut origins = vec![Origin::Projected; levels.len()];
    let series = Series {
        change: indicator.scale.change(),
        base: footing.base,
        base_year: plan.base_year,
        entries,
    };
    let resolved = series.resolve(&mut levels, &mut origins);
    match resolved.and_then(|last| Ok((last, series.history()?))) {
        Ok((last, past)) => past_fault(indicator, footing, &past, entries)
            .or_else(|| count_fault(plan, indicator, &levels[..=last], &origins, entries)),
        Err(fault) => Some(in_words(indicator, fault)),
    }
}

/// An unusable level in a year before the base year. Later years are caught by the projection.
fn past_fault(
    indicator: &Indicator,
    footing: LevelBasis,
    past: &[(i32, f64)],
    entries: &[ActualEntry],
) -> Option<(usize, FigureFault)> {
    let largest = LARGEST_MULTIPLE * footing.base.abs().max(1.0);
    // False for NaN.
    let is_usable = |level: f64| level.is_finite() && level.abs() <= largest;
    let (year, _) = past.iter().find(|(_, level)| !is_usable(*level))?;
    // A change is relative to the previous year.
    let told = |entry: &ActualEntry| entry.year == *year || entry.year == *year + 1;
    let entry = entries.iter().position(told).unwrap_or(0);
    let what = Message::new("actual-no-number")
        .with("id", indicator.id.as_str())
        .with("year", *year);
    Some((entry, (what, Message::new("actual-no-number-help"))))
}

fn in_words(indicator: &Indicator, fault: ActualsFault) -> (usize, FigureFault) {
    let id = indicator.id.as_str();
    match fault {
        ActualsFault::Contradiction {
            year,
            entry,
            says,
            others_say,
        } => {
            let what = Message::new("actual-contradiction")
                .with("id", id)
                .with("year", year)
                .with("says", numbers::decimal(says, 3))
                .with("others", numbers::decimal(others_say, 3));
            (entry, (what, Message::new("actual-contradiction-help")))
        }
        ActualsFault::NothingToChangeFrom { year, entry } => {
            let what = Message::new("actual-from-nowhere")
                .with("id", id)
                .with("year", year)
                .with("before", year - 1);
            (entry, (what, Message::new("actual-from-nowhere-help")))
        }
    }
}

/// Counts never fall, and a task is 0 or 1.
fn count_fault(
    plan: &Plan,
    indicator: &Indicator,
    levels: &[f64],
    origins: &[Origin],
    entries: &[ActualEntry],
) -> Option<(usize, FigureFault)> {
    let has = |is: fn(Form) -> bool| indicator.targets.iter().any(|target| is(target.form));
    if !has(Form::counts_from_zero) {
        return None;
    }
    let is_done_target = has(|form| form == Form::Done);
    let is_faulty = |step: &usize| {
        let (before, level) = (levels[step - 1], levels[*step]);
        // Only entered figures can be at fault, not interpolated ones.
        let is_given = origins[*step] == Origin::Actual;
        let is_between = is_given && is_done_target && level.abs() > 1e-9 && (level - 1.0).abs() > 1e-9;
        level < before - 1e-9 || is_between
    };
    let step = (1..levels.len()).find(is_faulty)?;
    let year = plan.year(step);
    let entry = entries.iter().position(|entry| entry.year >= year).unwrap_or(0);
    let id = if is_done_target {
        "actual-done"
    } else {
        "actual-count-falls"
    };
    let what = Message::new(id)
        .with("id", indicator.id.as_str())
        .with("year", year)
        .with("value", numbers::shortest(levels[step]));
    let help = if is_done_target {
        "actual-done-help"
    } else {
        "actual-count-falls-help"
    };
    Some((entry, (what, Message::new(help))))
}
