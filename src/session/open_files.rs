//! Which files are open in which window, so that a second window opening a file can say so.
//!
//! ```text
//! state/open/1234-Ab3dE6gH.lock      locked as long as process 1234 lives; the system lets go however it ends
//! state/open/1234-Ab3dE6gH/5e88…     a file that is open in it: the SHA-256 of its path, with the path inside
//! ```
//!
//! Nothing depends on it: every save compares the file with what was last seen of it. A window that cannot take part,
//! for lack of space or permissions, goes without.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::app_dirs::{AppDirs, absolute, create_private_folder};
use super::lock::{FileLock, owners};
use crate::file::{save_private, sha256};

/// Another window may hold the owner's lock just now to find out whether the owner is dead.
const SECOND_LOOK: Duration = Duration::from_millis(50);

/// The files open in this process, announced to the others.
pub(super) struct OpenFiles {
    folder: PathBuf,
    claim: Option<FileLock>,
    /// Files by path, with their marks.
    open: BTreeMap<PathBuf, String>,
}

impl OpenFiles {
    pub(super) fn new(places: &AppDirs) -> Self {
        Self {
            folder: places.open_files(),
            claim: None,
            open: BTreeMap::new(),
        }
    }

    /// Sets which files are open now. Returns those newly opened that are open in another process too.
    pub(super) fn set(&mut self, paths: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let closed: Vec<PathBuf> = self
            .open
            .keys()
            .filter(|path| !paths.contains(*path))
            .cloned()
            .collect();
        for path in closed {
            self.open.remove(&path);
        }
        self.remove_unused();
        let opened = paths.iter().filter(|path| !self.open.contains_key(*path));
        let opened: Vec<(PathBuf, String)> = opened.map(|path| (path.clone(), mark(path))).collect();
        if opened.is_empty() {
            return Vec::new();
        }
        for (path, mark) in &opened {
            self.open.insert(path.clone(), mark.clone());
            // Write our own mark first: if two processes open a file at once, both hear of the other rather than
            // neither.
            let _ = self.write(path, mark);
        }
        let elsewhere = self.marks_elsewhere().unwrap_or_default();
        let is_elsewhere = |(path, mark): (PathBuf, String)| elsewhere.contains(&mark).then_some(path);
        opened.into_iter().filter_map(is_elsewhere).collect()
    }

    fn write(&mut self, path: &Path, mark: &str) -> io::Result<()> {
        let claim = if let Some(claim) = self.claim.take() {
            claim
        } else {
            create_private_folder(&self.folder).map_err(io::Error::other)?;
            FileLock::new(&self.folder)?
        };
        let claim = self.claim.insert(claim);
        create_private_folder(&claim.folder).map_err(io::Error::other)?;
        claim.hold_folder()?;
        save_private(&claim.folder.join(mark), &path.to_string_lossy()).map_err(io::Error::other)
    }

    /// Removes the marks of closed files. Two paths may lead to one file.
    fn remove_unused(&self) {
        let Some(claim) = &self.claim else {
            return;
        };
        for mark in marks_in(&claim.folder) {
            if !self.open.values().any(|open| *open == mark) {
                let _ = fs::remove_file(claim.folder.join(mark));
            }
        }
    }

    /// The marks of other live processes. Those of dead ones are removed.
    fn marks_elsewhere(&self) -> io::Result<BTreeSet<String>> {
        let mut marks = BTreeSet::new();
        let own = self.claim.as_ref().map(|claim| claim.folder.as_path());
        for owner in owners(&self.folder)? {
            let theirs = self.folder.join(&owner);
            if own == Some(theirs.as_path()) {
                continue;
            }
            let found = marks_in(&theirs);
            // A lock that cannot be checked is ignored.
            if self.is_alive(&owner).unwrap_or(false) {
                marks.extend(found);
            }
        }
        Ok(marks)
    }

    fn is_alive(&self, owner: &str) -> io::Result<bool> {
        for is_last in [false, true] {
            if let Some(claim) = FileLock::of_the_dead(&self.folder, owner)? {
                for mark in marks_in(&claim.folder) {
                    let _ = fs::remove_file(claim.folder.join(mark));
                }
                return Ok(false);
            }
            if !is_last {
                thread::sleep(SECOND_LOOK);
            }
        }
        // It may have ended meanwhile, taking its marks with it.
        Ok(!marks_in(&self.folder.join(owner)).is_empty())
    }
}

impl Drop for OpenFiles {
    fn drop(&mut self) {
        self.open.clear();
        self.remove_unused();
    }
}

/// Identifies a file, however its path is written.
fn mark(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|_| absolute(path));
    sha256(path.as_os_str().as_encoded_bytes())
}

/// The marks in a process's folder; other files there are not ours.
fn marks_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names
        .filter(|name| name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .collect()
}
