//! Shares of a figure's variance, Sobol' indices or Shapley effects: as JSON, CSV and a printed table.

use std::thread;

use serde::Serialize;

use super::Method;
use super::report::{SensitivityReport, above};
use crate::analysis::Outcome;
use crate::analysis::importance::{
    INDEX_SCRAMBLES, Importance, ImportanceSettings, IndexEstimate, LeverShare, ShareOfVariance, importance,
};
use crate::cli::CommandResult;
use crate::cli::output::{self, OutputFormat};
use crate::cli::plans::header;
use crate::export::csv::CsvField;
use crate::model::Evaluation;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message, say};
use crate::wording::{index_with_interval, not_uncertain, undrawable};

#[derive(Serialize)]
struct SharesFound<'a> {
    /// Whether the figure differs between draws.
    uncertain: bool,
    sampler: &'static str,
    seed: u64,
    scrambles: u32,
    base: usize,
    parameters: Vec<SharePart<'a>>,
    /// Of the level of the indicator in each year in which it is uncertain.
    years: Vec<YearShares<'a>>,
}

#[derive(Serialize)]
struct YearShares<'a> {
    year: i32,
    parameters: Vec<SharePart<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum SharePart<'a> {
    Sobol {
        parameter: &'a str,
        first: f64,
        first_ci: [f64; 2],
        total: f64,
        total_ci: [f64; 2],
    },
    Shapley {
        parameter: &'a str,
        effect: f64,
        effect_ci: [f64; 2],
    },
}

pub(super) fn print(
    loaded: &Loaded,
    evaluation: &Evaluation,
    outcome: Outcome,
    format: OutputFormat,
    language: Language,
) -> CommandResult {
    let plan = &*loaded.plan;
    let settings = ImportanceSettings {
        threads: thread::available_parallelism().map_or(1, usize::from),
        ..ImportanceSettings::default()
    };
    let found = importance(plan, &loaded.scenario, outcome, settings, &|| true)
        .map_err(|error| undrawable(plan, &error))?;
    // Nobody cancels it.
    let Some(found) = found else { return Ok(0) };
    let method = if found.is_correlated {
        "shapley"
    } else {
        Method::Sobol.name()
    };
    match format {
        OutputFormat::Json => {
            let from = (loaded, evaluation, language);
            let parts = parts(plan, &found, settings);
            output::json(&SensitivityReport::new(from, outcome, method, parts))?;
        }
        OutputFormat::Csv => output::csv(&rows(plan, outcome, &found))?,
        OutputFormat::Table => {
            let text = above(loaded, evaluation, outcome, language);
            output::data(&(text + "\n" + &table(plan, &found, settings, language)))?;
        }
    }
    if found.is_correlated {
        output::message(&say(language, "index-shapley-why"));
    }
    if found.shares.is_none() {
        output::message(&not_uncertain(plan, outcome, language));
    }
    Ok(0)
}

fn parts<'a>(plan: &'a Plan, found: &Importance, settings: ImportanceSettings) -> SharesFound<'a> {
    let all = |shares: &[LeverShare]| shares.iter().map(|share| part(plan, share)).collect();
    let years = found.years.iter().filter_map(|(year, shares)| {
        Some(YearShares {
            year: *year,
            parameters: all(shares.as_ref()?),
        })
    });
    SharesFound {
        uncertain: found.shares.is_some(),
        sampler: settings.sampling.sampler.name(),
        seed: settings.sampling.seed,
        scrambles: INDEX_SCRAMBLES,
        base: settings.base,
        parameters: found.shares.as_deref().map(all).unwrap_or_default(),
        years: years.collect(),
    }
}

fn part<'a>(plan: &'a Plan, share: &LeverShare) -> SharePart<'a> {
    let parameter = plan.get(share.lever).id.as_str();
    let interval = |estimate: IndexEstimate| [estimate.low, estimate.high];
    match share.share {
        ShareOfVariance::Sobol { first, total } => SharePart::Sobol {
            parameter,
            first: first.value,
            first_ci: interval(first),
            total: total.value,
            total_ci: interval(total),
        },
        ShareOfVariance::Shapley(effect) => SharePart::Shapley {
            parameter,
            effect: effect.value,
            effect_ci: interval(effect),
        },
    }
}

/// One row per lever of the figure itself, named `figure`, and of every year's level.
fn rows(plan: &Plan, outcome: Outcome, found: &Importance) -> Vec<Vec<CsvField>> {
    let estimates: &[&str] = if found.is_correlated {
        &["effect"]
    } else {
        &["first", "total"]
    };
    let mut header = vec![
        CsvField::text("of"),
        CsvField::text("year"),
        CsvField::text("parameter"),
    ];
    for estimate in estimates {
        header.extend(["", "_low", "_high"].map(|end| CsvField::text(format!("{estimate}{end}"))));
    }
    let mut rows = vec![header];
    let figure = match outcome {
        Outcome::Target(_) => "target",
        Outcome::Level { .. } => "level",
    };
    let of_figure = (figure, None, found.shares.as_ref());
    let of_years = found
        .years
        .iter()
        .map(|(year, shares)| ("level", Some(*year), shares.as_ref()));
    for (of, year, shares) in std::iter::once(of_figure).chain(of_years) {
        rows.extend(shares.into_iter().flatten().map(|share| {
            let mut row = vec![
                CsvField::text(of),
                year.map_or(CsvField::Empty, CsvField::Year),
                CsvField::text(&plan.get(share.lever).id),
            ];
            let figures =
                |estimate: IndexEstimate| [estimate.value, estimate.low, estimate.high].map(CsvField::Figure);
            match share.share {
                ShareOfVariance::Sobol { first, total } => {
                    row.extend(figures(first));
                    row.extend(figures(total));
                }
                ShareOfVariance::Shapley(effect) => row.extend(figures(effect)),
            }
            row
        }));
    }
    rows
}

fn table(plan: &Plan, found: &Importance, settings: ImportanceSettings, language: Language) -> String {
    let columns: &[&str] = if found.is_correlated {
        &["solve-lever", "index-column-shapley"]
    } else {
        &["solve-lever", "index-column-first", "index-column-total"]
    };
    let shares = found.shares.as_deref().unwrap_or_default();
    let rows: Vec<Vec<String>> = shares
        .iter()
        .map(|share| {
            let mut row = vec![plan.get(share.lever).name.get(language).to_owned()];
            match share.share {
                ShareOfVariance::Sobol { first, total } => {
                    row.extend([first, total].map(|index| index_with_interval(index, language)));
                }
                ShareOfVariance::Shapley(effect) => row.push(index_with_interval(effect, language)),
            }
            row
        })
        .collect();
    let drawn = Message::new("index-drawn")
        .with("scrambles", INDEX_SCRAMBLES.to_string())
        .with("base", settings.base)
        .with("seed", settings.sampling.seed.to_string());
    output::table(&header(columns, language), &rows, 1) + &drawn.say(language) + "\n"
}
