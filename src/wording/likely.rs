//! How likely targets are, in the few words that a screen has room for.

use super::chance::{chance, chance_with_error, is_bound};
use crate::analysis::ensemble::{Ensemble, Likelihood};
use crate::plan::{Plan, TargetIx};
use crate::text::{Language, Message, numbers, say};

/// The standard error beside a probability: "±0.4", in points; "<1/8192" where one draw changes more. A dash where there is
/// none, and beside a probability that is told as a bound.
#[must_use]
pub fn error_in_brief(likelihood: Likelihood, size: u64) -> String {
    match likelihood
        .se
        .filter(|_| !likelihood.is_certain && !is_bound(likelihood))
    {
        Some(se) if se >= 1.0 / size as f64 => {
            format!("±{}", numbers::visible(se * 100.0, 1))
        }
        Some(_) => format!("<1/{size}"),
        None => "–".to_owned(),
    }
}

/// The shares of draws on the target's side and on the other: "met 33.2 %", "missed 66.8 %".
#[must_use]
pub fn sides_in_words(likelihood: Likelihood, language: Language) -> (String, String) {
    let other = Likelihood {
        p: 1.0 - likelihood.p,
        ..likelihood
    };
    let side = |id, likelihood| {
        Message::new(id)
            .with("share", chance(likelihood, language))
            .say(language)
    };
    (side("likely-met", likelihood), side("likely-missed", other))
}

/// What binding targets would be together if they were independent of each other, and how many they are: "3 together; if
/// independent 9.7 %".
#[must_use]
pub fn binding_apart(plan: &Plan, ensemble: &Ensemble, language: Language) -> Option<String> {
    let of_binding = ensemble
        .targets
        .iter()
        .filter(|chance| plan.target(chance.target).binding);
    let all: Vec<Likelihood> = of_binding.filter_map(|chance| chance.met).collect();
    if all.len() < 2 {
        return None;
    }
    let p: f64 = all.iter().map(|one| one.p).product();
    // Certain only where one target is missed, or each is met, whatever is drawn.
    let is_missed = |one: &Likelihood| one.is_certain && one.p <= 0.0;
    let together = Likelihood {
        p,
        se: None,
        is_certain: all.iter().any(is_missed) || all.iter().all(|one| one.is_certain),
    };
    Some(
        Message::new("likely-apart")
            .with("count", all.len())
            .with("share", chance(together, language))
            .say(language),
    )
}

/// How many judged targets there are, and how many binding ones among them.
#[must_use]
pub fn judged_counts(plan: &Plan, ensemble: &Ensemble) -> (usize, usize) {
    let judged = || ensemble.targets.iter().filter(|chance| chance.met.is_some());
    let binding = judged().filter(|chance| plan.target(chance.target).binding);
    (judged().count(), binding.count())
}

/// How a probability has settled with more draws: "8192: 33.4 %; 131072: 33.2 %". Nothing with one ensemble only.
#[must_use]
pub fn settling<'a>(
    all: impl Iterator<Item = &'a Ensemble>,
    target: TargetIx,
    language: Language,
) -> Option<String> {
    let each: Vec<String> = all
        .filter_map(|ensemble| {
            let share = chance(ensemble.chance(target)?, language);
            let said = Message::new("likely-settling")
                .with("size", ensemble.size.to_string())
                .with("share", share);
            Some(said.say(language))
        })
        .collect();
    (each.len() > 1).then(|| each.join(&say(language, "list-separator")))
}

/// Which draws a probability on screen comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanceBasis {
    /// As many as chosen, of the scenario as it is.
    Settled,
    /// Fewer, of the scenario as it is.
    FewDraws,
    /// Of the scenario before the last change.
    Earlier,
}

/// The probability of a target, in full: "Probability of meeting the target: 33.2 % (±0.40 points)"; and that it comes from
/// few draws or from an earlier state, if it does.
#[must_use]
pub fn chance_told(likelihood: Likelihood, size: u64, basis: ChanceBasis, language: Language) -> String {
    let share = chance_with_error(likelihood, size, language);
    let told = Message::new("likely-told").with("share", share);
    match basis {
        ChanceBasis::Settled => told,
        ChanceBasis::FewDraws => Message::new("likely-told-few")
            .with("told", told)
            .with("size", size.to_string()),
        ChanceBasis::Earlier => Message::new("likely-told-earlier").with("told", told),
    }
    .say(language)
}

/// The same with the first year whose rates are drawn.
#[must_use]
pub fn chance_from(told: &str, year: i32, language: Language) -> String {
    Message::new("likely-told-from")
        .with("told", told)
        .with("year", year)
        .say(language)
}

/// Words about a target, and its probability.
#[must_use]
pub fn beside_chance(words: &str, told: &str, language: Language) -> String {
    Message::new("likely-beside")
        .with("words", words)
        .with("told", told)
        .say(language)
}
