//! What every target would need at once, in words.

use super::labels::promise;
use super::observed::{beside_observed, data_behind};
use super::reason::{stop, unsolvable};
use super::verdict::verdict;
use crate::analysis::observed_rates;
use crate::analysis::solver::{Answer, ReachedAll, TargetOutcome};
use crate::model::{Evaluation, ParameterKind};
use crate::plan::{Plan, TargetIx};
use crate::scenario::Scenario;
use crate::text::{Language, Message, say_with};

/// How many targets are met already, how many of them only on the plan's own path, and how many others can be reached.
#[must_use]
pub fn reach_all_counts(all: &ReachedAll, evaluation: &Evaluation, language: Language) -> String {
    let already = all
        .attempts
        .iter()
        .filter(|(_, attempt)| *attempt == TargetOutcome::AlreadyMet);
    let is_assumed = |ix: TargetIx| {
        let found = evaluation.assessment(ix);
        found.is_some_and(|assessment| !assessment.is_judged())
    };
    let (assumed, met): (Vec<_>, Vec<_>) = already.partition(|(ix, _)| is_assumed(*ix));
    let solved = all.reached();
    Message::new("reach-all-counts")
        .with("met", met.len())
        .with("assumed", assumed.len())
        .with("solved", solved)
        .with("rest", all.attempts.len() - met.len() - assumed.len() - solved)
        .say(language)
}

/// What is said of one target, and whether its rate lies beyond any observed.
#[must_use]
pub fn reach_all_remark(
    plan: &Plan,
    scenario: &Scenario,
    evaluation: &Evaluation,
    (ix, attempt): (TargetIx, &TargetOutcome),
    language: Language,
) -> (String, bool) {
    let (said, is_beyond) = match attempt {
        TargetOutcome::AlreadyMet => {
            let promised = promise(plan.get(ix.indicator), plan.target(ix), language);
            let found = evaluation.assessment(ix);
            let said = found.map_or_else(String::new, |found| verdict(plan, found, &promised, language));
            (said, false)
        }
        TargetOutcome::Failed(why) => (unsolvable(plan, why, language).say(language), false),
        TargetOutcome::Solved(answer) => of_answer(plan, scenario, evaluation, answer, language),
    };
    let behind = data_behind(plan, evaluation.projection(), ix, language);
    let all = [said].into_iter().chain(behind).filter(|said| !said.is_empty());
    (joined(all, language), is_beyond)
}

/// What stops an answer, if anything does, and its rate beside those observed.
fn of_answer(
    plan: &Plan,
    scenario: &Scenario,
    evaluation: &Evaluation,
    answer: &Answer,
    language: Language,
) -> (String, bool) {
    let lever = answer.request.parameter.indicator;
    let observed = observed_rates(plan, scenario, evaluation.projection(), lever);
    let is_rate = answer.request.parameter.kind == ParameterKind::Rate && !answer.is_factor();
    let is_beyond = is_rate && observed.is_some_and(|observed| observed.is_beyond(answer.value));
    let beside = is_rate.then(|| beside_observed(plan, lever, answer.value, observed.as_ref(), language));
    let stopped = answer.stopped_by.as_ref().map(|found| {
        Message::new("reach-all-nearest")
            .with("reason", stop(plan, found, language))
            .say(language)
    });
    (joined(stopped.into_iter().chain(beside), language), is_beyond)
}

/// Several remarks, one after the other.
fn joined(remarks: impl Iterator<Item = String>, language: Language) -> String {
    remarks
        .reduce(|words, more| say_with(language, "words-apart", &[("words", &words), ("more", &more)]))
        .unwrap_or_default()
}
