//! Recovery copies: unsaved changes that survive a crash, a power cut or a killed process.
//!
//! ```text
//! state/recovery/1234-Ab3dE6gH.lock     locked as long as process 1234 lives; the system lets go however it ends
//! state/recovery/1234-Ab3dE6gH/7.ron    the copy of its document number 7
//! ```
//!
//! Whoever holds a lock owns the copies, and nobody else touches them: two running Planpaths do not see each other's,
//! and if two start at once only one is offered what a third has left. Process numbers are reused, and two containers
//! or computers sharing a home folder may use the same ones, so a random part keeps each name unique.

mod open_table;
mod stored;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::app_dirs::{AppDirs, create_private_folder, failure};
use super::lock::{FileLock, owners};
use crate::file::Failure;
use crate::text::LocalizedText;
pub use open_table::{OpenTable, PastedTable, SettledTable, TableSource};
pub use stored::LARGEST_COPY;

/// The unsaved state of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveryCopy {
    /// The scenario's name, for the list of what can be recovered.
    pub name: LocalizedText,
    /// The file the document was opened from or last saved to.
    pub original: Option<PathBuf>,
    /// The SHA-256 of that file then, to notice that it has changed since.
    pub saved_sha256: Option<String>,
    /// When this state was current, in seconds since the start of 1970 (UTC).
    pub written: u64,
    /// The scenario as RON text.
    pub scenario: String,
    /// The folder that a plan path in the scenario is relative to.
    pub folder: PathBuf,
    /// Refused entries, which are in no scenario.
    pub refused: Vec<RefusedFigure>,
    /// A rate being typed that would not have been accepted.
    pub misread: Option<RefusedRate>,
    /// An undecided table.
    pub table: Option<Arc<OpenTable>>,
}

/// A refused entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedFigure {
    /// The id of its indicator.
    pub indicator: String,
    /// Its year.
    pub year: i32,
    /// The text typed.
    pub text: String,
}

/// Text typed as a lever's rate that is not a rate it can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRate {
    /// The id of the lever.
    pub indicator: String,
    /// The text typed.
    pub text: String,
}

/// Makes a copy on the thread that writes it, to keep the drawing thread free.
pub type MakeCopy = Box<dyn FnOnce() -> Result<RecoveryCopy, Failure> + Send>;

/// What to do with one document's copy.
pub struct RecoveryOrder {
    /// The document's number, never reused while the process lives.
    pub document: u64,
    /// Its unsaved state; `None` once it is saved, closed or back to what is on disk.
    pub copy: Option<MakeCopy>,
    /// Work left by another process that this document now contains: deleted once the document's own copy is written.
    pub replaces: Option<Leftover>,
}

/// This process's own copies. Copies not removed by the time it is dropped stay, to be found at the next start.
pub struct Recovery {
    claim: FileLock,
}

impl Recovery {
    /// Claims a place for this process's copies.
    ///
    /// # Errors
    /// [`Failure::Io`] if the folder is not writable or does not support locks.
    pub fn start(places: &AppDirs) -> Result<Self, Failure> {
        let folder = places.recovery();
        create_private_folder(&folder)?;
        match FileLock::new(&folder) {
            Ok(claim) => Ok(Self { claim }),
            Err(source) => Err(failure(&folder, "recovery-cannot-start", source)),
        }
    }

    /// Writes or replaces a document's copy atomically: at any moment the old or the new one is there, complete.
    /// Relative paths in it are made absolute.
    ///
    /// # Errors
    /// [`Failure`] if it cannot be written, or exceeds what can be read; an older copy is then still there.
    pub fn write(&self, document: u64, copy: &RecoveryCopy) -> Result<(), Failure> {
        create_private_folder(&self.claim.folder)?;
        self.claim
            .hold_folder()
            .map_err(|source| failure(&self.claim.folder, "recovery-cannot-start", source))?;
        stored::write(&self.path(document), copy)
    }

    /// Removes a document's copy, if there is one.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be removed.
    pub fn remove(&self, document: u64) -> Result<(), Failure> {
        remove(&self.path(document))
    }

    fn path(&self, document: u64) -> PathBuf {
        self.claim.folder.join(format!("{document}.ron"))
    }
}

/// A copy left by a process that has ended. While this value lives, no other Planpath is offered the copy; once it is
/// dropped, the copy waits for the next start.
pub struct Leftover {
    /// The file it is in.
    pub path: PathBuf,
    /// Its content, or why it cannot be read.
    pub copy: Result<RecoveryCopy, Failure>,
    /// Shared by all copies of the process.
    _claim: Arc<FileLock>,
}

impl Leftover {
    /// Deletes the copy: once its content is safe elsewhere, or at the user's request.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be deleted.
    pub fn discard(self) -> Result<(), Failure> {
        remove(&self.path)
    }
}

/// What dead processes have left.
#[derive(Default)]
pub struct Leftovers {
    /// Their copies, newest first and unreadable ones last.
    pub copies: Vec<Leftover>,
    /// Places that could not be read.
    pub failures: Vec<Failure>,
}

impl Leftovers {
    /// Looks for copies left by dead processes and claims them. Deletes only what is certainly useless: empty folders
    /// and the temporary files of interrupted saves.
    #[must_use]
    pub fn find(places: &AppDirs) -> Self {
        let mut found = Self::default();
        let folder = places.recovery();
        let owners = match owners(&folder) {
            Ok(owners) => owners,
            Err(source) if source.kind() == io::ErrorKind::NotFound => return found,
            Err(source) => {
                found
                    .failures
                    .push(failure(&folder, "recovery-cannot-look", source));
                return found;
            }
        };
        for owner in owners {
            if let Err(source) = found.add_copies_of(&folder, &owner) {
                let place = folder.join(&owner);
                found
                    .failures
                    .push(failure(&place, "recovery-cannot-look", source));
            }
        }
        found.copies.sort_by_key(|leftover| {
            let written = leftover.copy.as_ref().map_or(0, |copy| copy.written);
            (std::cmp::Reverse(written), leftover.path.clone())
        });
        found
    }

    fn add_copies_of(&mut self, folder: &Path, owner: &str) -> io::Result<()> {
        let Some(claim) = FileLock::of_the_dead(folder, owner)? else {
            return Ok(());
        };
        let claim = Arc::new(claim);
        let entries = match fs::read_dir(&claim.folder) {
            // It had nothing unsaved.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "ron") {
                self.copies.push(Leftover {
                    copy: stored::read(&path),
                    path,
                    _claim: Arc::clone(&claim),
                });
            }
        }
        Ok(())
    }
}

/// Carries out orders until their sender is gone, and reports the outcome of each; if several for one document have
/// piled up, only the last. A copy is written at once, further ones after `pause` at the earliest: a drag makes sixty a
/// second, and the disk has other work. Meant for a thread of its own, which keeps the orders in sequence.
///
/// If no place can be claimed, that is reported for no document in particular and retried with every order.
pub fn keep_copies(
    places: &AppDirs,
    orders: &Receiver<RecoveryOrder>,
    pause: Duration,
    mut report: impl FnMut(Option<u64>, Result<(), Failure>),
) {
    let mut keeper = Keeper::default();
    if let Err(failure) = keeper.start(places) {
        report(None, Err(failure));
    }
    let mut waiting = Waiting::default();
    while let Ok(first) = orders.recv() {
        waiting.add(first);
        loop {
            for order in orders.try_iter() {
                waiting.add(order);
            }
            if waiting.0.is_empty() {
                break;
            }
            for order in std::mem::take(&mut waiting.0).into_values() {
                report(Some(order.document), keeper.carry_out(places, order));
            }
            waiting.gather(orders, pause);
        }
    }
}

#[derive(Default)]
struct Keeper {
    recovery: Option<Recovery>,
    /// Copies of dead processes, kept until their document's own copy is written.
    replaced: BTreeMap<u64, Leftover>,
}

impl Keeper {
    fn start(&mut self, places: &AppDirs) -> Result<&Recovery, Failure> {
        match &mut self.recovery {
            Some(recovery) => Ok(recovery),
            none => Ok(none.insert(Recovery::start(places)?)),
        }
    }

    fn carry_out(&mut self, places: &AppDirs, order: RecoveryOrder) -> Result<(), Failure> {
        let RecoveryOrder {
            document,
            copy,
            replaces,
        } = order;
        if let Some(leftover) = replaces {
            self.replaced.insert(document, leftover);
        }
        let recovery = self.start(places)?;
        match copy {
            None => recovery.remove(document)?,
            Some(make) => recovery.write(document, &make()?)?,
        }
        self.replaced.remove(&document).map_or(Ok(()), Leftover::discard)
    }
}

/// The last order for each document.
#[derive(Default)]
struct Waiting(BTreeMap<u64, RecoveryOrder>);

impl Waiting {
    fn add(&mut self, mut order: RecoveryOrder) {
        if let Some(earlier) = self.0.remove(&order.document) {
            order.replaces = order.replaces.or(earlier.replaces);
        }
        self.0.insert(order.document, order);
    }

    /// Collects orders until `pause` is over or their sender is gone.
    fn gather(&mut self, orders: &Receiver<RecoveryOrder>, pause: Duration) {
        let end = Instant::now() + pause;
        while let Ok(order) = orders.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.add(order);
        }
    }
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(failure(path, "recovery-cannot-remove", source))
        }
        _ => Ok(()),
    }
}
