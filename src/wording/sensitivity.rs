//! By how much one point of a lever moves a target, in words.

use super::labels::{Terms, is_percentage, target_in_words, unit_beside};
use super::ledger::{ChangeTerms, change_in_words};
use super::rates::open_years;
use crate::analysis::{Outcome, Sensitivity};
use crate::model::{Projection, stated_in};
use crate::plan::{Change, Indicator, IndicatorIx, LevelKind, Plan, TargetIx};
use crate::text::{Language, Message, numbers};

/// The decimals of an effect, before more are needed to see it.
const DECIMALS: usize = 2;

/// The effect in a few characters: "+1.84 pt", or without the unit where the target has one of its own.
#[must_use]
pub fn effect_in_brief(plan: &Plan, target: TargetIx, effect: f64, language: Language) -> String {
    let figure = numbers::signed(effect, decimals(effect));
    if is_in_points(plan, target) {
        Message::new("brief-points").with("change", figure).say(language)
    } else {
        figure
    }
}

/// One point of a lever and what it does: "Energy intensity falling 1 point a year faster in 2014–15 moves CO₂ intensity
/// by +1.84 points".
#[must_use]
pub fn effect_in_words(
    plan: &Plan,
    projection: &Projection,
    target: TargetIx,
    found: Sensitivity,
    language: Language,
) -> String {
    let lever = plan.get(found.lever);
    let first = plan.year(projection.last_actual(found.lever) + 1);
    let effect = effect_of_figure(
        plan,
        is_in_points(plan, target),
        target.indicator,
        found.effect,
        language,
    );
    let id = match stated_in(lever, None) {
        Change::Growth => "moves-rise",
        Change::Decline => "moves-fall",
        Change::Points if is_percentage(lever) => "moves-points",
        Change::Points => "moves-units",
    };
    Message::new(id)
        .with("name", lever.name.get(language))
        .with(
            "unit",
            unit_beside(lever.unit.get(language), language).into_owned(),
        )
        .with("years", open_years(first, plan.end_year, language))
        .with("target", target_in_words(plan, target, language))
        .with("effect", effect)
        .say(language)
}

/// By how much a figure moves: in points where it is a percentage, without a unit where it is a level of an index, else in
/// the indicator's unit. `kind` is what levels of its indicator are relative to.
#[must_use]
pub fn outcome_effect_in_words(
    plan: &Plan,
    outcome: Outcome,
    kind: LevelKind,
    effect: f64,
    language: Language,
) -> String {
    let indicator = outcome.indicator();
    let in_points = match outcome {
        Outcome::Target(target) => is_in_points(plan, target),
        Outcome::Level { .. } => is_percentage(plan.get(indicator)),
    };
    if kind == LevelKind::Index && !in_points {
        return numbers::signed(effect, decimals(effect));
    }
    effect_of_figure(plan, in_points, indicator, effect, language)
}

fn effect_of_figure(
    plan: &Plan,
    in_points: bool,
    indicator: IndicatorIx,
    effect: f64,
    language: Language,
) -> String {
    let unit = (!in_points).then(|| plan.get(indicator).unit.get(language));
    let counted = ChangeTerms::named(Change::Points, unit);
    change_in_words(counted, effect, Some(decimals(effect)), language)
}

/// What one point of a lever is, for a column beside its name: "1 point a year faster fall".
#[must_use]
pub fn raised_by_a_point(lever: &Indicator, language: Language) -> String {
    let id = match stated_in(lever, None) {
        Change::Growth => "raised-rise",
        Change::Decline => "raised-fall",
        Change::Points if is_percentage(lever) => "raised-points",
        Change::Points => "raised-units",
    };
    let unit = unit_beside(lever.unit.get(language), language);
    Message::new(id).with("unit", unit.into_owned()).say(language)
}

/// Whether a target's figure is a percentage, so that what moves it are points.
fn is_in_points(plan: &Plan, target: TargetIx) -> bool {
    let terms = Terms::of(plan.get(target.indicator), plan.target(target).form);
    !matches!(terms, Terms::Amount | Terms::Bare)
}

fn decimals(effect: f64) -> usize {
    numbers::decimals_to_see(effect, DECIMALS).unwrap_or(DECIMALS)
}
