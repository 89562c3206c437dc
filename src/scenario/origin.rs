//! What a level rests on, from what was entered to what is only assumed.

use super::ActualEntry;

/// What a level rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The starting point.
    Base,
    /// Entered for this indicator and year, or implied by its own entries.
    Actual,
    /// Between two actuals of this indicator.
    Interpolated,
    /// Derived, with only base, actual or implied inputs.
    Implied,
    /// Rests on a rate stated by the scenario.
    Projected,
    /// Derived; some inputs are assumed, others are not.
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

    /// All origins, from known to assumed.
    pub const ALL: [Self; 7] = [
        Self::Base,
        Self::Actual,
        Self::Interpolated,
        Self::Implied,
        Self::Projected,
        Self::PartlyAssumed,
        Self::Assumed,
    ];

    /// Base or actual. A rate is actual only if both its ends are.
    #[must_use]
    pub const fn is_given(self) -> bool {
        matches!(self, Self::Base | Self::Actual)
    }

    /// Whether it rests on figures alone, without any rate.
    #[must_use]
    pub const fn is_known(self) -> bool {
        matches!(
            self,
            Self::Base | Self::Actual | Self::Interpolated | Self::Implied
        )
    }

    /// Marks years with entered figures; `origins` starts at the base year. Includes figures that determine no level.
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

    /// Origin of a derived value: assumed if all inputs are, partly assumed if some are (or partly are), else the
    /// weakest in the order base, actual, implied, interpolated, projected.
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
