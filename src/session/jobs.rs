//! Reading and writing files off the drawing thread. A network drive may take seconds.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::DocumentId;
use crate::file::{Failure, save};
use crate::scenario::{self, Loaded, Scenario};

/// Called from a job's thread when it is done, so that the window draws again.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a job brought.
pub(super) enum Finished {
    Opened {
        path: PathBuf,
        result: Result<Box<Loaded>, Failure>,
    },
    Saved {
        document: DocumentId,
        path: PathBuf,
        scenario: Box<Scenario>,
        result: Result<(), Failure>,
    },
}

/// Work under way.
pub(super) struct Jobs {
    wake: Wake,
    sender: Sender<Finished>,
    receiver: Receiver<Finished>,
    running: usize,
}

impl Jobs {
    pub(super) fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self {
            wake,
            sender,
            receiver,
            running: 0,
        }
    }

    pub(super) fn open(&mut self, path: PathBuf) {
        self.start(move || {
            let result = scenario::load(&path).map(Box::new);
            Finished::Opened { path, result }
        });
    }

    pub(super) fn save(&mut self, document: DocumentId, path: PathBuf, text: String, scenario: Scenario) {
        self.start(move || {
            let result = save(&path, &text);
            Finished::Saved {
                document,
                path,
                scenario: Box::new(scenario),
                result,
            }
        });
    }

    fn start(&mut self, work: impl FnOnce() -> Finished + Send + 'static) {
        self.running += 1;
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        thread::spawn(move || {
            // The receiver is gone only when the program is ending, and then nobody waits for the answer.
            let _ = sender.send(work());
            wake();
        });
    }

    /// What is finished, without waiting.
    pub(super) fn next_finished(&mut self) -> Option<Finished> {
        let finished = self.receiver.try_recv().ok()?;
        self.running -= 1;
        Some(finished)
    }

    /// Waits for a job; nothing if none is running.
    pub(super) fn wait_for_one(&mut self) -> Option<Finished> {
        if self.running == 0 {
            return None;
        }
        let finished = self.receiver.recv().ok()?;
        self.running -= 1;
        Some(finished)
    }
}
