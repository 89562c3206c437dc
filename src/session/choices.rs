//! The choices that there are about how things are shown.

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

/// The screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Levers, charts, scorecard.
    #[default]
    Explore,
    /// Progress so far, and the years left.
    Track,
    /// What leaves the program.
    Report,
}

impl Screen {
    /// Every screen, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::Explore, Self::Track, Self::Report];

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Explore => "screen-explore",
            Self::Track => "screen-track",
            Self::Report => "screen-report",
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
    /// Those that are judged and not met.
    NotMet,
    /// The binding ones.
    Binding,
    /// Those that follow the plan's own path, because nothing was entered.
    Assumed,
    /// Those without a base value.
    Unknown,
}

impl ScoreFilter {
    /// Every filter, in menu order.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::NotMet,
        Self::Binding,
        Self::Assumed,
        Self::Unknown,
    ];

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "filter-all",
            Self::NotMet => "filter-not-met",
            Self::Binding => "filter-binding",
            Self::Assumed => "status-assumed",
            Self::Unknown => "status-unknown",
        }
    }
}

/// A hint for the first hours. It goes away once its advice was followed, or was waved away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hint {
    /// Levers can be moved or typed.
    Lever,
    /// Points of charts and single years can be moved.
    Year,
    /// Scenarios can be branched and compared.
    Compare,
    /// Everything can be found by typing.
    Palette,
}

impl Hint {
    /// Every hint, in the order in which they come.
    pub const ALL: [Self; 4] = [Self::Lever, Self::Year, Self::Compare, Self::Palette];

    /// The id of its text, by which preferences remember it as well.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Lever => "hint-lever",
            Self::Year => "hint-year",
            Self::Compare => "hint-compare",
            Self::Palette => "hint-palette",
        }
    }
}
