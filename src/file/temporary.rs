//! Temporary files and folders beside what is written: what they are called, and what becomes of those that a killed
//! program has left.
//!
//! ```text
//! .planpath-Ab3dE6.tmp      a file: a save's, locked as long as it is written; the system lets go however that ends
//! .planpath-Ab3dE6.tmp/     a folder: an export's, see export/leftover.rs
//! ```

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// How the names begin; six letters and digits follow.
pub const TEMPORARY_PREFIX: &str = ".planpath-";
/// And how they end.
pub const TEMPORARY_SUFFIX: &str = ".tmp";

/// What every document that is saved begins with: see [`super::to_ron`].
const BEGINNING: &[u8] = b"(\n";
/// Others may be clearing up at the very moment at which a file is made and not locked yet. Not this often.
const TRIES: u32 = 8;

/// Whether a name is that of something temporary of ours, with this end.
#[must_use]
pub fn is_temporary(name: &str, suffix: &str) -> bool {
    let middle = name
        .strip_prefix(TEMPORARY_PREFIX)
        .and_then(|rest| rest.strip_suffix(suffix));
    middle.is_some_and(|middle| middle.len() == 6 && middle.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Makes a temporary file in a folder and locks it. Where the disk knows no locks it has none, and nobody ever finds that
/// it is no longer written: it stays if the program is killed.
pub(super) fn make(builder: &mut Builder, folder: &Path) -> io::Result<NamedTempFile> {
    builder.prefix(TEMPORARY_PREFIX).suffix(TEMPORARY_SUFFIX);
    for _ in 1..TRIES {
        let file = builder.tempfile_in(folder)?;
        let is_taken = matches!(file.as_file().try_lock(), Err(fs::TryLockError::WouldBlock));
        // Cleared away between its making and its locking, it is not there any more.
        if !is_taken && fs::symlink_metadata(file.path()).is_ok() {
            return Ok(file);
        }
    }
    builder.tempfile_in(folder)
}

/// Removes what killed saves have left in a folder, and nothing else: a file of such a name, with the beginning of a
/// document in it or nothing at all, that nobody holds. What it was to become is in the recovery copy, or can be
/// made again by the command that was killed.
pub(super) fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = |name: &str| is_temporary(name, TEMPORARY_SUFFIX);
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if !entry.file_name().to_str().is_some_and(is_ours) || !is_file() {
            continue;
        }
        if let Some(held) = of_the_dead(&entry.path()) {
            // What cannot be removed now the next save tries again.
            let _ = fs::remove_file(entry.path());
            // Held until it is gone, so that whoever has just made it notices.
            drop(held);
        }
    }
}

/// A file that a killed save was writing, held; nothing if it is still being written or is no save's.
fn of_the_dead(path: &Path) -> Option<File> {
    let mut file = File::open(path).ok()?;
    file.try_lock().ok()?;
    let mut beginning = Vec::new();
    (&mut file)
        .take(BEGINNING.len() as u64)
        .read_to_end(&mut beginning)
        .ok()?;
    BEGINNING.starts_with(&beginning).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_others_are_not_ours() {
        assert!(is_temporary(".planpath-Ab3dE6.tmp", TEMPORARY_SUFFIX));
        for name in [
            ".planpath-.tmp",
            ".planpath-Ab3dE67.tmp",
            ".planpath-Ab3-E6.tmp",
            "planpath-Ab3dE6.tmp",
            ".planpath-Ab3dE6.tmp.bak",
        ] {
            assert!(!is_temporary(name, TEMPORARY_SUFFIX), "{name}");
        }
    }
}
