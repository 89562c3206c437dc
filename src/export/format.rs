//! Export formats and their files.

use super::figure::DrawnFigure;
use crate::plan::{IndicatorIx, Plan};
use crate::text::{choices, safe};

/// Subfolder for figures, and that for figures of draws.
const FIGURES: &str = "figures";
const DRAWN: &str = "figures/uncertainty";

choices! {
    /// An export format.
    ///
    /// To add one: a variant with its name and what it writes ([`Format::writes`]); for a new [`File`] or [`FigureFormat`]
    /// also how that is made, which the compiler asks for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Format {
        /// Vector figures with live text, for the web and drawing programs.
        Svg = "svg",
        /// Raster figures at 300 dpi, for word processors.
        Png = "png",
        /// Vector figures with embedded fonts, for typesetting.
        Pdf = "pdf",
        /// Tables for programs and spreadsheets.
        Csv = "csv",
        /// A workbook of live formulas.
        Xlsx = "xlsx",
        /// IAMC tables, readable by pyam.
        Iamc = "iamc",
        /// A report for screen and print.
        Html = "html",
        /// A report for word processors.
        Docx = "docx",
    }
    /// Command-line name.
    fn name
}

/// What a format writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// One figure per chart.
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

    /// File of a chart, relative to the export folder. Ids are valid file names on every system, except for names
    /// reserved by Windows.
    pub(super) fn file(self, plan: &Plan, ix: IndicatorIx) -> String {
        format!(
            "{FIGURES}/{}.{}",
            safe::file_stem(&plan.get(ix).id),
            self.extension()
        )
    }

    /// File of what draws say of a chart's indicator. In a folder of its own, so that no other indicator can be named like it.
    pub(super) fn drawn_file(self, plan: &Plan, ix: IndicatorIx, kind: DrawnFigure) -> String {
        let (id, kind) = (safe::file_stem(&plan.get(ix).id), kind.name());
        format!("{DRAWN}/{id}-{kind}.{}", self.extension())
    }
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
    /// How likely each target is met.
    ChancesCsv,
    /// Quantiles of levels, a row per indicator and year.
    QuantilesCsv,
    /// What each uncertain lever makes of targets when it alone is drawn.
    TornadoCsv,
    /// Shares of variance.
    SharesCsv,
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
            Self::ChancesCsv => "uncertainty-targets.csv",
            Self::QuantilesCsv => "uncertainty-quantiles.csv",
            Self::TornadoCsv => "uncertainty-tornado.csv",
            Self::SharesCsv => "uncertainty-sobol.csv",
            Self::Workbook => "workbook.xlsx",
            Self::IamcLong => "data-iamc.csv",
            Self::IamcWide => "data-iamc-wide.csv",
            Self::HtmlReport => "report.html",
            Self::WordReport => "report.docx",
        }
    }
}

impl Format {
    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Files it writes.
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

    /// Further files that it writes where rates are uncertain.
    #[must_use]
    pub const fn drawn_files(self) -> &'static [File] {
        match self {
            Self::Csv => &[
                File::ChancesCsv,
                File::QuantilesCsv,
                File::TornadoCsv,
                File::SharesCsv,
            ],
            Self::Svg | Self::Png | Self::Pdf | Self::Xlsx | Self::Iamc | Self::Html | Self::Docx => &[],
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
        matches!(self.writes(), Writes::Report(_))
    }
}
