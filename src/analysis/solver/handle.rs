//! Which rates are turned to reach a target.

use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Rates, Scenario};

/// The rates of a lever that are turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its own, percent or points a year.
    Rate,
    /// The output growth of the largest firms, percent a year, where a concentration ratio follows from output growth.
    TopGrowth,
    /// The output growth of the whole industry, likewise.
    IndustryGrowth,
}

impl Part {
    /// The name used on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::TopGrowth => "top",
            Self::IndustryGrowth => "all",
        }
    }
}

/// A lever and the part of its rates that is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle {
    /// The lever.
    pub lever: IndicatorIx,
    /// Which of its rates.
    pub part: Part,
}

impl Handle {
    /// A lever by its own rate.
    #[must_use]
    pub const fn rate(lever: IndicatorIx) -> Self {
        Self {
            lever,
            part: Part::Rate,
        }
    }
}

/// Everything that can be turned for a target, in the plan's order: the levers behind it, each by its own rate, and
/// before that by output growth where its ratio follows from that.
#[must_use]
pub fn handles(plan: &Plan, scenario: &Scenario, target: IndicatorIx) -> Vec<Handle> {
    let levers = plan.levers_behind(target).iter().copied();
    let parts = levers.flat_map(|lever| {
        let output = [Part::TopGrowth, Part::IndustryGrowth]
            .into_iter()
            .filter(move |_| follows_output(scenario, lever));
        output.chain([Part::Rate]).map(move |part| Handle { lever, part })
    });
    parts.collect()
}

/// What is turned unless something else is asked for: the target's own lever; for a derived target the first lever
/// behind it that has no target of its own, because turning another would move that one's target too. Output growth of
/// the largest firms where the ratio follows from that.
#[must_use]
pub fn default_handle(plan: &Plan, scenario: &Scenario, target: IndicatorIx) -> Option<Handle> {
    let levers = plan.levers_behind(target);
    let free = levers.iter().find(|ix| plan.get(**ix).targets.is_empty());
    let lever = *free.or(levers.first())?;
    let part = if follows_output(scenario, lever) {
        Part::TopGrowth
    } else {
        Part::Rate
    };
    Some(Handle { lever, part })
}

pub(super) fn follows_output(scenario: &Scenario, lever: IndicatorIx) -> bool {
    matches!(scenario.rates.get(lever), Some(Rates::OutputGrowth { .. }))
}
