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
    let top = Place::top();
    let position = |ix| loaded.scenario.rates.iter().position(|(other, _)| other == ix);
    // A lever without rates of its own got out of bounds by its base; one without that, by the plan.
    let base = |ix| loaded.scenario.bases.iter().position(|(other, _)| other == ix);
    let at = match (position(violation.indicator), base(violation.indicator)) {
        (Some(n), _) => top.field("rates").entry(n),
        (None, Some(n)) => top.field("bases").entry(n),
        (None, None) => top.field("plan"),
    };
    Problem::new(at, violation.message(&loaded.plan, language)).help(Message::new("path-leaves-bounds-help"))
}
