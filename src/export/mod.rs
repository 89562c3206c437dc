//! Exports: figures, tables, workbooks and reports from a [`ExportInput`], one file or folder per format, and their
//! output folder.
//!
//! # Adding a format
//!
//! [`Format`] lists the formats there are and the files they write; [`export`] makes and places them.

pub mod csv;
mod drawn;
mod entered;
pub mod figure;
mod folder;
mod format;
pub mod iamc;
mod input;
mod leftover;
mod record;
pub mod report;
mod request;
mod run;
mod uncertain;
mod work;
pub mod xlsx;

pub use drawn::{DrawnExport, DrawnTarget, EXPORT_DRAWS, ExportDraws};
pub use format::{FigureFormat, File, Format, Writes};
pub use input::ExportInput;
pub use record::{Record, record};
pub use request::ExportRequest;
pub use run::{ExportOutcome, Progress, export, file_names};

use crate::file::Failure;
use crate::text::Message;

/// A library error that input cannot cause.
fn failed(format: &str, reason: impl std::fmt::Display) -> Failure {
    Failure::Other {
        what: Message::new("export-failed")
            .with("format", format)
            .with("detail", reason.to_string()),
        help: Some(Message::new("export-failed-help")),
    }
}
