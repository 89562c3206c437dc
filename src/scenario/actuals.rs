//! What has already happened, as statistics report it.

use serde::{Deserialize, Serialize};

/// A published figure for one indicator and year. Changes are signed as statistics sign them: a fall is negative,
/// whatever the lever. Percent for compounding indicators, points of the unit for additive ones and for
/// concentration ratios.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Actual {
    /// The level in that year, in the indicator's unit.
    Level(f64),
    /// The change against the year before.
    AnnualChange(f64),
    /// The change against the base year.
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

    /// The name of its kind in data files: `level`, `annual_change` or `cumulative_change`.
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
    /// Calendar year, after the base year and not after the last.
    pub year: i32,
    /// The figure.
    pub figure: Actual,
}
