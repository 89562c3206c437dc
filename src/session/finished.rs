//! What the session's jobs bring, and what becomes of it.

use std::path::PathBuf;

use super::actuals::{Looked, ReadTable};
use super::document::Source;
use super::job_key::JobKey;
use super::jobs::{Delivery, Jobs, Reporter};
use super::offers::Offer;
use super::report::ReportFinished;
use super::saving::{NotSaved, Saved};
use super::track::{MapShown, ReachAllShown, Sought};
use super::{DocumentId, Session};
use crate::file::Failure;
use crate::scenario::Loaded;
use crate::text::Message;

/// The jobs of the window.
pub(super) type SessionJobs = Jobs<JobKey, Finished>;

/// Where threads that serve the session say what they have to say.
pub(super) type SessionReporter = Reporter<JobKey, Finished>;

/// What a job brought, or a thread that serves the session has to say.
pub(super) enum Finished {
    Opened {
        path: PathBuf,
        /// The document whose file it is, if that is to be read again.
        again: Option<DocumentId>,
        result: Result<Box<Loaded>, Failure>,
    },
    /// A new scenario for a plan file.
    Created {
        result: Result<Box<Loaded>, Failure>,
    },
    Saved {
        saved: Box<Saved>,
        result: Result<String, NotSaved>,
    },
    /// A document's file was looked at: its hash, or nothing where there is no file any more.
    Looked {
        document: DocumentId,
        path: PathBuf,
        sha256: Option<String>,
    },
    /// A file of tables was read for a document, and looked at.
    Table(Box<ReadTable>),
    /// The table that is looked at, under what was settled last.
    Import(Box<Looked>),
    Map(Box<MapShown>),
    Sought(Box<Sought>),
    ReachedAll(Box<ReachAllShown>),
    /// Drawn or exported for a report.
    Report(Box<ReportFinished>),
    FoundLeftovers {
        offers: Vec<Offer>,
        failures: Vec<Failure>,
    },
    /// Recovery copies or preferences cannot be kept. No job: nobody waits for it.
    CannotKeep(Failure),
}

impl Session {
    /// Whether a job about the document in front is under way.
    #[must_use]
    pub fn is_at_work(&self, key: impl FnOnce(DocumentId) -> JobKey) -> bool {
        self.jobs.watch(&key(self.document().id())).is_some()
    }

    /// The part of such a job that is done, from 0 to 1; nothing while nobody knows how much there is to do.
    #[must_use]
    pub fn progress(&self, key: impl FnOnce(DocumentId) -> JobKey) -> Option<f64> {
        self.jobs.watch(&key(self.document().id()))?.progress()
    }

    /// Takes in what other threads have finished. Cheap when there is nothing.
    pub fn poll(&mut self) {
        while let Some(delivery) = self.jobs.next_finished() {
            self.take_in(delivery);
        }
    }

    /// Waits until nothing is worked out and no file is read or written any more, for tests and for the end of the
    /// program.
    pub fn wait_for_jobs(&mut self) {
        while let Some(delivery) = self.jobs.wait_for_one() {
            self.take_in(delivery);
        }
    }

    /// Nobody has any use for results about documents that are closed.
    pub(super) fn forget_closed(&mut self) {
        let documents = &self.documents;
        let is_closed = |id| documents.get(id).is_none();
        self.jobs
            .cancel_where(|key| key.document().is_some_and(is_closed));
    }

    fn take_in(&mut self, delivery: Delivery<JobKey, Finished>) {
        match delivery {
            Delivery::Brought(finished) => self.finish(finished),
            Delivery::Broken(key) => self.broken(&key),
        }
        self.settle();
    }

    /// A job panicked. What was asked stays unanswered.
    fn broken(&mut self, key: &JobKey) {
        let failure = Failure::Other {
            what: Message::new("job-broken"),
            help: Some(Message::new("job-broken-help")),
        };
        match key {
            JobKey::Save(_) => self.could_not_save(failure),
            JobKey::Export | JobKey::Preview => {
                self.making_broken();
                self.notices.failed(failure);
            }
            _ => self.notices.failed(failure),
        }
    }

    fn finish(&mut self, finished: Finished) {
        match finished {
            Finished::Opened {
                path,
                again,
                result: Ok(loaded),
            } => {
                self.recent.note(&path);
                match again {
                    Some(id) => self.documents.reload(id, *loaded),
                    None => self.documents.add(Source::File(path), *loaded),
                }
                self.notices.opened();
            }
            Finished::Opened {
                path,
                result: Err(failure),
                ..
            } => {
                let is_gone = matches!(
                    &failure,
                    Failure::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound
                );
                if is_gone {
                    self.recent.forget(&path);
                }
                self.notices.could_not_open(failure);
            }
            Finished::Created { result: Ok(loaded) } => self.add_new(*loaded),
            Finished::Created { result: Err(failure) } => self.notices.could_not_open(failure),
            Finished::Saved { saved, result } => self.saved(*saved, result),
            Finished::Looked {
                document,
                path,
                sha256,
            } => self.looked(document, &path, sha256),
            Finished::FoundLeftovers { offers, failures } => {
                self.offers = offers;
                for failure in failures {
                    self.notices.failed(failure);
                }
            }
            Finished::CannotKeep(failure) => self.cannot_keep(failure),
            Finished::Table(read) => self.table_read(*read),
            Finished::Import(looked) => self.looked_at_import(*looked),
            Finished::Map(map) => self.map_made(*map),
            Finished::Sought(sought) => self.sought_found(*sought),
            Finished::ReachedAll(all) => self.all_reached(*all),
            Finished::Report(finished) => match *finished {
                ReportFinished::Drawn(key, result) => self.drawn(key, result),
                ReportFinished::Progressed(done, total, file) => self.progressed(done, total, file),
                ReportFinished::Exported(request, result) => self.exported(request, result),
                ReportFinished::Copied(result) => self.copied(result),
            },
        }
    }
}
