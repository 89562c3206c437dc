//! `planpath sensitivity FILE (--target ID | --indicator ID)`

mod derivative;
mod grammar;
mod report;
mod shares;
mod tornado;

use std::path::{Path, PathBuf};

use super::named::{indicator_named, target_named};
use super::output::OutputFormat;
use super::{CommandResult, input};
use crate::analysis::Outcome;
use crate::file::Failure;
use crate::plan::Plan;
use crate::text::{Language, Message};
pub(super) use grammar::{asked, grammar};

/// How levers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// By what one point of each moves.
    Derivative,
    /// By what each makes of it when it alone is drawn.
    Tornado,
    /// By the share of the variance that goes back to each.
    Sobol,
}

impl Method {
    const ALL: [Self; 3] = [Self::Derivative, Self::Tornado, Self::Sobol];

    /// The name on the command line and in JSON.
    const fn name(self) -> &'static str {
        match self {
            Self::Derivative => "derivative",
            Self::Tornado => "tornado",
            Self::Sobol => "sobol",
        }
    }
}

/// The options given on the command line: a target, or an indicator.
pub(super) struct SensitivityArgs {
    pub file: PathBuf,
    pub target: Option<String>,
    pub indicator: String,
    pub year: Option<i32>,
    pub method: Method,
    pub format: OutputFormat,
}

/// Prints which levers move a target or a level, and by how much.
pub(super) fn sensitivity(asked: &SensitivityArgs, language: Language) -> CommandResult {
    let (loaded, evaluation) = input::open(Path::new(&asked.file), language)?;
    let outcome = outcome(&loaded.plan, asked)?;
    if evaluation.projection().levels(outcome.indicator()).is_none() {
        let id = loaded.plan.get(outcome.indicator()).id.as_str();
        return Err(Failure::Other {
            what: Message::new("sensitivity-no-levels").with("id", id),
            help: Some(Message::new("actual-needs-base-help")),
        });
    }
    let print = match asked.method {
        Method::Derivative => derivative::print,
        Method::Tornado => tornado::print,
        Method::Sobol => shares::print,
    };
    print(&loaded, &evaluation, outcome, asked.format, language)
}

/// The figure that was asked about.
fn outcome(plan: &Plan, asked: &SensitivityArgs) -> Result<Outcome, Failure> {
    if let Some(target) = &asked.target {
        return Ok(Outcome::Target(target_named(plan, target)?));
    }
    let indicator = indicator_named(plan, &asked.indicator)?;
    let year = asked.year.unwrap_or(plan.end_year);
    let step = (1..=plan.steps()).find(|step| plan.year(*step) == year);
    step.map(|step| Outcome::Level { indicator, step })
        .ok_or_else(|| Failure::Other {
            what: Message::new("sensitivity-year").with("year", year),
            help: Some(
                Message::new("sensitivity-year-help")
                    .with("first", plan.base_year + 1)
                    .with("last", plan.end_year),
            ),
        })
}
