//! Scenarios beside each other, in words.

use super::decomposition::listed_names;
use super::labels::target_in_words;
use crate::analysis::Outcome;
use crate::analysis::comparison::Comparison;
use crate::plan::Plan;
use crate::text::{Language, Message};

/// The letter that stands for a scenario by its place: A to Z, then numbers.
#[must_use]
pub fn scenario_letter(place: usize) -> String {
    let letter = u8::try_from(place).ok().filter(|place| *place < 26);
    letter.map_or_else(
        || (place + 1).to_string(),
        |place| char::from(b'A' + place).to_string(),
    )
}

/// What a figure is called in a column heading: a target, or an indicator by its short name with the year.
#[must_use]
pub fn outcome_in_brief(plan: &Plan, outcome: Outcome, language: Language) -> String {
    match outcome {
        Outcome::Target(target) => target_in_words(plan, target, language),
        Outcome::Level { indicator, step } => Message::new("compare-outcome")
            .with("name", plan.get(indicator).short_name(language))
            .with("year", plan.year(step))
            .say(language),
    }
}

/// How many levers, levels and targets differ, which scenarios are the same, and what the plans do not share.
#[must_use]
pub fn compared_in_words(names: &[&str], found: &Comparison, language: Language) -> Vec<String> {
    let mut said = Vec::new();
    let is_same = |place: usize| place != found.reference && found.is_same(place);
    let same: Vec<&str> = (0..names.len())
        .filter(|place| is_same(*place))
        .map(|place| names[place])
        .collect();
    if !same.is_empty() {
        let message = Message::new("compare-same").with("names", listed_names(same.into_iter()));
        said.push(message.with("reference", names[found.reference]).say(language));
    }
    if !found.levers.is_empty() || !found.outcomes.is_empty() {
        let counts = Message::new("compare-counts")
            .with("levers", found.levers.len())
            .with("all", found.in_common.levers)
            .with("outcomes", found.outcomes.len())
            .with("indicators", found.in_common.indicators)
            .with("targets", found.targets.len())
            .with("promised", found.in_common.targets);
        said.push(counts.say(language));
    }
    if found.levers.iter().any(|lever| lever.assumed.contains(&true)) {
        said.push(Message::new("compare-assumed").say(language));
    }
    if !found.not_shared.is_empty() {
        let ids = found.not_shared.iter().map(|it| it.id.as_str());
        let message = Message::new("compare-not-shared").with("names", listed_names(ids));
        said.push(message.say(language));
    }
    said
}
