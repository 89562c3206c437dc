//! A target's progress in words, for the screen, the command line and reports.

use crate::model::{Change, Ledger, Projection, Required, Standing, enough_rate};
use crate::plan::Plan;
use crate::text::{Language, Message, numbers, say};

/// A share such as official progress, given as a fraction, in percent.
#[must_use]
pub fn share(fraction: f64) -> String {
    numbers::decimal(fraction * 100.0, 1) + " %"
}

/// What is achieved or still to do, in a ledger's own terms: a fall is positive where the target is a fall.
#[must_use]
pub fn change_in_words(
    convention: Change,
    change: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let unit = match convention {
        Change::Growth | Change::Decline => "track-percent",
        Change::Points => "track-points",
    };
    Message::new(unit)
        .with("change", bare_change(convention, change, decimals, language))
        .say(language)
}

/// The same without its unit.
#[must_use]
pub fn bare_change(convention: Change, change: f64, decimals: Option<usize>, language: Language) -> String {
    let decimals = decimals.unwrap_or(2);
    if convention != Change::Decline {
        return numbers::signed(change, decimals);
    }
    let figure = numbers::decimal(change.abs(), decimals);
    let id = if change < 0.0 { "track-rise" } else { "track-fall" };
    Message::new(id).with("change", figure).say(language)
}

/// A rate with its unit.
#[must_use]
pub fn rate_in_words(convention: Change, rate: f64, decimals: Option<usize>, language: Language) -> String {
    let unit = match convention {
        Change::Growth | Change::Decline => "rate-percent",
        Change::Points => "rate-points",
    };
    Message::new("track-rate")
        .with("rate", numbers::decimal(rate, decimals.unwrap_or(2)))
        .with("unit", Message::new(unit))
        .say(language)
}

/// The rate that the years left must have, rounded so that what is shown is enough, or why there is none.
#[must_use]
pub fn required_in_words(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let id = match ledger.required {
        Required::Rate(rate) => {
            let shown = enough_rate(plan, projection, ledger, decimals.unwrap_or(2));
            return rate_in_words(ledger.change, shown.unwrap_or(rate), decimals, language);
        }
        Required::AlreadyMet { .. } | Required::Decided { is_met: true } => "standing-reached",
        Required::Decided { is_met: false } if ledger.years_left() > 0 => "track-lost",
        Required::Decided { is_met: false } => "track-too-late",
        Required::OutOfReach => "why-not-reachable",
        Required::ToBeDone => "track-to-be-done",
        Required::NoBase => "status-unknown",
    };
    say(language, id).into_owned()
}

/// What happened to a target whose actuals lead away from it, which needs more than a negative percentage, and what it
/// would take now; nothing for any other.
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
    let message = Message::new(if rises {
        "track-wrong-up"
    } else {
        "track-wrong-down"
    })
    .with("name", plan.get(ledger.indicator()).name.get(language))
    .with("base", base.year)
    .with("from", numbers::level(base.level))
    .with("year", last.year)
    .with("to", numbers::level(last.level))
    .with("goal", numbers::level(ledger.goal))
    .with("end", plan.end_year);
    let sentence = message.say(language);
    Some(match ledger.required {
        Required::Rate(_) => {
            let need = Message::new("track-wrong-need")
                .with(
                    "rate",
                    required_in_words(plan, projection, ledger, None, language),
                )
                .with("years", years_left(plan, ledger, language));
            both(sentence, need.say(language), language)
        }
        _ => sentence,
    })
}

/// How far a target is behind even progress, and the rate that the years left need beside the rate so far; nothing for
/// any other.
#[must_use]
pub fn behind_schedule(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    language: Language,
) -> Option<String> {
    let last = ledger.last()?;
    if ledger.standing() != Standing::Behind {
        return None;
    }
    let shortfall = Message::new("track-behind")
        .with("name", plan.get(ledger.indicator()).name.get(language))
        .with("progress", share(last.progress))
        .with("year", last.year)
        .with("due", share(last.scheduled))
        .with(
            "points",
            numbers::decimal((last.scheduled - last.progress) * 100.0, 1),
        )
        .say(language);
    let words = |rate| rate_in_words(ledger.change, rate, None, language);
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
