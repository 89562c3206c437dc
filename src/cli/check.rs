//! `planpath check FILE…`

use std::path::{Path, PathBuf};

use super::{CommandResult, FAILED, input, output};
use crate::file::{Failure, decode, locate_problems, read};
use crate::plan;
use crate::text::{Language, Message};

/// Validates every file and reports the result; the exit code is 1 if any is faulty.
pub(super) fn check(files: &[PathBuf], language: Language) -> CommandResult {
    let mut faulty = 0_usize;
    for path in files {
        match check_file(path, language) {
            Ok(sound) => output::data(&(sound.say(language) + "\n"))?,
            Err(failure) => {
                faulty += 1;
                output::report(&failure, language);
            }
        }
    }
    if faulty == 0 {
        return Ok(0);
    }
    output::message(
        &Message::new("cli-check-faults")
            .with("faulty", faulty)
            .say(language),
    );
    Ok(FAILED)
}

/// The message for a valid plan or scenario.
///
/// # Errors
/// Everything wrong with it, including its own path.
pub fn check_file(path: &Path, language: Language) -> Result<Message, Failure> {
    let name = path.display().to_string();
    let text = decode(&name, &read(path)?)?;
    if plan::is_plan(&text) {
        let plan = plan::read_text(&name, &text)?;
        let problems = input::on_its_own_path(&plan, language);
        if !problems.is_empty() {
            return Err(locate_problems(&name, &text, problems));
        }
        return Ok(Message::new("cli-check-plan")
            .with("path", name)
            .with("plan", plan.id));
    }
    let (loaded, _) = input::open(path, language)?;
    Ok(Message::new("cli-check-scenario")
        .with("path", name)
        .with("plan", loaded.plan.id.as_str()))
}
