//! A projection as data for programs: JSON. CSV with the same names comes from the exports.

use serde::Serialize;

use crate::export::{Record, record};
use crate::file::Entries;
use crate::model::{Assessment, Projection};
use crate::scenario::Loaded;
use crate::text::Language;

#[derive(Serialize)]
pub(super) struct Report<'a> {
    planpath: &'static str,
    plan: PlanPart<'a>,
    scenario: ScenarioPart<'a>,
    years: Vec<i32>,
    indicators: Entries<&'a str, Record>,
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
                .map(|(ix, indicator)| (indicator.id.as_str(), record(plan, projection, ix, language)))
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
