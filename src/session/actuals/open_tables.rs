//! Tables being previewed or read. Until one is taken over or discarded, its content and the answers about it exist
//! nowhere else, so they go into the recovery copy, and the preview reopens after recovery.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::job_key::JobKey;
use super::super::recovery::{OpenTable, PastedTable, SettledTable, TableSource};
use super::super::{Document, DocumentId, Screen, Session, TrackCommand, TrackPage};
use super::table::Import;
use crate::plan::IndicatorIx;

/// Undecided tables.
#[derive(Default)]
pub(in crate::session) struct OpenTables {
    /// Those being read, at most one per document.
    reading: Vec<HeldTable>,
    /// The one being previewed.
    shown: Option<HeldTable>,
    /// Those of recovered documents, awaiting their turn.
    waiting: Vec<HeldTable>,
    /// Counts all of them and every change.
    count: u64,
}

#[derive(Clone)]
struct HeldTable {
    document: DocumentId,
    number: u64,
    table: Arc<OpenTable>,
}

impl OpenTables {
    fn of(&self, document: DocumentId) -> Option<&HeldTable> {
        // A table being read replaces the one shown.
        let mut all = self.reading.iter().chain(&self.shown).chain(&self.waiting);
        all.find(|held| held.document == document)
    }

    /// The number of a document's table, for noticing that a recovery copy is out of date.
    pub(in crate::session) fn number_in(&self, document: DocumentId) -> Option<u64> {
        self.of(document).map(|held| held.number)
    }

    /// A document's table, for its recovery copy.
    pub(in crate::session) fn table_of(&self, document: DocumentId) -> Option<Arc<OpenTable>> {
        self.of(document).map(|held| Arc::clone(&held.table))
    }

    fn hold(&mut self, document: DocumentId, table: Arc<OpenTable>) -> HeldTable {
        self.count += 1;
        HeldTable {
            document,
            number: self.count,
            table,
        }
    }

    /// A table is being read for a document.
    pub(super) fn reads(&mut self, document: DocumentId, table: Arc<OpenTable>) {
        let held = self.hold(document, table);
        self.reading.retain(|held| held.document != document);
        self.reading.push(held);
    }

    /// A document's table was read, and is now being previewed.
    pub(super) fn show(&mut self, document: DocumentId) {
        let place = self.reading.iter().position(|held| held.document == document);
        self.shown = place.map(|place| self.reading.remove(place));
    }

    /// Records what is settled about the previewed table.
    pub(super) fn settle(&mut self, document: &Document, import: &Import) {
        let sheet = import.others.is_empty().then_some(import.chosen);
        let sha256 = import.sha256.clone();
        let settled = Some(SettledTable::new(document.plan(), &import.options, sheet, sha256));
        let Some(shown) = &self.shown else {
            return;
        };
        if shown.table.settled != settled {
            let source = shown.table.source.clone();
            self.shown = Some(self.hold(document.id(), Arc::new(OpenTable { source, settled })));
        }
    }
}

impl Session {
    pub(super) fn paste(&mut self, text: String, at: Option<(IndicatorIx, i32)>) {
        let plan = self.document().plan();
        let named = at.map(|(ix, year)| (plan.get(ix).id.clone(), year));
        let source = TableSource::Pasted(Arc::new(PastedTable { text, at: named }));
        self.read_table(OpenTable {
            source,
            settled: None,
        });
    }

    pub(in crate::session) fn import_file(&mut self, path: PathBuf) {
        self.path_prompt = None;
        self.show_actuals();
        self.read_table(OpenTable {
            source: TableSource::File(path),
            settled: None,
        });
    }

    fn show_actuals(&mut self) {
        self.view.screen = Screen::Track;
        self.on_track(TrackCommand::ShowPage(TrackPage::Actuals));
    }

    /// Reopens the preview of a recovered document's table once no other is open.
    pub(in crate::session) fn open_again(&mut self, document: DocumentId, table: Arc<OpenTable>) {
        let tables = &mut self.entering.tables;
        let held = tables.hold(document, table);
        tables.waiting.push(held);
    }

    /// Keeps what is settled about the previewed table.
    pub(super) fn keep_settled(&mut self) {
        let Some(import) = &self.entering.import else {
            return;
        };
        if let Some(document) = self.documents.get(import.document()) {
            self.entering.tables.settle(document, import);
        }
    }

    /// Drops tables that were decided on and moves to the next.
    pub(in crate::session) fn refresh_tables(&mut self) {
        let is_read = |held: &HeldTable| self.job(&JobKey::ReadTable(held.document)).is_some();
        let mut reading = self.entering.tables.reading.clone();
        reading.retain(is_read);
        let is_shown = self.entering.import.is_some();
        let documents = &self.documents;
        let tables = &mut self.entering.tables;
        tables.reading = reading;
        if !is_shown {
            tables.shown = None;
        }
        tables
            .waiting
            .retain(|held| documents.get(held.document).is_some());
        let is_free = tables.reading.is_empty() && !is_shown;
        if !is_free || tables.waiting.is_empty() {
            return;
        }
        let next = tables.waiting.remove(0);
        self.documents.show(next.document);
        self.show_actuals();
        self.read_table(OpenTable::clone(&next.table));
    }
}
