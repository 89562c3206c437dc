//! A target in full sentences, for screen readers, on hover and in reports: its row in the scorecard, its row in the
//! ledger, how far it has come, and by how much it falls short.

use super::astray::off_course;
use super::beside::assessed;
use super::called;
use super::evidence::{evidence, named, origin};
use super::labels::{labelled, promise, target_in_words};
use super::ledger::{achieved_in_words, remaining_in_words, required_in_words, share};
use super::rates::open_years;
use super::scores::with_year;
use super::verdict::verdict;
use crate::model::{Assessment, Basis, Evaluation, Ledger, Origin, ProgressYear, Projection, Required};
use crate::plan::{Plan, TargetIx};
use crate::text::{Language, Message, say, say_with};

/// Projected figure, gap and progress; `None` without levels, or if they are not numbers.
#[must_use]
pub fn figures_shown(
    plan: &Plan,
    evaluation: &Evaluation,
    assessment: &Assessment,
    decimals: Option<usize>,
    language: Language,
) -> Option<[String; 3]> {
    let (indicator, target) = (plan.get(assessment.indicator()), plan.target(assessment.target));
    assessed(indicator, target, assessment, decimals, language)
        .filter(|_| evaluation.has_numbers(assessment.indicator()))
}

/// A row of the scorecard: name, verdict, figures, what they rest on, and what is still needed.
#[must_use]
pub fn score_in_words(
    plan: &Plan,
    evaluation: &Evaluation,
    assessment: &Assessment,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let words = judged(plan, evaluation, assessment, decimals, language);
    match required(plan, evaluation, assessment, decimals, language) {
        Some(required) => say_with(
            language,
            "score-and-required",
            &[("words", &words), ("required", &required)],
        ),
        None => words,
    }
}

fn judged(
    plan: &Plan,
    evaluation: &Evaluation,
    assessment: &Assessment,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let promised = promised(plan, assessment.target, language);
    let is_plain = assessment.is_on_line || !assessment.is_judged();
    let id = match assessment.basis {
        Basis::None => "score-unknown-in-words",
        _ if is_plain => "score-plain-in-words",
        _ => "score-in-full",
    };
    let [projected, gap, progress] = figures_shown(plan, evaluation, assessment, decimals, language)
        .unwrap_or_else(|| [(); 3].map(|()| "–".to_owned()));
    Message::new(id)
        .with("name", target_in_words(plan, assessment.target, language))
        .with("verdict", verdict(plan, assessment, &promised, language))
        .with("evidence", evidence(plan, assessment, language))
        .with("projected", projected)
        .with("target", promised)
        .with("gap", gap)
        .with("progress", progress)
        .say(language)
}

fn promised(plan: &Plan, ix: TargetIx, language: Language) -> String {
    promise(plan.get(ix.indicator), plan.target(ix), language)
}

/// The rate needed in the years left, if the target is judged and not already reached.
fn required(
    plan: &Plan,
    evaluation: &Evaluation,
    assessment: &Assessment,
    decimals: Option<usize>,
    language: Language,
) -> Option<String> {
    let ledger = evaluation.ledger(assessment.target)?;
    let is_asked = matches!(ledger.required, Required::Rate(_))
        && assessment.is_judged()
        && evaluation.has_numbers(assessment.indicator());
    if !is_asked {
        return None;
    }
    let rate = required_in_words(plan, evaluation.projection(), ledger, decimals, language);
    Some(say_with(language, "score-required", &[("required", &rate)]))
}

/// A row of the ledger: name, standing, official progress, what is still needed, the outcome and what it rests on.
#[must_use]
pub fn ledger_in_words(
    plan: &Plan,
    evaluation: &Evaluation,
    ix: TargetIx,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let name = target_in_words(plan, ix, language);
    if !evaluation.has_numbers(ix.indicator) {
        return labelled(&name, &say(language, "lever-no-number"), language);
    }
    let (Some(ledger), Some(assessment)) = (evaluation.ledger(ix), evaluation.assessment(ix)) else {
        return labelled(&name, &say(language, "status-unknown"), language);
    };
    let promised = promised(plan, ix, language);
    let standing = say(language, called::standing(ledger.standing()));
    let progress = ledger
        .judged()
        .map_or_else(|| "–".to_owned(), |judged| share(judged.progress, language));
    let required = required_in_words(plan, evaluation.projection(), ledger, decimals, language);
    let row = say_with(
        language,
        "track-row-in-words",
        &[
            ("name", &name),
            ("target", &promised),
            ("standing", &standing),
            ("progress", &progress),
            ("required", &required),
        ],
    );
    let outcome = outcome_in_words(plan, assessment, language);
    say_with(language, "words-and-more", &[("words", &row), ("more", &outcome)])
}

/// Where a target ends, and what that rests on.
#[must_use]
pub fn outcome_in_words(plan: &Plan, assessment: &Assessment, language: Language) -> String {
    let promised = promised(plan, assessment.target, language);
    Message::new("track-verdict")
        .with("verdict", verdict(plan, assessment, &promised, language))
        .with("evidence", evidence(plan, assessment, language))
        .say(language)
}

/// How far a target has come, and what is still to do; `None` without data.
#[must_use]
pub fn progress_in_words(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    decimals: Option<usize>,
    language: Language,
) -> Option<String> {
    if let Some(sentence) = off_course(plan, projection, ledger, language) {
        return Some(sentence);
    }
    let achieved = achieved_in_words(plan, ledger, decimals, language)?;
    let last = ledger.last()?;
    let settled = match (
        ledger.is_open && ledger.remaining().is_none(),
        ledger.is_reached(),
    ) {
        (true, _) => Some("track-sentence-open"),
        (_, true) if ledger.must_hold() => Some("track-sentence-holds"),
        (_, true) => Some("track-sentence-reached"),
        _ => None,
    };
    let message = Message::new(settled.unwrap_or("track-sentence"))
        .with("year", last.year)
        .with("achieved", achieved)
        .with(
            "progress",
            share(ledger.judged().unwrap_or(last).progress, language),
        )
        .with("due", share(last.scheduled, language));
    if settled.is_some() {
        return Some(message.say(language));
    }
    let required = required_in_words(plan, projection, ledger, decimals, language);
    let message = message
        .with("remaining", remaining_in_words(plan, ledger, decimals, language))
        .with("required", required);
    Some(message.say(language))
}

/// What a year's level of a target's indicator rests on, naming the levers without entries if only some have none.
#[must_use]
pub fn year_rests_on(
    plan: &Plan,
    evaluation: &Evaluation,
    ix: TargetIx,
    year: &ProgressYear,
    language: Language,
) -> String {
    let word = match year.origin {
        Origin::Projected => say(language, "lever-set").into_owned(),
        other => origin(other, language),
    };
    let assessment = evaluation.assessment(ix);
    let assumed = assessment.map_or(&[][..], |assessment| &assessment.assumed);
    if year.origin != Origin::PartlyAssumed || assumed.is_empty() {
        return word;
    }
    let names = named(plan, assumed, language);
    say_with(
        language,
        "origin-with-names",
        &[("origin", &word), ("names", &names)],
    )
}

/// A target that is not met, without its name, for a paragraph of a report: the verdict, its figures, and the rate needed
/// in the years left, if there is one. Of a target without levels, only what it asks for.
#[must_use]
pub fn shortfall_in_full(
    plan: &Plan,
    assessment: &Assessment,
    required: Option<String>,
    language: Language,
) -> String {
    let (indicator, target) = (plan.get(assessment.indicator()), plan.target(assessment.target));
    let promised = promise(indicator, target, language);
    let Some([projected, gap, progress]) = assessed(indicator, target, assessment, None, language) else {
        return Message::new("report-shortfall-unknown")
            .with("target", promised)
            .say_in_full(language);
    };
    let first = Message::new("report-shortfall")
        .with("status", verdict(plan, assessment, &promised, language))
        .with("projected", with_year(target, assessment, projected, language))
        .with("target", promised)
        .with("gap", gap)
        .with("progress", progress)
        .say_in_full(language);
    let next = required.map(|rate| {
        let first = assessment.last_actual.unwrap_or(plan.base_year) + 1;
        Message::new("report-shortfall-required")
            .with("years", open_years(first, plan.due_year(target), language))
            .with("rate", rate)
            .say_in_full(language)
    });
    Message::new("report-sentences")
        .with("first", first)
        .with("next", next.unwrap_or_default())
        .say_in_full(language)
}
