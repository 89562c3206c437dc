//! What an export leaves that was interrupted, by a power cut or Ctrl+C: its temporary folder, which the next one into the
//! same place clears away.
//!
//! ```text
//! .planpath-Ab3dE6.tmp/.lock           locked as long as the export lives; the system lets go however it ends
//! .planpath-Ab3dE6.tmp/.old/…          files that it was about to replace
//! .planpath-Ab3dE6.tmp/…               files that had not got into their place
//! ```
//!
//! Cleared away is only what surely is an export's, and of a dead one: a folder of such a name with a lock that nobody
//! holds. What waits under `.old` is the user's: it goes back where it was if nothing is there, and stays where it is, to be
//! told of, if there is something.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Where files replaced by new ones wait until all have been moved.
pub(super) const OLD: &str = ".old";
/// The mark of a folder that an export is at work in.
const LOCK: &str = ".lock";

/// Begin and end of a temporary folder's name; six letters and digits are between them.
pub(super) const PREFIX: &str = ".planpath-";
pub(super) const SUFFIX: &str = ".tmp";

/// A folder is marked as that of a living export until this is dropped.
pub(super) struct Mark(File);

impl Mark {
    /// Marks a temporary folder. Nothing where the disk knows no locks: it is then never taken for a dead one's.
    pub fn on(folder: &Path) -> Option<Self> {
        let path = folder.join(LOCK);
        let file = OpenOptions::new().write(true).create_new(true).open(&path).ok()?;
        if file.try_lock().is_ok() {
            return Some(Self(file));
        }
        let _ = fs::remove_file(path);
        None
    }

    /// Takes the mark away, before the folder is made the user's own.
    pub fn take_off(self, folder: &Path) {
        drop(self.0);
        let _ = fs::remove_file(folder.join(LOCK));
    }
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
    let middle = name
        .strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(SUFFIX));
    middle.is_some_and(|middle| middle.len() == 6 && middle.bytes().all(|b| b.is_ascii_alphanumeric()))
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
        fs::remove_dir_all(left)?;
        return Ok(None);
    }
    for entry in fs::read_dir(left)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_dir() {
            if name != OLD {
                fs::remove_dir_all(entry.path())?;
            }
        } else if name != LOCK {
            fs::remove_file(entry.path())?;
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_others_are_not_ours() {
        assert!(is_ours(".planpath-Ab3dE6.tmp"));
        for name in [
            ".planpath-.tmp",
            ".planpath-Ab3dE67.tmp",
            ".planpath-Ab3-E6.tmp",
            "planpath-Ab3dE6.tmp",
            ".planpath-Ab3dE6.tmp.bak",
        ] {
            assert!(!is_ours(name), "{name}");
        }
    }
}
