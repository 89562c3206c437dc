//! Choices about how things are shown.

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
        /// Progress so far, and the years left.
        Track = "screen-track",
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
        /// Scenarios can be branched and compared.
        Compare = "hint-compare",
        /// Everything can be found by typing.
        Palette = "hint-palette",
    }
    /// The message id of its text, which preferences store as well.
    fn label
}
