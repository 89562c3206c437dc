//! A rate beside those that were observed.

use super::evidence::named_short;
use super::ledger::{ChangeTerms, change_in_words};
use crate::analysis::ObservedRates;
use crate::model::Projection;
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::text::{Language, Message, say};

/// Whether a rate lies beyond anything observed, and what was: "beyond anything observed (fall 3.49 % in 2011 to fall
/// 6.10 % in 2013)".
#[must_use]
pub fn beside_observed(
    plan: &Plan,
    lever: IndicatorIx,
    rate: f64,
    observed: Option<&ObservedRates>,
    language: Language,
) -> String {
    let Some(observed) = observed else {
        return say(language, "observed-none").into_owned();
    };
    let counted = ChangeTerms::stated(plan.get(lever), language);
    let said = |(rate, year): (f64, i32)| {
        Message::new("observed-in")
            .with("rate", change_in_words(counted, rate, None, language))
            .with("year", year)
            .say(language)
    };
    let range = if observed.least.1 == observed.greatest.1 {
        said(observed.least)
    } else {
        Message::new("observed-range")
            .with("least", said(observed.least))
            .with("greatest", said(observed.greatest))
            .say(language)
    };
    let id = if observed.is_beyond(rate) {
        "observed-beyond"
    } else {
        "observed-within"
    };
    Message::new(id).with("observed", range).say(language)
}

/// What data a derived target rests on: "derived, with data for Energy intensity". Nothing of other targets, and without
/// any data.
#[must_use]
pub fn data_behind(plan: &Plan, projection: &Projection, ix: TargetIx, language: Language) -> Option<String> {
    if plan.get(ix.indicator).is_lever() {
        return None;
    }
    let own = projection.last_actual(ix.indicator) > 0;
    let behind = plan.levers_behind(ix.indicator).iter().copied();
    let known: Vec<IndicatorIx> = behind
        .filter(|lever| projection.last_actual(*lever) > 0)
        .collect();
    let id = match (own && known.is_empty(), known.is_empty()) {
        (true, _) => return Some(say(language, "data-behind-own").into_owned()),
        (false, true) => return None,
        (false, false) => "data-behind",
    };
    let names = named_short(plan, &known, language);
    Some(Message::new(id).with("names", names).say(language))
}
