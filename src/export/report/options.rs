//! What a report contains.

use crate::export::ExportInput;
use crate::export::figure::{Size, can_draw};
use crate::figure::Mode;
use crate::model::Ledger;
use crate::plan::{IndicatorIx, Plan};

/// A section of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// Sentences on how many targets are met and missed.
    Summary,
    /// Every target.
    Scorecard,
    /// Official progress at the last actuals, standing, and rates still needed.
    Progress,
    /// Rates by year, with notes.
    Levers,
    /// The chosen charts.
    Charts,
    /// Implications of the rates.
    Implications,
    /// Methods.
    Methods,
    /// Sources of figures.
    Sources,
}

impl SectionKind {
    /// All sections in default order.
    pub const ALL: [Self; 8] = [
        Self::Summary,
        Self::Scorecard,
        Self::Progress,
        Self::Levers,
        Self::Charts,
        Self::Implications,
        Self::Methods,
        Self::Sources,
    ];

    /// Message id of its heading.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Summary => "report-summary",
            Self::Scorecard => "report-scorecard",
            Self::Progress => "report-progress",
            Self::Levers => "report-levers",
            Self::Charts => "report-charts",
            Self::Implications => "report-implications",
            Self::Methods => "report-methods",
            Self::Sources => "report-sources",
        }
    }

    /// The message id of why it would have nothing to say; `None` if it has something. Implications are not looked at: they
    /// have to be searched for.
    #[must_use]
    pub fn lacks(self, input: &ExportInput<'_>, options: &ReportOptions) -> Option<&'static str> {
        let can_draw = |ix: &IndicatorIx| can_draw(input, *ix, options.mode);
        let has_data = |ledger: &Ledger| ledger.last_actual > 0;
        match self {
            Self::Progress if !input.evaluation.ledgers().iter().any(has_data) => {
                Some("report-lacks-actuals")
            }
            Self::Charts if options.charts.is_empty() => Some("report-lacks-charts"),
            Self::Charts if !options.charts.iter().any(can_draw) => Some("report-lacks-drawable"),
            _ => None,
        }
    }

    /// Name on the command line and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Scorecard => "scorecard",
            Self::Progress => "progress",
            Self::Levers => "levers",
            Self::Charts => "charts",
            Self::Implications => "implications",
            Self::Methods => "methods",
            Self::Sources => "sources",
        }
    }

    /// The section with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// How a report is put together.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportOptions {
    /// The charts, in this order.
    pub charts: Vec<IndicatorIx>,
    /// What the charts measure.
    pub mode: Mode,
    /// The sections, in this order.
    pub parts: Vec<SectionKind>,
    /// The size of charts. Those wider than the page's text are drawn as wide as that, [`Size::FULL`].
    pub size: Size,
    /// Whether tables and charts have a source line. Metadata always have it.
    pub provenance: bool,
}

impl ReportOptions {
    /// Default options: headline charts, all sections.
    #[must_use]
    pub fn usual(plan: &Plan) -> Self {
        Self {
            charts: plan.headline.clone(),
            mode: Mode::default(),
            parts: SectionKind::ALL.to_vec(),
            size: Size::FULL,
            provenance: true,
        }
    }

    /// Whether a section is wanted.
    #[must_use]
    pub fn has(&self, part: SectionKind) -> bool {
        self.parts.contains(&part)
    }
}
