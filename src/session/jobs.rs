//! Reading and writing files off the drawing thread. A network drive may take seconds.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::offers::Offer;
use super::report::ReportFinished;
use super::{DocumentId, Import};
use crate::file::{self, Failure};
use crate::scenario::{self, Loaded, Scenario};

/// Called from a job's thread when it is done, so that the window draws again.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a job brought, or a thread that serves the session has to say.
pub(super) enum Finished {
    Opened {
        path: PathBuf,
        /// The document whose file it is, if that is to be read again.
        again: Option<DocumentId>,
        result: Result<Box<Loaded>, Failure>,
    },
    /// A new scenario for a plan file.
    Created { result: Result<Box<Loaded>, Failure> },
    Saved {
        document: DocumentId,
        path: PathBuf,
        scenario: Box<Scenario>,
        result: Result<String, NotSaved>,
    },
    /// A document's file was looked at: its hash, or nothing where there is no file any more.
    Looked {
        document: DocumentId,
        path: PathBuf,
        sha256: Option<String>,
    },
    /// A file of tables was read for a document, and looked at.
    Tables {
        document: DocumentId,
        result: Result<Box<Import>, Failure>,
    },
    /// Drawn or exported for a report.
    Report(Box<ReportFinished>),
    FoundLeftovers {
        offers: Vec<Offer>,
        failures: Vec<Failure>,
    },
    /// Recovery copies or preferences cannot be kept. No job: nobody waits for it.
    CannotKeep(Failure),
}

impl Finished {
    fn is_job(&self) -> bool {
        match self {
            Self::CannotKeep(_) => false,
            Self::Report(finished) => !matches!(**finished, ReportFinished::Progressed(..)),
            _ => true,
        }
    }
}

/// Why a file was not written.
pub(super) enum NotSaved {
    /// It is there, and nobody has agreed to its replacement.
    Exists,
    /// Another program has changed it since it was read.
    ChangedOutside,
    Failed(Failure),
}

/// What a save may write over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MayReplace {
    Nothing,
    /// The file with this SHA-256.
    This(String),
    Anything,
}

impl MayReplace {
    fn check(&self, path: &Path) -> Result<(), NotSaved> {
        match self {
            Self::Nothing if path.exists() => Err(NotSaved::Exists),
            Self::Nothing | Self::Anything => Ok(()),
            Self::This(expected) => match sha256(path) {
                // One that is gone or cannot be read is the save's own business.
                Ok(Some(found)) if found != *expected => Err(NotSaved::ChangedOutside),
                _ => Ok(()),
            },
        }
    }
}

/// A file's hash; nothing where there is no file.
fn sha256(path: &Path) -> Result<Option<String>, Failure> {
    match file::read(path) {
        Ok(bytes) => Ok(Some(file::sha256(&bytes))),
        Err(Failure::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Work under way.
pub(super) struct Jobs {
    reporter: Reporter,
    receiver: Receiver<Finished>,
    running: usize,
}

/// Where other threads say what they have done.
#[derive(Clone)]
pub(super) struct Reporter {
    wake: Wake,
    sender: Sender<Finished>,
}

impl Reporter {
    pub(super) fn report(&self, finished: Finished) {
        // The receiver is gone only when the program is ending, and then nobody waits for the answer.
        let _ = self.sender.send(finished);
        (self.wake)();
    }
}

impl Jobs {
    pub(super) fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self {
            reporter: Reporter { wake, sender },
            receiver,
            running: 0,
        }
    }

    pub(super) fn reporter(&self) -> Reporter {
        self.reporter.clone()
    }

    pub(super) fn open(&mut self, path: PathBuf, again: Option<DocumentId>) {
        self.start(move || {
            let result = scenario::load(&path).map(Box::new);
            Finished::Opened { path, again, result }
        });
    }

    pub(super) fn create(&mut self, make: impl FnOnce() -> Result<Loaded, Failure> + Send + 'static) {
        self.start(move || Finished::Created {
            result: make().map(Box::new),
        });
    }

    pub(super) fn save(
        &mut self,
        document: DocumentId,
        path: PathBuf,
        text: String,
        scenario: Scenario,
        may_replace: MayReplace,
    ) {
        self.start(move || {
            let result = may_replace.check(&path).and_then(|()| {
                file::save(&path, &text).map_err(NotSaved::Failed)?;
                Ok(file::sha256(text.as_bytes()))
            });
            Finished::Saved {
                document,
                path,
                scenario: Box::new(scenario),
                result,
            }
        });
    }

    /// Looks at a document's file. One that cannot be read now is no news: a share may be away for a moment.
    pub(super) fn look(&mut self, document: DocumentId, path: PathBuf, known: String) {
        self.start(move || {
            let sha256 = sha256(&path).unwrap_or(Some(known));
            Finished::Looked {
                document,
                path,
                sha256,
            }
        });
    }

    pub(super) fn start(&mut self, work: impl FnOnce() -> Finished + Send + 'static) {
        self.running += 1;
        let reporter = self.reporter.clone();
        thread::spawn(move || reporter.report(work()));
    }

    /// What is finished, without waiting.
    pub(super) fn next_finished(&mut self) -> Option<Finished> {
        let finished = self.receiver.try_recv().ok()?;
        self.running -= usize::from(finished.is_job());
        Some(finished)
    }

    /// Waits for a job; nothing if none is running.
    pub(super) fn wait_for_one(&mut self) -> Option<Finished> {
        if self.running == 0 {
            return None;
        }
        let finished = self.receiver.recv().ok()?;
        self.running -= usize::from(finished.is_job());
        Some(finished)
    }
}
