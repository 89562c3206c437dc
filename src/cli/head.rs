//! The common head of machine-readable reports, and the form of a judged target.

use serde::Serialize;

use crate::model::{Assessment, Count, Counts, RemainingBasis};
use crate::plan::{Comparator, Plan, Target};
use crate::scenario::Loaded;
use crate::text::{Language, safe};

/// The first fields of every JSON report: program, plan, scenario.
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

/// A target, its standing, and what that rests on, unrounded.
#[derive(Serialize)]
pub(super) struct TargetPart<'a> {
    indicator: &'a str,
    form: &'static str,
    /// `None` for bands and tasks, which can be met in only one way.
    comparator: Option<&'static str>,
    binding: bool,
    due: DuePart,
    /// The worst year of a target that is due in every year.
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    target: f64,
    /// The upper edge of a band.
    #[serde(skip_serializing_if = "Option::is_none")]
    target_upper: Option<f64>,
    projected: Option<f64>,
    gap: Option<f64>,
    progress: Option<f64>,
    status: &'static str,
    basis: &'static str,
    assumed: Vec<&'a str>,
    last_actual: Option<i32>,
    rest: Option<&'static str>,
}

/// When a target is due.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum DuePart {
    Year(i32),
    Always(&'static str),
}

impl DuePart {
    pub fn of(plan: &Plan, target: &Target) -> Self {
        if target.is_each_year() {
            Self::Always("each_year")
        } else {
            Self::Year(plan.due_year(target))
        }
    }
}

pub(super) fn target<'a>(plan: &'a Plan, assessment: &Assessment) -> TargetPart<'a> {
    let target = plan.target(assessment.target);
    let assumed = assessment.assumed.iter().map(|ix| plan.get(*ix).id.as_str());
    TargetPart {
        indicator: &plan.get(assessment.indicator()).id,
        form: target.form.name(),
        comparator: target.side().map(Comparator::name),
        binding: target.binding,
        due: DuePart::of(plan, target),
        year: target.is_each_year().then_some(assessment.year),
        target: assessment.figure,
        target_upper: assessment.upper,
        projected: assessment.projected,
        gap: assessment.gap,
        progress: assessment.progress,
        status: assessment.status.name(),
        basis: assessment.basis.name(),
        assumed: assumed.collect(),
        last_actual: assessment.last_actual,
        rest: assessment.rest.map(RemainingBasis::name),
    }
}

/// How many targets are judged, how, and how many rest on nothing entered.
#[derive(Serialize)]
pub(super) struct SummaryPart {
    #[serde(flatten)]
    all: CountPart,
    binding: CountPart,
}

#[derive(Serialize)]
struct CountPart {
    targets: usize,
    judged: usize,
    met: usize,
    close: usize,
    missed: usize,
    wrong_direction: usize,
    assumed: usize,
    unknown: usize,
}

impl From<&Count> for CountPart {
    fn from(count: &Count) -> Self {
        Self {
            targets: count.targets,
            judged: count.judged,
            met: count.met,
            close: count.close,
            missed: count.missed,
            wrong_direction: count.wrong_direction,
            assumed: count.assumed,
            unknown: count.unknown,
        }
    }
}

/// The counts of all targets and of the binding ones.
pub(super) fn summary(counts: &Counts) -> SummaryPart {
    SummaryPart {
        all: CountPart::from(&counts.all),
        binding: CountPart::from(&counts.binding),
    }
}

/// The first lines of every printed table.
pub(super) fn heading(loaded: &Loaded, language: Language) -> String {
    format!(
        "{}\n{}\n",
        safe::line(loaded.scenario.name.get(language)),
        safe::line(loaded.plan.title.get(language))
    )
}
