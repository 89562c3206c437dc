//! From the exact unknown to the figure given as the answer.

use super::StopReason;
use super::search::FoundValue;
use super::trial::Objective;
use crate::model::rounding::{nearest_that, units};

/// The most decimals a rate is displayed with.
const MOST_SHOWN: usize = 6;

/// The figure given, and how it is displayed.
pub(super) struct Settled {
    /// The value to set.
    pub value: f64,
    /// The value that leads exactly to the target's level, or to the bound.
    pub exact: f64,
    /// The decimals that write `value` in full; `None` if it is exact.
    pub rounded: Option<usize>,
    /// The value with 0, 1, 2 … decimals, rounded in the direction that is enough.
    pub enough: Vec<Option<f64>>,
    pub stopped_by: Option<StopReason>,
}

/// The figure to give. An exact value that cannot be written in full, and would fail if its reader rounded it, is
/// rounded here: to the nearest figure that meets a strict target, or that is still possible.
pub(super) fn settle(trial: &mut Objective<'_>, FoundValue { value, stopped_by }: FoundValue) -> Settled {
    if !trial.is_wanted() {
        return Settled {
            value,
            exact: value,
            rounded: None,
            enough: Vec::new(),
            stopped_by,
        };
    }
    match stopped_by {
        None => reached(trial, value),
        Some(stop) => stopped(trial, value, stop),
    }
}

/// More decimals than anybody types, yet few enough to remove rounding error.
const WRITTEN: usize = 9;

/// The figure without rounding error, 8 rather than 8.000000000000007, if it meets the target as well; otherwise
/// unchanged.
fn without_dust(trial: &mut Objective<'_>, exact: f64) -> f64 {
    let dust = 1e-13 * exact.abs().max(1.0);
    let needs = trial.is_met(exact);
    let written = nearest_that(exact, WRITTEN, |tried| (tried - exact).abs() <= dust);
    written
        .filter(|written| !needs || trial.is_met(*written))
        .unwrap_or(exact)
}

fn reached(trial: &mut Objective<'_>, exact: f64) -> Settled {
    let exact = without_dust(trial, exact);
    let enough: Vec<Option<f64>> = (0..=MOST_SHOWN)
        .map(|decimals| nearest_that(exact, decimals, |tried| trial.is_met(tried)))
        .collect();
    let beyond = if trial.is_strict() && !trial.is_met(exact) {
        (trial.usual_decimals()..=MOST_SHOWN).find_map(|decimals| Some((decimals, enough[decimals]?)))
    } else {
        None
    };
    Settled {
        value: beyond.map_or(exact, |(_, value)| value),
        exact,
        rounded: beyond.map(|(decimals, _)| decimals),
        enough,
        stopped_by: None,
    }
}

fn stopped(trial: &mut Objective<'_>, exact: f64, stop: StopReason) -> Settled {
    let inside = (trial.usual_decimals()..=MOST_SHOWN).find_map(|decimals| {
        let inside = nearest_that(exact, decimals, |tried| trial.at(tried).is_ok())?;
        Some((decimals, inside))
    });
    // The bound is compared with the next figure that could be typed; the exact one is a hair beyond it.
    let beyond = inside.and_then(|(decimals, inside)| {
        let by = 1.0 / units(decimals);
        [by, -by].into_iter().find_map(|by| trial.at(inside + by).err())
    });
    Settled {
        value: inside.map_or(exact, |(_, inside)| inside),
        exact,
        rounded: inside.map(|(decimals, _)| decimals),
        enough: Vec::new(),
        stopped_by: Some(beyond.unwrap_or(stop)),
    }
}
