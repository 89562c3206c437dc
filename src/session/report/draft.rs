//! What is to be exported.

use std::path::PathBuf;

use crate::export::figure::{FigureOptions, Size};
use crate::export::iamc::DEFAULT_REGION;
use crate::export::report::{ReportOptions, SectionKind};
use crate::export::{ExportRequest, Format};
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
    /// The sections of reports.
    pub parts: Vec<SectionKind>,
    /// Whether CSV begins with a byte-order mark.
    pub byte_order_mark: bool,
    /// The region given in IAMC data.
    pub region: String,
    /// Chart ids, for the plan of that id; any other plan uses the window's own charts.
    charts: Option<(String, Vec<String>)>,
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
            parts: SectionKind::ALL.to_vec(),
            byte_order_mark: false,
            region: DEFAULT_REGION.to_owned(),
            charts: None,
        }
    }
}

impl ReportDraft {
    /// The charts chosen for this plan, in order; `None` if none were chosen.
    #[must_use]
    pub fn charts(&self, plan: &Plan) -> Option<Vec<IndicatorIx>> {
        let (of, charts) = self.charts.as_ref()?;
        (*of == plan.id).then(|| charts.iter().filter_map(|id| plan.find(id)).collect())
    }

    pub(super) fn set_charts(&mut self, plan: &Plan, charts: &[IndicatorIx]) {
        let ids = charts.iter().map(|ix| plan.get(*ix).id.clone()).collect();
        self.charts = Some((plan.id.clone(), ids));
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

    pub(super) fn request(&self, charts: Vec<IndicatorIx>, mode: Mode, folder: PathBuf) -> ExportRequest {
        let report = ReportOptions {
            charts: charts.clone(),
            mode,
            parts: self.parts.clone(),
            size: self.size.size(),
            provenance: self.provenance,
        };
        ExportRequest {
            report,
            formats: self.formats.clone(),
            charts: Some(charts),
            mode,
            figure: self.figure(),
            region: self.region.clone(),
            byte_order_mark: self.byte_order_mark,
            folder,
            replace: false,
        }
    }
}

/// Commands of the Report screen.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportCommand {
    /// Set what to export, and how.
    Choose(ReportDraft),
    /// Add a chart at the end, or remove it.
    ToggleChart(IndicatorIx),
    /// Move a chart one place forward (1) or back (−1).
    MoveChart(IndicatorIx, isize),
    /// Preview a chart as it will be exported.
    LookAt(IndicatorIx),
    /// Choose a folder and export.
    Export,
    /// Export into this folder.
    ExportTo(PathBuf),
    /// Stop the current export, leaving nothing behind.
    Cancel,
}
