//! The table of targets.

use super::{Cell, ExportInput, file, header};
use crate::file::Failure;
use crate::model::RemainingBasis;
use crate::plan::Comparator;
use crate::wording::{status_word, worded};

/// One row per target. Figures are in the target's own terms: a decline of 21 % is 21. Ranges have their upper figure
/// in `target_upper`; targets due every year have their worst year in `year`.
///
/// # Errors
/// As [`super::to_bytes`].
pub fn scorecard(material: &ExportInput<'_>, bom: bool) -> Result<Vec<u8>, Failure> {
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
    let language = material.language;
    for ((_, indicator, target), assessment) in material.plan.targets().zip(material.assessments) {
        let assumed: Vec<&str> = assessment
            .assumed
            .iter()
            .map(|ix| material.plan.get(*ix).id.as_str())
            .collect();
        rows.push(vec![
            Cell::text(&indicator.id),
            Cell::text(indicator.name.get(language)),
            Cell::text(target.form.name()),
            Cell::text(target.side().map_or("", Comparator::name)),
            Cell::text(target.binding.to_string()),
            Cell::text(worded(indicator, target, language)),
            Cell::Figure(assessment.figure),
            assessment.upper.into(),
            assessment.projected.into(),
            assessment
                .gap
                .map_or(Cell::Empty, |gap| Cell::Difference(gap, assessment.figure)),
            assessment.progress.into(),
            Cell::text(assessment.status.name()),
            Cell::text(status_word(assessment, language)),
            if target.is_each_year() {
                Cell::text("each_year")
            } else {
                Cell::Year(material.plan.due_year(target))
            },
            if target.is_each_year() {
                Cell::Year(assessment.year)
            } else {
                Cell::Empty
            },
            Cell::text(assessment.basis.name()),
            Cell::text(assumed.join(" ")),
            assessment.last_actual.map_or(Cell::Empty, Cell::Year),
            Cell::text(assessment.rest.map_or("", RemainingBasis::name)),
        ]);
    }
    file(&rows, bom)
}
