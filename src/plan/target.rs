//! What a plan promises of an indicator.

use serde::Deserialize;

/// How a target is stated. Percentages are as in the plan's wording: a decline of 21 is 21.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Form {
    /// Average annual growth, percent: the geometric mean over the whole period.
    AverageGrowth(f64),
    /// Fall over the whole period, percent.
    CumulativeDecline(f64),
    /// Level in the last year, in the indicator's unit.
    Level(f64),
    /// Change over the whole period, in points of the indicator's unit.
    Change(f64),
}

impl Form {
    /// The figure in the target's own terms.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::AverageGrowth(x) | Self::CumulativeDecline(x) | Self::Level(x) | Self::Change(x) => x,
        }
    }

    /// The level that meets the target exactly after `steps` years from `base`.
    #[must_use]
    pub fn level(self, base: f64, steps: usize) -> f64 {
        match self {
            // Step by step, because powers differ in the last digit between platforms.
            Self::AverageGrowth(rate) => (0..steps).fold(base, |x, _| x * (1.0 + rate / 100.0)),
            Self::CumulativeDecline(fall) => base * (1.0 - fall / 100.0),
            Self::Level(level) => level,
            Self::Change(points) => base + points,
        }
    }

    /// The name used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AverageGrowth(_) => "average_growth",
            Self::CumulativeDecline(_) => "cumulative_decline",
            Self::Level(_) => "level",
            Self::Change(_) => "change",
        }
    }
}

/// Which side of the figure meets the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Comparator {
    /// The figure or above. "About" (左右) is judged so too.
    AtLeast,
    /// Strictly above.
    MoreThan,
    /// The figure or below; for levels and changes that are ceilings.
    AtMost,
    /// Strictly below.
    LessThan,
}

/// Comparisons allow for rounding in the last digits, never for rounding to shown decimals.
const RELATIVE_TOLERANCE: f64 = 1e-9;

impl Comparator {
    /// Whether `value` meets `target`, with a relative tolerance of 1e-9.
    #[must_use]
    pub fn holds(self, value: f64, target: f64) -> bool {
        let slack = RELATIVE_TOLERANCE * target.abs().max(value.abs());
        match self {
            Self::AtLeast => value >= target - slack,
            Self::MoreThan => value > target + slack,
            Self::AtMost => value <= target + slack,
            Self::LessThan => value < target - slack,
        }
    }

    /// Whether the target is a ceiling.
    #[must_use]
    pub const fn is_ceiling(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }

    /// The name used in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
        }
    }

    /// The mathematical sign.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::MoreThan => ">",
            Self::AtMost => "≤",
            Self::LessThan => "<",
        }
    }
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// How it is stated, with its figure.
    pub form: Form,
    /// Which side of the figure meets it.
    pub comparator: Comparator,
    /// How the plan's prose words it (its table, where prose is silent), as printed.
    pub wording: String,
    /// How the plan's table prints it.
    #[serde(default)]
    pub table: Option<String>,
    /// Whether the plan says "about" (左右).
    #[serde(default)]
    pub about: bool,
    /// Binding (约束性) rather than expected (预期性).
    #[serde(default)]
    pub binding: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_is_strict_and_at_least_is_not() {
        assert!(Comparator::AtLeast.holds(21.0, 21.0));
        assert!(!Comparator::MoreThan.holds(21.0, 21.0));
        assert!(Comparator::MoreThan.holds(21.001, 21.0));
        assert!(Comparator::AtMost.holds(590.0, 590.0));
        assert!(!Comparator::LessThan.holds(590.0, 590.0));
        assert!(!Comparator::AtLeast.holds(20.96, 21.0), "never judged as rounded");
    }

    #[test]
    fn rounding_errors_do_not_decide() {
        let nearly = 21.0 - 1e-12;
        assert!(Comparator::AtLeast.holds(nearly, 21.0));
        assert!(!Comparator::MoreThan.holds(21.0 + 1e-12, 21.0));
    }
}
