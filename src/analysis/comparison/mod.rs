//! What differs between scenarios: levers, outcomes and targets beside those of a reference. Scenarios of other plans are
//! compared on what they have in common with the reference's, and what they have not is said.

mod lever;
mod overlap;

use super::Outcome;
use super::attribution::{Attribution, AttributionError, PlannedState, Player, attribute};
use super::decomposition::ScenarioState;
use crate::model::{Assessment, Evaluation, LevelKind};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;
pub use lever::ComparedLever;
use overlap::{Common, differ};

/// A scenario with its plan, and what follows from both.
#[derive(Clone, Copy, Debug)]
pub struct ComparedScenario<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What follows from it.
    pub evaluation: &'a Evaluation,
}

impl<'a> ComparedScenario<'a> {
    fn planned(self) -> PlannedState<'a> {
        PlannedState {
            plan: self.plan,
            state: ScenarioState {
                scenario: self.scenario,
                projection: self.evaluation.projection(),
            },
        }
    }
}

/// An indicator whose level in the last common year differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedOutcome {
    /// The indicator, in the reference's plan.
    pub indicator: IndicatorIx,
    /// The levels, in its unit; nothing where a scenario has none, or has them in another unit.
    pub end: Vec<Option<f64>>,
    /// The same less the reference's.
    pub difference: Vec<Option<f64>>,
}

/// A target whose figure or status differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedTarget {
    /// The target, in the reference's plan.
    pub target: TargetIx,
    /// The judgements; nothing where a scenario's plan has no such target.
    pub assessments: Vec<Option<Assessment>>,
}

/// An indicator that not all of the plans have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotShared {
    /// Its id.
    pub id: String,
    /// The places of the scenarios whose plans lack it, or have something else by that id.
    pub lacking: Vec<usize>,
}

/// Scenarios beside a reference.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The place of the reference.
    pub reference: usize,
    /// The first and the last year that all plans cover; rates are those of the years after the first.
    pub years: (i32, i32),
    /// The levers that differ: by effect, the largest first, or in the plan's order.
    pub levers: Vec<ComparedLever>,
    /// The other levers, which are equal in all of them, in the plan's order.
    pub equal_levers: Vec<ComparedLever>,
    /// How many levers all have, and how many outcomes and targets.
    pub in_common: InCommon,
    /// The indicators whose last level differs, in the plan's order.
    pub outcomes: Vec<ComparedOutcome>,
    /// The targets whose figure or status differs, in the plan's order.
    pub targets: Vec<ComparedTarget>,
    /// The other targets, in the plan's order.
    pub equal_targets: Vec<ComparedTarget>,
    /// What the plans do not have in common, the reference's first.
    pub not_shared: Vec<NotShared>,
    /// The figure that effects are of.
    pub by: Option<Outcome>,
    /// Its difference from the reference attributed to levers, by scenario; nothing for the reference, or without a figure.
    pub attributions: Vec<Option<Result<Attribution, AttributionError>>>,
}

/// How much there is to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InCommon {
    /// Levers.
    pub levers: usize,
    /// Indicators, levers among them.
    pub indicators: usize,
    /// Targets of the reference's plan.
    pub targets: usize,
}

impl Comparison {
    /// Whether a scenario is the same as the reference in all that they have in common.
    #[must_use]
    pub fn is_same(&self, place: usize) -> bool {
        let levers = self.levers.iter().all(|lever| !lever.differs[place]);
        let is_zero = |outcome: &ComparedOutcome| {
            let level = |place: usize| outcome.end[place].unwrap_or(f64::NAN);
            !differ(level(self.reference), level(place))
        };
        levers && self.outcomes.iter().all(is_zero)
    }
}

/// Why scenarios cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonError {
    /// There are fewer than two, or no such reference.
    TooFew,
    /// Their plans have no indicator in common.
    NoIndicator,
    /// Their plans have fewer than two years in common.
    NoYears,
}

/// Compares scenarios with one of them. `by` is a figure of the reference's plan by whose differences levers are sorted.
///
/// # Errors
/// [`ComparisonError`].
pub fn compare(
    scenarios: &[ComparedScenario<'_>],
    reference: usize,
    by: Option<Outcome>,
) -> Result<Comparison, ComparisonError> {
    let own = scenarios.get(reference).filter(|_| scenarios.len() > 1);
    let own = *own.ok_or(ComparisonError::TooFew)?;
    let common = Common::new(scenarios, own.plan)?;
    let attributions: Vec<_> = scenarios
        .iter()
        .enumerate()
        .map(|(place, other)| {
            let outcome = by.filter(|_| place != reference)?;
            // Of the reference's plan, so from the other to it, and turned round.
            let found = attribute(other.planned(), own.planned(), outcome, SEED);
            Some(found.map(turned))
        })
        .collect();
    let effect = |place: usize, lever| {
        let found = attributions[place].as_ref()?.as_ref().ok()?;
        let of = found.effects.iter().find(|it| it.player == Player::Lever(lever));
        Some(of.map_or(0.0, |effect| effect.change))
    };
    let levers = common.shared().filter(|(ix, _)| own.plan.get(*ix).is_lever());
    let mut in_common = InCommon {
        levers: 0,
        indicators: common.shared().count(),
        targets: own.plan.targets().count(),
    };
    let (mut compared, mut equal): (Vec<ComparedLever>, Vec<ComparedLever>) = (Vec::new(), Vec::new());
    for (ix, twins) in levers {
        in_common.levers += 1;
        let effects = (0..scenarios.len()).map(|place| effect(place, ix)).collect();
        let lever = ComparedLever::new(scenarios, (ix, twins), common.years, reference, effects);
        if lever.differs.contains(&true) {
            compared.push(lever);
        } else {
            equal.push(lever);
        }
    }
    if by.is_some() {
        compared.sort_by(|one, other| other.largest().total_cmp(&one.largest()));
    }
    let outcomes = common
        .shared()
        .filter_map(|(ix, twins)| outcome(scenarios, (ix, twins), common.years.1, reference));
    let outcomes = outcomes.collect();
    let (targets, equal_targets) = targets(scenarios, own.plan, reference);
    Ok(Comparison {
        reference,
        years: common.years,
        levers: compared,
        equal_levers: equal,
        in_common,
        outcomes,
        targets,
        equal_targets,
        not_shared: common.not_shared,
        by,
        attributions,
    })
}

/// Where sampled orders begin; the same scenarios give the same figures.
const SEED: u64 = 1;

fn turned(found: Attribution) -> Attribution {
    let effects = found.effects.into_iter().map(|mut effect| {
        effect.change = -effect.change;
        effect
    });
    Attribution {
        from: found.to,
        to: found.from,
        residual: -found.residual,
        effects: effects.collect(),
        ..found
    }
}

/// An indicator's levels in a year; nothing where none differs from the reference's.
fn outcome(
    scenarios: &[ComparedScenario<'_>],
    (ix, twins): (IndicatorIx, &[IndicatorIx]),
    year: i32,
    reference: usize,
) -> Option<ComparedOutcome> {
    let kind = |place: usize| scenarios[place].evaluation.projection().kind(twins[place]);
    let known: Vec<(LevelKind, Option<f64>)> = (0..scenarios.len())
        .map(|place| {
            let of = &scenarios[place];
            let step = usize::try_from(year - of.plan.base_year).unwrap_or(usize::MAX);
            let levels = of.evaluation.projection().levels(twins[place]);
            (kind(place), levels.and_then(|levels| levels.get(step).copied()))
        })
        .collect();
    let end: Vec<Option<f64>> = known
        .iter()
        .map(|(kind, level)| level.filter(|_| *kind == known[reference].0))
        .collect();
    let own = end[reference]?;
    let differs = |(_, level): &(LevelKind, Option<f64>)| level.is_none_or(|level| differ(own, level));
    let has_other_unit = end.iter().any(Option::is_none);
    (has_other_unit || known.iter().any(differs)).then(|| ComparedOutcome {
        indicator: ix,
        difference: end.iter().map(|level| level.map(|level| level - own)).collect(),
        end,
    })
}

/// Targets of the reference's plan whose figure or status differs, and the others.
fn targets(
    scenarios: &[ComparedScenario<'_>],
    plan: &Plan,
    reference: usize,
) -> (Vec<ComparedTarget>, Vec<ComparedTarget>) {
    let compared = plan.targets().filter_map(|(target, ..)| {
        let assessments: Vec<Option<Assessment>> = scenarios
            .iter()
            .map(|other| {
                let twin = if std::ptr::eq(other.plan, plan) {
                    Some(target)
                } else {
                    let found = other.plan.find_target(&plan.target_name(target)).ok();
                    found.filter(|twin| {
                        other.plan.target(*twin).form.name() == plan.target(target).form.name()
                    })
                };
                other.evaluation.assessment(twin?).cloned()
            })
            .collect();
        let own = assessments[reference].as_ref()?;
        let differs = |other: &Option<Assessment>| {
            other.as_ref().is_none_or(|other| {
                let figures = [own, other].map(|it| it.projected.unwrap_or(f64::NAN));
                let is_number = !figures[0].is_nan() || !figures[1].is_nan();
                own.status != other.status
                    || own.basis != other.basis
                    || (is_number && differ(figures[0], figures[1]))
            })
        };
        let is_different = assessments.iter().any(differs);
        Some((is_different, ComparedTarget { target, assessments }))
    });
    let (different, equal): (Vec<_>, Vec<_>) = compared.partition(|(is_different, _)| *is_different);
    let [different, equal] =
        [different, equal].map(|all| all.into_iter().map(|(_, target)| target).collect());
    (different, equal)
}
