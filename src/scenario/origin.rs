//! What a level rests on, from what was entered to what is only assumed.

use super::ActualEntry;

/// What a level rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The starting point.
    Base,
    /// Entered for this indicator and year, or follows from what was entered for it.
    Actual,
    /// Between two actuals of this indicator.
    Interpolated,
    /// Derived, and everything behind it is base, actual or implied.
    Implied,
    /// Rests on a rate that the scenario states.
    Projected,
    /// Derived; some of what it follows from is assumed, the rest is not.
    PartlyAssumed,
    /// Rests on the even path, because nothing was entered.
    Assumed,
}

impl Origin {
    /// The name used in JSON and CSV.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Actual => "actual",
            Self::Interpolated => "interpolated",
            Self::Implied => "implied",
            Self::Projected => "projected",
            Self::PartlyAssumed => "partly_assumed",
            Self::Assumed => "assumed",
        }
    }

    /// All of them, from what is known to what is assumed.
    pub const ALL: [Self; 7] = [
        Self::Base,
        Self::Actual,
        Self::Interpolated,
        Self::Implied,
        Self::Projected,
        Self::PartlyAssumed,
        Self::Assumed,
    ];

    /// Whether it is the base year's or was entered: a rate is actual where both its ends are.
    #[must_use]
    pub const fn is_given(self) -> bool {
        matches!(self, Self::Base | Self::Actual)
    }

    /// Whether it is known from figures, its own or others', without any rate.
    #[must_use]
    pub const fn is_known(self) -> bool {
        matches!(
            self,
            Self::Base | Self::Actual | Self::Interpolated | Self::Implied
        )
    }

    /// Marks the years after the base year, the first of `origins`, for which figures were entered: also those that give no
    /// level, because nothing leads to it.
    pub(crate) fn mark_entered<'e>(
        origins: &mut [Self],
        entries: impl Iterator<Item = &'e ActualEntry>,
        base_year: i32,
    ) {
        for entry in entries {
            let step = usize::try_from(entry.year - base_year).ok();
            if let Some(origin) = step
                .filter(|step| *step > 0)
                .and_then(|step| origins.get_mut(step))
            {
                *origin = Self::Actual;
            }
        }
    }

    /// The origin of a value that follows from values of these origins in the same year: partly assumed or assumed where
    /// some or all of them are, else as weak as the weakest, in the order base, actual, implied, interpolated, projected.
    #[must_use]
    pub fn derived(inputs: impl Iterator<Item = Self>) -> Self {
        let (mut has_assumed, mut has_other, mut weakest) = (false, false, Self::Implied);
        for input in inputs {
            match input {
                Self::Assumed => has_assumed = true,
                Self::PartlyAssumed => (has_assumed, has_other) = (true, true),
                Self::Projected => (has_other, weakest) = (true, Self::Projected),
                Self::Interpolated => {
                    has_other = true;
                    if weakest == Self::Implied {
                        weakest = Self::Interpolated;
                    }
                }
                Self::Base | Self::Actual | Self::Implied => has_other = true,
            }
        }
        match (has_assumed, has_other) {
            (true, true) => Self::PartlyAssumed,
            (true, false) => Self::Assumed,
            (false, _) => weakest,
        }
    }
}
