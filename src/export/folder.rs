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
    /// Of exports that were interrupted, the folders in which files of the user's are still waiting.
    kept: Vec<PathBuf>,
    temporary: Temporary,
    /// Folders made on the way to it, the outermost first; removed again unless the export succeeds.
    made: Made,
}

/// Folders made on the way, removed when dropped if they are empty.
#[derive(Default)]
struct Made(Vec<PathBuf>);

impl Made {
    /// Makes a folder and those it is in, as far as they are missing.
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
                // Another export was faster.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            // A folder that holds something by now is somebody's, and stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

impl Staging {
    /// Makes the temporary folder: inside the folder if that is there, so that moving crosses no disk, beside it if not.
    ///
    /// # Errors
    /// [`Failure`] if files of these names are there and may not be replaced, or the place cannot be written to.
    pub fn begin(folder: &Path, names: &[String], replace: bool) -> Result<Self, Failure> {
        let failed = |source| Failure::Io {
            path: folder.to_owned(),
            doing: "export-cannot-use",
            source,
        };
        let mut made = Made::default();
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
        // First of all, because what goes back to its place may then be in the way.
        let kept = leftover::clear(folder, beside);
        if is_there {
            refuse(folder, names, replace)?;
        }
        let around = if is_there { folder } else { beside };
        made.folders(around).map_err(failed)?;
        let temporary = match Temporary::inside(around) {
            // An export that failed has just taken away a folder that it had made.
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

    /// Writes a file that is to have this name.
    ///
    /// # Errors
    /// [`Failure::Io`] with the place it was meant for.
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

    /// Moves everything into place. Gives the folders in which interrupted exports have left files of the user's.
    ///
    /// # Errors
    /// [`Failure`]; files that were there before are there again.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, Failure> {
        match self.move_folder() {
            Ok(true) => {}
            // Somebody else has made the folder since, perhaps another export.
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

    /// Moves the whole folder into its place; says whether that was possible, which it is not where one is already.
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

    /// Moves file by file into a folder that was there before, and all of them back if one cannot be.
    fn move_files(&mut self) -> Result<(), Failure> {
        let _alone = alone(&self.folder)?;
        // Somebody else may have written since.
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
            // It came since the last look.
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

    /// Puts the old files back and takes the new ones away.
    fn move_back(&mut self, moved: &[String]) -> Result<(), Failure> {
        for name in moved.iter().rev() {
            let (place, old) = (self.folder.join(name), self.old(name));
            let result = if old.symlink_metadata().is_ok() {
                fs::rename(&old, &place)
            } else if self.temporary.path().join(name).exists() {
                Ok(())
            } else {
                // The one that failed may not have got there.
                match fs::remove_file(&place) {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                    result => result,
                }
            };
            if let Err(source) = result {
                // What could not be put back must not be cleared away.
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

/// Keeps other exports from moving files into a folder, so that of two at once neither takes the other's files away; nothing
/// where the system knows no locks of folders.
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

/// Refuses if files of these names are there and may not be replaced. What is no file is never replaced: a folder of such a
/// name is somebody's, with everything in it.
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
