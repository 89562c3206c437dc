//! Findings as figures, without words.

use crate::model::{Discrepancy, Violation};
use crate::plan::IndicatorIx;

/// A finding in figures. Rates and changes are signed percent, positive for a rise, unless stated otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A path leaves its bounds.
    OutOfBounds(Violation),
    /// A published figure of a derived indicator contradicts its identity.
    Discrepancy {
        /// The published figure and the value of the identity.
        found: Discrepancy,
        /// The levers behind the identity on the plan's own path in that year.
        assumed: Vec<IndicatorIx>,
        /// The inputs of the identity that are interpolated in that year.
        interpolated: Vec<IndicatorIx>,
    },
    /// How a derived indicator moves, and by which factors.
    Derived {
        /// How it moves over the whole period.
        trend: Trend,
        /// Empty if it is not a product.
        factors: Vec<Factor>,
        /// The discrepancy of its published figures from the product, as a factor.
        beyond: Option<f64>,
        /// Whether there are data for the end year, so that it is not a projection.
        is_past: bool,
        /// Whether its target is met.
        verdict: Option<Verdict>,
        /// Whether that is consistent with the targets of its levers.
        conflict: Option<Conflict>,
    },
    /// A quotient without a target of its own moves because one side outgrows the other.
    Ratio {
        /// The quotient's annual change.
        annual: f64,
        /// Whether there are data for the end year.
        is_past: bool,
        /// The faster-growing side, with its annual change.
        faster: (IndicatorIx, f64),
        /// The other side, with its annual change.
        slower: (IndicatorIx, f64),
    },
    /// A changing share means that the part and the rest grow at different rates.
    Part {
        /// What it is a part of.
        whole: IndicatorIx,
        /// Its share of that.
        share: IndicatorIx,
        /// First and last level of the share.
        levels: (f64, f64),
        /// How the part and the rest grow.
        growth: PartGrowth,
        /// Whether the share's target is met.
        verdict: Option<Verdict>,
        /// The growth that meeting the share's target takes, and from which year on.
        goal: Option<(i32, PartGrowth)>,
    },
    /// A changing concentration ratio means that the largest firms grow at a different rate from their industry.
    Outgrowth {
        /// First and last level of the ratio.
        levels: (f64, f64),
        /// How much the largest firms outgrow the industry a year: the ratio of growth factors, minus 1.
        annual: f64,
        /// Whether its target is met.
        verdict: Option<Verdict>,
        /// What meeting it takes.
        goal: Option<OutgrowthGoal>,
    },
    /// A fall over the whole period as an annual rate, for every lever with this target.
    EvenRate {
        /// Percent over the period, positive.
        fall: f64,
        /// Whether the target asks for more than that.
        is_strict: bool,
        /// Percent a year, positive, rounded to three decimals in the direction that is enough.
        annual: f64,
        /// The levers with the target.
        levers: Vec<IndicatorIx>,
        /// Those of them that do not fall as far.
        missed: Vec<IndicatorIx>,
    },
}

/// How a quantity moves over the whole period, in the terms of its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trend {
    /// x_n / x_0 − 1, percent.
    Total(f64),
    /// The constant annual change with the same result, percent.
    Annual(f64),
    /// The same with x_n / x_0 beside it.
    Times {
        /// Percent a year.
        annual: f64,
        /// The last level over the first.
        factor: f64,
    },
    /// First and last level, if their ratio is undefined.
    Levels(f64, f64),
}

/// One factor of a product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// The input.
    pub indicator: IndicatorIx,
    /// Negative for divisors.
    pub power: i32,
    /// The last level over the first.
    pub ratio: f64,
}

impl Factor {
    /// What it multiplies the product by.
    #[must_use]
    pub fn contribution(self) -> f64 {
        libm::pow(self.ratio, f64::from(self.power))
    }
}

/// Whether a target is met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The indicator whose target it is.
    pub indicator: IndicatorIx,
    /// Whether it is met.
    pub is_met: bool,
    /// Whether its figure has to state a direction, because the preceding text states none, or the other one.
    pub names_direction: bool,
}

/// Why a derived target is missed although its levers meet theirs.
#[derive(Clone, Debug, PartialEq)]
pub enum Conflict {
    /// No combination of lever paths meets all of them.
    Impossible,
    /// Each of these alone meets all of them, with the other levers unchanged.
    Together(Vec<SufficientRate>),
    /// Each of these alone meets this target and those of the levers, but not other targets of the same indicator.
    Alone(Vec<SufficientRate>),
    /// Unknown: no single lever does.
    Open,
}

/// A rate of a single lever with which all targets are met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SufficientRate {
    /// The lever.
    pub lever: IndicatorIx,
    /// Percent or points a year, positive for a rise.
    pub change: f64,
    /// The decimals needed to write it in full.
    pub decimals: usize,
    /// The first and last calendar year with that rate.
    pub years: (i32, i32),
}

/// Growth of a part and of the rest, percent a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartGrowth {
    /// Growth of the part.
    pub part: f64,
    /// Growth of the rest.
    pub rest: f64,
}

/// What meeting the target of a concentration ratio takes in the remaining years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutgrowthGoal {
    /// The first remaining year.
    pub from: i32,
    /// As in [`Finding::Outgrowth`], rounded in the direction that is enough.
    pub annual: f64,
    /// If the scenario states the growth of the whole industry: that, and the corresponding growth of the largest
    /// firms.
    pub growth: Option<(f64, f64)>,
}

/// Rates below this show as 0.00.
const SHOWN: f64 = 0.005;

/// Whether a rate, percent a year, shows as 0.00, so that its direction is invisible.
#[must_use]
pub fn is_slight(rate: f64) -> bool {
    rate.abs() < SHOWN
}
