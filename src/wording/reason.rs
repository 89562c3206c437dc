//! Why something is impossible: a level, a rate, an answer.

use crate::analysis::RemainingError;
use crate::analysis::solver::{StopReason, Unsolvable};
use crate::model::{Limit, Violation};
use crate::plan::Plan;
use crate::text::{Language, Message, numbers};

/// The sentence about an impossible level, naming lever and year.
#[must_use]
pub fn violation(plan: &Plan, violation: &Violation, language: Language) -> Message {
    let indicator = plan.get(violation.indicator);
    let id = match violation.limit {
        Limit::Bounds(..) => "path-leaves-bounds",
        Limit::Number => "path-is-no-number",
        Limit::Percent => "path-has-no-percentage",
    };
    let message = Message::new(id)
        .with("name", indicator.name.get(language))
        .with("id", indicator.id.as_str())
        .with("year", violation.year);
    match violation.limit {
        Limit::Bounds(low, high) => message
            .with("level", beside(violation.level, low, high))
            .with("low", numbers::shortest(low))
            .with("high", numbers::shortest(high)),
        Limit::Number => message,
        Limit::Percent => message.with("level", numbers::level(violation.level)),
    }
}

/// The message id of the remedy.
#[must_use]
pub fn violation_help(plan: &Plan, violation: &Violation) -> &'static str {
    match (violation.limit, plan.get(violation.indicator).is_lever()) {
        (Limit::Number, _) => "path-is-no-number-help",
        (Limit::Percent, _) => "path-has-no-percentage-help",
        (Limit::Bounds(..), true) => "path-leaves-bounds-help",
        (Limit::Bounds(..), false) => "path-leaves-bounds-derived-help",
    }
}

/// A level outside bounds, with enough decimals not to look equal to one of them.
fn beside(level: f64, low: f64, high: f64) -> String {
    let usual = numbers::decimals_for(level);
    let differs = |decimals: &usize| {
        let shown = numbers::decimal(level, *decimals);
        [low, high]
            .iter()
            .all(|bound| numbers::decimal(*bound, *decimals) != shown)
    };
    // No level has more digits than these.
    let decimals = (usual..=MOST_DIGITS).find(differs).unwrap_or(usual);
    numbers::decimal(level, decimals)
}

/// Beyond this many decimals, a difference from a bound is only rounding error.
const MOST_DIGITS: usize = 12;

/// Why a lever's remaining years cannot be set that way.
#[must_use]
pub fn why_not(plan: &Plan, why: &RemainingError) -> Message {
    Message::new(match why {
        RemainingError::NotALever => "why-not-derived",
        RemainingError::NoBase => "why-not-base",
        RemainingError::NoActuals => "why-not-actuals",
        RemainingError::NoYearsLeft => "why-not-years",
        RemainingError::NoTarget => "why-not-target",
        RemainingError::AlreadyMet => "why-not-met-already",
        RemainingError::OutOfReach => "why-not-reachable",
        RemainingError::Inadmissible { lever, fault } => return fault.message(plan.get(*lever)),
    })
}

/// Why there is no question to answer.
#[must_use]
pub fn unsolvable(plan: &Plan, why: &Unsolvable, language: Language) -> Message {
    match why {
        Unsolvable::YesOrNo => Message::new("solve-yes-or-no"),
        Unsolvable::Lost => Message::new("solve-lost"),
        Unsolvable::NoBase => Message::new("why-not-base"),
        Unsolvable::NotBehind(levers) => {
            let ids: Vec<&str> = levers.iter().map(|ix| plan.get(*ix).id.as_str()).collect();
            Message::new("solve-not-behind").with("allowed", ids.join(", "))
        }
        Unsolvable::NotOutputGrowth => Message::new("solve-not-output"),
        Unsolvable::NoYearsLeft => Message::new("solve-no-years"),
        Unsolvable::YearNotLeft { year, first, last } if first == last => Message::new("solve-year-one")
            .with("year", *year)
            .with("last", *last),
        Unsolvable::YearNotLeft { year, first, last } => Message::new("solve-year")
            .with("year", *year)
            .with("first", *first)
            .with("last", *last),
        Unsolvable::NothingToScale => Message::new("solve-nothing-to-scale"),
        Unsolvable::NoEffect => Message::new("solve-no-effect"),
        Unsolvable::NoStart(why) => stop(plan, why, language),
    }
}

/// What keeps a rate from going further.
#[must_use]
pub fn stop(plan: &Plan, stop: &StopReason, language: Language) -> Message {
    match stop {
        StopReason::Rate { lever, fault } => fault.message(plan.get(*lever)),
        StopReason::Bounds(found) => violation(plan, found, language),
        StopReason::Exhausted => Message::new("solve-exhausted"),
    }
}
