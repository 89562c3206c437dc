//! A file open in two windows: the second one says so on opening it. Each session here stands for a window; locks work
//! between them as between processes.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use planpath::session::{AppDirs, Command, Session};
use planpath::text::Language;
use tempfile::TempDir;

use super::{bare, scenario_in};

fn window(folder: &TempDir) -> Session {
    let mut session = bare();
    session.keep_in(&AppDirs::in_folder(folder.path()), true);
    session.wait_for_jobs();
    session
}

fn open(session: &mut Session, path: &Path) {
    session.apply(Command::OpenPath(path.to_owned()));
    session.wait_for_jobs();
    assert_eq!(session.document().path(), Some(path));
}

/// What a window reports about another, given enough time.
fn said(session: &mut Session, language: Language) -> Vec<String> {
    session.poll();
    let failed = session.notices().iter().filter(|notice| !notice.passes());
    failed.map(|notice| notice.headline(language)).collect()
}

fn is_told(session: &mut Session) -> bool {
    let start = Instant::now();
    while said(session, Language::English).is_empty() {
        if start.elapsed() > Duration::from_secs(20) {
            return false;
        }
        thread::sleep(Duration::from_millis(5));
    }
    true
}

/// Waits until a window has recorded what is open in it.
fn wait_for_marks(folder: &TempDir, count: usize) {
    let start = Instant::now();
    while marks(folder).len() != count {
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", marks(folder));
        thread::sleep(Duration::from_millis(5));
    }
}

fn marks(folder: &TempDir) -> Vec<PathBuf> {
    let owners = fs::read_dir(AppDirs::in_folder(folder.path()).open_files())
        .into_iter()
        .flatten();
    let folders = owners
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir());
    folders
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten())
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".tmp"))
        .collect()
}

#[test]
fn the_second_window_is_told_when_it_opens_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "scenario.ron");
    let (mut first, mut second) = (window(&folder), window(&folder));
    open(&mut first, &path);
    wait_for_marks(&folder, 1);
    // By another path to the same file.
    let other = folder.path().join("sub");
    fs::create_dir(&other).unwrap();
    open(&mut second, &other.join("../scenario.ron"));
    assert!(is_told(&mut second));
    for (language, words) in [
        (Language::English, "another Planpath window"),
        (Language::Chinese, "另一规划轨迹窗口"),
    ] {
        let said = said(&mut second, language);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].contains(words) && said[0].contains("scenario.ron"),
            "{said:?}"
        );
        let remedy = second.notices()[0].remedy(language);
        assert!(remedy.is_some_and(|remedy| !remedy.is_empty()));
    }
    wait_for_marks(&folder, 2);
    assert!(
        said(&mut first, Language::English).is_empty(),
        "the first one was there first"
    );
}

#[test]
fn a_window_that_has_closed_the_file_or_is_gone_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "scenario.ron");
    let mut first = window(&folder);
    open(&mut first, &path);
    wait_for_marks(&folder, 1);
    first.apply(Command::CloseFront);
    wait_for_marks(&folder, 0);
    let mut second = window(&folder);
    open(&mut second, &path);
    wait_for_marks(&folder, 1);
    second.end();
    drop(second);
    assert_eq!(marks(&folder), Vec::<PathBuf>::new());
    open(&mut first, &path);
    wait_for_marks(&folder, 1);
    first.end();
    assert!(said(&mut first, Language::English).is_empty());
}

#[test]
fn claims_of_the_dead_are_not_believed_and_cleared_away() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "scenario.ron");
    let mut first = window(&folder);
    open(&mut first, &path);
    wait_for_marks(&folder, 1);
    let mark = marks(&folder).remove(0);
    let shared = AppDirs::in_folder(folder.path()).open_files();
    // As left by a killed process, with its lock and without.
    let dead = ["999-deadBEEF", "998-deadBEEF"].map(|name| shared.join(name));
    for dead in &dead {
        fs::create_dir(dead).unwrap();
        fs::copy(&mark, dead.join(mark.file_name().unwrap())).unwrap();
    }
    fs::write(shared.join("999-deadBEEF.lock"), "").unwrap();
    fs::write(dead[1].join("notes.txt"), "somebody's").unwrap();
    first.end();
    drop(first);
    let mut second = window(&folder);
    open(&mut second, &path);
    wait_for_marks(&folder, 2);
    second.end();
    assert!(said(&mut second, Language::English).is_empty());
    assert!(!dead[0].exists() && !shared.join("999-deadBEEF.lock").exists());
    assert_eq!(
        fs::read_dir(&dead[1]).unwrap().count(),
        1,
        "what is not ours stays"
    );
}

#[test]
fn a_file_saved_under_the_name_of_one_that_is_open_is_told_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.ron");
    let (mut first, mut second) = (window(&folder), window(&folder));
    for session in [&mut first, &mut second] {
        session.apply(Command::SaveTo(path.clone()));
        session.wait_for_jobs();
        if session.question().is_some() {
            session.apply(Command::Answer(planpath::session::PromptAnswer::Yes));
            session.wait_for_jobs();
        }
        wait_for_marks(&folder, 1);
    }
    assert!(is_told(&mut second));
}

#[test]
fn a_window_that_cannot_take_part_goes_without() {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario_in(&folder, "scenario.ron");
    let places = AppDirs::in_folder(folder.path());
    fs::create_dir_all(&places.state).unwrap();
    fs::write(places.open_files(), "in the way").unwrap();
    let mut session = window(&folder);
    open(&mut session, &path);
    session.end();
    assert!(said(&mut session, Language::English).is_empty());
}
