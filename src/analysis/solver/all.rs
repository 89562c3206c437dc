//! Goal-seek for every target at once, each on a lever of its own.

use super::{Answer, Request, SolveMode, Unsolvable, default_parameter, search_for};
use crate::model::{IsWanted, Status, assess_target, project};
use crate::plan::{Plan, TargetIx};
use crate::scenario::Scenario;

/// The outcome for one target.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetOutcome {
    /// Already met when its turn came; its lever is unchanged.
    AlreadyMet,
    /// Reached, with its rates adopted; or only the nearest possible, with nothing changed.
    Solved(Box<Answer>),
    /// Not solvable.
    Failed(Unsolvable),
}

/// The outcome for every target of a plan, and the resulting scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ReachedAll {
    /// Outcomes in plan order.
    pub attempts: Vec<(TargetIx, TargetOutcome)>,
    /// The scenario with every rate adopted.
    pub scenario: Scenario,
}

impl ReachedAll {
    /// How many targets the new rates reach.
    #[must_use]
    pub fn reached(&self) -> usize {
        let is_reached =
            |attempt: &TargetOutcome| matches!(attempt, TargetOutcome::Solved(answer) if answer.is_reached());
        self.attempts
            .iter()
            .filter(|(_, attempt)| is_reached(attempt))
            .count()
    }
}

/// Reaches every missed target by a constant rate in the remaining years, each on its own lever
/// ([`default_parameter`]): those due first come first, otherwise in plan order; derived targets come last, because
/// the others move them.
#[must_use]
pub fn reach_all(plan: &Plan, scenario: &Scenario) -> ReachedAll {
    work_out(plan, scenario, &|| true)
}

/// The same, cancellable: `None` once it is no longer wanted.
pub fn reach_all_while(plan: &Plan, scenario: &Scenario, is_wanted: IsWanted<'_>) -> Option<ReachedAll> {
    let all = work_out(plan, scenario, is_wanted);
    is_wanted().then_some(all)
}

/// The result is incomplete if cancelled.
fn work_out(plan: &Plan, scenario: &Scenario, is_wanted: IsWanted<'_>) -> ReachedAll {
    let mut scenario = scenario.clone();
    let mut targets: Vec<_> = plan.targets().collect();
    targets.sort_by_key(|(_, indicator, target)| (!indicator.is_lever(), plan.due_step(target)));
    let mut attempts = Vec::with_capacity(targets.len());
    for (target, ..) in targets {
        if !is_wanted() {
            break;
        }
        attempts.push((target, attempt(plan, &mut scenario, target, is_wanted)));
    }
    attempts.sort_by_key(|(ix, _)| *ix);
    ReachedAll { attempts, scenario }
}

fn attempt(plan: &Plan, scenario: &mut Scenario, target: TargetIx, is_wanted: IsWanted<'_>) -> TargetOutcome {
    let projection = project(plan, scenario);
    if assess_target(plan, scenario, &projection, target).status == Status::Met {
        return TargetOutcome::AlreadyMet;
    }
    let parameter = default_parameter(plan, scenario, target.indicator)
        .filter(|id| projection.levels(id.indicator).is_some());
    let Some(parameter) = parameter else {
        return TargetOutcome::Failed(Unsolvable::NoBase);
    };
    // What the lever has reached by an earlier due year stays.
    let due = plan.due_step(plan.target(target));
    let earlier = plan
        .targets_of(parameter.indicator)
        .map(|(_, other)| plan.due_step(other));
    let way = match earlier.filter(|other| *other < due).max() {
        Some(step) if step > projection.last_actual(parameter.indicator) => SolveMode::Constant {
            from: Some(plan.year(step + 1)),
        },
        _ => SolveMode::CatchUp,
    };
    let request = Request {
        target,
        parameter,
        way,
    };
    match search_for(plan, scenario, request, is_wanted) {
        Ok(answer) => {
            if answer.is_reached() {
                scenario.rates.set(parameter.indicator, answer.rates.clone());
            }
            TargetOutcome::Solved(Box::new(answer))
        }
        Err(why) => TargetOutcome::Failed(why),
    }
}
