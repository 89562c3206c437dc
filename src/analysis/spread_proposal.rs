//! A spread proposed from what was observed: the yearly rates of the past, as far as both their ends are known.

use super::observed::yearly_rates;
use super::open_rate;
use crate::model::Projection;
use crate::plan::{Form, IndicatorIx, Plan};
use crate::scenario::{Scenario, Spread, Uncertainty, Years};

/// The fewest yearly rates that a spread is proposed from.
pub const FEWEST_RATES: usize = 3;

/// A spread for a lever's rate, and what it comes from. Rates are percent or points a year, as the lever counts them.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadProposal {
    /// The lever.
    pub lever: IndicatorIx,
    /// Normal, of one more year like those observed, each year by itself: s √(1 + 1/k).
    pub uncertainty: Uncertainty,
    /// The yearly rates that it comes from, k of them, with their calendar years.
    pub rates: Vec<(f64, i32)>,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation s, about the mean.
    pub deviation: f64,
    /// By what to multiply s for the lowest and the highest standard deviation that the rates may have come from, with 95 %
    /// confidence if they are normal.
    pub factors: (f64, f64),
    /// How much the mean lies above the rate of the open years. A spread is about that rate and leaves this out.
    pub drift: f64,
}

/// Why no spread is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoProposal {
    /// The indicator is derived, or counts whole things.
    NotMeasured,
    /// It has no base value.
    NoBase,
    /// All years have actuals.
    NoOpenYear,
    /// There are fewer than [`FEWEST_RATES`] rates between two known years.
    TooFew(usize),
    /// All rates are the same.
    AllAlike,
}

/// Proposes a spread for a lever from its actuals.
///
/// # Errors
/// Why there is none.
pub fn propose_spread(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    lever: IndicatorIx,
) -> Result<SpreadProposal, NoProposal> {
    let indicator = plan.get(lever);
    let is_task = indicator.targets.iter().any(|target| target.form == Form::Done);
    if !indicator.is_lever() || is_task {
        return Err(NoProposal::NotMeasured);
    }
    if projection.levels(lever).is_none() {
        return Err(NoProposal::NoBase);
    }
    let open = open_rate(plan, scenario, projection, lever).ok_or(NoProposal::NoOpenYear)?;
    let rates = yearly_rates(plan, scenario, projection, lever);
    if rates.len() < FEWEST_RATES {
        return Err(NoProposal::TooFew(rates.len()));
    }
    let count = rates.len() as f64;
    let mean = rates.iter().map(|(rate, _)| rate).sum::<f64>() / count;
    let squares: f64 = rates.iter().map(|(rate, _)| (rate - mean) * (rate - mean)).sum();
    let deviation = (squares / (count - 1.0)).sqrt();
    // Rates computed from levels differ in their last bits.
    if deviation <= 1e-9 * mean.abs().max(1.0) {
        return Err(NoProposal::AllAlike);
    }
    Ok(SpreadProposal {
        lever,
        uncertainty: Uncertainty {
            spread: Spread::Normal {
                sd: deviation * (1.0 + 1.0 / count).sqrt(),
            },
            years: Years::Independent,
        },
        factors: confidence(rates.len()),
        rates,
        mean,
        deviation,
        drift: mean - open,
    })
}

/// By what a standard deviation of so many normal values may be off, with 95 % confidence: the roots of (k − 1) / χ² at 97.5 and
/// at 2.5 %, with k − 1 degrees of freedom.
fn confidence(count: usize) -> (f64, f64) {
    let degrees = count.saturating_sub(1).max(1);
    let factor = |probability| (degrees as f64 / chi_square_quantile(probability, degrees)).sqrt();
    (factor(0.975), factor(0.025))
}

/// By halving an interval that holds it, to the last bit.
fn chi_square_quantile(probability: f64, degrees: usize) -> f64 {
    let (mut low, mut high) = (0.0, 10.0 * degrees as f64 + 100.0);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if 1.0 - chi_square_above(middle, degrees) < probability {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The probability of a chi-square value above x: a finite sum for whole degrees of freedom (Abramowitz and Stegun 1964, 26.4.4
/// and 26.4.5).
fn chi_square_above(x: f64, degrees: usize) -> f64 {
    let half = x / 2.0;
    let is_odd = degrees % 2 == 1;
    // The first term, and the power of x/2 over the gamma function of the next.
    let (mut sum, mut term, first) = if is_odd {
        let term = libm::exp(-half) * (half / std::f64::consts::PI).sqrt() * 2.0;
        (libm::erfc(half.sqrt()), term, 1.5)
    } else {
        (0.0, libm::exp(-half), 1.0)
    };
    for n in 0..degrees / 2 {
        sum += term;
        term *= half / (first + n as f64);
    }
    sum
}
