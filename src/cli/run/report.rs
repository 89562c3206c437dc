//! A projection as data for programs: JSON, and CSV with the same names.

use serde::Serialize;

use crate::figure::unit;
use crate::file::Entries;
use crate::model::{Assessment, Origin, Projection};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Loaded;
use crate::text::Language;

#[derive(Serialize)]
pub(super) struct Report<'a> {
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

pub(super) fn report<'a>(
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

const fn origin_name(origin: Origin) -> &'static str {
    match origin {
        Origin::Base => "base",
        Origin::Actual => "actual",
        Origin::Interpolated => "interpolated",
        Origin::Projected => "projected",
    }
}

/// One row per indicator and year. Column names are those of the JSON, so they stay in English.
pub(super) fn levels_as_csv(plan: &Plan, projection: &Projection, language: Language) -> Vec<Vec<String>> {
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
