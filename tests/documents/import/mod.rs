//! Importing actuals: what each cell of a pasted table, a CSV file or a workbook becomes.

mod cells;
mod command;
mod command_refused;
mod exports;
mod files;
mod files_limits;
mod files_of_cases;
mod files_of_old_workbooks;
mod files_of_pages;
mod files_of_text;
mod files_of_workbooks;
mod kinds;
mod layout;
mod settled;
mod typed;

use std::path::Path;
use std::sync::Arc;

use planpath::file::{Grid, pasted};
use planpath::plan::{IndicatorIx, Plan};
use planpath::scenario::import::{CellContent, Options, Preview, preview};
use planpath::scenario::{Actual, EXAMPLES, Scenario, read_text};

pub(crate) fn example(id: &str) -> (Arc<Plan>, Scenario) {
    let example = EXAMPLES.iter().find(|example| example.id == id).unwrap();
    let loaded = read_text(id, example.text, Path::new("")).unwrap();
    (loaded.plan, loaded.scenario)
}

pub(crate) fn start() -> (Arc<Plan>, Scenario) {
    example("plan-on-schedule")
}

/// The file of a case.
pub(crate) fn case(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/documents/import/cases")
        .join(name)
}

/// The cells of a grid as displayed, one row per line, separated by bars.
pub(crate) fn shown(grid: &Grid) -> Vec<String> {
    (0..grid.height())
        .map(|row| {
            let cells: Vec<_> = (0..grid.width())
                .map(|column| grid.get(row, column).written())
                .collect();
            cells.join("|").trim_end_matches('|').to_owned()
        })
        .collect()
}

pub(crate) fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

pub(crate) fn of_text(text: &str) -> Preview {
    let (plan, scenario) = start();
    preview(&plan, &scenario, &pasted(text).unwrap(), &Options::default())
        .unwrap_or_else(|failure| panic!("{failure}"))
}

/// The accepted figures as (id, year, figure).
pub(crate) fn accepted(preview: &Preview) -> Vec<(String, i32, Actual)> {
    let (plan, _) = start();
    preview
        .accepted()
        .map(|(ix, entry)| (plan.get(ix).id.clone(), entry.year, entry.figure))
        .collect()
}

/// The message id of what is wrong with a cell.
#[track_caller]
pub(crate) fn reason(preview: &Preview, row: usize, column: usize) -> &'static str {
    let cell = preview
        .cells
        .iter()
        .find(|cell| (cell.row, cell.column) == (row, column));
    match &cell.expect("a cell").content {
        CellContent::Refused { what, .. } => what.id(),
        other => panic!("{other:?}"),
    }
}

pub(crate) fn level(id: &str, year: i32, value: f64) -> (String, i32, Actual) {
    (id.to_owned(), year, Actual::Level(value))
}

pub(crate) fn steel() -> Vec<(String, i32, Actual)> {
    [(2011, 49.2), (2012, 45.9), (2013, 39.4)]
        .map(|(year, value)| level("steel-cr10", year, value))
        .to_vec()
}
