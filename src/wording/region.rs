//! A feasibility map in words: its regions, the lines between them, and the way to where all targets would be met.

use super::answer::{counted_in, parameter_in_words};
use super::called::would_be;
use super::labels::{labelled, short_target_in_words, unit};
use super::ledger::{change_in_words, rate_in_words};
use crate::model::{LevelKind, ParameterId, ParameterKind, Status};
use crate::plan::{Plan, TargetIx};
use crate::text::{Language, Message, numbers, say};

/// Which targets would be met where: "CO₂ intensity would be met, Energy intensity missed". Each target with whether it
/// would; nothing of what a level out of its bounds leaves open.
#[must_use]
pub fn region(plan: &Plan, met: Option<&[(TargetIx, bool)]>, language: Language) -> String {
    let Some(all) = met else {
        return say(language, "map-impossible").into_owned();
    };
    let names = |wanted: bool| {
        let names = all.iter().filter(|(_, is_met)| *is_met == wanted);
        let names: Vec<String> = names
            .map(|(ix, _)| short_target_in_words(plan, *ix, language))
            .collect();
        joined(&names, language)
    };
    let count = all.iter().filter(|(_, is_met)| *is_met).count();
    let id = match (count, all.len()) {
        (_, 0) => "map-moves-nothing",
        (1, 1) => "map-region-one-met",
        (0, 1) => "map-region-one-missed",
        (2, 2) => "map-region-both",
        (0, 2) => "map-region-neither",
        (met, all) if met == all => "map-region-all",
        (0, _) => "map-region-none",
        (_, 2 | 3) => "map-region-mixed",
        _ => "map-region-mixed-many",
    };
    Message::new(id)
        .with("met", names(true))
        .with("missed", names(false))
        .with("count", count)
        .with("all", all.len())
        .say(language)
}

/// Names in a sentence: "Value added, Energy intensity and CO₂ intensity".
fn joined(names: &[String], language: Language) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => Message::new("map-and")
            .with("first", first.join(&say(language, "map-comma")))
            .with("last", last.as_str())
            .say(language),
    }
}

/// The same target by target, in as many lines.
#[must_use]
pub fn region_lines(plan: &Plan, met: &[(TargetIx, bool)], language: Language) -> Vec<String> {
    let said = |(ix, is_met): &(TargetIx, bool)| {
        let status = if *is_met { Status::Met } else { Status::Missed };
        let name = short_target_in_words(plan, *ix, language);
        labelled(&name, &say(language, would_be(status)), language)
    };
    met.iter().map(said).collect()
}

/// The name of a target's line on the map.
#[must_use]
pub fn boundary(plan: &Plan, ix: TargetIx, language: Language) -> String {
    Message::new("map-boundary")
        .with("name", short_target_in_words(plan, ix, language))
        .say(language)
}

/// The value of a parameter of the map, in words: a rate a year, or a level with its unit.
#[must_use]
pub fn parameter_value(
    plan: &Plan,
    parameter: ParameterId,
    value: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    match parameter.kind {
        ParameterKind::Base => {
            let indicator = plan.get(parameter.indicator);
            let unit = unit(plan, indicator, LevelKind::Absolute, language);
            format!("{} {unit}", numbers::level(value))
        }
        _ => rate_in_words(counted_in(plan, parameter, language), value, decimals, language),
    }
}

/// The same without "a year", beside an axis that says so.
#[must_use]
pub fn parameter_brief(
    plan: &Plan,
    parameter: ParameterId,
    value: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    match parameter.kind {
        ParameterKind::Base => numbers::level(value),
        _ => change_in_words(counted_in(plan, parameter, language), value, decimals, language),
    }
}

/// A parameter with its value, by its short name where it is a lever's rate.
#[must_use]
pub fn parameter_labelled(plan: &Plan, parameter: ParameterId, value: f64, language: Language) -> String {
    let name = match parameter.kind {
        ParameterKind::Rate => plan.get(parameter.indicator).short_name(language).to_owned(),
        _ => parameter_in_words(plan, parameter, language),
    };
    labelled(
        &name,
        &parameter_value(plan, parameter, value, None, language),
        language,
    )
}
