//! Which uncertain levers matter for a figure, from draws: a tornado, and shares of its variance.

mod estimates;
mod figures;
mod in_order;
mod innovations;
mod shapley;
mod sobol;
mod tornado;

use super::Outcome;
use super::draws::{DrawnLever, Draws, DrawsError, Sampling};
use crate::model::{IsWanted, assess_target, project};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;
pub use estimates::{GroupIndices, INDEX_SCRAMBLES, IndexEstimate, PickFreeze, sobol_indices};
use figures::OutcomeFigures;
use innovations::Innovations;
pub use tornado::{TORNADO_DRAWS, TORNADO_QUANTILES, Tornado, TornadoBar};

/// What shares of variance are estimated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ImportanceSettings {
    /// Where the points come from.
    pub sampling: Sampling,
    /// Base points per scramble.
    pub base: usize,
    /// Threads to work on; the answer is the same for any number.
    pub threads: usize,
}

impl Default for ImportanceSettings {
    fn default() -> Self {
        Self {
            sampling: Sampling::default(),
            base: 256,
            threads: 1,
        }
    }
}

/// The share of a figure's variance that goes back to one lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShareOfVariance {
    /// Sobol' indices, where the levers behind the figure are independent.
    Sobol {
        /// First order: what the lever explains by itself.
        first: IndexEstimate,
        /// Total: with all that it has together with others.
        total: IndexEstimate,
    },
    /// The Shapley effect, where they are correlated. All together are 1.
    Shapley(IndexEstimate),
}

/// A lever and its share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeverShare {
    /// The lever.
    pub lever: IndicatorIx,
    /// Its share.
    pub share: ShareOfVariance,
}

/// Which levers a figure's uncertainty comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Importance {
    /// Whether levers behind the figure are correlated, so that shares are Shapley effects.
    pub is_correlated: bool,
    /// The shares of the figure itself, the largest first; nothing where it is not uncertain.
    pub shares: Option<Vec<LeverShare>>,
    /// Those of the level of its indicator in each year after the base year, in the same order of levers; nothing in years
    /// in which that is not uncertain.
    pub years: Vec<(i32, Option<Vec<LeverShare>>)>,
}

impl Importance {
    /// The shares of one lever in the years in which the level is uncertain.
    #[must_use]
    pub fn by_year(&self, lever: IndicatorIx) -> Vec<(i32, ShareOfVariance)> {
        let years = self.years.iter();
        let shares = years.filter_map(|(year, shares)| {
            let found = shares.as_ref()?.iter().find(|share| share.lever == lever)?;
            Some((*year, found.share))
        });
        shares.collect()
    }
}

/// What an estimate is made with.
#[derive(Clone, Copy)]
struct ImportanceRun<'a> {
    sampling: Sampling,
    base: usize,
    threads: usize,
    is_wanted: IsWanted<'a>,
}

impl ImportanceRun<'_> {
    /// The results of every scramble, in their order; nothing once they are no longer wanted.
    fn scrambles<T: Send>(&self, work: impl Fn(u32) -> T + Sync) -> Option<Vec<T>> {
        let numbers: Vec<u32> = (1..=INDEX_SCRAMBLES).collect();
        in_order::in_order(numbers.len(), self.threads, self.is_wanted, |n| work(numbers[n]))
    }
}

/// The tornado of a figure; nothing once it is no longer wanted.
///
/// # Errors
/// Why nothing can be drawn.
pub fn tornado(
    plan: &Plan,
    scenario: &Scenario,
    outcome: Outcome,
    sampling: Sampling,
    is_wanted: IsWanted<'_>,
) -> Result<Option<Tornado>, DrawsError> {
    let innovations = Innovations::new(plan, scenario, sampling)?;
    let figures = OutcomeFigures::new(plan, scenario, innovations.draws.parameters(), outcome);
    let Some(figures) = figures else {
        return Ok(Some(Tornado {
            centre: as_it_is(plan, scenario, outcome),
            bars: Vec::new(),
        }));
    };
    let levers = places_behind(plan, innovations.levers(), outcome);
    Ok(tornado::tornado(&figures, &innovations, &levers, is_wanted))
}

/// The shares of a figure's variance; nothing once they are no longer wanted.
///
/// # Errors
/// Why nothing can be drawn.
pub fn importance(
    plan: &Plan,
    scenario: &Scenario,
    outcome: Outcome,
    settings: ImportanceSettings,
    is_wanted: IsWanted<'_>,
) -> Result<Option<Importance>, DrawsError> {
    let run = ImportanceRun {
        sampling: settings.sampling,
        base: settings.base,
        threads: settings.threads,
        is_wanted,
    };
    let innovations = Innovations::new(plan, scenario, settings.sampling)?;
    let places = places_behind(plan, innovations.levers(), outcome);
    let is_correlated = places.iter().enumerate().any(|(n, one)| {
        let others = &places[n + 1..];
        others
            .iter()
            .any(|other| innovations.correlation(*one, *other).abs() > 0.0)
    });
    // Correlations with levers that are not behind the figure do not matter to it.
    let draws = Draws::new(plan, scenario, &[], settings.sampling)?;
    let parameters = if is_correlated {
        innovations.draws.parameters()
    } else {
        draws.parameters()
    };
    let Some(figures) = OutcomeFigures::new(plan, scenario, parameters, outcome) else {
        return Ok(Some(Importance {
            is_correlated,
            shares: None,
            years: (1..=plan.steps()).map(|step| (plan.year(step), None)).collect(),
        }));
    };
    let rows = if is_correlated {
        shapley::shapley(run, &figures, &innovations, &places)
    } else {
        let levers: Vec<&DrawnLever> = places.iter().map(|place| &draws.levers()[*place]).collect();
        sobol::sobol(run, &figures, &draws, &levers)
    };
    Ok(rows.map(|rows| in_rank(plan, is_correlated, rows)))
}

/// Puts the largest shares first, and those of the years in the same order.
fn in_rank(plan: &Plan, is_correlated: bool, mut rows: Vec<Option<Vec<LeverShare>>>) -> Importance {
    let rank = rows.iter().flatten().next().map(|shares| {
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by(|a, b| shares[*b].share.rank().total_cmp(&shares[*a].share.rank()));
        order
    });
    for shares in rows.iter_mut().flatten() {
        if let Some(order) = &rank {
            *shares = order.iter().map(|place| shares[*place]).collect();
        }
    }
    let mut rows = rows.into_iter();
    let shares = rows.next().flatten();
    let years = rows.zip(1..).map(|(shares, step)| (plan.year(step), shares));
    Importance {
        is_correlated,
        shares,
        years: years.collect(),
    }
}

/// The places of the drawn levers that are behind a figure.
fn places_behind(plan: &Plan, drawn: &[DrawnLever], outcome: Outcome) -> Vec<usize> {
    let behind = plan.levers_behind(outcome.indicator());
    let is_behind = |place: &usize| behind.contains(&drawn[*place].lever);
    (0..drawn.len()).filter(is_behind).collect()
}

/// A figure as the scenario has it; NaN without levels.
fn as_it_is(plan: &Plan, scenario: &Scenario, outcome: Outcome) -> f64 {
    let projection = project(plan, scenario);
    let figure = match outcome {
        Outcome::Target(target) => assess_target(plan, scenario, &projection, target).projected,
        Outcome::Level { indicator, step } => projection
            .levels(indicator)
            .and_then(|levels| levels.get(step).copied()),
    };
    figure.unwrap_or(f64::NAN)
}
