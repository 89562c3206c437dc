//! Which sheet of a workbook has the figures.

use super::layout::is_own;
use super::names::Names;
use super::words::is_draft;
use super::{Options, Preview, preview, preview_with};
use crate::file::{Failure, Sheets};
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::text::Message;

/// A workbook that was looked at.
#[derive(Debug)]
pub struct Look {
    /// The sheet that is read, counted from 0.
    pub sheet: usize,
    /// What becomes of it, or why nobody can tell.
    pub preview: Result<Preview, Failure>,
    /// Others that have figures of the plan's indicators as well, hidden ones and drafts apart. Where there are some,
    /// it is a question which is meant.
    pub others: Vec<usize>,
    /// Hidden sheets and drafts with such figures, which are read only if they are chosen.
    pub passed_over: Vec<usize>,
}

/// Looks at every sheet for figures of the plan's indicators. In a workbook of the program's own, the sheet of actuals is
/// the one; otherwise the first that has some, with the others named.
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
    // A book may have very many sheets; the plan's names are made ready once for all of them.
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
    // Nobody knows what the other sheets have.
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

/// What becomes of one sheet.
///
/// # Errors
/// As [`preview`], and for a sheet of results in a workbook that the program wrote: what it has was worked out.
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

/// What is settled, and on which sheet. A text has no name of its own: that of its file says little of its figures.
fn on_sheet(sheets: &Sheets, sheet: usize, options: &Options) -> Options {
    Options {
        sheet: sheets.is_workbook().then(|| sheets.sheets[sheet].name.clone()),
        ..options.clone()
    }
}

/// Whether a table has figures of the plan's indicators, whatever becomes of them.
fn has_figures(preview: &Preview) -> bool {
    let mut lines = preview.lines.iter();
    lines.any(|line| line.indicator.is_some() && line.accepted + line.asked + line.refused > 0)
}

/// The sheet of actuals in a workbook that the program wrote.
fn own_sheet(sheets: &Sheets) -> Option<usize> {
    let is_workbook = sheets.is_workbook();
    let mut all = sheets.sheets.iter();
    all.position(|sheet| is_workbook && is_own(&sheet.grid))
}
