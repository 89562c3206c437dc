//! Kinds of published figures.

use serde::{Deserialize, Serialize};

use crate::scenario::Actual;

/// How an indicator's figures are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FigureKind {
    /// Levels in the indicator's unit.
    Level,
    /// Changes on the year before, signed as in statistics.
    AnnualChange,
    /// Changes from the base year, likewise.
    CumulativeChange,
}

impl FigureKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Level, Self::AnnualChange, Self::CumulativeChange];

    /// The figure's kind.
    #[must_use]
    pub const fn of(figure: Actual) -> Self {
        match figure {
            Actual::Level(_) => Self::Level,
            Actual::AnnualChange(_) => Self::AnnualChange,
            Actual::CumulativeChange(_) => Self::CumulativeChange,
        }
    }

    /// A figure of this kind.
    #[must_use]
    pub const fn figure(self, value: f64) -> Actual {
        match self {
            Self::Level => Actual::Level(value),
            Self::AnnualChange => Actual::AnnualChange(value),
            Self::CumulativeChange => Actual::CumulativeChange(value),
        }
    }

    /// Name in data files and on the command line, as [`Actual::name`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.figure(0.0).name()
    }

    /// Message id of the display name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Level => "kind-level",
            Self::AnnualChange => "kind-annual-change",
            Self::CumulativeChange => "kind-cumulative-change",
        }
    }

    /// Whether figures are changes.
    #[must_use]
    pub const fn is_change(self) -> bool {
        !matches!(self, Self::Level)
    }
}
