//! A table being previewed: what was settled, and what is shown of it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::super::analysis::{Analysis, Asked};
use super::super::document::State;
use super::super::{Document, DocumentId};
use crate::file::{Failure, Grid, Sheets};
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::scenario::import::{CellContent, Options, Preview, look, look_at};
use crate::text::Message;

/// A previewed table. Choices apply at once; the preview ([`Self::seen`]) follows once the job `JobKey::Import` is
/// done.
pub struct Import {
    /// The document state it was read for.
    pub(super) state: State,
    /// What was settled, and what was last shown.
    pub(super) looks: Analysis<PreviewInputs, ()>,
    /// Aimed at a cell: goes there by itself if it raises no question.
    pub(super) is_aimed: bool,
    /// It was previewed before the program ended, and has changed since.
    pub(super) has_moved_on: bool,
    /// The hash of the file.
    pub(super) sha256: Option<String>,
    /// The file; `None` for pasted text.
    pub path: Option<PathBuf>,
    /// Its sheets.
    pub sheets: Arc<Sheets>,
    /// The sheet being previewed.
    pub chosen: usize,
    /// What was settled.
    pub options: Options,
    /// Other sheets with figures, if it is unclear which is meant.
    pub others: Vec<usize>,
    /// Hidden sheets and drafts with figures, read only if chosen.
    pub passed_over: Vec<usize>,
    /// What the user should know about the file.
    pub remark: Option<Message>,
    /// The preview.
    pub seen: PreviewedTable,
}

/// What a preview depends on, apart from the document.
#[derive(Clone, PartialEq)]
pub(in crate::session) struct PreviewInputs {
    sheet: usize,
    options: Options,
}

/// A preview with its counts and lists, which for a large table take a while too.
pub struct PreviewedTable {
    /// The sheet it is about.
    pub sheet: usize,
    /// What each cell would become, or why that is unclear.
    pub preview: Result<Preview, Failure>,
    /// Whether the sheet has hidden rows or columns.
    pub has_hidden: bool,
    /// How many columns the sheet has.
    pub width: usize,
    /// Positions of acceptable figures among the preview's cells.
    pub to_store: Vec<usize>,
    /// How many cells await an answer.
    pub waiting: usize,
    /// How many cells are left out with a reason.
    pub refused: usize,
    /// Refused cells; those of one row or column with the same reason are reported once, by the first of them.
    pub refusals: Vec<RefusedCell>,
}

impl PreviewedTable {
    /// Computes the preview again.
    pub(super) fn again(plan: &Plan, scenario: &Scenario, sheets: &Sheets, settled: &PreviewInputs) -> Self {
        let PreviewInputs { sheet, options } = settled;
        Self::new(sheets, *sheet, look_at(plan, scenario, sheets, *sheet, options))
    }

    fn new(sheets: &Sheets, sheet: usize, preview: Result<Preview, Failure>) -> Self {
        let cells = || {
            let found = preview.as_ref().into_iter();
            found.flat_map(|found| found.cells.iter().enumerate())
        };
        let to_store = cells().filter(|(_, cell)| matches!(cell.content, CellContent::Value { .. }));
        let waiting = cells().filter(|(_, cell)| matches!(cell.content, CellContent::Asked { .. }));
        let grid = &sheets.sheets[sheet].grid;
        Self {
            to_store: to_store.map(|(at, _)| at).collect(),
            waiting: waiting.count(),
            refusals: preview.as_ref().map(refusals).unwrap_or_default(),
            has_hidden: grid.has_hidden(),
            width: grid.width(),
            refused: preview.as_ref().map_or(0, Preview::refused),
            sheet,
            preview,
        }
    }
}

/// Why a cell is refused.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedCell {
    /// Its row, counted from 0.
    pub row: usize,
    /// Zero-based column.
    pub column: usize,
    /// Its content.
    pub found: String,
    /// What is wrong.
    pub what: Arc<Message>,
    /// Remedy.
    pub help: Arc<Message>,
}

/// The refusals of a preview, in the order of its cells.
fn refusals(preview: &Preview) -> Vec<RefusedCell> {
    let mut found: Vec<RefusedCell> = Vec::new();
    // The reason last reported for each line.
    let mut told: HashMap<usize, &Message> = HashMap::new();
    for cell in &preview.cells {
        let CellContent::Refused { what, help, .. } = &cell.content else {
            continue;
        };
        let line = if preview.is_turned { cell.column } else { cell.row };
        if told.get(&line) != Some(&&**what) {
            told.insert(line, what);
            found.push(RefusedCell {
                row: cell.row,
                column: cell.column,
                found: cell.raw.to_string(),
                what: Arc::clone(what),
                help: Arc::clone(help),
            });
        }
    }
    found
}

/// An incoming table, and what it is for.
pub(super) struct Incoming {
    pub state: State,
    pub path: Option<PathBuf>,
    /// Choices known beforehand: the cell it is aimed at.
    pub options: Options,
    /// The hash of the file.
    pub sha256: Option<String>,
    /// Set if it was previewed before.
    pub again: Option<RestoredTable>,
}

/// Choices made about a table before the program ended.
pub(super) struct RestoredTable {
    /// The hash of the file then.
    pub sha256: Option<String>,
    /// The sheet, if that was settled.
    pub sheet: Option<usize>,
    pub options: Options,
}

impl Incoming {
    pub(super) fn of(self, sha256: Option<String>) -> Self {
        Self { sha256, ..self }
    }
}

impl Import {
    /// Previews a table for the first time, or again after a restart.
    pub(super) fn new(plan: &Plan, scenario: &Scenario, incoming: Incoming, sheets: Sheets) -> Self {
        let Incoming {
            state,
            path,
            options,
            sha256,
            again,
        } = incoming;
        // If the file has changed, choices about lines and series were about another table.
        let has_moved_on = again.as_ref().is_some_and(|again| again.sha256 != sha256);
        let again = again.filter(|_| !has_moved_on);
        // Once shown, it does not go into the cells by itself.
        let is_aimed = options.anchor.is_some() && again.is_none();
        let sheet = again.as_ref().and_then(|again| again.sheet);
        let sheet = sheet.filter(|sheet| *sheet < sheets.sheets.len());
        let options = again.map_or(options, |again| again.options);
        let mut look = look(plan, scenario, &sheets, &options);
        if let Some(sheet) = sheet {
            look.others.clear();
            if sheet != look.sheet {
                look.preview = look_at(plan, scenario, &sheets, sheet, &options);
                look.sheet = sheet;
            }
        }
        let sheets = Arc::new(sheets);
        let mut import = Self {
            looks: Analysis::default(),
            is_aimed,
            has_moved_on,
            path,
            sha256,
            remark: sheets.remark(),
            chosen: look.sheet,
            options,
            others: look.others,
            passed_over: look.passed_over,
            seen: PreviewedTable::new(&sheets, look.sheet, look.preview),
            sheets,
            state: state.clone(),
        };
        let asked = Asked::in_state(state, import.settled());
        import.looks.ask(&asked);
        import.looks.answer(asked, ());
        import
    }

    /// The document it is for.
    pub(super) fn document(&self) -> DocumentId {
        self.state.document()
    }

    pub(super) fn settled(&self) -> PreviewInputs {
        PreviewInputs {
            sheet: self.chosen,
            options: self.options.clone(),
        }
    }

    /// Shows the result, if it matches the current choices.
    pub(super) fn show(&mut self, asked: Asked<PreviewInputs>, looked: PreviewedTable) {
        if self.looks.answer(asked, ()) {
            self.seen = looked;
        }
    }

    /// How many figures can be taken.
    #[must_use]
    pub const fn accepted(&self) -> usize {
        self.seen.to_store.len()
    }

    /// Whether there are choices to forget.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.options != self.options.for_another_sheet()
    }

    /// Whether a question must be answered before all figures can be taken.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.others.is_empty()
            || self
                .seen
                .preview
                .as_ref()
                .is_ok_and(|found| !found.questions.is_empty())
    }

    /// The cells the preview is about.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.sheets.sheets[self.seen.sheet].grid
    }

    /// Whether the preview matches the current choices and the document's current state.
    pub(super) fn is_current(&self, document: &Document) -> bool {
        self.looks.current(document).is_some()
    }

    /// Whether a paste aimed at a cell can go there without a question.
    pub(super) fn is_plain(&self) -> bool {
        self.accepted() > 0 && self.seen.refusals.is_empty() && !self.is_open()
    }
}
