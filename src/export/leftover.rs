//! Leftovers of exports interrupted by a power cut or Ctrl+C: temporary folders, cleaned up by the next export to the
//! same place.
//!
//! ```text
//! .planpath-Ab3dE6.tmp/.lock           locked as long as the export lives; the system lets go however it ends
//! .planpath-Ab3dE6.tmp/.old/…          files that it was about to replace
//! .planpath-Ab3dE6.tmp/.replaced/…     the same once all new ones were in their place
//! .planpath-Ab3dE6.tmp/…               files that had not got into their place
//! ```
//!
//! Only leftovers of dead exports are removed: folders of such a name with an unheld lock. Files under `.old` belong
//! to the user: they are moved back if nothing is in their place, else kept and reported.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::file::{TEMPORARY_PREFIX, TEMPORARY_SUFFIX, is_temporary};

/// Replaced files, until all new ones are in place.
pub(super) const OLD: &str = ".old";
/// Lock file of an active export.
const LOCK: &str = ".lock";

/// Files replaced by a completed export; disposable.
const REPLACED: &str = ".replaced";

/// Suffix of a temporary folder until it is locked.
const UNLOCKED: &str = ".new";

/// An export's temporary folder, removed on drop.
pub(super) struct Temporary {
    path: PathBuf,
    /// Lock held for its lifetime. `None` on file systems without locks, where it never counts as dead.
    lock: Option<File>,
    stays: bool,
}

impl Temporary {
    /// Creates a temporary folder.
    pub fn inside(folder: &Path) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(TEMPORARY_PREFIX).suffix(UNLOCKED).rand_bytes(6);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // The default mode, subject to the umask.
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        let made = builder.tempdir_in(folder)?.keep();
        let mut temporary = Self {
            lock: lock(&made),
            path: made,
            stays: false,
        };
        // Lock before renaming: without a lock it would look dead.
        let path = temporary.path.with_extension(&TEMPORARY_SUFFIX[1..]);
        fs::rename(&temporary.path, &path)?;
        temporary.path = path;
        Ok(temporary)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Renames it to the target folder, which is then the user's.
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

    /// Marks completion: replaced files need not be restored.
    pub fn is_done(&self) {
        // On failure it is kept and reported, which is harmless.
        let _ = fs::rename(self.path.join(OLD), self.path.join(REPLACED));
    }

    /// Keeps the folder, because files could not be restored.
    pub const fn stay(&mut self) {
        self.stays = true;
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.stays {
            // The next export retries.
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

/// Removes a temporary folder, its lock last, so that it stays recognisable if interrupted.
fn remove(folder: &Path) -> io::Result<()> {
    remove_all_but(folder, &[LOCK])?;
    match fs::remove_file(folder.join(LOCK)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs::remove_dir(folder)
}

/// Removes a folder's content except these.
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

/// Removes leftovers of dead exports in `folder` and `beside`. Returns places that still hold the user's files.
/// Failures are left for the next time.
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
            // An empty folder: interrupted at the very start or end. A live export that has not locked it yet creates
            // another.
            if fs::remove_dir(&left).is_ok() {
                continue;
            }
            if let Some(lock) = lock_of_dead(&left) {
                let home = inside.filter(|folder| *folder == place);
                kept.extend(clear_one(&left, home).unwrap_or_default());
                // Held to the end, so that two exports do not clean up at once.
                drop(lock);
            }
        }
    }
    kept
}

/// Whether a name is one of our temporary folders.
fn is_ours(name: &str) -> bool {
    is_temporary(name, TEMPORARY_SUFFIX) || is_temporary(name, UNLOCKED)
}

/// The lock of a dead export; `None` if it is alive or not an export.
fn lock_of_dead(left: &Path) -> Option<File> {
    let path = left.join(LOCK);
    if !fs::symlink_metadata(&path).ok()?.is_file() {
        return None;
    }
    let lock = OpenOptions::new().write(true).open(path).ok()?;
    lock.try_lock().is_ok().then_some(lock)
}

/// Removes one leftover, moving its files back to `home` if known.
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

/// Moves a file back, if nothing is in its place.
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

/// All files below a folder, as relative paths; empty if it does not exist.
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
