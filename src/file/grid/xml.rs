//! Streaming XML parts of workbooks, bounded by the limits.

use std::fmt;
use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;

use super::super::WorkMonitor;
use super::limits::{MOST_UNPACKED, MOST_UNPACKED_TOGETHER, ReadBudget, ReadError};

/// Maximum bytes without a tag, which the reader would buffer.
const LONGEST_PIECE: usize = 16 * 1024 * 1024;

/// Why reading a part stops.
#[derive(Clone, Copy, Debug)]
enum Halt {
    Cancelled,
    Unpacked(u64),
}

impl fmt::Display for Halt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Halt {}

/// A stream that counts bytes, reports progress, and fails at the limits.
pub(super) struct BoundedReader<'n> {
    inner: &'n mut dyn Read,
    buffer: Vec<u8>,
    at: usize,
    /// Bytes of this part and earlier ones.
    given: u64,
    before: u64,
    piece: usize,
    watch: WorkMonitor,
}

impl<'n> BoundedReader<'n> {
    fn new(inner: &'n mut dyn Read, budget: &ReadBudget<'_>) -> Self {
        Self {
            inner,
            buffer: Vec::new(),
            at: 0,
            given: 0,
            before: budget.unpacked,
            piece: 0,
            watch: budget.watch.clone(),
        }
    }

    fn check(&mut self) -> Result<(), Halt> {
        if self.watch.is_cancelled() {
            return Err(Halt::Cancelled);
        }
        self.given += self.buffer.len() as u64;
        self.watch.reached(self.before + self.given);
        if self.given > MOST_UNPACKED {
            return Err(Halt::Unpacked(MOST_UNPACKED));
        }
        if self.before + self.given > MOST_UNPACKED_TOGETHER {
            return Err(Halt::Unpacked(MOST_UNPACKED_TOGETHER));
        }
        self.piece = match self.buffer.iter().rposition(|byte| *byte == b'<') {
            Some(at) => self.buffer.len() - at,
            None => self.piece + self.buffer.len(),
        };
        if self.piece > LONGEST_PIECE {
            return Err(Halt::Unpacked(LONGEST_PIECE as u64));
        }
        Ok(())
    }
}

impl Read for BoundedReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for BoundedReader<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at == self.buffer.len() {
            self.buffer.resize(64 * 1024, 0);
            let count = self.inner.read(&mut self.buffer);
            self.buffer.truncate(*count.as_ref().unwrap_or(&0));
            self.at = 0;
            count?;
            self.check().map_err(io::Error::other)?;
        }
        Ok(&self.buffer[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        self.at = (self.at + amount).min(self.buffer.len());
    }
}

/// A part being read.
pub(super) struct XmlReader<'n> {
    reader: Reader<BoundedReader<'n>>,
    buffer: Vec<u8>,
    part: &'n str,
}

impl<'n> XmlReader<'n> {
    /// `part` is for messages.
    pub(super) fn new(part: &'n str, inner: &'n mut dyn Read, budget: &ReadBudget<'_>) -> Self {
        let mut reader = Reader::from_reader(BoundedReader::new(inner, budget));
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            part,
        }
    }

    /// The next event.
    pub(super) fn next(&mut self, budget: &ReadBudget<'_>) -> Result<Event<'_>, ReadError> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer);
        event.map_err(|error| stop(self.part, &error, budget))
    }

    /// Skips to the end tag.
    pub(super) fn skip(&mut self, tag: &[u8], budget: &ReadBudget<'_>) -> Result<(), ReadError> {
        self.buffer.clear();
        let skipped = self.reader.read_to_end_into(QName(tag), &mut self.buffer);
        skipped.map(drop).map_err(|error| stop(self.part, &error, budget))
    }

    /// Adds the bytes read to the budget.
    pub(super) fn finish(self, budget: &mut ReadBudget<'_>) {
        budget.unpacked += self.reader.get_ref().given;
    }
}

fn stop(part: &str, error: &quick_xml::Error, budget: &ReadBudget<'_>) -> ReadError {
    let halt = match error {
        quick_xml::Error::Io(error) => error.get_ref().and_then(|error| error.downcast_ref::<Halt>()),
        _ => None,
    };
    match halt {
        Some(Halt::Cancelled) => ReadError::Cancelled,
        Some(Halt::Unpacked(limit)) => budget.unpacks(part, *limit),
        None => budget.broken(format!("{part}: {error}")),
    }
}

/// An attribute's value by local name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())
        .map(|attribute| plain(&attribute.value))
}

/// Text of an attribute, with entities resolved.
pub(super) fn plain(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value);
    match quick_xml::escape::unescape(&text) {
        Ok(plain) => plain.into_owned(),
        Err(_) => text.into_owned(),
    }
}

/// Whether a boolean attribute is true.
pub(super) fn says_yes(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}

/// Decodes `&amp;` and `&#20013;`.
pub(super) fn entity(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(found)) = reference.resolve_char_ref() {
        return Some(found);
    }
    match &**reference {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => None,
    }
}
