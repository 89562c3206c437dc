//! The formats there are, and the files each writes.

use crate::plan::{IndicatorIx, Plan};

/// Where figures go inside an export's folder.
const FIGURES: &str = "figures";

/// A format that exports can be written in.
///
/// To add one: a variant, its name, what it writes ([`Format::writes`]), and, unless it is a kind of figure, the function
/// that makes its file (`maker` in `run.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Vector figures with text that stays text, for the web and for drawing programs.
    Svg,
    /// Figures in dots, 300 to the inch, for word processors.
    Png,
    /// Vector figures with embedded fonts, for typesetting.
    Pdf,
    /// A report to read on a screen and to print.
    Html,
    /// A report for word processors.
    Docx,
}

/// What a format writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// A file for each chart, with the format's name as its extension.
    Figures,
    /// One file of this name.
    File(&'static str),
}

impl Format {
    /// Every format, in the order in which they are written.
    pub const ALL: [Self; 5] = [Self::Svg, Self::Png, Self::Pdf, Self::Html, Self::Docx];

    /// Its name, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
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
            Self::Svg | Self::Png | Self::Pdf => Writes::Figures,
            Self::Html => Writes::File("report.html"),
            Self::Docx => Writes::File("report.docx"),
        }
    }

    /// Whether it is written chart by chart.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(self.writes(), Writes::Figures)
    }

    /// Whether it is a report, which has charts of its own.
    #[must_use]
    pub const fn is_report(self) -> bool {
        matches!(self, Self::Html | Self::Docx)
    }

    /// The file of a chart, relative to the export's folder. Ids have only letters, digits and hyphens, so they are file
    /// names on every system.
    pub(super) fn figure_file(self, plan: &Plan, ix: IndicatorIx) -> String {
        format!("{FIGURES}/{}.{}", plan.get(ix).id, self.name())
    }
}
