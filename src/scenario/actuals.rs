//! Actuals: outcomes as statistics report them.

use serde::{Deserialize, Serialize};

/// A published figure for one indicator and year. Changes carry the sign of the statistics: a fall is negative,
/// whatever the lever. Percent for compounding indicators, points of the unit for additive ones and concentration
/// ratios.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Actual {
    /// Level, in the indicator's unit.
    Level(f64),
    /// Change on the year before.
    AnnualChange(f64),
    /// Change from the base year.
    CumulativeChange(f64),
}

impl Actual {
    /// The figure as published.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Level(x) | Self::AnnualChange(x) | Self::CumulativeChange(x) => x,
        }
    }

    /// Name of the kind in data files: `level`, `annual_change` or `cumulative_change`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Level(_) => "level",
            Self::AnnualChange(_) => "annual_change",
            Self::CumulativeChange(_) => "cumulative_change",
        }
    }
}

/// A figure and its year. One year may have two figures, if they agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ActualEntry {
    /// Calendar year.
    pub year: i32,
    /// The figure.
    pub figure: Actual,
}
