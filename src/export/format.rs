//! The formats there are, and the files each writes.

use crate::plan::{IndicatorIx, Plan};
use crate::text::{choices, safe};

/// Where figures go inside an export's folder.
const FIGURES: &str = "figures";

choices! {
    /// A format that exports can be written in.
    ///
    /// To add one: a variant with its name and what it writes ([`Format::writes`]); for a new [`File`] or [`FigureFormat`] also
    /// how that is made, which the compiler asks for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Format {
        /// Vector figures with text that stays text, for the web and for drawing programs.
        Svg = "svg",
        /// Figures in dots, 300 to the inch, for word processors.
        Png = "png",
        /// Vector figures with embedded fonts, for typesetting.
        Pdf = "pdf",
        /// Tables for programs and spreadsheets.
        Csv = "csv",
        /// A workbook of live formulas.
        Xlsx = "xlsx",
        /// Tables for modelling groups, which pyam reads.
        Iamc = "iamc",
        /// A report to read on a screen and to print.
        Html = "html",
        /// A report for word processors.
        Docx = "docx",
    }
    /// Its name, as on the command line.
    fn name
}

/// What a format writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// A figure of each chart.
    Figures(FigureFormat),
    /// These files.
    Files(&'static [File]),
    /// A report, which has charts of its own.
    Report(&'static [File; 1]),
}

impl Writes {
    /// The files that an export has one of.
    #[must_use]
    pub const fn files(self) -> &'static [File] {
        match self {
            Self::Figures(_) => &[],
            Self::Files(files) => files,
            Self::Report(file) => file,
        }
    }
}

/// How a chart can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureFormat {
    /// As text and lines.
    Svg,
    /// In dots.
    Png,
    /// As a page.
    Pdf,
}

impl FigureFormat {
    /// The end of its files' names.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The file of a chart, relative to the export's folder. Ids have only letters, digits and hyphens, so they are file
    /// names on every system but for those that Windows keeps for itself.
    pub(super) fn file(self, plan: &Plan, ix: IndicatorIx) -> String {
        format!(
            "{FIGURES}/{}.{}",
            safe::file_stem(&plan.get(ix).id),
            self.extension()
        )
    }
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
}

impl Format {
    /// The format of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What it writes.
    #[must_use]
    pub const fn writes(self) -> Writes {
        match self {
            Self::Svg => Writes::Figures(FigureFormat::Svg),
            Self::Png => Writes::Figures(FigureFormat::Png),
            Self::Pdf => Writes::Figures(FigureFormat::Pdf),
            Self::Csv => Writes::Files(&[File::WideCsv, File::LongCsv, File::ScorecardCsv]),
            Self::Xlsx => Writes::Files(&[File::Workbook]),
            Self::Iamc => Writes::Files(&[File::IamcLong, File::IamcWide]),
            Self::Html => Writes::Report(&[File::HtmlReport]),
            Self::Docx => Writes::Report(&[File::WordReport]),
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
        matches!(self.writes(), Writes::Report(_))
    }
}
