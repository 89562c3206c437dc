//! From a path on the command line to a scenario that can be run.

use std::path::Path;

use crate::file::{Failure, Place, Problem, locate_problems};
use crate::model::{Projection, Violation, project};
use crate::scenario::{self, Loaded};
use crate::text::{Language, Message};

/// Reads a scenario and projects it.
///
/// # Errors
/// Everything [`scenario::load`] reports, and paths that leave their bounds, with the place of the rates at fault.
pub(super) fn open(path: &Path, language: Language) -> Result<(Loaded, Projection), Failure> {
    let loaded = scenario::load(path)?;
    let projection = project(&loaded.plan, &loaded.scenario);
    let problems: Vec<Problem> = projection
        .violations()
        .iter()
        .map(|violation| problem(&loaded, violation, language))
        .collect();
    if problems.is_empty() {
        return Ok((loaded, projection));
    }
    let name = path.display().to_string();
    Err(locate_problems(&name, &loaded.text, problems))
}

fn problem(loaded: &Loaded, violation: &Violation, language: Language) -> Problem {
    let Loaded { plan, scenario, .. } = loaded;
    let ix = violation.indicator;
    let top = Place::top();
    let last_actual = scenario
        .actuals
        .get(ix)
        .into_iter()
        .flatten()
        .map(|entry| entry.year)
        .max();
    // The entry that leads out of bounds: a figure if the year has passed, else the rates, else the base, else the plan.
    let rates = scenario.rates.iter().position(|(other, _)| other == ix);
    let bases = scenario.bases.iter().position(|(other, _)| other == ix);
    let actuals = scenario.actuals.iter().position(|(other, _)| other == ix);
    let at = match (actuals, rates, bases) {
        (Some(n), ..) if last_actual.is_some_and(|year| year >= violation.year) => {
            top.field("actuals").entry(n)
        }
        (_, Some(n), _) => top.field("rates").entry(n),
        (_, None, Some(n)) => top.field("bases").entry(n),
        (_, None, None) => top.field("plan"),
    };
    let is_lever = plan.get(ix).is_lever();
    let help = if is_lever {
        "path-leaves-bounds-help"
    } else {
        "path-leaves-bounds-derived-help"
    };
    Problem::new(at, violation.message(&loaded.plan, language)).help(Message::new(help))
}
