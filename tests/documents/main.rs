//! Input and output: files and their faults, tables, exports, messages, the command line. Needs no window.
#![allow(
    clippy::disallowed_methods,
    reason = "files made for a test need not be saved atomically"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

mod command_line;
mod diagnostics;
mod export;
mod hostile;
mod import;
mod large;
mod messages;
mod own_text;
mod program;
mod safe_text;
mod tables;
mod wording;
