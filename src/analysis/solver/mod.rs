//! Goal-seek: the rate, or the factor, that leads to a target.
//!
//! An answer reaches the *level* of the target to 1e-9, from whichever side the scenario stands. For a strict target
//! ("more than 21 %") that level is the line itself, which does not meet it yet. Its answer is the nearest figure beyond
//! that can be written down with the usual decimals ([`Answer::is_beyond_line`]): what is shown, what is set and what is
//! judged is then one and the same. So is the nearest that can be where a bound stops the way.
//!
//! Where the target's own lever is turned and the unknown is a rate, the inverse of the projection is exact. Multiplied
//! schedules and derived indicators are solved by bracketing on the projection itself.

mod aim;
mod all;
mod exact;
mod parameters;
mod search;
mod settle;
mod trial;
mod turning;
mod years;

pub use all::{ReachedAll, TargetOutcome, reach_all, reach_all_while};
pub use parameters::{default_parameter, parameters};
pub use years::first_year;

use crate::model::{Assessment, IsWanted, ParameterId, Status, Violation, assess_target};
use crate::plan::{IndicatorIx, Plan, Target, TargetIx};
use crate::scenario::{RateFault, Rates, Scenario};
use settle::Settled;
use trial::Objective;

/// What is changed about a lever's rates. Years are calendar years after the lever's last actual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SolveMode {
    /// One rate for every year from the given one, or for all years left.
    Constant {
        /// The first year with that rate.
        from: Option<i32>,
    },
    /// The rate of one year only; the first year left if none is given.
    OneYear {
        /// The year.
        year: Option<i32>,
    },
    /// The rates from the given year, or of all years left, multiplied by one factor.
    Scale {
        /// The first year that is multiplied.
        from: Option<i32>,
    },
    /// Even progress, as the statistics office counts it, from the last actual to the target: a constant rate for all
    /// years left.
    CatchUp,
}

impl SolveMode {
    /// The name used on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Constant { .. } => "constant",
            Self::OneYear { .. } => "one-year",
            Self::Scale { .. } => "scale",
            Self::CatchUp => "catch-up",
        }
    }

    /// The same way from this year on, or in this year.
    #[must_use]
    pub const fn in_year(self, year: i32) -> Self {
        match self {
            Self::Constant { .. } => Self::Constant { from: Some(year) },
            Self::OneYear { .. } => Self::OneYear { year: Some(year) },
            Self::Scale { .. } => Self::Scale { from: Some(year) },
            Self::CatchUp => Self::CatchUp,
        }
    }

    /// The year that was asked for.
    #[must_use]
    pub const fn year(self) -> Option<i32> {
        match self {
            Self::Constant { from } | Self::Scale { from } => from,
            Self::OneYear { year } => year,
            Self::CatchUp => None,
        }
    }
}

/// What to solve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The target that is to be reached.
    pub target: TargetIx,
    /// The figures that are turned, in every year they can be; [`Self::way`] says in which they are.
    pub parameter: ParameterId,
    /// How they are turned.
    pub way: SolveMode,
}

/// Why there is no question to answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Unsolvable {
    /// The target is to be done or not, for which there is no rate.
    YesOrNo,
    /// A target that is due in every year has failed in one that is past.
    Lost,
    /// The indicator, or the lever, has no levels: there is no base value.
    NoBase,
    /// The target does not depend on that lever; these are the levers that it depends on.
    NotBehind(Vec<IndicatorIx>),
    /// The lever's schedule is not one of output growth.
    NotOutputGrowth,
    /// The lever's last actual is that of the last year.
    NoYearsLeft,
    /// That year is over, or not one of the plan's; these are the first and last that can be asked for.
    YearNotLeft {
        /// What was asked for.
        year: i32,
        /// The first year without an actual.
        first: i32,
        /// The last year of the plan.
        last: i32,
    },
    /// Every rate that would be multiplied is zero.
    NothingToScale,
    /// Turning the rate does not move the target.
    NoEffect,
    /// No rate near the present ones is possible at all; what stands against it.
    NoStart(StopReason),
}

/// What keeps a rate from going further.
#[derive(Clone, Debug, PartialEq)]
pub enum StopReason {
    /// A lever cannot have such a rate.
    Rate {
        /// The lever.
        lever: IndicatorIx,
        /// What is wrong with the rate.
        fault: RateFault,
    },
    /// A level would leave its bounds.
    Bounds(Violation),
    /// Further rates hardly move the target any more.
    Exhausted,
}

/// The answer, before anything is changed: what to set, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub request: Request,
    /// The target that was asked about.
    pub target: Target,
    /// The first year that is changed.
    pub from: i32,
    /// The last year that has the rate: that in which the target is due, or the first one where a level has to be reached
    /// at once and held.
    pub to: i32,
    /// The rate that was found, percent or points a year; the factor for [`SolveMode::Scale`].
    pub value: f64,
    /// The figure that leads exactly to the target's level, or to the bound that stops it. [`Self::value`] differs from it
    /// where the level itself does not meet the target, and where the bound is no figure that can be typed.
    pub exact: f64,
    /// With how many decimals [`Self::value`] is written down in full; nothing where it is exact.
    rounded: Option<usize>,
    /// The value as it is shown with 0, 1, 2 … decimals: rounded so that setting exactly what is shown meets the target;
    /// nothing where no such figure near it does.
    enough: Vec<Option<f64>>,
    /// The lever's whole schedule with it.
    pub rates: Rates,
    /// The level that meets the target exactly.
    pub goal: f64,
    /// The level in the due year with these rates; of what is due in every year, in the year that counts.
    pub level: f64,
    /// The target judged with these rates: figure, gap, progress, status.
    pub assessment: Assessment,
    /// Nothing if the target's level is reached. Otherwise the answer is the nearest that can be, and this is the
    /// bound that stops it.
    pub stopped_by: Option<StopReason>,
}

impl Answer {
    /// Whether the level of the target is reached.
    #[must_use]
    pub const fn is_reached(&self) -> bool {
        self.stopped_by.is_none()
    }

    /// The rate or factor as it is shown with so many decimals: setting exactly that meets the target, where a figure near
    /// the exact one does.
    #[must_use]
    pub fn shown(&self, decimals: usize) -> f64 {
        let enough = self
            .enough
            .get(self.decimals(decimals))
            .filter(|_| self.rounded.is_none());
        enough.copied().flatten().unwrap_or(self.value)
    }

    /// With how many decimals it is shown where so many are wanted: what is set in full is shown in full, and what misses
    /// the target with fewer has as many as it takes.
    #[must_use]
    pub fn decimals(&self, wanted: usize) -> usize {
        if let Some(decimals) = self.rounded {
            return decimals.max(wanted);
        }
        let mut further = self.enough.iter().enumerate().skip(wanted);
        further
            .find(|(_, enough)| enough.is_some())
            .map_or(wanted, |(decimals, _)| decimals)
    }

    /// With how many decimals it was rounded so that it can be written down in full: among figures with so many it is the
    /// nearest, and with more a nearer one may do. Nothing where it is exact.
    #[must_use]
    pub const fn written(&self) -> Option<usize> {
        self.rounded
    }

    /// Whether the answer is a factor rather than a rate.
    #[must_use]
    pub const fn is_factor(&self) -> bool {
        matches!(self.request.way, SolveMode::Scale { .. })
    }

    /// Whether the target is strict, so that the figure is the nearest one beyond that which leads exactly to its level.
    #[must_use]
    pub const fn is_beyond_line(&self) -> bool {
        self.is_reached() && self.rounded.is_some()
    }

    /// Whether the level is reached in the next year, but a target that is due in every year is not met in a later one.
    #[must_use]
    pub fn is_lost_later(&self) -> bool {
        let is_met = self.assessment.status == Status::Met;
        self.is_reached() && self.target.is_each_year() && !is_met && !self.is_on_strict_line()
    }

    /// Whether the level is reached, but the target is strict and no figure near meets it.
    #[must_use]
    pub const fn is_on_strict_line(&self) -> bool {
        self.is_reached() && self.assessment.is_on_line
    }
}

/// Finds the rates that lead to a target. Nothing is changed.
///
/// # Errors
/// Why the question has no answer at all. A target that cannot be reached is no error: the answer is then the nearest
/// level that can be, with the bound that stops it.
pub fn solve(plan: &Plan, scenario: &Scenario, request: Request) -> Result<Answer, Unsolvable> {
    search_for(plan, scenario, request, &|| true)
}

/// The same as long as it is wanted; nothing once it is not, from the next trial on.
pub fn solve_while(
    plan: &Plan,
    scenario: &Scenario,
    request: Request,
    is_wanted: IsWanted<'_>,
) -> Option<Result<Answer, Unsolvable>> {
    let result = search_for(plan, scenario, request, is_wanted);
    is_wanted().then_some(result)
}

/// What comes of work that is wanted no more is worth nothing.
fn search_for(
    plan: &Plan,
    scenario: &Scenario,
    request: Request,
    is_wanted: IsWanted<'_>,
) -> Result<Answer, Unsolvable> {
    let mut trial = Objective::new(plan, scenario, request, is_wanted)?;
    let found = search::find(&mut trial)?;
    let settled = settle::settle(&mut trial, found);
    Ok(answer(&mut trial, scenario, settled))
}

fn answer(trial: &mut Objective<'_>, scenario: &Scenario, settled: Settled) -> Answer {
    let (plan, request) = (trial.plan, trial.request);
    let rates = trial.rates(settled.value);
    // What is judged are rates, base values and actuals.
    let mut solved = Scenario {
        rates: scenario.rates.clone(),
        bases: scenario.bases.clone(),
        actuals: scenario.actuals.clone(),
        ..Scenario::default()
    };
    solved.rates.set(request.parameter.indicator, rates.clone());
    let projection = trial.projection(settled.value);
    Answer {
        request,
        target: trial.target.clone(),
        from: plan.year(trial.first),
        // What is reached at once is held from then on.
        to: plan.year(if trial.is_at_once() {
            trial.first
        } else {
            trial.until
        }),
        value: settled.value,
        exact: settled.exact,
        rounded: settled.rounded,
        enough: settled.enough,
        rates,
        goal: trial.goal,
        level: projection
            .levels(request.target.indicator)
            .map_or(f64::NAN, |levels| levels[trial.worst(levels).0]),
        assessment: assess_target(plan, &solved, &projection, request.target),
        stopped_by: settled.stopped_by,
    }
}
