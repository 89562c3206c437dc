//! What one point of each lever moves: as JSON, CSV and a printed table.

use serde::Serialize;

use super::Method;
use super::report::{SensitivityReport, above};
use crate::analysis::{Outcome, Sensitivity, outcome_sensitivities};
use crate::cli::CommandResult;
use crate::cli::output::{self, OutputFormat};
use crate::cli::plans::header;
use crate::export::csv::CsvField;
use crate::model::Evaluation;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, say};
use crate::wording::{open_years, outcome_effect_in_words, raised_by_a_point};

#[derive(Serialize)]
struct Derivatives<'a> {
    parameters: Vec<DerivativePart<'a>>,
}

#[derive(Serialize)]
struct DerivativePart<'a> {
    parameter: &'a str,
    /// By how much the figure moves for each point a year by which the lever's open years are raised: in percentage points
    /// for figures in percent, else in the indicator's unit.
    derivative: f64,
}

pub(super) fn print(
    loaded: &Loaded,
    evaluation: &Evaluation,
    outcome: Outcome,
    format: OutputFormat,
    language: Language,
) -> CommandResult {
    let plan = &*loaded.plan;
    let found = outcome_sensitivities(plan, &loaded.scenario, evaluation.projection(), outcome);
    let id = |one: &Sensitivity| plan.get(one.lever).id.as_str();
    match format {
        OutputFormat::Json => {
            let parameters = found.iter().map(|one| DerivativePart {
                parameter: id(one),
                derivative: one.effect,
            });
            let found = Derivatives {
                parameters: parameters.collect(),
            };
            let from = (loaded, evaluation, language);
            output::json(&SensitivityReport::new(
                from,
                outcome,
                Method::Derivative.name(),
                found,
            ))?;
        }
        OutputFormat::Csv => {
            let mut rows = vec![vec![CsvField::text("parameter"), CsvField::text("derivative")]];
            let row = |one| vec![CsvField::text(id(one)), CsvField::Figure(one.effect)];
            rows.extend(found.iter().map(row));
            output::csv(&rows)?;
        }
        OutputFormat::Table => {
            let text = above(loaded, evaluation, outcome, language);
            output::data(&(text + "\n" + &table(plan, evaluation, outcome, &found, language)))?;
        }
    }
    if found.is_empty() {
        output::message(&say(language, "sensitivity-nothing-moves"));
    }
    Ok(0)
}

fn table(
    plan: &Plan,
    evaluation: &Evaluation,
    outcome: Outcome,
    found: &[Sensitivity],
    language: Language,
) -> String {
    let columns = [
        "solve-lever",
        "column-years",
        "sensitivity-turned",
        "sensitivity-moves",
    ];
    let kind = evaluation.projection().kind(outcome.indicator());
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|one| {
            let lever = plan.get(one.lever);
            let first = plan.year(evaluation.projection().last_actual(one.lever) + 1);
            vec![
                lever.name.get(language).to_owned(),
                open_years(first, plan.end_year, language),
                raised_by_a_point(lever, language),
                outcome_effect_in_words(plan, outcome, kind, one.effect, language),
            ]
        })
        .collect();
    output::table(&header(&columns, language), &rows, 3)
}
