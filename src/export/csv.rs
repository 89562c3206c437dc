//! CSV for spreadsheets and programs. Figures have up to twelve significant digits: beyond these there is nothing but
//! the dust of binary arithmetic, such as 8.000000000000007. JSON keeps every bit. Column names are those of the JSON, in
//! English.
//!
//! A cell of words has no control characters but line breaks and tabs. Where it would act as a formula in a spreadsheet,
//! such as a name that begins with `=`, an apostrophe stands before it.
//!
//! # Actuals that come back
//!
//! A program that reads the tables of levels can tell what was entered from what follows, by the words `level`,
//! `annual_change` and `cumulative_change` in the column `entered_as`. These figures stand with every digit that they were
//! given with, signed as in scenario files: a fall is negative.
//!
//! - [`long`]: wherever `entered_as` says something, the column `entered` beside it has the figure, of the row's indicator
//!   and year. Of several figures for one year the first stands in the row of the path `scenario`; each further one follows
//!   in a row of the path `entered`, which has no level. So there is one level per indicator, path and year, and one
//!   entered figure a row.
//! - [`wide`]: rows of the path `entered` have figures as entered under their years, and their kind in `entered_as`, which
//!   is empty in all other rows. An indicator has as many such rows as it has kinds of figures.

mod scorecard;

use std::collections::BTreeMap;

use super::{Material, Record, entered, failed, record};
use crate::file::Failure;
use crate::model::{Origin, Projection};
use crate::plan::{Indicator, Plan};
use crate::scenario::{Actual, Scenario};
use crate::text::{Language, numbers, safe, say};
pub use scorecard::scorecard;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words. In the file they have no control characters and cannot act as a formula; see [`safe::csv`].
    Text(String),
    /// A figure, with up to twelve significant digits; see [`numbers::plain`].
    Figure(f64),
    /// A difference, and the size of what was subtracted; see [`numbers::plain_difference`].
    Difference(f64, f64),
    /// A figure as somebody entered it, with all its digits; see [`numbers::exact`].
    Entered(f64),
    /// A calendar year.
    Year(i32),
    /// Nothing.
    Empty,
}

impl Cell {
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

impl From<Option<f64>> for Cell {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::Empty, Self::Figure)
    }
}

/// Rows as CSV (RFC 4180, but with a line feed alone at the ends of lines), the first being the header.
///
/// # Errors
/// [`Failure`] where rows differ in length, which is a fault in the program.
pub fn to_bytes(rows: &[Vec<Cell>]) -> Result<Vec<u8>, Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(Cell::written))
            .map_err(|error| failed("CSV", error))?;
    }
    writer.into_inner().map_err(|error| failed("CSV", error))
}

/// U+FEFF in UTF-8. Excel on Chinese Windows takes a file without it for GBK.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

fn file(rows: &[Vec<Cell>], bom: bool) -> Result<Vec<u8>, Failure> {
    let mark = if bom { BYTE_ORDER_MARK } else { b"" };
    Ok([mark, &to_bytes(rows)?].concat())
}

/// A path through the years: which one, its name, its levels.
fn paths<'a>(material: &Material<'a>) -> Vec<(&'static str, String, &'a Projection)> {
    let own = safe::label(material.scenario.name.get(material.language)).into_owned();
    let even = say(material.language, "legend-plan").into_owned();
    let mut paths = vec![
        ("scenario", own, material.projection),
        ("plan", even, material.plan_path),
    ];
    for (name, projection) in material.compared {
        paths.push(("compared", name.clone(), projection));
    }
    paths
}

fn header(names: &[&str]) -> Vec<Cell> {
    names.iter().map(|name| Cell::text(*name)).collect()
}

/// Levels with a column per year: a row per indicator and path (the scenario, the plan's even path, compared ones), then
/// figures as they were entered, on the path `entered`. Behind the levels, a column `origin_2010` and so on for each year
/// says what they rest on. Years before the base year have columns where anything is known of them.
///
/// `bom` puts a byte-order mark first, for Excel on Chinese Windows.
///
/// # Errors
/// As [`to_bytes`].
pub fn wide(material: &Material<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let plan = material.plan;
    let mut years: Vec<i32> = entered::earlier_years(material).into_iter().collect();
    years.extend(plan.years());
    let mut rows = vec![header(&[
        "indicator",
        "name",
        "unit",
        "path",
        "path_name",
        entered::KIND,
    ])];
    rows[0].extend(years.iter().copied().map(Cell::Year));
    rows[0].extend(years.iter().map(|year| Cell::Text(format!("origin_{year}"))));
    for (path, path_name, projection) in paths(material) {
        let scenario = (path == "scenario").then_some(material.scenario);
        for (ix, indicator) in plan.iter() {
            let record = record(plan, scenario, projection, ix, material.language);
            let mut row = labels(material, indicator, &record.unit, path, &path_name);
            row.push(Cell::Empty);
            let past = record.history.iter();
            let past = past.map(|past| (past.year, Cell::Figure(past.level), Origin::Actual.name()));
            let levels = plan.years().zip(record.levels.iter().zip(&record.origin));
            let levels =
                levels.filter_map(|(year, (level, origin))| Some((year, Cell::Figure((*level)?), *origin)));
            row.extend(by_year(&years, &past.chain(levels).collect::<Vec<_>>()));
            rows.push(row);
        }
    }
    rows.extend(as_entered(material, &years));
    file(&rows, bom)
}

/// What an indicator's row begins with.
fn labels(
    material: &Material<'_>,
    indicator: &Indicator,
    unit: &str,
    path: &str,
    path_name: &str,
) -> Vec<Cell> {
    let name = &safe::label(indicator.name.get(material.language));
    let (unit, path_name) = (&safe::label(unit), &safe::label(path_name));
    // Without a target of its own there is none for the even path to lead to.
    let untargeted = say(material.language, "legend-plan-untargeted");
    let path_name = if path == "plan" && indicator.targets.is_empty() {
        &untargeted
    } else {
        path_name
    };
    [indicator.id.as_str(), name, unit, path, path_name]
        .map(Cell::text)
        .to_vec()
}

/// The figures of a row under the years of the table, and then what they rest on.
fn by_year(years: &[i32], figures: &[(i32, Cell, &'static str)]) -> Vec<Cell> {
    let of = |year: &i32| figures.iter().find(|(of, ..)| of == year);
    let cells = years
        .iter()
        .map(|year| of(year).map_or(Cell::Empty, |(_, cell, _)| cell.clone()));
    let origins = years
        .iter()
        .map(|year| of(year).map_or(Cell::Empty, |(.., origin)| Cell::text(*origin)));
    cells.chain(origins).collect()
}

/// The rows of the wide table that have figures as they were entered, in the unit of their kind.
fn as_entered(material: &Material<'_>, years: &[i32]) -> Vec<Vec<Cell>> {
    let path_name = safe::label(material.scenario.name.get(material.language));
    let mut rows = Vec::new();
    for (ix, indicator) in material.plan.iter() {
        for line in entered::lines(entered::entries(material, ix)) {
            let unit = entered::unit_of(material, ix, indicator, line.sample);
            let mut row = labels(material, indicator, &unit, entered::PATH, &path_name);
            row.push(Cell::text(line.sample.name()));
            let figures = line.figures.iter();
            let figures =
                figures.map(|(year, figure)| (*year, Cell::Entered(*figure), Origin::Actual.name()));
            row.extend(by_year(years, &figures.collect::<Vec<_>>()));
            rows.push(row);
        }
    }
    rows
}

/// A row per indicator, path and year, with changes, where the level comes from, and the figure that was entered. A
/// further figure entered for the same year has a row of the path `entered`.
///
/// # Errors
/// As [`to_bytes`].
pub fn long(material: &Material<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let plan = material.plan;
    let names: Vec<&str> = ["indicator", "name", "unit", "path", "path_name"]
        .into_iter()
        .chain(FIGURES)
        .chain([entered::KIND, entered::FIGURE])
        .collect();
    let mut rows = vec![header(&names)];
    for (path, path_name, projection) in paths(material) {
        let scenario = (path == "scenario").then_some(material.scenario);
        for (ix, indicator) in plan.iter() {
            let record = record(plan, scenario, projection, ix, material.language);
            let mut entries = scenario.map_or_else(BTreeMap::new, |_| {
                entered::by_year(entered::entries(material, ix))
            });
            let wanted: Vec<i32> = entries.keys().copied().collect();
            for (year, figures) in each_year(plan, &record, &wanted) {
                let mut entered = entries.remove(&year).unwrap_or_default().into_iter();
                let mut row = labels(material, indicator, &record.unit, path, &path_name);
                row.extend(figures);
                row.extend(kind_and_figure(entered.next()));
                rows.push(row);
                for further in entered {
                    let mut row = labels(material, indicator, &record.unit, entered::PATH, &path_name);
                    row.extend(without_level(year));
                    row.extend(kind_and_figure(Some(further)));
                    rows.push(row);
                }
            }
        }
    }
    file(&rows, bom)
}

/// An entered figure's kind and the figure itself.
fn kind_and_figure(figure: Option<Actual>) -> [Cell; 2] {
    figure.map_or([Cell::Empty, Cell::Empty], |figure| {
        [Cell::text(figure.name()), Cell::Entered(figure.value())]
    })
}

/// A projection's figures alone: a row per indicator and year, those before the base year first.
#[must_use]
pub fn levels(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    language: Language,
) -> Vec<Vec<Cell>> {
    let names: Vec<&str> = ["indicator", "unit"].into_iter().chain(FIGURES).collect();
    let mut rows = vec![header(&names)];
    for (ix, indicator) in plan.iter() {
        let record = record(plan, Some(scenario), projection, ix, language);
        for (_, figures) in each_year(plan, &record, &[]) {
            let mut row = vec![Cell::text(&indicator.id), Cell::text(safe::label(&record.unit))];
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

/// Every year with the cells under [`FIGURES`], those before the base year first: the ones with a known level, and the ones
/// that are asked for.
fn each_year(plan: &Plan, record: &Record, wanted: &[i32]) -> Vec<(i32, [Cell; 6])> {
    let mut past: BTreeMap<i32, [Cell; 6]> = wanted
        .iter()
        .filter(|year| **year < plan.base_year)
        .map(|year| (*year, without_level(*year)))
        .collect();
    for known in &record.history {
        let mut cells = without_level(known.year);
        cells[1] = Cell::Figure(known.level);
        past.insert(known.year, cells);
    }
    let own = plan.years().enumerate().map(|(step, year)| {
        let cells = [
            Cell::Year(year),
            record.levels[step].into(),
            record.annual_change_percent[step].into(),
            record.cumulative_change_percent[step].into(),
            Cell::text(record.origin[step]),
            record.annual_change_origin[step].map_or(Cell::Empty, Cell::text),
        ];
        (year, cells)
    });
    past.into_iter().chain(own).collect()
}

/// The cells under [`FIGURES`] of a year that has nothing but what was entered.
fn without_level(year: i32) -> [Cell; 6] {
    let origin = Cell::text(Origin::Actual.name());
    [
        Cell::Year(year),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        origin,
        Cell::Empty,
    ]
}
