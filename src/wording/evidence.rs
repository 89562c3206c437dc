//! What a value or a judgement rests on, in words.

use crate::model::{Assessment, Basis, Origin, RemainingBasis};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Arg, Language, Message, listed, say};

/// What a value rests on, in a word.
#[must_use]
pub fn origin(origin: Origin, language: Language) -> String {
    say(
        language,
        match origin {
            Origin::Base => "origin-base",
            Origin::Actual => "origin-actual",
            Origin::Interpolated => "origin-interpolated",
            Origin::Implied => "origin-implied",
            Origin::Projected => "origin-projected",
            Origin::PartlyAssumed => "origin-partly-assumed",
            Origin::Assumed => "origin-assumed",
        },
    )
    .into_owned()
}

/// What a judgement rests on, in a phrase: "data to 2013, then the plan's pace", "set rates", "nothing entered".
#[must_use]
pub fn evidence(plan: &Plan, assessment: &Assessment, language: Language) -> String {
    let base = match (assessment.basis, assessment.last_actual) {
        (Basis::None, _) => return say(language, "evidence-none").into_owned(),
        (Basis::Assumed, _) => return say(language, "evidence-assumed").into_owned(),
        (_, Some(year)) => data(plan, assessment, year, language),
        (_, None) => Message::new("evidence-set"),
    };
    if assessment.assumed.is_empty() {
        return base.say(language);
    }
    Message::new("evidence-partly")
        .with("evidence", base)
        .with("names", named(plan, &assessment.assumed, language))
        .say(language)
}

/// How far data go, and what follows. If only some of the levers behind a derived indicator have data for the due year,
/// those without are named.
fn data(plan: &Plan, assessment: &Assessment, year: i32, language: Language) -> Message {
    let target = plan.target(assessment.target);
    let open = assessment.open();
    let dated = |id| Message::new(id).with("year", year);
    // Neither a judgement settled by data nor a miss by interpolated levels depends on what follows.
    let is_settled = assessment.is_decided() || assessment.is_between;
    if year < plan.due_year(target) && assessment.rest.is_some() && !is_settled {
        let goes_both_ways = !open.set.is_empty() && !open.paced.is_empty();
        // A target due in every year is also judged in the years between data.
        let has_gaps = assessment.is_interpolated && target.is_each_year();
        let then = dated(match (assessment.rest, has_gaps) {
            (_, false) if goes_both_ways => "evidence-data-then-both",
            (_, true) if goes_both_ways => "evidence-gaps-then-both",
            (Some(RemainingBasis::Assumed), false) => "evidence-data-then-plan",
            (Some(RemainingBasis::Assumed), true) => "evidence-gaps-then-plan",
            (_, false) => "evidence-data-then-set",
            (_, true) => "evidence-gaps-then-set",
        });
        return with_levers(plan, then, "evidence-without-data", &assessment.set, language);
    }
    let known = match (assessment.is_interpolated, target.is_each_year()) {
        (true, true) => dated("evidence-data-gaps"),
        (true, false) => Message::new("evidence-interpolated"),
        (false, false) if open.beside_interpolated => Message::new("evidence-interpolated"),
        (false, _) => dated("evidence-data"),
    };
    if is_settled {
        return known;
    }
    let unsaid = |lever: &IndicatorIx| !assessment.assumed.contains(lever);
    let paced: Vec<IndicatorIx> = open.paced.iter().copied().filter(unsaid).collect();
    let said = with_levers(plan, known, "evidence-and-set", &open.set, language);
    with_levers(plan, said, "evidence-and-paced", &paced, language)
}

/// The evidence, followed by levers if there are any.
fn with_levers(
    plan: &Plan,
    said: Message,
    id: &'static str,
    levers: &[IndicatorIx],
    language: Language,
) -> Message {
    if levers.is_empty() {
        return said;
    }
    Message::new(id)
        .with("evidence", said)
        .with("names", named(plan, levers, language))
}

/// A list of short names of indicators.
pub(super) fn named_short(plan: &Plan, indicators: &[IndicatorIx], language: Language) -> String {
    let names = indicators
        .iter()
        .map(|ix| Arg::from(plan.get(*ix).short_name(language)));
    listed(names).map_or_else(String::new, |all| {
        Message::new("names").with("names", all).say(language)
    })
}

/// A list of indicator names.
#[must_use]
pub fn named(plan: &Plan, indicators: &[IndicatorIx], language: Language) -> String {
    let names = indicators
        .iter()
        .map(|ix| Arg::from(plan.get(*ix).name.get(language)));
    listed(names).map_or_else(String::new, |all| {
        Message::new("names").with("names", all).say(language)
    })
}
