//! Which side of a figure meets a target.

use serde::Deserialize;

/// Which side of the figure meets the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Comparator {
    /// At least the figure; "about" (左右) is judged so too.
    AtLeast,
    /// Strictly above.
    MoreThan,
    /// At most the figure, for ceilings.
    AtMost,
    /// Strictly below.
    LessThan,
}

/// Covers floating-point error, never rounding to displayed decimals.
const RELATIVE_TOLERANCE: f64 = 1e-9;

impl Comparator {
    /// Whether `value` meets `target`, with a relative tolerance of 1e-9.
    #[must_use]
    pub fn holds(self, value: f64, target: f64) -> bool {
        self.holds_beside(value, target, 0.0)
    }

    /// Whether `value` meets `target`, with a tolerance of 1e-9 of the largest of both and `scale`, for differences of
    /// larger numbers.
    #[must_use]
    pub fn holds_beside(self, value: f64, target: f64, scale: f64) -> bool {
        let slack = RELATIVE_TOLERANCE * target.abs().max(value.abs()).max(scale.abs());
        self.holds_within(value, target, slack)
    }

    /// Whether `value` meets `target` but for so much.
    #[inline]
    pub(crate) fn holds_within(self, value: f64, target: f64, slack: f64) -> bool {
        match self {
            Self::AtLeast => value >= target - slack,
            Self::MoreThan => value > target + slack,
            Self::AtMost => value <= target + slack,
            Self::LessThan => value < target - slack,
        }
    }

    /// Whether equality does not meet it.
    #[must_use]
    pub const fn is_strict(self) -> bool {
        matches!(self, Self::MoreThan | Self::LessThan)
    }

    /// The comparison with sides swapped.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::AtLeast => Self::AtMost,
            Self::MoreThan => Self::LessThan,
            Self::AtMost => Self::AtLeast,
            Self::LessThan => Self::MoreThan,
        }
    }

    /// Whether the target is a ceiling.
    #[must_use]
    pub const fn is_ceiling(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }

    /// Name in JSON.
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
