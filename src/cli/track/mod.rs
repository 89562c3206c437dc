//! `planpath track FILE`

mod report;
mod tables;

use std::path::Path;

use super::output::Format;
use super::{Answer, input, output};
use crate::model::{Assessment, Ledger};
use crate::plan::{Indicator, Target};
use crate::text::Language;
use report::{report, rows};
use tables::tables;

/// A target with its judgement and its ledger; no ledger if it has no levels.
struct Tracked<'a> {
    indicator: &'a Indicator,
    target: &'a Target,
    assessment: &'a Assessment,
    ledger: Option<&'a Ledger>,
}

/// Prints the official progress of every target, and what the years left would need.
pub(super) fn track(file: &Path, format: Format, language: Language) -> Answer {
    let (loaded, evaluation) = input::open(file, language)?;
    let plan = &loaded.plan;
    let tracked: Vec<Tracked<'_>> = plan
        .targets()
        .zip(evaluation.assessments())
        .map(|((ix, indicator, target), assessment)| Tracked {
            indicator,
            target,
            assessment,
            ledger: evaluation.ledger(ix),
        })
        .collect();
    match format {
        Format::Json => output::json(&report(&loaded, &evaluation, &tracked, language))?,
        Format::Csv => output::csv(&rows(plan, &tracked))?,
        Format::Table => output::data(&tables(&loaded, &evaluation, &tracked, language))?,
    }
    Ok(0)
}
