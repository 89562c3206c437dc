//! `planpath decompose FILE --indicator ID`

mod grammar;
mod report;
mod shapley;
mod tables;

use std::path::PathBuf;

use super::input::OpenedScenario;
use super::named::indicator_named;
use super::output::OutputFormat;
use super::{CommandResult, input, output};
use crate::analysis::attribution::PlannedState;
use crate::analysis::decomposition::{
    Decomposition, ScenarioState, decompose as work_out, decompose_difference,
};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::text::{Language, Message};
use crate::wording::{undecomposable, undecomposable_help};
pub(super) use grammar::{asked, conflict, grammar};
use report::{report, rows};
use tables::tables;

/// The options given on the command line.
pub(super) struct DecomposeArgs {
    pub file: PathBuf,
    pub indicator: String,
    /// A scenario that is compared with.
    pub against: Option<PathBuf>,
    pub from: Option<i32>,
    pub to: Option<i32>,
    pub is_chained: bool,
    /// Whether what was entered is to be attributed, rather than factors decomposed.
    pub is_shapley: bool,
    pub format: OutputFormat,
}

fn state((loaded, evaluation): &OpenedScenario) -> ScenarioState<'_> {
    ScenarioState {
        scenario: &loaded.scenario,
        projection: evaluation.projection(),
    }
}

fn planned(opened: &OpenedScenario) -> PlannedState<'_> {
    PlannedState {
        plan: &opened.0.plan,
        state: state(opened),
    }
}

/// Prints what each factor adds to a change or to a difference.
pub(super) fn decompose(asked: &DecomposeArgs, language: Language) -> CommandResult {
    let opened = input::open(&asked.file, language)?;
    let plan = &*opened.0.plan;
    let ix = indicator_named(plan, &asked.indicator)?;
    let other = match &asked.against {
        Some(path) => Some(input::open(path, language)?),
        None => None,
    };
    if let (true, Some(other)) = (asked.is_shapley, &other) {
        return shapley::print(asked, &opened, other, ix, language);
    }
    let found = found(asked, &opened, other.as_ref(), ix, language)?;
    let other = other.as_ref().map(|(loaded, _)| loaded);
    match asked.format {
        OutputFormat::Json => output::json(&report(&opened.0, other, &found, language))?,
        OutputFormat::Csv => output::csv(&rows(plan, &found))?,
        OutputFormat::Table => output::data(&tables(&opened, other, &found, language))?,
    }
    Ok(0)
}

fn found(
    asked: &DecomposeArgs,
    opened: &OpenedScenario,
    other: Option<&OpenedScenario>,
    ix: IndicatorIx,
    language: Language,
) -> Result<Decomposition, Failure> {
    let plan = &*opened.0.plan;
    let to = asked.to.unwrap_or(plan.end_year);
    let found = match other {
        None => {
            let from = asked.from.unwrap_or(plan.base_year);
            work_out(plan, state(opened), ix, (from, to), asked.is_chained)
        }
        Some(other) => {
            if *other.0.plan != *opened.0.plan {
                return Err(other_plan(opened, other, asked));
            }
            decompose_difference(plan, state(other), state(opened), ix, to)
        }
    };
    found.map_err(|why| Failure::Other {
        what: Message::new("decompose-cannot")
            .with("id", plan.get(ix).id.as_str())
            .with("reason", undecomposable(plan, &why, language)),
        help: Some(undecomposable_help(plan, &why)),
    })
}

fn other_plan(opened: &OpenedScenario, other: &OpenedScenario, asked: &DecomposeArgs) -> Failure {
    let path = asked.against.as_ref().map(|path| path.display().to_string());
    Failure::Other {
        what: Message::new("decompose-other-plan")
            .with("path", path.unwrap_or_default())
            .with("found", other.0.plan.id.as_str())
            .with("own", opened.0.plan.id.as_str()),
        help: Some(Message::new("decompose-other-plan-help")),
    }
}
