//! How things are shown. Not part of any document.

use super::{Hint, Page, Preferences, RecentFiles, ScoreFilter, Screen, Theme};
use crate::figure::Mode;
use crate::plan::{IndicatorIx, Plan};
use crate::text::Language;

/// Language, theme, and what is shown where.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says whether one thing is shown"
)]
pub struct View {
    /// The language of everything on screen.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// The zoom; 1 is the system's own size.
    pub scale: f32,
    /// Decimals in results; `None` for as many as each figure needs.
    pub decimals: Option<usize>,
    /// The screen in front.
    pub screen: Screen,
    /// What a narrow window shows beside the levers.
    pub page: Page,
    /// What the charts measure.
    pub mode: Mode,
    /// The enlarged chart.
    pub(super) enlarged: Option<IndicatorIx>,
    /// Which targets the scorecard shows.
    pub score_filter: ScoreFilter,
    /// The plan heading that the scorecard is limited to, by id.
    pub score_category: Option<String>,
    /// Whether the scorecard starts with the targets furthest from being met instead of following the plan.
    pub score_by_progress: bool,
    /// Whether the command palette is open.
    pub palette: bool,
    /// Whether the guide is open.
    pub guide: bool,
    /// Whether the table of all rates takes the place of the charts.
    pub rates_table: bool,
    /// The indicator chosen anywhere, which every screen marks.
    pub(super) selected: Option<IndicatorIx>,
    /// The chart that an annotation is being written for, and the year that was meant.
    pub(super) annotating: Option<(IndicatorIx, Option<i32>)>,
    /// Counts selections, so that each screen scrolls to one once.
    selections: u64,
    /// Hints no longer needed.
    pub(super) hints_seen: Vec<Hint>,
    /// The charts of each plan by its id, in the user's order; a plan without an entry shows its headline charts.
    /// Indicator ids, because a plan file may change under its name.
    charts: Vec<(String, Vec<String>)>,
}

impl View {
    pub(super) const fn new(language: Language) -> Self {
        Self {
            language,
            theme: Theme::System,
            scale: 1.0,
            decimals: None,
            screen: Screen::Explore,
            page: Page::Charts,
            mode: Mode::Level,
            enlarged: None,
            score_filter: ScoreFilter::All,
            score_category: None,
            score_by_progress: false,
            palette: false,
            guide: false,
            rates_table: false,
            selected: None,
            annotating: None,
            selections: 0,
            hints_seen: Vec::new(),
            charts: Vec::new(),
        }
    }

    /// The charts shown for a plan, in order.
    #[must_use]
    pub fn charts(&self, plan: &Plan) -> Vec<IndicatorIx> {
        let own = self.charts.iter().find(|(id, _)| *id == plan.id);
        let own = own.map(|(_, charts)| charts.iter().filter_map(|id| plan.find(id)).collect::<Vec<_>>());
        own.filter(|charts| !charts.is_empty())
            .unwrap_or_else(|| plan.headline.clone())
    }

    /// The enlarged chart, if the plan has it.
    #[must_use]
    pub fn enlarged(&self, plan: &Plan) -> Option<IndicatorIx> {
        self.enlarged.filter(|ix| plan.has(*ix))
    }

    /// The selected indicator, if the plan has it.
    #[must_use]
    pub fn selected(&self, plan: &Plan) -> Option<IndicatorIx> {
        self.selected.filter(|ix| plan.has(*ix))
    }

    /// The chart that an annotation is being written for, if the plan has it, and the year that was meant.
    #[must_use]
    pub fn annotating(&self, plan: &Plan) -> Option<(IndicatorIx, Option<i32>)> {
        self.annotating.filter(|(ix, _)| plan.has(*ix))
    }

    /// How often an indicator was selected.
    #[must_use]
    pub const fn selections(&self) -> u64 {
        self.selections
    }

    /// Selects an indicator, and shows its chart if it is not there yet.
    pub(super) fn select(&mut self, plan: &Plan, ix: IndicatorIx) {
        self.selected = Some(ix);
        self.selections += 1;
        if self.enlarged.is_some() {
            self.enlarged = Some(ix);
        }
        let mut charts = self.charts(plan);
        if !charts.contains(&ix) {
            charts.push(ix);
            self.set_charts(plan, &charts);
        }
    }

    /// Shows a chart at the end, or hides it. The last chart stays.
    pub(super) fn toggle_chart(&mut self, plan: &Plan, ix: IndicatorIx) {
        let mut charts = self.charts(plan);
        match charts.iter().position(|other| *other == ix) {
            Some(position) if charts.len() > 1 => {
                charts.remove(position);
            }
            Some(_) => {}
            None => charts.push(ix),
        }
        self.set_charts(plan, &charts);
    }

    /// Moves a chart one place forward (1) or back (−1).
    pub(super) fn move_chart(&mut self, plan: &Plan, ix: IndicatorIx, direction: isize) {
        let mut charts = self.charts(plan);
        let Some(position) = charts.iter().position(|other| *other == ix) else {
            return;
        };
        if let Some(other) = position
            .checked_add_signed(direction)
            .filter(|other| *other < charts.len())
        {
            charts.swap(position, other);
            self.set_charts(plan, &charts);
        }
    }

    fn set_charts(&mut self, plan: &Plan, charts: &[IndicatorIx]) {
        let ids = charts.iter().map(|ix| plan.get(*ix).id.clone()).collect();
        match self.charts.iter_mut().find(|(id, _)| *id == plan.id) {
            Some((_, own)) => *own = ids,
            None => self.charts.push((plan.id.clone(), ids)),
        }
    }

    /// The next hint; nothing once all have been seen.
    #[must_use]
    pub fn hint(&self) -> Option<Hint> {
        Hint::ALL.into_iter().find(|hint| !self.hints_seen.contains(hint))
    }

    pub(super) fn hint_seen(&mut self, hint: Hint) {
        if !self.hints_seen.contains(&hint) {
            self.hints_seen.push(hint);
        }
    }

    /// Applies saved preferences. `has_language` says that the language was requested at this start.
    pub(super) fn prefer(&mut self, preferences: &Preferences, has_language: bool) {
        if let Some(language) = preferences.language.filter(|_| !has_language) {
            self.language = language;
        }
        self.theme = preferences.theme;
        self.scale = preferences.scale;
        self.decimals = preferences.decimals;
        self.mode = preferences.mode;
        self.charts.clone_from(&preferences.charts);
        self.hints_seen = Hint::ALL
            .into_iter()
            .filter(|hint| preferences.hints_seen.iter().any(|seen| seen == hint.label()))
            .collect();
    }

    /// The preferences to save. Excludes the language: the one shown may be the system's or requested for this run.
    pub(super) fn preferences(&self) -> Preferences {
        Preferences {
            language: None,
            theme: self.theme,
            scale: self.scale,
            decimals: self.decimals,
            mode: self.mode,
            charts: self.charts.clone(),
            hints_seen: self
                .hints_seen
                .iter()
                .map(|hint| hint.label().to_owned())
                .collect(),
            recent: RecentFiles::default(),
        }
    }
}
