//! The levers behind a statement that follow the plan's own path.

use crate::plan::IndicatorIx;

/// Levers on the plan's own path because nothing was entered for those years.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct OnPlanPath {
    /// From the base year on.
    pub all_along: Vec<IndicatorIx>,
    /// After their last data.
    pub after_data: Vec<IndicatorIx>,
    /// The first of those years, if it is the same for all of them.
    pub from: Option<i32>,
}
