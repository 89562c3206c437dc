//! What draws of a scenario lead to, as an export says it.

use crate::analysis::draws::Sampling;
use crate::analysis::ensemble::Ensemble;
use crate::analysis::importance::{Importance, ImportanceSettings, Tornado};
use crate::figure::HistogramBin;
use crate::plan::{IndicatorIx, Plan, TargetIx};

/// How many draws an export makes where nothing else is asked for.
pub const EXPORT_DRAWS: u64 = 131_072;

/// How the draws of an export are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportDraws {
    /// How many, from 1 to [`crate::analysis::draws::MOST_DRAWS`].
    pub size: u64,
    /// From which points.
    pub sampling: Sampling,
}

impl Default for ExportDraws {
    fn default() -> Self {
        Self {
            size: EXPORT_DRAWS,
            sampling: Sampling::default(),
        }
    }
}

/// What draws say of one target that is judged and that they reach.
#[derive(Clone, Debug)]
pub struct DrawnTarget {
    /// The target.
    pub target: TargetIx,
    /// How often the level ends where, in the year in which the target is due.
    pub bins: Vec<HistogramBin>,
    /// What each lever moves when it alone is drawn.
    pub tornado: Tornado,
    /// Which levers the variance goes back to.
    pub importance: Importance,
}

/// Everything that an export says of uncertainty.
#[derive(Clone, Debug)]
pub struct DrawnExport {
    /// Quantiles and probabilities, with their standard errors.
    pub ensemble: Ensemble,
    /// What the shares of variance are estimated from.
    pub settings: ImportanceSettings,
    /// In the plan's order.
    pub targets: Vec<DrawnTarget>,
}

impl DrawnExport {
    /// What draws say of an indicator's target that is due last, if they reach it.
    #[must_use]
    pub fn of_chart(&self, plan: &Plan, ix: IndicatorIx) -> Option<&DrawnTarget> {
        let (main, _) = plan.main_target(ix)?;
        self.targets.iter().find(|drawn| drawn.target == main)
    }
}
