//! The ledger as printed tables: progress year by year, then each target's standing, then remarks.

use super::TrackedTarget;
use crate::cli::discrepancies::discrepancies_in_words;
use crate::cli::head::heading;
use crate::cli::output;
use crate::cli::plans::header;
use crate::model::{Evaluation, Ledger};
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, say};
use crate::wording::{
    self, achieved_in_words, binding_counts, counts, due_rows, evidence, last_year, off_course, origin_mark,
    plan_itself, promise, remaining_in_words, required_in_words, share, target_in_words,
};

pub(super) fn tables(
    loaded: &Loaded,
    evaluation: &Evaluation,
    tracked: &[TrackedTarget<'_>],
    language: Language,
) -> String {
    let plan = &*loaded.plan;
    // Binding targets first; the sort keeps the plan's order within each kind.
    let mut sorted: Vec<&TrackedTarget<'_>> = tracked.iter().collect();
    sorted.sort_by_key(|one| !one.target.binding);
    let mut parts = vec![
        heading(loaded, language),
        by_year(&loaded.plan, &sorted, language),
        standings(plan, evaluation, &sorted, language),
    ];
    let counted = evaluation.counts(plan);
    let said = [
        plan_itself(&counted, language),
        Some(counts(&counted, language)),
        binding_counts(&counted, language),
    ];
    parts.push(said.into_iter().flatten().map(|said| said + "\n").collect());
    let sentences: String = sorted
        .iter()
        .filter_map(|one| off_course(plan, evaluation.projection(), one.ledger?, language))
        .map(|sentence| sentence + "\n")
        .collect();
    parts.push(sentences);
    parts.push(discrepancies_in_words(loaded, evaluation, language));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn binding(one: &TrackedTarget<'_>, language: Language) -> String {
    let id = if one.target.binding {
        "binding-yes"
    } else {
        "binding-no"
    };
    say(language, id).into_owned()
}

/// Official progress in every year, and the share that is due.
fn by_year(plan: &Plan, tracked: &[&TrackedTarget<'_>], language: Language) -> String {
    let mut header = header(&["column-indicator", "column-binding", "column-target"], language);
    header.extend(plan.years().skip(1).map(|year| year.to_string()));
    let dash = || "–".to_owned();
    let due = due_rows(plan, tracked.iter().map(|one| one.assessment.target), language);
    let mut rows: Vec<Vec<String>> = due
        .into_iter()
        .map(|due| {
            let shares = due.shares.into_iter();
            let shares = shares.map(|due| due.map_or_else(dash, |due| share(due, language)));
            let names = [due.label, String::new(), String::new()];
            names.into_iter().chain(shares).collect()
        })
        .collect();
    rows.extend(tracked.iter().map(|one| {
        let mut row = vec![
            target_in_words(plan, one.assessment.target, language),
            binding(one, language),
            promise(one.indicator, one.target, language),
        ];
        match &one.ledger {
            Some(ledger) => {
                let years = ledger.years.iter().skip(1);
                row.extend(years.map(|year| share(year.progress, language) + origin_mark(year.origin)));
                row.resize(3 + plan.steps(), dash());
            }
            None => row.extend((0..plan.steps()).map(|_| dash())),
        }
        row
    }));
    let legend = say(language, "cli-legend");
    output::table(&header, &rows, 2) + &legend + "\n" + &say(language, "track-legend") + "\n"
}

/// Each target's standing at its last actual, and what the years left would need.
fn standings(
    plan: &Plan,
    evaluation: &Evaluation,
    tracked: &[&TrackedTarget<'_>],
    language: Language,
) -> String {
    let header = header(
        &[
            "column-indicator",
            "track-column-standing",
            "track-column-data",
            "column-progress",
            "track-column-linear",
            "track-column-achieved",
            "track-column-remaining",
            "track-column-required",
            "column-basis",
        ],
        language,
    );
    let rows: Vec<Vec<String>> = tracked
        .iter()
        .map(|one| {
            let name = target_in_words(plan, one.assessment.target, language);
            let mut row = match one.ledger {
                Some(ledger) => standing(plan, evaluation, name, ledger, language),
                None => vec![
                    name,
                    say(language, wording::status(one.assessment.status)).into_owned(),
                ],
            };
            row.resize(header.len() - 1, "–".to_owned());
            row.push(evidence(plan, one.assessment, language));
            row
        })
        .collect();
    output::table(&header, &rows, 2)
}

fn standing(
    plan: &Plan,
    evaluation: &Evaluation,
    name: String,
    ledger: &Ledger,
    language: Language,
) -> Vec<String> {
    let mut row = vec![
        name,
        say(language, wording::standing(ledger.standing())).into_owned(),
    ];
    let nothing = || "–".to_owned();
    if let Some(judged) = ledger.judged() {
        row.extend([
            last_year(ledger),
            share(judged.progress, language),
            share(judged.linear, language),
            // A change from zero has no percentage.
            achieved_in_words(plan, ledger, None, language).unwrap_or_else(nothing),
        ]);
    } else {
        row.extend(std::iter::repeat_with(nothing).take(4));
    }
    row.push(remaining_in_words(plan, ledger, None, language));
    row.push(required_in_words(
        plan,
        evaluation.projection(),
        ledger,
        None,
        language,
    ));
    row
}
