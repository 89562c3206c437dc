//! Who owns what in a folder shared by all processes, such as recovery copies: one lock per process.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Every process that has a lock or a folder. Names that begin with a dot are locks being created.
pub(super) fn owners(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut owners = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(owner) = name.strip_suffix(".lock") {
            owners.insert(owner.to_owned());
        } else if entry.file_type()?.is_dir() {
            // Its lock may have been deleted by hand; the copies are still unsaved work.
            owners.insert(name);
        }
    }
    owners.retain(|owner| !owner.starts_with('.'));
    Ok(owners)
}

/// A held lock, and the folder of copies that goes with it. A clean-up tool may remove the lock file of a live process,
/// so the folder is locked too, where the system supports that.
pub(super) struct FileLock {
    lock: File,
    folder_lock: Mutex<Option<File>>,
    lock_path: PathBuf,
    /// The folder it owns.
    pub folder: PathBuf,
}

impl FileLock {
    /// A new lock, with the name of a folder of its own.
    pub fn new(shared: &Path) -> io::Result<Self> {
        let mut name = tempfile::Builder::new();
        let prefix = format!(".{}-", std::process::id());
        name.prefix(&prefix).suffix(".new").rand_bytes(8);
        let lock = name.tempfile_in(shared)?;
        // Locked before it gets its name: seen unlocked for a moment, it would pass for that of a dead process.
        lock.as_file().lock()?;
        let name = lock.path().file_stem().unwrap_or_default().to_string_lossy();
        let owner = name.trim_start_matches('.').to_owned();
        let lock_path = lock_path(shared, &owner);
        Ok(Self {
            lock: lock.persist(&lock_path).map_err(|error| error.error)?,
            folder_lock: Mutex::default(),
            lock_path,
            folder: shared.join(owner),
        })
    }

    /// The lock of a dead process, taken over; `None` if it is alive, or another process has taken over.
    pub fn of_the_dead(shared: &Path, owner: &str) -> io::Result<Option<Self>> {
        let (lock_path, folder) = (lock_path(shared, owner), shared.join(owner));
        let about = fs::symlink_metadata(&lock_path);
        if about.as_ref().is_ok_and(|about| !about.is_file()) {
            // A pipe, device or folder is not a lock of ours, whatever its name.
            return Ok(None);
        }
        // Checked before creating a lock, which would disturb a live process that has lost its own.
        let folder_lock = match lock_folder(&folder)? {
            FolderLock::Held(lock) => Some(lock),
            FolderLock::Unknown => None,
            FolderLock::Alive => return Ok(None),
        };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let lock = options.open(&lock_path)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(Self {
                lock,
                folder_lock: Mutex::new(folder_lock),
                lock_path,
                folder,
            })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Locks the folder, which exists by now.
    pub fn hold_folder(&self) -> io::Result<()> {
        let mut held = self.folder_lock.lock().unwrap_or_else(PoisonError::into_inner);
        // If it was removed and recreated, it is a different folder.
        let is_held = held.as_ref().is_some_and(|held| is_same(held, &self.folder));
        if !is_held && let FolderLock::Held(lock) = lock_folder(&self.folder)? {
            *held = Some(lock);
        }
        drop(held);
        Ok(())
    }
}

/// The result of trying to lock a folder.
enum FolderLock {
    Held(File),
    Alive,
    /// There is no folder, or the system cannot lock folders.
    Unknown,
}

#[cfg(unix)]
fn lock_folder(folder: &Path) -> io::Result<FolderLock> {
    let file = match File::open(folder) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(FolderLock::Unknown),
        Err(error) => return Err(error),
    };
    Ok(match file.try_lock() {
        Ok(()) => FolderLock::Held(file),
        Err(TryLockError::WouldBlock) => FolderLock::Alive,
        // Some network drives refuse; then the lock file must do.
        Err(TryLockError::Error(_)) => FolderLock::Unknown,
    })
}

/// Elsewhere an open file keeps its name, so the lock file is enough.
#[cfg(not(unix))]
fn lock_folder(_: &Path) -> io::Result<FolderLock> {
    Ok(FolderLock::Unknown)
}

#[cfg(unix)]
fn is_same(held: &File, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = |about: fs::Metadata| (about.dev(), about.ino());
    let (Ok(held), Ok(there)) = (held.metadata(), fs::metadata(folder)) else {
        return false;
    };
    place(held) == place(there)
}

#[cfg(not(unix))]
fn is_same(_: &File, _: &Path) -> bool {
    true
}

fn lock_path(shared: &Path, owner: &str) -> PathBuf {
    shared.join(format!("{owner}.lock"))
}

impl Drop for FileLock {
    /// Removes what is empty; copies stay, and the lock file with them. Whatever fails is tried again at the next
    /// start.
    fn drop(&mut self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            // An interrupted save leaves its temporary file; this process has none under way any more.
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(".planpath-") && name.ends_with(".tmp") {
                let _ = fs::remove_file(entry.path());
            }
        }
        // The system refuses if the folder is not empty.
        let is_gone = match fs::remove_dir(&self.folder) {
            Ok(()) => true,
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        if is_gone {
            let _ = fs::remove_file(&self.lock_path);
        }
        // Last of all, so that nobody finds the lock free during clean-up. Explicit, because a child process just
        // starting may hold the file a moment longer.
        let _ = self.lock.unlock();
        let held = self.folder_lock.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = held {
            let _ = held.unlock();
        }
    }
}
