//! What a plan and a scenario imply together, in figures; `wording` puts them into sentences.
//!
//! No indicator is known by name here. Statements follow from the structure of the plan: which identities are
//! products, which indicators are shares of others, where targets meet.

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

use crate::model::{Basis, IsWanted, Projection};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;

/// How a statement bears on the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// Everything in it is consistent.
    Holds,
    /// Consistent, but a target is missed on this path, or the factors of a quantity pull in opposite directions.
    Notable,
    /// Impossible: a level leaves its bounds, or targets cannot hold together.
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
    /// The indicator it is about; the first of several.
    pub subject: IndicatorIx,
    /// The levers it depends on, in plan order.
    pub levers: Vec<IndicatorIx>,
    /// How it bears on the plan.
    pub stance: Stance,
    /// What the figures in it rest on.
    pub basis: Basis,
    on_plan: OnPlanPath,
    /// Missed targets of its judged indicators that it does not mention.
    pub also_missed: Vec<TargetIx>,
    /// The finding.
    pub finding: Finding,
}

impl Implication {
    /// Whether it reports a published figure that differs from its identity.
    #[must_use]
    pub const fn is_discrepancy(&self) -> bool {
        matches!(self.finding, Finding::Discrepancy { .. })
    }

    /// Whether it is about where a path leads, rather than what targets require.
    #[must_use]
    pub const fn is_of_a_path(&self) -> bool {
        !matches!(self.finding, Finding::EvenRate { .. })
    }

    /// The levers behind it that follow the plan's own path throughout, because nothing was entered for them.
    #[must_use]
    pub fn on_plan_all_along(&self) -> &[IndicatorIx] {
        &self.on_plan.all_along
    }

    /// The levers behind it that follow the plan's own path after their last data, and from which year on, if that is
    /// the same for all.
    #[must_use]
    pub fn on_plan_after_data(&self) -> (&[IndicatorIx], Option<i32>) {
        (&self.on_plan.after_data, self.on_plan.from)
    }
}

/// Everything that follows from a plan and a scenario: conflicts first, then what is notable, then the rest, each in
/// plan order.
///
/// `projection` is that of the same plan and scenario. Indicators without levels are left out.
#[must_use]
pub fn implications(plan: &Plan, scenario: &Scenario, projection: &Projection) -> Vec<Implication> {
    work_out(plan, scenario, projection, &|| true)
}

/// [`implications`], cancellable: `None` once they are no longer wanted, from the next trial of a lever on.
pub fn implications_while(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    is_wanted: IsWanted<'_>,
) -> Option<Vec<Implication>> {
    let found = work_out(plan, scenario, projection, is_wanted);
    is_wanted().then_some(found)
}

/// The result is incomplete if cancelled.
fn work_out(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    is_wanted: IsWanted<'_>,
) -> Vec<Implication> {
    let mut found = Finder::new(plan, scenario, projection, is_wanted).find();
    found.sort_by_key(|implication| (Reverse(implication.stance), implication.subject));
    found
}
