//! The table of targets.

use super::{CsvField, ExportInput, file, header};
use crate::file::Failure;
use crate::model::RemainingBasis;
use crate::plan::Comparator;
use crate::wording::{status_word, worded};

/// One row per target. Figures are in the target's own terms: a decline of 21 % is 21. Ranges have their upper figure
/// in `target_upper`; targets due every year have their worst year in `year`.
///
/// # Errors
/// As [`super::to_bytes`].
pub fn scorecard(input: &ExportInput<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
    let mut rows = vec![header(&[
        "indicator",
        "name",
        "form",
        "comparator",
        "binding",
        "wording",
        "target",
        "target_upper",
        "projected",
        "gap",
        "progress",
        "status",
        "status_in_words",
        "due",
        "year",
        "basis",
        "assumed",
        "last_actual",
        "rest",
    ])];
    let language = input.language;
    for ((_, indicator, target), assessment) in input.plan.targets().zip(input.assessments) {
        let assumed: Vec<&str> = assessment
            .assumed
            .iter()
            .map(|ix| input.plan.get(*ix).id.as_str())
            .collect();
        rows.push(vec![
            CsvField::text(&indicator.id),
            CsvField::text(indicator.name.get(language)),
            CsvField::text(target.form.name()),
            CsvField::text(target.side().map_or("", Comparator::name)),
            CsvField::text(target.binding.to_string()),
            CsvField::text(worded(indicator, target, language)),
            CsvField::Figure(assessment.figure),
            assessment.upper.into(),
            assessment.projected.into(),
            assessment.gap.map_or(CsvField::Empty, |gap| {
                CsvField::Difference(gap, assessment.figure)
            }),
            assessment.progress.into(),
            CsvField::text(assessment.status.name()),
            CsvField::text(status_word(assessment, language)),
            if target.is_each_year() {
                CsvField::text("each_year")
            } else {
                CsvField::Year(input.plan.due_year(target))
            },
            if target.is_each_year() {
                CsvField::Year(assessment.year)
            } else {
                CsvField::Empty
            },
            CsvField::text(assessment.basis.name()),
            CsvField::text(assumed.join(" ")),
            assessment.last_actual.map_or(CsvField::Empty, CsvField::Year),
            CsvField::text(assessment.rest.map_or("", RemainingBasis::name)),
        ]);
    }
    file(&rows, bom)
}
