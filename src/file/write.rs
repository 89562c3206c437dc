//! From a typed value to a file on disk.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::Serialize;
use tempfile::NamedTempFile;

use super::Failure;
use super::read::regular;
use super::temporary;
use crate::text::Message;

/// A document as RON text: fields on lines of their own, lists of numbers on one line, a newline at the end.
///
/// # Errors
/// [`Failure::Other`] if the value has no RON form, which no document of this program lacks.
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

/// Writes a file so that at every moment the old or the new content is there, whole: a temporary file beside it is
/// written, flushed to disk and renamed over it. A link is followed, permissions are kept.
///
/// # Errors
/// [`Failure::Io`], or [`Failure::Other`] for a pipe or a device; what was there is then as it was.
pub fn save(path: &Path, text: &str) -> Result<(), Failure> {
    save_if(path, text, || Ok(()))
}

/// The same for a file that nobody but the user may read.
///
/// # Errors
/// As [`save`].
pub fn save_private(path: &Path, text: &str) -> Result<(), Failure> {
    write(path, text, Readers::User, || Ok(()))
}

/// Who may read a file.
#[derive(Clone, Copy, PartialEq)]
enum Readers {
    /// Who may read the file that is replaced; for a new one, whoever may read new files.
    AsUsual,
    User,
}

/// The same if `check` allows it: asked first, and once more when nothing is left to do but the renaming, because
/// flushing to a slow disk takes its time and another program may have written the file meanwhile.
///
/// # Errors
/// What `check` says, or as [`save`]; what was there is then as it was.
pub fn save_if<E: From<Failure>>(
    path: &Path,
    text: &str,
    check: impl Fn() -> Result<(), E>,
) -> Result<(), E> {
    write(path, text, Readers::AsUsual, check)
}

fn write<E: From<Failure>>(
    path: &Path,
    text: &str,
    readers: Readers,
    check: impl Fn() -> Result<(), E>,
) -> Result<(), E> {
    if let Ok(about) = std::fs::metadata(path)
        && !about.is_dir()
    {
        // A rename would put a file in the place of a pipe or a device.
        regular(path, &about)?;
    }
    // Renaming over a link would replace the link, so the file it leads to is replaced instead.
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
    let written = write_beside(&target, text.as_bytes(), readers).map_err(io)?;
    check()?;
    written.persist(target).map_err(|error| io(error.error))?;
    Ok(())
}

/// A temporary file beside `target` with this content, flushed to disk.
fn write_beside(target: &Path, bytes: &[u8], readers: Readers) -> io::Result<NamedTempFile> {
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
        // A rename does not ask the old file's permissions; a file marked read-only is meant to stay as it is.
        if old.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        // The user alone may read a temporary file, if nothing else is said.
        if readers == Readers::AsUsual {
            builder.permissions(old.permissions());
        }
    } else if readers == Readers::AsUsual {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // What a plain new file gets; the process's mask is applied to it.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
    }
    // Private ones are in folders of this program's own, which are cleared up otherwise.
    if readers == Readers::AsUsual {
        temporary::clear(&folder);
    }
    let mut file = temporary::make(&mut builder, &folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Whether RON text has comments, which a save would lose.
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

/// What follows a string literal at the start of `text`, plain or raw; nothing if none starts here.
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
        // The first look finds the file as it was, the second one another.
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
