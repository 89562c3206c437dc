//! The feasibility map in sentences: where the scenario stands on it, how much of it meets every target, what it rests on,
//! or why there is none.

use super::answer::parameter_in_words;
use super::evidence::named;
use super::labels::labelled;
use super::ledger::percent;
use super::rates::open_years;
use super::region::{parameter_labelled, region};
use crate::analysis::feasibility::{Feasibility, FeasibilityError, Point};
use crate::analysis::regions::met_at;
use crate::model::{ParameterId, ParameterKind, Projection};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;
use crate::text::{Language, Message, numbers, say};

/// Which targets would be met at a point of the map.
#[must_use]
pub fn region_at(plan: &Plan, map: &Feasibility, at: Point, language: Language) -> String {
    let met = met_at(map, at).map(|met| map.by_target(&met));
    region(plan, met.as_deref(), language)
}

/// The whole map for screen readers: both parameters where the scenario stands, which targets would be met there, and how
/// much of the map meets all of them.
#[must_use]
pub fn map_in_words(plan: &Plan, map: &Feasibility, present: Point, language: Language) -> String {
    let point = [(map.x.parameter, present.0), (map.y.parameter, present.1)]
        .map(|(parameter, value)| parameter_labelled(plan, parameter, value, language));
    Message::new("map-in-words")
        .with("point", point.join(&say(language, "list-separator")))
        .with("share", share(map, language))
        .with("here", region_at(plan, map, present, language))
        .say(language)
}

/// How much of the map meets all of its targets; `None` if it has none.
#[must_use]
pub fn share_of_map(map: &Feasibility, language: Language) -> Option<String> {
    let id = match map.targets.len() {
        0 => return None,
        1 => "map-share-one",
        2 => "map-share-both",
        _ => "map-share-all",
    };
    Some(Message::new(id).with("share", share(map, language)).say(language))
}

fn share(map: &Feasibility, language: Language) -> String {
    percent(numbers::decimal(map.share_held(), 0), language)
}

/// What holds at every point of the map, a sentence each: both parameters in the years they govern, and the levers behind
/// its targets for which nothing was entered.
#[must_use]
pub fn map_rests_on(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    map: &Feasibility,
    language: Language,
) -> Vec<String> {
    let turned = [map.x.parameter, map.y.parameter];
    let years = |parameter: ParameterId| {
        let (first, last) = if parameter.kind == ParameterKind::Base {
            (plan.base_year, plan.base_year)
        } else {
            (
                plan.year(projection.last_actual(parameter.indicator) + 1),
                plan.end_year,
            )
        };
        let years = open_years(first, last, language);
        labelled(&parameter_in_words(plan, parameter, language), &years, language)
    };
    let has_base = turned
        .iter()
        .any(|parameter| parameter.kind == ParameterKind::Base);
    let id = if has_base {
        "map-rests-on-values"
    } else {
        "map-rests-on"
    };
    let both = Message::new(id)
        .with("across", years(map.x.parameter))
        .with("up", years(map.y.parameter));
    let is_assumed = |ix: &IndicatorIx| {
        let is_turned = turned
            .iter()
            .any(|parameter| parameter.indicator == *ix && parameter.kind != ParameterKind::Base);
        !is_turned && scenario.rates.get(*ix).is_none() && scenario.actuals.get(*ix).is_none()
    };
    let mut assumed: Vec<IndicatorIx> = map
        .targets
        .iter()
        .flat_map(|target| plan.levers_behind(target.target.indicator).iter().copied())
        .filter(is_assumed)
        .collect();
    assumed.sort_unstable();
    assumed.dedup();
    let assumed = (!assumed.is_empty())
        .then(|| Message::new("map-assumed").with("names", named(plan, &assumed, language)));
    let sentences = std::iter::once(both).chain(assumed);
    sentences.map(|sentence| sentence.say(language)).collect()
}

/// Why two parameters have no map.
#[must_use]
pub fn no_map(plan: &Plan, why: FeasibilityError, language: Language) -> String {
    let about = |ix: IndicatorIx, reason: &'static str| {
        Message::new("map-none")
            .with("name", plan.get(ix).name.get(language))
            .with("reason", Message::new(reason))
            .say(language)
    };
    match why {
        FeasibilityError::SameLever => say(language, "map-same-lever").into_owned(),
        FeasibilityError::NotALever(ix) => about(ix, "why-not-derived"),
        FeasibilityError::NoBase(ix) => about(ix, "why-not-base"),
        FeasibilityError::NoYearsLeft(ix) => about(ix, "why-not-years"),
        FeasibilityError::NotOutputGrowth(ix) => about(ix, "solve-not-output"),
        FeasibilityError::BadRange(ix) => about(ix, "map-bad-range"),
    }
}
