//! `planpath compare FILE FILE…`

mod grammar;
mod report;
mod tables;

use std::path::PathBuf;

use super::input::OpenedScenario;
use super::named::{not_among, unknown};
use super::output::OutputFormat;
use super::{CommandResult, input, output};
use crate::analysis::Outcome;
use crate::analysis::comparison::{ComparedScenario, ComparisonError, compare as work_out};
use crate::file::Failure;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message};
pub(super) use grammar::{asked, grammar};
use report::{report, rows};
use tables::tables;

/// The options given on the command line.
pub(super) struct CompareArgs {
    pub files: Vec<PathBuf>,
    /// The place of the reference among the files.
    pub reference: usize,
    /// A target, or an indicator, by whose differences levers are sorted.
    pub by: Option<String>,
    pub format: OutputFormat,
}

/// Prints what differs between scenarios.
pub(super) fn compare(asked: &CompareArgs, language: Language) -> CommandResult {
    let opened = asked.files.iter().map(|path| input::open(path, language));
    let opened: Vec<OpenedScenario> = opened.collect::<Result<_, Failure>>()?;
    let compared: Vec<ComparedScenario<'_>> = opened
        .iter()
        .map(|(loaded, evaluation)| ComparedScenario {
            plan: &loaded.plan,
            scenario: &loaded.scenario,
            evaluation,
        })
        .collect();
    let by = match (&asked.by, opened.get(asked.reference)) {
        (Some(name), Some((own, _))) => Some(outcome(&own.plan, name)?),
        _ => None,
    };
    let found = work_out(&compared, asked.reference, by).map_err(cannot)?;
    let loaded: Vec<&Loaded> = opened.iter().map(|(loaded, _)| loaded).collect();
    match asked.format {
        OutputFormat::Json => output::json(&report(&loaded, &found, language))?,
        OutputFormat::Csv => output::csv(&rows(&loaded, &found, language))?,
        OutputFormat::Table => output::data(&tables(&opened, &found, language))?,
    }
    Ok(0)
}

/// A target's figure, or the last level of an indicator, by name.
fn outcome(plan: &Plan, name: &str) -> Result<Outcome, Failure> {
    if let Ok(target) = plan.find_target(name) {
        return Ok(Outcome::Target(target));
    }
    if let Some(indicator) = plan.find(name) {
        return Ok(Outcome::Level {
            indicator,
            step: plan.steps(),
        });
    }
    let targets = plan.targets().map(|(ix, ..)| plan.target_name(ix));
    let indicators = plan.iter().map(|(_, indicator)| indicator.id.clone());
    let mut known: Vec<String> = targets.chain(indicators).collect();
    known.sort_unstable();
    known.dedup();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Err(not_among(unknown(plan, name), name, &known))
}

fn cannot(why: ComparisonError) -> Failure {
    let (what, help) = match why {
        ComparisonError::TooFew => ("compare-one", "compare-one-help"),
        ComparisonError::NoIndicator => ("compare-nothing-shared", "compare-shared-help"),
        ComparisonError::NoYears => ("compare-no-years", "compare-shared-help"),
    };
    Failure::Other {
        what: Message::new(what),
        help: Some(Message::new(help)),
    }
}
