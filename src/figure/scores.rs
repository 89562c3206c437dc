//! The scorecard as a table of words, for the command line and the clipboard.

use super::{amount, promise, share, target_in_words};
use crate::model::Assessment;
use crate::plan::Plan;
use crate::text::{Language, numbers, say};
use crate::wording::{evidence, status_word};

/// The ids of the scorecard's column names.
const COLUMNS: [&str; 7] = [
    "column-indicator",
    "column-status",
    "column-target",
    "column-projected",
    "column-gap",
    "column-progress",
    "column-basis",
];

/// Every target judged, in the plan's order, below a row of column names. Figures have as many decimals as wanted, or as
/// each needs.
#[must_use]
pub fn score_table(
    plan: &Plan,
    assessments: &[Assessment],
    decimals: Option<usize>,
    language: Language,
) -> Vec<Vec<String>> {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let rows = plan
        .targets()
        .zip(assessments)
        .map(|((ix, _, target), assessment)| {
            let projected = assessment.projected.map(|v| amount(target.form, v, decimals));
            let gap = assessment
                .gap
                .map(|gap| numbers::signed(gap, decimals.unwrap_or(2)));
            let progress = assessment.progress.map(share);
            vec![
                target_in_words(plan, ix, language),
                status_word(assessment, language),
                promise(target, language),
                or_dash(projected),
                or_dash(gap),
                or_dash(progress),
                evidence(plan, assessment, language),
            ]
        });
    let names = COLUMNS.map(|id| say(language, id).into_owned()).to_vec();
    std::iter::once(names).chain(rows).collect()
}
