//! The choices that there are about how things are shown.

use crate::text::choices;

choices! {
    /// Light or dark.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Theme {
        /// As the system has it.
        #[default]
        System = "theme-system",
        /// Dark on light.
        Light = "theme-light",
        /// Light on dark.
        Dark = "theme-dark",
    }
    /// The id of its name.
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
        /// What leaves the program.
        Report = "screen-report",
    }
    /// The id of its name.
    fn label
}

choices! {
    /// What the panel on the right shows; a window too narrow for that panel shows it in place of the charts.
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
    /// The id of its name.
    fn label
}

choices! {
    /// Which targets the scorecard shows.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum ScoreFilter {
        /// All.
        #[default]
        All = "filter-all",
        /// Those that are judged and not met.
        NotMet = "filter-not-met",
        /// The binding ones.
        Binding = "filter-binding",
        /// Those that follow the plan's own path, because nothing was entered.
        Assumed = "status-assumed",
        /// Those without a base value.
        Unknown = "status-unknown",
    }
    /// The id of its name.
    fn label
}

choices! {
    /// A hint for the first hours. It goes away once its advice was followed, or was waved away.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Hint {
        /// Levers can be moved or typed.
        Lever = "hint-lever",
        /// Points of charts and single years can be moved.
        Year = "hint-year",
        /// Scenarios can be branched and compared.
        Compare = "hint-compare",
        /// Everything can be found by typing.
        Palette = "hint-palette",
    }
    /// The id of its text, by which preferences remember it as well.
    fn label
}
