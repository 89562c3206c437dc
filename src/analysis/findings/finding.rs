//! What can follow, in figures: no words.

use crate::model::{Discrepancy, Violation};
use crate::plan::IndicatorIx;

/// What was found, in figures. Rates and changes are signed percent, positive for a rise, unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A path leaves its bounds.
    OutOfBounds(Violation),
    /// A published figure of a derived indicator says something else than its identity.
    Discrepancy {
        /// What was published beside what the identity gives.
        found: Discrepancy,
        /// The levers behind the identity that follow the plan's own path in that year.
        assumed: Vec<IndicatorIx>,
        /// What the identity takes from between two data in that year.
        interpolated: Vec<IndicatorIx>,
    },
    /// How a derived indicator moves, and by which factors.
    Derived {
        /// How it moves over the whole period.
        trend: Trend,
        /// Empty where it is not a product.
        factors: Vec<Factor>,
        /// What its published figures add to the product of its factors, as a factor.
        beyond: Option<f64>,
        /// Whether there are data for the last year, so that it is no projection.
        is_past: bool,
        /// Whether its target is met.
        verdict: Option<Verdict>,
        /// Whether that goes with the targets of its levers.
        conflict: Option<Conflict>,
    },
    /// A quotient without a target of its own moves because one side outgrows the other.
    Ratio {
        /// The quotient's change a year.
        annual: f64,
        /// Whether there are data for the last year.
        is_past: bool,
        /// The side that grows more, with its change a year.
        faster: (IndicatorIx, f64),
        /// The other side, with its change a year.
        slower: (IndicatorIx, f64),
    },
    /// A share that moves makes the part and the rest grow at different rates.
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
        /// What meeting the share's target takes, and from which year on.
        goal: Option<(i32, PartGrowth)>,
    },
    /// A concentration ratio that moves means that the largest firms do not grow with their industry.
    Outgrowth {
        /// First and last level of the ratio.
        levels: (f64, f64),
        /// By how much the largest firms outgrow the industry a year: the ratio of growth factors, minus 1.
        annual: f64,
        /// Whether its target is met.
        verdict: Option<Verdict>,
        /// What meeting it takes.
        goal: Option<OutgrowthGoal>,
    },
    /// A fall over the whole period as a yearly rate, for every lever that has this target.
    EvenRate {
        /// Percent over the period, positive.
        fall: f64,
        /// Whether more than that is asked.
        is_strict: bool,
        /// Percent a year, positive, rounded to three decimals so that it is enough.
        annual: f64,
        /// Those that have the target.
        levers: Vec<IndicatorIx>,
        /// Those of them that do not fall so far.
        missed: Vec<IndicatorIx>,
    },
}

/// How a quantity moves over the whole period, in the terms of its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trend {
    /// x_n / x_0 − 1, percent.
    Total(f64),
    /// The constant yearly change with the same result, percent.
    Annual(f64),
    /// The same with x_n / x_0 beside it.
    Times {
        /// Percent a year.
        annual: f64,
        /// The last level over the first.
        factor: f64,
    },
    /// First and last level, where a ratio of the two has no meaning.
    Levels(f64, f64),
}

/// One factor of a product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// What enters the product.
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
    /// Whether its figure needs a direction, because what was said before has none, or the other one.
    pub names_direction: bool,
}

/// A derived target is missed although the targets of its levers are met.
#[derive(Clone, Debug, PartialEq)]
pub enum Conflict {
    /// No paths of the levers meet all of them.
    Impossible,
    /// Each of these alone meets all of them, the other levers staying as they are.
    Together(Vec<SufficientRate>),
    /// Each of these alone meets this one and those of the levers, but not others of the same indicator.
    Alone(Vec<SufficientRate>),
    /// Nobody knows: no lever does so alone.
    Open,
}

/// One rate of one lever with which all targets are met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SufficientRate {
    /// The lever.
    pub lever: IndicatorIx,
    /// Percent or points a year, positive for a rise.
    pub change: f64,
    /// How many decimals write it down in full.
    pub decimals: usize,
    /// The first and last calendar year with that rate.
    pub years: (i32, i32),
}

/// Growth of a part and of the rest, percent a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartGrowth {
    /// Of the part.
    pub part: f64,
    /// Of the rest.
    pub rest: f64,
}

/// What meeting the target of a concentration ratio takes in the years left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutgrowthGoal {
    /// The first of the years left.
    pub from: i32,
    /// As in [`Finding::Outgrowth`], rounded so that it is enough.
    pub annual: f64,
    /// Where the scenario gives the growth of the whole industry: that, and the largest firms' growth that goes with
    /// it.
    pub growth: Option<(f64, f64)>,
}

/// Rates below this show as 0.00.
const SHOWN: f64 = 0.005;

/// Whether a rate, percent a year, shows as 0.00, so that its direction is not seen.
#[must_use]
pub fn is_slight(rate: f64) -> bool {
    rate.abs() < SHOWN
}
