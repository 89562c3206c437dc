//! What outlives the program: recovery copies of unsaved work, and preferences whenever they change. Written on their
//! own threads; tests, and anything else that must leave no trace, run a session without this.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::actuals::ActualsEditor;
use super::clock::now;
use super::job_key::JobKey;
use super::jobs::JobLane;
use super::open_files::OpenFiles;
use super::recovery::{RecoveryOrder, keep_copies};
use super::recovery_offers::RecoveryOffer;
use super::typing::Typing;
use super::{AppDirs, Document, DocumentId, Leftover, Leftovers, Preferences, Session};
use crate::file::Failure;
use crate::text::Message;

/// The interval between writes of recovery copies. A change is on disk within this, plus the time of a write.
const PAUSE: Duration = Duration::from_secs(1);

/// Messages from the threads that write.
pub(super) enum PersistenceEvent {
    FoundLeftovers {
        offers: Vec<RecoveryOffer>,
        failures: Vec<Failure>,
    },
    /// Preferences cannot be saved. Nothing waits for this.
    CannotKeep(Failure),
    /// The recovery copy of this document, or of any document, cannot be written.
    CannotCopy(Option<DocumentId>, Failure),
    /// It can be written again.
    CopiesAgain(DocumentId),
    /// A file just opened is open in another window too.
    OpenElsewhere(PathBuf),
}

/// A document's revision, and the numbers of its text being typed, refused entries and previewed table.
type CopyState = (u64, Option<u64>, Option<u64>, Option<u64>);

/// What is kept where.
pub(super) struct Persistence {
    copies: Worker<RecoveryOrder>,
    /// The state last ordered for each document, unless that failed, and whether it was to make a copy.
    ordered: HashMap<DocumentId, (Option<CopyState>, bool)>,
    preferences: Worker<Preferences>,
    open_files: Worker<BTreeSet<PathBuf>>,
    /// The open files, as last handed over.
    open: BTreeSet<PathBuf>,
    /// Preferences as last handed over to be saved.
    kept: Preferences,
    /// Another process's copies whose content is now in a document.
    replaced: HashMap<DocumentId, Leftover>,
    /// Failures already reported, so as not to repeat them every second.
    complained: Complained,
}

/// Which failures have been reported.
#[derive(Default)]
struct Complained {
    preferences: bool,
    copies: HashSet<Option<DocumentId>>,
}

impl Persistence {
    fn start(
        places: &AppDirs,
        kept: Preferences,
        tell: impl Fn(PersistenceEvent) + Clone + Send + 'static,
    ) -> Self {
        let (place, report) = (places.clone(), copies_reported(tell.clone()));
        let copies = Worker::start(move |orders| keep_copies(&place, &orders, PAUSE, report));
        let (place, said) = (places.clone(), tell.clone());
        let preferences = Worker::start(move |wanted: Receiver<Preferences>| {
            while let Ok(first) = wanted.recv() {
                let latest = wanted.try_iter().last().unwrap_or(first);
                if let Err(failure) = latest.save(&place) {
                    said(PersistenceEvent::CannotKeep(failure));
                }
            }
        });
        let place = places.clone();
        let open_files = Worker::start(move |wanted: Receiver<BTreeSet<PathBuf>>| {
            let mut open = OpenFiles::new(&place);
            while let Ok(first) = wanted.recv() {
                let latest = wanted.try_iter().last().unwrap_or(first);
                for path in open.set(&latest) {
                    tell(PersistenceEvent::OpenElsewhere(path));
                }
            }
        });
        Self {
            copies,
            ordered: HashMap::new(),
            preferences,
            open_files,
            open: BTreeSet::new(),
            kept,
            replaced: HashMap::new(),
            complained: Complained::default(),
        }
    }

    /// Orders copies of what has changed since last time, and removes those of documents saved or closed.
    fn keep_documents(&mut self, documents: &[Document], typing: &Typing, entering: &ActualsEditor) {
        for document in documents {
            let id = document.id();
            let tables = entering.tables();
            let state = (
                document.revision(),
                typing.number_in(id),
                entering.number_in(id),
                tables.number_in(id),
            );
            let last = self.ordered.get(&id).copied();
            if last.is_some_and(|(last, _)| last == Some(state)) {
                continue;
            }
            let was_unsaved = last.is_some_and(|(_, was_unsaved)| was_unsaved);
            let mut refused = entering.refused_in(document);
            if let Some(typed) = typing.refused_in(document) {
                // Replaces an earlier refused entry in the same cell.
                refused.retain(|old| (&old.indicator, old.year) != (&typed.indicator, typed.year));
                refused.push(typed);
            }
            let refused = (refused, typing.misread_in(document));
            let copy = document.recovery_copy(now(), typing.scenario_of(id), refused, tables.table_of(id));
            let is_unsaved = copy.is_some();
            self.ordered.insert(id, (Some(state), is_unsaved));
            if is_unsaved || was_unsaved {
                self.copies.send(RecoveryOrder {
                    document: id.0,
                    copy,
                    replaces: self.replaced.remove(&id),
                });
            }
        }
        self.ordered.retain(|id, (_, is_unsaved)| {
            let is_open = documents.iter().any(|document| document.id() == *id);
            if !is_open && *is_unsaved {
                self.copies.send(RecoveryOrder {
                    document: id.0,
                    copy: None,
                    replaces: None,
                });
            }
            is_open
        });
    }

    /// Tells other windows what is open in this one.
    fn keep_open(&mut self, documents: &[Document]) {
        let open: BTreeSet<&Path> = documents.iter().filter_map(Document::path).collect();
        if !self.open.iter().map(PathBuf::as_path).eq(open.iter().copied()) {
            self.open = open.into_iter().map(Path::to_owned).collect();
            self.open_files.send(self.open.clone());
        }
    }

    fn keep_preferences(&mut self, wanted: Preferences) {
        if wanted != self.kept {
            self.preferences.send(wanted.clone());
            self.kept = wanted;
        }
    }
}

impl Session {
    /// Loads the user's preferences, keeps them and recovery copies in `places` from now on, and looks for work left by
    /// a crash. `has_language` says that the language was requested at this start, which takes precedence.
    pub fn keep_in(&mut self, places: &AppDirs, has_language: bool) {
        let (preferences, failure) = Preferences::load(places);
        if let Some(failure) = failure {
            self.notices.failed(failure);
        }
        self.view.prefer(&preferences, has_language);
        self.prefers_language = preferences.language;
        self.recent = preferences.recent.clone();
        let reporter = self.jobs.reporter();
        self.keeping = Some(Persistence::start(places, preferences, move |event| {
            reporter.report(event);
        }));
        let place = places.clone();
        self.jobs.start(JobKey::Leftovers, JobLane::Files, move |_| {
            let found = Leftovers::find(&place);
            Some(PersistenceEvent::FoundLeftovers {
                offers: found.copies.into_iter().map(RecoveryOffer::read).collect(),
                failures: found.failures,
            })
        });
    }

    pub(super) fn on_keeping_event(&mut self, event: PersistenceEvent) {
        match event {
            PersistenceEvent::FoundLeftovers { offers, failures } => {
                self.offers = offers;
                for failure in failures {
                    self.notices.failed(failure);
                }
            }
            PersistenceEvent::CannotKeep(failure) => self.cannot_keep(failure),
            PersistenceEvent::CannotCopy(document, failure) => self.cannot_copy(document, failure),
            PersistenceEvent::OpenElsewhere(path) => {
                let what = Message::new("file-open-elsewhere").with("path", path.display().to_string());
                let help = Some(Message::new("file-open-elsewhere-help"));
                self.notices.failed(Failure::Other { what, help });
            }
            PersistenceEvent::CopiesAgain(document) => {
                if let Some(keeping) = &mut self.keeping {
                    keeping.complained.copies.remove(&Some(document));
                }
            }
        }
    }

    /// Writes what has changed. Cheap if nothing has.
    pub(super) fn keep_up(&mut self) {
        let wanted = self.preferences();
        if let Some(keeping) = &mut self.keeping {
            keeping.keep_documents(self.documents.all(), &self.typing, &self.entering);
            keeping.keep_open(self.documents.all());
            keeping.keep_preferences(wanted);
        }
    }

    fn preferences(&self) -> Preferences {
        let mut preferences = self.view.preferences();
        preferences.language = self.prefers_language;
        preferences.recent = self.recent.clone();
        preferences
    }

    /// Ends the session: unsaved work was given up, so nothing is left to recover. Waits until everything is written.
    pub fn end(&mut self) {
        self.end_export();
        self.end_saves();
        let Some(mut keeping) = self.keeping.take() else {
            return;
        };
        keeping.keep_documents(&[], &self.typing, &self.entering);
    }

    /// Preferences cannot be saved. Reported once, not at every change.
    fn cannot_keep(&mut self, failure: Failure) {
        if let Some(keeping) = &mut self.keeping
            && !std::mem::replace(&mut keeping.complained.preferences, true)
        {
            self.notices.failed(failure);
        }
    }

    /// A recovery copy cannot be written. Reported once per document, and retried: space may free up.
    fn cannot_copy(&mut self, id: Option<DocumentId>, failure: Failure) {
        let Some(keeping) = &mut self.keeping else {
            return;
        };
        if let Some((state, _)) = id.and_then(|id| keeping.ordered.get_mut(&id)) {
            *state = None;
        }
        let document = id.and_then(|id| self.documents.get(id));
        // A document now closed or saved needs no copy.
        let is_wanted = document.is_some() || id.is_none();
        if !is_wanted || !keeping.complained.copies.insert(id) {
            return;
        }
        let what = match (document, failure.message()) {
            (Some(document), Some(reason)) => {
                let name = document.name(self.view.language);
                let what = Message::new("recovery-not-kept").with("name", name);
                what.with("reason", reason)
            }
            _ => return self.notices.failed(failure),
        };
        let help = Some(Message::new("recovery-not-kept-help"));
        self.notices.failed(Failure::Other { what, help });
    }

    /// The content of `leftover` is now in `document`.
    pub(super) fn replaces(&mut self, document: DocumentId, leftover: Leftover) {
        if let Some(keeping) = &mut self.keeping {
            keeping.replaced.insert(document, leftover);
        }
    }
}

/// Reports how copies fare: failures, and the first success after them.
fn copies_reported(tell: impl Fn(PersistenceEvent)) -> impl FnMut(Option<u64>, Result<(), Failure>) {
    let mut failing = HashSet::new();
    move |document, result| {
        let id = document.map(DocumentId);
        match (id, result) {
            (id, Err(failure)) => {
                failing.insert(id);
                tell(PersistenceEvent::CannotCopy(id, failure));
            }
            (Some(id), Ok(())) if failing.remove(&Some(id)) => tell(PersistenceEvent::CopiesAgain(id)),
            (_, Ok(())) => {}
        }
    }
}

/// A thread that carries out orders in sequence; dropping it waits until all are done.
struct Worker<T> {
    orders: Option<Sender<T>>,
    thread: Option<JoinHandle<()>>,
}

impl<T: Send + 'static> Worker<T> {
    fn start(work: impl FnOnce(Receiver<T>) + Send + 'static) -> Self {
        let (orders, inbox) = channel();
        Self {
            orders: Some(orders),
            thread: Some(thread::spawn(move || work(inbox))),
        }
    }
}

impl<T> Worker<T> {
    fn send(&self, order: T) {
        if let Some(orders) = &self.orders {
            // The thread ends early only after reporting why it cannot work.
            let _ = orders.send(order);
        }
    }
}

impl<T> Drop for Worker<T> {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A panic there was printed there; there is nothing to add.
            let _ = thread.join();
        }
    }
}
