//! The levers behind a statement that follow the plan.

use crate::plan::IndicatorIx;

/// The levers that follow the plan's own path because nothing was entered for those years.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct OnPlanPath {
    /// From the beginning.
    pub all_along: Vec<IndicatorIx>,
    /// After their last data.
    pub after_data: Vec<IndicatorIx>,
    /// The first year of those, where it is one for all of them.
    pub from: Option<i32>,
}
