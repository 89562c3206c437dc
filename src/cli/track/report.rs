//! The ledger as JSON and CSV.

use serde::Serialize;

use super::TrackedTarget;
use crate::cli::discrepancies::{DiscrepancyPart, discrepancies};
use crate::cli::head::{Head, SummaryPart, TargetPart, summary, target};
use crate::export::csv::CsvField;
use crate::model::{Evaluation, Ledger, Origin, ProgressYear, RemainingBasis, RemainingChange, Required};
use crate::plan::{Comparator, Plan};
use crate::scenario::Loaded;
use crate::text::Language;

#[derive(Serialize)]
pub(super) struct TrackReport<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    summary: SummaryPart,
    targets: Vec<TrackedPart<'a>>,
    discrepancies: Vec<DiscrepancyPart<'a>>,
}

#[derive(Serialize)]
struct TrackedPart<'a> {
    #[serde(flatten)]
    target: TargetPart<'a>,
    by_year: Vec<YearPart>,
    /// What is still to do after the last data, in percent of that level, positive in the target's direction. `None`
    /// where changes add up.
    remaining_change_percent: Option<f64>,
    /// The same in points of the indicator's unit, where changes add up.
    remaining_points: Option<f64>,
    /// Percent a year for levels that multiply, points a year for those that add up. `None` if nothing is required or
    /// nothing helps.
    required_rate: Option<f64>,
}

#[derive(Serialize)]
struct YearPart {
    year: i32,
    progress: f64,
    scheduled: f64,
    /// Whether the year has an actual.
    actual: bool,
    /// What its level rests on.
    origin: &'static str,
}

impl YearPart {
    fn new(year: &ProgressYear) -> Self {
        Self {
            year: year.year,
            progress: year.progress,
            scheduled: year.scheduled,
            actual: year.origin == Origin::Actual,
            origin: year.origin.name(),
        }
    }
}

/// Every year from the first after the base year to the due year.
fn years(ledger: Option<&Ledger>) -> impl Iterator<Item = YearPart> {
    let years = ledger.map_or(&[][..], |ledger| &ledger.years);
    years.iter().skip(1).map(YearPart::new)
}

const fn required(ledger: &Ledger) -> Option<f64> {
    match ledger.required {
        Required::Rate(rate) => Some(rate),
        _ => None,
    }
}

/// What is still to do, in percent and in points; at most one of the two.
fn still_to_do(ledger: Option<&Ledger>) -> (Option<f64>, Option<f64>) {
    match ledger.and_then(Ledger::still_to_do) {
        Some(RemainingChange::Percent(percent)) => (Some(percent), None),
        Some(RemainingChange::Points(points)) => (None, Some(points)),
        None => (None, None),
    }
}

pub(super) fn report<'a>(
    loaded: &'a Loaded,
    evaluation: &Evaluation,
    tracked: &[TrackedTarget<'a>],
    language: Language,
) -> TrackReport<'a> {
    let part = |tracked: &TrackedTarget<'a>| {
        let (percent, points) = still_to_do(tracked.ledger);
        TrackedPart {
            target: target(&loaded.plan, tracked.assessment),
            by_year: years(tracked.ledger).collect(),
            remaining_change_percent: percent,
            remaining_points: points,
            required_rate: tracked.ledger.and_then(required),
        }
    };
    TrackReport {
        head: Head::new(loaded, language),
        summary: summary(&evaluation.counts(&loaded.plan)),
        targets: tracked.iter().map(part).collect(),
        discrepancies: discrepancies(&loaded.plan, evaluation.projection()),
    }
}

/// One row per target and year.
pub(super) fn rows(plan: &Plan, tracked: &[TrackedTarget<'_>]) -> Vec<Vec<CsvField>> {
    let header = [
        "indicator",
        "binding",
        "status",
        "year",
        "progress",
        "scheduled",
        "actual",
        "remaining_change_percent",
        "required_rate",
        "remaining_points",
        "origin",
        "due",
        "basis",
        "rest",
        "form",
        "comparator",
        "target",
        "target_upper",
        "worst_year",
    ];
    let mut rows = vec![header.map(CsvField::text).to_vec()];
    for one in tracked {
        let (percent, points) = still_to_do(one.ledger);
        let rate = one.ledger.and_then(required);
        let due = if one.target.is_each_year() {
            CsvField::text("each_year")
        } else {
            CsvField::Year(plan.due_year(one.target))
        };
        let worst = if one.target.is_each_year() {
            CsvField::Year(one.assessment.year)
        } else {
            CsvField::Empty
        };
        rows.extend(years(one.ledger).map(|year| {
            vec![
                CsvField::text(&one.indicator.id),
                CsvField::text(one.target.binding.to_string()),
                CsvField::text(one.assessment.status.name()),
                CsvField::Year(year.year),
                CsvField::Figure(year.progress),
                CsvField::Figure(year.scheduled),
                CsvField::text(year.actual.to_string()),
                CsvField::from(percent),
                CsvField::from(rate),
                CsvField::from(points),
                CsvField::text(year.origin),
                due.clone(),
                CsvField::text(one.assessment.basis.name()),
                CsvField::text(one.assessment.rest.map_or("", RemainingBasis::name)),
                CsvField::text(one.target.form.name()),
                CsvField::text(one.target.side().map_or("", Comparator::name)),
                CsvField::Figure(one.assessment.figure),
                one.assessment.upper.into(),
                worst.clone(),
            ]
        }));
    }
    rows
}
