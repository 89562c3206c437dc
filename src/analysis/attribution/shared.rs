//! What two scenarios have in common behind an outcome, whether or not they belong to the same plan.

use super::{AttributionError, PlannedState, Player};
use crate::analysis::Outcome;
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::scenario::LeverRole;

/// Two scenarios in which the same levers and identities stand behind an outcome.
pub(super) struct Shared<'a> {
    pub from: PlannedState<'a>,
    pub to: PlannedState<'a>,
    pub outcome: Outcome,
    /// The levers behind the outcome, in the plan's order.
    pub levers: Vec<Twin>,
    /// The derived indicators behind it, each after those it uses; itself last where it is one.
    pub derived: Vec<Twin>,
}

/// An indicator in the plan compared with, and in the other one.
#[derive(Clone, Copy)]
pub(super) struct Twin {
    pub from: IndicatorIx,
    pub to: IndicatorIx,
}

impl<'a> Shared<'a> {
    pub fn new(
        from: PlannedState<'a>,
        to: PlannedState<'a>,
        outcome: Outcome,
    ) -> Result<Self, AttributionError> {
        let plan = to.plan;
        if from.plan.base_year != plan.base_year {
            return Err(AttributionError::OtherBaseYear(
                from.plan.base_year,
                plan.base_year,
            ));
        }
        let last = match outcome {
            Outcome::Level { step, .. } => step,
            Outcome::Target(target) => plan.due_step(plan.target(target)),
        };
        if last > from.plan.steps() || last > plan.steps() {
            return Err(AttributionError::YearOutside(plan.year(last)));
        }
        let ix = outcome.indicator();
        let mut wanted = vec![false; plan.indicators.len()];
        wanted[ix.position()] = true;
        for &derived in plan.derived_order.iter().rev() {
            if let (true, Dynamics::Derived(identity)) =
                (wanted[derived.position()], &plan.get(derived).dynamics)
            {
                identity
                    .inputs()
                    .for_each(|input| wanted[input.position()] = true);
            }
        }
        let levers = plan.levers().map(|(ix, _)| ix);
        let derived = plan.derived_order.iter().copied();
        let [levers, derived] = [levers.collect::<Vec<_>>(), derived.collect()]
            .map(|all| all.into_iter().filter(|ix| wanted[ix.position()]));
        let is_same = std::ptr::eq(from.plan, plan) || from.plan == plan;
        let mut missing = Vec::new();
        let mut twins = |all: &mut dyn Iterator<Item = IndicatorIx>| -> Vec<Twin> {
            let mut found = Vec::new();
            for to in all {
                match if is_same {
                    Some(to)
                } else {
                    twin(from.plan, plan, to)
                } {
                    Some(from) => found.push(Twin { from, to }),
                    None => missing.push(plan.get(to).id.clone()),
                }
            }
            found
        };
        let (levers, derived) = (twins(&mut { levers }), twins(&mut { derived }));
        if !missing.is_empty() {
            return Err(AttributionError::NotShared(missing));
        }
        for twin in levers.iter().chain(&derived) {
            let kinds = [
                from.state.projection.kind(twin.from),
                to.state.projection.kind(twin.to),
            ];
            let has_levels = from.state.projection.levels(twin.from).is_some()
                && to.state.projection.levels(twin.to).is_some();
            if !has_levels {
                return Err(AttributionError::NoLevels(twin.to));
            }
            if kinds[0] != kinds[1] {
                return Err(AttributionError::OtherUnit(twin.to));
            }
        }
        Ok(Self {
            from,
            to,
            outcome,
            levers,
            derived,
        })
    }

    /// Who decides a player.
    pub fn role(&self, player: Player) -> Option<LeverRole> {
        let Player::Lever(ix) = player else {
            return None;
        };
        let twin = self.levers.iter().find(|twin| twin.to == ix)?;
        let [from, to] = [(self.from, twin.from), (self.to, twin.to)]
            .map(|(of, ix)| of.state.scenario.roles.get(ix).copied().unwrap_or_default());
        Some(if from == LeverRole::Policy { to } else { from })
    }
}

/// The indicator of another plan that is the same lever, or has the same identity.
fn twin(other: &Plan, plan: &Plan, ix: IndicatorIx) -> Option<IndicatorIx> {
    let found = other.find(&plan.get(ix).id)?;
    let written = |plan: &Plan, ix: IndicatorIx| match &plan.get(ix).dynamics {
        Dynamics::Derived(identity) => identity.notation(usize::MAX, |input| plan.get(input).id.clone()),
        _ => None,
    };
    let (one, two) = (plan.get(ix), other.get(found));
    let is_same = one.unit == two.unit && written(plan, ix) == written(other, found);
    (is_same && one.is_lever() == two.is_lever()).then_some(found)
}
