//! Which values of a line rest on data, and how the last of them is described.

use super::Mode;
use crate::model::{Origin, Projection};
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::text::Language;
use crate::wording::chart;

/// The last data behind a chart's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastData {
    /// Calendar year.
    pub year: i32,
    /// The year of the indicator's own last actual, if any; later values are derived from actuals of other indicators.
    pub own: Option<i32>,
    /// Whether the values after `own`, up to the last, are interpolated between data rather than derived.
    pub is_interpolated: bool,
}

impl LastData {
    /// The last data behind a line in one mode; `None` if none of its values rests on data.
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

    /// The label to the left of the divider: "actual to 2013", "derived from data to 2013", or both in turn.
    #[must_use]
    pub fn in_words(self, language: Language) -> String {
        chart::data_until(self.year, self.own, self.is_interpolated, language)
    }
}

/// What a year's value rests on. A rate has two ends, and is actual only if both are.
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

/// Whether a year's value rests on data, even if some of its inputs are assumed. A value that rests on a stated rate
/// does not, whatever its other inputs rest on.
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

/// Whether any input of a partly assumed value rests on a stated rate.
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
