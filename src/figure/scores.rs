//! The scorecard as a table of words, for the command line and the clipboard.

use super::{assessed, promise};
use crate::model::Assessment;
use crate::plan::Plan;
use crate::text::{Language, say};

/// The ids of the scorecard's column names.
const COLUMNS: [&str; 6] = [
    "column-indicator",
    "column-status",
    "column-target",
    "column-projected",
    "column-gap",
    "column-progress",
];

/// Every target judged, in the plan's order, below a row of column names. Figures have as many decimals as wanted, or as
/// each needs, and say their unit.
#[must_use]
pub fn score_table(
    plan: &Plan,
    assessments: &[Assessment],
    decimals: Option<usize>,
    language: Language,
) -> Vec<Vec<String>> {
    let rows = plan
        .targets()
        .zip(assessments)
        .map(|((_, indicator, target), assessment)| {
            let mut row = vec![
                indicator.name.get(language).to_owned(),
                say(language, assessment.status.message()).into_owned(),
                promise(indicator, target, language),
            ];
            row.extend(
                match assessed(indicator, target, assessment, decimals, language) {
                    Some(figures) => figures,
                    None => [(); 3].map(|()| "–".to_owned()),
                },
            );
            row
        });
    let names = COLUMNS.map(|id| say(language, id).into_owned()).to_vec();
    std::iter::once(names).chain(rows).collect()
}
