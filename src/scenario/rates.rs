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

impl Rates {
    /// Why these rates are invalid for an indicator, with the remedy. Shared by files and the window.
    #[must_use]
    pub fn fault(&self, indicator: &Indicator) -> Option<(Message, &'static str)> {
        match self {
            Self::Constant(rate) => rate_fault(indicator, *rate),
            Self::Yearly(rates) => rates.iter().find_map(|rate| rate_fault(indicator, *rate)),
            Self::OutputGrowth { top, all } => top
                .iter()
                .chain(all)
                .find_map(|growth| growth_fault(indicator, *growth)),
        }
    }
}

/// Why a rate is invalid for a lever.
pub(super) fn rate_fault(indicator: &Indicator, rate: f64) -> Option<(Message, &'static str)> {
    let has = |is: fn(Form) -> bool| indicator.targets.iter().any(|target| is(target.form));
    let message = |id: &'static str| Message::new(id).with("id", indicator.id.as_str());
    if has(|form| form == Form::Done) && rate.abs() > 0.0 && (rate - 1.0).abs() > 0.0 {
        let what = message("rate-done").with("rate", numbers::shortest(rate));
        return Some((what, "rate-done-help"));
    }
    if has(Form::counts_from_zero) && rate < 0.0 {
        let what = message("rate-count-falls").with("rate", numbers::shortest(-rate));
        return Some((what, "rate-count-falls-help"));
    }
    match indicator.dynamics {
        Dynamics::Growth => growth_fault(indicator, rate),
        Dynamics::Decline => check(indicator, rate, rate >= 100.0, HIGHEST_PERCENT),
        _ => check(indicator, rate, false, HIGHEST_POINTS),
    }
}

/// Why a figure is invalid as growth rate.
pub(super) fn growth_fault(indicator: &Indicator, growth: f64) -> Option<(Message, &'static str)> {
    check(indicator, growth, growth <= -100.0, HIGHEST_PERCENT)
}

fn check(
    indicator: &Indicator,
    rate: f64,
    leaves_nothing: bool,
    highest: f64,
) -> Option<(Message, &'static str)> {
    let message = |id: &'static str| Message::new(id).with("id", indicator.id.as_str());
    if !rate.is_finite() {
        return Some((message("not-finite"), "not-finite-help"));
    }
    let (what, help) = if rate.abs() > highest {
        ("rate-beyond-reason", "rate-beyond-reason-help")
    } else if leaves_nothing {
        ("rate-inadmissible", "rate-inadmissible-help")
    } else {
        return None;
    };
    Some((message(what).with("rate", numbers::shortest(rate)), help))
}
