//! Tables that others made, looked at before their figures are taken over.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::finished::Finished;
use super::super::job_key::JobKey;
use super::super::jobs::Lane;
use super::super::{DocumentId, Screen, Session, TrackCommand, TrackPage};
use crate::file::{self, Failure, Grid, Sheet, Sheets};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::import::{Choice, Content, Kind, Options, Preview, look, look_at};
use crate::scenario::{ByIndicator, Scenario};
use crate::text::Message;

/// How the names of files of tables end, in lower case. Some cannot be read, and say why.
pub const TABLE_ENDINGS: [&str; 11] = [
    "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "fods", "htm", "html",
];

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
    /// Stop reading the file.
    CancelReading,
    /// Leave the scenario as it is.
    Discard,
}

/// A table that is looked at.
pub struct Import {
    /// For this document.
    document: DocumentId,
    /// Counts what was settled, and for which of these counts the preview is.
    settled: u64,
    shown: u64,
    /// The file, or nothing for what was pasted.
    pub path: Option<PathBuf>,
    /// Its sheets.
    pub sheets: Arc<Sheets>,
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
        document: DocumentId,
        (plan, scenario): (&Plan, &Scenario),
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
            document,
            settled: 0,
            shown: 0,
            path,
            remark: sheets.remark(),
            sheets: Arc::new(sheets),
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

    /// Whether the preview is of what was settled last. It is not while a newer one is worked out.
    #[must_use]
    pub const fn is_current(&self) -> bool {
        self.settled == self.shown
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
        // What is pasted into cells is read as these cells are shown.
        let usual = at.map(|_| self.kinds_of_rows()).unwrap_or_default();
        let document = self.document();
        let (id, plan) = (document.id(), document.shared_plan());
        let scenario = document.scenario().clone();
        let text = text.to_owned();
        let is_large = text.len() > MOST_AT_ONCE;
        let look = move || {
            let sheet = Sheet {
                name: String::new(),
                grid: file::pasted(&text)?,
                is_hidden: false,
            };
            let sheets = Sheets {
                sheets: vec![sheet],
                has_macros: false,
            };
            Ok(Import::new(id, (&plan, &scenario), (None, sheets), at, usual))
        };
        if is_large {
            return self.jobs.start(JobKey::ReadTable(id), Lane::Computing, move |_| {
                Some(Finished::Table(Box::new(ReadTable(look()))))
            });
        }
        let import = match look() {
            Ok(import) => import,
            Err(failure) => return self.notices.failed(failure),
        };
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
        self.jobs.start(JobKey::ReadTable(id), Lane::Files, move |watch| {
            let read = file::read_sheets_watched(&path, watch).transpose()?;
            let import = read.map(|sheets| {
                let from = (Some(path), sheets);
                Import::new(id, (&plan, &scenario), from, None, ByIndicator::default())
            });
            Some(Finished::Table(Box::new(ReadTable(import))))
        });
    }

    /// A file of tables was read, for an open document.
    pub(in crate::session) fn table_read(&mut self, ReadTable(read): ReadTable) {
        match read {
            Ok(import) => {
                self.documents.show(import.document);
                self.entering.import = Some(import);
            }
            Err(failure) => self.notices.failed(failure),
        }
    }

    pub(super) fn on_import(&mut self, command: ImportCommand) {
        if command == ImportCommand::CancelReading {
            let id = self.document().id();
            return self.jobs.cancel(&JobKey::ReadTable(id));
        }
        let Some(import) = &mut self.entering.import else {
            return;
        };
        match command {
            ImportCommand::ChooseSheet(sheet) if sheet < import.sheets.sheets.len() => {
                import.chosen = sheet;
                import.others.clear();
                // What was settled about rows and columns was about those of the other sheet.
                import.options = import.options.for_another_sheet();
            }
            ImportCommand::ChooseSheet(_) | ImportCommand::CancelReading => return,
            ImportCommand::Answer(choice) => import.options.settle(choice),
            ImportCommand::StartOver => import.options = import.options.for_another_sheet(),
            ImportCommand::TakeHidden(takes) => import.options.takes_hidden = takes,
            ImportCommand::Anchor(ix, year) => import.options.anchor = Some((ix, year)),
            ImportCommand::TakeOver => return self.take_import(),
            ImportCommand::Discard => {
                self.jobs.cancel(&JobKey::Import(import.document));
                self.entering.import = None;
                return;
            }
        }
        self.look_again();
    }

    /// Has the table looked at under what was settled last: at once if it is small, else on another thread.
    fn look_again(&mut self) {
        let Some(import) = &mut self.entering.import else {
            return;
        };
        let Some(document) = self.documents.get(import.document) else {
            self.entering.import = None;
            return;
        };
        import.settled += 1;
        let settled = import.settled;
        let (sheets, sheet) = (Arc::clone(&import.sheets), import.chosen);
        let options = import.options.clone();
        let is_small = import.grid().height().saturating_mul(import.grid().width()) <= MOST_CELLS_AT_ONCE;
        let (id, plan) = (document.id(), document.shared_plan());
        let scenario = document.scenario().clone();
        let look = move || Looked {
            settled,
            preview: look_at(&plan, &scenario, &sheets, sheet, &options),
        };
        if is_small {
            return self.looked_at_import(look());
        }
        self.jobs.start(JobKey::Import(id), Lane::Computing, move |_| {
            Some(Finished::Import(Box::new(look())))
        });
    }

    /// A preview was made. One of what was settled earlier comes too late.
    pub(in crate::session) fn looked_at_import(&mut self, looked: Looked) {
        if let Some(import) = &mut self.entering.import
            && import.settled == looked.settled
        {
            import.shown = looked.settled;
            import.show(looked.preview);
        }
    }

    /// Takes over what is shown, and nothing else.
    fn take_import(&mut self) {
        let is_shown = |import: &mut Import| import.is_current();
        let Some(import) = self.entering.import.take_if(is_shown) else {
            return;
        };
        if let (Ok(found), true) = (&import.preview, import.document == self.document().id()) {
            self.take_over(found);
        }
    }
}

/// Text and cells of a table beyond these are looked at on another thread: it takes longer than a frame.
const MOST_AT_ONCE: usize = 20_000;
const MOST_CELLS_AT_ONCE: usize = 2_000;

/// A table that was read and looked at for the first time.
pub(in crate::session) struct ReadTable(Result<Import, Failure>);

/// What becomes of a table under what was settled at some time.
pub(in crate::session) struct Looked {
    settled: u64,
    preview: Result<Preview, Failure>,
}
