//! Figures as they were entered. They tell an actual from everything that was worked out, so that what was exported can
//! come back: the same figures, of the same kinds, in the same years, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::Material;
use crate::plan::{Indicator, IndicatorIx, LevelKind};
use crate::scenario::{Actual, ActualEntry};
use crate::text::Message;
use crate::wording::{points_or_percent, unit};

/// The path of rows that have figures as they were entered and nothing else.
pub(super) const PATH: &str = "entered";

/// The name of the column that says of which kind an entered figure is; the words in it are [`Actual::name`].
pub(super) const KIND: &str = "entered_as";

/// The name of the column with an entered figure.
pub(super) const FIGURE: &str = "entered";

/// An indicator's entered figures, in the order in which the scenario gives them.
pub(super) fn entries<'a>(material: &Material<'a>, ix: IndicatorIx) -> &'a [ActualEntry] {
    material.scenario.actuals.get(ix).map_or(&[], Vec::as_slice)
}

/// An indicator's entered figures by year; the figures of a year in the order in which the scenario gives them.
pub(super) fn by_year(entries: &[ActualEntry]) -> BTreeMap<i32, Vec<Actual>> {
    let mut years: BTreeMap<i32, Vec<Actual>> = BTreeMap::new();
    for entry in entries {
        years.entry(entry.year).or_default().push(entry.figure);
    }
    years
}

/// The years before the base year for which anything was entered or follows from what was.
pub(super) fn earlier_years(material: &Material<'_>) -> BTreeSet<i32> {
    let Material {
        plan,
        scenario,
        projection,
        ..
    } = *material;
    let years = plan.iter().flat_map(|(ix, _)| {
        let known = crate::model::history(plan, scenario, projection, ix);
        let known = known.into_iter().map(|(year, _)| year);
        known.chain(entries(material, ix).iter().map(|entry| entry.year))
    });
    years.filter(|year| *year < plan.base_year).collect()
}

/// Entered figures of one kind, at most one a year.
pub(super) struct Line {
    /// The first of the figures, which says of which kind all are.
    pub sample: Actual,
    /// Figures by year.
    pub figures: BTreeMap<i32, f64>,
}

/// Entered figures, kind by kind. A second figure of the same kind and year, which may differ by rounding, has a line of
/// its own: none gets lost.
pub(super) fn lines<'e>(entries: impl IntoIterator<Item = &'e ActualEntry>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for ActualEntry { year, figure } in entries {
        let has_room = |line: &Line| line.sample.name() == figure.name() && !line.figures.contains_key(year);
        let at = lines.iter().position(has_room).unwrap_or_else(|| {
            lines.push(Line {
                sample: *figure,
                figures: BTreeMap::new(),
            });
            lines.len() - 1
        });
        lines[at].figures.insert(*year, figure.value());
    }
    lines
}

/// What entered figures of a kind are counted in.
pub(super) fn unit_of(
    material: &Material<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    kind: Actual,
) -> String {
    let in_percent = indicator.is_compound();
    let id = match kind {
        Actual::Level(_) => {
            let basis = material.projection.kind(ix);
            return unit(material.plan, indicator, basis, material.language).into_owned();
        }
        Actual::AnnualChange(_) if in_percent => "rate-percent",
        // Changes that add up are in the indicator's own unit, which for a percentage is points.
        Actual::AnnualChange(_) => return points_or_percent(indicator, material.language).into_owned(),
        Actual::CumulativeChange(_) if in_percent => "unit-percent-since",
        Actual::CumulativeChange(_) => {
            return unit(material.plan, indicator, LevelKind::Change, material.language).into_owned();
        }
    };
    Message::new(id)
        .with("year", material.plan.base_year)
        .say(material.language)
}
