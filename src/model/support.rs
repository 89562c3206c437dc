//! What an indicator's levels rest on over all years: data, stated rates, or only the plan's even path.

use crate::scenario::Origin;

/// What a target's status rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The indicator has actuals of its own; or it is derived, and all levers behind it have some.
    Actual,
    /// The scenario states its rates; or it is derived, and each lever behind it has actuals or stated rates.
    Scenario,
    /// It is derived; some levers behind it are assumed, others not.
    PartlyAssumed,
    /// Nothing was entered: it follows the plan's even path.
    Assumed,
    /// Its status is unknown: there is no base value.
    None,
}

impl Basis {
    /// Name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Scenario => "scenario",
            Self::PartlyAssumed => "partly_assumed",
            Self::Assumed => "assumed",
            Self::None => "none",
        }
    }

    /// Whether a target on this basis is judged, rather than compared with the plan's own path.
    #[must_use]
    pub const fn is_judged(self) -> bool {
        matches!(self, Self::Actual | Self::Scenario | Self::PartlyAssumed)
    }
}

/// What the years after the last data rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemainingBasis {
    /// Rates that the scenario states.
    Scenario,
    /// The plan's even path, at least in part.
    Assumed,
}

impl RemainingBasis {
    /// Name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Assumed => "assumed",
        }
    }

    /// What the years up to a level of this origin rest on; `None` if the level is known from data. Judged by the
    /// level itself, because the last data of one lever say nothing about another.
    pub(super) const fn of(origin: Origin) -> Option<Self> {
        match origin {
            Origin::Base | Origin::Actual | Origin::Interpolated | Origin::Implied => None,
            Origin::Projected => Some(Self::Scenario),
            Origin::PartlyAssumed | Origin::Assumed => Some(Self::Assumed),
        }
    }
}

/// Levers with actuals are behind it.
const ACTUAL: u8 = 1;
/// Levers without actuals, but with stated rates, are behind it.
const STATED: u8 = 2;
/// Levers without any entry are behind it.
const ASSUMED: u8 = 4;

/// Marks the last data of an indicator without any lever with data.
const NEVER: u8 = u8::MAX;

/// What one indicator rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IndicatorEvidence {
    /// The kinds of levers behind it; figures entered for a derived indicator stand in for its levers.
    kinds: u8,
    /// The step of its own last actual; for a derived indicator without one, or with an earlier one, the earliest
    /// last actual among the levers behind it that have any. 0 without data.
    last_actual: u8,
}

impl IndicatorEvidence {
    /// What a lever rests on, given the step of its last actual (0 for none) and whether its rates are stated.
    pub const fn of_lever(last_actual: usize, is_stated: bool) -> Self {
        // Plans span at most 50 years.
        let last_actual = last_actual as u8;
        Self {
            kinds: match (last_actual, is_stated) {
                (0, true) => STATED,
                (0, false) => ASSUMED,
                _ => ACTUAL,
            },
            last_actual,
        }
    }

    /// What a derived indicator rests on, given its inputs' support and its own last actual.
    pub fn derived(inputs: impl Iterator<Item = Self>, own: usize) -> Self {
        let nothing = Self {
            kinds: 0,
            last_actual: NEVER,
        };
        let all = inputs.fold(nothing, |all, input| Self {
            kinds: all.kinds | input.kinds,
            last_actual: match input.last_actual {
                0 => all.last_actual,
                last => all.last_actual.min(last),
            },
        });
        let behind = if all.last_actual == NEVER {
            0
        } else {
            all.last_actual
        };
        Self {
            kinds: if own > 0 { ACTUAL } else { all.kinds },
            last_actual: behind.max(own as u8),
        }
    }

    /// The step of the last data, m in the formulas.
    pub fn last_actual(self) -> usize {
        usize::from(self.last_actual)
    }

    pub const fn basis(self) -> Basis {
        match self.kinds {
            ACTUAL => Basis::Actual,
            ASSUMED => Basis::Assumed,
            kinds if kinds & ASSUMED != 0 => Basis::PartlyAssumed,
            _ => Basis::Scenario,
        }
    }
}
