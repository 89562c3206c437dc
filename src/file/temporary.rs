//! Temporary files and folders beside their targets: naming, and cleanup after a killed program.
//!
//! ```text
//! .planpath-Ab3dE6.tmp      a file: a save's, locked as long as it is written; the system lets go however that ends
//! .planpath-Ab3dE6.tmp/     a folder: an export's, see export/leftover.rs
//! ```

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// Prefix, followed by six letters and digits.
pub const TEMPORARY_PREFIX: &str = ".planpath-";
/// Suffix.
pub const TEMPORARY_SUFFIX: &str = ".tmp";

/// Start of every saved document, see [`super::to_ron`].
const BEGINNING: &[u8] = b"(\n";
/// Attempts against the race with a cleanup between creating and locking.
const TRIES: u32 = 8;

/// Whether a name is one of ours, with this suffix.
#[must_use]
pub fn is_temporary(name: &str, suffix: &str) -> bool {
    let middle = name
        .strip_prefix(TEMPORARY_PREFIX)
        .and_then(|rest| rest.strip_suffix(suffix));
    middle.is_some_and(|middle| middle.len() == 6 && middle.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Creates and locks a temporary file. On a file system without locks it stays unlocked, and remains if the program is
/// killed.
pub(super) fn make(builder: &mut Builder, folder: &Path) -> io::Result<NamedTempFile> {
    builder.prefix(TEMPORARY_PREFIX).suffix(TEMPORARY_SUFFIX);
    for _ in 1..TRIES {
        let file = builder.tempfile_in(folder)?;
        let is_taken = matches!(file.as_file().try_lock(), Err(fs::TryLockError::WouldBlock));
        // Removed by a cleanup before it was locked.
        if !is_taken && fs::symlink_metadata(file.path()).is_ok() {
            return Ok(file);
        }
    }
    builder.tempfile_in(folder)
}

/// Removes leftovers of killed saves, and nothing else: unlocked files of such a name that are empty or start like a
/// document. The content is in the recovery copy or can be recreated.
pub(super) fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = |name: &str| is_temporary(name, TEMPORARY_SUFFIX);
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if !entry.file_name().to_str().is_some_and(is_ours) || !is_file() {
            continue;
        }
        if let Some(held) = of_the_dead(&entry.path()) {
            // The next save retries.
            let _ = fs::remove_file(entry.path());
            // Keep the lock until it is removed, so that its creator notices.
            drop(held);
        }
    }
}

/// A locked leftover of a killed save; `None` if in use or not ours.
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
