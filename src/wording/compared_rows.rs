//! What scenarios say of a lever, and what they lead to, side by side: the rows of a comparison.

use super::attribution::attributed_figure;
use super::beside::{decimals_beside, usual_decimals};
use super::brief::rate_in_brief;
use super::called::status;
use super::card::card_answer;
use super::comparison::scenario_letter;
use super::decomposition::listed_names;
use super::labels::{in_unit, labelled, short_target_in_words, unit};
use super::ledger::{ChangeTerms, change_in_words};
use crate::analysis::attribution::Attribution;
use crate::analysis::comparison::{ComparedLever, ComparedOutcome, ComparedTarget, Comparison};
use crate::model::{Assessment, Basis, Projection, Status};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, Message, numbers, say};

/// A row of a comparison: a lever, a target or a level.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    /// Its indicator, in the reference's plan.
    pub indicator: IndicatorIx,
    /// What it is called.
    pub name: String,
    /// By scenario, its figure in words; a dash where it has none.
    pub figures: Vec<String>,
    /// The same where there is less room: without directions and units.
    pub briefs: Vec<String>,
    /// By scenario, what a lever adds to the difference from the reference, as a figure and in words; nothing for the
    /// reference, and where that is not known. Empty for other rows.
    pub effects: Vec<Option<(f64, String)>>,
    /// What the row says on the whole.
    pub remark: String,
}

/// The attribution of each scenario's difference, as far as there is one.
fn attribution(found: &Comparison, place: usize) -> Option<&Attribution> {
    found.attributions.get(place)?.as_ref()?.as_ref().ok()
}

/// A lever: the one rate that stands for all years, and what it adds to the difference of the figure asked about.
#[must_use]
pub fn compared_lever(
    plan: &Plan,
    found: &Comparison,
    lever: &ComparedLever,
    language: Language,
) -> ComparedRow {
    let indicator = plan.get(lever.indicator);
    let counted = ChangeTerms::stated(indicator, language);
    let rates = || {
        let both = lever.average.iter().zip(&lever.rates);
        both.map(|(average, rates)| (*average).or_else(|| even(rates)))
    };
    let said = |rate: Option<f64>, words: RateWords| {
        rate.map_or_else(dash, |rate| words(counted, rate, None, language))
    };
    let effects = lever.effects.iter().enumerate().map(|(place, effect)| {
        let effect = (*effect)?;
        Some((effect, attributed_figure(attribution(found, place)?, effect)))
    });
    let effects: Vec<Option<(f64, String)>> = effects.collect();
    let mut known = effects.iter().flatten().peekable();
    let moves_nothing = known.peek().is_some() && known.all(|(effect, _)| effect.abs() <= 0.0);
    ComparedRow {
        indicator: lever.indicator,
        name: indicator.short_name(language).to_owned(),
        figures: rates().map(|rate| said(rate, change_in_words)).collect(),
        briefs: rates().map(|rate| said(rate, rate_in_brief)).collect(),
        remark: if moves_nothing {
            say(language, "compare-no-effect").into_owned()
        } else {
            String::new()
        },
        effects,
    }
}

/// How a rate is said.
type RateWords = fn(ChangeTerms<'_>, f64, Option<usize>, Language) -> String;

/// The rate of all years, where they have the same.
fn even(rates: &[Option<f64>]) -> Option<f64> {
    let first = (*rates.first()?)?;
    let is_same = |rate: &Option<f64>| rate.is_some_and(|rate| (rate - first).abs() <= 0.0);
    rates.iter().all(is_same).then_some(first)
}

fn dash() -> String {
    "–".to_owned()
}

/// A target: where each scenario leads, and how that is judged. `slots` are the letters of the scenarios, from 0.
#[must_use]
pub fn compared_target(
    plan: &Plan,
    (found, target): (&Comparison, &ComparedTarget),
    slots: &[usize],
    decimals: Option<usize>,
    language: Language,
) -> ComparedRow {
    let figures = target.assessments.iter().map(|assessment| {
        let assessment = assessment.as_ref();
        let answer = assessment.and_then(|assessment| card_answer(plan, assessment, decimals, language));
        answer.map_or_else(dash, |answer| answer.result)
    });
    ComparedRow {
        indicator: target.target.indicator,
        name: short_target_in_words(plan, target.target, language),
        figures: figures.collect(),
        briefs: target
            .assessments
            .iter()
            .map(|it| digits(plan, it.as_ref()))
            .collect(),
        effects: Vec::new(),
        remark: judgements(&target.assessments, found.reference, slots, language),
    }
}

/// A projected figure without its unit, told apart from the target's as everywhere.
fn digits(plan: &Plan, assessment: Option<&Assessment>) -> String {
    let figure = assessment.and_then(|it| Some((plan.target(it.target).form, it.projected?)));
    figure.map_or_else(dash, |(form, value)| {
        numbers::decimal(value, decimals_beside(value, form.value(), usual_decimals(form)))
    })
}

/// "close → B missed, C met"; "met in all".
fn judgements(
    assessments: &[Option<Assessment>],
    reference: usize,
    slots: &[usize],
    language: Language,
) -> String {
    let words: Vec<Option<&'static str>> = assessments.iter().map(|it| it.as_ref().map(word)).collect();
    let Some(own) = words.get(reference).copied().flatten() else {
        return String::new();
    };
    let others = words.iter().zip(slots).filter_map(|(word, slot)| {
        let word = (*word)?;
        (word != own).then(|| {
            Message::new("compare-letter-word")
                .with("letter", scenario_letter(*slot))
                .with("word", Message::new(word))
                .say(language)
        })
    });
    let others: Vec<String> = others.collect();
    if others.is_empty() {
        return Message::new("compare-all-alike")
            .with("word", Message::new(own))
            .say(language);
    }
    Message::new("compare-apart")
        .with("word", Message::new(own))
        .with("others", listed_names(others.iter().map(String::as_str)))
        .say(language)
}

/// How a target is judged, in a word; the message id.
const fn word(assessment: &Assessment) -> &'static str {
    match (assessment.basis, assessment.status) {
        (Basis::Assumed, _) => "status-assumed",
        (Basis::None, _) | (_, Status::Unknown) => "status-unknown",
        (_, judged) => status(judged),
    }
}

/// The level of an indicator without targets in the last common year. `projection` is the reference's.
#[must_use]
pub fn compared_level(
    plan: &Plan,
    projection: &Projection,
    outcome: &ComparedOutcome,
    language: Language,
) -> ComparedRow {
    let indicator = plan.get(outcome.indicator);
    let levels = outcome.end.iter().flatten();
    let decimals = levels.fold(0, |most, level| numbers::decimals_for(*level).max(most));
    let unit = unit(plan, indicator, projection.kind(outcome.indicator), language);
    let figure = |level: &Option<f64>| level.map_or_else(dash, |level| numbers::decimal(level, decimals));
    ComparedRow {
        indicator: outcome.indicator,
        name: in_unit(indicator.short_name(language), &unit, language),
        briefs: outcome.end.iter().map(figure).collect(),
        figures: outcome.end.iter().map(figure).collect(),
        effects: Vec::new(),
        remark: say(language, "compare-no-target").into_owned(),
    }
}

/// Two rates of a lever beside each other: "fall 3.00 %, not 5.31 %". Nothing without a figure for both.
#[must_use]
pub fn rates_apart(
    plan: &Plan,
    lever: &ComparedLever,
    (one, other): (usize, usize),
    language: Language,
) -> Option<String> {
    let counted = ChangeTerms::stated(plan.get(lever.indicator), language);
    let rate = |place: usize| {
        let rate = lever.average.get(place).copied().flatten();
        let rate = rate.or_else(|| even(lever.rates.get(place)?))?;
        Some(change_in_words(counted, rate, None, language))
    };
    Some(
        Message::new("compare-not")
            .with("rate", rate(one)?)
            .with("other", rate(other)?)
            .say(language),
    )
}

/// The rows as a table of text, below a row of column names.
#[must_use]
pub fn compared_table(
    names: &[String],
    rows: &[ComparedRow],
    (reference, by): (usize, Option<String>),
    language: Language,
) -> Vec<Vec<String>> {
    let mut header = vec![say(language, "column-indicator").into_owned()];
    header.extend_from_slice(names);
    let others = || (0..names.len()).filter(move |place| *place != reference);
    if let Some(by) = &by {
        header.extend(others().map(|place| labelled(by, &names[place], language)));
    }
    header.push(say(language, "compare-remark").into_owned());
    let lines = rows.iter().map(|row| {
        let mut line = vec![row.name.clone()];
        line.extend(row.figures.iter().cloned());
        if by.is_some() {
            let effect = |place: usize| row.effects.get(place).cloned().flatten();
            line.extend(others().map(|place| effect(place).map_or_else(String::new, |(_, said)| said)));
        }
        line.push(row.remark.clone());
        line
    });
    std::iter::once(header).chain(lines).collect()
}
