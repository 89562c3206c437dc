//! Targets and indicators by the names that the command line takes.

use crate::file::{Failure, nearest};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::text::Message;

/// A target by name: the indicator's id, with a due year and a form if the indicator has several targets.
pub(super) fn target_named(plan: &Plan, name: &str) -> Result<TargetIx, Failure> {
    let meant = match plan.find_target(name) {
        Ok(ix) => return Ok(ix),
        Err(meant) => meant,
    };
    let id = stem(name);
    if let Some(indicator) = plan.find(id)
        && !meant.is_empty()
    {
        // Several match, or none do: a year in which nothing is due, or a form that no target has.
        let is_none = name.contains('@') && meant.len() == plan.get(indicator).targets.len();
        let is_none = is_none && !meant.iter().all(|meant| meant.starts_with(&format!("{name}:")));
        let what = match name.split_once('@') {
            Some((id, when)) if is_none => Message::new("solve-none-due").with("id", id).with("when", when),
            _ => Message::new("solve-which-target").with("name", name),
        };
        return Err(Failure::Other {
            what,
            help: Some(Message::new("syntax-allowed").with("allowed", meant.join(", "))),
        });
    }
    let all: Vec<String> = plan.targets().map(|(ix, ..)| plan.target_name(ix)).collect();
    let known: Vec<&str> = all.iter().map(String::as_str).collect();
    let what = match plan.find(id) {
        Some(_) => Message::new("solve-no-target").with("id", id),
        None => unknown(plan, id),
    };
    Err(not_among(what, name, &known))
}

/// The id within the name of a target or of a lever's part.
fn stem(name: &str) -> &str {
    name.split(['@', ':']).next().unwrap_or(name)
}

pub(super) fn unknown(plan: &Plan, id: &str) -> Message {
    Message::new("unknown-indicator")
        .with("found", id)
        .with("plan", plan.id.as_str())
}

/// A fault with a suggestion: the name with the most similar id, since a shared year or part says nothing; among
/// several with that id, the most similar overall.
pub(super) fn not_among(what: Message, found: &str, known: &[&str]) -> Failure {
    let like = nearest(stem(found), known.iter().map(|name| stem(name)));
    let alike = known
        .iter()
        .copied()
        .filter(|name| like.is_some_and(|like| like == stem(name)));
    let alike: Vec<&str> = alike.collect();
    let help = match nearest(found, alike.iter().copied()).or(alike.first().copied()) {
        Some(name) => Message::new("did-you-mean").with("name", name),
        None => Message::new("syntax-allowed"),
    };
    Failure::Other {
        what,
        help: Some(help.with("allowed", known.join(", "))),
    }
}

/// An indicator by its id.
pub(super) fn indicator_named(plan: &Plan, id: &str) -> Result<IndicatorIx, Failure> {
    plan.find(id).ok_or_else(|| {
        let known: Vec<&str> = plan.iter().map(|(_, indicator)| indicator.id.as_str()).collect();
        not_among(unknown(plan, id), id, &known)
    })
}
