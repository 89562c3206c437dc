//! The official progress of a target, and what its remaining years require; formulas in the guide.

use super::assessment::SAME_PROGRESS;
use super::criterion::Criterion;
use super::open::OpenLevers;
use super::required::{Past, Required, constant_rate, goal, lies_between, required, stated_in};
use super::standing::Standing;
use super::{Origin, Projection};
use crate::plan::{Change, Comparator, Form, IndicatorIx, Plan, Target, TargetIx, years};

/// Progress in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgressYear {
    /// The calendar year.
    pub year: i32,
    /// The origin of its level; for growth due every year, of that year's growth.
    pub origin: Origin,
    /// The level, in the indicator's unit or as an index.
    pub level: f64,
    /// Official progress as a fraction, 1 being the target: in logarithms where yearly changes multiply.
    pub progress: f64,
    /// Progress due on an even path, k / n: 0.2 after the first of five years. For a target due every year it is
    /// always 1, and for a task it is 0 until the due year.
    pub scheduled: f64,
    /// Progress counted linearly, (x − x_0) / (x* − x_0), for comparison with the official figure. Equal to
    /// `progress` where changes add up, and where the base year already met the target.
    pub linear: f64,
    /// The change still needed from this year's level, in the terms of [`Ledger::change`]: with 15.1 % of a 21 % fall
    /// achieved, 1 − 0.79 / 0.849 = 6.95 % remains. The sign flips once the target has been passed.
    pub remaining: f64,
}

/// The official progress of one target, year by year.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "what is so of a target, each by itself"
)]
pub struct Ledger {
    /// The target.
    pub target: TargetIx,
    /// How [`ProgressYear::remaining`] and the rate in [`Self::required`] are expressed.
    pub change: Change,
    /// The level that meets the target exactly in the due year; for a band, the edge nearer to the last data.
    pub goal: f64,
    /// Whether levels below [`Self::goal`] meet the target.
    pub is_ceiling: bool,
    /// Whether the target is due every year.
    pub is_each_year: bool,
    /// Whether the base year already meets the target, so that no direction is wrong.
    pub starts_met: bool,
    /// Whether the target asks for a level, rather than for a change.
    pub asks_for_level: bool,
    /// Whether the target is a band, which can be left on either side.
    pub is_band: bool,
    /// Whether the last data are past a band's far edge, seen from the base year.
    pub is_past_band: bool,
    /// Whether the standing is still unknown: only some inputs of the level at the last data are known; or a target
    /// due every year is missed by interpolated levels alone; or the level of the due year is interpolated. Never
    /// once data have missed a target due every year.
    pub is_open: bool,
    /// Whether the level of the due year is interpolated, which leaves open whether the target was met.
    pub is_due_between: bool,
    /// Whether the known inputs at the last data are interpolated, if [`Self::is_open`].
    pub is_beside_interpolated: bool,
    /// The step of the last data up to the due year, m in the formulas; 0 if there are none.
    pub last_actual: usize,
    /// Every year from the base year to the due year, n + 1 of them.
    pub years: Vec<ProgressYear>,
    /// What the remaining years require.
    pub required: Required,
}

/// The change still needed after the last data, positive in the target's direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RemainingChange {
    /// Percent of the level of the last data.
    Percent(f64),
    /// Points of the indicator's unit.
    Points(f64),
}

impl Ledger {
    /// The indicator.
    #[must_use]
    pub const fn indicator(&self) -> IndicatorIx {
        self.target.indicator
    }

    /// The year of the last data, or the base year if there are none.
    #[must_use]
    pub fn last(&self) -> Option<&ProgressYear> {
        self.years.get(self.last_actual)
    }

    /// The number of years from the last data to the due year.
    #[must_use]
    pub fn years_left(&self) -> usize {
        self.years.len() - 1 - self.last_actual
    }

    /// The change from the base year to the last data, in the terms of [`Self::change`]: for a target that is a fall,
    /// a fall is positive. `None` without data.
    #[must_use]
    pub fn achieved(&self) -> Option<f64> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        let change = self.change.between(self.years.first()?.level, last.level);
        change.is_finite().then_some(change)
    }

    /// The constant annual rate from the base year to the last data, in the terms of [`Self::change`]. `None` without
    /// data, or if no such rate exists.
    #[must_use]
    pub fn rate_so_far(&self) -> Option<f64> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        let base = self.years.first()?.level;
        constant_rate(self.change, base, last.level, self.last_actual)
    }

    /// The year that progress is judged by: that of the last data or, for a target due every year, the worst one up
    /// to then. `None` without data.
    #[must_use]
    pub fn judged(&self) -> Option<&ProgressYear> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        if !self.is_each_year {
            return Some(last);
        }
        let years = self.years[1..=self.last_actual].iter();
        years.min_by(|one, other| one.progress.total_cmp(&other.progress))
    }

    /// Whether the last data meet the target, so that nothing remains to be done.
    #[must_use]
    pub const fn is_reached(&self) -> bool {
        self.meets() && !self.is_open
    }

    /// Whether the level at the last data meets the target, whatever it rests on.
    const fn meets(&self) -> bool {
        matches!(
            self.required,
            Required::AlreadyMet { .. } | Required::Decided { is_met: true }
        )
    }

    /// Whether data have missed a target due every year, which later years cannot undo.
    const fn is_lost(&self) -> bool {
        self.is_each_year && !self.is_open && matches!(self.required, Required::Decided { is_met: false })
    }

    /// [`ProgressYear::remaining`] at the last data; `None` if the target is reached or lost, or the change is
    /// undefined.
    #[must_use]
    pub fn remaining(&self) -> Option<f64> {
        let remaining = self
            .last()
            .filter(|_| !self.meets() && !self.is_lost())?
            .remaining;
        remaining.is_finite().then_some(remaining)
    }

    /// The change still needed after the last data (or the base year, without data): points where changes add up,
    /// otherwise percent; 0 if the target is reached. `None` if a target due every year is lost, or the percentage is
    /// undefined.
    #[must_use]
    pub fn still_to_do(&self) -> Option<RemainingChange> {
        let level = self.last().filter(|_| !self.is_lost())?.level;
        if self.meets() {
            return Some(if self.change.is_points() {
                RemainingChange::Points(0.0)
            } else {
                RemainingChange::Percent(0.0)
            });
        }
        if self.change.is_points() {
            let points = self.goal - level;
            return Some(RemainingChange::Points(if self.is_ceiling {
                -points
            } else {
                points
            }));
        }
        let terms = if self.is_ceiling {
            Change::Decline
        } else {
            Change::Growth
        };
        let percent = terms.between(level, self.goal);
        percent.is_finite().then_some(RemainingChange::Percent(percent))
    }

    /// The path that meets the target exactly at [`Required::Rate`]: (calendar year, level) from the last data to the
    /// due year. Empty if no rate is required or none helps.
    #[must_use]
    pub fn catch_up(&self) -> Vec<(i32, f64)> {
        let (Required::Rate(rate), Some(start)) = (self.required, self.last()) else {
            return Vec::new();
        };
        let mut level = start.level;
        let rest = self.years[self.last_actual + 1..].iter().map(|year| {
            level = self.change.step(level, rate);
            (year.year, level)
        });
        std::iter::once((start.year, start.level)).chain(rest).collect()
    }

    /// Whether a target already reached can still be lost: it held in the base year, is due every year, or is a band,
    /// and years remain.
    #[must_use]
    pub fn must_hold(&self) -> bool {
        self.years_left() > 0 && (self.is_each_year || self.starts_met || self.is_band)
    }

    /// Whether the required rate applies to the next year only: a level due every year is reached then and held.
    #[must_use]
    pub const fn is_at_once(&self) -> bool {
        self.is_each_year && self.asks_for_level && matches!(self.required, Required::Rate(_))
    }

    /// How the last actual compares with even progress, within 1e-9 rather than by displayed decimals. A limit that
    /// held in the base year is never ahead or behind: it holds, or has been passed.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let Some(judged) = self.judged() else {
            return Standing::Unknown;
        };
        if self.is_due_between {
            return Standing::Open;
        }
        if self.is_reached() || (self.meets() && (self.starts_met || self.is_each_year)) {
            return if self.is_each_year && self.is_open {
                Standing::Open
            } else if self.must_hold() || self.is_open {
                Standing::Holds
            } else {
                Standing::Reached
            };
        }
        if judged.progress < -SAME_PROGRESS && !self.starts_met {
            Standing::WrongDirection
        } else if matches!(self.required, Required::Decided { .. }) && !self.is_open {
            Standing::NotReached
        } else if self.starts_met || self.is_past_band {
            Standing::BeyondLimit
        } else if Comparator::MoreThan.holds(judged.progress, judged.scheduled) {
            Standing::Ahead
        } else if Comparator::LessThan.holds(judged.progress, judged.scheduled) {
            Standing::Behind
        } else {
            Standing::OnSchedule
        }
    }
}

/// The ledger of one target; `None` if its indicator has no levels.
#[must_use]
pub fn ledger(plan: &Plan, projection: &Projection, ix: TargetIx) -> Option<Ledger> {
    let (indicator, target) = (plan.get(ix.indicator), plan.target(ix));
    let levels = projection.levels(ix.indicator)?;
    let due = plan.due_step(target);
    let last_actual = projection.last_actual(ix.indicator).min(due);
    let change = stated_in(indicator, Some(target));
    let goal = goal(plan, projection, ix, last_actual, levels);
    let origins = projection.origins(ix.indicator);
    let past = Past::of(plan, projection, ix, last_actual);
    let is_open = last_actual > 0 && !origins[last_actual].is_known();
    let is_due_between = last_actual == due && lies_between(plan, projection, ix, due);
    let row = |(step, level): (usize, f64), criterion: &Criterion, origin: Origin| {
        let (progress, linear) = criterion.progress_and_linear(level);
        ProgressYear {
            year: plan.year(step),
            origin,
            level,
            progress,
            scheduled: share(target, due, step),
            linear,
            remaining: change.between(level, goal),
        }
    };
    let (whole, starts_anew) = (projection.criterion(ix), target.starts_anew());
    let in_year = |(step, (&level, &origin)): (usize, (&f64, &Origin))| {
        if !starts_anew {
            return row((step, level), whole, origin);
        }
        // Nothing is due in the base year, so it is treated like the first year. Growth in a year is known only if
        // both its ends are.
        let criterion = projection.criterion_in(plan, ix, target, step.max(1));
        let origin = projection.change_origin(ix.indicator, step).unwrap_or(origin);
        row((step, level), &criterion, origin)
    };
    let years = levels[..=due].iter().zip(origins).enumerate();
    Some(Ledger {
        target: ix,
        change,
        goal,
        is_ceiling: match target.form {
            Form::Between(..) => goal < levels[last_actual],
            _ => target.on_levels().is_ceiling(),
        },
        is_each_year: target.is_each_year(),
        starts_met: projection.criterion_in(plan, ix, target, 1).base_satisfies,
        asks_for_level: target.form.is_level(),
        is_band: matches!(target.form, Form::Between(..)),
        is_past_band: match target.form {
            Form::Between(low, high) => {
                let (base, last) = (levels[0], levels[last_actual]);
                (base < low && last > high) || (base > high && last < low)
            }
            _ => false,
        },
        is_open: past == Past::MissedBetween || (is_open && past != Past::Missed) || is_due_between,
        is_due_between,
        is_beside_interpolated: is_open
            && OpenLevers::behind(plan, projection, ix.indicator, last_actual).beside_interpolated,
        last_actual,
        years: years.map(in_year).collect(),
        required: required(plan, projection, ix, levels, (last_actual, past), goal),
    })
}

/// Progress due at the end of a year, as a fraction ([`ProgressYear::scheduled`]). A task is due in full in its due
/// year.
#[must_use]
pub fn share_due(plan: &Plan, target: &Target, step: usize) -> f64 {
    share(target, plan.due_step(target), step)
}

fn share(target: &Target, due: usize, step: usize) -> f64 {
    match target.form {
        _ if target.is_each_year() => 1.0,
        Form::Done if step < due => 0.0,
        _ => years(step) / years(due),
    }
}

/// The ledger of every target that has levels: binding ones first, each kind in the plan's order.
#[must_use]
pub fn ledgers(plan: &Plan, projection: &Projection) -> Vec<Ledger> {
    let targets = |binding| {
        let kept = plan
            .targets()
            .filter(move |(.., target)| target.binding == binding);
        kept.filter_map(|(ix, ..)| ledger(plan, projection, ix))
    };
    targets(true).chain(targets(false)).collect()
}

/// Official progress of a year's level towards a target: 0 at `base`, 1 at the target. In logarithms where changes
/// are ratios, linear where they add up. Growth due every year is measured from `before`, the previous year's level.
#[must_use]
pub fn progress_in_year(plan: &Plan, ix: TargetIx, base: f64, before: f64, level: f64) -> f64 {
    let (scale, target) = (plan.get(ix.indicator).scale, plan.target(ix));
    let (from, steps) = if target.starts_anew() {
        (before, 1)
    } else {
        (base, plan.due_step(target))
    };
    Criterion::new(target, scale, from, steps).progress(level)
}
