//! A target's progress in words, for the screen, the command line and reports.

use super::labels::{is_percentage, origin_mark, promise, target_in_words, unit_beside};
use crate::model::{
    Change, Ledger, Origin, ProgressYear, Projection, Required, Standing, enough_rate, stated_in,
};
use crate::plan::{Form, Indicator, Plan};
use crate::text::{Language, Message, numbers, say};

/// A share such as official progress, given as a fraction, in percent: with one decimal, or with more where it would show
/// as all of it and is less.
#[must_use]
pub fn share(fraction: f64, language: Language) -> String {
    let figure = fraction * 100.0;
    let is_short = fraction < 1.0 - SAME;
    let shows_less =
        |decimals: &usize| numbers::decimal(figure, *decimals) != numbers::decimal(100.0, *decimals);
    let decimals = (1..=8).find(|decimals| !is_short || shows_less(decimals));
    percent(numbers::decimal(figure, decimals.unwrap_or(1)), language)
}

/// Progress that differs by less is equal.
const SAME: f64 = 1e-9;

/// The year of the last data, with the mark of what its level rests on where that was not entered itself.
#[must_use]
pub fn last_year(last: &ProgressYear) -> String {
    match last.origin {
        Origin::Actual => last.year.to_string(),
        other => format!("{}{}", last.year, origin_mark(other)),
    }
}

/// A figure in percent, as each language writes it; a dash that stands for no figure has no sign.
#[must_use]
pub fn percent(figure: String, language: Language) -> String {
    if figure == "–" {
        return figure;
    }
    Message::new("figure-percent").with("value", figure).say(language)
}

/// How an indicator's changes are counted: the convention and, where they add up, what they are called.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    convention: Change,
    /// The unit that changes are in; nothing where they are points between percentages.
    unit: Option<&'a str>,
}

impl<'a> Counted<'a> {
    /// Changes of an indicator in the terms of `convention`.
    #[must_use]
    pub fn of(indicator: &'a Indicator, convention: Change, language: Language) -> Self {
        Self {
            convention,
            unit: (!is_percentage(indicator)).then(|| indicator.unit.get(language)),
        }
    }

    /// Changes of an indicator in the terms in which the plan states its rates.
    #[must_use]
    pub fn stated(indicator: &'a Indicator, language: Language) -> Self {
        Self::of(indicator, stated_in(indicator, None), language)
    }

    /// Changes of a ledger's indicator in the ledger's terms.
    fn in_ledger(plan: &'a Plan, ledger: &Ledger, language: Language) -> Self {
        Self::of(plan.get(ledger.indicator()), ledger.change, language)
    }

    /// Changes in the terms of `convention`, those that add up in the unit of that name, or in points.
    #[must_use]
    pub const fn named(convention: Change, unit: Option<&'a str>) -> Self {
        Self { convention, unit }
    }
}

/// What is achieved or still to do: percent as a rise or a fall in words, whichever way the target counts; points, or
/// so many of the unit, with their sign.
#[must_use]
pub fn change_in_words(
    counted: Counted<'_>,
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

/// A yearly rate: percent as a rise or a fall in words; points, or so many of the unit, with their sign.
#[must_use]
pub fn rate_in_words(counted: Counted<'_>, rate: f64, decimals: Option<usize>, language: Language) -> String {
    let ids = [
        "rate-none",
        "rate-rise",
        "rate-fall",
        "rate-in-points",
        "rate-in-units",
    ];
    in_words(counted, rate, ("rate", ids), decimals, language)
}

/// One of five messages: for no change, a rise and a fall in percent, points, and another unit. Decimals are added to a
/// change that would show as none.
fn in_words(
    counted: Counted<'_>,
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

/// What the last data have achieved, in words; nothing without data, and where it has no meaning.
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
        let counted = Counted::in_ledger(plan, ledger, language);
        change_in_words(counted, achieved, decimals, language)
    })
}

/// What is still to do after the last data, in words: a dash where nothing is, because the target is reached.
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
        // A strict target wants to be passed; another is short by less than anybody writes down.
        let id = if target.comparator.is_strict() {
            "status-on-line"
        } else {
            "remaining-hardly"
        };
        return say(language, id).into_owned();
    }
    let counted = Counted::in_ledger(plan, ledger, language);
    change_in_words(counted, remaining, decimals, language)
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
            let counted = Counted::in_ledger(plan, ledger, language);
            return rate_in_words(counted, shown.unwrap_or(rate), decimals, language);
        }
        Required::Decided { .. } if ledger.is_open && ledger.years_left() == 0 => "track-not-known-yet",
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
    .with("name", target_in_words(plan, ledger.target, language))
    .with("base", base.year)
    .with("from", numbers::level(base.level))
    .with("year", last.year)
    .with("to", numbers::level(last.level))
    .with("goal", numbers::level(ledger.goal))
    .with("end", plan.due_year(plan.target(ledger.target)));
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

/// In which year data first missed what is due in every year; that has no schedule to be behind.
fn missed_in_a_year(plan: &Plan, ledger: &Ledger, language: Language) -> Option<String> {
    let is_data = |year: &&ProgressYear| matches!(year.origin, Origin::Actual | Origin::Implied);
    let with_data = ledger
        .years
        .iter()
        .skip(1)
        .take(ledger.last_actual)
        .filter(is_data);
    let missed = with_data
        .into_iter()
        .find(|year| year.progress < year.scheduled - SAME)?;
    let target = plan.target(ledger.target);
    let said = Message::new("track-missed-in-year")
        .with("name", target_in_words(plan, ledger.target, language))
        .with("year", missed.year)
        .with("promise", promise(plan.get(ledger.indicator()), target, language));
    Some(said.say(language))
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
    let is_short = matches!(ledger.standing(), Standing::Behind | Standing::NotReached)
        && last.progress < last.scheduled - SAME;
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
            numbers::decimal((last.scheduled - last.progress) * 100.0, 1),
        )
        .say(language);
    let counted = Counted::in_ledger(plan, ledger, language);
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
                change_in_words(Counted::named(convention, None), change, None, Language::English),
                english
            );
            assert_eq!(
                change_in_words(Counted::named(convention, None), change, None, Language::Chinese),
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
                rate_in_words(Counted::named(convention, None), rate, None, Language::English),
                english
            );
            assert_eq!(
                rate_in_words(Counted::named(convention, None), rate, None, Language::Chinese),
                chinese
            );
        }
    }
}
