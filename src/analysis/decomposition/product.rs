//! Additive LMDI-I of one product.

use super::log_mean::{log_ratio, logarithmic_mean};

/// One factor of a product at both ends of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FactorMove {
    /// Its value at the start; not negative.
    pub from: f64,
    /// Its value at the end; not negative.
    pub to: f64,
    /// The power it has in the product: −1 in a denominator.
    pub exponent: i32,
}

/// What each factor adds to the change of a product from one value to another (additive LMDI-I; Ang 2004 and 2015):
/// L(to, from) · a ln(factor's ratio), with a the factor's exponent and L the logarithmic mean.
///
/// A product that begins or ends at 0 takes the analytic limits (Wood and Lenzen 2006): the whole change belongs to the
/// factor that is 0 there; several share it, equally where their exponents are equal.
#[must_use]
pub fn product_effects(from: f64, to: f64, factors: &[FactorMove]) -> Vec<f64> {
    match (from.abs() > 0.0, to.abs() > 0.0) {
        (false, false) => vec![0.0; factors.len()],
        (false, true) => vanishing(to, factors, |factor| factor.from),
        (true, false) => vanishing(-from, factors, |factor| factor.to),
        (true, true) => {
            let mean = logarithmic_mean(to.abs(), from.abs()).copysign(to);
            let effect =
                |factor: &FactorMove| mean * f64::from(factor.exponent) * log_ratio(factor.from, factor.to);
            factors.iter().map(effect).collect()
        }
    }
}

/// A change to or from 0, shared by the factors that are 0 at that end.
fn vanishing(change: f64, factors: &[FactorMove], end: impl Fn(&FactorMove) -> f64) -> Vec<f64> {
    let weight = |factor: &FactorMove| {
        if end(factor).abs() > 0.0 {
            0.0
        } else {
            f64::from(factor.exponent)
        }
    };
    let all: f64 = factors.iter().map(weight).sum();
    // Without such a factor the product is too small for a number; what is left of the change is the residual.
    let share = if all > 0.0 { change / all } else { 0.0 };
    factors.iter().map(|factor| share * weight(factor)).collect()
}
