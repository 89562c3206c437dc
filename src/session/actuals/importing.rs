//! Tables that others made, looked at before their figures are taken over.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::analysis::{Analysis, Asked};
use super::super::document::State;
use super::super::job_key::JobKey;
use super::super::jobs::Lane;
use super::super::{DocumentId, Screen, Session, TrackCommand, TrackPage};
use crate::file::{self, Failure, Grid, Sheet, Sheets, Watch};
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

/// A table that is looked at. What was settled holds at once; what is shown of it, from [`Self::preview`] on, follows once
/// it was worked out ([`JobKey::Import`]).
pub struct Import {
    /// The state of the document that it was read for.
    state: State,
    /// What was settled, and what was last shown.
    looks: Analysis<Settled, ()>,
    /// It was aimed at a cell and goes there by itself if it raises no question.
    is_aimed: bool,
    /// The file, or nothing for what was pasted.
    pub path: Option<PathBuf>,
    /// Its sheets.
    pub sheets: Arc<Sheets>,
    /// The sheet that is looked at.
    pub chosen: usize,
    /// What was settled.
    pub options: Options,
    /// Others that have figures too, where it is a question which is meant.
    pub others: Vec<usize>,
    /// Hidden sheets and drafts with figures, which are read only if they are chosen.
    pub passed_over: Vec<usize>,
    /// What a person should know about the file.
    pub remark: Option<Message>,
    /// The sheet that the preview is about.
    shown: usize,
    /// What each cell would become, or why nobody can tell.
    pub preview: Result<Preview, Failure>,
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
}

/// What a preview depends on, the document apart.
#[derive(Clone, PartialEq)]
pub(in crate::session) struct Settled {
    sheet: usize,
    options: Options,
}

/// A preview with what is counted and listed of it, which for a large table takes a while as well.
pub(in crate::session) struct Looked {
    sheet: usize,
    preview: Result<Preview, Failure>,
    has_hidden: bool,
    to_store: Vec<usize>,
    waiting: usize,
    refusals: Vec<Refusal>,
}

impl Looked {
    fn new(sheets: &Sheets, sheet: usize, preview: Result<Preview, Failure>) -> Self {
        let cells = || {
            let found = preview.as_ref().into_iter();
            found.flat_map(|found| found.cells.iter().enumerate())
        };
        let to_store = cells().filter(|(_, cell)| matches!(cell.content, Content::Value { .. }));
        let waiting = cells().filter(|(_, cell)| matches!(cell.content, Content::Asked { .. }));
        Self {
            to_store: to_store.map(|(at, _)| at).collect(),
            waiting: waiting.count(),
            refusals: preview.as_ref().map(refusals).unwrap_or_default(),
            has_hidden: sheets.sheets[sheet].grid.has_hidden(),
            sheet,
            preview,
        }
    }
}

/// What jobs with tables bring.
pub(in crate::session) enum ImportEvent {
    /// A table was read and looked at for the first time.
    Read(Result<Box<Import>, Failure>),
    /// It was looked at again.
    Looked(Asked<Settled>, Box<Looked>),
}

/// A table that is being read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading<'a> {
    /// The job, to be cancelled.
    pub document: DocumentId,
    /// The file, or nothing for what was pasted.
    pub path: Option<&'a Path>,
    /// The part that is done, from 0 to 1, where that is known.
    pub progress: Option<f64>,
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

/// A table as it comes in, and what it is for.
struct Incoming {
    state: State,
    path: Option<PathBuf>,
    /// The cell that it is aimed at.
    anchor: Option<(IndicatorIx, i32)>,
    /// As what figures are read where nothing says so.
    usual: ByIndicator<Kind>,
}

impl Import {
    /// A table that is looked at for the first time.
    fn new(plan: &Plan, scenario: &Scenario, incoming: Incoming, sheets: Sheets) -> Self {
        let options = Options {
            anchor: incoming.anchor,
            usual: incoming.usual,
            ..Options::default()
        };
        let look = look(plan, scenario, &sheets, &options);
        let mut import = Self {
            looks: Analysis::default(),
            is_aimed: incoming.anchor.is_some(),
            path: incoming.path,
            remark: sheets.remark(),
            sheets: Arc::new(sheets),
            chosen: look.sheet,
            options,
            others: look.others,
            passed_over: look.passed_over,
            shown: look.sheet,
            preview: Ok(Preview::default()),
            has_hidden: false,
            accepted: 0,
            to_store: Vec::new(),
            waiting: 0,
            refusals: Vec::new(),
            state: incoming.state.clone(),
        };
        let asked = Asked::in_state(incoming.state, import.settled());
        let looked = Looked::new(&import.sheets, look.sheet, look.preview);
        import.looks.ask(&asked);
        import.show(asked, looked);
        import
    }

    fn settled(&self) -> Settled {
        Settled {
            sheet: self.chosen,
            options: self.options.clone(),
        }
    }

    /// Shows what was found, if it is about what is settled now.
    fn show(&mut self, asked: Asked<Settled>, looked: Looked) {
        if !self.looks.answer(asked, ()) {
            return;
        }
        self.shown = looked.sheet;
        self.preview = looked.preview;
        self.has_hidden = looked.has_hidden;
        self.accepted = looked.to_store.len();
        self.to_store = looked.to_store;
        self.waiting = looked.waiting;
        self.refusals = looked.refusals;
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

    /// The cells that the preview is about.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.sheets.sheets[self.shown].grid
    }

    /// Whether what was aimed at a cell can go there without a question.
    fn is_plain(&self) -> bool {
        self.accepted > 0 && self.refusals.is_empty() && !self.is_open()
    }
}

impl Session {
    /// The table that is looked at before it is taken over into the document in front.
    #[must_use]
    pub fn import(&self) -> Option<&Import> {
        let import = self.entering.import.as_ref()?;
        (!import.is_aimed && import.state.is_of(self.document())).then_some(import)
    }

    /// Whether the preview is one of what is settled now and of the document as it is now. Only then can it be taken over:
    /// nothing is stored that was not shown.
    #[must_use]
    pub fn is_import_current(&self) -> bool {
        let import = self.entering.import.as_ref();
        import.is_some_and(|import| import.looks.current(self.document()).is_some())
    }

    /// The table that is being read for the document in front.
    #[must_use]
    pub fn reading(&self) -> Option<Reading<'_>> {
        let document = self.document().id();
        let (of, path) = self.entering.reading.as_ref()?;
        let job = self.job(&JobKey::ReadTable(document))?;
        (*of == document).then_some(Reading {
            document,
            path: path.as_deref(),
            progress: job.progress,
        })
    }

    pub(super) fn paste(&mut self, text: String, at: Option<(IndicatorIx, i32)>) {
        // What is pasted into cells is read as these cells are shown.
        let usual = at.map(|_| self.kinds_of_rows()).unwrap_or_default();
        self.read_table(None, at, usual, move |_| {
            let grid = file::pasted(&text)?;
            Ok(Some(Sheets {
                sheets: vec![Sheet {
                    name: String::new(),
                    grid,
                    is_hidden: false,
                }],
                has_macros: false,
            }))
        });
    }

    fn kinds_of_rows(&self) -> ByIndicator<Kind> {
        let mut kinds = ByIndicator::default();
        for (ix, _) in self.document().plan().iter() {
            kinds.set(ix, self.actual_kind(ix));
        }
        kinds
    }

    pub(in crate::session) fn import_file(&mut self, path: PathBuf) {
        self.path_prompt = None;
        self.view.screen = Screen::Track;
        self.on_track(TrackCommand::ShowPage(TrackPage::Actuals));
        let of = Some(path.clone());
        self.read_table(of, None, ByIndicator::default(), move |watch| {
            file::read_sheets_watched(&path, watch)
        });
    }

    /// Reads a table for the document in front and looks at it, all on another thread: a large one takes a while.
    fn read_table(
        &mut self,
        path: Option<PathBuf>,
        anchor: Option<(IndicatorIx, i32)>,
        usual: ByIndicator<Kind>,
        read: impl FnOnce(&Watch) -> Result<Option<Sheets>, Failure> + Send + 'static,
    ) {
        let document = self.document();
        let (id, plan, scenario) = (document.id(), document.shared_plan(), document.scenario().clone());
        let incoming = Incoming {
            state: State::of(document),
            path: path.clone(),
            anchor,
            usual,
        };
        let lane = if path.is_some() {
            Lane::Files
        } else {
            Lane::Computing
        };
        self.entering.reading = Some((id, path));
        self.jobs.start(JobKey::ReadTable(id), lane, move |watch| {
            let sheets = match read(watch) {
                Ok(sheets) => sheets.filter(|_| !watch.is_cancelled())?,
                Err(failure) => return Some(ImportEvent::Read(Err(failure))),
            };
            let import = Import::new(&plan, &scenario, incoming, sheets);
            Some(ImportEvent::Read(Ok(Box::new(import))))
        });
    }

    pub(in crate::session) fn on_import_event(&mut self, event: ImportEvent) {
        match event {
            ImportEvent::Read(Ok(import)) => {
                self.documents.show(import.state.document());
                self.entering.import = Some(*import);
            }
            ImportEvent::Read(Err(failure)) => self.notices.failed(failure),
            ImportEvent::Looked(asked, looked) => {
                if let Some(import) = &mut self.entering.import {
                    import.show(asked, *looked);
                }
            }
        }
        self.take_aimed();
    }

    /// What was aimed at a cell and raises no question goes where it was aimed; undo takes it back. Anything else is shown.
    fn take_aimed(&mut self) {
        if !self.is_import_current() {
            return;
        }
        let Some(import) = self.entering.import.as_mut().filter(|import| import.is_aimed) else {
            return;
        };
        import.is_aimed = false;
        if import.is_plain() {
            self.take_import();
        }
    }

    /// Has the table looked at again, unless it is or was, as it is settled and for the document as it is now.
    pub(in crate::session) fn refresh_import(&mut self) {
        let Some(import) = &mut self.entering.import else {
            return;
        };
        let id = import.state.document();
        // What was settled is in terms of the plan that it was read for.
        let document = self
            .documents
            .get(id)
            .filter(|document| import.state.is_of(document));
        let Some(document) = document else {
            self.entering.import = None;
            return;
        };
        let settled = import.settled();
        let asked = Asked::new(document, settled.clone());
        if !import.looks.ask(&asked) {
            return;
        }
        let (plan, scenario) = (document.shared_plan(), document.scenario().clone());
        let sheets = Arc::clone(&import.sheets);
        self.jobs
            .start(JobKey::Import(id), Lane::Computing, move |watch| {
                let Settled { sheet, options } = settled;
                let preview = look_at(&plan, &scenario, &sheets, sheet, &options);
                let looked = (!watch.is_cancelled()).then(|| Looked::new(&sheets, sheet, preview))?;
                Some(ImportEvent::Looked(asked, Box::new(looked)))
            });
    }

    pub(super) fn on_import(&mut self, command: ImportCommand) {
        if self.import().is_none() {
            return;
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
            ImportCommand::ChooseSheet(_) => {}
            // What is still shown is another sheet, and the answer is one about that.
            ImportCommand::Answer(_) | ImportCommand::TakeHidden(_) if import.shown != import.chosen => {}
            ImportCommand::Answer(choice) => import.options.settle(choice),
            ImportCommand::StartOver => import.options = import.options.for_another_sheet(),
            ImportCommand::TakeHidden(takes) => import.options.takes_hidden = takes,
            ImportCommand::Anchor(ix, year) => import.options.anchor = Some((ix, year)),
            ImportCommand::TakeOver => self.take_import(),
            ImportCommand::Discard => self.put_away_import(),
        }
    }

    fn put_away_import(&mut self) {
        self.entering.import = None;
        self.jobs.cancel_where(|key| matches!(key, JobKey::Import(_)));
    }

    fn take_import(&mut self) {
        if !self.is_import_current() {
            return;
        }
        if let Some(Import {
            preview: Ok(found), ..
        }) = self.entering.import.take()
        {
            self.take_over(&found);
        }
    }
}
