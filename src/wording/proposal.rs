//! A spread proposed from actuals: what it comes from, or why there is none.

use super::ledger::{ChangeTerms, change_in_words};
use super::rates::bare_rate;
use crate::analysis::{FEWEST_RATES, NoProposal, SpreadProposal};
use crate::plan::Plan;
use crate::scenario::Spread;
use crate::text::{Language, Message, numbers, say};

/// Decimals of the factors between which a deviation may lie.
const FACTOR_DECIMALS: usize = 1;

/// What a proposed spread comes from, a sentence each: the rates with their years, the spread, how little so few years say,
/// and how far their mean is from the rate of the open years.
#[must_use]
pub fn proposal_in_words(plan: &Plan, proposal: &SpreadProposal, language: Language) -> Vec<String> {
    let indicator = plan.get(proposal.lever);
    let counted = ChangeTerms::stated(indicator, language);
    let years: Vec<String> = proposal
        .rates
        .iter()
        .map(|(rate, year)| {
            Message::new("proposal-rate")
                .with("year", *year)
                .with("rate", bare_rate(indicator, *rate, 2))
                .say(language)
        })
        .collect();
    let width = |figure: f64| numbers::visible(figure, 2);
    let from = Message::new("proposal-from")
        .with("rates", years.join(&say(language, "list-separator")))
        .with("mean", change_in_words(counted, proposal.mean, None, language))
        .with("deviation", width(proposal.deviation));
    let (low, high) = proposal.factors;
    let unsure = Message::new("proposal-unsure")
        .with("count", proposal.rates.len())
        .with("low", numbers::visible(low, FACTOR_DECIMALS))
        .with("high", numbers::visible(high, FACTOR_DECIMALS));
    let is_above = proposal.drift > 0.0;
    let drift = numbers::visible(proposal.drift.abs(), 2);
    let id = if is_above {
        "proposal-drift-above"
    } else {
        "proposal-drift-below"
    };
    let drift = Message::new(id).with("drift", drift).say(language);
    let has_drift = proposal.drift.abs() >= 0.005;
    let is_normal = |sd: f64| {
        Message::new("proposal-is")
            .with("sd", width(sd))
            .with("count", proposal.rates.len())
            .say(language)
    };
    let spread = match proposal.uncertainty.spread {
        Spread::Normal { sd } => Some(is_normal(sd)),
        _ => None,
    };
    [Some(from.say(language)), spread, Some(unsure.say(language))]
        .into_iter()
        .flatten()
        .chain(has_drift.then_some(drift))
        .collect()
}

/// Why no spread is proposed.
#[must_use]
pub fn no_proposal(why: NoProposal, language: Language) -> String {
    let message = match why {
        NoProposal::NotMeasured => Message::new("proposal-not-measured"),
        NoProposal::NoBase => Message::new("proposal-no-base"),
        NoProposal::NoOpenYear => Message::new("proposal-no-open-year"),
        NoProposal::TooFew(count) => Message::new("proposal-too-few")
            .with("fewest", FEWEST_RATES)
            .with("count", count),
        NoProposal::AllAlike => Message::new("proposal-all-alike"),
    };
    message.say(language)
}
