//! What was last seen of a file, for noticing changes by other programs.

use std::io::ErrorKind;
use std::path::Path;

use crate::file::{self, Failure};

/// What is at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// No file.
    Absent,
    /// A file with this SHA-256.
    Content(String),
    /// Something of unknown content: unreadable, or larger than any document.
    Unknown,
}

impl FileState {
    /// What is at a path now.
    pub(super) fn at(path: &Path) -> Self {
        match file::read(path) {
            Ok(bytes) => Self::Content(file::sha256(&bytes)),
            Err(Failure::Io { source, .. }) if source.kind() == ErrorKind::NotFound => Self::Absent,
            Err(_) => Self::Unknown,
        }
    }

    /// The file's SHA-256.
    #[must_use]
    pub fn sha256(&self) -> Option<&str> {
        match self {
            Self::Content(sha256) => Some(sha256),
            Self::Absent | Self::Unknown => None,
        }
    }
}
