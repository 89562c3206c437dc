//! `planpath run FILE`

mod report;
mod tables;

use std::path::Path;

use super::head::heading;
use super::output::OutputFormat;
use super::{CommandResult, NOT_MET, input, output};
use crate::export::csv;
use crate::file::Failure;
use crate::model::Evaluation;
use crate::scenario::{self, EXAMPLES};
use crate::text::{Language, Message, say};
use report::report;
use tables::{scorecard, tables};

/// Projects a scenario and prints levels and scorecard.
pub(super) fn run(file: &Path, format: OutputFormat, require_met: bool, language: Language) -> CommandResult {
    let (loaded, evaluation) = input::open(file, language)?;
    let (plan, scenario) = (&loaded.plan, &loaded.scenario);
    match format {
        OutputFormat::Json => output::json(&report(&loaded, &evaluation, language))?,
        OutputFormat::Csv => output::csv(&csv::levels(plan, scenario, evaluation.projection(), language))?,
        OutputFormat::Table => output::data(&tables(&loaded, &evaluation, language))?,
    }
    if !require_met {
        return Ok(0);
    }
    // A target that rests on nothing entered is neither met nor missed.
    let count = evaluation.counts(plan).all;
    if count.judged == 0 {
        output::message(&say(language, "cli-nothing-judged"));
        return Ok(0);
    }
    let missed = count.judged - count.met;
    if missed == 0 {
        return Ok(0);
    }
    output::message(
        &Message::new("cli-targets-not-met")
            .with("missed", missed)
            .with("judged", count.judged)
            .say(language),
    );
    Ok(NOT_MET)
}

/// The scorecard of a scenario; without a file, of the default one.
pub(super) fn scorecard_of(file: Option<&Path>, language: Language) -> Result<(), Failure> {
    let (loaded, evaluation) = if let Some(file) = file {
        input::open(file, language)?
    } else {
        let example = &EXAMPLES[0];
        let loaded = scenario::read_text(example.id, example.text, Path::new(""))?;
        let evaluation = Evaluation::new(&loaded.plan, &loaded.scenario);
        (loaded, evaluation)
    };
    output::data(&(heading(&loaded, language) + "\n" + &scorecard(&loaded.plan, &evaluation, language)))
}
