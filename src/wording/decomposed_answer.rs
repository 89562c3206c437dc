//! A decomposition in few words: by how much, because of what, what its years rest on, and how it was worked out.

use super::attribution::{attributed_figure, player_in_brief};
use super::decomposition::{brief_inside, effect_figure, listed_names};
use super::labels::{is_percentage, unit};
use super::ledger::percent;
use super::rates::open_years;
use crate::analysis::attribution::{Attribution, Player};
use crate::analysis::decomposition::{DecomposedSpan, Decomposition, FactorEffect};
use crate::model::{LevelKind, Origin};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, Message, numbers, say};

/// The origins of changes, in the order in which they are named, each with its word.
const ORIGINS: [(Origin, &str); 6] = [
    (Origin::Actual, "origin-actual"),
    (Origin::Interpolated, "origin-interpolated"),
    (Origin::Implied, "origin-implied"),
    (Origin::Projected, "band-set"),
    (Origin::PartlyAssumed, "origin-partly-assumed"),
    (Origin::Assumed, "origin-assumed"),
];

/// A change in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecomposedAnswer {
    /// The change in percent, or in the indicator's unit where there is none; signed.
    pub change: String,
    /// What each factor or lever adds.
    pub effects: String,
}

/// By how much, and what each factor adds.
#[must_use]
pub fn decomposed_answer(plan: &Plan, found: &Decomposition, language: Language) -> DecomposedAnswer {
    let effects = found.effects.iter().map(|effect| {
        let name = brief_inside(plan, &effect.factor, language);
        (name, effect_figure(found, effect.change))
    });
    let ends = (found.from.value, found.to.value);
    DecomposedAnswer {
        change: change_of(ends, effect_figure(found, found.change()), language),
        effects: listed_effects(effects, language),
    }
}

/// By how much a figure differs, and what each lever adds.
#[must_use]
pub fn attributed_answer(plan: &Plan, found: &Attribution, language: Language) -> DecomposedAnswer {
    let effects = found.effects.iter().map(|effect| {
        let name = match effect.player {
            Player::Lever(ix) => plan.short_name_inside(ix, language),
            player @ Player::Discrepancy(_) => player_in_brief(plan, player, language),
        };
        (name, attributed_figure(found, effect.change))
    });
    DecomposedAnswer {
        change: change_of(
            (found.from, found.to),
            attributed_figure(found, found.change()),
            language,
        ),
        effects: listed_effects(effects, language),
    }
}

/// A change in percent of where it began, or as it is where that is nothing.
fn change_of((from, to): (f64, f64), figure: String, language: Language) -> String {
    let share = 100.0 * (to - from) / from.abs();
    if share.is_finite() {
        percent(numbers::signed(share, 1), language)
    } else {
        figure
    }
}

fn listed_effects(effects: impl Iterator<Item = (String, String)>, language: Language) -> String {
    let items: Vec<String> = effects
        .map(|(name, effect)| {
            let item = Message::new("decompose-named-effect").with("name", name);
            item.with("effect", effect).say(language)
        })
        .collect();
    listed_names(items.iter().map(String::as_str)).say(language)
}

/// The unit of levels and effects.
#[must_use]
pub fn decomposed_unit(plan: &Plan, ix: IndicatorIx, kind: LevelKind, language: Language) -> String {
    let unit = unit(plan, plan.get(ix), kind, language);
    match kind {
        LevelKind::Index => Message::new("decompose-unit-index")
            .with("unit", unit.as_ref())
            .say(language),
        _ if is_percentage(plan.get(ix)) => Message::new("decompose-unit-percent").say(language),
        _ => unit.into_owned(),
    }
}

/// The unit of effects year by year.
#[must_use]
pub fn decomposed_unit_a_year(plan: &Plan, ix: IndicatorIx, kind: LevelKind, language: Language) -> String {
    match kind {
        LevelKind::Index => say(language, "decompose-unit-index-year").into_owned(),
        _ if is_percentage(plan.get(ix)) => say(language, "rate-points").into_owned(),
        _ => Message::new("rate-units")
            .with("unit", unit(plan, plan.get(ix), kind, language).as_ref())
            .say(language),
    }
}

/// What the changes of a part of the years rest on: the words of what moved.
#[must_use]
pub fn decomposed_span(found: &Decomposition, (from, to): (i32, i32), language: Language) -> String {
    let effects = (0..found.effects.len()).filter(|place| is_told(found, *place));
    let origins = effects.flat_map(|place| origins(found, place, (from, to)));
    words(&origins.collect::<Vec<_>>(), language)
}

/// What a part of the years rests on, factor by factor where it has years after the last data: "2014–15: energy intensity
/// set, value added assumed".
#[must_use]
pub fn span_in_words(plan: &Plan, found: &Decomposition, span: DecomposedSpan, language: Language) -> String {
    if !span.has_open_years {
        return decomposed_span(found, (span.from, span.to), language);
    }
    let from = found.last_actual.map_or(span.from, |last| last.max(span.from));
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (place, effect) in found.effects.iter().enumerate() {
        if !is_told(found, place) {
            continue;
        }
        let said = words(&origins(found, place, (from, span.to)), language);
        let name = brief_inside(plan, &effect.factor, language);
        match groups.iter_mut().find(|(known, _)| *known == said) {
            Some((_, names)) => names.push(name),
            None => groups.push((said, vec![name])),
        }
    }
    let years = open_years(from + 1, span.to, language);
    let said = match &groups[..] {
        [(said, _)] => said.clone(),
        groups => {
            let each: Vec<String> = groups
                .iter()
                .map(|(said, names)| {
                    let names = listed_names(names.iter().map(String::as_str));
                    let group = Message::new("decompose-rests").with("names", names);
                    group.with("origin", said.as_str()).say(language)
                })
                .collect();
            listed_names(each.iter().map(String::as_str)).say(language)
        }
    };
    Message::new("decompose-years-rest")
        .with("years", years)
        .with("said", said)
        .say(language)
}

/// Whether a factor counts for what a change rests on: not where nothing was entered and nothing moves, unless that is
/// so for all.
fn is_told(found: &Decomposition, place: usize) -> bool {
    let is_held = |effect: &FactorEffect| effect.is_held;
    found.effects.iter().all(is_held) || found.effects.get(place).is_some_and(|effect| !effect.is_held)
}

/// What the yearly changes of a factor rest on.
fn origins(found: &Decomposition, place: usize, (from, to): (i32, i32)) -> Vec<Origin> {
    let years = found
        .years
        .iter()
        .filter(|year| from < year.year && year.year <= to);
    years.filter_map(|year| year.effects.get(place)?.origin).collect()
}

/// Each word once.
fn words(origins: &[Origin], language: Language) -> String {
    let found = ORIGINS.iter().filter(|(origin, _)| origins.contains(origin));
    let words: Vec<_> = found.map(|(_, id)| say(language, id)).collect();
    if words.is_empty() {
        return String::new();
    }
    listed_names(words.iter().map(AsRef::as_ref)).say(language)
}

/// What a level at the end of a part is: that of the base year, one that follows from data, assumed or projected.
#[must_use]
pub fn decomposed_level(plan: &Plan, found: &Decomposition, year: i32, language: Language) -> String {
    let id = if year <= plan.base_year {
        "origin-base"
    } else if year <= found.from.year {
        return String::new();
    } else if found.last_actual.is_some_and(|last| year <= last) {
        "decompose-from-data"
    } else {
        let of = (0..found.effects.len()).flat_map(|place| origins(found, place, (found.from.year, year)));
        let mut of = of.filter(|origin| *origin == Origin::Projected);
        if of.next().is_some() {
            "origin-projected"
        } else {
            "origin-assumed"
        }
    };
    say(language, id).into_owned()
}

/// How the figures were worked out, as the window says it.
#[must_use]
pub fn decomposition_method(found: &Decomposition, language: Language) -> String {
    let id = match (found.is_chained, found.years.is_empty()) {
        (true, _) => "decompose-chained",
        (false, true) => "decompose-difference",
        (false, false) => "decompose-direct-window",
    };
    say(language, id).into_owned()
}
