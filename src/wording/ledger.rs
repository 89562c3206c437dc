//! A target's progress in words, for the screen, the command line and reports.

use super::labels::{is_percentage, origin_mark, unit_beside};
use crate::model::{Change, Ledger, Origin, Projection, Required, enough_rate, enough_remaining, stated_in};
use crate::plan::{Form, Indicator, Plan};
use crate::text::{Language, Message, numbers, say};

/// A share such as official progress, given as a fraction, in percent: one decimal, or more where it would round to 100
/// % without reaching it.
#[must_use]
pub fn share(fraction: f64, language: Language) -> String {
    let figure = fraction * 100.0;
    let is_short = fraction < 1.0 - SAME;
    let shows_less =
        |decimals: &usize| numbers::decimal(figure, *decimals) != numbers::decimal(100.0, *decimals);
    let decimals = (1..=8).find(|decimals| !is_short || shows_less(decimals));
    percent(numbers::decimal(figure, decimals.unwrap_or(1)), language)
}

/// Progress within this distance is equal.
pub(super) const SAME: f64 = 1e-9;

/// The year of the last data, with a mark for what its level rests on, or for interpolated data. A dash without any.
#[must_use]
pub fn last_year(ledger: &Ledger) -> String {
    let Some(last) = ledger.last().filter(|_| ledger.last_actual > 0) else {
        return "–".to_owned();
    };
    match last.origin {
        _ if ledger.is_beside_interpolated => format!("{}{}", last.year, origin_mark(Origin::Interpolated)),
        other => format!("{}{}", last.year, origin_mark(other)),
    }
}

/// A percentage as each language writes it; a dash for a missing figure takes no sign.
#[must_use]
pub fn percent(figure: String, language: Language) -> String {
    if figure == "–" {
        return figure;
    }
    Message::new("figure-percent").with("value", figure).say(language)
}

/// How an indicator's changes are counted: the convention and, where they add up, their unit.
#[derive(Clone, Copy, Debug)]
pub struct ChangeTerms<'a> {
    pub(super) convention: Change,
    /// The unit of changes; `None` if they are points between percentages.
    pub(super) unit: Option<&'a str>,
}

impl<'a> ChangeTerms<'a> {
    /// An indicator's changes in the terms of `convention`.
    #[must_use]
    pub fn of(indicator: &'a Indicator, convention: Change, language: Language) -> Self {
        Self {
            convention,
            unit: (!is_percentage(indicator)).then(|| indicator.unit.get(language)),
        }
    }

    /// An indicator's changes in the terms in which the plan states its rates.
    #[must_use]
    pub fn stated(indicator: &'a Indicator, language: Language) -> Self {
        Self::of(indicator, stated_in(indicator, None), language)
    }

    /// Changes of a ledger's indicator, in the ledger's terms.
    pub(super) fn in_ledger(plan: &'a Plan, ledger: &Ledger, language: Language) -> Self {
        Self::of(plan.get(ledger.indicator()), ledger.change, language)
    }

    /// Changes in the terms of `convention`; those that add up are in the named unit, or in points.
    #[must_use]
    pub const fn named(convention: Change, unit: Option<&'a str>) -> Self {
        Self { convention, unit }
    }
}

/// What is achieved or still to do: percent as a rise or fall in words, whichever way the target counts; points or
/// units, signed.
#[must_use]
pub fn change_in_words(
    counted: ChangeTerms<'_>,
    change: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let ids = [
        "change-none",
        "change-rise",
        "change-fall",
        "change-points",
        "change-units",
    ];
    in_words(counted, change, ("change", ids), decimals, language)
}

/// A yearly rate: percent as a rise or fall in words; points or units, signed.
#[must_use]
pub fn rate_in_words(
    counted: ChangeTerms<'_>,
    rate: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let ids = [
        "rate-none",
        "rate-rise",
        "rate-fall",
        "rate-in-points",
        "rate-in-units",
    ];
    in_words(counted, rate, ("rate", ids), decimals, language)
}

/// One of five messages: no change, a rise or a fall in percent, points, or another unit. Decimals are added to a
/// change that would round to none.
fn in_words(
    counted: ChangeTerms<'_>,
    change: f64,
    (name, [none, rise, fall, points, units]): (&'static str, [&'static str; 5]),
    decimals: Option<usize>,
    language: Language,
) -> String {
    let Some(decimals) = numbers::decimals_to_see(change, decimals.unwrap_or(2)) else {
        return say(language, none).into_owned();
    };
    let message = match (counted.convention, counted.unit) {
        (Change::Points, None) => Message::new(points).with(name, numbers::signed(change, decimals)),
        (Change::Points, Some(unit)) => Message::new(units)
            .with(name, numbers::signed(change, decimals))
            .with("unit", unit_beside(unit, language).as_ref()),
        (Change::Growth, _) if change > 0.0 => {
            Message::new(rise).with(name, numbers::decimal(change, decimals))
        }
        (Change::Decline, _) if change > 0.0 => {
            Message::new(fall).with(name, numbers::decimal(change, decimals))
        }
        (Change::Growth, _) => Message::new(fall).with(name, numbers::decimal(-change, decimals)),
        (Change::Decline, _) => Message::new(rise).with(name, numbers::decimal(-change, decimals)),
    };
    message.say(language)
}

/// What the last data have achieved, in words; nothing without data, or where it has no meaning.
#[must_use]
pub fn achieved_in_words(
    plan: &Plan,
    ledger: &Ledger,
    decimals: Option<usize>,
    language: Language,
) -> Option<String> {
    let achieved = ledger.achieved()?;
    let target = plan.target(ledger.target);
    Some(if target.form == Form::Done {
        let id = if achieved > 0.5 {
            "figure-done"
        } else {
            "figure-not-done"
        };
        say(language, id).into_owned()
    } else {
        let counted = ChangeTerms::in_ledger(plan, ledger, language);
        change_in_words(counted, achieved, decimals, language)
    })
}

/// What is still to do after the last data, in words, rounded so that the figure shown is enough: a dash if the target
/// is reached.
#[must_use]
pub fn remaining_in_words(
    plan: &Plan,
    ledger: &Ledger,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let Some(remaining) = ledger.remaining() else {
        return "–".to_owned();
    };
    let target = plan.target(ledger.target);
    if target.form == Form::Done {
        return say(language, "track-to-be-done").into_owned();
    }
    if numbers::decimals_to_see(remaining, 0).is_none() {
        // A strict target must be passed; any other is short by a negligible amount.
        let id = if target.comparator.is_strict() {
            "status-on-line"
        } else {
            "remaining-hardly"
        };
        return say(language, id).into_owned();
    }
    let counted = ChangeTerms::in_ledger(plan, ledger, language);
    let wanted = decimals.unwrap_or(2);
    let wanted = numbers::decimals_to_see(remaining, wanted).unwrap_or(wanted);
    let (enough, places) = enough_remaining(plan, ledger, wanted).unwrap_or((remaining, wanted));
    change_in_words(counted, enough, Some(places), language)
}

/// The rate needed in the years left, rounded so that the figure shown is enough, or why there is none.
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
            let wanted = decimals.unwrap_or(2);
            let enough = enough_rate(plan, projection, ledger, wanted);
            let (rate, places) = enough.unwrap_or((rate, wanted));
            let counted = ChangeTerms::in_ledger(plan, ledger, language);
            if ledger.is_at_once() {
                // What is reached next year must be kept, not exceeded.
                return Message::new("rate-at-once")
                    .with("change", change_in_words(counted, rate, Some(places), language))
                    .with("year", ledger.last().map_or(0, |last| last.year + 1))
                    .say(language);
            }
            return rate_in_words(counted, rate, Some(places), language);
        }
        Required::Decided { .. } if ledger.is_open && ledger.years_left() == 0 => "track-not-known-yet",
        Required::AlreadyMet { .. } if ledger.is_open && ledger.is_each_year => "track-not-known-yet",
        Required::AlreadyMet { .. } if ledger.must_hold() || ledger.is_open => "track-hold",
        Required::AlreadyMet { .. } | Required::Decided { is_met: true } => "standing-reached",
        Required::Decided { is_met: false } if ledger.years_left() > 0 => "track-lost",
        Required::Decided { is_met: false } => "track-too-late",
        Required::OutOfReach if ledger.last().is_some_and(|last| last.level == 0.0) => "track-from-zero",
        Required::OutOfReach => "why-not-reachable",
        Required::ToBeDone => "track-to-be-done",
        Required::NoBase => "status-unknown",
    };
    say(language, id).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_says_its_direction_and_its_unit() {
        use Change::{Decline, Growth, Points};
        for (convention, change, english, chinese) in [
            (Growth, 2.0, "rise 2.00 %", "增长2.00%"),
            (Growth, -3.49, "fall 3.49 %", "下降3.49%"),
            (Decline, 3.49, "fall 3.49 %", "下降3.49%"),
            (Decline, -2.0, "rise 2.00 %", "增长2.00%"),
            (Points, 2.28, "+2.28 points", "+2.28个百分点"),
            (Points, -9.2, "−9.20 points", "−9.20个百分点"),
            (Growth, 0.0, "no change", "不变"),
            (Decline, -0.0, "no change", "不变"),
            (Points, 1e-12, "no change", "不变"),
            (Decline, 0.004, "fall 0.004 %", "下降0.004%"),
        ] {
            assert_eq!(
                change_in_words(
                    ChangeTerms::named(convention, None),
                    change,
                    None,
                    Language::English
                ),
                english
            );
            assert_eq!(
                change_in_words(
                    ChangeTerms::named(convention, None),
                    change,
                    None,
                    Language::Chinese
                ),
                chinese
            );
        }
        for (convention, rate, english, chinese) in [
            (Growth, 8.0, "rise 8.00 % a year", "年均增长8.00%"),
            (Growth, -4.61, "fall 4.61 % a year", "年均下降4.61%"),
            (Decline, 4.61, "fall 4.61 % a year", "年均下降4.61%"),
            (Points, 2.28, "+2.28 points a year", "每年+2.28个百分点"),
            (Points, -0.0, "no change", "年均不变"),
        ] {
            assert_eq!(
                rate_in_words(
                    ChangeTerms::named(convention, None),
                    rate,
                    None,
                    Language::English
                ),
                english
            );
            assert_eq!(
                rate_in_words(
                    ChangeTerms::named(convention, None),
                    rate,
                    None,
                    Language::Chinese
                ),
                chinese
            );
        }
    }
}
