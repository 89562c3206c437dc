//! Quantiles of deviations.

use super::normal::{fill_quantiles, normal_probability, normal_quantile};
use crate::model::LANES;
use crate::model::wide::widely;
use crate::scenario::Spread;

/// The deviation from the scheduled rate at a probability between 0 and 1, in the rate's own unit: the inverse of the
/// spread's distribution function. Rises with the probability.
#[must_use]
pub fn quantile(spread: Spread, probability: f64) -> f64 {
    match spread {
        Spread::Fixed => 0.0,
        Spread::Normal { sd } => sd * normal_quantile(probability),
        Spread::Uniform { min, max } => min + (max - min) * probability,
        Spread::Triangular { min, mode, max } => triangular((min, mode, max), probability),
    }
}

/// The same, given the standard normal value that has this probability.
#[must_use]
pub fn deviation(spread: Spread, z: f64) -> f64 {
    match spread {
        Spread::Normal { sd } => sd * z,
        _ => quantile(spread, normal_probability(z)),
    }
}

#[inline(always)]
fn triangular((min, mode, max): (f64, f64, f64), probability: f64) -> f64 {
    let (width, below, above) = (max - min, mode - min, max - mode);
    if probability * width < below {
        min + (probability * width * below).sqrt()
    } else {
        max - ((1.0 - probability) * width * above).sqrt()
    }
}

/// Replaces probabilities by deviations.
pub(super) fn fill_from_probabilities(spread: Spread, lanes: &mut [f64; LANES]) {
    if let Spread::Normal { .. } = spread {
        fill_quantiles(lanes);
        fill_from_normal(spread, lanes);
        return;
    }
    widely(
        #[inline(always)]
        || match spread {
            Spread::Fixed | Spread::Normal { .. } => *lanes = [0.0; LANES],
            Spread::Uniform { min, max } => {
                for lane in lanes.iter_mut() {
                    *lane = min + (max - min) * *lane;
                }
            }
            Spread::Triangular { min, mode, max } => {
                for lane in lanes.iter_mut() {
                    *lane = triangular((min, mode, max), *lane);
                }
            }
        },
    );
}

/// Replaces standard normal values by deviations.
pub(super) fn fill_from_normal(spread: Spread, lanes: &mut [f64; LANES]) {
    if let Spread::Normal { sd } = spread {
        for lane in lanes.iter_mut() {
            *lane *= sd;
        }
        return;
    }
    for lane in lanes.iter_mut() {
        *lane = normal_probability(*lane);
    }
    fill_from_probabilities(spread, lanes);
}
