//! The scorecard as a table of text, for the command line and the clipboard.

use super::beside::assessed;
use super::evidence::evidence;
use super::labels::{promise, target_in_words};
use super::verdict::status_word;
use crate::model::Assessment;
use crate::plan::{Plan, Target};
use crate::text::{Language, Message, say};

/// The message ids of the scorecard's column names.
const COLUMNS: [&str; 7] = [
    "column-indicator",
    "column-status",
    "column-target",
    "column-projected",
    "column-gap",
    "column-progress",
    "column-basis",
];

/// Every target judged, in the plan's order, below a row of column names. Figures have the given number of decimals, or
/// as many as each needs, and include their unit.
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
        .map(|((ix, indicator, target), assessment)| {
            let mut row = vec![
                target_in_words(plan, ix, language),
                status_word(assessment, language),
                promise(indicator, target, language),
            ];
            row.extend(
                match assessed(indicator, target, assessment, decimals, language) {
                    Some([projected, gap, progress]) => {
                        [with_year(target, assessment, projected, language), gap, progress]
                    }
                    None => [(); 3].map(|()| "–".to_owned()),
                },
            );
            row.push(evidence(plan, assessment, language));
            row
        });
    let names = COLUMNS.map(|id| say(language, id).into_owned()).to_vec();
    std::iter::once(names).chain(rows).collect()
}

/// A target's projected figure; for a target due in every year, its worst figure with the year.
#[must_use]
pub fn with_year(target: &Target, assessment: &Assessment, projected: String, language: Language) -> String {
    if !target.is_each_year() {
        return projected;
    }
    Message::new("projected-in-year")
        .with("figure", projected)
        .with("year", assessment.year)
        .say(language)
}
