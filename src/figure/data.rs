//! Which values of a line rest on data, and what is said of the last of them.

use super::Mode;
use crate::model::{Origin, Projection};
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::text::Language;
use crate::wording::chart;

/// The last data that a chart's values rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastData {
    /// Calendar year.
    pub year: i32,
    /// The year of the indicator's own last actual, if it has any; values after that are derived from actuals of others.
    pub own: Option<i32>,
    /// Whether what follows after those, up to the last, lies between data rather than being derived.
    pub is_interpolated: bool,
}

impl LastData {
    /// The last data behind a line in one mode; nothing where no value of it rests on any.
    pub(super) fn of(plan: &Plan, projection: &Projection, ix: IndicatorIx, mode: Mode) -> Option<Self> {
        let last_that = |wanted: &dyn Fn(usize) -> bool| (1..=plan.steps()).rev().find(|step| wanted(*step));
        let shown = |step: usize| origin_shown(projection, ix, step, mode);
        let last = last_that(&|step| rests_on_data(plan, projection, ix, step))?;
        let own = last_that(&|step| shown(step) == Some(Origin::Actual));
        Some(Self {
            year: plan.year(last),
            own: own.map(|step| plan.year(step)),
            is_interpolated: own < Some(last) && shown(last) == Some(Origin::Interpolated),
        })
    }

    /// What lies before a line at their year: "actual to 2013", "derived from data to 2013", or one after the other.
    #[must_use]
    pub fn in_words(self, language: Language) -> String {
        chart::data_until(self.year, self.own, self.is_interpolated, language)
    }
}

/// What the value of a year rests on. A rate has two ends: it is actual only where both are.
pub(super) fn origin_shown(
    projection: &Projection,
    ix: IndicatorIx,
    step: usize,
    mode: Mode,
) -> Option<Origin> {
    if mode == Mode::Annual {
        projection.change_origin(ix, step)
    } else {
        projection.origins(ix).get(step).copied()
    }
}

/// Whether the value of a year rests on data, even if some of its inputs are assumed. One that rests on a stated rate
/// does not, whatever other inputs rest on.
#[must_use]
pub fn rests_on_data(plan: &Plan, projection: &Projection, ix: IndicatorIx, step: usize) -> bool {
    match projection.origins(ix)[step] {
        Origin::Actual | Origin::Interpolated | Origin::Implied => true,
        Origin::PartlyAssumed => {
            step <= projection.last_actual(ix) && !has_set_input(plan, projection, ix, step)
        }
        Origin::Base | Origin::Projected | Origin::Assumed => false,
    }
}

/// Whether anything that a partly assumed value follows from rests on a stated rate.
fn has_set_input(plan: &Plan, projection: &Projection, ix: IndicatorIx, step: usize) -> bool {
    let mut is_seen = vec![false; plan.indicators.len()];
    let mut open = vec![ix];
    while let Some(ix) = open.pop() {
        if std::mem::replace(&mut is_seen[ix.position()], true) {
            continue;
        }
        match (projection.origins(ix)[step], &plan.get(ix).dynamics) {
            (Origin::Projected, _) => return true,
            (Origin::PartlyAssumed, Dynamics::Derived(expression)) => open.extend(expression.inputs()),
            _ => {}
        }
    }
    false
}
