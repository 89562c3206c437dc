//! What an ensemble says.

use super::select::Quantiles;
use crate::analysis::draws::Sampling;
use crate::plan::{IndicatorIx, TargetIx};

/// What the draws lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Ensemble {
    /// How many draws.
    pub size: u64,
    /// What points they were made from.
    pub sampling: Sampling,
    /// Every indicator that has levels, in the plan's order.
    pub fans: Vec<Fan>,
    /// Every target, in the plan's order.
    pub targets: Vec<TargetChance>,
    /// All targets at once.
    pub together: Together,
    /// The indicators that draws move and that have bounds, or whose draws have left what is possible for a level, in the
    /// plan's order of evaluation, with the number of draws that do in any open year.
    pub out_of_bounds: Vec<(IndicatorIx, u64)>,
}

/// How one indicator's levels spread, year by year. Each year for itself: no draw need follow a quantile from year to year.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// From the base year on, the quantiles of its level.
    pub quantiles: Vec<Quantiles>,
}

/// A share of the draws, and its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likelihood {
    /// Between 0 and 1.
    pub p: f64,
    /// Nothing until standard errors were worked out. 0 where no draw changes anything, and where all draws agree, which proves
    /// nothing.
    pub se: Option<f64>,
    /// Whether no draw can change it.
    pub is_certain: bool,
}

/// How likely a target is met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetChance {
    /// The target.
    pub target: TargetIx,
    /// Nothing where the target is assumed or unknown.
    pub met: Option<Likelihood>,
    /// Whether draws reach it: else it is met or not, whatever is drawn.
    pub is_reached: bool,
    /// Whether nothing to come can change the judgement.
    pub is_decided: bool,
}

/// How likely several targets are met in one draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    /// All judged targets; nothing where there are none.
    pub judged: Option<Likelihood>,
    /// All judged targets that are binding.
    pub binding: Option<Likelihood>,
    /// All judged targets that are not decided yet.
    pub open: Option<Likelihood>,
    /// How many targets are left out, because they are assumed or unknown.
    pub excluded: usize,
    /// How many judged targets are decided already.
    pub decided: usize,
}

impl Ensemble {
    /// How likely one target is met; nothing where it is assumed or unknown.
    #[must_use]
    pub fn chance(&self, target: TargetIx) -> Option<Likelihood> {
        self.targets.iter().find(|chance| chance.target == target)?.met
    }

    /// The fan of an indicator; nothing where it has no levels.
    #[must_use]
    pub fn fan(&self, indicator: IndicatorIx) -> Option<&Fan> {
        self.fans.iter().find(|fan| fan.indicator == indicator)
    }

    /// How many draws take an indicator out of what is possible for it.
    #[must_use]
    pub fn outside(&self, indicator: IndicatorIx) -> u64 {
        let found = self.out_of_bounds.iter().find(|(ix, _)| *ix == indicator);
        found.map_or(0, |(_, count)| *count)
    }
}
