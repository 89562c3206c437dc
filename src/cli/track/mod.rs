//! `planpath track FILE`

mod report;
mod tables;

use std::path::Path;

use super::args::Format;
use super::{Answer, input, output};
use crate::model::{Assessment, Ledger, assess, ledger};
use crate::plan::{Indicator, Target};
use crate::text::Language;
use report::{report, rows};
use tables::tables;

/// A target with its judgement and its ledger; no ledger where it has no levels.
struct Tracked<'a> {
    indicator: &'a Indicator,
    target: &'a Target,
    assessment: Assessment,
    ledger: Option<Ledger>,
}

/// Prints the official progress of every target, and what the years left would take.
pub(super) fn track(file: &Path, format: Format, language: Language) -> Answer {
    let (loaded, projection) = input::open(file, language)?;
    let plan = &loaded.plan;
    let tracked: Vec<Tracked<'_>> = plan
        .targets()
        .zip(assess(plan, &projection))
        .map(|((ix, indicator, target), assessment)| Tracked {
            indicator,
            target,
            assessment,
            ledger: ledger(plan, &projection, ix),
        })
        .collect();
    match format {
        Format::Json => output::json(&report(&loaded, &projection, &tracked, language))?,
        Format::Csv => output::csv(&rows(&projection, &tracked))?,
        Format::Table => output::data(&tables(&loaded, &tracked, language))?,
    }
    Ok(0)
}
