//! Exports: figures say the truth, nothing overlaps, the same input gives the same bytes, and folders are left whole.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

mod command_line;
mod figures;
mod folders;
mod layout;
mod material;
mod names;
mod report;
