//! The official progress ledger of a target, and what the years left would take; the guide has the
//! formulas.

use super::assessment::progress;
use super::{Origin, Projection};
use crate::plan::{Comparator, Dynamics, Form, Indicator, IndicatorIx, Plan, Target, years};

/// What a yearly rate means: the sign and the unit in which a lever states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// Percent a year, positive for a rise: x_t = x_{t−1} (1 + r).
    Growth,
    /// Percent a year, positive for a fall: x_t = x_{t−1} (1 − r).
    Decline,
    /// Points of the indicator's unit a year, positive for a rise: x_t = x_{t−1} + r.
    Points,
}

impl Convention {
    /// The convention of a lever's own rates. A derived indicator has none, so it takes the one in which its target
    /// is stated; without a target it grows.
    #[must_use]
    pub fn of(indicator: &Indicator) -> Self {
        match (&indicator.dynamics, &indicator.target) {
            (Dynamics::Additive | Dynamics::Concentration, _) => Self::Points,
            (Dynamics::Growth, _) | (Dynamics::Derived(_), None) => Self::Growth,
            (Dynamics::Decline, _) => Self::Decline,
            (Dynamics::Derived(_), Some(target)) => match target.form {
                Form::Change(_) => Self::Points,
                Form::CumulativeDecline(_) => Self::Decline,
                Form::Level(_) if target.comparator.is_ceiling() => Self::Decline,
                Form::AverageGrowth(_) | Form::Level(_) => Self::Growth,
            },
        }
    }

    /// The whole change from `level` to `goal`, in percent of `level` or in points.
    fn change(self, level: f64, goal: f64) -> f64 {
        match self {
            Self::Growth => (goal / level - 1.0) * 100.0,
            Self::Decline => (1.0 - goal / level) * 100.0,
            Self::Points => goal - level,
        }
    }

    /// The constant annual rate that leads from `level` to `goal` in `steps` years; nothing where none does.
    fn rate(self, level: f64, goal: f64, steps: usize) -> Option<f64> {
        let dynamics = match self {
            Self::Growth => Dynamics::Growth,
            Self::Decline => Dynamics::Decline,
            Self::Points => Dynamics::Additive,
        };
        let rate = dynamics.constant_rate(level, goal, steps);
        let is_possible = self == Self::Points || goal / level > 0.0;
        (is_possible && rate.is_finite()).then_some(rate)
    }

    /// The level a year later at such a rate.
    fn next(self, level: f64, rate: f64) -> f64 {
        match self {
            Self::Growth => level * (1.0 + rate / 100.0),
            Self::Decline => level * (1.0 - rate / 100.0),
            Self::Points => level + rate,
        }
    }
}

/// One year of the ledger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgressYear {
    /// The calendar year.
    pub year: i32,
    /// Where its level comes from.
    pub origin: Origin,
    /// The level, in the indicator's unit or as an index.
    pub level: f64,
    /// Official progress as a fraction, 1 being the target: in logarithms where yearly changes multiply.
    pub progress: f64,
    /// Progress on schedule, k / n: 0.2 at the end of the first of five years.
    pub scheduled: f64,
    /// Progress counted linearly, (x − x_0) / (x* − x_0), to set beside the official figure. The same as `progress`
    /// where changes add up, and where the base year already met the target.
    pub linear: f64,
    /// The change from this year's level to the target, in the terms of [`Ledger::convention`]: of a fall of 21 %
    /// with 15.1 % done, 1 − 0.79 / 0.849 = 6.95 % is still to cut. On the other side of zero once the target is
    /// passed.
    pub remaining: f64,
}

/// The official progress of one target, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The terms of [`ProgressYear::remaining`] and of the rates in [`Self::required`].
    pub convention: Convention,
    /// The level that meets the target exactly in the last year.
    pub goal: f64,
    /// The step of the last actual, m in the formulas; 0 if there is none.
    pub last_actual: usize,
    /// Every year from the base year to the last, n + 1 of them.
    pub years: Vec<ProgressYear>,
    /// What the years left would take.
    pub required: Required,
}

/// Where a target stands at the last actual, against even progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no actual yet.
    Unknown,
    /// The target itself is reached already.
    Reached,
    /// Further than k / n of the way.
    Ahead,
    /// Exactly k / n of the way.
    OnSchedule,
    /// Not as far.
    Behind,
    /// Further from the target than in the base year.
    WrongDirection,
}

impl Standing {
    /// A sign that tells it without colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Unknown => "–",
            Self::Reached => "✔",
            Self::Ahead => "▲",
            Self::OnSchedule => "●",
            Self::Behind => "◆",
            Self::WrongDirection => "▼",
        }
    }

    /// The id of its message.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unknown => "standing-unknown",
            Self::Reached => "standing-reached",
            Self::Ahead => "standing-ahead",
            Self::OnSchedule => "standing-on-schedule",
            Self::Behind => "standing-behind",
            Self::WrongDirection => "status-wrong-direction",
        }
    }
}

impl Ledger {
    /// The year of the last actual, or the base year if there is none.
    #[must_use]
    pub fn last(&self) -> Option<&ProgressYear> {
        self.years.get(self.last_actual)
    }

    /// The change from the base year to the last actual, in the terms of [`Self::convention`]: a fall is positive where
    /// the target is a fall. Nothing without actuals.
    #[must_use]
    pub fn achieved(&self) -> Option<f64> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        Some(self.convention.change(self.years.first()?.level, last.level))
    }

    /// The constant annual rate that would have led from the base year to the last actual, in the terms of
    /// [`Self::convention`]. Nothing without actuals, and where no such rate exists.
    #[must_use]
    pub fn rate_so_far(&self) -> Option<f64> {
        let last = self.last().filter(|_| self.last_actual > 0)?;
        let base = self.years.first()?.level;
        self.convention.rate(base, last.level, self.last_actual)
    }

    /// The path that meets the target exactly with one rate for all years left, [`Required::Rate`]: calendar year and
    /// level from the last actual to the last year. Empty where no rate is required or none helps.
    #[must_use]
    pub fn catch_up(&self) -> Vec<(i32, f64)> {
        let (Required::Rate(rate), Some(start)) = (self.required, self.last()) else {
            return Vec::new();
        };
        let mut level = start.level;
        let rest = self.years[self.last_actual + 1..].iter().map(|year| {
            level = self.convention.next(level, rate);
            (year.year, level)
        });
        std::iter::once((start.year, start.level)).chain(rest).collect()
    }

    /// How the last actual compares with even progress; with a tolerance of 1e-9, not by shown decimals.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let Some(last) = self.last().filter(|_| self.last_actual > 0) else {
            return Standing::Unknown;
        };
        if matches!(
            self.required,
            Required::AlreadyMet { .. } | Required::NoYearsLeft { is_met: true }
        ) {
            Standing::Reached
        } else if last.progress < 0.0 {
            Standing::WrongDirection
        } else if Comparator::MoreThan.holds(last.progress, last.scheduled) {
            Standing::Ahead
        } else if Comparator::LessThan.holds(last.progress, last.scheduled) {
            Standing::Behind
        } else {
            Standing::OnSchedule
        }
    }
}

/// The constant annual rate for the years after the last actual that meets a target exactly, in the convention of
/// the indicator ([`Convention::of`]).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Required {
    /// The indicator has no target.
    NoTarget,
    /// The indicator has no levels: nobody gave a base value.
    NoBase,
    /// The last actual is that of the last year, so nothing can be done any more.
    NoYearsLeft {
        /// Whether that actual meets the target.
        is_met: bool,
    },
    /// The last actual (or the base year) already meets the target.
    AlreadyMet {
        /// The rate that would lead back to the target exactly; what may be given up, not what must be done. Nothing
        /// where no rate does.
        rate: Option<f64>,
    },
    /// Not met yet: the rate that it takes, percent or points a year. A strict target takes a little more.
    Rate(f64),
    /// No rate leads there: a level that multiplies cannot become zero or negative.
    OutOfReach,
}

/// The ledger of one indicator; nothing where it has no target or no levels.
#[must_use]
pub fn ledger(plan: &Plan, projection: &Projection, ix: IndicatorIx) -> Option<Ledger> {
    let indicator = plan.get(ix);
    let target = indicator.target.as_ref()?;
    let levels = projection.levels(ix)?;
    let base = *levels.first()?;
    let steps = plan.steps();
    let convention = Convention::of(indicator);
    let goal = target.form.level(base, steps);
    // In the base year progress is 0, or 1 where there is no way to go.
    let nowhere_to_go = progress(indicator, target, base, base, steps) > 0.5;
    let origins = projection.origins(ix);
    let rows = plan.years().zip(levels).zip(origins).enumerate();
    let rows = rows.map(|(step, ((year, level), origin))| {
        let progress = progress(indicator, target, base, *level, steps);
        ProgressYear {
            year,
            origin: *origin,
            level: *level,
            progress,
            scheduled: years(step) / years(steps),
            linear: if nowhere_to_go {
                progress
            } else {
                (level - base) / (goal - base)
            },
            remaining: convention.change(*level, goal),
        }
    });
    Some(Ledger {
        indicator: ix,
        convention,
        goal,
        last_actual: projection.last_actual(ix),
        years: rows.collect(),
        required: required_rate(plan, projection, ix),
    })
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

/// What the years after the last actual would take to meet a target exactly.
///
/// Levers and derived indicators alike; for a derived one it is the rate of change of its own level, which its levers
/// have to bring about together.
#[must_use]
pub fn required_rate(plan: &Plan, projection: &Projection, ix: IndicatorIx) -> Required {
    let indicator = plan.get(ix);
    let Some(target) = &indicator.target else {
        return Required::NoTarget;
    };
    let Some(levels) = projection.levels(ix) else {
        return Required::NoBase;
    };
    let steps = plan.steps();
    let last_actual = projection.last_actual(ix);
    let goal = target.form.level(levels[0], steps);
    let reached = levels[last_actual];
    let is_met = on_levels(target).holds(reached, goal);
    if last_actual == steps {
        return Required::NoYearsLeft { is_met };
    }
    let rate = Convention::of(indicator).rate(reached, goal, steps - last_actual);
    match (is_met, rate) {
        (true, rate) => Required::AlreadyMet { rate },
        (false, Some(rate)) => Required::Rate(rate),
        (false, None) => Required::OutOfReach,
    }
}

/// The comparator between a level and the level that meets the target: "a fall of at least 21 %" is a level of 79 or
/// below.
#[must_use]
pub const fn on_levels(target: &Target) -> Comparator {
    match (target.form, target.comparator) {
        (Form::CumulativeDecline(_), Comparator::AtLeast) => Comparator::AtMost,
        (Form::CumulativeDecline(_), Comparator::MoreThan) => Comparator::LessThan,
        (Form::CumulativeDecline(_), Comparator::AtMost) => Comparator::AtLeast,
        (Form::CumulativeDecline(_), Comparator::LessThan) => Comparator::MoreThan,
        (_, comparator) => comparator,
    }
}
