//! `planpath track FILE`

mod report;
mod tables;

use std::path::Path;

use super::output::OutputFormat;
use super::{CommandResult, input, output};
use crate::model::{Assessment, Ledger};
use crate::plan::{Indicator, Target};
use crate::text::Language;
use report::{report, rows};
use tables::tables;

/// A target with its judgement and its ledger; no ledger if it has no levels.
struct TrackedTarget<'a> {
    indicator: &'a Indicator,
    target: &'a Target,
    assessment: &'a Assessment,
    ledger: Option<&'a Ledger>,
}

/// Prints the official progress of every target, and what the years left would need.
pub(super) fn track(file: &Path, format: OutputFormat, language: Language) -> CommandResult {
    let (loaded, evaluation) = input::open(file, language)?;
    let plan = &loaded.plan;
    let tracked: Vec<TrackedTarget<'_>> = plan
        .targets()
        .zip(evaluation.assessments())
        .map(|((ix, indicator, target), assessment)| TrackedTarget {
            indicator,
            target,
            assessment,
            ledger: evaluation.ledger(ix),
        })
        .collect();
    match format {
        OutputFormat::Json => output::json(&report(&loaded, &evaluation, &tracked, language))?,
        OutputFormat::Csv => output::csv(&rows(plan, &tracked))?,
        OutputFormat::Table => output::data(&tables(&loaded, &evaluation, &tracked, language))?,
    }
    Ok(0)
}
