//! Remarks on targets that go astray: moving in the wrong direction, behind schedule, or missed in a past year.

use super::labels::{promise, target_in_words};
use super::ledger::{ChangeTerms, SAME, rate_in_words, required_in_words, share};
use crate::model::{Ledger, Origin, ProgressYear, Projection, Required, Standing};
use crate::plan::Plan;
use crate::text::{Language, Message, numbers};

/// For a target whose actuals lead away from it, where a negative percentage is not enough: what happened, and what it
/// would take now. Nothing for any other.
#[must_use]
pub fn off_course(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    language: Language,
) -> Option<String> {
    let (base, last) = (ledger.years.first()?, ledger.last()?);
    if ledger.standing() != Standing::WrongDirection {
        return None;
    }
    let rises = last.level > base.level;
    let decimals = numbers::decimals_apart(&[base.level, last.level, ledger.goal]);
    let figure = |level: f64| numbers::decimal(level, decimals);
    let message = Message::new(if rises {
        "track-wrong-up"
    } else {
        "track-wrong-down"
    })
    .with("name", target_in_words(plan, ledger.target, language))
    .with("base", base.year)
    .with("from", figure(base.level))
    .with("year", last.year)
    .with("to", figure(last.level))
    .with("goal", figure(ledger.goal))
    .with("end", plan.due_year(plan.target(ledger.target)));
    let sentence = message.say(language);
    Some(match ledger.required {
        Required::Rate(_) => both(sentence, need(plan, projection, ledger, language), language),
        _ => sentence,
    })
}

/// For a target that data have missed for good, or whose limit is passed. Nothing for any other.
fn missed(plan: &Plan, projection: &Projection, ledger: &Ledger, language: Language) -> Option<String> {
    let last = ledger.last()?;
    let id = match ledger.standing() {
        Standing::NotReached if ledger.is_each_year => return missed_in_a_year(plan, ledger, language),
        Standing::NotReached => "track-not-reached",
        Standing::BeyondLimit => "track-beyond-limit",
        _ => return None,
    };
    let target = plan.target(ledger.target);
    let said = Message::new(id)
        .with("name", target_in_words(plan, ledger.target, language))
        .with("progress", share(last.progress, language))
        .with("year", last.year)
        .with("promise", promise(plan.get(ledger.indicator()), target, language))
        .say(language);
    let Required::Rate(_) = ledger.required else {
        return Some(said);
    };
    Some(both(said, need(plan, projection, ledger, language), language))
}

/// The rate the target needs now.
fn need(plan: &Plan, projection: &Projection, ledger: &Ledger, language: Language) -> String {
    Message::new("track-wrong-need")
        .with(
            "rate",
            required_in_words(plan, projection, ledger, None, language),
        )
        .with("years", years_left(plan, ledger, language))
        .say(language)
}

/// The year in which data first missed a target due in every year, which has no schedule to be behind.
fn missed_in_a_year(plan: &Plan, ledger: &Ledger, language: Language) -> Option<String> {
    let is_data = |year: &&ProgressYear| matches!(year.origin, Origin::Actual | Origin::Implied);
    let years = ledger.years.iter().skip(1).take(ledger.last_actual);
    let missed = years
        .filter(is_data)
        .find(|year| year.progress < year.scheduled - SAME)?;
    let target = plan.target(ledger.target);
    let said = Message::new("track-missed-in-year")
        .with("name", target_in_words(plan, ledger.target, language))
        .with("year", missed.year)
        .with("promise", promise(plan.get(ledger.indicator()), target, language));
    Some(said.say(language))
}

/// How far a target is behind even progress, and the rate needed in the years left next to the rate so far; or that it
/// is missed for good, or past its limit. Nothing for any other.
#[must_use]
pub fn behind_schedule(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    language: Language,
) -> Option<String> {
    let (last, judged) = (ledger.last()?, ledger.judged()?);
    if ledger.standing() != Standing::Behind {
        return missed(plan, projection, ledger, language);
    }
    let is_short = judged.progress < judged.scheduled - SAME;
    if !is_short || (ledger.is_open && ledger.years_left() == 0) {
        return None;
    }
    if ledger.is_each_year {
        return missed_in_a_year(plan, ledger, language);
    }
    let shortfall = Message::new("track-behind")
        .with("name", target_in_words(plan, ledger.target, language))
        .with("progress", share(last.progress, language))
        .with("year", last.year)
        .with("due", share(last.scheduled, language))
        .with(
            "points",
            numbers::visible((last.scheduled - last.progress) * 100.0, 1),
        )
        .say(language);
    let counted = ChangeTerms::in_ledger(plan, ledger, language);
    let words = |rate| rate_in_words(counted, rate, None, language);
    let Required::Rate(rate) = ledger.required else {
        let reason = required_in_words(plan, projection, ledger, None, language);
        let too_late = Message::new("track-behind-lost").with("reason", reason);
        return Some(both(shortfall, too_late.say(language), language));
    };
    let so_far = ledger.rate_so_far().unwrap_or(0.0);
    let times = rate / so_far;
    let need = if times.is_finite() && times > 0.0 {
        Message::new("track-behind-need")
            .with("so-far", words(so_far))
            .with("times", numbers::decimal(times, 1))
    } else {
        Message::new("track-behind-start")
    };
    let need = need
        .with(
            "rate",
            required_in_words(plan, projection, ledger, None, language),
        )
        .with("years", years_left(plan, ledger, language));
    Some(both(shortfall, need.say(language), language))
}

/// The years after the last actual.
fn years_left(plan: &Plan, ledger: &Ledger, language: Language) -> String {
    let first = plan.year(ledger.last_actual + 1);
    let due = plan.due_year(plan.target(ledger.target));
    let id = if first < due { "track-years" } else { "track-year" };
    Message::new(id)
        .with("first", first)
        .with("end", due)
        .say(language)
}

fn both(first: String, next: String, language: Language) -> String {
    Message::new("implication-sentences")
        .with("first", first)
        .with("next", next)
        .say(language)
}
