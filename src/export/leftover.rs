//! What an export leaves that was interrupted, by a power cut or Ctrl+C: its temporary folder, which the next one into the
//! same place clears away.
//!
//! ```text
//! .planpath-Ab3dE6.tmp/.lock           locked as long as the export lives; the system lets go however it ends
//! .planpath-Ab3dE6.tmp/.old/…          files that it was about to replace
//! .planpath-Ab3dE6.tmp/.replaced/…     the same once all new ones were in their place
//! .planpath-Ab3dE6.tmp/…               files that had not got into their place
//! ```
//!
//! Cleared away is only what surely is an export's, and of a dead one: a folder of such a name with a lock that nobody
//! holds. What waits under `.old` is the user's: it goes back where it was if nothing is there, and stays where it is, to be
//! told of, if there is something.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::file::{TEMPORARY_PREFIX, TEMPORARY_SUFFIX, is_temporary};

/// Where files replaced by new ones wait until all have been moved.
pub(super) const OLD: &str = ".old";
/// The mark of a folder that an export is at work in.
const LOCK: &str = ".lock";

/// Files that were replaced by an export that has come to its end. Nobody needs them.
const REPLACED: &str = ".replaced";

/// The end of a temporary folder's name until it has its lock.
const UNLOCKED: &str = ".new";

/// The temporary folder of an export. Dropped, it is gone.
pub(super) struct Temporary {
    path: PathBuf,
    /// Held as long as it lives. Nothing where the disk knows no locks: it is then never taken for a dead one's.
    lock: Option<File>,
    stays: bool,
}

impl Temporary {
    /// Makes one.
    pub fn inside(folder: &Path) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(TEMPORARY_PREFIX).suffix(UNLOCKED).rand_bytes(6);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // What a plain new folder gets; the process's mask is applied to it.
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        let made = builder.tempdir_in(folder)?.keep();
        let mut temporary = Self {
            lock: lock(&made),
            path: made,
            stays: false,
        };
        // Locked first and given its name then: seen without its lock, it would pass for that of a dead one.
        let path = temporary.path.with_extension(&TEMPORARY_SUFFIX[1..]);
        fs::rename(&temporary.path, &path)?;
        temporary.path = path;
        Ok(temporary)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it the name of the folder that the user wants; it is the user's own then.
    pub fn become_folder(&mut self, name: &Path) -> io::Result<()> {
        if self.lock.take().is_some() {
            fs::remove_file(self.path.join(LOCK))?;
        }
        let result = fs::rename(&self.path, name);
        if result.is_ok() {
            self.stays = true;
        } else {
            self.lock = lock(&self.path);
        }
        result
    }

    /// Every file is in its place: what they have replaced need not go back.
    pub fn is_done(&self) {
        // Where that fails, it is kept and told of, which does no harm.
        let _ = fs::rename(self.path.join(OLD), self.path.join(REPLACED));
    }

    /// What could not be put back must not be cleared away.
    pub const fn stay(&mut self) {
        self.stays = true;
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.stays {
            // What cannot be removed now the next export clears away.
            let _ = remove(&self.path);
        }
    }
}

fn lock(folder: &Path) -> Option<File> {
    let path = folder.join(LOCK);
    let file = OpenOptions::new().write(true).create_new(true).open(&path).ok()?;
    if file.try_lock().is_ok() {
        return Some(file);
    }
    let _ = fs::remove_file(path);
    None
}

/// Removes a temporary folder, its lock last: interrupted, it is still known for what it is.
fn remove(folder: &Path) -> io::Result<()> {
    remove_all_but(folder, &[LOCK])?;
    match fs::remove_file(folder.join(LOCK)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::remove_dir(folder)
}

/// Removes what is in a folder, but for these.
fn remove_all_but(folder: &Path, kept: &[&str]) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if kept.iter().any(|kept| entry.file_name() == *kept) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Clears away what dead exports have left in `folder`, if that is there, and beside it. Gives the places where the user's
/// files are still waiting because others are in their place. What cannot be cleared away stays for the next time.
pub(super) fn clear(folder: &Path, beside: &Path) -> Vec<PathBuf> {
    let mut kept = Vec::new();
    let inside = folder.is_dir().then_some(folder);
    for place in inside.into_iter().chain([beside]) {
        for entry in fs::read_dir(place).into_iter().flatten().flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if !is_folder || !entry.file_name().to_str().is_some_and(is_ours) {
                continue;
            }
            let left = entry.path();
            // Interrupted when it had all but removed itself, or had just begun. Refused by the system where anything is
            // in it. One that lives and has not locked it yet makes another.
            if fs::remove_dir(&left).is_ok() {
                continue;
            }
            if let Some(lock) = lock_of_dead(&left) {
                let home = inside.filter(|folder| *folder == place);
                kept.extend(clear_one(&left, home).unwrap_or_default());
                // Held until nothing is left to do, so that two do not do the same.
                drop(lock);
            }
        }
    }
    kept
}

/// Whether a name is that of an export's temporary folder.
fn is_ours(name: &str) -> bool {
    is_temporary(name, TEMPORARY_SUFFIX) || is_temporary(name, UNLOCKED)
}

/// The lock of an export that is no more; nothing if it lives, or if the folder is none of an export's.
fn lock_of_dead(left: &Path) -> Option<File> {
    let path = left.join(LOCK);
    if !fs::symlink_metadata(&path).ok()?.is_file() {
        return None;
    }
    let lock = OpenOptions::new().write(true).open(path).ok()?;
    lock.try_lock().is_ok().then_some(lock)
}

/// Clears one away. Files that wait in it go back to `home`, where that is known.
fn clear_one(left: &Path, home: Option<&Path>) -> io::Result<Option<PathBuf>> {
    let old = left.join(OLD);
    if let Some(home) = home {
        for name in files_below(&old)? {
            put_back(&old.join(&name), &home.join(&name))?;
        }
    }
    if files_below(&old)?.is_empty() {
        remove(left)?;
        return Ok(None);
    }
    remove_all_but(left, &[OLD, LOCK])?;
    Ok(Some(old))
}

/// Moves a file back to where nothing is.
fn put_back(old: &Path, place: &Path) -> io::Result<()> {
    match fs::symlink_metadata(place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        _ => return Ok(()),
    }
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(old, place)
}

/// Everything below a folder that is no folder itself, as paths from there; nothing where there is no such folder.
fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(next) = folders.pop() {
        let entries = match fs::read_dir(folder.join(&next)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let name = next.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(name);
            } else {
                found.push(name);
            }
        }
    }
    Ok(found)
}
