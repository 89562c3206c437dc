//! CSV for spreadsheets and programs. Figures have up to twelve significant digits: beyond these there is nothing but
//! the dust of binary arithmetic, such as 8.000000000000007. JSON keeps every bit. Column names are those of the JSON, in
//! English.

use super::{Material, failed, record};
use crate::figure::wording;
use crate::file::Failure;
use crate::model::{Origin, Projection, Rest};
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::text::{Language, numbers, say};
use crate::wording::status_word;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words. In the file they cannot act as a formula.
    Text(String),
    /// A figure, with up to twelve significant digits; see [`numbers::plain`].
    Figure(f64),
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
            Self::Text(text) => harmless(text),
            Self::Figure(value) => numbers::plain(*value),
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

/// Characters with which a spreadsheet takes a text for a formula, full-width forms included: Chinese and Japanese
/// versions treat those alike (OWASP, CSV Injection).
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would take a text for a formula. A text that is a number is none.
pub(super) fn acts_as_formula(text: &str) -> bool {
    text.starts_with(FORMULA_STARTS) && text.parse::<f64>().is_err()
}

/// A text that no spreadsheet takes for a formula: one that it would has an apostrophe before it.
fn harmless(text: &str) -> String {
    if acts_as_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
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
    let own = material.scenario.name.get(material.language).to_owned();
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

/// Levels with a column per year: a row per indicator and path (the scenario, the plan's even path, compared ones). Behind
/// the levels, a column `origin_2010` and so on for each year says what they rest on.
///
/// `bom` puts a byte-order mark first, for Excel on Chinese Windows.
///
/// # Errors
/// As [`to_bytes`].
pub fn wide(material: &Material<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let plan = material.plan;
    let mut rows = vec![header(&["indicator", "name", "unit", "path", "path_name"])];
    rows[0].extend(plan.years().map(Cell::Year));
    rows[0].extend(plan.years().map(|year| Cell::Text(format!("origin_{year}"))));
    for (path, path_name, projection) in paths(material) {
        for (ix, indicator) in plan.iter() {
            let record = record(plan, None, projection, ix, material.language);
            let mut row = vec![
                Cell::text(&indicator.id),
                Cell::text(indicator.name.get(material.language)),
                Cell::Text(record.unit),
                Cell::text(path),
                Cell::text(&path_name),
            ];
            let origins = record.origin.iter().zip(&record.levels);
            let origins: Vec<Cell> = origins
                .map(|(origin, level)| level.map_or(Cell::Empty, |_| Cell::text(*origin)))
                .collect();
            row.extend(record.levels.into_iter().map(Cell::from));
            row.extend(origins);
            rows.push(row);
        }
    }
    file(&rows, bom)
}

/// A row per indicator, path and year, with changes and where the level comes from.
///
/// # Errors
/// As [`to_bytes`].
pub fn long(material: &Material<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let names: Vec<&str> = ["indicator", "name", "unit", "path", "path_name"]
        .into_iter()
        .chain(FIGURES)
        .collect();
    let mut rows = vec![header(&names)];
    for (path, path_name, projection) in paths(material) {
        let scenario = (path == "scenario").then_some(material.scenario);
        each_year(
            material.plan,
            scenario,
            projection,
            material.language,
            |id, unit, figures| {
                let name = material
                    .plan
                    .find(id)
                    .map(|ix| material.plan.get(ix).name.get(material.language));
                let mut row = vec![
                    Cell::text(id),
                    Cell::text(name.unwrap_or_default()),
                    Cell::text(unit),
                    Cell::text(path),
                    Cell::text(&path_name),
                ];
                row.extend(figures);
                rows.push(row);
            },
        );
    }
    file(&rows, bom)
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
    each_year(plan, Some(scenario), projection, language, |id, unit, figures| {
        let mut row = vec![Cell::text(id), Cell::text(unit)];
        row.extend(figures);
        rows.push(row);
    });
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

/// Calls back with id, unit and the cells under [`FIGURES`].
fn each_year(
    plan: &Plan,
    scenario: Option<&Scenario>,
    projection: &Projection,
    language: Language,
    mut row: impl FnMut(&str, &str, [Cell; 6]),
) {
    for (ix, indicator) in plan.iter() {
        let record = record(plan, scenario, projection, ix, language);
        for past in &record.history {
            row(
                &indicator.id,
                &record.unit,
                [
                    Cell::Year(past.year),
                    Cell::Figure(past.level),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::text(Origin::Actual.name()),
                    Cell::Empty,
                ],
            );
        }
        for (step, year) in plan.years().enumerate() {
            row(
                &indicator.id,
                &record.unit,
                [
                    Cell::Year(year),
                    record.levels[step].into(),
                    record.annual_change_percent[step].into(),
                    record.cumulative_change_percent[step].into(),
                    Cell::text(record.origin[step]),
                    record.annual_change_origin[step].map_or(Cell::Empty, Cell::text),
                ],
            );
        }
    }
}

/// Every target judged, one a row. Figures are in the target's own terms: a decline of 21 % is 21.
///
/// # Errors
/// As [`to_bytes`].
pub fn scorecard(material: &Material<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let mut rows = vec![header(&[
        "indicator",
        "name",
        "form",
        "comparator",
        "binding",
        "wording",
        "target",
        "projected",
        "gap",
        "progress",
        "status",
        "status_in_words",
        "due",
        "basis",
        "assumed",
        "last_actual",
        "rest",
    ])];
    let language = material.language;
    for ((_, indicator, target), assessment) in material.plan.targets().zip(material.assessments) {
        let assumed: Vec<&str> = assessment
            .assumed
            .iter()
            .map(|ix| material.plan.get(*ix).id.as_str())
            .collect();
        rows.push(vec![
            Cell::text(&indicator.id),
            Cell::text(indicator.name.get(language)),
            Cell::text(target.form.name()),
            Cell::text(target.comparator.name()),
            Cell::text(target.binding.to_string()),
            Cell::text(wording(indicator, target, language)),
            Cell::Figure(assessment.figure),
            assessment.projected.into(),
            assessment.gap.into(),
            assessment.progress.into(),
            Cell::text(assessment.status.name()),
            Cell::text(status_word(assessment, language)),
            if target.is_each_year() {
                Cell::text("each_year")
            } else {
                Cell::Year(material.plan.due_year(target))
            },
            Cell::text(assessment.basis.name()),
            Cell::text(assumed.join(" ")),
            assessment.last_actual.map_or(Cell::Empty, Cell::Year),
            Cell::text(assessment.rest.map_or("", Rest::name)),
        ]);
    }
    file(&rows, bom)
}
