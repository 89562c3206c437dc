//! Differences between two scenarios of one plan, lever by lever, in sentences.

use std::collections::BTreeSet;

use super::brief::rate_in_brief;
use super::ledger::{ChangeTerms, change_in_words, rate_in_words};
use super::spread::{role_in_words, spread_in_words};
use crate::model::even_rates;
use crate::plan::{Indicator, IndicatorIx, Plan};
use crate::scenario::{Rates, Scenario};
use crate::text::{Language, Message, numbers};

/// A difference in one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The indicator, most often a lever.
    pub lever: IndicatorIx,
    /// What differs, with old and new figures.
    pub sentence: Message,
}

/// Every difference from `before` to `after`, in the plan's order. A lever with equal rates in every year does not
/// differ, however they are written.
#[must_use]
pub fn differences(plan: &Plan, before: &Scenario, after: &Scenario, language: Language) -> Vec<Difference> {
    // Derived indicators have no rates or base values, but may have figures of their own.
    plan.iter()
        .flat_map(|(lever, indicator)| {
            let rates = indicator
                .is_lever()
                .then(|| rates(plan, lever, indicator, before, after, language));
            let rates = rates.flatten();
            let base = base(lever, indicator, before, after, language);
            let note = (before.notes.get(lever) != after.notes.get(lever))
                .then(|| Message::new("difference-note").with("name", indicator.name.get(language)));
            let actuals = (before.actuals.get(lever) != after.actuals.get(lever))
                .then(|| Message::new("difference-actuals").with("name", indicator.name.get(language)));
            let series = (before.series.get(lever) != after.series.get(lever))
                .then(|| Message::new("difference-series").with("name", indicator.name.get(language)));
            [rates, base, actuals, series, note]
                .into_iter()
                .flatten()
                .chain(annotations(lever, indicator, before, after, language))
                .chain(uncertainty(plan, lever, before, after, language))
                .map(move |sentence| Difference { lever, sentence })
        })
        .collect()
}

/// Differences in a lever's spread and role, and in its correlations with levers after it in the plan.
fn uncertainty(
    plan: &Plan,
    lever: IndicatorIx,
    before: &Scenario,
    after: &Scenario,
    language: Language,
) -> Vec<Message> {
    let named = |id| Message::new(id).with("name", plan.get(lever).name.get(language));
    let (old, new) = (before.uncertainty.get(lever), after.uncertainty.get(lever));
    let spread = (old != new).then(|| {
        named("difference-spread")
            .with("old", spread_in_words(old))
            .with("new", spread_in_words(new))
    });
    let [old, new] = [before, after].map(|scenario| scenario.roles.get(lever));
    let role = (old.copied().unwrap_or_default() != new.copied().unwrap_or_default()).then(|| {
        named("difference-role")
            .with("old", role_in_words(old))
            .with("new", role_in_words(new))
    });
    let given = |scenario: &Scenario, other| {
        let mut given = scenario.correlations.iter();
        let given = given.find(|given| given.is_between(lever, other));
        given.map_or_else(|| "–".to_owned(), |given| numbers::shortest(given.rho))
    };
    let mut others: Vec<IndicatorIx> = [before, after]
        .into_iter()
        .flat_map(|scenario| &scenario.correlations)
        .filter(|given| given.levers.contains(&lever))
        .flat_map(|given| given.levers)
        .filter(|other| *other > lever)
        .collect();
    others.sort_unstable();
    others.dedup();
    let correlations = others.into_iter().filter_map(|other| {
        let (old, new) = (given(before, other), given(after, other));
        (old != new).then(|| {
            named("difference-correlation")
                .with("other", plan.get(other).name.get(language))
                .with("old", old)
                .with("new", new)
        })
    });
    spread.into_iter().chain(role).chain(correlations).collect()
}

fn rates(
    plan: &Plan,
    lever: IndicatorIx,
    indicator: &Indicator,
    before: &Scenario,
    after: &Scenario,
    language: Language,
) -> Option<Message> {
    let (old, new) = (before.rates.get(lever), after.rates.get(lever));
    if old == new {
        return None;
    }
    let name = indicator.name.get(language);
    let sentence = |id: &'static str| Message::new(id).with("name", name);
    let (Some(old_years), Some(new_years)) =
        (yearly(plan, old, lever, before), yearly(plan, new, lever, after))
    else {
        return Some(sentence("difference-output-growth"));
    };
    let changed: Vec<usize> = (0..plan.steps())
        .filter(|step| (old_years[*step] - new_years[*step]).abs() > 0.0)
        .collect();
    let counted = ChangeTerms::stated(indicator, language);
    match changed.as_slice() {
        [] => None,
        [step] => {
            let year = plan.year(*step + 1);
            let figure = |rate: f64| change_in_words(counted, rate, None, language);
            let sentence = sentence("difference-year").with("year", year);
            Some(
                sentence
                    .with("old", figure(old_years[*step]))
                    .with("new", figure(new_years[*step])),
            )
        }
        all if all.len() == plan.steps() && is_even(&old_years) && is_even(&new_years) => {
            let id = if new.is_none() {
                "difference-to-plan"
            } else {
                "difference-rate"
            };
            let figure = |rate: f64| rate_in_words(counted, rate, None, language);
            Some(
                sentence(id)
                    .with("old", figure(old_years[0]))
                    .with("new", figure(new_years[0])),
            )
        }
        all => Some(sentence("difference-years").with("count", all.len())),
    }
}

/// One rate per year; nothing for output growth, which has two.
fn yearly(plan: &Plan, rates: Option<&Rates>, lever: IndicatorIx, scenario: &Scenario) -> Option<Vec<f64>> {
    if let Some(rates) = rates {
        return (0..plan.steps()).map(|step| rates.in_year(step)).collect();
    }
    let even = even_rates(plan, scenario, lever);
    Some(even.unwrap_or_else(|| vec![0.0; plan.steps()]))
}

fn is_even(rates: &[f64]) -> bool {
    rates.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 0.0)
}

fn base(
    lever: IndicatorIx,
    indicator: &Indicator,
    before: &Scenario,
    after: &Scenario,
    language: Language,
) -> Option<Message> {
    let (old, new) = (before.bases.get(lever), after.bases.get(lever));
    let figure = |base: Option<&f64>| base.map_or_else(|| "–".to_owned(), |base| numbers::shortest(*base));
    (old != new).then(|| {
        Message::new("difference-base")
            .with("name", indicator.name.get(language))
            .with("old", figure(old))
            .with("new", figure(new))
    })
}

/// Annotations added, changed and removed, by year.
fn annotations(
    lever: IndicatorIx,
    indicator: &Indicator,
    before: &Scenario,
    after: &Scenario,
    language: Language,
) -> Vec<Message> {
    let (old, new) = (before.annotations.of(lever), after.annotations.of(lever));
    let years: BTreeSet<i32> = old.iter().chain(&new).map(|one| one.year).collect();
    let said = years.into_iter().filter_map(|year| {
        let id = match (
            before.annotations.get(lever, year),
            after.annotations.get(lever, year),
        ) {
            (None, _) => "difference-annotation-added",
            (_, None) => "difference-annotation-removed",
            (old, new) if old == new => return None,
            _ => "difference-annotation-changed",
        };
        Some(
            Message::new(id)
                .with("name", indicator.name.get(language))
                .with("year", year),
        )
    });
    said.collect()
}

/// What is unsaved, for a line of its own: "1 unsaved change: energy intensity 4.61 % → 3.00 %", "3 unsaved changes".
/// Nothing without a difference that can be named.
#[must_use]
pub fn unsaved(plan: &Plan, saved: &Scenario, now: &Scenario, language: Language) -> Option<String> {
    let found = differences(plan, saved, now, language);
    let [only] = found.as_slice() else {
        let counted = || {
            Message::new("unsaved-several")
                .with("count", found.len())
                .say(language)
        };
        return (!found.is_empty()).then(counted);
    };
    let what = in_brief(plan, only.lever, saved, now, language).unwrap_or_else(|| only.sentence.clone());
    Some(Message::new("unsaved-one").with("what", what).say(language))
}

/// A change of rates that are the same in all years it touches, before and after; nothing for any other difference.
fn in_brief(
    plan: &Plan,
    lever: IndicatorIx,
    before: &Scenario,
    after: &Scenario,
    language: Language,
) -> Option<Message> {
    let (old, new) = (before.rates.get(lever), after.rates.get(lever));
    if old == new {
        return None;
    }
    let (old, new) = (
        yearly(plan, old, lever, before)?,
        yearly(plan, new, lever, after)?,
    );
    let changed = old
        .iter()
        .zip(&new)
        .filter(|(old, new)| (*old - *new).abs() > 0.0);
    let (old, new): (Vec<f64>, Vec<f64>) = changed.unzip();
    if old.is_empty() || !is_even(&old) || !is_even(&new) {
        return None;
    }
    let indicator = plan.get(lever);
    let counted = ChangeTerms::stated(indicator, language);
    let figure = |rate: f64| rate_in_brief(counted, rate, None, language);
    Some(
        Message::new("difference-brief")
            .with("name", indicator.short_name(language))
            .with("old", figure(old[0]))
            .with("new", figure(new[0])),
    )
}
