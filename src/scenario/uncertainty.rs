//! Uncertainty of levers' rates: spreads, correlations, roles; in scenario files, for sampling.

use serde::{Deserialize, Serialize};

use crate::plan::{Form, Indicator, IndicatorIx};
use crate::text::Message;

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

/// Why a spread is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpreadFault {
    /// Its parameters do not describe a distribution.
    NoDistribution,
    /// The autocorrelation is not between −1 and 1.
    YearsOutOfRange,
    /// The lever says whether something is done, which is not drawn.
    DoneOrNot,
}

impl SpreadFault {
    /// What is wrong, of a spread of this indicator.
    #[must_use]
    pub fn message(self, indicator: &Indicator) -> Message {
        let id = match self {
            Self::NoDistribution => "scenario-bad-spread",
            Self::YearsOutOfRange => "scenario-bad-correlation",
            Self::DoneOrNot => "scenario-spread-of-task",
        };
        Message::new(id).with("id", indicator.id.as_str())
    }

    /// The id of what to do about it.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::NoDistribution => "scenario-bad-spread-help",
            Self::YearsOutOfRange => "scenario-bad-correlation-help",
            Self::DoneOrNot => "scenario-spread-of-task-help",
        }
    }
}

impl Uncertainty {
    /// Why this is refused for an indicator. Shared by files and the window. A spread of a lever without open years is
    /// sound: the next actual may be what closed them, and it draws nothing.
    #[must_use]
    pub fn fault(&self, indicator: &Indicator) -> Option<SpreadFault> {
        let is_task = indicator.targets.iter().any(|target| target.form == Form::Done);
        if self.spread != Spread::Fixed && is_task {
            return Some(SpreadFault::DoneOrNot);
        }
        if !self.spread.is_sound() {
            return Some(SpreadFault::NoDistribution);
        }
        let is_sound = match self.years {
            Years::Correlated(rho) => is_coefficient(rho),
            Years::SameDraw | Years::Independent => true,
        };
        (!is_sound).then_some(SpreadFault::YearsOutOfRange)
    }
}

/// Whether a number is a correlation that can be drawn: between −1 and 1, both excluded. False for NaN.
pub(super) fn is_coefficient(rho: f64) -> bool {
    rho.abs() < 1.0
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
    /// First-order autocorrelation, between −1 and 1, both excluded.
    Correlated(f64),
}

/// A correlation between two levers, by a Gaussian copula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Two different levers, in either order.
    pub levers: [IndicatorIx; 2],
    /// The coefficient, between −1 and 1, both excluded.
    pub rho: f64,
}

impl Correlation {
    /// Whether it is between these two levers.
    #[must_use]
    pub fn is_between(&self, one: IndicatorIx, other: IndicatorIx) -> bool {
        self.levers == [one, other] || self.levers == [other, one]
    }
}

/// Who decides a lever's rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeverRole {
    /// Policy sets it.
    #[default]
    Policy,
    /// It comes from elsewhere and is assumed.
    Assumption,
}
