//! A spread as a curve, and the rates between which nine tenths of its draws lie.

use crate::scenario::Spread;

/// Standard deviations from the middle to the ends of a normal curve: 99.7 % of all draws lie between them.
pub const NORMAL_REACH: f64 = 3.0;
/// The 95 % quantile of the standard normal distribution.
const NORMAL_95: f64 = 1.644_853_626_951_472_7;
/// Points of a normal curve.
const POINTS: u32 = 48;

/// A spread around a rate, as it is drawn. Deviations, in the rate's own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// The curve from its left to its right end; the height is 1 at the top.
    pub curve: Vec<(f64, f64)>,
    /// The most likely deviation; the middle of a uniform one.
    pub mode: f64,
    /// The quantiles at 5 and 95 %.
    pub within: (f64, f64),
}

impl Density {
    /// The curve of a spread; nothing where nothing is uncertain, or the figures describe no distribution.
    #[must_use]
    pub fn of(spread: Spread) -> Option<Self> {
        if !spread.is_sound() {
            return None;
        }
        match spread {
            Spread::Fixed => None,
            Spread::Normal { sd } => Some(Self {
                curve: (0..=POINTS)
                    .map(|n| {
                        let z = NORMAL_REACH * (2.0 * f64::from(n) / f64::from(POINTS) - 1.0);
                        (z * sd, libm::exp(-z * z / 2.0))
                    })
                    .collect(),
                mode: 0.0,
                within: (-NORMAL_95 * sd, NORMAL_95 * sd),
            }),
            Spread::Triangular { min, mode, max } => Some(Self {
                curve: vec![(min, 0.0), (mode, 1.0), (max, 0.0)],
                mode,
                within: (
                    triangular((min, mode, max), 0.05),
                    triangular((min, mode, max), 0.95),
                ),
            }),
            Spread::Uniform { min, max } => {
                let tenth = (max - min) / 20.0;
                Some(Self {
                    curve: vec![(min, 0.0), (min, 1.0), (max, 1.0), (max, 0.0)],
                    mode: f64::midpoint(min, max),
                    within: (min + tenth, max - tenth),
                })
            }
        }
    }

    /// The deviations at the ends of the curve.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        let end = |point: Option<&(f64, f64)>| point.map_or(0.0, |(deviation, _)| *deviation);
        (end(self.curve.first()), end(self.curve.last()))
    }
}

/// A quantile of the triangular distribution: the inverse of its distribution function, a parabola on either side of the
/// mode.
fn triangular((min, mode, max): (f64, f64, f64), share: f64) -> f64 {
    let below = (mode - min) / (max - min);
    if share < below {
        min + libm::sqrt(share * (max - min) * (mode - min))
    } else {
        max - libm::sqrt((1.0 - share) * (max - min) * (max - mode))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(spread: Spread) -> (f64, f64) {
        Density::of(spread).unwrap().within
    }

    #[test]
    fn nine_tenths_lie_within() {
        // Φ(1.6448536…) = 0.95.
        let (low, high) = within(Spread::Normal { sd: 2.0 });
        let phi = |x: f64| 0.5 * libm::erfc(-x / libm::sqrt(2.0));
        assert!((phi(high / 2.0) - 0.95).abs() < 1e-12);
        assert!((low + high).abs() < 1e-12);
        assert_eq!(within(Spread::Uniform { min: -1.0, max: 3.0 }), (-0.8, 2.8));
        // The tails of a triangle are smaller triangles: their share is the square of their part of the side.
        let (low, high) = within(Spread::Triangular {
            min: -1.0,
            mode: 1.0,
            max: 2.0,
        });
        let below = 0.5 * (low + 1.0);
        let above = 2.0 - high;
        assert!((below * below * (2.0 / 3.0) - 0.05).abs() < 1e-12);
        assert!((above * above / 3.0 - 0.05).abs() < 1e-12);
    }

    #[test]
    fn a_mode_at_an_end_has_no_tail_there() {
        let (low, high) = within(Spread::Triangular {
            min: 0.0,
            mode: 0.0,
            max: 1.0,
        });
        assert!((low - (1.0 - libm::sqrt(0.95))).abs() < 1e-12);
        assert!((high - (1.0 - libm::sqrt(0.05))).abs() < 1e-12);
    }

    #[test]
    fn what_is_certain_has_no_curve() {
        assert_eq!(Density::of(Spread::Fixed), None);
        assert_eq!(Density::of(Spread::Normal { sd: -1.0 }), None);
    }
}
