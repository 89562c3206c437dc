//! Indicators named on the command line.

use crate::file::{Failure, nearest};
use crate::plan::{IndicatorIx, Plan};
use crate::text::Message;

/// An indicator by its id.
///
/// # Errors
/// The nearest id, and all that there are.
pub(super) fn named(plan: &Plan, id: &str) -> Result<IndicatorIx, Failure> {
    plan.find(id).ok_or_else(|| {
        let known: Vec<&str> = plan.iter().map(|(_, indicator)| indicator.id.as_str()).collect();
        let help = match nearest(id, known.iter().copied()) {
            Some(name) => Message::new("did-you-mean").with("name", name),
            None => Message::new("syntax-allowed"),
        };
        Failure::Other {
            what: Message::new("unknown-indicator")
                .with("found", id)
                .with("plan", plan.id.as_str()),
            help: Some(help.with("allowed", known.join(", "))),
        }
    })
}
