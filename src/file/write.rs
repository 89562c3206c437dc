//! Writing typed values to disk.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::Serialize;
use tempfile::NamedTempFile;

use super::Failure;
use super::read::regular;
use super::temporary;
use crate::text::Message;

/// A document as RON text: one field per line, number lists on one line, final newline.
///
/// # Errors
/// [`Failure::Other`] if the value cannot be written as RON; documents always can.
pub fn to_ron<T: Serialize>(document: &T) -> Result<String, Failure> {
    let style = PrettyConfig::new()
        .new_line("\n")
        .struct_names(false)
        .compact_arrays(true);
    let mut text = ron::ser::to_string_pretty(document, style).map_err(|error| Failure::Other {
        what: Message::new("file-cannot-encode").with("detail", error.to_string()),
        help: None,
    })?;
    text.push('\n');
    Ok(text)
}

/// Saves atomically: writes and flushes a temporary file beside the target, then renames it. Links are followed,
/// permissions kept.
///
/// # Errors
/// [`Failure::Io`], or [`Failure::Other`] for a pipe or device; the old content is then intact.
pub fn save(path: &Path, text: &str) -> Result<(), Failure> {
    save_if(path, text, || Ok(()))
}

/// The same, readable by the user only.
///
/// # Errors
/// As [`save`].
pub fn save_private(path: &Path, text: &str) -> Result<(), Failure> {
    write(path, whole(text), Readers::User, || Ok(()))
}

fn whole(text: &str) -> impl FnOnce(&mut std::fs::File) -> io::Result<()> {
    move |file| file.write_all(text.as_bytes())
}

/// Who may read a file.
#[derive(Clone, Copy, PartialEq)]
enum Readers {
    /// As the replaced file, or the default for new files.
    AsUsual,
    User,
}

/// The same for what is written piece by piece, which is too large to be held.
///
/// # Errors
/// As [`save`], and what `content` gives.
pub fn save_as_written(
    path: &Path,
    content: impl FnOnce(&mut std::fs::File) -> io::Result<()>,
) -> Result<(), Failure> {
    write(path, content, Readers::AsUsual, || Ok(()))
}

/// The same if `check` passes, both before writing and again right before the rename, because another program may
/// write the file meanwhile.
///
/// # Errors
/// The error of `check`, or as [`save`]; the old content is then intact.
pub fn save_if<E: From<Failure>>(
    path: &Path,
    text: &str,
    check: impl Fn() -> Result<(), E>,
) -> Result<(), E> {
    write(
        path,
        |file| file.write_all(text.as_bytes()),
        Readers::AsUsual,
        check,
    )
}

fn write<E: From<Failure>>(
    path: &Path,
    content: impl FnOnce(&mut std::fs::File) -> io::Result<()>,
    readers: Readers,
    check: impl Fn() -> Result<(), E>,
) -> Result<(), E> {
    if let Ok(about) = std::fs::metadata(path)
        && !about.is_dir()
    {
        // A rename would replace a pipe or device by a file.
        regular(path, &about)?;
    }
    // Replace the target of a link, not the link.
    let target = match path.canonicalize() {
        Ok(real) => real,
        Err(_) => path.to_owned(),
    };
    let io = |source| Failure::Io {
        path: path.to_owned(),
        doing: "file-cannot-save",
        source,
    };
    check()?;
    let written = write_beside(&target, content, readers).map_err(io)?;
    check()?;
    written.persist(target).map_err(|error| io(error.error))?;
    Ok(())
}

/// A temporary file beside `target` with this content, flushed to disk.
fn write_beside(
    target: &Path,
    content: impl FnOnce(&mut std::fs::File) -> io::Result<()>,
    readers: Readers,
) -> io::Result<NamedTempFile> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut builder = tempfile::Builder::new();
    let old = std::fs::metadata(target).ok();
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        // A rename ignores permissions; respect read-only files.
        if old.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        // Temporary files are private by default.
        if readers == Readers::AsUsual {
            builder.permissions(old.permissions());
        }
    } else if readers == Readers::AsUsual {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // The default mode, subject to the umask.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
    }
    // Private files live in our own folders, which are cleaned up elsewhere.
    if readers == Readers::AsUsual {
        temporary::clear(&folder);
    }
    let mut file = temporary::make(&mut builder, &folder)?;
    content(file.as_file_mut())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Whether RON text has comments, which saving would lose.
#[must_use]
pub fn has_comments(text: &str) -> bool {
    let mut rest = text;
    while let Some(position) = rest.find(['"', '/', 'r']) {
        let from = &rest[position..];
        if from.starts_with("//") || from.starts_with("/*") {
            return true;
        }
        rest = skip_string(from).unwrap_or_else(|| &from[1..]);
    }
    false
}

/// The rest after a string literal at the start of `text`; `None` if there is none.
fn skip_string(text: &str) -> Option<&str> {
    if let Some(raw) = text.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let body = raw[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        return Some(body.split_once(&close).map_or("", |(_, rest)| rest));
    }
    let body = text.strip_prefix('"')?;
    let mut escaped = false;
    for (position, c) in body.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(&body[position + 1..]),
            _ => {}
        }
    }
    Some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_told_from_text() {
        assert!(has_comments("(a: 1) // why"));
        assert!(has_comments("(a: /* why */ 1)"));
        assert!(!has_comments(r#"(a: "http://example.org", b: "\"//")"#));
        assert!(!has_comments(r##"(a: r#"// "quoted" "#, rate: 1)"##));
        assert!(has_comments(r#"(a: "x", rate: 1) // after"#));
    }

    #[test]
    fn a_save_replaces_the_whole_file_and_leaves_nothing_beside_it() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("方案 one.ron");
        for text in ["first, and longer", "second"] {
            save(&path, text).map_err(io::Error::other)?;
            assert_eq!(std::fs::read_to_string(&path)?, text);
        }
        assert_eq!(std::fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[test]
    fn what_another_program_writes_during_a_save_is_seen() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("slow.ron");
        save(&path, "old").map_err(io::Error::other)?;
        let asked = std::cell::Cell::new(0);
        // The second check sees a different file.
        let check = || {
            asked.set(asked.get() + 1);
            if asked.get() == 1 {
                return Ok(());
            }
            Err(Failure::Other {
                what: Message::new("file-gone"),
                help: None,
            })
        };
        assert!(save_if(&path, "new", check).is_err());
        assert_eq!(std::fs::read_to_string(&path)?, "old");
        assert_eq!(std::fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[test]
    #[allow(
        clippy::disallowed_methods,
        reason = "the file to be protected has to come from somewhere else"
    )]
    fn a_failed_save_leaves_the_old_file() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("kept.ron");
        std::fs::write(&path, "old")?;
        let mut permissions = std::fs::metadata(&path)?.permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&path, permissions)?;
        assert!(save(&path, "new").is_err());
        assert_eq!(std::fs::read_to_string(&path)?, "old");
        assert!(save(folder.path(), "new").is_err(), "a folder is no file");
        assert!(save(&folder.path().join("no/such/folder.ron"), "new").is_err());
        Ok(())
    }
}
