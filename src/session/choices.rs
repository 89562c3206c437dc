//! Choices about how things are shown.

use crate::model::{Assessment, Basis, Status};
use crate::plan::Target;
use crate::text::choices;

choices! {
    /// Light or dark.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Theme {
        /// Follows the system.
        #[default]
        System = "theme-system",
        /// Dark on light.
        Light = "theme-light",
        /// Light on dark.
        Dark = "theme-dark",
    }
    /// The message id of its name.
    fn label
}

choices! {
    /// The screens.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Screen {
        /// Levers, charts, scorecard.
        #[default]
        Explore = "screen-explore",
        /// What differs between scenarios, and why.
        Compare = "screen-compare",
        /// Progress so far, and the years left.
        Track = "screen-track",
        /// Spreads of rates, and how likely targets are met.
        Uncertainty = "screen-uncertainty",
        /// What moved a derived indicator.
        Decompose = "screen-decompose",
        /// Exports.
        Report = "screen-report",
    }
    /// The message id of its name.
    fn label
}

choices! {
    /// What the right-hand panel shows; a window too narrow for it shows this in place of the charts.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Page {
        /// The charts.
        #[default]
        Charts = "page-charts",
        /// The levers, where they take turns with the charts.
        Rates = "page-rates",
        /// The scorecard.
        Scorecard = "panel-scorecard",
        /// What follows from the scenario.
        Implications = "page-implications",
        /// What was changed.
        History = "page-history",
    }
    /// The message id of its name.
    fn label
}

choices! {
    /// Which targets the scorecard shows.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum ScoreFilter {
        /// All.
        #[default]
        All = "filter-all",
        /// Targets judged and not met.
        NotMet = "filter-not-met",
        /// Targets judged and met.
        Met = "status-met",
        /// Targets judged and close.
        Close = "status-close",
        /// Targets judged and missed.
        Missed = "status-missed",
        /// Targets judged and in the wrong direction.
        WrongDirection = "status-wrong-direction",
        /// Binding targets.
        Binding = "filter-binding",
        /// Targets on the plan's own path, because nothing was entered.
        Assumed = "status-assumed",
        /// Targets without a base value.
        Unknown = "status-unknown",
    }
    /// The message id of its name.
    fn label
}

choices! {
    /// A hint for new users. It goes away once its advice is followed, or when dismissed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Hint {
        /// Levers can be moved or typed.
        Lever = "hint-lever",
        /// Points on charts and single years can be moved.
        Year = "hint-year",
        /// A target leads to its lever and chart, and to goal-seek.
        Target = "hint-target",
    }
    /// The message id of its text, which preferences store as well.
    fn label
}

impl ScoreFilter {
    /// Whether a target of a plan, so judged, is among those it lets through.
    #[must_use]
    pub fn lets_through(self, target: &Target, assessment: &Assessment) -> bool {
        let is = |status| assessment.is_judged() && assessment.status == status;
        match self {
            Self::All => true,
            Self::NotMet => assessment.is_judged() && assessment.status != Status::Met,
            Self::Met => is(Status::Met),
            Self::Close => is(Status::Close),
            Self::Missed => is(Status::Missed),
            Self::WrongDirection => is(Status::WrongDirection),
            Self::Binding => target.binding,
            Self::Assumed => assessment.basis == Basis::Assumed,
            Self::Unknown => assessment.basis == Basis::None,
        }
    }
}
