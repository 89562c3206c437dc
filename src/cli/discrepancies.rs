//! Discrepancies between published figures of derived indicators and their identities: as data, and in sentences.

use serde::Serialize;

use crate::analysis::implications;
use crate::model::{Evaluation, Projection};
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::Language;
use crate::wording::finding;

/// A published figure of a derived indicator and its identity, unrounded.
#[derive(Serialize)]
pub(super) struct DiscrepancyPart<'a> {
    indicator: &'a str,
    year: i32,
    /// The level entered, or computed from what was entered.
    entered: f64,
    /// The level given by the identity.
    identity: f64,
    /// `entered` minus `identity` in percent of `identity`; `None` where changes add up.
    size_percent: Option<f64>,
    /// The same in points of the indicator's unit, where changes add up.
    size_points: Option<f64>,
}

/// Every published figure of a derived indicator, ordered by identity and year.
pub(super) fn discrepancies<'a>(plan: &'a Plan, projection: &Projection) -> Vec<DiscrepancyPart<'a>> {
    let all = projection.discrepancies().iter();
    all.map(|found| DiscrepancyPart {
        indicator: &plan.get(found.indicator).id,
        year: found.year,
        entered: found.entered,
        identity: found.identity,
        size_percent: (!found.in_points).then_some(found.size),
        size_points: found.in_points.then_some(found.size),
    })
    .collect()
}

/// The same in sentences, one per line, where a figure disagrees with its identity.
pub(super) fn discrepancies_in_words(loaded: &Loaded, evaluation: &Evaluation, language: Language) -> String {
    let (plan, scenario) = (&loaded.plan, &loaded.scenario);
    let findings = implications(plan, scenario, evaluation.projection());
    let said = findings.iter().filter(|found| found.is_discrepancy());
    said.map(|found| finding(plan, found, language) + "\n").collect()
}
