//! Recent files.

use std::path::{Path, PathBuf};

use super::without_repetition;
use crate::session::app_dirs::absolute;

/// How many recent files are remembered.
pub const MOST_RECENT: usize = 12;

/// The files opened or saved last: at most [`MOST_RECENT`], without repetition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecentFiles(Vec<PathBuf>);

impl RecentFiles {
    pub(super) fn new(paths: Vec<PathBuf>) -> Self {
        Self(without_repetition(paths, MOST_RECENT, |path| path))
    }

    /// The files, newest first. Some may be gone.
    #[must_use]
    pub fn paths(&self) -> &[PathBuf] {
        &self.0
    }

    /// Moves a file to the top.
    pub fn note(&mut self, path: &Path) {
        self.forget(path);
        self.0.insert(0, absolute(path));
        self.0.truncate(MOST_RECENT);
    }

    /// Forgets a file, for instance because it no longer exists.
    pub fn forget(&mut self, path: &Path) {
        let path = absolute(path);
        self.0.retain(|other| *other != path);
    }

    /// Forgets all files.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
