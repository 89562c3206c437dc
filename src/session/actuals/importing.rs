//! Tables that others made, looked at before their figures are taken over.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::jobs::Finished;
use super::super::{DocumentId, Screen, Session, TrackCommand, TrackPage};
use crate::file::{self, Failure, Grid, Sheet, Sheets};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::import::{Choice, Content, Kind, Options, Preview, look, look_at};
use crate::scenario::{ByIndicator, Scenario};
use crate::text::Message;

/// How the names of files of tables end, in lower case.
pub const TABLE_ENDINGS: [&str; 8] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods"];

/// Whether a file is one of tables, by its name.
pub(in crate::session) fn is_table(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| TABLE_ENDINGS.contains(&ending.as_str()))
}

/// What can be settled about a table that is looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportCommand {
    /// Look at this sheet, counted from 0.
    ChooseSheet(usize),
    /// Settle what the table leaves open, or what a person wants read otherwise.
    Answer(Choice),
    /// Take hidden rows and columns too, or do not.
    TakeHidden(bool),
    /// The indicator and year of the first figure, for a table that does not name them.
    Anchor(IndicatorIx, i32),
    /// Forget what was settled about the sheet.
    StartOver,
    /// Take over what can be taken.
    TakeOver,
    /// Leave the scenario as it is.
    Discard,
}

/// A table that is looked at.
pub struct Import {
    /// The file, or nothing for what was pasted.
    pub path: Option<PathBuf>,
    /// Its sheets.
    pub sheets: Sheets,
    /// The sheet that is looked at.
    pub chosen: usize,
    /// What was settled.
    pub options: Options,
    /// What each cell would become, or why nobody can tell.
    pub preview: Result<Preview, Failure>,
    /// Others that have figures too, where it is a question which is meant.
    pub others: Vec<usize>,
    /// Hidden sheets and drafts with figures, which are read only if they are chosen.
    pub passed_over: Vec<usize>,
    /// Whether the sheet has hidden rows or columns.
    pub has_hidden: bool,
    /// How many figures can be taken.
    pub accepted: usize,
    /// Their places among the preview's cells.
    pub to_store: Vec<usize>,
    /// How many wait for an answer.
    pub waiting: usize,
    /// What cannot be taken; cells of one row or column that share a reason are told once, by the first of them.
    pub refusals: Vec<Refusal>,
    /// What a person should know about the file.
    pub remark: Option<Message>,
}

/// Why a cell cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Its row, counted from 0.
    pub row: usize,
    /// Its column, counted from 0.
    pub column: usize,
    /// What stands in it.
    pub found: String,
    /// What is wrong.
    pub what: Arc<Message>,
    /// What to do about it.
    pub help: Arc<Message>,
}

/// The refusals of a preview, in the order of its cells.
fn refusals(preview: &Preview) -> Vec<Refusal> {
    let mut found: Vec<Refusal> = Vec::new();
    // The reason last told for each line.
    let mut told: HashMap<usize, &Message> = HashMap::new();
    for cell in &preview.cells {
        let Content::Refused { what, help, .. } = &cell.content else {
            continue;
        };
        let line = if preview.is_turned { cell.column } else { cell.row };
        if told.get(&line) != Some(&&**what) {
            told.insert(line, what);
            found.push(Refusal {
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

impl Import {
    /// A table that is looked at for the first time. `usual` is as what figures are read where nothing says so.
    fn new(
        plan: &Plan,
        scenario: &Scenario,
        (path, sheets): (Option<PathBuf>, Sheets),
        anchor: Option<(IndicatorIx, i32)>,
        usual: ByIndicator<Kind>,
    ) -> Self {
        let options = Options {
            anchor,
            usual,
            ..Options::default()
        };
        let look = look(plan, scenario, &sheets, &options);
        let mut import = Self {
            path,
            remark: sheets.remark(),
            sheets,
            chosen: look.sheet,
            options,
            preview: Ok(Preview::default()),
            others: look.others,
            passed_over: look.passed_over,
            has_hidden: false,
            accepted: 0,
            to_store: Vec::new(),
            waiting: 0,
            refusals: Vec::new(),
        };
        import.show(look.preview);
        import
    }

    fn look_again(&mut self, plan: &Plan, scenario: &Scenario) {
        let found = look_at(plan, scenario, &self.sheets, self.chosen, &self.options);
        self.show(found);
    }

    fn show(&mut self, found: Result<Preview, Failure>) {
        let cells = || {
            found
                .as_ref()
                .into_iter()
                .flat_map(|found| found.cells.iter().enumerate())
        };
        let to_store = cells().filter(|(_, cell)| matches!(cell.content, Content::Value { .. }));
        self.to_store = to_store.map(|(at, _)| at).collect();
        self.accepted = self.to_store.len();
        self.waiting = cells()
            .filter(|(_, cell)| matches!(cell.content, Content::Asked { .. }))
            .count();
        self.refusals = found.as_ref().map(refusals).unwrap_or_default();
        self.has_hidden = self.grid().has_hidden();
        self.preview = found;
    }

    /// Whether anything was settled that can be forgotten.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.options != self.options.for_another_sheet()
    }

    /// Whether something has to be answered before all figures can be taken.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.others.is_empty()
            || self
                .preview
                .as_ref()
                .is_ok_and(|found| !found.questions.is_empty())
    }

    /// The cells that are looked at.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.sheets.sheets[self.chosen].grid
    }
}

impl Session {
    pub(super) fn paste(&mut self, text: &str, at: Option<(IndicatorIx, i32)>) {
        let grid = match file::pasted(text) {
            Ok(grid) => grid,
            Err(failure) => return self.notices.failed(failure),
        };
        let sheets = Sheets {
            sheets: vec![Sheet {
                name: String::new(),
                grid,
                is_hidden: false,
            }],
            has_macros: false,
        };
        // What is pasted into cells is read as these cells are shown.
        let usual = at.map(|_| self.kinds_of_rows()).unwrap_or_default();
        let document = self.document();
        let import = Import::new(document.plan(), document.scenario(), (None, sheets), at, usual);
        // What was aimed at a cell and raises no question goes where it was aimed; undo takes it back.
        let is_plain = at.is_some() && import.accepted > 0 && import.refusals.is_empty() && !import.is_open();
        self.entering.import = Some(import);
        if is_plain {
            self.take_import();
        }
    }

    fn kinds_of_rows(&self) -> ByIndicator<Kind> {
        let mut kinds = ByIndicator::default();
        for (ix, _) in self.document().plan().iter() {
            kinds.set(ix, self.actual_kind(ix));
        }
        kinds
    }

    /// Reads a file of tables and looks at it, all on another thread: a large one takes a while.
    pub(in crate::session) fn import_file(&mut self, path: PathBuf) {
        self.path_prompt = None;
        self.view.screen = Screen::Track;
        self.on_track(TrackCommand::ShowPage(TrackPage::Actuals));
        let document = self.document();
        let (id, plan, scenario) = (document.id(), document.shared_plan(), document.scenario().clone());
        self.jobs.start(move || {
            let looked_at = file::read_sheets(&path).map(|sheets| {
                let from = (Some(path), sheets);
                Box::new(Import::new(&plan, &scenario, from, None, ByIndicator::default()))
            });
            Finished::Tables {
                document: id,
                result: looked_at,
            }
        });
    }

    /// A file of tables was read, for this document.
    pub(in crate::session) fn tables_read(&mut self, id: DocumentId, result: Result<Box<Import>, Failure>) {
        match result {
            // A document that was closed meanwhile has no use for figures.
            Ok(_) if self.documents.get(id).is_none() => {}
            Ok(import) => {
                self.documents.show(id);
                self.entering.import = Some(*import);
            }
            Err(failure) => self.notices.failed(failure),
        }
    }

    pub(super) fn on_import(&mut self, command: ImportCommand) {
        let Some(mut import) = self.entering.import.take() else {
            return;
        };
        match command {
            ImportCommand::ChooseSheet(sheet) if sheet < import.sheets.sheets.len() => {
                import.chosen = sheet;
                import.others.clear();
                // What was settled about rows and columns was about those of the other sheet.
                import.options = import.options.for_another_sheet();
            }
            ImportCommand::ChooseSheet(_) => {}
            ImportCommand::Answer(choice) => import.options.settle(choice),
            ImportCommand::StartOver => import.options = import.options.for_another_sheet(),
            ImportCommand::TakeHidden(takes) => import.options.takes_hidden = takes,
            ImportCommand::Anchor(ix, year) => import.options.anchor = Some((ix, year)),
            ImportCommand::TakeOver => {
                self.entering.import = Some(import);
                return self.take_import();
            }
            ImportCommand::Discard => return,
        }
        let document = self.document();
        import.look_again(document.plan(), document.scenario());
        self.entering.import = Some(import);
    }

    fn take_import(&mut self) {
        if let Some(Import {
            preview: Ok(found), ..
        }) = self.entering.import.take()
        {
            self.take_over(&found);
        }
    }
}
