//! A lever's rates in few words: the years they apply to, ends of a range, marks on its slider.

use super::labels::unit_beside;
use super::ledger::{ChangeTerms, change_in_words};
use crate::model::{Limit, Violation, stated_in};
use crate::plan::{Change, Indicator, Plan};
use crate::text::{Language, Message, numbers, say};

/// A range of years as written for a rate: "2014–15", "2015".
#[must_use]
pub fn open_years(first: i32, last: i32, language: Language) -> String {
    if first >= last {
        return Message::new("years-one").with("year", last).say(language);
    }
    // The century is written once if both share it.
    let short = if first.div_euclid(100) == last.div_euclid(100) {
        format!("{:02}", last.rem_euclid(100))
    } else {
        last.to_string()
    };
    Message::new("years-several")
        .with("first", first)
        .with("last", last)
        .with("short", short)
        .say(language)
}

/// A round rate, such as the end of a slider, without a span: "fall 15 %", "+3 points".
#[must_use]
pub fn round_rate(indicator: &Indicator, rate: f64, language: Language) -> String {
    let shown = numbers::shortest(rate);
    let decimals = shown.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    change_in_words(
        ChangeTerms::stated(indicator, language),
        rate,
        Some(decimals),
        language,
    )
}

/// A rate as a bare figure: signed where changes add up, as its direction is said nowhere else.
#[must_use]
pub fn bare_rate(indicator: &Indicator, rate: f64, decimals: usize) -> String {
    let decimals = numbers::decimals_to_see(rate, decimals).unwrap_or(decimals);
    match stated_in(indicator, None) {
        Change::Points => numbers::signed(rate, decimals),
        Change::Growth | Change::Decline => numbers::decimal(rate, decimals),
    }
}

/// What a path breaks, in a few words beside its lever: "2015 would be 105.0 %, limit 100 %".
#[must_use]
pub fn violation_in_brief(plan: &Plan, violation: &Violation, language: Language) -> String {
    let Limit::Bounds(low, high) = violation.limit else {
        return say(language, "lever-no-number").into_owned();
    };
    let limit = if violation.level > high { high } else { low };
    let unit = plan.get(violation.indicator).unit.get(language);
    let decimals = numbers::decimals_apart(&[violation.level, limit]).max(1);
    let with_unit = |figure: String| {
        Message::new("figure-with-unit")
            .with("value", figure)
            .with("unit", unit_beside(unit, language).as_ref())
            .say(language)
    };
    Message::new("lever-would-be")
        .with("year", violation.year)
        .with("level", with_unit(numbers::decimal(violation.level, decimals)))
        .with("limit", with_unit(numbers::shortest(limit)))
        .say(language)
}
