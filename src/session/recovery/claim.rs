//! Who owns which recovery copies: a lock for every process.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Every process that has a lock or a folder. Names that begin with a point are of locks in the making.
pub(super) fn owners(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut owners = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(owner) = name.strip_suffix(".lock") {
            owners.insert(owner.to_owned());
        } else if entry.file_type()?.is_dir() {
            // Its lock may have been deleted by hand; the copies are still somebody's work.
            owners.insert(name);
        }
    }
    owners.retain(|owner| !owner.starts_with('.'));
    Ok(owners)
}

/// A lock that is held, and the folder of copies that goes with it.
pub(super) struct Claim {
    lock: File,
    lock_path: PathBuf,
    /// Where its copies are.
    pub folder: PathBuf,
}

impl Claim {
    /// A claim that nobody had before.
    pub fn new(recovery: &Path) -> io::Result<Self> {
        let mut name = tempfile::Builder::new();
        let prefix = format!(".{}-", std::process::id());
        name.prefix(&prefix).suffix(".new").rand_bytes(8);
        let lock = name.tempfile_in(recovery)?;
        // Locked first and given its name then: seen unlocked for a moment, it would pass for that of a dead process.
        lock.as_file().lock()?;
        let name = lock.path().file_stem().unwrap_or_default().to_string_lossy();
        let owner = name.trim_start_matches('.').to_owned();
        let lock_path = lock_path(recovery, &owner);
        Ok(Self {
            lock: lock.persist(&lock_path).map_err(|error| error.error)?,
            lock_path,
            folder: recovery.join(owner),
        })
    }

    /// The claim of a process that is no more; nothing if it lives, or if another one has taken over.
    pub fn of_the_dead(recovery: &Path, owner: &str) -> io::Result<Option<Self>> {
        let lock_path = lock_path(recovery, owner);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let lock = options.open(&lock_path)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self {
                lock,
                lock_path,
                folder: recovery.join(owner),
            })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

fn lock_path(recovery: &Path, owner: &str) -> PathBuf {
    recovery.join(format!("{owner}.lock"))
}

impl Drop for Claim {
    /// Clears up what is empty; copies stay, and with them the lock's file. What fails here is tried at the next start.
    fn drop(&mut self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            // A save that was interrupted leaves its temporary file; this process has none under way any more.
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(".planpath-") && name.ends_with(".tmp") {
                let _ = fs::remove_file(entry.path());
            }
        }
        // Refused by the system for a folder that is not empty.
        let is_gone = match fs::remove_dir(&self.folder) {
            Ok(()) => true,
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        if is_gone {
            let _ = fs::remove_file(&self.lock_path);
        }
        // Last of all, so that no one finds the claim free while it is being cleared up. Said in so many words, because a
        // child process that is just being started may hold the file a moment longer.
        let _ = self.lock.unlock();
    }
}
