//! A projection as printed tables.

use crate::cli::discrepancies::discrepancies_in_words;
use crate::cli::head::heading;
use crate::cli::output;
use crate::cli::plans::header;
use crate::model::{Evaluation, Origin, Projection};
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, numbers, say};
use crate::wording::{binding_counts, counts, origin_mark, plan_itself, score_table, unit};

pub(super) fn tables(loaded: &Loaded, evaluation: &Evaluation, language: Language) -> String {
    let plan = &loaded.plan;
    let mut parts = vec![
        heading(loaded, language),
        scorecard(plan, evaluation, language),
        levels(plan, evaluation.projection(), language),
        discrepancies_in_words(loaded, evaluation, language),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

pub(super) fn scorecard(plan: &Plan, evaluation: &Evaluation, language: Language) -> String {
    let mut rows = score_table(plan, evaluation.assessments(), None, language);
    let header = rows.remove(0);
    let counted = evaluation.counts(plan);
    let sentences = [
        plan_itself(&counted, language),
        Some(counts(&counted, language)),
        binding_counts(&counted, language),
    ];
    let summary: String = sentences.into_iter().flatten().map(|said| said + "\n").collect();
    output::table(&header, &rows, 2) + &summary
}

fn levels(plan: &Plan, projection: &Projection, language: Language) -> String {
    let mut header = header(&["column-indicator", "column-unit"], language);
    header.extend(plan.years().map(|year| year.to_string()));
    let rows: Vec<Vec<String>> = plan
        .iter()
        .map(|(ix, indicator)| {
            let basis = projection.kind(ix);
            let mut row = vec![
                indicator.name.get(language).to_owned(),
                unit(plan, indicator, basis, language).into_owned(),
            ];
            let Some(levels) = projection.levels(ix) else {
                row.extend(plan.years().map(|_| "–".to_owned()));
                return row;
            };
            let origins = projection.origins(ix);
            row.extend(
                levels
                    .iter()
                    .zip(origins)
                    .map(|(level, origin)| marked(*level, *origin)),
            );
            row
        })
        .collect();
    output::table(&header, &rows, 2) + &say(language, "cli-legend") + "\n"
}

fn marked(level: f64, origin: Origin) -> String {
    numbers::level(level) + origin_mark(origin)
}
