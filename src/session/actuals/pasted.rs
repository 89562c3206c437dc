//! Pasted tables as they were on the clipboard. Until one is taken over or put away it is nowhere else, so that it is in the
//! recovery copy, and looked at again once that is taken up.

use std::sync::Arc;

use super::super::job_key::JobKey;
use super::super::recovery::PastedTable;
use super::super::{DocumentId, Screen, Session, TrackCommand, TrackPage};
use crate::plan::IndicatorIx;

/// Pasted tables that nobody has decided about.
#[derive(Default)]
pub(in crate::session) struct Pastes {
    /// The one that is looked at, or being read.
    open: Option<Paste>,
    /// Those of recovered documents, until it is their turn.
    waiting: Vec<Paste>,
    /// Counts all of them.
    count: u64,
}

struct Paste {
    document: DocumentId,
    number: u64,
    table: Arc<PastedTable>,
}

impl Pastes {
    fn of(&self, document: DocumentId) -> Option<&Paste> {
        let mut all = self.open.iter().chain(&self.waiting);
        all.find(|paste| paste.document == document)
    }

    /// The number of a document's table, to notice that a recovery copy is out of date.
    pub(in crate::session) fn number_in(&self, document: DocumentId) -> Option<u64> {
        self.of(document).map(|paste| paste.number)
    }

    /// A document's table, for its recovery copy.
    pub(in crate::session) fn table_of(&self, document: DocumentId) -> Option<Arc<PastedTable>> {
        self.of(document).map(|paste| Arc::clone(&paste.table))
    }

    fn make(&mut self, document: DocumentId, table: Arc<PastedTable>) -> Paste {
        self.count += 1;
        Paste {
            document,
            number: self.count,
            table,
        }
    }
}

impl Session {
    pub(super) fn paste(&mut self, text: String, at: Option<(IndicatorIx, i32)>) {
        let document = self.document();
        let (id, plan) = (document.id(), document.plan());
        let named = at.map(|(ix, year)| (plan.get(ix).id.clone(), year));
        let table = Arc::new(PastedTable { text, at: named });
        let paste = self.entering.pastes.make(id, table);
        self.look_at_paste(paste, at);
    }

    fn look_at_paste(&mut self, paste: Paste, at: Option<(IndicatorIx, i32)>) {
        let table = Arc::clone(&paste.table);
        self.entering.pastes.open = Some(paste);
        self.read_pasted(table, at);
    }

    /// A table that was pasted into a recovered document is looked at again, when no other one is.
    pub(in crate::session) fn paste_again(&mut self, document: DocumentId, table: Arc<PastedTable>) {
        let paste = self.entering.pastes.make(document, table);
        self.entering.pastes.waiting.push(paste);
    }

    /// What was decided about is let go of, and the next one comes up.
    pub(in crate::session) fn refresh_pastes(&mut self) {
        let is_open = |id| {
            let is_shown = self
                .entering
                .import
                .as_ref()
                .is_some_and(|import| import.is_pasted_into(id));
            let is_read = self.entering.reading == Some((id, None));
            is_shown || (is_read && self.job(&JobKey::ReadTable(id)).is_some())
        };
        if self
            .entering
            .pastes
            .open
            .as_ref()
            .is_some_and(|paste| !is_open(paste.document))
        {
            self.entering.pastes.open = None;
        }
        let documents = &self.documents;
        self.entering
            .pastes
            .waiting
            .retain(|paste| documents.get(paste.document).is_some());
        let is_free = self.entering.pastes.open.is_none() && self.entering.import.is_none();
        if !is_free || self.entering.pastes.waiting.is_empty() {
            return;
        }
        let next = self.entering.pastes.waiting.remove(0);
        self.documents.show(next.document);
        self.view.screen = Screen::Track;
        self.on_track(TrackCommand::ShowPage(TrackPage::Actuals));
        let plan = self.document().plan();
        let at = next.table.at.as_ref();
        let at = at.and_then(|(id, year)| Some((plan.find(id)?, *year)));
        self.look_at_paste(next, at);
    }
}
