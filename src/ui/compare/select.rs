//! The indicator selected in the whole window, in the plan of the reference.

use crate::plan::{IndicatorIx, Plan};
use crate::session::{Command, Session};

/// Whether an indicator of the reference's plan is the one selected in the plan of the scenario in front.
pub(super) fn is_selected(session: &Session, plan: &Plan, ix: IndicatorIx) -> bool {
    let front = session.document().plan();
    let selected = session.view().selected(front);
    selected.is_some_and(|selected| front.get(selected).id == plan.get(ix).id)
}

/// Selects an indicator, if the plan of the scenario in front has it.
pub(super) fn select(session: &Session, plan: &Plan, ix: IndicatorIx, send: &mut Vec<Command>) {
    let front = session.document().plan();
    if let Some(found) = front.find(&plan.get(ix).id) {
        send.push(Command::Select(found));
    }
}
