//! What moved an indicator, in words: its factors, the sentence that sums them up, and why there is no answer.

use super::evidence::named;
use crate::analysis::decomposition::{Decomposition, DecompositionError, DecompositionFactor, FactorFault};
use crate::plan::Plan;
use crate::text::{Language, Message, numbers};

/// The longest sum that is written out, in bytes of its names.
const LONGEST_SUM: usize = 200;

/// The name of a factor.
#[must_use]
pub fn factor_in_words(plan: &Plan, factor: &DecompositionFactor, language: Language) -> String {
    match factor {
        DecompositionFactor::Lever(ix) => plan.get(*ix).name.get(language).to_owned(),
        DecompositionFactor::Sum(sum) => {
            let name = |ix| plan.get(ix).short_name(language).to_owned();
            let written = sum.notation(LONGEST_SUM, name);
            let written = written.unwrap_or_else(|| sum.text().to_owned());
            written.replace('-', " \u{2212} ").replace('+', " + ")
        }
        DecompositionFactor::Discrepancy(ix) => Message::new("decompose-discrepancy")
            .with("name", plan.get(*ix).name.get(language))
            .say(language),
    }
}

/// The name of a factor in few words.
#[must_use]
pub fn factor_in_brief(plan: &Plan, factor: &DecompositionFactor, language: Language) -> String {
    match factor {
        DecompositionFactor::Lever(ix) => plan.get(*ix).short_name(language).to_owned(),
        DecompositionFactor::Discrepancy(ix) => Message::new("decompose-discrepancy")
            .with("name", plan.get(*ix).short_name(language))
            .say(language),
        sum @ DecompositionFactor::Sum(_) => factor_in_words(plan, sum, language),
    }
}

/// An effect with as many decimals as the levels that it leads to, or more so as not to look like nothing.
#[must_use]
pub fn effect_figure(found: &Decomposition, effect: f64) -> String {
    let size = found.from.value.abs().max(found.to.value.abs());
    let usual = numbers::decimals_for(size);
    numbers::signed(effect, numbers::decimals_to_see(effect, usual).unwrap_or(usual))
}

/// The sentence: by how much, mostly because of what, and what worked the other way. `against` is the scenario that is
/// compared with.
#[must_use]
pub fn decomposition_in_words(
    plan: &Plan,
    found: &Decomposition,
    against: Option<&str>,
    language: Language,
) -> String {
    let change = found.change();
    let factors: Vec<(String, f64)> = found
        .effects
        .iter()
        .map(|effect| (inside(plan, &effect.factor, language), effect.change))
        .collect();
    let what = CausedChange {
        change,
        size: effect_figure(found, change.abs()),
        factors,
    };
    let name = plan.get(found.indicator).name.get(language);
    let said = match against {
        None => Message::new("decompose-moved").with("from", found.from.year),
        Some(other) => Message::new("decompose-differs").with("other", other),
    };
    let said = said.with("name", name).with("to", found.to.year);
    what.said(said, |effect| effect_figure(found, effect))
        .say(language)
}

/// A change with the effects of what caused it, by name.
pub(super) struct CausedChange {
    pub change: f64,
    /// Its size as shown.
    pub size: String,
    pub factors: Vec<(String, f64)>,
}

impl CausedChange {
    /// Completes a sentence that says what changed: by how much, because of what, and what worked the other way.
    pub fn said(mut self, sentence: Message, figure: impl Fn(f64) -> String) -> Message {
        self.factors.retain(|(_, effect)| is_seen(&figure(*effect)));
        self.factors
            .sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
        let changes = is_seen(&self.size);
        let is_with = |(_, effect): &(String, f64)| !changes || (*effect > 0.0) == (self.change > 0.0);
        let (with, against): (Vec<_>, Vec<_>) = self.factors.into_iter().partition(is_with);
        let list = |factors: &[(String, f64)]| {
            let items = factors.iter().map(|(name, effect)| {
                let item = Message::new("decompose-item").with("name", name.as_str());
                item.with("effect", figure(*effect))
            });
            items.reduce(|first, next| {
                let list = Message::new("decompose-list").with("first", first);
                list.with("next", next)
            })
        };
        let direction = match (changes, self.change > 0.0) {
            (false, _) => "none",
            (true, true) => "up",
            (true, false) => "down",
        };
        let size = self.size.trim_start_matches('+');
        let mut said = sentence.with("direction", direction).with("size", size);
        let (main, others) = with.split_at(with.len().min(usize::from(changes)));
        said = match (list(main), list(others)) {
            (None, None) => said,
            (None, Some(list)) => Message::new("decompose-cancel")
                .with("said", said)
                .with("list", list),
            (Some(main), None) => Message::new("decompose-because")
                .with("said", said)
                .with("main", main),
            (Some(main), Some(list)) => Message::new("decompose-mostly")
                .with("said", said)
                .with("main", main)
                .with("list", list),
        };
        if let Some(list) = list(&against) {
            said = Message::new("decompose-other-way")
                .with("said", said)
                .with("list", list);
        }
        Message::new("decompose-end").with("said", said)
    }
}

/// Whether a figure shows anything but zero.
fn is_seen(figure: &str) -> bool {
    figure.contains(|c: char| ('1'..='9').contains(&c))
}

/// The short name of a factor within a sentence.
pub(super) fn brief_inside(plan: &Plan, factor: &DecompositionFactor, language: Language) -> String {
    match factor {
        DecompositionFactor::Lever(ix) => plan.short_name_inside(*ix, language),
        other => factor_in_brief(plan, other, language),
    }
}

/// The name of a factor within a sentence.
fn inside(plan: &Plan, factor: &DecompositionFactor, language: Language) -> String {
    match factor {
        DecompositionFactor::Lever(ix) => plan.name_inside(*ix, language),
        other => factor_in_words(plan, other, language),
    }
}

/// Which factors have no data and were held unchanged; nothing where there are none.
#[must_use]
pub fn factors_held(plan: &Plan, found: &Decomposition, language: Language) -> Option<String> {
    let held = found.effects.iter().filter(|effect| effect.is_held);
    let names: Vec<String> = held
        .map(|effect| inside(plan, &effect.factor, language))
        .collect();
    let names = (!names.is_empty()).then(|| listed_names(names.iter().map(String::as_str)))?;
    Some(Message::new("decompose-held").with("names", names).say(language))
}

/// Names one after the other.
pub(super) fn listed_names<'n>(names: impl Iterator<Item = &'n str>) -> Message {
    let names = names.map(|name| Message::new("decompose-name").with("name", name));
    let all = names.reduce(|first, next| {
        let list = Message::new("decompose-list").with("first", first);
        list.with("next", next)
    });
    all.unwrap_or_else(|| Message::new("decompose-name").with("name", ""))
}

/// Why a change cannot be decomposed.
#[must_use]
pub fn undecomposable(plan: &Plan, why: &DecompositionError, language: Language) -> Message {
    match why {
        DecompositionError::NotDerived(_) => Message::new("decompose-lever"),
        DecompositionError::NoLevels(_, levers) => {
            Message::new("decompose-no-base").with("names", named(plan, levers, language))
        }
        DecompositionError::YearOutside(year) => Message::new("decompose-year").with("year", *year),
        DecompositionError::NoYears => Message::new("decompose-no-years"),
        DecompositionError::OtherUnit(_, levers) => {
            Message::new("decompose-other-unit").with("names", named(plan, levers, language))
        }
        DecompositionError::DiscrepancyAdds(ix) => {
            Message::new("decompose-points").with("name", plan.get(*ix).name.get(language))
        }
        DecompositionError::WithoutLogarithm(factor, fault, year) => Message::new(match fault {
            FactorFault::ChangesSign => "decompose-changes-sign",
            FactorFault::Negative => "decompose-negative",
            FactorFault::NoValue => "decompose-no-value",
        })
        .with("name", factor_in_words(plan, factor, language))
        .with("year", *year),
    }
}

/// What to do about it.
#[must_use]
pub fn undecomposable_help(plan: &Plan, why: &DecompositionError) -> Message {
    match why {
        DecompositionError::NotDerived(_) => {
            let derived = plan.iter().filter(|(_, indicator)| !indicator.is_lever());
            let ids: Vec<&str> = derived.map(|(_, indicator)| indicator.id.as_str()).collect();
            if ids.is_empty() {
                return Message::new("decompose-none-derived");
            }
            Message::new("decompose-derived").with("allowed", ids.join(", "))
        }
        DecompositionError::NoLevels(..) | DecompositionError::OtherUnit(..) => {
            Message::new("actual-needs-base-help")
        }
        DecompositionError::YearOutside(_) | DecompositionError::NoYears => {
            Message::new("decompose-years-help")
                .with("first", plan.base_year)
                .with("last", plan.end_year)
        }
        DecompositionError::DiscrepancyAdds(_) => Message::new("decompose-points-help"),
        DecompositionError::WithoutLogarithm(..) => Message::new("decompose-sign-help"),
    }
}
