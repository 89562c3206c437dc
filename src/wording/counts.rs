//! How many targets are judged, and how; those that rest on nothing entered are counted separately.

use crate::model::{Count, Counts};
use crate::text::{Language, Message, say};

/// A plan's targets in a sentence or two: "6 of 24 targets rest on data or a set rate: 4 met, 1 missed, …".
#[must_use]
pub fn counts(counts: &Counts, language: Language) -> String {
    said(&counts.all, "counts-judged", language)
}

/// The same for binding targets; nothing for a plan without any.
#[must_use]
pub fn binding_counts(counts: &Counts, language: Language) -> Option<String> {
    (counts.binding.targets > 0).then(|| said(&counts.binding, "counts-binding", language))
}

/// Says that nothing was entered, so that the plan is compared with itself, or with even paths from other base values.
/// Nothing otherwise.
#[must_use]
pub fn plan_itself(counts: &Counts, language: Language) -> Option<String> {
    counts
        .all
        .is_plan_itself()
        .then(|| say(language, plan_itself_id(counts)).into_owned())
}

/// The message id behind [`plan_itself`].
#[must_use]
pub const fn plan_itself_id(counts: &Counts) -> &'static str {
    if counts.has_own_bases {
        "counts-plan-from-bases"
    } else {
        "counts-plan-itself"
    }
}

fn said(count: &Count, id: &'static str, language: Language) -> String {
    let clause = |id: &'static str, count: usize| (count > 0).then(|| Message::new(id).with("count", count));
    let joined = |separator: &'static str, clauses: Vec<Message>| {
        let mut clauses = clauses.into_iter();
        let first = clauses.next()?;
        Some(clauses.fold(first, |said, next| {
            Message::new(separator).with("first", said).with("next", next)
        }))
    };
    let judged = joined(
        "counts-and",
        [
            clause("counts-met", count.met),
            clause("counts-close", count.close),
            clause("counts-missed", count.missed),
            clause("counts-wrong-direction", count.wrong_direction),
        ]
        .into_iter()
        .flatten()
        .collect(),
    );
    let head = Message::new(id)
        .with("judged", count.judged)
        .with("all", count.targets);
    let head = match judged {
        Some(judged) => Message::new("counts-with-statuses")
            .with("first", head)
            .with("statuses", judged),
        None => head,
    };
    let clauses = [
        Some(head),
        clause("counts-assumed", count.assumed),
        clause("counts-unknown", count.unknown),
    ];
    let first = joined("counts-then", clauses.into_iter().flatten().collect());
    let partly = clause("counts-partly-assumed", count.partly_assumed);
    let sentences = first
        .into_iter()
        .map(|first| Message::new("implication-sentence").with("statement", first))
        .chain(conditions(count))
        .chain(partly);
    in_a_row(sentences, language).unwrap_or_default()
}

/// On what the targets that are met depend, one sentence each.
fn conditions(count: &Count) -> impl Iterator<Item = Message> {
    let on_plan = if count.met_on_both > 0 {
        "counts-met-partly-on-plan"
    } else {
        "counts-met-on-plan"
    };
    [
        ("counts-met-on-set", count.met_on_set),
        (on_plan, count.met_on_plan),
        ("counts-met-between", count.met_between),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(id, count)| Message::new(id).with("count", count))
}

fn in_a_row(mut sentences: impl Iterator<Item = Message>, language: Language) -> Option<String> {
    let first = sentences.next()?;
    let all = sentences.fold(first, |said, next| {
        Message::new("implication-sentences")
            .with("first", said)
            .with("next", next)
    });
    Some(all.say(language))
}

/// On what the targets that are met depend: the years left, set rates, interpolation. Nothing if on none of them.
#[must_use]
pub fn met_conditions(count: &Count, language: Language) -> Option<String> {
    in_a_row(conditions(count), language)
}

/// The binding targets in a few words: "8 binding (B): 1 met, 2 close, 5 assumed". Nothing for a plan without any.
#[must_use]
pub fn binding_in_brief(counts: &Counts, language: Language) -> Option<String> {
    let count = &counts.binding;
    let clauses = [
        ("status-met", count.met),
        ("status-close", count.close),
        ("status-missed", count.missed),
        ("status-wrong-direction", count.wrong_direction),
        ("status-assumed", count.assumed),
        ("status-unknown", count.unknown),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(status, count)| {
        Message::new("counts-brief")
            .with("count", count)
            .with("status", Message::new(status))
    });
    let clauses =
        clauses.reduce(|said, next| Message::new("counts-and").with("first", said).with("next", next))?;
    let said = Message::new("strip-binding")
        .with("count", count.targets)
        .with("statuses", clauses);
    Some(said.say(language))
}
