//! Solved rates in words, for the screen and the command line.

use super::{Counted, rate_in_words};
use crate::model::solver::{Answer, Handle, Part, Way};
use crate::model::{Change, stated_in};
use crate::plan::Plan;
use crate::text::{Language, Message, numbers};

/// The rates that are turned: a lever, and which of its rates where it has several.
#[must_use]
pub fn handle_in_words(plan: &Plan, handle: Handle, language: Language) -> String {
    let name = plan.get(handle.lever).name.get(language);
    let part = match handle.part {
        Part::Rate => return name.to_owned(),
        Part::TopGrowth => "output-top",
        Part::IndustryGrowth => "output-all",
    };
    Message::new("solve-lever-part")
        .with("name", name)
        .with("part", Message::new(part))
        .say(language)
}

/// How rates are turned from the calendar year `from` on.
#[must_use]
pub fn way_in_words(plan: &Plan, way: Way, from: i32, language: Language) -> String {
    let id = match way {
        Way::Constant { .. } => "solve-way-constant",
        Way::OneYear { .. } => "solve-way-one-year",
        Way::Scale { .. } => "solve-way-scale",
        Way::CatchUp => "solve-way-catch-up",
    };
    Message::new(id)
        .with("from", from)
        .with("end", plan.end_year)
        .say(language)
}

/// The rate or the factor that was found, rounded so that setting what is shown meets the target.
#[must_use]
pub fn value_in_words(plan: &Plan, answer: &Answer, decimals: Option<usize>, language: Language) -> String {
    if answer.is_factor() {
        return Message::new("implication-multiple")
            .with("value", numbers::decimal(answer.shown(4), 4))
            .say(language);
    }
    let handle = answer.request.handle;
    let lever = plan.get(handle.lever);
    let convention = match handle.part {
        Part::Rate => stated_in(lever, None),
        Part::TopGrowth | Part::IndustryGrowth => Change::Growth,
    };
    let counted = Counted::of(lever, convention, language);
    let shown = answer.shown(decimals.unwrap_or(2));
    rate_in_words(counted, shown, decimals, language)
}
