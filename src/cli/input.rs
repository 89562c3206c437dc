//! From a path on the command line to a scenario ready to run.

use std::path::Path;
use std::sync::Arc;

use crate::file::{Failure, Problem, Problems, ValuePath, locate_problems};
use crate::model::{Evaluation, Violation};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{self, Loaded, Scenario};
use crate::text::{Language, Message};
use crate::wording;

/// A scenario with what follows from it.
pub(super) type OpenedScenario = (Loaded, Arc<Evaluation>);

/// Reads a scenario and evaluates it.
///
/// # Errors
/// Everything [`scenario::load`] reports, and paths out of bounds, located at the rates at fault.
pub(super) fn open(path: &Path, language: Language) -> Result<OpenedScenario, Failure> {
    let loaded = scenario::load(path)?;
    let evaluation = Evaluation::new(&loaded.plan, &loaded.scenario);
    let mut problems = Problems::default();
    for violation in evaluation.violations() {
        problems.add(|| problem(&loaded, violation, language));
    }
    if problems.is_empty() {
        return Ok((loaded, evaluation));
    }
    let name = path.display().to_string();
    Err(locate_problems(&name, &loaded.text, problems))
}

fn problem(loaded: &Loaded, violation: &Violation, language: Language) -> Problem {
    let Loaded { plan, scenario, .. } = loaded;
    let ix = violation.indicator;
    // The cause: its own entry, otherwise that of a lever behind it, otherwise the plan.
    let mut levers = std::iter::once(&ix).chain(plan.levers_behind(ix));
    let at = levers
        .find_map(|lever| place(scenario, *lever, violation.year))
        .unwrap_or_else(|| ValuePath::top().field("plan"));
    let help = Message::new(wording::violation_help(plan, violation));
    Problem::new(at, wording::violation(plan, violation, language)).help(help)
}

/// The entry that leads out of bounds: a figure if the year has passed, otherwise the rates, otherwise the base; `None`
/// if the scenario says nothing about the indicator.
fn place(scenario: &Scenario, ix: IndicatorIx, year: i32) -> Option<ValuePath> {
    let top = ValuePath::top();
    let entries = scenario.actuals.get(ix).into_iter().flatten();
    let last_actual = entries.map(|entry| entry.year).max();
    let rates = scenario.rates.iter().position(|(other, _)| other == ix);
    let bases = scenario.bases.iter().position(|(other, _)| other == ix);
    let actuals = scenario.actuals.iter().position(|(other, _)| other == ix);
    match (actuals, rates, bases) {
        (Some(n), ..) if last_actual.is_some_and(|last| last >= year) => Some(top.field("actuals").entry(n)),
        (_, Some(n), _) => Some(top.field("rates").entry(n)),
        (_, None, Some(n)) => Some(top.field("bases").entry(n)),
        (_, None, None) => None,
    }
}

/// Faults of a plan's own path, before anything is entered: levels that are not numbers, or impossible. Each is located
/// at its indicator.
pub(super) fn on_its_own_path(plan: &Plan, language: Language) -> Problems {
    let evaluation = Evaluation::new(plan, &Scenario::default());
    let list = ValuePath::top().field("indicators");
    let mut problems = Problems::default();
    for violation in evaluation.violations() {
        problems.add(|| {
            let at = plan.iter().position(|(ix, _)| ix == violation.indicator);
            let at = at.map_or_else(|| list.clone(), |n| list.index(n));
            Problem::new(at, wording::violation(plan, violation, language))
                .help(Message::new(wording::violation_help(plan, violation)))
        });
    }
    problems
}
