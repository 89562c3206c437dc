//! Evaluation order of derived indicators, and cycles. Linear in the number of identities, however long the chains.

use super::Checker;
use crate::file::ValuePath;
use crate::plan::{Dynamics, Expression, IndicatorIx, Plan};
use crate::text::Message;

impl Checker {
    /// Orders derived indicators topologically, in layers from the levers up, each layer in plan order.
    pub(super) fn order_derived(&mut self, plan: &mut Plan, list: &ValuePath) {
        let (order, blocked) = in_order(plan);
        plan.derived_order = order;
        if blocked.is_empty() {
            plan.levers_behind = levers_behind(plan);
            return;
        }
        let circle = only_circles(plan, &blocked);
        let names: Vec<&str> = circle.iter().map(|ix| plan.get(*ix).id.as_str()).collect();
        let what = Message::new("expression-cycle").with("ids", names.join(", "));
        let at = list.index(circle[0].0).field("dynamics").index(0);
        self.fault(at, what, "expression-cycle-help");
    }
}

/// Derived inputs of an indicator, with repetitions.
fn derived_inputs(plan: &Plan, ix: IndicatorIx) -> impl Iterator<Item = IndicatorIx> {
    let expression = match &plan.get(ix).dynamics {
        Dynamics::Derived(expression) => Some(expression),
        _ => None,
    };
    let inputs = expression.into_iter().flat_map(Expression::inputs);
    inputs.filter(|input| !plan.get(*input).is_lever())
}

fn derived(plan: &Plan) -> impl Iterator<Item = IndicatorIx> {
    plan.iter()
        .filter(|(_, indicator)| !indicator.is_lever())
        .map(|(ix, _)| ix)
}

/// Ordered derived indicators, and those blocked by a cycle.
fn in_order(plan: &Plan) -> (Vec<IndicatorIx>, Vec<IndicatorIx>) {
    let mut users: Vec<Vec<IndicatorIx>> = vec![Vec::new(); plan.indicators.len()];
    let mut waits_for = vec![0_usize; plan.indicators.len()];
    for ix in derived(plan) {
        for input in derived_inputs(plan, ix) {
            users[input.position()].push(ix);
            waits_for[ix.position()] += 1;
        }
    }
    let mut order = Vec::new();
    let mut ready: Vec<IndicatorIx> = derived(plan).filter(|ix| waits_for[ix.position()] == 0).collect();
    while !ready.is_empty() {
        let mut next = Vec::new();
        for user in ready.iter().flat_map(|ix| &users[ix.position()]) {
            waits_for[user.position()] -= 1;
            if waits_for[user.position()] == 0 {
                next.push(*user);
            }
        }
        order.append(&mut ready);
        next.sort_unstable();
        ready = next;
    }
    let blocked = derived(plan).filter(|ix| waits_for[ix.position()] > 0).collect();
    (order, blocked)
}

/// Levers behind every indicator, in plan order. Each identity is visited once, after its inputs.
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

/// Removes blocked indicators that are not part of a cycle: those no other blocked one uses.
fn only_circles(plan: &Plan, waiting: &[IndicatorIx]) -> Vec<IndicatorIx> {
    let mut used_by = vec![0_usize; plan.indicators.len()];
    for input in waiting.iter().flat_map(|ix| derived_inputs(plan, *ix)) {
        used_by[input.position()] += 1;
    }
    let mut is_out = vec![false; plan.indicators.len()];
    let unused = |ix: &&IndicatorIx| used_by[ix.position()] == 0;
    let mut open: Vec<IndicatorIx> = waiting.iter().filter(unused).copied().collect();
    while let Some(ix) = open.pop() {
        is_out[ix.position()] = true;
        for input in derived_inputs(plan, ix) {
            used_by[input.position()] -= 1;
            if used_by[input.position()] == 0 {
                open.push(input);
            }
        }
    }
    let in_circle = |ix: &&IndicatorIx| !is_out[ix.position()];
    waiting.iter().filter(in_circle).copied().collect()
}
