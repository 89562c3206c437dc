//! Plans and scenarios.

use planpath::file::decode;
use planpath::plan;
use planpath::scenario::{self, Scenario};
use planpath::text::Language;

use super::super::Outcome;
use super::super::oracle::{accepted, follows, located};
use super::PlotObstacles;

pub fn plan(input: &[u8], language: Language, thorough: bool) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    match decode("fuzzed", input).and_then(|text| plan::read_text("fuzzed", &text)) {
        Err(failure) => located(&failure, language, &mut outcome.marks)?,
        Ok(plan) => {
            outcome.accepted = true;
            follows(
                &plan,
                &Scenario::default(),
                language,
                thorough,
                &mut outcome.marks,
            )?;
        }
    }
    Ok(outcome)
}

pub fn scenario(
    ground: &PlotObstacles,
    input: &[u8],
    language: Language,
    thorough: bool,
) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    let read = decode("fuzzed", input).and_then(|text| scenario::read_text("fuzzed", &text, &ground.folder));
    match read {
        Err(failure) => located(&failure, language, &mut outcome.marks)?,
        Ok(loaded) => {
            outcome.accepted = true;
            accepted(&loaded, &ground.folder, language, thorough, &mut outcome.marks)?;
        }
    }
    Ok(outcome)
}
