//! A target's progress in words, for the screen, the command line and reports.

use crate::model::{Convention, Ledger, Required, Standing};
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
    convention: Convention,
    change: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let id = match convention {
        Convention::Growth => "track-rise",
        Convention::Decline => "track-fall",
        Convention::Points => "track-points",
    };
    let decimals = decimals.unwrap_or(2);
    let figure = match convention {
        Convention::Decline => numbers::decimal(change, decimals),
        Convention::Growth | Convention::Points => numbers::signed(change, decimals),
    };
    Message::new(id).with("change", figure).say(language)
}

/// A rate with its unit.
#[must_use]
pub fn rate_in_words(
    convention: Convention,
    rate: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let unit = match convention {
        Convention::Growth | Convention::Decline => "rate-percent",
        Convention::Points => "rate-points",
    };
    Message::new("track-rate")
        .with("rate", numbers::decimal(rate, decimals.unwrap_or(2)))
        .with("unit", Message::new(unit))
        .say(language)
}

/// The rate that the years left must have, or why there is none.
#[must_use]
pub fn required_in_words(ledger: &Ledger, decimals: Option<usize>, language: Language) -> String {
    let id = match ledger.required {
        Required::Rate(rate) => return rate_in_words(ledger.convention, rate, decimals, language),
        Required::AlreadyMet { .. } | Required::NoYearsLeft { is_met: true } => "standing-reached",
        Required::NoYearsLeft { is_met: false } => "track-too-late",
        Required::OutOfReach => "why-not-reachable",
        Required::NoTarget | Required::NoBase => "status-unknown",
    };
    say(language, id).into_owned()
}

/// What happened to a target whose actuals lead away from it, which needs more than a negative percentage, and what it
/// would take now; nothing for any other.
#[must_use]
pub fn off_course(plan: &Plan, ledger: &Ledger, language: Language) -> Option<String> {
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
    .with("name", plan.get(ledger.indicator).name.get(language))
    .with("base", base.year)
    .with("from", numbers::level(base.level))
    .with("year", last.year)
    .with("to", numbers::level(last.level))
    .with("goal", numbers::level(ledger.goal))
    .with("end", plan.end_year);
    let sentence = message.say(language);
    Some(match ledger.required {
        Required::Rate(rate) => {
            let need = Message::new("track-wrong-need")
                .with("rate", rate_in_words(ledger.convention, rate, None, language))
                .with("first", last.year + 1)
                .with("end", plan.end_year);
            Message::new("implication-sentences")
                .with("first", sentence)
                .with("next", need)
                .say(language)
        }
        _ => sentence,
    })
}
