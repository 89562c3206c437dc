//! The formats there are, and the files each writes.

use super::report::Report;
use super::{Material, Request, csv, iamc, xlsx};
use crate::file::Failure;
use crate::plan::{IndicatorIx, Plan};
use crate::text::safe;

/// Where figures go inside an export's folder.
const FIGURES: &str = "figures";

/// A format that exports can be written in.
///
/// To add one: a variant, its name and what it writes ([`Format::writes`]); for a new [`File`] its name and how it is
/// made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Vector figures with text that stays text, for the web and for drawing programs.
    Svg,
    /// Figures in dots, 300 to the inch, for word processors.
    Png,
    /// Vector figures with embedded fonts, for typesetting.
    Pdf,
    /// Tables for programs and spreadsheets.
    Csv,
    /// A workbook of live formulas.
    Xlsx,
    /// Tables for modelling groups, which pyam reads.
    Iamc,
    /// A report to read on a screen and to print.
    Html,
    /// A report for word processors.
    Docx,
}

/// What a format writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// A file for each chart, with this extension.
    Figures(&'static str),
    /// These files.
    Files(&'static [File]),
}

/// A file of which an export has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// Levels, a row per indicator.
    WideCsv,
    /// Levels, a row per indicator and year.
    LongCsv,
    /// Every target judged.
    ScorecardCsv,
    /// The workbook.
    Workbook,
    /// IAMC data, a row per variable and year.
    IamcLong,
    /// IAMC data, a row per variable.
    IamcWide,
    /// The report for screens and printers.
    HtmlReport,
    /// The report for word processors.
    WordReport,
}

impl File {
    /// Its name inside an export's folder.
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
    /// Every format, in the order in which they are written.
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

    /// Its name, as on the command line.
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

    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What it writes.
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

    /// Whether it is written chart by chart.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(self.writes(), Writes::Figures(_))
    }

    /// Whether it is a report, which has charts of its own.
    #[must_use]
    pub const fn is_report(self) -> bool {
        matches!(self, Self::Html | Self::Docx)
    }

    /// The file of a chart, relative to the export's folder. Ids have only letters, digits and hyphens, so they are file
    /// names on every system but for those that Windows keeps for itself.
    pub(super) fn figure_file(self, plan: &Plan, ix: IndicatorIx) -> String {
        format!("{FIGURES}/{}.{}", safe::file_stem(&plan.get(ix).id), self.name())
    }
}
