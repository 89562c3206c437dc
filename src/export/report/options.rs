//! What a report contains.

use crate::export::figure::Size;
use crate::figure::Mode;
use crate::plan::{IndicatorIx, Plan};

/// A section of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// How many targets are met, and what is missed by how much, in sentences.
    Summary,
    /// Every target.
    Scorecard,
    /// Official progress at the last actuals, whether it is on schedule, and what is still needed.
    Progress,
    /// The rates that were set, year by year, and why.
    Levers,
    /// The chosen charts.
    Charts,
    /// What follows from the rates.
    Implications,
    /// How it was computed.
    Methods,
    /// Where the figures come from.
    Sources,
}

impl Part {
    /// Every section, in the order of a report.
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

    /// The id of its heading.
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

    /// Its name on the command line and inside files.
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

    /// The section of a name.
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
    pub parts: Vec<Part>,
    /// The size of charts. Those wider than the page's text are drawn as wide as that, [`Size::FULL`].
    pub size: Size,
    /// Whether tables and charts say where they come from in a small line. The file's metadata say it in any case.
    pub provenance: bool,
}

impl ReportOptions {
    /// The usual report on a plan: its headline charts, all sections.
    #[must_use]
    pub fn usual(plan: &Plan) -> Self {
        Self {
            charts: plan.headline.clone(),
            mode: Mode::default(),
            parts: Part::ALL.to_vec(),
            size: Size::FULL,
            provenance: true,
        }
    }

    /// Whether a section is wanted.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}
