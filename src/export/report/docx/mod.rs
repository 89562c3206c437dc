//! A report as a Word document: a package of XML parts and pictures.
//!
//! The order of elements inside properties is the standard's (ECMA-376, part 1, chapter 17); Word insists on it.

mod body;
mod package;
mod paragraph;
mod tables;

use super::cannot_write;
use super::content::{Report, ReportBlock};
use crate::file::Failure;

/// A chart in dots.
struct DocxPicture {
    png: Vec<u8>,
}

pub(super) fn write(report: &Report) -> Result<Vec<u8>, Failure> {
    let mut pictures = Vec::new();
    for block in report.sections.iter().flat_map(|section| &section.blocks) {
        if let ReportBlock::Chart(plate) = block {
            let png = plate.figure.picture()?.png()?;
            pictures.push(DocxPicture { png });
        }
    }
    let document = body::write(report).map_err(|error| cannot_write(&error))?;
    package::write(report, &document, &pictures).map_err(|error| cannot_write(&error))
}
