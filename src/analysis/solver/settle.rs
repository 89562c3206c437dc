//! From the exact unknown to the figure that is given as the answer.

use super::StopReason;
use super::search::FoundValue;
use super::trial::Objective;
use crate::model::rounding::{nearest_that, units};

/// The most decimals that a rate is shown with.
const MOST_SHOWN: usize = 6;

/// The figure that is given, and how it is shown.
pub(super) struct Settled {
    /// What is set.
    pub value: f64,
    /// What leads exactly to the target's level or to the bound.
    pub exact: f64,
    /// The decimals that write `value` down in full; nothing where it is the exact one.
    pub rounded: Option<usize>,
    /// The value with 0, 1, 2 … decimals, rounded so that it is enough.
    pub enough: Vec<Option<f64>>,
    pub stopped_by: Option<StopReason>,
}

/// The figure to give. What cannot be written down in full, and would not do if it were rounded by whoever reads it, is
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

/// Decimals beyond those of any figure that somebody writes down, and few enough to tell one from the dust of arithmetic.
const WRITTEN: usize = 9;

/// The figure without the last digits that arithmetic leaves behind, 8 rather than 8.000000000000007, where it meets the
/// target as well; else the figure itself.
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
    // The next figure that could be typed is what the bound stands against; the exact one is a hair beyond it.
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
