//! `planpath plans` and `planpath plan ID`

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::output::OutputFormat;
use super::{CommandResult, output};
use crate::export::csv::CsvField;
use crate::file::{Failure, nearest};
use crate::plan::{self, BUILT_IN, Due, Dynamics, IndicatorIx, Plan, Target, TargetIx, built_in};
use crate::text::{Language, Message, numbers, say};
use crate::wording::promise;

#[derive(Serialize)]
struct PlanSummary<'a> {
    id: &'a str,
    title: &'a str,
    base_year: i32,
    end_year: i32,
    source: &'a str,
}

impl<'a> PlanSummary<'a> {
    fn new(plan: &'a Plan, language: Language) -> Self {
        Self {
            id: &plan.id,
            title: plan.title.get(language),
            base_year: plan.base_year,
            end_year: plan.end_year,
            source: plan.source.get(language),
        }
    }
}

#[derive(Serialize)]
struct PlanDetail<'a> {
    plan: PlanSummary<'a>,
    indicators: Vec<IndicatorDetail<'a>>,
}

#[derive(Serialize)]
struct IndicatorDetail<'a> {
    id: &'a str,
    name: &'a str,
    short: &'a str,
    category: &'a str,
    scope: &'a str,
    unit: &'a str,
    base: Option<f64>,
    dynamics: String,
    scale: &'static str,
    /// The target that represents the indicator where there is room for only one.
    target: Option<TargetDetail<'a>>,
    targets: Vec<TargetDetail<'a>>,
    source: &'a str,
}

#[derive(Serialize)]
struct TargetDetail<'a> {
    form: &'static str,
    comparator: &'static str,
    value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    upper: Option<f64>,
    due: String,
    binding: bool,
    about: bool,
    wording: &'a str,
    table: Option<&'a str>,
}

impl<'a> TargetDetail<'a> {
    fn new(plan: &Plan, target: &'a Target) -> Self {
        Self {
            form: target.form.name(),
            comparator: target.comparator.name(),
            value: target.form.value(),
            upper: target.form.upper(),
            due: if target.is_each_year() {
                "each_year".to_owned()
            } else {
                plan.due_year(target).to_string()
            },
            binding: target.binding,
            about: target.about,
            wording: &target.wording,
            table: target.table.as_deref(),
        }
    }
}

/// Lists the built-in plans and scenarios.
pub(super) fn list(format: OutputFormat, language: Language) -> CommandResult {
    let plans: Vec<Arc<Plan>> = BUILT_IN
        .iter()
        .filter_map(|plan| built_in(plan.id))
        .collect::<Result<_, _>>()?;
    let summaries: Vec<PlanSummary> = plans
        .iter()
        .map(|plan| PlanSummary::new(plan, language))
        .collect();
    if format == OutputFormat::Json {
        return output::json(&summaries).map(|()| 0);
    }
    let header = header(
        &["column-id", "column-years", "column-title", "column-source"],
        language,
    );
    let rows: Vec<Vec<String>> = summaries
        .iter()
        .map(|plan| {
            let years = format!("{}–{}", plan.base_year, plan.end_year);
            vec![plan.id.into(), years, plan.title.into(), plan.source.into()]
        })
        .collect();
    print(format, header, rows, usize::MAX)
}

/// Shows one plan.
pub(super) fn show(id: &str, format: OutputFormat, language: Language) -> CommandResult {
    let plan = find(id)?;
    if format == OutputFormat::Json {
        return output::json(&detail(&plan, language)).map(|()| 0);
    }
    let header = header(
        &[
            "column-id",
            "column-indicator",
            "column-unit",
            "column-base",
            "column-target",
            "column-binding",
            "column-source",
        ],
        language,
    );
    let rows = plan.iter().map(|(ix, _)| row(&plan, ix, language)).collect();
    if format == OutputFormat::Table {
        output::data(&format!(
            "{}\n{}\n\n",
            plan.title.get(language),
            plan.source.get(language)
        ))?;
    }
    print(format, header, rows, usize::MAX)
}

fn print(
    format: OutputFormat,
    header: Vec<String>,
    mut rows: Vec<Vec<String>>,
    figures_from: usize,
) -> CommandResult {
    if format == OutputFormat::Csv {
        rows.insert(0, header);
        let rows: Vec<Vec<CsvField>> = rows
            .into_iter()
            .map(|row| row.into_iter().map(CsvField::Text).collect())
            .collect();
        output::csv(&rows)?;
    } else {
        output::data(&output::table(&header, &rows, figures_from))?;
    }
    Ok(0)
}

/// Column headings, by message id.
pub(super) fn header(ids: &[&'static str], language: Language) -> Vec<String> {
    ids.iter().map(|id| say(language, id).into_owned()).collect()
}

/// A built-in plan by id, or one from a file by path.
pub(super) fn find(id: &str) -> Result<Arc<Plan>, Failure> {
    if let Some(plan) = built_in(id) {
        return plan;
    }
    let path = Path::new(id);
    if path.extension().is_some() || path.exists() {
        return plan::load(path).map(Arc::new);
    }
    let known: Vec<&str> = BUILT_IN.iter().map(|plan| plan.id).collect();
    let help = match nearest(id, known.iter().copied()) {
        Some(near) => Message::new("did-you-mean").with("name", near),
        None => Message::new("cli-unknown-plan-help"),
    };
    Err(Failure::Other {
        what: Message::new("cli-unknown-plan").with("found", id),
        help: Some(help.with("allowed", known.join(", "))),
    })
}

fn row(plan: &Plan, ix: IndicatorIx, language: Language) -> Vec<String> {
    let indicator = plan.get(ix);
    // Each may have a comma before its year.
    let separator = say(language, "plan-targets-separator");
    let each = |said: &dyn Fn(TargetIx) -> String| {
        let targets: Vec<String> = plan.targets_of(ix).map(|(at, _)| said(at)).collect();
        targets.join(&separator)
    };
    let promised = |at: TargetIx| {
        let words = promise(indicator, plan.target(at), language);
        let due = plan.target(at);
        let id = match due.due {
            Due::EachYear => "target-name-each-year",
            _ if plan.due_step(due) == plan.steps() => return words,
            Due::End | Due::In(_) => "target-name-year",
        };
        Message::new(id)
            .with("name", words)
            .with("year", plan.due_year(due))
            .say(language)
    };
    let binding = |at: TargetIx| {
        let is_binding = plan.target(at).binding;
        say(language, if is_binding { "binding-yes" } else { "binding-no" }).into_owned()
    };
    vec![
        indicator.id.clone(),
        indicator.name.get(language).to_owned(),
        indicator.unit.get(language).to_owned(),
        indicator.base.map(numbers::level).unwrap_or_default(),
        each(&promised),
        each(&binding),
        indicator.source.get(language).to_owned(),
    ]
}

fn detail(plan: &Plan, language: Language) -> PlanDetail<'_> {
    let indicators = plan.iter().map(|(ix, indicator)| IndicatorDetail {
        id: &indicator.id,
        name: indicator.name.get(language),
        short: indicator.short_name(language),
        category: &plan.categories[indicator.category].id,
        scope: indicator.scope.get(language),
        unit: indicator.unit.get(language),
        base: indicator.base,
        dynamics: dynamics(&indicator.dynamics, language),
        scale: indicator.scale.name(),
        target: plan
            .main_target(ix)
            .map(|(_, target)| TargetDetail::new(plan, target)),
        targets: indicator
            .targets
            .iter()
            .map(|target| TargetDetail::new(plan, target))
            .collect(),
        source: indicator.source.get(language),
    });
    PlanDetail {
        plan: PlanSummary::new(plan, language),
        indicators: indicators.collect(),
    }
}

fn dynamics(dynamics: &Dynamics, language: Language) -> String {
    let id = match dynamics {
        Dynamics::Growth => "dynamics-growth",
        Dynamics::Decline => "dynamics-decline",
        Dynamics::Additive => "dynamics-additive",
        Dynamics::Concentration => "dynamics-concentration",
        Dynamics::Derived(expression) => {
            return Message::new("dynamics-derived")
                .with("expression", expression.text())
                .say(language);
        }
    };
    say(language, id).into_owned()
}
