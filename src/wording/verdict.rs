//! A judgement in words, with the condition that it stands under.

use crate::model::{Assessment, Basis, Rest, Status};
use crate::plan::Plan;
use crate::text::{Language, Message, say};

/// The status in a word or two: what follows the plan's own path because nothing was entered is "assumed", whatever that
/// path leads to, and a strict target that is reached exactly stands "on the line".
#[must_use]
pub fn status_word(assessment: &Assessment, language: Language) -> String {
    let id = match assessment.basis {
        Basis::Assumed => "status-assumed",
        _ if assessment.is_on_line => "status-on-line",
        _ => assessment.status.message(),
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
    let Some(rest) = assessment.rest else {
        return if assessment.is_on_line {
            Message::new("verdict-on-line")
                .with("promise", promise)
                .say(language)
        } else {
            status_word(assessment, language)
        };
    };
    let would_be = if assessment.is_on_line {
        Message::new("verdict-would-be-on-line").with("promise", promise)
    } else {
        Message::new(match assessment.status {
            Status::Met => "verdict-would-be-met",
            Status::Close => "verdict-would-be-close",
            Status::Missed => "verdict-would-be-missed",
            Status::WrongDirection => "verdict-would-be-wrong-direction",
            Status::Unknown => "status-unknown",
        })
    };
    let condition = match rest {
        Rest::Scenario => "verdict-if-set",
        Rest::Assumed => "verdict-if-plan",
    };
    Message::new(condition)
        .with("verdict", would_be)
        .with("years", open_years(plan, assessment, language))
        .say(language)
}

/// The years after the last data up to the due year.
fn open_years(plan: &Plan, assessment: &Assessment, language: Language) -> String {
    let first = assessment.last_actual.unwrap_or(plan.base_year) + 1;
    let due = plan.due_year(plan.target(assessment.target));
    super::open_years(first, due, language)
}
