//! The figure that an analysis is asked about: that of a target, or the level of an indicator in a year.

use crate::plan::{IndicatorIx, TargetIx};

/// A figure of a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The figure in which a target is judged, in its own terms: a decline of 21 % is 21. Of a target that is due in every
    /// year, that of its worst year.
    Target(TargetIx),
    /// The level of an indicator, in its unit.
    Level {
        /// The indicator.
        indicator: IndicatorIx,
        /// The year, as a step from the base year.
        step: usize,
    },
}

impl Outcome {
    /// The indicator that it is a figure of.
    #[must_use]
    pub const fn indicator(self) -> IndicatorIx {
        match self {
            Self::Target(target) => target.indicator,
            Self::Level { indicator, .. } => indicator,
        }
    }
}
