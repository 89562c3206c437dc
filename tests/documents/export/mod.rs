//! Exports: figures are correct, nothing overlaps, the same input gives the same bytes, and folders are left complete.
#![allow(
    clippy::disallowed_methods,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "tests compare to more digits than platforms differ in, and names that we have given ourselves"
)]

mod annotations;
mod command_line;
mod evidence;
mod figures;
mod folders;
mod importance;
mod interrupted;
mod languages;
mod layout;
mod material;
mod names;
mod overview;
mod progress;
mod report;
mod uncertainty;
mod waterfalls;
