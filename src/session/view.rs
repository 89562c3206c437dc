//! How things are shown. Not part of any document.

use crate::figure::Mode;
use crate::plan::{IndicatorIx, Plan};
use crate::text::Language;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every choice, in menu order.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "theme-system",
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
        }
    }
}

/// What the panel on the right shows; a window too narrow for that panel shows it in place of the charts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The charts.
    #[default]
    Charts,
    /// The scorecard.
    Scorecard,
    /// What follows from the scenario.
    Implications,
    /// What was changed.
    History,
}

impl Page {
    /// Every page, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Charts, Self::Scorecard, Self::Implications, Self::History];

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Charts => "page-charts",
            Self::Scorecard => "panel-scorecard",
            Self::Implications => "page-implications",
            Self::History => "page-history",
        }
    }
}

/// Which targets the scorecard shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScoreFilter {
    /// All.
    #[default]
    All,
    /// Those that are not met.
    NotMet,
    /// The binding ones.
    Binding,
}

impl ScoreFilter {
    /// Every filter, in menu order.
    pub const ALL: [Self; 3] = [Self::All, Self::NotMet, Self::Binding];

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "filter-all",
            Self::NotMet => "filter-not-met",
            Self::Binding => "filter-binding",
        }
    }
}

/// Language, theme, and what is shown where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The language of everything on screen.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// What a narrow window shows beside the levers.
    pub page: Page,
    /// What the charts measure.
    pub mode: Mode,
    /// The chart that has all the room.
    pub(super) enlarged: Option<IndicatorIx>,
    /// Which targets the scorecard shows.
    pub score_filter: ScoreFilter,
    /// Whether the scorecard begins with those furthest from their target instead of following the plan.
    pub score_by_progress: bool,
    /// Whether the command palette is open.
    pub palette: bool,
    /// Whether the guide is open.
    pub guide: bool,
    /// What was asked for last, by a click in the scorecard or on a statement: its chart stands out.
    pub(super) focus: Option<IndicatorIx>,
    /// The charts of each plan by its id, in the user's order; a plan without an entry shows its headline charts.
    charts: Vec<(String, Vec<IndicatorIx>)>,
}

impl View {
    pub(super) const fn new(language: Language) -> Self {
        Self {
            language,
            theme: Theme::System,
            page: Page::Charts,
            mode: Mode::Level,
            enlarged: None,
            score_filter: ScoreFilter::All,
            score_by_progress: false,
            palette: false,
            guide: false,
            focus: None,
            charts: Vec::new(),
        }
    }

    /// The charts shown for a plan, in order.
    #[must_use]
    pub fn charts(&self, plan: &Plan) -> Vec<IndicatorIx> {
        let own = self.charts.iter().find(|(id, _)| *id == plan.id);
        let charts = own.map_or(&plan.headline, |(_, charts)| charts);
        // A plan file may have changed under its name and have fewer indicators now.
        charts.iter().copied().filter(|ix| plan.has(*ix)).collect()
    }

    /// The enlarged chart, if the plan has it.
    #[must_use]
    pub fn enlarged(&self, plan: &Plan) -> Option<IndicatorIx> {
        self.enlarged.filter(|ix| plan.has(*ix))
    }

    /// The indicator that stands out, if the plan has it.
    #[must_use]
    pub fn focus(&self, plan: &Plan) -> Option<IndicatorIx> {
        self.focus.filter(|ix| plan.has(*ix))
    }

    /// Makes an indicator stand out, and shows its chart if it is not there yet.
    pub(super) fn focus_on(&mut self, plan: &Plan, ix: IndicatorIx) {
        self.focus = Some(ix);
        if self.enlarged.is_some() {
            self.enlarged = Some(ix);
        }
        let charts = self.own_charts(plan);
        if !charts.contains(&ix) {
            charts.push(ix);
        }
    }

    /// Shows a chart at the end, or no longer. The last chart stays.
    pub(super) fn toggle_chart(&mut self, plan: &Plan, ix: IndicatorIx) {
        let charts = self.own_charts(plan);
        match charts.iter().position(|other| *other == ix) {
            Some(position) if charts.len() > 1 => {
                charts.remove(position);
            }
            Some(_) => {}
            None => charts.push(ix),
        }
    }

    /// Moves a chart one place forward (1) or back (−1).
    pub(super) fn move_chart(&mut self, plan: &Plan, ix: IndicatorIx, direction: isize) {
        let charts = self.own_charts(plan);
        let Some(position) = charts.iter().position(|other| *other == ix) else {
            return;
        };
        if let Some(other) = position
            .checked_add_signed(direction)
            .filter(|other| *other < charts.len())
        {
            charts.swap(position, other);
        }
    }

    fn own_charts(&mut self, plan: &Plan) -> &mut Vec<IndicatorIx> {
        let position = self
            .charts
            .iter()
            .position(|(id, _)| *id == plan.id)
            .unwrap_or_else(|| {
                self.charts.push((plan.id.clone(), plan.headline.clone()));
                self.charts.len() - 1
            });
        &mut self.charts[position].1
    }
}
