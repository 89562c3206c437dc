//! What leaves the program: one file per format. Everything here turns a [`Material`] into bytes; where the bytes go is
//! decided elsewhere.

pub mod csv;
pub mod iamc;
mod material;
mod record;
pub mod xlsx;

pub use material::Material;
pub use record::{Record, record};

use crate::file::Failure;
use crate::text::Message;

/// A library that writes a format refused, which input cannot bring about.
fn failed(format: &str, reason: impl std::fmt::Display) -> Failure {
    Failure::Other {
        what: Message::new("export-failed")
            .with("format", format)
            .with("detail", reason.to_string()),
        help: Some(Message::new("export-failed-help")),
    }
}
