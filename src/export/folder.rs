//! Atomic export folders: files are written to a temporary folder and moved into place together.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::leftover::{self, OLD, Temporary};
use crate::file::Failure;
use crate::text::Message;

/// A staging folder; removed on drop.
pub(super) struct Staging {
    /// Target folder.
    folder: PathBuf,
    /// Whether it already existed.
    is_there: bool,
    names: Vec<String>,
    replace: bool,
    /// Folders of interrupted exports that still hold the user's files.
    kept: Vec<PathBuf>,
    temporary: Temporary,
    /// Parent folders created, outermost first; removed again unless the export succeeds.
    made: CreatedDirs,
}

/// Created folders, removed on drop if empty.
#[derive(Default)]
struct CreatedDirs(Vec<PathBuf>);

impl CreatedDirs {
    /// Creates a folder and missing parents.
    fn folders(&mut self, path: &Path) -> io::Result<()> {
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
        let missing: Vec<PathBuf> = path
            .ancestors()
            .take_while(is_missing)
            .map(Path::to_owned)
            .collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(&folder) {
                Ok(()) => self.0.push(folder),
                // Created concurrently by another export.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Drop for CreatedDirs {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            // Non-empty folders stay.
            let _ = fs::remove_dir(folder);
        }
    }
}

impl Staging {
    /// Creates the staging folder inside the target if that exists, else beside it, so that moves stay on one file
    /// system.
    ///
    /// # Errors
    /// [`Failure`] if files of these names exist and may not be replaced, or the folder is not writable.
    pub fn begin(folder: &Path, names: &[String], replace: bool) -> Result<Self, Failure> {
        let failed = |source| Failure::Io {
            path: folder.to_owned(),
            doing: "export-cannot-use",
            source,
        };
        let mut made = CreatedDirs::default();
        let is_there = match fs::metadata(folder) {
            Ok(found) if found.is_dir() => true,
            Ok(_) => return Err(failed(io::ErrorKind::NotADirectory.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(failed(error)),
        };
        let beside = match folder.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        // Done first, because restored files may be in the way.
        let kept = leftover::clear(folder, beside);
        if is_there {
            refuse(folder, names, replace)?;
        }
        let around = if is_there { folder } else { beside };
        made.folders(around).map_err(failed)?;
        let temporary = match Temporary::inside(around) {
            // A failing export has just removed a folder it had created.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                made.folders(around).and_then(|()| Temporary::inside(around))
            }
            result => result,
        };
        let temporary = temporary.map_err(failed)?;
        Ok(Self {
            kept,
            folder: folder.to_owned(),
            is_there,
            names: names.to_vec(),
            replace,
            temporary,
            made,
        })
    }

    /// Stages a file under this name.
    ///
    /// # Errors
    /// [`Failure::Io`] with the final path.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.temporary.path().join(name);
        let written = || -> io::Result<()> {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            let mut file = File::create(&path)?;
            file.write_all(bytes)?;
            file.flush()
        };
        written().map_err(|source| self.cannot_write(name, source))
    }

    fn cannot_write(&self, name: &str, source: io::Error) -> Failure {
        Failure::Io {
            path: self.folder.join(name),
            doing: "export-cannot-write",
            source,
        }
    }

    /// Moves everything into place. Returns folders of interrupted exports that still hold the user's files.
    ///
    /// # Errors
    /// [`Failure`]; original files are restored.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, Failure> {
        match self.move_folder() {
            Ok(true) => {}
            // Created in the meantime, perhaps by another export.
            Ok(false) => {
                self.move_files()?;
                self.temporary.is_done();
            }
            Err(source) => {
                return Err(Failure::Io {
                    path: self.folder,
                    doing: "export-cannot-use",
                    source,
                });
            }
        }
        self.made.0.clear();
        Ok(std::mem::take(&mut self.kept))
    }

    /// Renames the whole folder into place; returns false if the target exists.
    fn move_folder(&mut self) -> io::Result<bool> {
        if self.is_there {
            return Ok(false);
        }
        match self.temporary.become_folder(&self.folder) {
            Ok(()) => Ok(true),
            Err(_) if self.folder.is_dir() => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Moves files one by one into an existing folder, and all back on failure.
    fn move_files(&mut self) -> Result<(), Failure> {
        let _alone = alone(&self.folder)?;
        // Files may have appeared in the meantime.
        refuse(&self.folder, &self.names, self.replace)?;
        let mut moved = Vec::new();
        for name in self.names.clone() {
            let result = self.move_file(&name);
            moved.push(name);
            if let Err(source) = result {
                let failure = self.cannot_write(moved.last().map_or("", String::as_str), source);
                return Err(self.move_back(&moved).err().unwrap_or(failure));
            }
        }
        Ok(())
    }

    fn move_file(&mut self, name: &str) -> io::Result<()> {
        let (place, old) = (self.folder.join(name), self.old(name));
        if let (Some(folder), Some(old_folder)) = (place.parent(), old.parent()) {
            self.made.folders(folder)?;
            fs::create_dir_all(old_folder)?;
        }
        match fs::symlink_metadata(&place) {
            // Created since the check.
            Ok(about) if about.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(_) => fs::rename(&place, &old)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        fs::rename(self.temporary.path().join(name), &place)
    }

    fn old(&self, name: &str) -> PathBuf {
        self.temporary.path().join(OLD).join(name)
    }

    /// Rolls back: restores old files and removes new ones.
    fn move_back(&mut self, moved: &[String]) -> Result<(), Failure> {
        for name in moved.iter().rev() {
            let (place, old) = (self.folder.join(name), self.old(name));
            let result = if old.symlink_metadata().is_ok() {
                fs::rename(&old, &place)
            } else if self.temporary.path().join(name).exists() {
                Ok(())
            } else {
                // The file that failed may be missing.
                match fs::remove_file(&place) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                    result => result,
                }
            };
            if let Err(source) = result {
                // Keep what could not be restored.
                self.temporary.stay();
                return Err(Failure::Other {
                    what: Message::new("export-not-put-back")
                        .with("path", place.display().to_string())
                        .with("detail", source.to_string()),
                    help: Some(
                        Message::new("export-not-put-back-help")
                            .with("path", self.temporary.path().join(OLD).display().to_string()),
                    ),
                });
            }
        }
        Ok(())
    }
}

/// Locks a folder against concurrent exports; `None` if the system cannot lock folders.
#[cfg(unix)]
fn alone(folder: &Path) -> Result<Option<File>, Failure> {
    let Ok(file) = File::open(folder) else {
        return Ok(None);
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Err(Failure::Other {
            what: Message::new("export-busy").with("path", folder.display().to_string()),
            help: Some(Message::new("export-busy-help")),
        }),
        Err(fs::TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(not(unix))]
fn alone(_: &Path) -> Result<Option<File>, Failure> {
    Ok(None)
}

/// Fails if files of these names exist and may not be replaced. Folders and other non-files are never replaced.
fn refuse(folder: &Path, names: &[String], replace: bool) -> Result<(), Failure> {
    let found = |name: &String| fs::symlink_metadata(folder.join(name)).ok();
    let is_foreign =
        |name: &&String| found(name).is_some_and(|about| !about.is_file() && !about.is_symlink());
    if let Some(name) = names.iter().find(is_foreign) {
        return Err(Failure::Other {
            what: Message::new("export-no-file").with("path", folder.join(name).display().to_string()),
            help: Some(Message::new("export-no-file-help")),
        });
    }
    let is_there = |name: &&String| found(name).is_some();
    let first = names.iter().find(is_there).filter(|_| !replace);
    let Some(first) = first else {
        return Ok(());
    };
    Err(Failure::Other {
        what: Message::new("export-exists")
            .with("count", names.iter().filter(is_there).count())
            .with("first", folder.join(first).display().to_string()),
        help: Some(Message::new("export-exists-help")),
    })
}
