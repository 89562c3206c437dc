//! Goal-seek: the rate, or the factor, that leads to a target.
//!
//! An answer reaches the *level* of the target to 1e-9, from whichever side the scenario starts. For a strict target
//! ("more than 21 %") that level is the limit itself, which does not meet it, so the answer is the nearest figure
//! beyond it that can be written with the usual decimals ([`Answer::is_beyond_line`]): what is displayed, set and
//! judged is then the same figure. Likewise if a bound stops the search.
//!
//! If the target's own lever is adjusted and the unknown is a rate, the inverse of the projection is exact. Scaled
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

/// How a lever's rates are changed. Years are calendar years after the lever's last actual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SolveMode {
    /// One rate for every year from the given one, or for all remaining years.
    Constant {
        /// The first year with that rate.
        from: Option<i32>,
    },
    /// The rate of one year only; by default, the first remaining year.
    OneYear {
        /// The year.
        year: Option<i32>,
    },
    /// The rates from the given year on, or of all remaining years, scaled by one factor.
    Scale {
        /// The first year scaled.
        from: Option<i32>,
    },
    /// Even official progress from the last actual to the target: a constant rate for all remaining years.
    CatchUp,
}

impl SolveMode {
    /// Its name on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Constant { .. } => "constant",
            Self::OneYear { .. } => "one-year",
            Self::Scale { .. } => "scale",
            Self::CatchUp => "catch-up",
        }
    }

    /// The same mode starting in, or applied to, this year.
    #[must_use]
    pub const fn in_year(self, year: i32) -> Self {
        match self {
            Self::Constant { .. } => Self::Constant { from: Some(year) },
            Self::OneYear { .. } => Self::OneYear { year: Some(year) },
            Self::Scale { .. } => Self::Scale { from: Some(year) },
            Self::CatchUp => Self::CatchUp,
        }
    }

    /// The year asked for.
    #[must_use]
    pub const fn year(self) -> Option<i32> {
        match self {
            Self::Constant { from } | Self::Scale { from } => from,
            Self::OneYear { year } => year,
            Self::CatchUp => None,
        }
    }
}

/// A goal-seek question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The target to reach.
    pub target: TargetIx,
    /// The figures to adjust; [`Self::way`] says in which years.
    pub parameter: ParameterId,
    /// How to adjust them.
    pub way: SolveMode,
}

/// Why a question has no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Unsolvable {
    /// The target is a task, for which there is no rate.
    YesOrNo,
    /// The target is due every year and was missed in a past year.
    Lost,
    /// The indicator, or the lever, has no levels: there is no base value.
    NoBase,
    /// The target does not depend on that lever, only on these.
    NotBehind(Vec<IndicatorIx>),
    /// The lever is not set by output growth.
    NotOutputGrowth,
    /// The lever's last actual is that of the end year.
    NoYearsLeft,
    /// The year is over, or outside the plan; these are the first and the last possible.
    YearNotLeft {
        /// The year asked for.
        year: i32,
        /// The first year without an actual.
        first: i32,
        /// The last year of the plan.
        last: i32,
    },
    /// Every rate to be scaled is zero.
    NothingToScale,
    /// The rate does not affect the target.
    NoEffect,
    /// No rate near the present ones is possible, for this reason.
    NoStart(StopReason),
}

/// What stops a rate from going further.
#[derive(Clone, Debug, PartialEq)]
pub enum StopReason {
    /// The lever cannot have the rate.
    Rate {
        /// The lever.
        lever: IndicatorIx,
        /// What is wrong with the rate.
        fault: RateFault,
    },
    /// A level would leave its bounds.
    Bounds(Violation),
    /// Further changes of the rate hardly move the target.
    Exhausted,
}

/// An answer, before anything is changed: what to set, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The question.
    pub request: Request,
    /// The target asked about.
    pub target: Target,
    /// The first year changed.
    pub from: i32,
    /// The last year with the rate: the target's due year, or the first year if a level has to be reached at once and
    /// held.
    pub to: i32,
    /// The rate found, percent or points a year; the factor for [`SolveMode::Scale`].
    pub value: f64,
    /// The figure that leads exactly to the target's level, or to the bound that stops it. [`Self::value`] differs
    /// from it if that level does not meet the target, or the bound is not a figure that can be typed.
    pub exact: f64,
    /// The decimals that write [`Self::value`] in full; `None` if it is exact.
    rounded: Option<usize>,
    /// The value displayed with 0, 1, 2 … decimals, rounded so that setting it meets the target; `None` if no such
    /// figure nearby does.
    enough: Vec<Option<f64>>,
    /// The lever's whole schedule with the answer.
    pub rates: Rates,
    /// The level that meets the target exactly.
    pub goal: f64,
    /// The level in the due year with these rates; for a target due every year, in its decisive year.
    pub level: f64,
    /// The target assessed with these rates.
    pub assessment: Assessment,
    /// `None` if the target's level is reached. Otherwise the answer is the nearest possible one, and this is what
    /// stops it.
    pub stopped_by: Option<StopReason>,
}

impl Answer {
    /// Whether the target's level is reached.
    #[must_use]
    pub const fn is_reached(&self) -> bool {
        self.stopped_by.is_none()
    }

    /// The rate or factor displayed with the given decimals: setting exactly that meets the target, if a figure near
    /// the exact one does.
    #[must_use]
    pub fn shown(&self, decimals: usize) -> f64 {
        let enough = self
            .enough
            .get(self.decimals(decimals))
            .filter(|_| self.rounded.is_none());
        enough.copied().flatten().unwrap_or(self.value)
    }

    /// The decimals to display if the given number is wanted: a value set in full is displayed in full, and one that
    /// would miss the target gets as many as it takes.
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

    /// The decimals it was rounded to so that it can be written in full: it is the nearest figure with so many,
    /// though a nearer one with more may do. `None` if it is exact.
    #[must_use]
    pub const fn written(&self) -> Option<usize> {
        self.rounded
    }

    /// Whether the answer is a factor rather than a rate.
    #[must_use]
    pub const fn is_factor(&self) -> bool {
        matches!(self.request.way, SolveMode::Scale { .. })
    }

    /// Whether the target is strict, so that the answer is the nearest figure beyond the one that leads exactly to
    /// its level.
    #[must_use]
    pub const fn is_beyond_line(&self) -> bool {
        self.is_reached() && self.rounded.is_some()
    }

    /// Whether the level is reached next year, but the target, due every year, is missed in a later one.
    #[must_use]
    pub fn is_lost_later(&self) -> bool {
        let is_met = self.assessment.status == Status::Met;
        self.is_reached() && self.target.is_each_year() && !is_met && !self.is_on_strict_line()
    }

    /// Whether the level is reached, but the target is strict and no figure nearby meets it.
    #[must_use]
    pub const fn is_on_strict_line(&self) -> bool {
        self.is_reached() && self.assessment.is_on_line
    }
}

/// Finds the rates that lead to a target. Changes nothing.
///
/// # Errors
/// If the question has no answer. An unreachable target is not an error: the answer is then the nearest level
/// possible, with the bound that stops it.
pub fn solve(plan: &Plan, scenario: &Scenario, request: Request) -> Result<Answer, Unsolvable> {
    search_for(plan, scenario, request, &|| true)
}

/// [`solve`], cancellable: `None` once it is no longer wanted, from the next trial on.
pub fn solve_while(
    plan: &Plan,
    scenario: &Scenario,
    request: Request,
    is_wanted: IsWanted<'_>,
) -> Option<Result<Answer, Unsolvable>> {
    let result = search_for(plan, scenario, request, is_wanted);
    is_wanted().then_some(result)
}

/// The result of cancelled work is meaningless.
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
    // An assessment looks at rates, base values and actuals.
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
        // A level reached at once is held from then on.
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
