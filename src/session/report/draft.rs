//! What is to be exported.

use std::path::PathBuf;

use crate::export::figure::{FigureOptions, Size};
use crate::export::iamc::DEFAULT_REGION;
use crate::export::report::{ReportOptions, SectionKind};
use crate::export::{ExportDraws, ExportRequest, Format};
use crate::figure::Mode;
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, choices};

choices! {
    /// How large figures are.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum FigureSize {
        /// Half a column of text.
        Half = "figure-half",
        /// The text width of a page.
        #[default]
        Full = "figure-full",
        /// A slide.
        Slide = "figure-slide",
    }
    /// The message id of its name.
    fn label
}

impl FigureSize {
    /// The size itself.
    #[must_use]
    pub const fn size(self) -> Size {
        match self {
            Self::Half => Size::HALF,
            Self::Full => Size::FULL,
            Self::Slide => Size::SLIDE,
        }
    }
}

choices! {
    /// What the Report screen shows where there is no room for all of it.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum ReportPage {
        /// The part that is looked at.
        #[default]
        Preview = "report-preview",
        /// The outline.
        Outline = "report-contents",
        /// Options, and the export itself.
        Options = "report-options",
    }
    /// The message id of its name.
    fn label
}

/// A line of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportItem {
    /// A section.
    Part(SectionKind),
    /// One of the charts.
    Chart(IndicatorIx),
}

/// What is to be exported, and how.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the switches of a form, each its own"
)]
pub struct ReportDraft {
    /// Formats, in any order.
    pub formats: Vec<Format>,
    /// The size of figures.
    pub size: FigureSize,
    /// The language of everything in it; `None` for the window's.
    pub language: Option<Language>,
    /// Whether figures carry a small line giving their source.
    pub provenance: bool,
    /// Whether SVG text is converted to outlines.
    pub outlines: bool,
    /// Whether pinned scenarios are drawn too.
    pub compare: bool,
    /// All sections in order, each with whether reports have it.
    pub outline: Vec<(SectionKind, bool)>,
    /// Whether CSV begins with a byte-order mark.
    pub byte_order_mark: bool,
    /// The region given in IAMC data.
    pub region: String,
    /// Chart ids by plan id; a plan without an entry uses the window's own charts.
    pub(in crate::session) charts: Vec<(String, Vec<String>)>,
}

impl Default for ReportDraft {
    fn default() -> Self {
        Self {
            formats: Format::ALL.to_vec(),
            size: FigureSize::default(),
            language: None,
            provenance: true,
            outlines: false,
            compare: true,
            outline: SectionKind::ALL.map(|part| (part, true)).to_vec(),
            byte_order_mark: false,
            region: DEFAULT_REGION.to_owned(),
            charts: Vec::new(),
        }
    }
}

impl ReportDraft {
    /// The charts chosen for this plan, in order; `None` if none were chosen.
    #[must_use]
    pub fn charts(&self, plan: &Plan) -> Option<Vec<IndicatorIx>> {
        let (_, charts) = self.charts.iter().find(|(id, _)| *id == plan.id)?;
        Some(charts.iter().filter_map(|id| plan.find(id)).collect())
    }

    pub(super) fn set_charts(&mut self, plan: &Plan, charts: &[IndicatorIx]) {
        let ids = charts.iter().map(|ix| plan.get(*ix).id.clone()).collect();
        match self.charts.iter_mut().find(|(id, _)| *id == plan.id) {
            Some((_, own)) => *own = ids,
            None => self.charts.push((plan.id.clone(), ids)),
        }
    }

    /// The sections of reports, in order.
    #[must_use]
    pub fn parts(&self) -> Vec<SectionKind> {
        let chosen = self.outline.iter().filter(|(_, is_chosen)| *is_chosen);
        chosen.map(|(part, _)| *part).collect()
    }

    /// The number of a section, from 1; `None` if reports are without it.
    #[must_use]
    pub fn number(&self, part: SectionKind) -> Option<usize> {
        self.parts()
            .iter()
            .position(|other| *other == part)
            .map(|n| n + 1)
    }

    pub(super) fn toggle(&mut self, part: SectionKind) {
        for (other, is_chosen) in &mut self.outline {
            *is_chosen ^= *other == part;
        }
    }

    pub(super) fn place(&mut self, part: SectionKind, to: usize) {
        let from = self.outline.iter().position(|(other, _)| *other == part);
        place(&mut self.outline, from, to);
    }

    /// How figures are drawn.
    #[must_use]
    pub const fn figure(&self) -> FigureOptions {
        FigureOptions {
            size: self.size.size(),
            provenance: self.provenance,
            outlines: self.outlines,
        }
    }

    pub(super) fn report(&self, charts: Vec<IndicatorIx>, mode: Mode) -> ReportOptions {
        ReportOptions {
            charts,
            mode,
            parts: self.parts(),
            size: self.size.size(),
            provenance: self.provenance,
        }
    }

    pub(super) fn request(
        &self,
        charts: Vec<IndicatorIx>,
        (mode, draws): (Mode, ExportDraws),
        folder: PathBuf,
    ) -> ExportRequest {
        ExportRequest {
            report: self.report(charts.clone(), mode),
            formats: self.formats.clone(),
            charts: Some(charts),
            mode,
            figure: self.figure(),
            draws,
            region: self.region.clone(),
            byte_order_mark: self.byte_order_mark,
            folder,
            replace: false,
        }
    }
}

/// Moves an item of a list to another place; beyond the end is the end.
pub(super) fn place<T>(list: &mut Vec<T>, from: Option<usize>, to: usize) {
    if let Some(from) = from {
        let item = list.remove(from);
        list.insert(to.min(list.len()), item);
    }
}

/// Commands of the Report screen.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportCommand {
    /// Set what to export, and how.
    Choose(Box<ReportDraft>),
    /// Put a section into reports, or leave it out.
    TogglePart(SectionKind),
    /// Move a section to this place of the outline, counted from 0.
    PlacePart(SectionKind, usize),
    /// Add a chart at the end, or remove it.
    ToggleChart(IndicatorIx),
    /// Move a chart to this place among the charts, counted from 0.
    PlaceChart(IndicatorIx, usize),
    /// Preview a part or a chart as it will be exported.
    LookAt(ReportItem),
    /// Show this page where there is no room for all of them.
    ShowPage(ReportPage),
    /// Choose a folder and export.
    Export,
    /// Export into this folder.
    ExportTo(PathBuf),
    /// Stop the current export, leaving nothing behind.
    Cancel,
    /// Open the folder of the last export in the system's file manager.
    OpenFolder,
    /// Open the report of the last export in the program for it.
    OpenReport,
    /// Copy the folder's path to the clipboard.
    CopyPath,
    /// The system could not open this path.
    NotOpened {
        /// What was to be opened.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
}
