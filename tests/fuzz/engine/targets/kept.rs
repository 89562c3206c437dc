//! The program's own files: preferences and recovery copies.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use planpath::scenario;
use planpath::session::{Command, Leftovers, Preferences, Recovery, RecoveryCopy, Session};
use planpath::text::Language;

use super::super::Outcome;
use super::super::oracle::{accepted, is_clean, located, must, refusal};
use super::PlotObstacles;

fn put(path: &Path, input: &[u8]) {
    let folder = path.parent().expect("a file in a folder");
    if !folder.is_dir() {
        fs::create_dir_all(folder).expect("a folder for the input");
    }
    fs::write(path, input).expect("the input as a file");
}

pub fn preferences(
    ground: &PlotObstacles,
    input: &[u8],
    language: Language,
    thorough: bool,
) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    let path = ground.places.preferences();
    put(&path, input);
    let (found, failure) = Preferences::load(&ground.places);
    if let Some(failure) = &failure {
        must(found == Preferences::default(), || {
            "faulty preferences are used all the same".to_owned()
        })?;
        refusal(failure, language, &mut outcome.marks)?;
        outcome.also(&failure.headline(language));
        if thorough {
            is_kept_aside(ground, input)?;
        }
        return Ok(outcome);
    }
    outcome.accepted = true;
    must(
        found.scale.is_finite() && (0.5..=3.0).contains(&found.scale),
        || format!("a size of {}", found.scale),
    )?;
    found
        .save(&ground.other_places)
        .map_err(|failure| format!("cannot be saved: {failure}"))?;
    let (again, failure) = Preferences::load(&ground.other_places);
    must(failure.is_none(), || {
        format!(
            "cannot be loaded again: {}",
            failure.map(|failure| failure.to_string()).unwrap_or_default()
        )
    })?;
    must(again == found, || {
        format!("other preferences after saving: {found:?}, {again:?}")
    })?;
    Ok(outcome)
}

/// Saving loses no file: a faulty one is renamed, one from a newer program stays.
fn is_kept_aside(ground: &PlotObstacles, input: &[u8]) -> Result<(), String> {
    let folder = ground.places.config.clone();
    let saved = Preferences::default().save(&ground.places);
    let is_there = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| fs::read(entry.path()).is_ok_and(|bytes| bytes == input));
    // Otherwise they would pile up.
    let _ = fs::remove_dir_all(&folder);
    must(is_there, || "a faulty file is lost by saving".to_owned())?;
    saved.map_err(|failure| format!("cannot be saved beside a faulty one: {failure}"))
}

/// The only copy found.
fn only(found: Leftovers) -> Result<Result<RecoveryCopy, planpath::file::Failure>, String> {
    must(found.failures.is_empty(), || {
        format!("a place cannot be looked into: {:?}", found.failures)
    })?;
    must(found.copies.len() == 1, || {
        format!("{} copies of one", found.copies.len())
    })?;
    let mut copies = found.copies;
    Ok(copies.remove(0).copy)
}

pub fn recovery(
    ground: &PlotObstacles,
    input: &[u8],
    language: Language,
    thorough: bool,
) -> Result<Outcome, String> {
    let mut outcome = Outcome::default();
    let folder = ground.places.recovery();
    put(&folder.join("9-fuzzed/7.ron"), input);
    let copy = match only(Leftovers::find(&ground.places))? {
        Err(failure) => {
            located(&failure, language, &mut outcome.marks)?;
            return Ok(outcome);
        }
        Ok(copy) => copy,
    };
    outcome.marks.push("readable");
    let again = written_again(ground, &copy)?;
    let twice = written_again(ground, &again)?;
    must(again == twice, || {
        format!("another copy after writing: {again:?}, {twice:?}")
    })?;
    must(
        again.scenario == copy.scenario && again.name == copy.name && again.refused == copy.refused,
        || format!("another copy after writing: {copy:?}, {again:?}"),
    )?;
    match scenario::read_text("recovered", &copy.scenario, &copy.folder) {
        Err(failure) => located(&failure, language, &mut outcome.marks)?,
        Ok(loaded) => {
            outcome.accepted = true;
            accepted(&loaded, &copy.folder, language, false, &mut outcome.marks)?;
        }
    }
    if thorough {
        offered(ground, input, language)?;
    }
    Ok(outcome)
}

fn written_again(ground: &PlotObstacles, copy: &RecoveryCopy) -> Result<RecoveryCopy, String> {
    let said = |failure: planpath::file::Failure| format!("cannot be written again: {failure}");
    let recovery = Recovery::start(&ground.other_places).map_err(said)?;
    recovery.write(1, copy).map_err(said)?;
    drop(recovery);
    let found = Leftovers::find(&ground.other_places);
    let copy = found
        .copies
        .iter()
        .map(|leftover| leftover.path.clone())
        .collect::<Vec<_>>();
    let read = only(found)?.map_err(|failure| format!("cannot be read again: {failure}"));
    for path in copy {
        fs::remove_file(path).map_err(|error| error.to_string())?;
    }
    read
}

/// A start of the program: the copy is offered, recovered, and worked with.
fn offered(ground: &PlotObstacles, input: &[u8], language: Language) -> Result<(), String> {
    let mut session = Session::new(language, Arc::new(|| ())).map_err(|failure| failure.to_string())?;
    session.keep_in(&ground.places, true);
    session.wait_for_jobs();
    must(session.offers().len() == 1, || {
        format!("{} offers of one copy", session.offers().len())
    })?;
    let offer = &session.offers()[0];
    is_clean("an offer's name", &offer.name(language), false)?;
    is_clean("an offer's age", &offer.age(language), false)?;
    for sentence in offer.sentences(language) {
        is_clean("what an offer contains", &sentence, false)?;
    }
    let can_be_opened = offer.failure().is_none();
    session.apply(Command::Recover(0));
    session.wait_for_jobs();
    if can_be_opened {
        is_clean("a title", &session.document().name(language), false)?;
        session.apply(Command::Duplicate);
        session.wait_for_jobs();
    }
    drop(session);
    // It stays until another copy holds its content.
    let folder = ground.places.recovery();
    let is_kept = !can_be_opened || fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    let _ = fs::remove_dir_all(&folder);
    must(is_kept, || {
        format!("a copy is lost by opening it: {} bytes", input.len())
    })
}
