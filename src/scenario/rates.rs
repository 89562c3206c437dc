//! Annual rates of a lever.

use serde::{Deserialize, Serialize};

/// A lever's schedule. Percent a year for compounding levers (a decline lever of 4.6 lowers the level by 4.6 %),
/// points of the unit a year for additive ones and for concentration ratios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rates {
    /// The same rate every year.
    Constant(f64),
    /// One rate per year, first the year after the base year.
    Yearly(Vec<f64>),
    /// A concentration ratio from output growth, percent a year: CR_t = CR_{t−1} (1 + g_top) / (1 + g_all).
    OutputGrowth {
        /// Growth of the largest firms' output, one figure per year.
        top: Vec<f64>,
        /// Growth of the whole industry's output, one figure per year.
        all: Vec<f64>,
    },
}

impl Rates {
    /// The rate of one year, counted from 0 for the year after the base year; nothing for output growth, which has
    /// two. Checked schedules have every year.
    #[must_use]
    pub fn in_year(&self, step: usize) -> Option<f64> {
        match self {
            Self::Constant(rate) => Some(*rate),
            Self::Yearly(rates) => rates.get(step).copied(),
            Self::OutputGrowth { .. } => None,
        }
    }
}
