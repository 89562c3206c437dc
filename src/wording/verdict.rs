//! A judgement in words, with the condition attached to it.

use super::called::{status, would_be};
use super::evidence::named;
use super::rates;
use crate::model::{Assessment, Basis, RemainingBasis, Status};
use crate::plan::Plan;
use crate::text::{Language, Message, say};

/// The status in a word or two. A target on the plan's own path because nothing was entered is "assumed", wherever that
/// path leads; a strict target reached exactly is "on the line"; and while years are open a target "would be met".
#[must_use]
pub fn status_word(assessment: &Assessment, language: Language) -> String {
    let is_open = !assessment.is_decided();
    let id = match (assessment.basis, assessment.status) {
        (Basis::Assumed, _) => "status-assumed",
        (Basis::None, _) | (_, Status::Unknown) => "status-unknown",
        _ if assessment.is_on_line && is_open => "status-would-be-on-line",
        _ if assessment.is_on_line => "status-on-line",
        (_, judged) if is_open => would_be(judged),
        (_, judged) => status(judged),
    };
    say(language, id).into_owned()
}

/// The judgement in a phrase, with its condition: "met", "would be met if 2014–15 keep the plan's pace", "on the line:
/// more than 1 % is asked". `promise` is what the target asks for, in words.
#[must_use]
pub fn verdict(plan: &Plan, assessment: &Assessment, promise: &str, language: Language) -> String {
    match assessment.basis {
        Basis::None => return say(language, "evidence-none").into_owned(),
        Basis::Assumed => return say(language, "verdict-assumed").into_owned(),
        Basis::Actual | Basis::Scenario | Basis::PartlyAssumed => {}
    }
    if assessment.is_between {
        return Message::new("verdict-between")
            .with("verdict", status_word(assessment, language))
            .say(language);
    }
    let Some(rest) = assessment.rest.filter(|_| !assessment.is_decided()) else {
        return if assessment.is_on_line {
            Message::new("verdict-on-line")
                .with("promise", promise)
                .say(language)
        } else {
            status_word(assessment, language)
        };
    };
    let judged = if assessment.is_on_line {
        Message::new("verdict-would-be-on-line").with("promise", promise)
    } else {
        Message::new(would_be(assessment.status))
    };
    condition(plan, assessment, rest, language)
        .with("verdict", judged)
        .say(language)
}

/// What an open judgement depends on: years, if everything open moves the same way from the last data on; otherwise the
/// levers.
fn condition(plan: &Plan, assessment: &Assessment, rest: RemainingBasis, language: Language) -> Message {
    let years_left = due_year(plan, assessment) - last_data(plan, assessment);
    let has_years = years_left > 0;
    let of_years = |id| {
        Message::new(id)
            .with("years", open_years(plan, assessment, language))
            .with("count", years_left)
    };
    let open = assessment.open();
    let (set, paced) = (
        named(plan, &open.set, language),
        named(plan, &open.paced, language),
    );
    match (has_years, open.set.is_empty(), open.paced.is_empty()) {
        (true, false, false) => of_years("verdict-if-both").with("paced", paced),
        (false, false, false) => Message::new("verdict-if-levers-both")
            .with("set", set)
            .with("paced", paced),
        (false, false, true) => Message::new("verdict-if-levers-set").with("set", set),
        (false, true, false) => Message::new("verdict-if-levers-plan").with("paced", paced),
        _ => of_years(match rest {
            RemainingBasis::Scenario => "verdict-if-set",
            RemainingBasis::Assumed => "verdict-if-plan",
        }),
    }
}

/// The years from the last data to the due year.
fn open_years(plan: &Plan, assessment: &Assessment, language: Language) -> String {
    let first = last_data(plan, assessment) + 1;
    rates::open_years(first, due_year(plan, assessment), language)
}

/// The year of the last data, or the base year.
fn last_data(plan: &Plan, assessment: &Assessment) -> i32 {
    assessment.last_actual.unwrap_or(plan.base_year)
}

fn due_year(plan: &Plan, assessment: &Assessment) -> i32 {
    plan.due_year(plan.target(assessment.target))
}
