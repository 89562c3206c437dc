//! What a session keeps between runs, what a crash leaves, and files changed by other programs.

mod elsewhere;
mod imported;
mod open_twice;
mod pasted;
mod preferences;
mod saving;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planpath::figure::Mode;
use planpath::plan::BUILT_IN;
use planpath::scenario::{Rates, load};
use planpath::session::{
    AppDirs, Command, DocumentSource, Effect, Hint, Leftovers, Phase, Preferences, Prompt, PromptAnswer,
    Session, Theme,
};
use planpath::text::Language;
use tempfile::TempDir;

/// A session that keeps its files in `folder`, after looking for work left by a crash.
fn start(folder: &TempDir) -> Session {
    let mut session = bare();
    session.keep_in(&places(folder), false);
    session.wait_for_jobs();
    complaints(&session);
    session
}

fn bare() -> Session {
    Session::new(Language::English, Arc::new(|| ())).unwrap()
}

fn places(folder: &TempDir) -> AppDirs {
    AppDirs::in_folder(folder.path())
}

fn complaints(session: &Session) {
    let failed = session.notices().iter().find(|notice| !notice.passes());
    if let Some(notice) = failed {
        panic!("{}", notice.details(Language::English));
    }
}

fn set(session: &mut Session, id: &str, rate: f64, phase: Phase) {
    let lever = session.document().plan().find(id).unwrap();
    let rates = Rates::Constant(rate);
    session.apply(Command::SetRates { lever, rates, phase });
}

fn rate(session: &Session, id: &str) -> Option<Rates> {
    let lever = session.document().plan().find(id).unwrap();
    session.document().scenario().rates.get(lever).cloned()
}

fn open(session: &mut Session, path: &Path) {
    session.apply(Command::OpenPath(path.to_owned()));
    session.wait_for_jobs();
}

fn scenario_in(folder: &TempDir, name: &str) -> PathBuf {
    let path = folder.path().join(name);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    fs::copy(example, &path).unwrap();
    path
}

/// A crash: threads finish writing, nothing is given up.
fn crash(session: Session) {
    drop(session);
}

#[test]
fn what_was_unsaved_comes_back_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "方案 one.ron");
    let mut session = start(&folder);
    open(&mut session, &path);
    set(&mut session, "value-added", 9.25, Phase::Done);
    session.apply(Command::Duplicate);
    set(&mut session, "erp", 1.5, Phase::Done);
    crash(session);

    let mut session = start(&folder);
    assert_eq!(session.offers().len(), 2);
    let position = session
        .offers()
        .iter()
        .position(|offer| offer.file().is_some())
        .unwrap();
    let offer = &session.offers()[position];
    assert_eq!(offer.file(), Some(path.as_path()));
    assert!(!offer.has_moved_on());
    let sentences = offer.sentences(Language::English);
    assert_eq!(sentences.len(), 1, "{sentences:?}");
    assert!(
        sentences[0].starts_with("Industrial value added: "),
        "{sentences:?}"
    );

    session.apply(Command::Recover(position));
    assert_eq!(session.document().path(), Some(path.as_path()));
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.25)));
    assert!(session.document().is_changed());
    let saved = load(&path).unwrap().scenario;
    assert_eq!(session.document().saved(), &saved, "the file is what it was");
    session.apply(Command::Recover(0));
    assert!(matches!(session.document().source(), DocumentSource::NoFile(_)));
    assert_eq!(rate(&session, "erp"), Some(Rates::Constant(1.5)));
    assert!(session.document().is_changed());
    assert_eq!(session.documents().len(), 2, "the untouched example gave way");
    // Crash again before anything is saved: nothing is lost or duplicated.
    crash(session);
    assert_eq!(start(&folder).offers().len(), 2);
}

#[test]
fn a_drag_that_is_still_going_on_is_kept_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(&folder);
    for step in 0..200 {
        set(
            &mut session,
            "value-added",
            8.0 + f64::from(step) / 100.0,
            Phase::Live,
        );
    }
    crash(session);
    let mut session = start(&folder);
    session.apply(Command::Recover(0));
    assert_eq!(rate(&session, "value-added"), Some(Rates::Constant(9.99)));
}

#[test]
fn saved_undone_and_given_up_work_is_not_offered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saved.ron");
    let mut session = start(&folder);
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::SaveTo(path));
    session.wait_for_jobs();
    session.apply(Command::Duplicate);
    set(&mut session, "value-added", 9.5, Phase::Done);
    session.apply(Command::Undo);
    session.apply(Command::Duplicate);
    set(&mut session, "value-added", 9.7, Phase::Done);
    session.apply(Command::CloseFront);
    session.apply(Command::Answer(PromptAnswer::No));
    crash(session);
    assert_eq!(start(&folder).offers().len(), 0);

    let mut session = start(&folder);
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Quit);
    session.apply(Command::Answer(PromptAnswer::No));
    assert_eq!(session.take_effects(), [Effect::Close]);
    session.end();
    drop(session);
    assert!(Leftovers::find(&places(&folder)).copies.is_empty());
}

#[test]
fn what_is_put_off_is_offered_again_and_what_is_deleted_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = start(&folder);
    set(&mut session, "value-added", 9.0, Phase::Done);
    crash(session);
    let mut session = start(&folder);
    session.apply(Command::PutOffOffers);
    assert!(session.offers().is_empty());
    drop(session);
    let mut session = start(&folder);
    assert_eq!(session.offers().len(), 1);
    assert_eq!(
        session.offers()[0].age(Language::English),
        "less than a minute ago"
    );
    session.apply(Command::DiscardOffer(0));
    complaints(&session);
    drop(session);
    assert!(start(&folder).offers().is_empty());
}

#[test]
fn recovered_work_whose_file_has_moved_on_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "shared.ron");
    let mut session = start(&folder);
    open(&mut session, &path);
    set(&mut session, "value-added", 9.25, Phase::Done);
    crash(session);
    let text = fs::read_to_string(&path).unwrap();
    let theirs = text.replacen("Mid-term", "Their mid-term", 1);
    assert_ne!(theirs, text);
    fs::write(&path, &theirs).unwrap();
    let session = start(&folder);
    assert!(session.offers()[0].has_moved_on());
}

#[test]
fn a_copy_of_unsaved_work_is_unsaved_too() {
    let mut session = bare();
    session.apply(Command::Duplicate);
    assert!(!session.document().is_changed());
    set(&mut session, "value-added", 9.0, Phase::Done);
    session.apply(Command::Duplicate);
    assert!(session.document().is_changed(), "closing it must ask");
}

#[test]
fn that_no_copy_can_be_kept_is_said_for_each_document_and_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let state = places(&folder).state;
    fs::write(&state, "in the way of the folder").unwrap();
    let mut session = bare();
    session.keep_in(&places(&folder), false);
    let told = |session: &Session, what: &str| {
        let headlines = session.notices().iter();
        headlines
            .filter(|notice| notice.headline(Language::English).contains(what))
            .count()
    };
    // Other threads report; nothing else in the session waits for them.
    let wait = |session: &mut Session, is_done: &dyn Fn(&Session) -> bool| {
        for _ in 0..1000 {
            session.poll();
            if is_done(session) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("nothing is said");
    };
    for count in 1..=2 {
        session.apply(Command::Duplicate);
        set(&mut session, "value-added", 9.0, Phase::Done);
        set(&mut session, "value-added", 9.5, Phase::Done);
        wait(&mut session, &|session| {
            told(session, "No recovery copy of") == count
        });
    }
    fs::remove_file(&state).unwrap();
    // Without any action in the window.
    let copies = || {
        let owners = fs::read_dir(state.join("recovery")).into_iter().flatten();
        let files = owners.flat_map(|owner| fs::read_dir(owner.unwrap().path()).into_iter().flatten());
        files
            .filter(|file| {
                file.as_ref()
                    .unwrap()
                    .path()
                    .extension()
                    .is_some_and(|e| e == "ron")
            })
            .count()
    };
    wait(&mut session, &|_| copies() == 2);
    assert_eq!(told(&session, "No recovery copy of"), 2, "once for each");
    crash(session);
    assert_eq!(start(&folder).offers().len(), 2);
}
