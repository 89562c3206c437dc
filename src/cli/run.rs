//! `planpath run FILE`

use std::path::Path;

use serde::Serialize;

use super::args::Format;
use super::plans::header;
use super::{Answer, NOT_MET, input, output};
use crate::figure::{amount, promise, unit};
use crate::file::{Entries, Failure};
use crate::model::{Assessment, Origin, Projection, Status, assess, project};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{self, EXAMPLES, Loaded};
use crate::text::{Language, Message, numbers, say};

/// Projects a scenario and prints levels and scorecard.
pub(super) fn run(file: &Path, format: Format, require_met: bool, language: Language) -> Answer {
    let (loaded, projection) = input::open(file, language)?;
    let assessments = assess(&loaded.plan, &projection);
    match format {
        Format::Json => output::json(&report(&loaded, &projection, &assessments, language))?,
        Format::Csv => output::csv(&levels_as_csv(&loaded.plan, &projection, language))?,
        Format::Table => output::data(&tables(&loaded, &projection, &assessments, language))?,
    }
    let missed = assessments.iter().filter(|a| a.status != Status::Met).count();
    if require_met && missed > 0 {
        output::message(
            &Message::new("cli-targets-not-met")
                .with("missed", missed)
                .say(language),
        );
        return Ok(NOT_MET);
    }
    Ok(0)
}

/// The scorecard of the scenario that opens by default.
pub(super) fn default_scorecard(language: Language) -> Result<(), Failure> {
    let example = &EXAMPLES[0];
    let loaded = scenario::read_text(example.id, example.text, Path::new(""))?;
    let projection = project(&loaded.plan, &loaded.scenario);
    let assessments = assess(&loaded.plan, &projection);
    output::data(&(heading(&loaded, language) + "\n" + &scorecard(&loaded.plan, &assessments, language)))
}

fn heading(loaded: &Loaded, language: Language) -> String {
    let plan = &loaded.plan;
    format!(
        "{}\n{}\n",
        loaded.scenario.name.get(language),
        plan.title.get(language)
    )
}

fn tables(
    loaded: &Loaded,
    projection: &Projection,
    assessments: &[Assessment],
    language: Language,
) -> String {
    [
        heading(loaded, language),
        scorecard(&loaded.plan, assessments, language),
        levels(&loaded.plan, projection, language),
    ]
    .join("\n")
}

fn scorecard(plan: &Plan, assessments: &[Assessment], language: Language) -> String {
    let header = header(
        &[
            "column-indicator",
            "column-status",
            "column-target",
            "column-projected",
            "column-gap",
            "column-progress",
        ],
        language,
    );
    let rows: Vec<Vec<String>> = plan
        .targets()
        .zip(assessments)
        .map(|((_, indicator, target), assessment)| {
            let figure =
                |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |v| amount(target.form, v));
            vec![
                indicator.name.get(language).to_owned(),
                say(language, assessment.status.message()).into_owned(),
                promise(target, language),
                figure(assessment.projected),
                assessment
                    .gap
                    .map_or_else(|| "–".to_owned(), |gap| numbers::signed(gap, 2)),
                assessment
                    .progress
                    .map_or_else(|| "–".to_owned(), |p| numbers::decimal(p * 100.0, 1) + " %"),
            ]
        })
        .collect();
    let met = assessments.iter().filter(|a| a.status == Status::Met).count();
    let summary = Message::new("cli-summary")
        .with("met", met)
        .with("all", assessments.len())
        .say(language);
    output::table(&header, &rows, 2) + &summary + "\n"
}

fn levels(plan: &Plan, projection: &Projection, language: Language) -> String {
    let mut header = header(&["column-indicator", "column-unit"], language);
    header.extend(plan.years().map(|year| year.to_string()));
    let rows: Vec<Vec<String>> = plan
        .iter()
        .map(|(ix, indicator)| {
            let basis = projection.basis(ix);
            let mut row = vec![
                indicator.name.get(language).to_owned(),
                unit(plan, indicator, basis, language).into_owned(),
            ];
            let Some(levels) = projection.levels(ix) else {
                row.extend(plan.years().map(|_| "–".to_owned()));
                return row;
            };
            let origins = projection.origins(ix);
            row.extend(
                levels
                    .iter()
                    .zip(origins)
                    .map(|(level, origin)| marked(*level, *origin)),
            );
            row
        })
        .collect();
    output::table(&header, &rows, 2) + &say(language, "cli-legend") + "\n"
}

fn marked(level: f64, origin: Origin) -> String {
    let mark = match origin {
        Origin::Actual => "*",
        Origin::Interpolated => "~",
        Origin::Base | Origin::Projected => "",
    };
    numbers::level(level) + mark
}

const fn origin_name(origin: Origin) -> &'static str {
    match origin {
        Origin::Base => "base",
        Origin::Actual => "actual",
        Origin::Interpolated => "interpolated",
        Origin::Projected => "projected",
    }
}

#[derive(Serialize)]
struct Report<'a> {
    planpath: &'static str,
    plan: PlanPart<'a>,
    scenario: ScenarioPart<'a>,
    years: Vec<i32>,
    indicators: Entries<&'a str, IndicatorPart>,
    targets: Vec<TargetPart<'a>>,
}

#[derive(Serialize)]
struct PlanPart<'a> {
    id: &'a str,
    base_year: i32,
    end_year: i32,
}

#[derive(Serialize)]
struct ScenarioPart<'a> {
    name: &'a str,
    sha256: &'a str,
}

#[derive(Serialize)]
struct IndicatorPart {
    unit: String,
    levels: Vec<Option<f64>>,
    annual_change_percent: Vec<Option<f64>>,
    cumulative_change_percent: Vec<Option<f64>>,
    origin: Vec<&'static str>,
}

#[derive(Serialize)]
struct TargetPart<'a> {
    indicator: &'a str,
    form: &'static str,
    comparator: &'static str,
    binding: bool,
    target: f64,
    projected: Option<f64>,
    gap: Option<f64>,
    progress: Option<f64>,
    status: &'static str,
}

fn report<'a>(
    loaded: &'a Loaded,
    projection: &Projection,
    assessments: &[Assessment],
    language: Language,
) -> Report<'a> {
    let plan = &loaded.plan;
    Report {
        planpath: env!("CARGO_PKG_VERSION"),
        plan: PlanPart {
            id: &plan.id,
            base_year: plan.base_year,
            end_year: plan.end_year,
        },
        scenario: ScenarioPart {
            name: loaded.scenario.name.get(language),
            sha256: &loaded.sha256,
        },
        years: plan.years().collect(),
        indicators: Entries(
            plan.iter()
                .map(|(ix, indicator)| {
                    (
                        indicator.id.as_str(),
                        indicator_part(plan, projection, ix, language),
                    )
                })
                .collect(),
        ),
        targets: plan
            .targets()
            .zip(assessments)
            .map(|((_, indicator, target), assessment)| TargetPart {
                indicator: &indicator.id,
                form: target.form.name(),
                comparator: target.comparator.name(),
                binding: target.binding,
                target: assessment.target,
                projected: assessment.projected,
                gap: assessment.gap,
                progress: assessment.progress,
                status: assessment.status.name(),
            })
            .collect(),
    }
}

fn indicator_part(
    plan: &Plan,
    projection: &Projection,
    ix: IndicatorIx,
    language: Language,
) -> IndicatorPart {
    let steps = 0..=plan.steps();
    let levels = projection.levels(ix);
    IndicatorPart {
        unit: unit(plan, plan.get(ix), projection.basis(ix), language).into_owned(),
        levels: steps
            .clone()
            .map(|step| levels.map(|levels| levels[step]))
            .collect(),
        annual_change_percent: steps
            .clone()
            .map(|step| projection.percent_change(ix, step.checked_sub(1)?, step))
            .collect(),
        cumulative_change_percent: steps.map(|step| projection.percent_change(ix, 0, step)).collect(),
        origin: projection
            .origins(ix)
            .iter()
            .map(|origin| origin_name(*origin))
            .collect(),
    }
}

/// One row per indicator and year. Column names are those of the JSON, so they stay in English.
fn levels_as_csv(plan: &Plan, projection: &Projection, language: Language) -> Vec<Vec<String>> {
    let header = [
        "indicator",
        "unit",
        "year",
        "level",
        "annual_change_percent",
        "cumulative_change_percent",
        "origin",
    ];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for (ix, indicator) in plan.iter() {
        let part = indicator_part(plan, projection, ix, language);
        for (step, year) in plan.years().enumerate() {
            let figure = |value: Option<f64>| value.map(|v| v.to_string()).unwrap_or_default();
            rows.push(vec![
                indicator.id.clone(),
                part.unit.clone(),
                year.to_string(),
                figure(part.levels[step]),
                figure(part.annual_change_percent[step]),
                figure(part.cumulative_change_percent[step]),
                part.origin[step].to_owned(),
            ]);
        }
    }
    rows
}
