//! How things are shown. Not part of any document.

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

/// What a window shows that is too narrow for everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The charts.
    #[default]
    Charts,
    /// The scorecard.
    Scorecard,
}

impl Page {
    /// Every page, in the order of the tabs.
    pub const ALL: [Self; 2] = [Self::Charts, Self::Scorecard];

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Charts => "page-charts",
            Self::Scorecard => "panel-scorecard",
        }
    }
}

/// Language, theme and page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The language of everything on screen.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// What a narrow window shows beside the levers.
    pub page: Page,
}

impl View {
    pub(super) const fn new(language: Language) -> Self {
        Self {
            language,
            theme: Theme::System,
            page: Page::Charts,
        }
    }
}
