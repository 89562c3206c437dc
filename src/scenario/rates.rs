//! Annual rates of a lever.

use serde::{Deserialize, Serialize};

use crate::plan::{Dynamics, Form, Indicator};
use crate::text::{Message, numbers};

/// A lever's schedule: percent a year for compounding levers (4.6 on a decline lever lowers the level by 4.6 %),
/// points of the unit a year for additive levers and concentration ratios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rates {
    /// The same rate every year.
    Constant(f64),
    /// One rate per year, starting in the year after the base year.
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
    /// The rate of a step, 0 being the year after the base year. `None` for output growth, which has two rates.
    /// Checked schedules cover every step.
    #[must_use]
    pub fn in_year(&self, step: usize) -> Option<f64> {
        match self {
            Self::Constant(rate) => Some(*rate),
            Self::Yearly(rates) => rates.get(step).copied(),
            Self::OutputGrowth { .. } => None,
        }
    }
}

/// In percent a year. Nothing grows elevenfold in a year; a higher rate is a typing error.
const HIGHEST_PERCENT: f64 = 1000.0;
/// In points. These may be in any unit, so only absurd values are rejected.
const HIGHEST_POINTS: f64 = 1e9;

/// Why a rate is invalid for a lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RateFault {
    /// A task is done at once: 1 in one year, 0 in the others.
    Done(f64),
    /// A count falls.
    CountFalls(f64),
    /// It is not a finite number.
    NotFinite,
    /// It is implausibly high.
    BeyondReason(f64),
    /// It would leave no level at all.
    LeavesNothing(f64),
}

impl RateFault {
    /// The fault of a rate of this indicator, as a message.
    #[must_use]
    pub fn message(self, indicator: &Indicator) -> Message {
        let (id, rate) = match self {
            Self::Done(rate) => ("rate-done", Some(rate)),
            Self::CountFalls(rate) => ("rate-count-falls", Some(-rate)),
            Self::NotFinite => ("not-finite", None),
            Self::BeyondReason(rate) => ("rate-beyond-reason", Some(rate)),
            Self::LeavesNothing(rate) => ("rate-inadmissible", Some(rate)),
        };
        let message = Message::new(id).with("id", indicator.id.as_str());
        match rate {
            Some(rate) => message.with("rate", numbers::shortest(rate)),
            None => message,
        }
    }

    /// The message id of the remedy.
    #[must_use]
    pub const fn help(self) -> &'static str {
        match self {
            Self::Done(_) => "rate-done-help",
            Self::CountFalls(_) => "rate-count-falls-help",
            Self::NotFinite => "not-finite-help",
            Self::BeyondReason(_) => "rate-beyond-reason-help",
            Self::LeavesNothing(_) => "rate-inadmissible-help",
        }
    }
}

impl Rates {
    /// Why these rates are invalid for an indicator. Shared by files and the window.
    #[must_use]
    pub fn fault(&self, indicator: &Indicator) -> Option<RateFault> {
        match self {
            Self::Constant(rate) => rate_fault(indicator, *rate),
            Self::Yearly(rates) => rates.iter().find_map(|rate| rate_fault(indicator, *rate)),
            Self::OutputGrowth { top, all } => top.iter().chain(all).find_map(|growth| growth_fault(*growth)),
        }
    }
}

/// Why a rate is invalid for a lever.
pub(crate) fn rate_fault(indicator: &Indicator, rate: f64) -> Option<RateFault> {
    let has = |is: fn(Form) -> bool| indicator.targets.iter().any(|target| is(target.form));
    if has(|form| form == Form::Done) && rate.abs() > 0.0 && (rate - 1.0).abs() > 0.0 {
        return Some(RateFault::Done(rate));
    }
    if has(Form::counts_from_zero) && rate < 0.0 {
        return Some(RateFault::CountFalls(rate));
    }
    match indicator.dynamics {
        Dynamics::Growth => growth_fault(rate),
        Dynamics::Decline => check(rate, rate >= 100.0, HIGHEST_PERCENT),
        _ => check(rate, false, HIGHEST_POINTS),
    }
}

/// Why a figure is invalid as growth rate.
pub(crate) fn growth_fault(growth: f64) -> Option<RateFault> {
    check(growth, growth <= -100.0, HIGHEST_PERCENT)
}

fn check(rate: f64, leaves_nothing: bool, highest: f64) -> Option<RateFault> {
    if !rate.is_finite() {
        Some(RateFault::NotFinite)
    } else if rate.abs() > highest {
        Some(RateFault::BeyondReason(rate))
    } else {
        leaves_nothing.then_some(RateFault::LeavesNothing(rate))
    }
}
