//! CSV for spreadsheets and programs. Figures have up to twelve significant digits; beyond that there is only
//! floating-point noise, such as 8.000000000000007. JSON is exact. Column names are those of the JSON, in English.
//!
//! Text cells have no control characters except line breaks and tabs. Text that a spreadsheet would take for a
//! formula, such as a name starting with `=`, gets a leading apostrophe.
//!
//! # Reading actuals back
//!
//! In the tables of levels, entered figures are marked by `level`, `annual_change` or `cumulative_change` in the
//! column `entered_as`. They are exact, and signed as in scenario files: a fall is negative.
//!
//! - [`long`]: where `entered_as` is set, `entered` has the figure for the row's indicator and year. The first of several
//!   figures for a year is in the row of the path `scenario`; further ones follow in rows of the path `entered`, which
//!   have no level. So there is one level per indicator, path and year, and one entered figure per row.
//! - [`wide`]: rows of the path `entered` have figures as entered under their years, with their kind in `entered_as`,
//!   which is empty in all other rows. An indicator has one such row per kind of figure, more if years have several.

mod scorecard;
mod uncertain;

use std::collections::BTreeMap;

use super::{ExportInput, Record, entered, failed, record};
use crate::file::Failure;
use crate::model::{Origin, Projection};
use crate::plan::{Indicator, Plan};
use crate::scenario::{Actual, Scenario};
use crate::text::{Language, numbers, safe, say};
pub use scorecard::scorecard;
pub use uncertain::{chances, quantiles, shares, tornado};

/// Content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum CsvField {
    /// Text, written without control characters and formulas; see [`safe::csv`].
    Text(String),
    /// A figure, with up to twelve significant digits; see [`numbers::plain`].
    Figure(f64),
    /// A difference, and the size of what was subtracted; see [`numbers::plain_difference`].
    Difference(f64, f64),
    /// A figure as entered, exact; see [`numbers::exact`].
    Entered(f64),
    /// A calendar year.
    Year(i32),
    /// Empty.
    Empty,
}

impl CsvField {
    /// A text cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn written(&self) -> String {
        match self {
            Self::Text(text) => safe::csv(text).into_owned(),
            Self::Figure(value) => numbers::plain(*value),
            Self::Difference(value, size) => numbers::plain_difference(*value, *size),
            Self::Entered(value) => numbers::exact(*value),
            Self::Year(year) => year.to_string(),
            Self::Empty => String::new(),
        }
    }
}

impl From<Option<f64>> for CsvField {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Empty, Self::Figure)
    }
}

/// Rows as CSV (RFC 4180, but with LF line endings); the first is the header.
///
/// # Errors
/// [`Failure`] if rows differ in length, which is a bug.
pub fn to_bytes(rows: &[Vec<CsvField>]) -> Result<Vec<u8>, Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(CsvField::written))
            .map_err(|error| failed("CSV", error))?;
    }
    writer.into_inner().map_err(|error| failed("CSV", error))
}

/// U+FEFF in UTF-8; without it, Excel on Chinese Windows assumes GBK.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

fn file(rows: &[Vec<CsvField>], bom: bool) -> Result<Vec<u8>, Failure> {
    let mark = if bom { BYTE_ORDER_MARK } else { b"" };
    Ok([mark, &to_bytes(rows)?].concat())
}

/// Paths: kind, name, levels.
fn paths<'a>(input: &ExportInput<'a>) -> Vec<(&'static str, String, &'a Projection)> {
    let own = safe::label(input.scenario.name.get(input.language)).into_owned();
    let even = say(input.language, "legend-plan").into_owned();
    let mut paths = vec![
        ("scenario", own, input.projection),
        ("plan", even, input.plan_path),
    ];
    for (name, projection) in input.compared {
        paths.push(("compared", name.clone(), projection));
    }
    paths
}

fn header(names: &[&str]) -> Vec<CsvField> {
    names.iter().map(|name| CsvField::text(*name)).collect()
}

/// Levels with one column per year: one row per indicator and path (scenario, even path, compared scenarios), then
/// entered figures on the path `entered`. After the levels, columns `origin_2010` and so on give each year's origin.
/// Years before the base year have columns if anything is known about them.
///
/// `bom` puts a byte-order mark first, for Excel on Chinese Windows.
///
/// # Errors
/// As [`to_bytes`].
pub fn wide(input: &ExportInput<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let plan = input.plan;
    let mut years: Vec<i32> = entered::earlier_years(input).into_iter().collect();
    years.extend(plan.years());
    let mut rows = vec![header(&[
        "indicator",
        "name",
        "unit",
        "path",
        "path_name",
        entered::KIND,
    ])];
    rows[0].extend(years.iter().copied().map(CsvField::Year));
    rows[0].extend(years.iter().map(|year| CsvField::Text(format!("origin_{year}"))));
    for (path, path_name, projection) in paths(input) {
        let scenario = (path == "scenario").then_some(input.scenario);
        for (ix, indicator) in plan.iter() {
            let record = record(plan, scenario, projection, ix, input.language);
            let mut row = labels(input, indicator, &record.unit, path, &path_name);
            row.push(CsvField::Empty);
            let past = record.history.iter();
            let past = past.map(|past| (past.year, CsvField::Figure(past.level), Origin::Actual.name()));
            let levels = plan.years().zip(record.levels.iter().zip(&record.origin));
            let levels = levels
                .filter_map(|(year, (level, origin))| Some((year, CsvField::Figure((*level)?), *origin)));
            row.extend(by_year(&years, &past.chain(levels).collect::<Vec<_>>()));
            rows.push(row);
        }
    }
    rows.extend(as_entered(input, &years));
    file(&rows, bom)
}

/// Leading cells of an indicator's row.
fn labels(
    input: &ExportInput<'_>,
    indicator: &Indicator,
    unit: &str,
    path: &str,
    path_name: &str,
) -> Vec<CsvField> {
    let name = &safe::label(indicator.name.get(input.language));
    let (unit, path_name) = (&safe::label(unit), &safe::label(path_name));
    // Without a target, the even path has another name.
    let untargeted = say(input.language, "legend-plan-untargeted");
    let path_name = if path == "plan" && indicator.targets.is_empty() {
        &untargeted
    } else {
        path_name
    };
    [indicator.id.as_str(), name, unit, path, path_name]
        .map(CsvField::text)
        .to_vec()
}

/// A row's figures by year, then their origins.
fn by_year(years: &[i32], figures: &[(i32, CsvField, &'static str)]) -> Vec<CsvField> {
    let of = |year: &i32| figures.iter().find(|(of, ..)| of == year);
    let cells = years
        .iter()
        .map(|year| of(year).map_or(CsvField::Empty, |(_, cell, _)| cell.clone()));
    let origins = years
        .iter()
        .map(|year| of(year).map_or(CsvField::Empty, |(.., origin)| CsvField::text(*origin)));
    cells.chain(origins).collect()
}

/// Rows of entered figures for the wide table, in the unit of their kind.
fn as_entered(input: &ExportInput<'_>, years: &[i32]) -> Vec<Vec<CsvField>> {
    let path_name = safe::label(input.scenario.name.get(input.language));
    let mut rows = Vec::new();
    for (ix, indicator) in input.plan.iter() {
        for line in entered::lines(entered::entries(input, ix)) {
            let unit = entered::unit_of(input, ix, indicator, line.sample);
            let mut row = labels(input, indicator, &unit, entered::PATH, &path_name);
            row.push(CsvField::text(line.sample.name()));
            let figures = line.figures.iter();
            let figures =
                figures.map(|(year, figure)| (*year, CsvField::Entered(*figure), Origin::Actual.name()));
            row.extend(by_year(years, &figures.collect::<Vec<_>>()));
            rows.push(row);
        }
    }
    rows
}

/// One row per indicator, path and year, with changes, origin and entered figure. Further figures for the same year
/// have their own rows on the path `entered`.
///
/// # Errors
/// As [`to_bytes`].
pub fn long(input: &ExportInput<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let plan = input.plan;
    let names: Vec<&str> = ["indicator", "name", "unit", "path", "path_name"]
        .into_iter()
        .chain(FIGURES)
        .chain([entered::KIND, entered::FIGURE])
        .collect();
    let mut rows = vec![header(&names)];
    for (path, path_name, projection) in paths(input) {
        let scenario = (path == "scenario").then_some(input.scenario);
        for (ix, indicator) in plan.iter() {
            let record = record(plan, scenario, projection, ix, input.language);
            let mut entries =
                scenario.map_or_else(BTreeMap::new, |_| entered::by_year(entered::entries(input, ix)));
            let wanted: Vec<i32> = entries.keys().copied().collect();
            for (year, figures) in each_year(plan, &record, &wanted) {
                let mut entered = entries.remove(&year).unwrap_or_default().into_iter();
                let mut row = labels(input, indicator, &record.unit, path, &path_name);
                row.extend(figures);
                row.extend(kind_and_figure(entered.next()));
                rows.push(row);
                for further in entered {
                    let mut row = labels(input, indicator, &record.unit, entered::PATH, &path_name);
                    row.extend(without_level(year));
                    row.extend(kind_and_figure(Some(further)));
                    rows.push(row);
                }
            }
        }
    }
    file(&rows, bom)
}

/// Kind and value of an entered figure.
fn kind_and_figure(figure: Option<Actual>) -> [CsvField; 2] {
    figure.map_or([CsvField::Empty, CsvField::Empty], |figure| {
        [CsvField::text(figure.name()), CsvField::Entered(figure.value())]
    })
}

/// A projection's figures: one row per indicator and year, earlier years first.
#[must_use]
pub fn levels(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    language: Language,
) -> Vec<Vec<CsvField>> {
    let names: Vec<&str> = ["indicator", "unit"].into_iter().chain(FIGURES).collect();
    let mut rows = vec![header(&names)];
    for (ix, indicator) in plan.iter() {
        let record = record(plan, Some(scenario), projection, ix, language);
        for (_, figures) in each_year(plan, &record, &[]) {
            let mut row = vec![
                CsvField::text(&indicator.id),
                CsvField::text(safe::label(&record.unit)),
            ];
            row.extend(figures);
            rows.push(row);
        }
    }
    rows
}

const FIGURES: [&str; 6] = [
    "year",
    "level",
    "annual_change_percent",
    "cumulative_change_percent",
    "origin",
    "annual_change_origin",
];

/// The cells under [`FIGURES`] for every year; years before the base year come first, if known or `wanted`.
fn each_year(plan: &Plan, record: &Record, wanted: &[i32]) -> Vec<(i32, [CsvField; 6])> {
    let mut past: BTreeMap<i32, [CsvField; 6]> = wanted
        .iter()
        .filter(|year| **year < plan.base_year)
        .map(|year| (*year, without_level(*year)))
        .collect();
    for known in &record.history {
        let mut cells = without_level(known.year);
        cells[1] = CsvField::Figure(known.level);
        past.insert(known.year, cells);
    }
    let own = plan.years().enumerate().map(|(step, year)| {
        let cells = [
            CsvField::Year(year),
            record.levels[step].into(),
            record.annual_change_percent[step].into(),
            record.cumulative_change_percent[step].into(),
            CsvField::text(record.origin[step]),
            record.annual_change_origin[step].map_or(CsvField::Empty, CsvField::text),
        ];
        (year, cells)
    });
    past.into_iter().chain(own).collect()
}

/// The cells under [`FIGURES`] of a year with entered figures only.
fn without_level(year: i32) -> [CsvField; 6] {
    let origin = CsvField::text(Origin::Actual.name());
    [
        CsvField::Year(year),
        CsvField::Empty,
        CsvField::Empty,
        CsvField::Empty,
        origin,
        CsvField::Empty,
    ]
}
