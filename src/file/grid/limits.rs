//! How much a table may hold, and the way out for whoever does not want to wait any longer.

use std::collections::HashMap;

use super::super::{Failure, Watch};
use crate::text::{Message, numbers};

/// Larger files are refused unread, in bytes.
pub const LARGEST_TABLE: u64 = 100 * 1024 * 1024;

/// A row of a table is rarely more than an indicator, a province and a year; this holds 31 × 20 × 300 of them.
const MOST_ROWS: usize = 200_000;
const MOST_COLUMNS: usize = 5_000;
/// Cells with something in them, in all sheets together.
const MOST_CELLS: usize = 2_000_000;
/// Cells up to the last one of each row, blank ones included: these take memory as well.
const MOST_ROOM: usize = 6_000_000;
/// Text in cells, in bytes: one text of a workbook may stand in every cell, so the file's size does not bound it.
const MOST_TEXT: usize = LARGEST_TABLE as usize;
/// What one part of a workbook, and all parts that are read, may unpack to.
pub(super) const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
pub(super) const MOST_UNPACKED_TOGETHER: u64 = 512 * 1024 * 1024;
/// Sheets, or tables of a page, with something in them: each is looked at for figures.
pub(super) const MOST_SHEETS: usize = 1_000;
/// A sheet merges cells in its headings.
const MOST_MERGED: usize = 200_000;

/// Why reading ends early.
pub(super) enum Stop {
    /// Nobody wants the table any more.
    Cancelled,
    /// The file is at fault.
    Refused(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

/// Something that is no table, or one that only its own program reads.
pub(super) fn other(name: &str, what: &'static str) -> Stop {
    Stop::Refused(Failure::Other {
        what: Message::new("table-other")
            .with("path", name)
            .with("what", Message::new(what)),
        help: Some(Message::new("table-other-help")),
    })
}

/// What is left of the limits while a file is read.
pub(super) struct Budget<'a> {
    /// The file, for messages.
    pub(super) name: &'a str,
    /// Who waits.
    pub(super) watch: &'a Watch,
    cells: usize,
    room: usize,
    text: usize,
    merged: usize,
    entries: usize,
    /// Bytes unpacked from a workbook.
    pub(super) unpacked: u64,
    /// The parts of an archive by their folded names, once one was looked for that is not there by its own.
    pub(super) parts: Option<HashMap<String, String>>,
}

/// How many cells go by before somebody is asked whether to go on.
const ASK_EVERY: usize = 4096;

impl<'a> Budget<'a> {
    pub(super) const fn new(name: &'a str, watch: &'a Watch) -> Self {
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

    /// Whether a cell lies where no table of figures reaches.
    pub(super) fn within(&self, row: usize, column: usize) -> Result<(), Stop> {
        if row < MOST_ROWS && column < MOST_COLUMNS {
            return Ok(());
        }
        let what = Message::new("table-too-many-cells")
            .with("path", self.name)
            .with("rows", grouped(MOST_ROWS))
            .with("columns", grouped(MOST_COLUMNS));
        Err(self.too_large(what))
    }

    /// Counts a cell with so many bytes of text.
    pub(super) fn cell(&mut self, text: usize) -> Result<(), Stop> {
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

    /// Counts cells that take memory without anything in them.
    pub(super) fn room(&mut self, cells: usize) -> Result<(), Stop> {
        self.room = self.room.saturating_add(cells);
        if self.room > MOST_ROOM {
            return Err(self.beyond("table-too-spread", MOST_ROOM));
        }
        Ok(())
    }

    /// Counts what cells refer to, texts above all: there is no use in more of them than there can be cells.
    pub(super) fn entry(&mut self) -> Result<(), Stop> {
        self.entries += 1;
        if self.entries > MOST_CELLS {
            return Err(self.beyond("table-too-full", MOST_CELLS));
        }
        Ok(())
    }

    /// Counts cells that are shown as one.
    pub(super) fn merged(&mut self) -> Result<(), Stop> {
        self.merged += 1;
        if self.merged > MOST_MERGED {
            return Err(self.beyond("table-too-merged", MOST_MERGED));
        }
        Ok(())
    }

    /// Stops if nobody wants the table any more.
    pub(super) fn ask(&self) -> Result<(), Stop> {
        if self.watch.is_cancelled() {
            Err(Stop::Cancelled)
        } else {
            Ok(())
        }
    }

    /// A part of the workbook that unpacks to more than is sensible.
    pub(super) fn unpacks(&self, part: &str, limit: u64) -> Stop {
        let what = Message::new("table-unpacks")
            .with("path", self.name)
            .with("part", part)
            .with("limit", usize::try_from(limit >> 20).unwrap_or(usize::MAX));
        self.too_large(what)
    }

    /// The file is at fault in a way that only a specialist understands.
    pub(super) fn broken(&self, detail: impl Into<String>) -> Stop {
        broken(self.name, detail).into()
    }

    /// A refusal with a remedy.
    pub(super) fn refusal(&self, what: &'static str, help: &'static str) -> Stop {
        refusal(what, self.name, help).into()
    }

    fn beyond(&self, what: &'static str, limit: usize) -> Stop {
        let what = Message::new(what)
            .with("path", self.name)
            .with("limit", grouped(limit));
        self.too_large(what)
    }

    #[allow(clippy::unused_self, reason = "reads as the others")]
    fn too_large(&self, what: Message) -> Stop {
        Stop::Refused(Failure::Other {
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

/// More sheets than anybody looks through.
pub(super) fn too_many_sheets(name: &str) -> Failure {
    Failure::Other {
        what: Message::new("table-too-many-sheets")
            .with("path", name)
            .with("limit", grouped(MOST_SHEETS)),
        help: Some(Message::new("table-too-large-help")),
    }
}

/// A file that claims to be a workbook and is damaged.
pub(super) fn broken(name: &str, detail: impl Into<String>) -> Failure {
    Failure::Other {
        what: Message::new("table-broken")
            .with("path", name)
            .with("detail", detail.into()),
        help: Some(Message::new("table-broken-help")),
    }
}

/// 200,000 rather than 200000.
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
