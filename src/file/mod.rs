//! Reading and writing documents: text in, typed value or located diagnostics out, and saves that cannot half happen.
//!
//! Both kinds of document are RON. What is shared between them lives here: decoding, the format number, syntax errors
//! in plain words, finding where in the text a checked value stands, rendering diagnostics, and the atomic save.

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
    Area, Grid, GridCell, LARGEST_TABLE, Painted, Sheet, Sheets, pasted, read_sheets, read_sheets_watched,
    sheets_of_bytes, sheets_of_bytes_watched, table_bytes,
};
pub use locate::{Part, Place, Step};
pub use nearest::{list, nearest};
pub use problem::{Problem, Problems, locate_problems};
pub use read::{LARGEST_FILE, decode, parse, read, read_up_to, sha256};
pub use temporary::{TEMPORARY_PREFIX, TEMPORARY_SUFFIX, is_temporary};
pub use watch::Watch;
pub use write::{has_comments, save, save_if, save_private, to_ron};

/// The newest version of both file formats that this program reads. It writes the oldest that has what a document uses.
pub const NEWEST_FORMAT: u32 = 2;

/// The first version of both file formats, and the one of every other file.
pub const FIRST_FORMAT: u32 = 1;
