//! The order in which derived indicators are computed, and circles that have none.

use super::Checker;
use crate::file::Place;
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::text::Message;

impl Checker {
    /// Puts derived indicators into an order in which each comes after those it uses.
    pub(super) fn order_derived(&mut self, plan: &mut Plan, list: &Place) {
        let mut waiting: Vec<IndicatorIx> = plan
            .iter()
            .filter(|(_, indicator)| !indicator.is_lever())
            .map(|(ix, _)| ix)
            .collect();
        while !waiting.is_empty() {
            let is_ready = |ix: &IndicatorIx| match &plan.get(*ix).dynamics {
                Dynamics::Derived(e) => e.inputs().all(|input| !waiting.contains(&input)),
                _ => true,
            };
            let (ready, blocked): (Vec<_>, Vec<_>) = waiting.iter().partition(|ix| is_ready(ix));
            if ready.is_empty() {
                let circle = only_circles(plan, blocked);
                let names: Vec<&str> = circle.iter().map(|ix| plan.get(*ix).id.as_str()).collect();
                let what = Message::new("expression-cycle").with("ids", names.join(", "));
                let at = list.index(circle[0].0).field("dynamics").index(0);
                self.fault(at, what, "expression-cycle-help");
                return;
            }
            plan.derived_order.extend(ready);
            waiting = blocked;
        }
        plan.levers_behind = levers_behind(plan);
    }
}

/// The levers behind every indicator, each list in the plan's order. Derived ones come after those they use, so every
/// identity is followed once.
fn levers_behind(plan: &Plan) -> Vec<Vec<IndicatorIx>> {
    let mut behind: Vec<Vec<IndicatorIx>> = plan.iter().map(|(ix, _)| vec![ix]).collect();
    for &ix in &plan.derived_order {
        if let Dynamics::Derived(expression) = &plan.get(ix).dynamics {
            let mut levers: Vec<IndicatorIx> = Vec::new();
            for input in expression.inputs() {
                levers.extend(&behind[input.position()]);
            }
            levers.sort_unstable();
            levers.dedup();
            behind[ix.position()] = levers;
        }
    }
    behind
}

/// Leaves out the indicators that wait for a circle without being part of one: those that no other waiting one uses.
fn only_circles(plan: &Plan, mut waiting: Vec<IndicatorIx>) -> Vec<IndicatorIx> {
    loop {
        let is_used = |ix: &IndicatorIx| {
            waiting.iter().any(|user| match &plan.get(*user).dynamics {
                Dynamics::Derived(expression) => expression.inputs().any(|input| input == *ix),
                _ => false,
            })
        };
        let used: Vec<IndicatorIx> = waiting.iter().copied().filter(is_used).collect();
        if used.len() == waiting.len() {
            return used;
        }
        waiting = used;
    }
}
