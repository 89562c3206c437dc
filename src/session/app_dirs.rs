//! Where Planpath keeps its own files, and how paths are written into them.

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::choose_native_strategy;
use serde::{Deserialize, Serialize};

use crate::file::Failure;

/// The folders for Planpath's own files. They need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppDirs {
    /// Preferences: what a user takes to another computer.
    pub config: PathBuf,
    /// Recovery copies: tied to this computer and expendable.
    pub state: PathBuf,
}

impl AppDirs {
    /// The folders of the current user: `planpath` in `XDG_CONFIG_HOME` and `XDG_STATE_HOME` on Linux, `Planpath` in
    /// `%APPDATA%` and `%LOCALAPPDATA%` on Windows, `Planpath` in `~/Library/Application IndicatorEvidence` on a Mac. `None` if
    /// the system does not name a home folder, as for some service accounts.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        let user = choose_native_strategy().ok()?;
        let (config, state, name) = if cfg!(target_os = "windows") {
            // The cache folder is %LOCALAPPDATA% itself, which does not roam to other computers.
            (user.config_dir(), user.cache_dir(), "Planpath")
        } else if cfg!(target_os = "macos") {
            // ~/Library/Preferences is for property lists written by the system itself.
            (user.data_dir(), user.data_dir(), "Planpath")
        } else {
            (user.config_dir(), user.state_dir()?, "planpath")
        };
        // An empty HOME would scatter files over whatever folder the program was started in.
        (config.is_absolute() && state.is_absolute()).then(|| Self {
            config: config.join(name),
            state: state.join(name),
        })
    }

    /// All of them in one folder, for tests.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            config: folder.join("config"),
            state: folder.join("state"),
        }
    }

    /// The preferences file.
    #[must_use]
    pub fn preferences(&self) -> PathBuf {
        self.config.join("preferences.ron")
    }

    /// The folder that records which files are open in which window.
    #[must_use]
    pub fn open_files(&self) -> PathBuf {
        self.state.join("open")
    }

    /// The folder of recovery copies.
    #[must_use]
    pub fn recovery(&self) -> PathBuf {
        self.state.join("recovery")
    }
}

pub(super) fn create_folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|source| failure(path, "folder-cannot-create", source))
}

/// The same for a folder only the user may read.
pub(super) fn create_private_folder(path: &Path) -> Result<(), Failure> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder
        .create(path)
        .map_err(|source| failure(path, "folder-cannot-create", source))?;
    #[cfg(unix)]
    close_to_others(path);
    Ok(())
}

/// Earlier versions left the folder open to others. Some file systems have no permissions; the content matters more
/// than who can see it, so that is no reason to fail.
#[cfg(unix)]
fn close_to_others(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let is_open = std::fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o077 != 0);
    if is_open {
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700));
    }
}

pub(super) fn failure(path: &Path, doing: &'static str, source: io::Error) -> Failure {
    Failure::Io {
        path: path.to_owned(),
        doing,
        source,
    }
}

/// The absolute path, because the next start may be from another folder. Links are kept.
pub(super) fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A path as stored in a file: text, or bytes if it is not valid text. Old file names in GBK are not, and one of them
/// must not stop everything else from being saved.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum StoredPath {
    Text(String),
    Bytes(Vec<u8>),
}

impl From<&Path> for StoredPath {
    fn from(path: &Path) -> Self {
        match path.to_str() {
            Some(text) => Self::Text(text.to_owned()),
            #[cfg(unix)]
            None => {
                use std::os::unix::ffi::OsStrExt as _;
                Self::Bytes(path.as_os_str().as_bytes().to_vec())
            }
            // Windows names are text, apart from broken surrogates that nobody types.
            #[cfg(not(unix))]
            None => Self::Text(path.to_string_lossy().into_owned()),
        }
    }
}

impl From<StoredPath> for PathBuf {
    fn from(stored: StoredPath) -> Self {
        match stored {
            StoredPath::Text(text) => text.into(),
            #[cfg(unix)]
            StoredPath::Bytes(bytes) => {
                use std::os::unix::ffi::OsStringExt as _;
                std::ffi::OsString::from_vec(bytes).into()
            }
            #[cfg(not(unix))]
            StoredPath::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
        }
    }
}
