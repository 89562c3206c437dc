//! Uncertainty of a lever's rates: in scenario files, for sampling.

use serde::{Deserialize, Serialize};

/// A lever's uncertainty around its scheduled rates.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncertainty {
    /// Distribution of the deviation.
    pub spread: Spread,
    /// Dependence between years.
    pub years: Years,
}

/// A distribution of the deviation from the scheduled rate, in the rate's own unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Spread {
    /// No deviation.
    Fixed,
    /// Normal with mean 0 and this standard deviation, above 0.
    Normal {
        /// Standard deviation.
        sd: f64,
    },
    /// Triangular: min ≤ mode ≤ max, min < max.
    Triangular {
        /// Lowest deviation.
        min: f64,
        /// Most likely deviation.
        mode: f64,
        /// Highest deviation.
        max: f64,
    },
    /// Uniform between min and max, min < max.
    Uniform {
        /// Lowest deviation.
        min: f64,
        /// Highest deviation.
        max: f64,
    },
}

impl Spread {
    /// Whether the parameters describe a distribution.
    #[must_use]
    pub fn is_sound(self) -> bool {
        match self {
            Self::Fixed => true,
            Self::Normal { sd } => sd.is_finite() && sd > 0.0,
            Self::Triangular { min, mode, max } => {
                [min, mode, max].iter().all(|x| x.is_finite()) && min <= mode && mode <= max && min < max
            }
            Self::Uniform { min, max } => min.is_finite() && max.is_finite() && min < max,
        }
    }
}

/// Dependence between the deviations of different years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Years {
    /// One draw for the whole period.
    SameDraw,
    /// A separate draw for each year.
    Independent,
    /// First-order autocorrelation, from −1 to 1.
    Correlated(f64),
}
