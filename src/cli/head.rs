//! What every report for programs begins with, and how a judged target is written.

use serde::Serialize;

use crate::model::Assessment;
use crate::plan::{Indicator, Target};
use crate::scenario::Loaded;
use crate::text::Language;

/// The first fields of every JSON report: which program, which plan, which scenario.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    planpath: &'static str,
    plan: PlanPart<'a>,
    scenario: ScenarioPart<'a>,
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

impl<'a> Head<'a> {
    pub fn new(loaded: &'a Loaded, language: Language) -> Self {
        let plan = &loaded.plan;
        Self {
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
        }
    }
}

/// A target and how it stands, nothing rounded.
#[derive(Serialize)]
pub(super) struct TargetPart<'a> {
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

/// A target and its judgement.
pub(super) fn target<'a>(
    indicator: &'a Indicator,
    target: &Target,
    assessment: &Assessment,
) -> TargetPart<'a> {
    TargetPart {
        indicator: &indicator.id,
        form: target.form.name(),
        comparator: target.comparator.name(),
        binding: target.binding,
        target: assessment.target,
        projected: assessment.projected,
        gap: assessment.gap,
        progress: assessment.progress,
        status: assessment.status.name(),
    }
}

/// The lines that every table for people begins with.
pub(super) fn heading(loaded: &Loaded, language: Language) -> String {
    format!(
        "{}\n{}\n",
        loaded.scenario.name.get(language),
        loaded.plan.title.get(language)
    )
}
