//! Export formats and their files.

use super::report::Report;
use super::{Material, Request, csv, iamc, xlsx};
use crate::file::Failure;
use crate::plan::{IndicatorIx, Plan};
use crate::text::safe;

/// Subfolder for figures.
const FIGURES: &str = "figures";

/// An export format.
///
/// To add one: a variant, its name and what it writes ([`Format::writes`]); for a new [`File`] its name and how it is
/// made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Vector figures with live text, for the web and drawing programs.
    Svg,
    /// Raster figures at 300 dpi, for word processors.
    Png,
    /// Vector figures with embedded fonts, for typesetting.
    Pdf,
    /// Tables for programs and spreadsheets.
    Csv,
    /// A workbook of live formulas.
    Xlsx,
    /// IAMC tables, readable by pyam.
    Iamc,
    /// A report for screen and print.
    Html,
    /// A report for word processors.
    Docx,
}

/// What a format writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// One file per chart, with this extension.
    Figures(&'static str),
    /// These files.
    Files(&'static [File]),
}

/// A single file of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// Levels, a row per indicator.
    WideCsv,
    /// Levels, a row per indicator and year.
    LongCsv,
    /// Assessment of every target.
    ScorecardCsv,
    /// The workbook.
    Workbook,
    /// IAMC data, a row per variable and year.
    IamcLong,
    /// IAMC data, a row per variable.
    IamcWide,
    /// The report for screen and print.
    HtmlReport,
    /// The report for word processors.
    WordReport,
}

impl File {
    /// File name within the export folder.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WideCsv => "data-wide.csv",
            Self::LongCsv => "data-long.csv",
            Self::ScorecardCsv => "scorecard.csv",
            Self::Workbook => "workbook.xlsx",
            Self::IamcLong => "data-iamc.csv",
            Self::IamcWide => "data-iamc-wide.csv",
            Self::HtmlReport => "report.html",
            Self::WordReport => "report.docx",
        }
    }

    pub(super) fn make(self, material: &Material<'_>, request: &Request) -> Result<Vec<u8>, Failure> {
        match self {
            Self::WideCsv => csv::wide(material, request.byte_order_mark),
            Self::LongCsv => csv::long(material, request.byte_order_mark),
            Self::ScorecardCsv => csv::scorecard(material, request.byte_order_mark),
            Self::Workbook => xlsx::workbook(material),
            Self::IamcLong => iamc::long(material, &request.region),
            Self::IamcWide => iamc::wide(material, &request.region),
            Self::HtmlReport => Ok(Report::new(material, &request.report).html()?.into_bytes()),
            Self::WordReport => Report::new(material, &request.report).docx(),
        }
    }
}

impl Format {
    /// All formats, in output order.
    pub const ALL: [Self; 8] = [
        Self::Svg,
        Self::Png,
        Self::Pdf,
        Self::Csv,
        Self::Xlsx,
        Self::Iamc,
        Self::Html,
        Self::Docx,
    ];

    /// Command-line name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Iamc => "iamc",
            Self::Html => "html",
            Self::Docx => "docx",
        }
    }

    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Files it writes.
    #[must_use]
    pub const fn writes(self) -> Writes {
        match self {
            Self::Svg | Self::Png | Self::Pdf => Writes::Figures(self.name()),
            Self::Csv => Writes::Files(&[File::WideCsv, File::LongCsv, File::ScorecardCsv]),
            Self::Xlsx => Writes::Files(&[File::Workbook]),
            Self::Iamc => Writes::Files(&[File::IamcLong, File::IamcWide]),
            Self::Html => Writes::Files(&[File::HtmlReport]),
            Self::Docx => Writes::Files(&[File::WordReport]),
        }
    }

    /// Whether it writes one file per chart.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(self.writes(), Writes::Figures(_))
    }

    /// Whether it is a report.
    #[must_use]
    pub const fn is_report(self) -> bool {
        matches!(self, Self::Html | Self::Docx)
    }

    /// File of a chart, relative to the export folder. Ids are valid file names on every system, except for names
    /// reserved by Windows.
    pub(super) fn figure_file(self, plan: &Plan, ix: IndicatorIx) -> String {
        format!("{FIGURES}/{}.{}", safe::file_stem(&plan.get(ix).id), self.name())
    }
}
