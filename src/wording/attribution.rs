//! Why two scenarios differ, in words: what each lever adds, the sentence that sums it up, and why there is no answer.

use super::decomposition::{CausedChange, listed_names};
use super::ledger::percent;
use crate::analysis::Outcome;
use crate::analysis::attribution::{Attribution, AttributionError, Player};
use crate::plan::Plan;
use crate::scenario::LeverRole;
use crate::text::{Language, Message, numbers, say};

/// The name of what a difference is attributed to.
#[must_use]
pub fn player_in_words(plan: &Plan, player: Player, language: Language) -> String {
    match player {
        Player::Lever(ix) => plan.get(ix).name.get(language).to_owned(),
        Player::Discrepancy(ix) => Message::new("decompose-discrepancy")
            .with("name", plan.get(ix).name.get(language))
            .say(language),
    }
}

/// The same in few words.
#[must_use]
pub fn player_in_brief(plan: &Plan, player: Player, language: Language) -> String {
    match player {
        Player::Lever(ix) => plan.get(ix).short_name(language).to_owned(),
        Player::Discrepancy(ix) => Message::new("decompose-discrepancy")
            .with("name", plan.get(ix).short_name(language))
            .say(language),
    }
}

/// An effect with as many decimals as the figures that it leads to, or more so as not to look like nothing.
#[must_use]
pub fn attributed_figure(found: &Attribution, effect: f64) -> String {
    let usual = numbers::decimals_for(found.from.abs().max(found.to.abs()));
    numbers::signed(effect, numbers::decimals_to_see(effect, usual).unwrap_or(usual))
}

/// By how much a figure differs, in a few characters: of a level in percent where it has a zero to be measured from.
#[must_use]
pub fn difference_in_brief(found: &Attribution, language: Language) -> String {
    let share = (found.to / found.from - 1.0) * 100.0;
    match found.outcome {
        Outcome::Level { .. } if found.from > 0.0 && found.to > 0.0 => percent(
            numbers::signed(share, numbers::decimals_to_see(share, 1).unwrap_or(1)),
            language,
        ),
        _ => attributed_figure(found, found.change()),
    }
}

/// The sentence: by how much the figure differs from that of the named scenario in a year, mostly because of what, and
/// what worked the other way.
#[must_use]
pub fn attribution_in_words(
    plan: &Plan,
    found: &Attribution,
    (other, year): (&str, i32),
    language: Language,
) -> String {
    let effects = found.effects.iter().map(|effect| {
        let name = match effect.player {
            Player::Lever(ix) => plan.name_inside(ix, language),
            player @ Player::Discrepancy(_) => player_in_words(plan, player, language),
        };
        (name, effect.change)
    });
    let what = CausedChange {
        change: found.change(),
        size: attributed_figure(found, found.change().abs()),
        factors: effects.collect(),
    };
    let name = plan.get(found.outcome.indicator()).name.get(language);
    let said = Message::new("decompose-differs")
        .with("other", other)
        .with("to", year);
    let said = match found.outcome {
        Outcome::Level { .. } => said.with("name", name),
        // A fall of 21 % is 21, so that a lower figure is a higher level.
        Outcome::Target(_) => said.with("name", Message::new("attribute-target-figure").with("name", name)),
    };
    what.said(said, |effect| attributed_figure(found, effect))
        .say(language)
}

/// What levers of either role add together; nothing where all have the same.
#[must_use]
pub fn roles_in_words(found: &Attribution, language: Language) -> Option<String> {
    let has = |role| found.effects.iter().any(|effect| effect.role == Some(role));
    let sum = |role| attributed_figure(found, found.sum(role));
    (has(LeverRole::Policy) && has(LeverRole::Assumption)).then(|| {
        Message::new("attribute-roles")
            .with("policy", sum(LeverRole::Policy))
            .with("assumption", sum(LeverRole::Assumption))
            .say(language)
    })
}

/// Why a difference cannot be attributed.
#[must_use]
pub fn unattributable(plan: &Plan, why: &AttributionError) -> Message {
    match why {
        AttributionError::OtherBaseYear(one, other) => Message::new("attribute-base-year")
            .with("first", *one)
            .with("second", *other),
        AttributionError::NotShared(ids) => {
            Message::new("attribute-not-shared").with("names", listed_names(ids.iter().map(String::as_str)))
        }
        AttributionError::NoLevels(ix) => {
            Message::new("attribute-no-levels").with("name", plan.get(*ix).id.as_str())
        }
        AttributionError::OtherUnit(ix) => {
            Message::new("attribute-other-unit").with("name", plan.get(*ix).id.as_str())
        }
        AttributionError::YearOutside(year) => Message::new("decompose-year").with("year", *year),
        AttributionError::NoValue => Message::new("attribute-no-value"),
    }
}

/// What to do about it.
#[must_use]
pub fn unattributable_help(plan: &Plan, why: &AttributionError) -> Message {
    match why {
        AttributionError::OtherBaseYear(..) | AttributionError::NotShared(_) | AttributionError::NoValue => {
            Message::new("attribute-help")
        }
        AttributionError::NoLevels(_) | AttributionError::OtherUnit(_) => {
            Message::new("actual-needs-base-help")
        }
        AttributionError::YearOutside(_) => Message::new("decompose-years-help")
            .with("first", plan.base_year)
            .with("last", plan.end_year),
    }
}

/// Whether effects are averages over all orders, or over how many that were drawn.
#[must_use]
pub fn attribution_method(found: &Attribution, language: Language) -> String {
    match found.orders {
        None => say(language, "attribute-exact").into_owned(),
        Some(orders) => Message::new("attribute-sampled")
            .with("orders", orders)
            .say(language),
    }
}
