//! The house rules: each floor uses only floors below it, no two parts of a floor use each other, and the core knows no
//! window, no dialog and no clock.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

mod files;
mod floors;
mod independence;
mod names;
mod sources;
