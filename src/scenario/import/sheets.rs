//! Choosing the sheet of a workbook.

use super::layout::is_own;
use super::names::Names;
use super::words::is_draft;
use super::{Options, Preview, preview, preview_with};
use crate::file::{Failure, Sheets};
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::text::Message;

/// The result of scanning a workbook.
#[derive(Debug)]
pub struct Look {
    /// Zero-based sheet that is read.
    pub sheet: usize,
    /// Its preview, or why there is none.
    pub preview: Result<Preview, Failure>,
    /// Other visible, final sheets with figures for the plan's indicators. If there are any, the choice is a question.
    pub others: Vec<usize>,
    /// Hidden sheets and drafts with such figures, read only if selected.
    pub passed_over: Vec<usize>,
}

/// Scans every sheet for the plan's indicators. Workbooks written by this program have a sheet of actuals; otherwise
/// the first match is read and the others listed.
#[must_use]
pub fn look(plan: &Plan, scenario: &Scenario, sheets: &Sheets, options: &Options) -> Look {
    if let Some(own) = own_sheet(sheets) {
        return Look {
            sheet: own,
            preview: preview(plan, scenario, &sheets.sheets[own].grid, options),
            others: Vec::new(),
            passed_over: Vec::new(),
        };
    }
    // The plan's names are prepared once for all sheets.
    let names = Names::new(plan);
    let mut looked: Vec<Result<Preview, Failure>> = Vec::new();
    let (mut others, mut passed_over) = (Vec::new(), Vec::new());
    for (n, sheet) in sheets.sheets.iter().enumerate() {
        let found = preview_with(&names, scenario, &sheet.grid, &on_sheet(sheets, n, options));
        let has_figures = found.as_ref().is_ok_and(has_figures);
        if has_figures && (sheet.is_hidden || is_draft(&sheet.name)) && sheets.sheets.len() > 1 {
            passed_over.push(n);
        } else if has_figures {
            others.push(n);
        }
        let is_overrun = names.overrun().is_some();
        looked.push(found);
        if is_overrun {
            break;
        }
    }
    // The other sheets were not read.
    if let (Some(overrun), true) = (names.overrun(), sheets.sheets.len() > 1) {
        return Look {
            sheet: 0,
            preview: Err(overrun),
            others: Vec::new(),
            passed_over: Vec::new(),
        };
    }
    let visible = |n: &usize| !sheets.sheets[*n].is_hidden;
    let sheet = others
        .first()
        .copied()
        .or_else(|| (0..sheets.sheets.len()).find(visible))
        .unwrap_or(0);
    others.retain(|n| *n != sheet);
    Look {
        sheet,
        preview: looked
            .into_iter()
            .nth(sheet)
            .unwrap_or_else(|| Ok(Preview::default())),
        others,
        passed_over,
    }
}

/// Previews one sheet.
///
/// # Errors
/// As [`preview`], and for result sheets of this program's workbooks.
pub fn look_at(
    plan: &Plan,
    scenario: &Scenario,
    sheets: &Sheets,
    sheet: usize,
    options: &Options,
) -> Result<Preview, Failure> {
    match own_sheet(sheets) {
        Some(own) if own != sheet => Err(Failure::Other {
            what: Message::new("import-results").with("name", sheets.sheets[sheet].name.as_str()),
            help: Some(Message::new("import-results-help").with("name", sheets.sheets[own].name.as_str())),
        }),
        _ => preview(
            plan,
            scenario,
            &sheets.sheets[sheet].grid,
            &on_sheet(sheets, sheet, options),
        ),
    }
}

/// The options for a sheet. Plain text has no sheet name.
fn on_sheet(sheets: &Sheets, sheet: usize, options: &Options) -> Options {
    Options {
        sheet: sheets.is_workbook().then(|| sheets.sheets[sheet].name.clone()),
        ..options.clone()
    }
}

/// Whether a table has figures for the plan's indicators, accepted or not.
fn has_figures(preview: &Preview) -> bool {
    let mut lines = preview.lines.iter();
    lines.any(|line| line.indicator.is_some() && line.accepted + line.asked + line.refused > 0)
}

/// The sheet of actuals in a workbook written by this program.
fn own_sheet(sheets: &Sheets) -> Option<usize> {
    let is_workbook = sheets.is_workbook();
    let mut all = sheets.sheets.iter();
    all.position(|sheet| is_workbook && is_own(&sheet.grid))
}
