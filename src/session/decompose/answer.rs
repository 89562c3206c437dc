//! The answer: the change taken apart, or why it cannot be. A job works it out.

use std::path::Path;
use std::sync::Arc;

use super::choice::{DecomposeChoice, DecomposeWay};
use crate::analysis::Outcome;
use crate::analysis::attribution::{Attribution, AttributionError, PlannedState, attribute};
use crate::analysis::decomposition::{
    Decomposition, DecompositionError, ScenarioState, decompose, decompose_difference,
};
use crate::file::Failure;
use crate::model::{Evaluation, Evaluator, LevelKind};
use crate::plan::Plan;
use crate::scenario::{EXAMPLES, Scenario, read_text};

/// Where sampled orders begin; the command line begins there as well.
const SEED: u64 = 1;

/// What a change was taken apart into.
#[derive(Clone, Debug, PartialEq)]
pub enum DecomposedChange {
    /// Factors.
    Factors(Decomposition),
    /// What was entered for each lever of two scenarios.
    Levers(Attribution),
}

/// Why a change cannot be taken apart.
#[derive(Clone, Debug)]
pub enum DecomposeFault {
    /// It has no factors.
    Factors(DecompositionError),
    /// It cannot be attributed to levers.
    Levers(AttributionError),
    /// The scenario that is compared with belongs to another plan, by its id, and factors are those of one plan.
    OtherPlan(String),
    /// That scenario cannot be read.
    Unread(Arc<Failure>),
}

/// An answer with what was asked.
#[derive(Clone, Debug)]
pub struct Decomposed {
    /// What was asked.
    pub choice: DecomposeChoice,
    /// What the indicator's levels are counted in.
    pub kind: LevelKind,
    /// The answer.
    pub result: Result<DecomposedChange, DecomposeFault>,
}

/// A scenario with everything that follows from it.
pub(super) struct CompareState {
    pub plan: Arc<Plan>,
    pub scenario: Arc<Scenario>,
    pub evaluation: Arc<Evaluation>,
}

impl CompareState {
    fn state(&self) -> ScenarioState<'_> {
        ScenarioState {
            scenario: &self.scenario,
            projection: self.evaluation.projection(),
        }
    }

    fn planned(&self) -> PlannedState<'_> {
        PlannedState {
            plan: &self.plan,
            state: self.state(),
        }
    }

    fn example(id: &str) -> Result<Option<Self>, Failure> {
        let Some(example) = EXAMPLES.iter().find(|example| example.id == id) else {
            return Ok(None);
        };
        let loaded = read_text(example.id, example.text, Path::new(""))?;
        let mut evaluator = Evaluator::new(&loaded.plan, &loaded.scenario);
        Ok(Some(Self {
            evaluation: Evaluation::by(&mut evaluator, &loaded.plan, &loaded.scenario),
            plan: loaded.plan,
            scenario: Arc::new(loaded.scenario),
        }))
    }
}

/// What the scenario in front is compared with.
pub(super) enum CompareWith {
    Nothing,
    State(CompareState),
    Example(&'static str),
}

pub(super) fn answer(choice: DecomposeChoice, own: &CompareState, with: CompareWith) -> Decomposed {
    let result = match with {
        CompareWith::Nothing => between_years(choice, own),
        CompareWith::State(other) => between_scenarios(choice, own, &other),
        CompareWith::Example(id) => match CompareState::example(id) {
            Ok(Some(other)) => between_scenarios(choice, own, &other),
            Ok(None) => between_years(choice, own),
            Err(failure) => Err(DecomposeFault::Unread(Arc::new(failure))),
        },
    };
    Decomposed {
        choice,
        kind: own.evaluation.projection().kind(choice.indicator),
        result,
    }
}

fn between_years(choice: DecomposeChoice, own: &CompareState) -> Result<DecomposedChange, DecomposeFault> {
    let is_chained = choice.way != DecomposeWay::Direct;
    let years = (choice.from, choice.to);
    decompose(&own.plan, own.state(), choice.indicator, years, is_chained)
        .map(DecomposedChange::Factors)
        .map_err(DecomposeFault::Factors)
}

fn between_scenarios(
    choice: DecomposeChoice,
    own: &CompareState,
    other: &CompareState,
) -> Result<DecomposedChange, DecomposeFault> {
    let DecomposeChoice { indicator, to, .. } = choice;
    if choice.way == DecomposeWay::Levers {
        let step = usize::try_from(to - own.plan.base_year);
        let step = step.map_err(|_| DecomposeFault::Levers(AttributionError::YearOutside(to)))?;
        let outcome = Outcome::Level { indicator, step };
        return attribute(other.planned(), own.planned(), outcome, SEED)
            .map(DecomposedChange::Levers)
            .map_err(DecomposeFault::Levers);
    }
    if other.plan != own.plan {
        return Err(DecomposeFault::OtherPlan(other.plan.id.clone()));
    }
    decompose_difference(&own.plan, other.state(), own.state(), indicator, to)
        .map(DecomposedChange::Factors)
        .map_err(DecomposeFault::Factors)
}
