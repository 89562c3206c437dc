//! Figures as entered, kept separate from everything calculated, so that exports can be imported again without loss.

use std::collections::{BTreeMap, BTreeSet};

use super::ExportInput;
use crate::plan::{Indicator, IndicatorIx, LevelKind};
use crate::scenario::{Actual, ActualEntry};
use crate::text::Message;
use crate::wording::{points_or_percent, unit};

/// Path of rows with entered figures only.
pub(super) const PATH: &str = "entered";

/// Column for the kind of an entered figure, as [`Actual::name`].
pub(super) const KIND: &str = "entered_as";

/// Column for an entered figure.
pub(super) const FIGURE: &str = "entered";

/// An indicator's entered figures in scenario order.
pub(super) fn entries<'a>(input: &ExportInput<'a>, ix: IndicatorIx) -> &'a [ActualEntry] {
    input.scenario.actuals.get(ix).map_or(&[], Vec::as_slice)
}

/// An indicator's entered figures by year, in scenario order.
pub(super) fn by_year(entries: &[ActualEntry]) -> BTreeMap<i32, Vec<Actual>> {
    let mut years: BTreeMap<i32, Vec<Actual>> = BTreeMap::new();
    for entry in entries {
        years.entry(entry.year).or_default().push(entry.figure);
    }
    years
}

/// Years before the base year with entered or implied figures.
pub(super) fn earlier_years(input: &ExportInput<'_>) -> BTreeSet<i32> {
    let ExportInput {
        plan,
        scenario,
        projection,
        ..
    } = *input;
    let years = plan.iter().flat_map(|(ix, _)| {
        let known = crate::model::history(plan, scenario, projection, ix);
        let known = known.into_iter().map(|(year, _)| year);
        known.chain(entries(input, ix).iter().map(|entry| entry.year))
    });
    years.filter(|year| *year < plan.base_year).collect()
}

/// Entered figures of one kind, at most one a year.
pub(super) struct EnteredSeries {
    /// The first figure, which has the kind of all.
    pub sample: Actual,
    /// Figures by year.
    pub figures: BTreeMap<i32, f64>,
}

/// Entered figures by kind. A second figure of the same kind and year, which may differ by rounding, gets its own
/// line.
pub(super) fn lines<'e>(entries: impl IntoIterator<Item = &'e ActualEntry>) -> Vec<EnteredSeries> {
    let mut lines: Vec<EnteredSeries> = Vec::new();
    for ActualEntry { year, figure } in entries {
        let has_room =
            |line: &EnteredSeries| line.sample.name() == figure.name() && !line.figures.contains_key(year);
        let at = lines.iter().position(has_room).unwrap_or_else(|| {
            lines.push(EnteredSeries {
                sample: *figure,
                figures: BTreeMap::new(),
            });
            lines.len() - 1
        });
        lines[at].figures.insert(*year, figure.value());
    }
    lines
}

/// Unit of entered figures of a kind.
pub(super) fn unit_of(
    input: &ExportInput<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    kind: Actual,
) -> String {
    let in_percent = indicator.is_compound();
    let id = match kind {
        Actual::Level(_) => {
            let basis = input.projection.kind(ix);
            return unit(input.plan, indicator, basis, input.language).into_owned();
        }
        Actual::AnnualChange(_) if in_percent => "rate-percent",
        // Additive changes are in the indicator's unit, or points for percentages.
        Actual::AnnualChange(_) => return points_or_percent(indicator, input.language).into_owned(),
        Actual::CumulativeChange(_) if in_percent => "unit-percent-since",
        Actual::CumulativeChange(_) => {
            return unit(input.plan, indicator, LevelKind::Change, input.language).into_owned();
        }
    };
    Message::new(id)
        .with("year", input.plan.base_year)
        .say(input.language)
}
