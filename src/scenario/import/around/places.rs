//! Texts that place figures outside the plan's scope.

use super::{CaveatKind, says};
use crate::plan::Plan;
use crate::scenario::import::plain::{has, spaced, spaced_of_plan};
use crate::scenario::import::words;

/// Whether a clause makes the scope narrower or wider than the plan's.
pub(super) fn narrower(plan: &Plan, clause: &str, is_note: bool) -> Option<CaveatKind> {
    let around = words::around();
    // "World Bank" is not a place.
    let without = around
        .no_places
        .iter()
        .fold(clause.to_owned(), |clause, name| clause.replace(name, " "));
    let clause = without.as_str();
    let is_other = |word: &&String| has(clause, word) && !is_of_plan(plan, word);
    let names_place = around.regions.iter().any(|word| is_other(&word))
        || around.countries.iter().any(|word| is_other(&word))
        || is_other_country(plan, clause)
        || town(clause).is_some_and(|town| !is_of_plan(plan, town));
    if names_place {
        return Some(CaveatKind::Region);
    }
    // Notes may mention firms without restricting figures to them.
    let firms = around.firms.iter().filter(|_| !is_note);
    let mut scopes = around.scopes.iter().chain(firms);
    scopes.any(|word| is_other(&word)).then_some(CaveatKind::Scope)
}

/// Whether a value in a region column means the plan's whole area.
pub(in crate::scenario::import) fn is_whole(plan: &Plan, value: &str) -> bool {
    let text = spaced(value);
    let is_country = words::is_country(value) && !is_other_country(plan, &text);
    words::is_whole(value) || is_country || is_of_plan(plan, &text)
}

/// Whether a name is exactly a region.
pub(in crate::scenario::import) fn is_region(plan: &Plan, name: &str) -> bool {
    let name = spaced(name);
    let name = name.trim_end_matches(['省', '市']);
    let mut regions = words::around().regions.iter();
    regions.any(|region| name.starts_with(region.as_str())) && narrower(plan, name, false).is_some()
}

/// A province's plan covers that province, an industrial plan covers industry.
fn is_of_plan(plan: &Plan, word: &str) -> bool {
    let texts = plan.indicators.iter().flat_map(|indicator| {
        let names = indicator.name.texts();
        names.chain(indicator.scope.texts())
    });
    plan.title
        .texts()
        .chain(texts)
        .any(|text| has(&spaced_of_plan(text), word))
}

/// Whether a text is about China while the plan covers a province or another country.
fn is_other_country(plan: &Plan, text: &str) -> bool {
    let around = words::around();
    says(text, &around.country) && {
        let is_named = around.country.iter().any(|word| is_of_title(plan, word));
        !is_named && (is_local(plan) || is_foreign(plan))
    }
}

fn is_of_title(plan: &Plan, word: &str) -> bool {
    plan.title.texts().any(|title| has(&spaced_of_plan(title), word))
}

/// Whether a plan covers part of a country.
fn is_local(plan: &Plan) -> bool {
    let regions = &words::around().regions;
    let mut scopes = plan
        .indicators
        .iter()
        .flat_map(|indicator| indicator.scope.texts());
    regions.iter().any(|word| is_of_title(plan, word))
        || scopes.any(|scope| says(&spaced_of_plan(scope), regions))
}

/// Whether a plan uses a foreign currency.
fn is_foreign(plan: &Plan) -> bool {
    let money = &words::around().foreign_money;
    let mut units = plan
        .indicators
        .iter()
        .flat_map(|indicator| indicator.unit.texts());
    units.any(|unit| says(&spaced_of_plan(unit), money))
}

/// A city, county or district named in a text: 济南市, 某县, 江北新区.
fn town(text: &str) -> Option<&str> {
    let around = words::around();
    let is_letter = |c: char| c.is_alphabetic();
    around.towns.iter().find_map(|ending| {
        text.match_indices(ending.as_str()).find_map(|(at, _)| {
            let (before, behind) = (&text[..at], &text[at + ending.len()..]);
            let start = before
                .char_indices()
                .rev()
                .take_while(|(_, c)| is_letter(*c))
                .take(2)
                .last()?
                .0;
            // 城市, 市场 and 地区生产总值 are ordinary words.
            let whole = &text[start..at + ending.len()];
            let is_word = around.no_towns.iter().any(|word| {
                word.contains(ending.as_str()) && format!("{whole}{behind}").contains(word.as_str())
            });
            (!is_word).then_some(whole)
        })
    })
}
