//! Reading and writing documents: text to typed values or located diagnostics, and atomic saves.
//!
//! Both kinds of document are RON. Shared here: decoding, format numbers, readable syntax errors, locating checked
//! values, rendering diagnostics, and atomic saves.

mod diagnostic;
mod dialect;
mod entries;
mod grid;
mod locate;
mod nearest;
mod problem;
mod read;
mod syntax;
mod temporary;
mod watch;
mod write;

pub use diagnostic::{Diagnostic, Failure, Invalid, reason};
pub use entries::Entries;
pub use grid::{
    Area, FormatText, Grid, GridCell, LARGEST_TABLE, Sheet, Sheets, pasted, read_sheets, read_sheets_watched,
    sheets_of_bytes, sheets_of_bytes_watched, table_bytes,
};
pub use locate::{EntryPart, Step, ValuePath};
pub use nearest::{list, nearest};
pub use problem::{Problem, Problems, locate_problems};
pub use read::{LARGEST_FILE, decode, hexadecimal, parse, read, read_up_to, sha256};
pub use temporary::{TEMPORARY_PREFIX, TEMPORARY_SUFFIX, is_temporary};
pub use watch::WorkMonitor;
pub use write::{has_comments, save, save_as_written, save_if, save_private, to_ron};

/// Newest readable version of both file formats. Files are written in the oldest that suffices.
pub const NEWEST_FORMAT: u32 = 2;

/// First version of both file formats; all other files use it.
pub const FIRST_FORMAT: u32 = 1;
