//! Which sheet of a workbook has the figures.

use super::words::is_draft;
use super::{Options, Preview, preview};
use crate::file::{Failure, Sheets};
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::text::{Language, say};

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

/// Looks at every sheet for figures of the plan's indicators. Of several, the program's own sheet of actuals is the one;
/// otherwise the first, with the others named.
#[must_use]
pub fn look(plan: &Plan, scenario: &Scenario, sheets: &Sheets, options: &Options) -> Look {
    let mut looked: Vec<(usize, Result<Preview, Failure>)> = Vec::new();
    let (mut others, mut passed_over) = (Vec::new(), Vec::new());
    for (n, sheet) in sheets.sheets.iter().enumerate() {
        let found = preview(plan, scenario, &sheet.grid, options);
        let has_figures = found.as_ref().is_ok_and(has_figures);
        if has_figures && (sheet.is_hidden || is_draft(&sheet.name)) && sheets.sheets.len() > 1 {
            passed_over.push(n);
        } else if has_figures {
            others.push(n);
        }
        looked.push((n, found));
    }
    let own = others.iter().copied().find(|n| is_own(&sheets.sheets[*n].name));
    if own.is_some() {
        others.clear();
    }
    let visible = |n: &usize| !sheets.sheets[*n].is_hidden;
    let sheet = own
        .or_else(|| others.first().copied())
        .or_else(|| (0..sheets.sheets.len()).find(visible))
        .unwrap_or(0);
    others.retain(|n| *n != sheet);
    let preview = match looked.into_iter().find(|(n, _)| *n == sheet) {
        Some((_, found)) => found,
        None => Ok(Preview::default()),
    };
    Look {
        sheet,
        preview,
        others,
        passed_over,
    }
}

/// Whether a table has figures of the plan's indicators, whatever becomes of them.
fn has_figures(preview: &Preview) -> bool {
    let mut lines = preview.lines.iter();
    lines.any(|line| line.indicator.is_some() && line.accepted + line.asked + line.refused > 0)
}

/// Whether a sheet is the one with actuals in a workbook that the program wrote.
fn is_own(name: &str) -> bool {
    Language::ALL
        .iter()
        .any(|language| say(*language, "sheet-actuals") == name)
}
