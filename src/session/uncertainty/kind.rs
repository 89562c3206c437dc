//! The kinds of spread, and a spread of one kind as wide as one of another.

use crate::scenario::Spread;
use crate::text::choices;

choices! {
    /// A kind of spread.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum SpreadKind {
        /// No deviation.
        Fixed = "spread-fixed",
        /// Normal.
        Normal = "spread-kind-normal",
        /// Triangular.
        Triangular = "spread-kind-triangular",
        /// Uniform.
        Uniform = "spread-kind-uniform",
    }
    /// The message id of its name.
    fn label
}

impl SpreadKind {
    /// The kind of a spread.
    #[must_use]
    pub const fn of(spread: Spread) -> Self {
        match spread {
            Spread::Fixed => Self::Fixed,
            Spread::Normal { .. } => Self::Normal,
            Spread::Triangular { .. } => Self::Triangular,
            Spread::Uniform { .. } => Self::Uniform,
        }
    }

    /// A spread of this kind with the standard deviation and the middle of another, where its kind allows; rounded, so
    /// that files contain no binary dust.
    #[must_use]
    pub fn as_wide_as(self, other: Spread) -> Spread {
        let (mean, sd) = moments(other);
        let round = |figure: f64| (figure * 1e3).round() / 1e3 + 0.0;
        // The half width of a uniform distribution is √3 standard deviations, that of a symmetric triangle √6.
        let around = |half: f64| (round(mean - half), round(mean + half));
        match self {
            Self::Fixed => Spread::Fixed,
            Self::Normal => Spread::Normal {
                sd: round(sd).max(1e-3),
            },
            Self::Triangular => {
                let (min, max) = around(libm::sqrt(6.0) * sd);
                Spread::Triangular {
                    min,
                    mode: round(mean).clamp(min, max),
                    max: max.max(min + 1e-3),
                }
            }
            Self::Uniform => {
                let (min, max) = around(libm::sqrt(3.0) * sd);
                Spread::Uniform {
                    min,
                    max: max.max(min + 1e-3),
                }
            }
        }
    }
}

/// Mean and standard deviation.
fn moments(spread: Spread) -> (f64, f64) {
    match spread {
        Spread::Fixed => (0.0, 0.0),
        Spread::Normal { sd } => (0.0, sd),
        Spread::Triangular {
            min: a,
            mode: c,
            max: b,
        } => {
            let variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0;
            ((a + b + c) / 3.0, libm::sqrt(variance.max(0.0)))
        }
        Spread::Uniform { min, max } => (f64::midpoint(min, max), (max - min) / libm::sqrt(12.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_kind_keeps_the_width() {
        let normal = Spread::Normal { sd: 1.2 };
        for kind in [SpreadKind::Triangular, SpreadKind::Uniform] {
            let other = kind.as_wide_as(normal);
            assert!(other.is_sound());
            assert_eq!(SpreadKind::of(other), kind);
            let (mean, sd) = moments(other);
            assert!(mean.abs() < 1e-9 && (sd - 1.2).abs() < 1e-3, "{mean} {sd}");
            assert_eq!(SpreadKind::Normal.as_wide_as(other), normal);
        }
    }

    #[test]
    fn a_width_below_a_thousandth_stays_a_width() {
        for kind in [SpreadKind::Normal, SpreadKind::Triangular, SpreadKind::Uniform] {
            assert!(
                kind.as_wide_as(Spread::Normal { sd: 1e-7 }).is_sound(),
                "{kind:?}"
            );
        }
    }
}
