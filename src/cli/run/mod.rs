//! `planpath run FILE`

mod report;
mod tables;

use std::path::Path;

use super::args::Format;
use super::head::heading;
use super::{Answer, NOT_MET, input, output};
use crate::export::csv;
use crate::file::Failure;
use crate::model::{Status, assess, project};
use crate::scenario::{self, EXAMPLES};
use crate::text::{Language, Message};
use report::report;
use tables::{scorecard, tables};

/// Projects a scenario and prints levels and scorecard.
pub(super) fn run(file: &Path, format: Format, require_met: bool, language: Language) -> Answer {
    let (loaded, projection) = input::open(file, language)?;
    let assessments = assess(&loaded.plan, &projection);
    match format {
        Format::Json => output::json(&report(&loaded, &projection, &assessments, language))?,
        Format::Csv => output::csv(&csv::levels(&loaded.plan, &projection, language))?,
        Format::Table => output::data(&tables(&loaded, &projection, &assessments, language))?,
    }
    let missed = assessments.iter().filter(|a| a.status != Status::Met).count();
    if require_met && missed > 0 {
        output::message(
            &Message::new("cli-targets-not-met")
                .with("missed", missed)
                .say(language),
        );
        return Ok(NOT_MET);
    }
    Ok(0)
}

/// The scorecard of the scenario that opens by default.
pub(super) fn default_scorecard(language: Language) -> Result<(), Failure> {
    let example = &EXAMPLES[0];
    let loaded = scenario::read_text(example.id, example.text, Path::new(""))?;
    let projection = project(&loaded.plan, &loaded.scenario);
    let assessments = assess(&loaded.plan, &projection);
    output::data(&(heading(&loaded, language) + "\n" + &scorecard(&loaded.plan, &assessments, language)))
}
