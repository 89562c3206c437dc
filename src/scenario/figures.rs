//! What an actual figure must be like: the same rules for files, for what is typed, and for what is imported.

use super::resolve::{ActualsFault, Origin, Series};
use super::{Actual, ActualEntry};
use crate::plan::{Dynamics, Indicator, Plan};
use crate::text::{Message, numbers};

/// What is wrong with a figure, and what to do about it.
pub(super) type Fault = (Message, Message);

/// Why an indicator has no figures of its own.
pub(super) fn derived_fault(indicator: &Indicator) -> Option<Fault> {
    let Dynamics::Derived(expression) = &indicator.dynamics else {
        return None;
    };
    let what = Message::new("scenario-derived")
        .with("id", indicator.id.as_str())
        .with("expression", expression.text());
    Some((what, Message::new("scenario-derived-help")))
}

/// Why a year cannot have an actual.
pub(super) fn year_fault(plan: &Plan, indicator: &Indicator, year: i32) -> Option<Fault> {
    let first = plan.base_year + 1;
    if (first..=plan.end_year).contains(&year) {
        return None;
    }
    let what = Message::new("actual-year")
        .with("id", indicator.id.as_str())
        .with("year", year);
    let help = if year == plan.base_year {
        Message::new("actual-base-year-help")
    } else {
        Message::new("actual-year-help")
            .with("first", first)
            .with("last", plan.end_year)
    };
    Some((what, help))
}

/// Why a figure cannot be an indicator's, whatever the others are.
pub(super) fn figure_fault(indicator: &Indicator, figure: Actual) -> Option<Fault> {
    let id = indicator.id.as_str();
    if !figure.value().is_finite() {
        let what = Message::new("not-finite").with("id", id);
        return Some((what, Message::new("not-finite-help")));
    }
    let is_compound = indicator.dynamics.is_compound();
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

/// Why a level says nothing: points have no level to start from unless someone gives a base value.
pub(super) fn unbased_fault(indicator: &Indicator, own_base: Option<f64>, figure: Actual) -> Option<Fault> {
    let is_unbased =
        own_base.is_none() && !indicator.dynamics.is_compound() && matches!(figure, Actual::Level(_));
    is_unbased.then(|| {
        let what = Message::new("actual-needs-base").with("id", indicator.id.as_str());
        (what, Message::new("actual-needs-base-help"))
    })
}

/// Why figures, each sound by itself and in years of the plan, make no series; with the entry at fault.
pub(super) fn series_fault(
    plan: &Plan,
    indicator: &Indicator,
    own_base: Option<f64>,
    entries: &[ActualEntry],
) -> Option<(usize, Fault)> {
    let is_compound = indicator.dynamics.is_compound();
    let mut levels = vec![f64::NAN; plan.steps() + 1];
    let mut origins = vec![Origin::Projected; levels.len()];
    let series = Series {
        is_compound,
        base: own_base.unwrap_or(if is_compound { 100.0 } else { 0.0 }),
        base_year: plan.base_year,
        entries,
    };
    let id = indicator.id.as_str();
    match series.resolve(&mut levels, &mut origins).err()? {
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
            Some((entry, (what, Message::new("actual-contradiction-help"))))
        }
        ActualsFault::NothingToChangeFrom { year, entry } => {
            let what = Message::new("actual-from-nowhere")
                .with("id", id)
                .with("year", year)
                .with("before", year - 1);
            Some((entry, (what, Message::new("actual-from-nowhere-help"))))
        }
    }
}
