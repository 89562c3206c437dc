//! Limits on tables, and cancellation.

use std::collections::HashMap;

use super::super::{Failure, WorkMonitor};
use crate::text::{Message, numbers};

/// In bytes; larger files are rejected unread.
pub const LARGEST_TABLE: u64 = 100 * 1024 * 1024;

/// Room for 31 provinces × 20 years × 300 indicators.
const MOST_ROWS: usize = 200_000;
const MOST_COLUMNS: usize = 5_000;
/// Non-empty cells, in all sheets together.
const MOST_CELLS: usize = 2_000_000;
/// Cells including blanks within rows, which take memory too.
const MOST_ROOM: usize = 6_000_000;
/// Cell text in bytes. Shared strings may repeat in every cell, so file size is no bound.
const MOST_TEXT: usize = LARGEST_TABLE as usize;
/// Decompressed bytes, for one part and for all parts read.
pub(super) const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
pub(super) const MOST_UNPACKED_TOGETHER: u64 = 512 * 1024 * 1024;
/// Non-empty sheets or page tables, each of which is scanned for figures.
pub(super) const MOST_SHEETS: usize = 1_000;
/// Merged areas.
const MOST_MERGED: usize = 200_000;

/// Why reading stops early.
pub(super) enum ReadError {
    /// Cancelled by the caller.
    Cancelled,
    /// The file is rejected.
    Refused(Failure),
}

impl From<Failure> for ReadError {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

/// The fault for a file type that is not supported.
pub(super) fn other(name: &str, what: &'static str) -> ReadError {
    ReadError::Refused(Failure::Other {
        what: Message::new("table-other")
            .with("path", name)
            .with("what", Message::new(what)),
        help: Some(Message::new("table-other-help")),
    })
}

/// Remaining limits while reading a file.
pub(super) struct ReadBudget<'a> {
    /// File name for messages.
    pub(super) name: &'a str,
    /// Progress and cancellation.
    pub(super) watch: &'a WorkMonitor,
    cells: usize,
    room: usize,
    text: usize,
    merged: usize,
    entries: usize,
    /// Bytes decompressed so far.
    pub(super) unpacked: u64,
    /// Archive parts by case-folded name, built on the first miss.
    pub(super) parts: Option<HashMap<String, String>>,
}

/// Cells between checks for cancellation.
const ASK_EVERY: usize = 4096;

impl<'a> ReadBudget<'a> {
    pub(super) const fn new(name: &'a str, watch: &'a WorkMonitor) -> Self {
        Self {
            name,
            watch,
            cells: 0,
            room: 0,
            text: 0,
            merged: 0,
            entries: 0,
            unpacked: 0,
            parts: None,
        }
    }

    /// Rejects cells outside the limits.
    pub(super) fn within(&self, row: usize, column: usize) -> Result<(), ReadError> {
        if row < MOST_ROWS && column < MOST_COLUMNS {
            return Ok(());
        }
        let what = Message::new("table-too-many-cells")
            .with("path", self.name)
            .with("rows", grouped(MOST_ROWS))
            .with("columns", grouped(MOST_COLUMNS));
        Err(self.too_large(what))
    }

    /// Counts a cell with its bytes of text.
    pub(super) fn cell(&mut self, text: usize) -> Result<(), ReadError> {
        self.cells += 1;
        self.text = self.text.saturating_add(text);
        if self.cells > MOST_CELLS {
            return Err(self.beyond("table-too-full", MOST_CELLS));
        }
        if self.text > MOST_TEXT {
            return Err(self.beyond("table-too-much-text", MOST_TEXT >> 20));
        }
        if self.cells.is_multiple_of(ASK_EVERY) {
            self.ask()?;
        }
        Ok(())
    }

    /// Counts blank cells that take memory.
    pub(super) fn room(&mut self, cells: usize) -> Result<(), ReadError> {
        self.room = self.room.saturating_add(cells);
        if self.room > MOST_ROOM {
            return Err(self.beyond("table-too-spread", MOST_ROOM));
        }
        Ok(())
    }

    /// Counts shared entries such as strings; more of them than cells make no sense.
    pub(super) fn entry(&mut self) -> Result<(), ReadError> {
        self.entries += 1;
        if self.entries > MOST_CELLS {
            return Err(self.beyond("table-too-full", MOST_CELLS));
        }
        Ok(())
    }

    /// Counts a merged area.
    pub(super) fn merged(&mut self) -> Result<(), ReadError> {
        self.merged += 1;
        if self.merged > MOST_MERGED {
            return Err(self.beyond("table-too-merged", MOST_MERGED));
        }
        Ok(())
    }

    /// Stops if cancelled.
    pub(super) fn ask(&self) -> Result<(), ReadError> {
        if self.watch.is_cancelled() {
            Err(ReadError::Cancelled)
        } else {
            Ok(())
        }
    }

    /// The fault for a part that decompresses beyond the limit.
    pub(super) fn unpacks(&self, part: &str, limit: u64) -> ReadError {
        let what = Message::new("table-unpacks")
            .with("path", self.name)
            .with("part", part)
            .with("limit", usize::try_from(limit >> 20).unwrap_or(usize::MAX));
        self.too_large(what)
    }

    /// The fault for a damaged file, with technical detail.
    pub(super) fn broken(&self, detail: impl Into<String>) -> ReadError {
        broken(self.name, detail).into()
    }

    /// A fault with a remedy.
    pub(super) fn refusal(&self, what: &'static str, help: &'static str) -> ReadError {
        refusal(what, self.name, help).into()
    }

    fn beyond(&self, what: &'static str, limit: usize) -> ReadError {
        let what = Message::new(what)
            .with("path", self.name)
            .with("limit", grouped(limit));
        self.too_large(what)
    }

    #[allow(clippy::unused_self, reason = "reads as the others")]
    fn too_large(&self, what: Message) -> ReadError {
        ReadError::Refused(Failure::Other {
            what,
            help: Some(Message::new("table-too-large-help")),
        })
    }
}

pub(super) fn refusal(what: &'static str, name: &str, help: &'static str) -> Failure {
    Failure::Other {
        what: Message::new(what).with("path", name),
        help: Some(Message::new(help)),
    }
}

/// Too many sheets.
pub(super) fn too_many_sheets(name: &str) -> Failure {
    Failure::Other {
        what: Message::new("table-too-many-sheets")
            .with("path", name)
            .with("limit", grouped(MOST_SHEETS)),
        help: Some(Message::new("table-too-large-help")),
    }
}

/// A damaged workbook.
pub(super) fn broken(name: &str, detail: impl Into<String>) -> Failure {
    Failure::Other {
        what: Message::new("table-broken")
            .with("path", name)
            .with("detail", detail.into()),
        help: Some(Message::new("table-broken-help")),
    }
}

/// Groups thousands: 200,000.
fn grouped(number: usize) -> String {
    numbers::decimal(number as f64, 0)
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn large_numbers_can_be_read() {
        let found: Vec<String> = [0, 999, 5_000, 2_000_000].map(grouped).into();
        assert_eq!(found, ["0", "999", "5,000", "2,000,000"]);
    }
}
