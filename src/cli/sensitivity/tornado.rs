//! What each uncertain lever, drawn alone, makes of a figure: as JSON, CSV and a printed table.

use serde::Serialize;

use super::Method;
use super::report::{SensitivityReport, above};
use crate::analysis::Outcome;
use crate::analysis::draws::Sampling;
use crate::analysis::importance::{Tornado, TornadoBar, tornado};
use crate::cli::CommandResult;
use crate::cli::output::{self, OutputFormat};
use crate::cli::plans::header;
use crate::export::csv::CsvField;
use crate::model::{Evaluation, LevelKind};
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, say};
use crate::wording::{
    bar_ends, bar_rates, bar_remarks, not_uncertain, outcome_effect_in_words, outcome_value, undrawable,
};

#[derive(Serialize)]
struct TornadoFound<'a> {
    /// The figure with all levers at their medians.
    centre: f64,
    parameters: Vec<BarPart<'a>>,
}

#[derive(Serialize)]
struct BarPart<'a> {
    parameter: &'a str,
    low: f64,
    high: f64,
    swing: f64,
    /// Whether the figure rises with the lever's rate.
    rises: bool,
    monotone: bool,
    /// The levers that follow it.
    correlated: Vec<&'a str>,
    /// Its rates at its own quantiles, where one rate holds for all open years.
    rates: Option<[f64; 2]>,
}

pub(super) fn print(
    loaded: &Loaded,
    evaluation: &Evaluation,
    outcome: Outcome,
    format: OutputFormat,
    language: Language,
) -> CommandResult {
    let plan = &*loaded.plan;
    let found = tornado(plan, &loaded.scenario, outcome, Sampling::default(), &|| true)
        .map_err(|error| undrawable(plan, &error))?;
    // Nobody cancels it.
    let Some(found) = found else { return Ok(0) };
    match format {
        OutputFormat::Json => {
            let parts = TornadoFound {
                centre: found.centre,
                parameters: found.bars.iter().map(|bar| part(plan, bar)).collect(),
            };
            let from = (loaded, evaluation, language);
            output::json(&SensitivityReport::new(
                from,
                outcome,
                Method::Tornado.name(),
                parts,
            ))?;
        }
        OutputFormat::Csv => output::csv(&rows(plan, &found))?,
        OutputFormat::Table => {
            let kind = evaluation.projection().kind(outcome.indicator());
            let text = above(loaded, evaluation, outcome, language);
            output::data(&(text + "\n" + &table(plan, (outcome, kind), &found, language)))?;
        }
    }
    if found.bars.is_empty() {
        output::message(&not_uncertain(plan, outcome, language));
    }
    Ok(0)
}

fn part<'a>(plan: &'a Plan, bar: &TornadoBar) -> BarPart<'a> {
    let id = |lever| plan.get(lever).id.as_str();
    BarPart {
        parameter: id(bar.lever),
        low: bar.low,
        high: bar.high,
        swing: bar.swing(),
        rises: bar.rises,
        monotone: bar.is_monotone,
        correlated: bar.correlated.iter().map(|lever| id(*lever)).collect(),
        rates: bar.rates,
    }
}

fn rows(plan: &Plan, found: &Tornado) -> Vec<Vec<CsvField>> {
    let header = [
        "parameter",
        "low",
        "high",
        "swing",
        "rises",
        "monotone",
        "correlated",
    ];
    let mut rows = vec![header.map(CsvField::text).to_vec()];
    rows.extend(found.bars.iter().map(|bar| {
        let part = part(plan, bar);
        vec![
            CsvField::text(part.parameter),
            CsvField::Figure(part.low),
            CsvField::Figure(part.high),
            CsvField::Figure(part.swing),
            CsvField::text(part.rises.to_string()),
            CsvField::text(part.monotone.to_string()),
            CsvField::text(part.correlated.join(" ")),
        ]
    }));
    rows
}

fn table(plan: &Plan, (outcome, kind): (Outcome, LevelKind), found: &Tornado, language: Language) -> String {
    let columns = [
        "solve-lever",
        "column-rates-quantiles",
        "tornado-low",
        "tornado-high",
        "tornado-swing",
        "column-remark",
    ];
    let centre = outcome_value(plan, outcome, found.centre, None, language);
    let all = say(language, "tornado-centre").into_owned();
    let mut rows = vec![vec![
        all,
        String::new(),
        centre.clone(),
        centre,
        String::new(),
        String::new(),
    ]];
    rows.extend(found.bars.iter().map(|bar| {
        let [low, high] = bar_ends(plan, outcome, bar, language);
        let rates = bar_rates(plan, bar, language);
        let separator = say(language, "list-separator");
        vec![
            plan.get(bar.lever).name.get(language).to_owned(),
            rates.map_or_else(String::new, |rates| rates.join(" … ")),
            low,
            high,
            outcome_effect_in_words(plan, outcome, kind, bar.swing(), language),
            bar_remarks(plan, bar, language).join(&separator),
        ]
    }));
    output::table(&header(&columns, language), &rows, 2)
}
