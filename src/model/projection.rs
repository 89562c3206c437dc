//! Projections: the level of every indicator in every year.

use std::borrow::Cow;
use std::sync::Arc;

use super::criterion::Criterion;
use super::discrepancy::Discrepancies;
use super::frame::Frame;
use super::support::{Basis, IndicatorEvidence};
use super::violation::{Limit, Possible, Violation, first_impossible};
use crate::plan::{Change, Dynamics, Indicator, IndicatorIx, LevelKind, Plan, Target, TargetIx};
use crate::scenario::Origin;

/// The level of every indicator in every year.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// What all projections of its program share.
    pub(super) frame: Arc<Frame>,
    /// Levels, indicator by indicator and year by year.
    pub(super) levels: Vec<f64>,
    pub(super) violations: Vec<Violation>,
    pub(super) discrepancies: Discrepancies,
}

impl Projection {
    /// Levels from the base year to the end year; `None` without a base value.
    #[must_use]
    pub fn levels(&self, ix: IndicatorIx) -> Option<&[f64]> {
        (self.kind(ix) != LevelKind::Unknown).then(|| self.row(ix))
    }

    fn row(&self, ix: IndicatorIx) -> &[f64] {
        &self.levels[self.frame.row(ix)]
    }

    pub(super) fn row_mut(&mut self, ix: IndicatorIx) -> &mut [f64] {
        &mut self.levels[self.frame.row(ix)]
    }

    /// What each level rests on, base year first.
    #[must_use]
    pub fn origins(&self, ix: IndicatorIx) -> &[Origin] {
        self.frame.origins(ix)
    }

    /// What the change in a step rests on: actual only if both its ends are base or actual. `None` for the base year.
    #[must_use]
    pub fn change_origin(&self, ix: IndicatorIx, step: usize) -> Option<Origin> {
        let origins = self.origins(ix);
        let (before, after) = (origins[step.checked_sub(1)?], origins[step]);
        Some(match after {
            Origin::Actual if !before.is_given() => Origin::Interpolated,
            other => other,
        })
    }

    /// What the levels are measured from.
    #[must_use]
    pub fn kind(&self, ix: IndicatorIx) -> LevelKind {
        self.frame.kind(ix)
    }

    pub(super) fn support(&self, ix: IndicatorIx) -> IndicatorEvidence {
        self.frame.supports[ix.position()]
    }

    /// What a judgement of its levels rests on.
    pub(crate) fn basis(&self, ix: IndicatorIx) -> Basis {
        self.support(ix).basis()
    }

    /// The step of the last data, m in the formulas; 0 if there are none. For a derived indicator, its own last
    /// actual or, if later, the earliest last actual among the levers behind it that have any.
    #[must_use]
    pub fn last_actual(&self, ix: IndicatorIx) -> usize {
        self.support(ix).last_actual()
    }

    /// Differences between published figures of derived indicators and their identities.
    #[must_use]
    pub const fn discrepancies(&self) -> &Discrepancies {
        &self.discrepancies
    }

    /// Change on the previous year: percent, or points where changes add up. `None` for the base year.
    #[must_use]
    pub fn annual_change(&self, plan: &Plan, ix: IndicatorIx, step: usize) -> Option<f64> {
        self.change(plan, ix, step.checked_sub(1)?, step)
    }

    /// Change from the base year, in the same terms as [`Self::annual_change`].
    #[must_use]
    pub fn cumulative_change(&self, plan: &Plan, ix: IndicatorIx, step: usize) -> Option<f64> {
        self.change(plan, ix, 0, step)
    }

    fn change(&self, plan: &Plan, ix: IndicatorIx, from: usize, to: usize) -> Option<f64> {
        let levels = self.levels(ix)?;
        let rule = measured_in(plan.get(ix), self.kind(ix));
        let change = rule.between(levels[from], levels[to]);
        change.is_finite().then_some(change)
    }

    /// Change from one step to another, in percent of the former; `None` if undefined.
    #[must_use]
    pub fn percent_change(&self, ix: IndicatorIx, from: usize, to: usize) -> Option<f64> {
        if self.kind(ix) == LevelKind::Change {
            return None;
        }
        let levels = self.levels(ix)?;
        let change = Change::Growth.between(levels[from], levels[to]);
        change.is_finite().then_some(change)
    }

    /// Impossible levels, the first per indicator.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// The base year.
    #[must_use]
    pub fn base_year(&self) -> i32 {
        self.frame.base_year
    }

    /// The target as a criterion on levels, from the base year's level.
    pub(crate) fn criterion(&self, ix: TargetIx) -> &Criterion {
        self.frame.criterion(ix)
    }

    /// The target as it applies in one year; see [`Criterion::in_year`].
    pub(crate) fn criterion_in(
        &self,
        plan: &Plan,
        ix: TargetIx,
        target: &Target,
        step: usize,
    ) -> Cow<'_, Criterion> {
        if target.starts_anew() {
            let (scale, levels) = (plan.get(ix.indicator).scale, self.row(ix.indicator));
            Cow::Owned(Criterion::in_year(plan, target, scale, levels, step))
        } else {
            Cow::Borrowed(self.criterion(ix))
        }
    }
}

impl Projection {
    /// Records the first impossible level of each indicator. An indicator whose level is not a number has no levels
    /// to show, and nothing is derived from it.
    pub(super) fn watch(&mut self, plan: &Plan, entered: impl Fn(IndicatorIx) -> Vec<usize>) {
        let mut frame = (*self.frame).clone();
        for (ix, indicator) in plan.levers() {
            self.watch_one(&mut frame, ix, indicator);
        }
        for &ix in &plan.derived_order {
            let indicator = plan.get(ix);
            if let Dynamics::Derived(expression) = &indicator.dynamics {
                frame.derive(plan, ix, expression, &entered(ix), true);
                self.watch_one(&mut frame, ix, indicator);
            }
        }
        self.frame = Arc::new(frame);
    }

    fn watch_one(&mut self, frame: &mut Frame, ix: IndicatorIx, indicator: &Indicator) {
        if frame.kind(ix) == LevelKind::Unknown {
            return;
        }
        let possible = Possible::of(ix, indicator, frame.kind(ix));
        let Some((step, limit)) = first_impossible(self.row(ix), indicator.is_compound(), possible) else {
            return;
        };
        self.violate(ix, step, limit);
        if limit == Limit::Number {
            frame.kinds[ix.position()] = LevelKind::Unknown;
        }
    }

    /// Records the first level out of bounds.
    pub(super) fn bound(&mut self, possible: &Possible) {
        if let Some((step, limit)) = possible.first_outside(self.row(possible.indicator)) {
            self.violate(possible.indicator, step, limit);
        }
    }

    fn violate(&mut self, ix: IndicatorIx, step: usize, limit: Limit) {
        self.violations.push(Violation {
            indicator: ix,
            year: self.base_year() + i32::try_from(step).unwrap_or(i32::MAX),
            level: self.row(ix)[step],
            limit,
        });
    }
}

/// How an indicator's changes are expressed: signed, as in official statistics, and in points where there is no base
/// value.
#[must_use]
pub fn measured_in(indicator: &Indicator, kind: LevelKind) -> Change {
    match kind {
        LevelKind::Change => Change::Points,
        _ => indicator.scale.change(),
    }
}
