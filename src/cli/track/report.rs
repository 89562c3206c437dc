//! The ledger as data for programs: JSON and CSV.

use serde::Serialize;

use super::Tracked;
use crate::cli::head::{Head, TargetPart, target};
use crate::export::csv::Cell;
use crate::model::{Convention, Ledger, Origin, ProgressYear, Projection, Required};
use crate::scenario::Loaded;
use crate::text::Language;

#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    targets: Vec<TrackedPart<'a>>,
}

#[derive(Serialize)]
struct TrackedPart<'a> {
    #[serde(flatten)]
    target: TargetPart<'a>,
    by_year: Vec<YearPart>,
    /// The change from the last actual to the target, in percent of that level; positive for what is still to do, so a
    /// fall is positive for a target that is a fall. Nothing where the level in percent has no meaning.
    remaining_change_percent: Option<f64>,
    /// Percent a year for levels that multiply, points a year for those that add up. Nothing where nothing is required or
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
}

impl YearPart {
    fn new(year: &ProgressYear) -> Self {
        Self {
            year: year.year,
            progress: year.progress,
            scheduled: year.scheduled,
            actual: year.origin == Origin::Actual,
        }
    }
}

/// Every year after the base year.
fn years(ledger: Option<&Ledger>) -> impl Iterator<Item = YearPart> {
    let years = ledger.map_or(&[][..], |ledger| &ledger.years);
    years.iter().skip(1).map(YearPart::new)
}

fn remaining(projection: &Projection, ledger: &Ledger) -> Option<f64> {
    let last = ledger.last()?;
    let percent = match ledger.convention {
        Convention::Growth | Convention::Decline => last.remaining,
        Convention::Points => {
            // The same rule as for changes in other reports: no percentage of a level that nobody gave.
            projection.percent_change(ledger.indicator, 0, ledger.last_actual)?;
            (ledger.goal / last.level - 1.0) * 100.0
        }
    };
    percent.is_finite().then_some(percent)
}

const fn required(ledger: &Ledger) -> Option<f64> {
    match ledger.required {
        Required::Rate(rate) => Some(rate),
        _ => None,
    }
}

pub(super) fn report<'a>(
    loaded: &'a Loaded,
    projection: &Projection,
    tracked: &[Tracked<'a>],
    language: Language,
) -> Report<'a> {
    let part = |tracked: &Tracked<'a>| {
        let ledger = tracked.ledger.as_ref();
        TrackedPart {
            target: target(tracked.indicator, tracked.target, &tracked.assessment),
            by_year: years(ledger).collect(),
            remaining_change_percent: ledger.and_then(|ledger| remaining(projection, ledger)),
            required_rate: ledger.and_then(required),
        }
    };
    Report {
        head: Head::new(loaded, language),
        targets: tracked.iter().map(part).collect(),
    }
}

/// One row per target and year.
pub(super) fn rows(projection: &Projection, tracked: &[Tracked<'_>]) -> Vec<Vec<Cell>> {
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
    ];
    let mut rows = vec![header.map(Cell::text).to_vec()];
    for one in tracked {
        let ledger = one.ledger.as_ref();
        let (left, rate) = (
            ledger.and_then(|ledger| remaining(projection, ledger)),
            ledger.and_then(required),
        );
        rows.extend(years(ledger).map(|year| {
            vec![
                Cell::text(&one.indicator.id),
                Cell::text(one.target.binding.to_string()),
                Cell::text(one.assessment.status.name()),
                Cell::Year(year.year),
                Cell::Figure(year.progress),
                Cell::Figure(year.scheduled),
                Cell::text(year.actual.to_string()),
                Cell::from(left),
                Cell::from(rate),
            ]
        }));
    }
    rows
}
