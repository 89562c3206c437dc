//! From bytes to a typed value.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::dialect::options;
use super::locate::ValuePath;
use super::syntax;
use super::{Diagnostic, FIRST_FORMAT, Failure, Invalid, NEWEST_FORMAT};
use crate::text::Message;

/// In bytes; larger files are rejected unread. Scenarios are a few kilobytes.
pub const LARGEST_FILE: u64 = 8 * 1024 * 1024;

/// The failure for a file that cannot be read.
pub(super) fn cannot_read(path: &Path, source: io::Error) -> Failure {
    Failure::Io {
        path: path.to_owned(),
        doing: "file-cannot-read",
        source,
    }
}

/// Rejects what is not a regular file: reading a pipe may block, and a device may never end.
///
/// # Errors
/// [`Failure::Io`] for a folder or a system error, [`Failure::Other`] for a pipe or device.
pub(super) fn regular(path: &Path, about: &Metadata) -> Result<(), Failure> {
    if about.is_dir() {
        return Err(cannot_read(path, io::ErrorKind::IsADirectory.into()));
    }
    if !about.is_file() {
        return Err(Failure::Other {
            what: Message::new("file-no-file").with("path", path.display().to_string()),
            help: Some(Message::new("file-no-file-help")),
        });
    }
    Ok(())
}

/// Opens a file for reading and returns its size in bytes.
///
/// # Errors
/// As [`regular`].
pub(super) fn open(path: &Path) -> Result<(File, u64), Failure> {
    let io = |source| cannot_read(path, source);
    // Checked before opening, which may block on a pipe.
    regular(path, &std::fs::metadata(path).map_err(io)?)?;
    let file = File::open(path).map_err(io)?;
    let about = file.metadata().map_err(io)?;
    regular(path, &about)?;
    Ok((file, about.len()))
}

/// Reads a file into memory.
///
/// # Errors
/// [`Failure::Io`] for a system error, [`Failure::Other`] for a file above [`LARGEST_FILE`], a pipe or device.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    read_up_to(path, LARGEST_FILE)
}

/// The same with another limit in bytes.
///
/// # Errors
/// As [`read`].
pub fn read_up_to(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let (file, _) = open(path)?;
    let mut bytes = Vec::new();
    // Reading one byte more detects oversize regardless of the reported size.
    file.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|source| cannot_read(path, source))?;
    if bytes.len() as u64 > most {
        return Err(Failure::Other {
            what: Message::new("file-too-large").with("path", path.display().to_string()),
            help: Some(Message::new("file-too-large-help")),
        });
    }
    Ok(bytes)
}

/// The SHA-256 of a document's bytes, as 64 hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits, two each.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(2 * bytes.len()), |mut hex, byte| {
            // Writing into a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// The text of a file: UTF-8, with or without a byte-order mark.
///
/// # Errors
/// [`Failure::Invalid`] that points at the first byte which is not UTF-8.
pub fn decode(name: &str, bytes: &[u8]) -> Result<String, Failure> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // UTF-16 without byte-order mark may pass for UTF-8 with NUL characters.
    let zero = bytes.iter().position(|byte| *byte == 0);
    let start = match (std::str::from_utf8(bytes), zero) {
        (Ok(text), None) => return Ok(text.to_owned()),
        (Ok(_), Some(zero)) => zero,
        (Err(fault), _) => fault.valid_up_to(),
    };
    let is_utf16 = zero.is_some() || bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let help = if is_utf16 {
        "file-utf16-help"
    } else {
        "file-not-utf8-help"
    };
    let text = String::from_utf8_lossy(bytes).into_owned();
    let width = text[start..].chars().next().map_or(0, char::len_utf8);
    Err(invalid(
        name,
        text,
        vec![Diagnostic {
            what: Message::new("file-not-utf8"),
            help: Some(Message::new(help)),
            span: start..start + width,
        }],
    ))
}

/// Read before all other fields, so that a newer file is reported as such rather than as full of unknown fields.
#[derive(Deserialize)]
struct Version {
    format: u32,
}

/// Reads a document of this program's format from RON text.
///
/// # Errors
/// [`Failure::Invalid`] with one diagnostic: the format number, or the first syntax error or field at fault.
pub fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Failure> {
    let refuse = |what, help, span: Range<usize>| {
        let diagnostic = Diagnostic {
            what,
            help: Some(help),
            span,
        };
        Err(invalid(name, text.to_owned(), vec![diagnostic]))
    };
    if text.trim().is_empty() {
        let what = Message::new("file-empty");
        return refuse(what, Message::new("file-empty-help"), 0..0);
    }
    // Syntax errors are left to the full parse, which knows what it expects.
    if let Ok(Version { format }) = options().from_str::<Version>(text)
        && !(FIRST_FORMAT..=NEWEST_FORMAT).contains(&format)
    {
        let at = ValuePath::top().field("format").locate(text);
        let (what, help) = if format > NEWEST_FORMAT {
            ("file-newer-format", "file-newer-format-help")
        } else {
            ("file-unknown-format", "file-unknown-format-help")
        };
        let what = Message::new(what)
            .with("found", format.to_string())
            .with("known", NEWEST_FORMAT.to_string());
        let help = Message::new(help)
            .with("first", FIRST_FORMAT.to_string())
            .with("known", NEWEST_FORMAT.to_string());
        return refuse(what, help, at);
    }
    options()
        .from_str(text)
        .map_err(|error| invalid(name, text.to_owned(), vec![syntax::diagnose(text, &error)]))
}

fn invalid(name: &str, text: String, diagnostics: Vec<Diagnostic>) -> Failure {
    Failure::Invalid(Box::new(Invalid {
        name: name.to_owned(),
        text,
        diagnostics,
        more: 0,
    }))
}
