//! A projection as JSON. CSV with the same names comes from the exports.

use serde::Serialize;

use crate::cli::discrepancies::{DiscrepancyPart, discrepancies};
use crate::cli::head::{Head, SummaryPart, TargetPart, summary, target};
use crate::export::{Record, record};
use crate::file::Entries;
use crate::model::Evaluation;
use crate::scenario::Loaded;
use crate::text::Language;

#[derive(Serialize)]
pub(super) struct RunReport<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    summary: SummaryPart,
    years: Vec<i32>,
    indicators: Entries<&'a str, Record>,
    targets: Vec<TargetPart<'a>>,
    discrepancies: Vec<DiscrepancyPart<'a>>,
}

pub(super) fn report<'a>(loaded: &'a Loaded, evaluation: &Evaluation, language: Language) -> RunReport<'a> {
    let (plan, scenario) = (&loaded.plan, &loaded.scenario);
    let indicators = plan.iter().map(|(ix, indicator)| {
        let record = record(plan, Some(scenario), evaluation.projection(), ix, language);
        (indicator.id.as_str(), record)
    });
    let targets = evaluation.assessments().iter();
    RunReport {
        head: Head::new(loaded, language),
        summary: summary(&evaluation.counts(plan)),
        years: plan.years().collect(),
        indicators: Entries(indicators.collect()),
        targets: targets.map(|assessment| target(plan, assessment)).collect(),
        discrepancies: discrepancies(plan, evaluation.projection()),
    }
}
