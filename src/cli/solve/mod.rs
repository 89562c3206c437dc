//! `planpath solve FILE --target ID`

mod grammar;
mod report;

use std::path::{Path, PathBuf};

use super::named::{not_among, target_named, unknown};
use super::output::OutputFormat;
use super::{CommandResult as Exit, FAILED, input, output};
use crate::analysis::solver::{Request, SolveMode, Unsolvable, default_parameter, parameters, solve as find};
use crate::file::Failure;
use crate::model::{ParameterId, ParameterKind, Status, assess_target, project};
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::scenario::Scenario;
use crate::text::{Language, Message};
use crate::wording::{self, open_years, remark_in_words};
pub(super) use grammar::{conflict, grammar, question};
use report::{report, rows, table};

/// The options given on the command line.
pub(super) struct SolveArgs {
    pub file: PathBuf,
    pub target: String,
    /// A lever's id; `ID:top` and `ID:all` for the two growth rates behind a concentration ratio.
    pub lever: Option<String>,
    pub way: SolveMode,
    pub format: OutputFormat,
}

/// Finds the rates that reach a target and prints them with their consequences; changes nothing.
pub(super) fn solve(question: &SolveArgs, language: Language) -> Exit {
    let (loaded, _) = input::open(Path::new(&question.file), language)?;
    let (plan, scenario) = (&*loaded.plan, &loaded.scenario);
    let ix = target_named(plan, &question.target)?;
    let parameter = match &question.lever {
        Some(name) => parameter_named(plan, scenario, ix.indicator, name)?,
        None => default_parameter(plan, scenario, ix.indicator).ok_or_else(|| Failure::Other {
            what: wording::unsolvable(plan, &Unsolvable::NoBase, language),
            help: None,
        })?,
    };
    let request = Request {
        target: ix,
        parameter,
        way: question.way,
    };
    let answer =
        find(plan, scenario, request).map_err(|why| unsolvable(plan, scenario, request, &why, language))?;
    match question.format {
        OutputFormat::Json => output::json(&report(&loaded, &answer, language))?,
        OutputFormat::Csv => output::csv(&rows(plan, &answer))?,
        OutputFormat::Table => output::data(&table(&loaded, &answer, language))?,
    }
    if answer.is_reached() {
        return Ok(0);
    }
    output::message(&remark_in_words(plan, &answer, language).unwrap_or_default());
    Ok(FAILED)
}

fn name_of(plan: &Plan, parameter: ParameterId) -> String {
    let id = &plan.get(parameter.indicator).id;
    match parameter.kind {
        ParameterKind::Rate => id.clone(),
        kind => format!("{id}:{}", kind.name()),
    }
}

fn parameter_named(
    plan: &Plan,
    scenario: &Scenario,
    target: IndicatorIx,
    name: &str,
) -> Result<ParameterId, Failure> {
    let known = parameters(plan, scenario, target);
    if let Some(known) = known.iter().find(|known| name_of(plan, **known) == name) {
        return Ok(*known);
    }
    let names: Vec<String> = known.iter().map(|known| name_of(plan, *known)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (id, part) = name.split_once(':').unwrap_or((name, ""));
    let what = match plan.find(id) {
        Some(lever) if plan.get(lever).dynamics == Dynamics::Concentration && !part.is_empty() => {
            Message::new("solve-not-output")
        }
        Some(_) => Message::new("solve-not-behind").with("allowed", names.join(", ")),
        None => unknown(plan, id),
    };
    Err(not_among(what, name, &names))
}

fn unsolvable(
    plan: &Plan,
    scenario: &Scenario,
    request: Request,
    why: &Unsolvable,
    language: Language,
) -> Failure {
    let projection = project(plan, scenario);
    let is_met = || assess_target(plan, scenario, &projection, request.target).status == Status::Met;
    let due = plan.due_step(plan.target(request.target));
    let has_years = |other: &ParameterId| projection.last_actual(other.indicator) < due;
    let can_turn_another = || {
        let all = parameters(plan, scenario, request.target.indicator);
        all.iter()
            .any(|other| other.indicator != request.parameter.indicator && has_years(other))
    };
    let help = match why {
        Unsolvable::NoBase => Message::new("actual-needs-base-help"),
        Unsolvable::NothingToScale => Message::new("solve-nothing-to-scale-help"),
        Unsolvable::YearNotLeft { first, last, .. } => {
            Message::new("solve-year-help").with("years", open_years(*first, *last, language))
        }
        Unsolvable::NoYearsLeft if can_turn_another() => Message::new("solve-other-lever-help"),
        Unsolvable::NoYearsLeft if is_met() => Message::new("solve-met-already-help"),
        Unsolvable::NoYearsLeft => Message::new("solve-no-years-help"),
        Unsolvable::YesOrNo => Message::new("solve-yes-or-no-help"),
        Unsolvable::Lost => Message::new("solve-lost-help"),
        _ if can_turn_another() => Message::new("solve-other-lever-help"),
        _ => Message::new("solve-other-target-help"),
    };
    Failure::Other {
        what: Message::new("solve-cannot")
            .with("id", plan.target_name(request.target))
            .with("lever", name_of(plan, request.parameter))
            .with("reason", wording::unsolvable(plan, why, language)),
        help: Some(help),
    }
}
