//! What matters for a figure, in words: the bars of a tornado, shares of variance, and what tells draws that meet a target
//! from the others.

use super::beside::{amount_in_words, usual_decimals};
use super::evidence::named_short;
use super::labels::{target_in_words, unit};
use super::ledger::{ChangeTerms, change_in_words};
use crate::analysis::Outcome;
use crate::analysis::draws::{DrawsError, MOST_DRAWS};
use crate::analysis::importance::{IndexEstimate, LeverShare, ShareOfVariance, TornadoBar};
use crate::plan::{Form, IndicatorIx, LevelKind, Plan, TargetIx};
use crate::text::{Language, Message, numbers, say};

/// The decimals of shares: 0.61.
const SHARE_DECIMALS: usize = 2;

/// What a figure is called: the target's name, or "Industrial CO₂ emissions in 2015".
#[must_use]
pub fn outcome_named(plan: &Plan, outcome: Outcome, language: Language) -> String {
    match outcome {
        Outcome::Target(target) => target_in_words(plan, target, language),
        Outcome::Level { indicator, step } => Message::new("outcome-level")
            .with("name", plan.get(indicator).name.get(language))
            .with("year", plan.year(step))
            .say(language),
    }
}

/// A value of a figure, in the terms of its target: "fall 20.1 %", or as a level in the indicator's unit, which is not
/// repeated. Without `decimals`, as many as usual.
#[must_use]
pub fn outcome_value(
    plan: &Plan,
    outcome: Outcome,
    value: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let indicator = plan.get(outcome.indicator());
    match outcome {
        Outcome::Target(target) => {
            let form = plan.target(target).form;
            let decimals = decimals.unwrap_or_else(|| usual_decimals(form));
            amount_in_words(indicator, form, value, decimals, language)
        }
        Outcome::Level { .. } => numbers::level_with(value, decimals),
    }
}

/// From the lower value of a figure to the higher one, each in words.
#[must_use]
pub fn outcome_range([low, high]: [&str; 2], language: Language) -> String {
    Message::new("tornado-range")
        .with("low", low)
        .with("high", high)
        .say(language)
}

/// The unit of a figure's values: what a target counts, or the indicator's unit. `kind` is what its levels are relative to.
#[must_use]
pub fn outcome_unit(plan: &Plan, outcome: Outcome, kind: LevelKind, language: Language) -> String {
    let indicator = plan.get(outcome.indicator());
    let id = match outcome {
        Outcome::Level { .. } => return unit(plan, indicator, kind, language).into_owned(),
        Outcome::Target(target) => match plan.target(target).form {
            Form::AverageGrowth(_) => "rate-percent",
            Form::CumulativeDecline(_) => "outcome-fall",
            Form::CumulativeGrowth(_) => "outcome-rise",
            Form::Change(_) => return unit(plan, indicator, LevelKind::Change, language).into_owned(),
            Form::Level(_) | Form::Between(..) | Form::Count(_) | Form::Done => {
                return unit(plan, indicator, kind, language).into_owned();
            }
        },
    };
    say(language, id).into_owned()
}

/// The two ends of a bar, with decimals enough to tell them apart.
#[must_use]
pub fn bar_ends(plan: &Plan, outcome: Outcome, bar: &TornadoBar, language: Language) -> [String; 2] {
    let ends = [bar.low, bar.high];
    let usual = match outcome {
        Outcome::Target(target) => usual_decimals(plan.target(target).form),
        Outcome::Level { .. } => numbers::decimals_for(bar.low),
    };
    let decimals = usual.max(numbers::decimals_apart(&ends));
    ends.map(|end| outcome_value(plan, outcome, end, Some(decimals), language))
}

/// A lever's rates at its own 10 % and 90 % quantiles: "fall 1.46 %", "fall 4.54 %". None where no single rate says it.
#[must_use]
pub fn bar_rates(plan: &Plan, bar: &TornadoBar, language: Language) -> Option<[String; 2]> {
    let counted = ChangeTerms::stated(plan.get(bar.lever), language);
    Some(
        bar.rates?
            .map(|rate| change_in_words(counted, rate, None, language)),
    )
}

/// What has to be known of a bar: that other levers follow it, and that it turns back in between.
#[must_use]
pub fn bar_remarks(plan: &Plan, bar: &TornadoBar, language: Language) -> Vec<String> {
    let follows = (!bar.correlated.is_empty()).then(|| correlated_in_words(plan, &bar.correlated, language));
    let turns = (!bar.is_monotone).then(|| say(language, "tornado-turns").into_owned());
    follows.into_iter().chain(turns).collect()
}

/// That correlated levers go with the one that is drawn: "with water intensity following it".
#[must_use]
pub fn correlated_in_words(plan: &Plan, levers: &[IndicatorIx], language: Language) -> String {
    Message::new("tornado-correlated")
        .with("names", named_short(plan, levers, language))
        .say(language)
}

/// An index as a number: "0.61". Below nothing it is drawn, and said, as 0.
#[must_use]
pub fn index_in_words(estimate: IndexEstimate) -> String {
    numbers::decimal(estimate.value.max(0.0), SHARE_DECIMALS)
}

/// An index with its interval, as estimated: "0.61 (0.59 to 0.63)".
#[must_use]
pub fn index_with_interval(estimate: IndexEstimate, language: Language) -> String {
    let [value, low, high] =
        [estimate.value, estimate.low, estimate.high].map(|value| numbers::decimal(value, SHARE_DECIMALS));
    Message::new("index-interval")
        .with("value", value)
        .with("low", low)
        .with("high", high)
        .say(language)
}

/// The labels of a lever's bars: "first order 0.61" and "total 0.65", or "share 0.30" where levers are correlated.
#[must_use]
pub fn share_labels(share: &ShareOfVariance, language: Language) -> Vec<String> {
    let label = |id: &'static str, estimate: &IndexEstimate| {
        Message::new(id)
            .with("value", index_in_words(*estimate))
            .say(language)
    };
    match share {
        ShareOfVariance::Sobol { first, total } => {
            vec![label("index-first", first), label("index-total", total)]
        }
        ShareOfVariance::Shapley(effect) => vec![label("index-shapley", effect)],
    }
}

/// What a lever does only together with others, where that shows: "0.24 of it only together with other rates".
#[must_use]
pub fn interaction_in_words(share: &ShareOfVariance, language: Language) -> Option<String> {
    let part = numbers::decimal(share.interaction()?, SHARE_DECIMALS);
    let is_seen = part.contains(|c: char| c.is_ascii_digit() && c != '0');
    is_seen.then(|| Message::new("index-interaction").with("part", part).say(language))
}

/// One lever and its shares as a sentence, for a reader who cannot see the bars.
#[must_use]
pub fn share_in_words(plan: &Plan, share: &LeverShare, language: Language) -> String {
    let said = share_labels(&share.share, language)
        .into_iter()
        .chain(interaction_in_words(&share.share, language));
    Message::new("index-of-lever")
        .with("name", plan.get(share.lever).name.get(language))
        .with(
            "said",
            said.collect::<Vec<_>>().join(&say(language, "list-separator")),
        )
        .say(language)
}

/// A lever's shares year by year: "2014: first order 0.60, total 0.62; 2015: …".
#[must_use]
pub fn yearly_shares_in_words(years: &[(i32, ShareOfVariance)], language: Language) -> String {
    let each = years.iter().map(|(year, share)| {
        Message::new("index-of-year")
            .with("year", *year)
            .with(
                "said",
                share_labels(share, language).join(&say(language, "list-separator")),
            )
            .say(language)
    });
    each.collect::<Vec<_>>()
        .join(&say(language, "plan-targets-separator"))
}

/// That a figure is the same in every draw.
#[must_use]
pub fn not_uncertain(plan: &Plan, outcome: Outcome, language: Language) -> String {
    Message::new("outcome-not-uncertain")
        .with("name", outcome_named(plan, outcome, language))
        .say(language)
}

/// What tells draws that meet a target from the others: "median of energy intensity: fall 3.9 % a year in the draws that
/// meet the target, fall 2.8 % in the others". The medians are of the mean rate of a lever's open years.
#[must_use]
pub fn medians_in_words(
    plan: &Plan,
    lever: IndicatorIx,
    [met, others]: [f64; 2],
    language: Language,
) -> String {
    let counted = ChangeTerms::stated(plan.get(lever), language);
    let rate = |rate| change_in_words(counted, rate, None, language);
    Message::new("draws-medians")
        .with("name", plan.name_inside(lever, language))
        .with("met", rate(met))
        .with("others", rate(others))
        .say(language)
}

/// That a target is met, or missed, in every draw, so that nothing tells draws apart.
#[must_use]
pub fn all_draws_alike(plan: &Plan, target: TargetIx, is_met: bool, language: Language) -> String {
    let id = if is_met {
        "draws-all-meet"
    } else {
        "draws-none-meets"
    };
    Message::new(id)
        .with("name", target_in_words(plan, target, language))
        .say(language)
}

/// Why nothing can be drawn, and what to do about it.
#[must_use]
pub fn undrawn(plan: &Plan, error: &DrawsError) -> [Message; 2] {
    let id = |lever: &IndicatorIx| plan.get(*lever).id.as_str();
    let by_place = |place: &usize| {
        plan.indicators
            .get(*place)
            .map_or("", |indicator| indicator.id.as_str())
    };
    match error {
        DrawsError::NothingDrawn => [Message::new("draws-nothing"), Message::new("draws-nothing-help")],
        DrawsError::NoOpenYear(lever) => [
            Message::new("draws-no-open-year").with("id", id(lever)),
            Message::new("draws-no-open-year-help"),
        ],
        DrawsError::TooManyDimensions { needed, available } => [
            Message::new("draws-dimensions")
                .with("needed", *needed)
                .with("available", *available),
            Message::new("draws-dimensions-help"),
        ],
        DrawsError::NotDrawn(place) => [
            Message::new("correlation-no-spread").with("one", by_place(place)),
            Message::new("correlation-no-spread-help"),
        ],
        DrawsError::YearRules(one, other) => [
            Message::new("draws-year-rules")
                .with("one", id(one))
                .with("other", id(other)),
            Message::new("draws-year-rules-help"),
        ],
        DrawsError::Contradictory(levers) => [
            Message::new("draws-contradictory")
                .with("levers", levers.iter().map(id).collect::<Vec<_>>().join(", ")),
            Message::new("draws-contradictory-help"),
        ],
        DrawsError::Size(size) => [
            Message::new("draws-size").with("size", size.to_string()),
            Message::new("draws-size-help").with("most", MOST_DRAWS.to_string()),
        ],
    }
}
