//! What a plan and a scenario imply together, in figures; `wording` says it.
//!
//! Nothing here knows a particular indicator. Statements follow from the structure of the plan: which identities are
//! products, which is a share of which, where targets meet.

mod contributions;
mod derived;
mod finder;
mod finding;
mod ground;
mod on_plan;
mod shares;
mod structure;
mod together;

use std::cmp::Reverse;

use finder::Finder;
use on_plan::OnPlanPath;

pub use contributions::{Contributions, contributions};
pub use finding::{
    Conflict, Factor, Finding, OutgrowthGoal, PartGrowth, SufficientRate, Trend, Verdict, is_slight,
};

use crate::model::{Basis, Projection};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;

/// How a statement bears on the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// Everything in it goes together.
    Holds,
    /// It goes together, but a target is not met on this path, or the factors of a quantity pull against each other.
    Notable,
    /// It cannot be: a path leaves what is possible, or targets cannot hold together.
    Conflicts,
}

impl Stance {
    /// Name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Notable => "notable",
            Self::Conflicts => "conflicts",
        }
    }
}

/// Something that follows from the plan and the scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Implication {
    /// The indicator it speaks of; the first one where it speaks of several.
    pub subject: IndicatorIx,
    /// The levers that it depends on, in the order of the plan.
    pub levers: Vec<IndicatorIx>,
    /// How it bears on the plan.
    pub stance: Stance,
    /// What the figures in it rest on.
    pub basis: Basis,
    on_plan: OnPlanPath,
    /// Targets of the indicators that it judges which it does not speak of, and which are not met.
    pub also_missed: Vec<TargetIx>,
    /// What was found.
    pub finding: Finding,
}

impl Implication {
    /// Whether it says that a published figure differs from what its identity gives.
    #[must_use]
    pub const fn is_discrepancy(&self) -> bool {
        matches!(self.finding, Finding::Discrepancy { .. })
    }

    /// Whether it says where a path leads, rather than what targets ask for.
    #[must_use]
    pub const fn is_of_a_path(&self) -> bool {
        !matches!(self.finding, Finding::EvenRate { .. })
    }

    /// The levers behind it that follow the plan's own path all along, because nothing was entered for them.
    #[must_use]
    pub fn on_plan_all_along(&self) -> &[IndicatorIx] {
        &self.on_plan.all_along
    }

    /// The levers behind it that follow the plan's own path after their last data, and from which year on, where it is one
    /// for all of them.
    #[must_use]
    pub fn on_plan_after_data(&self) -> (&[IndicatorIx], Option<i32>) {
        (&self.on_plan.after_data, self.on_plan.from)
    }
}

/// Everything that follows from a plan and a scenario: conflicts first, then what is notable, then the rest, each in
/// the order of the plan.
///
/// `projection` is that of the same plan and scenario. Indicators without levels are left out.
#[must_use]
pub fn implications(plan: &Plan, scenario: &Scenario, projection: &Projection) -> Vec<Implication> {
    let mut found = Finder::new(plan, scenario, projection).find();
    found.sort_by_key(|implication| (Reverse(implication.stance), implication.subject));
    found
}
