//! Solved rates in words, for the screen and the command line.

use super::beside::assessed;
use super::labels::promise;
use super::ledger::{ChangeTerms, change_in_words, rate_in_words};
use super::reason;
use super::verdict::verdict;
use crate::analysis::solver::{Answer, SolveMode};
use crate::model::{Change, ParameterId, ParameterKind, stated_in};
use crate::plan::Plan;
use crate::scenario::Rates;
use crate::text::{Language, Message, numbers, say, say_with};

/// What goal-seek turns: a lever, and which of its figures if not its own rate.
#[must_use]
pub fn parameter_in_words(plan: &Plan, parameter: ParameterId, language: Language) -> String {
    let name = plan.get(parameter.indicator).name.get(language);
    let part = match parameter.kind {
        ParameterKind::Rate => return name.to_owned(),
        ParameterKind::Numerator => "output-top",
        ParameterKind::Denominator => "output-all",
        ParameterKind::Base => "parameter-base",
    };
    Message::new("solve-lever-part")
        .with("name", name)
        .with("part", Message::new(part))
        .say(language)
}

/// How rates are turned in the calendar years from first to last.
#[must_use]
pub fn way_in_words(way: SolveMode, (from, to): (i32, i32), language: Language) -> String {
    let is_one = from >= to;
    let id = match way {
        SolveMode::OneYear { .. } => "solve-way-one-year",
        SolveMode::Scale { .. } if is_one => "solve-way-scale-one",
        SolveMode::Constant { .. } | SolveMode::CatchUp if is_one => "solve-way-single",
        SolveMode::Constant { .. } => "solve-way-constant",
        SolveMode::Scale { .. } => "solve-way-scale",
        SolveMode::CatchUp => "solve-way-catch-up",
    };
    Message::new(id).with("from", from).with("end", to).say(language)
}

/// The terms of a lever's rate, or of its output growth.
#[must_use]
pub fn counted_in(plan: &Plan, parameter: ParameterId, language: Language) -> ChangeTerms<'_> {
    let lever = plan.get(parameter.indicator);
    let convention = match parameter.kind {
        ParameterKind::Numerator | ParameterKind::Denominator => Change::Growth,
        ParameterKind::Rate | ParameterKind::Base => stated_in(lever, None),
    };
    ChangeTerms::of(lever, convention, language)
}

/// The rate or factor found, rounded so that the displayed figure, when set, meets the target.
#[must_use]
pub fn value_in_words(plan: &Plan, answer: &Answer, decimals: Option<usize>, language: Language) -> String {
    if answer.is_factor() {
        return Message::new("implication-multiple")
            .with("value", numbers::decimal(answer.shown(4), answer.decimals(4)))
            .say(language);
    }
    let counted = counted_in(plan, answer.request.parameter, language);
    let wanted = decimals.unwrap_or(2);
    let places = answer.decimals(wanted);
    let decimals = if places > wanted { Some(places) } else { decimals };
    rate_in_words(counted, answer.shown(wanted), decimals, language)
}

/// Remarks on an answer beyond its figures: that a bound stops it, or that a strict target needs slightly more or less
/// than its own figure. Usually nothing.
#[must_use]
pub fn remark_in_words(plan: &Plan, answer: &Answer, language: Language) -> Option<String> {
    if let Some(stop) = &answer.stopped_by {
        let reason = reason::stop(plan, stop, language);
        let remark = match answer.written() {
            Some(decimals) => Message::new("solve-not-reached-written").with("decimals", decimals),
            None => Message::new("solve-not-reached"),
        };
        return Some(remark.with("reason", reason).say(language));
    }
    if answer.is_lost_later() {
        let remark = Message::new("solve-lost-later").with("year", answer.assessment.year);
        return Some(remark.say(language));
    }
    let id = match (answer.is_beyond_line(), answer.is_on_strict_line()) {
        (true, _) => "solve-strict",
        (false, true) => "solve-on-line",
        (false, false) => return None,
    };
    let side = if answer.target.comparator.is_ceiling() {
        "less"
    } else {
        "more"
    };
    let message = Message::new(id).with("side", side);
    let message = match answer.written() {
        Some(decimals) => message.with("decimals", decimals),
        None => message,
    };
    Some(message.say(language))
}

/// Where an answer leads: the target's figure in the year it is judged by, and the verdict.
#[must_use]
pub fn leads_in_words(plan: &Plan, answer: &Answer, decimals: Option<usize>, language: Language) -> String {
    let (indicator, assessment) = (plan.get(answer.request.target.indicator), &answer.assessment);
    let projected = assessed(indicator, &answer.target, assessment, decimals, language)
        .map_or_else(|| "–".to_owned(), |[projected, ..]| projected);
    let promised = promise(indicator, &answer.target, language);
    Message::new("seek-leads-in")
        .with("year", assessment.year)
        .with("projected", projected)
        .with("verdict", verdict(plan, assessment, &promised, language))
        .with("target", promised)
        .say(language)
}

/// The rates of an answer year by year; `None` if the years left share one rate.
#[must_use]
pub fn answer_by_year(
    plan: &Plan,
    answer: &Answer,
    decimals: Option<usize>,
    language: Language,
) -> Option<String> {
    let first = usize::try_from(answer.from - plan.base_year).ok()?;
    let lever = plan.get(answer.request.parameter.indicator);
    let listed = |rates: &[f64], convention: Change| {
        let counted = ChangeTerms::of(lever, convention, language);
        let rates = rates.iter().enumerate().skip(first.saturating_sub(1));
        let rates = rates.map(|(n, rate)| {
            let rate = change_in_words(counted, *rate, decimals, language);
            let year = plan.year(n + 1).to_string();
            say_with(language, "figure-of-year", &[("year", &year), ("value", &rate)])
        });
        rates.collect::<Vec<_>>().join(&say(language, "list-separator"))
    };
    match &answer.rates {
        Rates::Yearly(rates) => {
            let left = &rates[first.saturating_sub(1).min(rates.len())..];
            let is_even = left.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 0.0);
            (!is_even).then(|| listed(rates, stated_in(lever, None)))
        }
        Rates::OutputGrowth { top, all } => Some(
            Message::new("seek-output")
                .with("top", listed(top, Change::Growth))
                .with("all", listed(all, Change::Growth))
                .say(language),
        ),
        Rates::Constant(_) => None,
    }
}
