//! What leaves the program: figures and reports, one file per format, all from a [`Material`], and the folder they are put into.
//!
//! # Adding a format
//!
//! [`Format`] lists the formats there are and the files they write; [`export`] makes and places them.

pub mod figure;
mod folder;
mod format;
mod material;
pub mod report;
mod run;

pub use format::{Format, Writes};
pub use material::Material;
pub use run::{Outcome, Progress, Request, export};
