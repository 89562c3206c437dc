//! Who owns what in a folder that all processes share, such as recovery copies: a lock for every process.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

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

/// A lock that is held, and the folder of copies that goes with it. Whoever tidies up may remove the lock's file under a
/// living process, so that its folder is locked as well, where the system knows such locks.
pub(super) struct Claim {
    lock: File,
    folder_lock: Mutex<Option<File>>,
    lock_path: PathBuf,
    /// Where what it owns is.
    pub folder: PathBuf,
}

impl Claim {
    /// A claim that nobody had before.
    pub fn new(shared: &Path) -> io::Result<Self> {
        let mut name = tempfile::Builder::new();
        let prefix = format!(".{}-", std::process::id());
        name.prefix(&prefix).suffix(".new").rand_bytes(8);
        let lock = name.tempfile_in(shared)?;
        // Locked first and given its name then: seen unlocked for a moment, it would pass for that of a dead process.
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

    /// The claim of a process that is no more; nothing if it lives, or if another one has taken over.
    pub fn of_the_dead(shared: &Path, owner: &str) -> io::Result<Option<Self>> {
        let (lock_path, folder) = (lock_path(shared, owner), shared.join(owner));
        let about = fs::symlink_metadata(&lock_path);
        if about.as_ref().is_ok_and(|about| !about.is_file()) {
            // A pipe, a device or a folder is no lock of ours, whatever it is called.
            return Ok(None);
        }
        // Looked at before a lock is made, which a living process without one would not be glad of.
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

    /// Locks the folder, which is there by now.
    pub fn hold_folder(&self) -> io::Result<()> {
        let mut held = self.folder_lock.lock().unwrap_or_else(PoisonError::into_inner);
        // One that was removed and made anew is another folder.
        let is_held = held.as_ref().is_some_and(|held| is_same(held, &self.folder));
        if !is_held && let FolderLock::Held(lock) = lock_folder(&self.folder)? {
            *held = Some(lock);
        }
        drop(held);
        Ok(())
    }
}

/// What an attempt to lock a folder brings.
enum FolderLock {
    Held(File),
    Alive,
    /// There is no folder, or the system knows no locks of folders.
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
        // Some network disks refuse; the lock's file is then all there is.
        Err(TryLockError::Error(_)) => FolderLock::Unknown,
    })
}

/// Elsewhere a file that is open keeps its name, so that the lock's file is enough.
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
        let held = self.folder_lock.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(held) = held {
            let _ = held.unlock();
        }
    }
}
