//! Importing tables: previewed before their figures are taken over.

use std::path::Path;
use std::sync::Arc;

use super::super::analysis::Asked;
use super::super::document::State;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::recovery::{OpenTable, TableSource};
use super::super::{DocumentId, Session};
use super::table::{Import, Incoming, PreviewInputs, PreviewedTable, RestoredTable};
use crate::file::{self, Failure, Sheet, Sheets, WorkMonitor};
use crate::plan::IndicatorIx;
use crate::scenario::ByIndicator;
use crate::scenario::import::{Choice, FigureKind, Options};
use crate::text::Message;

/// Lower-case extensions of table files. Some cannot be read, and say why.
pub const TABLE_ENDINGS: [&str; 11] = [
    "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "fods", "htm", "html",
];

/// Whether a file name is that of a table.
pub(in crate::session) fn is_table(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| TABLE_ENDINGS.contains(&ending.as_str()))
}

/// What the user can decide about a previewed table.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportCommand {
    /// Preview this sheet, counted from 0.
    ChooseSheet(usize),
    /// Settle what the table leaves open, or override how it was read.
    Answer(Choice),
    /// Whether to include hidden rows and columns.
    TakeHidden(bool),
    /// The indicator and year of the first figure, for a table that does not name them.
    Anchor(IndicatorIx, i32),
    /// Forget everything settled about the sheet.
    StartOver,
    /// Take over whatever can be taken.
    TakeOver,
    /// Leave the scenario as it is.
    Discard,
}

/// Results of table jobs.
pub(in crate::session) enum ImportEvent {
    /// A table was read and previewed for the first time.
    Read(Result<Box<Import>, Failure>),
    /// A table was previewed again.
    Previewed(Box<(Asked<PreviewInputs>, PreviewedTable)>),
}

/// A table that is being read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TableReading<'a> {
    /// Identifies the job to cancel.
    pub document: DocumentId,
    /// The file; `None` for pasted text.
    pub path: Option<&'a Path>,
    /// The fraction done, from 0 to 1, if known.
    pub progress: Option<f64>,
}

impl Session {
    /// The table being previewed for the document in front.
    #[must_use]
    pub fn import(&self) -> Option<&Import> {
        let import = self.entering.import.as_ref()?;
        (!import.is_aimed && import.state.is_of(self.document())).then_some(import)
    }

    /// Whether the preview matches the current choices and the document's current state. Only then can it be taken
    /// over: nothing is stored that was not shown.
    #[must_use]
    pub fn is_import_current(&self) -> bool {
        let import = self.entering.import.as_ref();
        import.is_some_and(|import| import.is_current(self.document()))
    }

    /// The table being read for the document in front.
    #[must_use]
    pub fn reading(&self) -> Option<TableReading<'_>> {
        let document = self.document().id();
        let (of, path) = self.entering.reading.as_ref()?;
        let job = self.job(&JobKey::ReadTable(document))?;
        (*of == document).then_some(TableReading {
            document,
            path: path.as_deref(),
            progress: job.progress,
        })
    }

    fn kinds_of_rows(&self) -> ByIndicator<FigureKind> {
        let mut kinds = ByIndicator::default();
        for (ix, _) in self.document().plan().iter() {
            kinds.set(ix, self.actual_kind(ix));
        }
        kinds
    }

    /// Reads a table for the document in front and previews it, all on another thread, as a large one takes a while.
    pub(super) fn read_table(&mut self, table: OpenTable) {
        let document = self.document();
        let (id, plan, scenario) = (document.id(), document.shared_plan(), document.scenario().clone());
        let incoming = self.incoming(&table);
        let table = Arc::new(table);
        let (lane, path) = match &table.source {
            TableSource::Pasted(_) => (JobLane::Computing, None),
            TableSource::File(path) => (JobLane::Files, Some(path.clone())),
        };
        self.entering.reading = Some((id, path));
        self.entering.tables.reads(id, Arc::clone(&table));
        self.jobs.start(JobKey::ReadTable(id), lane, move |watch| {
            let (sheets, sha256) = match read(&table.source, watch) {
                Ok(found) => found.filter(|_| !watch.is_cancelled())?,
                Err(failure) => return Some(ImportEvent::Read(Err(failure))),
            };
            let import = Import::new(&plan, &scenario, incoming.of(sha256), sheets);
            Some(ImportEvent::Read(Ok(Box::new(import))))
        });
    }

    /// What is known about a table for the document in front before it is read.
    fn incoming(&self, table: &OpenTable) -> Incoming {
        let document = self.document();
        let plan = document.plan();
        let (path, at) = match &table.source {
            TableSource::Pasted(pasted) => (None, pasted.at.as_ref()),
            TableSource::File(path) => (Some(path.clone()), None),
        };
        let anchor = at.and_then(|(id, year)| Some((plan.find(id)?, *year)));
        let options = Options {
            anchor,
            // Text pasted into cells is read in the form those cells show.
            usual: anchor.map(|_| self.kinds_of_rows()).unwrap_or_default(),
            ..Options::default()
        };
        let settled = table.settled.as_ref();
        Incoming {
            state: State::of(document),
            path,
            options,
            sha256: None,
            again: settled.map(|settled| RestoredTable {
                sha256: settled.sha256.clone(),
                sheet: settled.sheet,
                options: settled.options(plan),
            }),
        }
    }

    pub(in crate::session) fn on_import_event(&mut self, event: ImportEvent) {
        match event {
            ImportEvent::Read(Ok(import)) => {
                self.documents.show(import.document());
                self.entering.tables.show(import.document());
                if import.has_moved_on {
                    self.tell_moved_on(&import);
                }
                self.entering.import = Some(*import);
                self.keep_settled();
            }
            ImportEvent::Read(Err(failure)) => self.notices.failed(failure),
            ImportEvent::Previewed(looked) => {
                let (asked, looked) = *looked;
                if let Some(import) = &mut self.entering.import {
                    import.show(asked, looked);
                }
            }
        }
        self.take_aimed();
    }

    /// A paste aimed at a cell goes straight in if it raises no question; undo takes it back. Anything else is
    /// previewed.
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

    /// Starts a new preview unless the present one, or the one under way, matches the current choices and document.
    pub(in crate::session) fn refresh_import(&mut self) {
        let Some(import) = &mut self.entering.import else {
            return;
        };
        let id = import.state.document();
        // The choices are in terms of the plan the table was read for.
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
            .start(JobKey::Import(id), JobLane::Computing, move |watch| {
                // A preview cannot be stopped; if it is no longer wanted at the end, it is dropped.
                let looked = PreviewedTable::again(&plan, &scenario, &sheets, &settled);
                (!watch.is_cancelled()).then(|| ImportEvent::Previewed(Box::new((asked, looked))))
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
                // Choices about rows and columns belong to the other sheet.
                import.options = import.options.for_another_sheet();
            }
            ImportCommand::ChooseSheet(_) => {}
            // The screen still shows another sheet, which the answer is about.
            ImportCommand::Answer(_) | ImportCommand::TakeHidden(_) if import.seen.sheet != import.chosen => {
            }
            ImportCommand::Answer(choice) => import.options.settle(choice),
            ImportCommand::StartOver => import.options = import.options.for_another_sheet(),
            ImportCommand::TakeHidden(takes) => import.options.takes_hidden = takes,
            ImportCommand::Anchor(ix, year) => import.options.anchor = Some((ix, year)),
            ImportCommand::TakeOver => self.take_import(),
            ImportCommand::Discard => self.put_away_import(),
        }
        self.keep_settled();
    }

    /// The table open when the program ended has since changed.
    fn tell_moved_on(&mut self, import: &Import) {
        let path = import.path.as_deref().unwrap_or_else(|| Path::new(""));
        let what = Message::new("recovery-table-changed").with("path", path.display().to_string());
        let help = Some(Message::new("recovery-table-changed-help"));
        self.notices.failed(Failure::Other { what, help });
    }

    fn put_away_import(&mut self) {
        self.entering.import = None;
        self.jobs.cancel_where(|key| matches!(key, JobKey::Import(_)));
    }

    fn take_import(&mut self) {
        if !self.is_import_current() {
            return;
        }
        if let Some(Ok(found)) = self.entering.import.take().map(|import| import.seen.preview) {
            self.take_over(&found);
        }
    }
}

/// The sheets of a table and, for a file, its hash; `None` if cancelled.
fn read(source: &TableSource, watch: &WorkMonitor) -> Result<Option<(Sheets, Option<String>)>, Failure> {
    match source {
        TableSource::Pasted(table) => {
            let sheet = Sheet {
                name: String::new(),
                grid: file::pasted(&table.text)?,
                is_hidden: false,
            };
            let sheets = Sheets {
                sheets: vec![sheet],
                has_macros: false,
            };
            Ok(Some((sheets, None)))
        }
        TableSource::File(path) => {
            let Some(bytes) = file::table_bytes(path, watch)? else {
                return Ok(None);
            };
            let sheets = file::sheets_of_bytes_watched(&path.display().to_string(), &bytes, watch)?;
            Ok(sheets.map(|sheets| (sheets, Some(file::sha256(&bytes)))))
        }
    }
}
