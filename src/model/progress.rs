//! The official progress ledger of a target, and what the years left would take; the guide has the
//! formulas.

use super::assessment::SAME_PROGRESS;
use super::criterion::Criterion;
use super::open::OpenLevers;
use super::required::{Past, Required, constant_rate, goal, lies_between, required, stated_in};
use super::standing::Standing;
use super::{Origin, Projection};
use crate::plan::{Change, Comparator, Form, IndicatorIx, Plan, Target, TargetIx, years};

/// One year of the ledger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgressYear {
    /// The calendar year.
    pub year: i32,
    /// Where its level comes from, or its growth where that is due in every year.
    pub origin: Origin,
    /// The level, in the indicator's unit or as an index.
    pub level: f64,
    /// Official progress as a fraction, 1 being the target: in logarithms where yearly changes multiply.
    pub progress: f64,
    /// Progress on schedule, k / n: 0.2 at the end of the first of five years; all of it where a target is due in every
    /// year, and in the due year alone where something is to be done.
    pub scheduled: f64,
    /// Progress counted linearly, (x − x_0) / (x* − x_0), to set beside the official figure. The same as `progress`
    /// where changes add up, and where the base year already met the target.
    pub linear: f64,
    /// The change from this year's level to the target, in the terms of [`Ledger::change`]: of a fall of 21 %
    /// with 15.1 % done, 1 − 0.79 / 0.849 = 6.95 % is still to cut. On the other side of zero once the target is
    /// passed.
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
    /// The terms of [`ProgressYear::remaining`] and of the rates in [`Self::required`].
    pub change: Change,
    /// The level that meets the target exactly in the due year; of a band the edge nearer to the last data.
    pub goal: f64,
    /// Whether lower levels than [`Self::goal`] meet the target.
    pub is_ceiling: bool,
    /// Whether the target has to be met in every year.
    pub is_each_year: bool,
    /// Whether the base year satisfies the target already, so that there is no wrong direction.
    pub starts_met: bool,
    /// Whether the target asks for a level, rather than for a change.
    pub asks_for_level: bool,
    /// Whether the target is a band, which can be left again on either side.
    pub is_band: bool,
    /// Whether the last data are beyond a band, seen from the base year.
    pub is_past_band: bool,
    /// Whether where the target stands is not known yet: there are data for some of what the level at the last data follows
    /// from, and for the rest only rates or nothing; or what is due in every year is missed between data alone; or the
    /// level of the due year lies between data. Never where data have missed what is due in every year.
    pub is_open: bool,
    /// Whether the level of the due year lies between data, which leave open whether the target was met in it.
    pub is_due_between: bool,
    /// Whether what is known at the last data, where [`Self::is_open`], lies between data.
    pub is_beside_interpolated: bool,
    /// The step of the last data up to the due year, m in the formulas; 0 if there are none.
    pub last_actual: usize,
    /// Every year from the base year to the due year, n + 1 of them.
    pub years: Vec<ProgressYear>,
    /// What the years left would take.
    pub required: Required,
}

/// What is still to do after the last data, positive in the target's direction.
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

    /// The change from the base year to the last data, in the terms of [`Self::change`]: a fall is positive where the
    /// target is a fall. Nothing without data.
    #[must_use]
    pub fn achieved(&self) -> Option<f64> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        let change = self.change.between(self.years.first()?.level, last.level);
        change.is_finite().then_some(change)
    }

    /// The constant annual rate that would have led from the base year to the last data, in the terms of
    /// [`Self::change`]. Nothing without data, and where no such rate exists.
    #[must_use]
    pub fn rate_so_far(&self) -> Option<f64> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        let base = self.years.first()?.level;
        constant_rate(self.change, base, last.level, self.last_actual)
    }

    /// The year whose progress tells how far the target has come: that of the last data, or the worst one up to then of a
    /// target that is due in every year. Nothing without data.
    #[must_use]
    pub fn judged(&self) -> Option<&ProgressYear> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        if !self.is_each_year {
            return Some(last);
        }
        let years = self.years[1..=self.last_actual].iter();
        years.min_by(|one, other| one.progress.total_cmp(&other.progress))
    }

    /// Whether the last data meet the target, so that nothing is left to do.
    #[must_use]
    pub const fn is_reached(&self) -> bool {
        self.meets() && !self.is_open
    }

    /// Whether the level at the last data meets the target, known or not.
    const fn meets(&self) -> bool {
        matches!(
            self.required,
            Required::AlreadyMet { .. } | Required::Decided { is_met: true }
        )
    }

    /// Whether data have missed what is due in every year, which nothing to come can mend.
    const fn is_lost(&self) -> bool {
        self.is_each_year && !self.is_open && matches!(self.required, Required::Decided { is_met: false })
    }

    /// The change from the level of the last data to the target, [`ProgressYear::remaining`]; nothing where the target is
    /// reached or lost, or a change has no meaning.
    #[must_use]
    pub fn remaining(&self) -> Option<f64> {
        let remaining = self
            .last()
            .filter(|_| !self.meets() && !self.is_lost())?
            .remaining;
        remaining.is_finite().then_some(remaining)
    }

    /// What is still to do after the last data, or from the base year without any: in points where changes add up, else
    /// in percent, 0 where the target is reached. Nothing where what is due in every year is lost, or a percentage has no
    /// meaning.
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

    /// The path that meets the target exactly with one rate for all years left, [`Required::Rate`]: calendar year and
    /// level from the last data to the due year. Empty where no rate is required or none helps.
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

    /// Whether what is reached can be lost again: it held in the base year already, or must in every year, or is a band, and
    /// years are left.
    #[must_use]
    pub fn must_hold(&self) -> bool {
        self.years_left() > 0 && (self.is_each_year || self.starts_met || self.is_band)
    }

    /// Whether the rate that is required is one for the next year alone: a level that is due in every year is reached then
    /// and kept from there on.
    #[must_use]
    pub const fn is_at_once(&self) -> bool {
        self.is_each_year && self.asks_for_level && matches!(self.required, Required::Rate(_))
    }

    /// How the last actual compares with even progress; with a tolerance of 1e-9, not by shown decimals. A limit that held
    /// in the base year has no way to be on: it holds, or is passed.
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

/// The ledger of one target; nothing where it has no levels.
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
        // In the base year nothing is due yet, so it is seen as the first year is. A growth of each year is known as far as
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

/// The share of the way that is due at the end of a year, as a fraction, [`ProgressYear::scheduled`]: what is to be done is
/// due in its due year, and not by parts before.
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

/// Official progress of a year's level towards a target, the share of the way from `base`: 1 is the target. In logarithms
/// where changes are ratios, on a straight line where they add up. Yearly growth that is due in every year is counted
/// from `before`, the level of the year before.
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
