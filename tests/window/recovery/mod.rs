//! What outlives the program: recovery copies of unsaved work, and preferences.
#![cfg(feature = "window")]
#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "child processes are understood by what they print"
)]

mod copies;
#[cfg(target_os = "linux")]
mod disk;
mod guarded;
mod killed;
#[cfg(target_os = "linux")]
mod left;
mod preferences;
mod refused;

use std::fs;
use std::path::{Path, PathBuf};

use planpath::figure::Mode;
use planpath::file::Failure;
use planpath::session::{AppDirs, Leftovers, Preferences, RecoveryCopy, Theme};
use planpath::text::{Language, LocalizedText};
use tempfile::TempDir;

fn places() -> (TempDir, AppDirs) {
    let folder = tempfile::tempdir().unwrap();
    let places = AppDirs::in_folder(folder.path());
    (folder, places)
}

fn copy(scenario: &str) -> RecoveryCopy {
    RecoveryCopy {
        name: LocalizedText::Plain("Growth first".to_owned()),
        original: Some(std::path::absolute("work/growth.ron").unwrap()),
        saved_sha256: Some("0f".repeat(32)),
        written: 1_793_000_000,
        scenario: scenario.to_owned(),
        folder: std::path::absolute("work").unwrap(),
        refused: Vec::new(),
        misread: None,
        table: None,
    }
}

/// The copies found; asserts that nothing failed on the way.
fn found(places: &AppDirs) -> Vec<RecoveryCopy> {
    let found = Leftovers::find(places);
    assert!(found.failures.is_empty(), "{:?}", found.failures);
    found
        .copies
        .into_iter()
        .map(|leftover| leftover.copy.expect("a copy that can be read"))
        .collect()
}

/// Every file under a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path);
        }
    }
    all.sort();
    all
}

fn english(failure: &Failure) -> String {
    failure.report(Language::English, false)
}

fn unusual() -> Preferences {
    let mut preferences = Preferences {
        language: Some(Language::Chinese),
        theme: Theme::Dark,
        scale: 1.25,
        decimals: Some(3),
        mode: Mode::Cumulative,
        charts: vec![
            ("我的规划 \"一\"".to_owned(), vec!["b".to_owned(), "a".to_owned()]),
            ("other".to_owned(), Vec::new()),
        ],
        ..Preferences::default()
    };
    preferences
        .recent
        .note(&std::path::absolute("方案 \"一\".ron").unwrap());
    preferences
}

fn write_preferences(places: &AppDirs, text: &[u8]) {
    fs::create_dir_all(&places.config).unwrap();
    fs::write(places.preferences(), text).unwrap();
}

fn loaded(places: &AppDirs) -> Preferences {
    let (preferences, failure) = Preferences::load(places);
    assert!(failure.is_none(), "{}", english(&failure.unwrap()));
    preferences
}

#[test]
fn places_of_the_user_are_absolute_and_carry_our_name() {
    let Some(places) = AppDirs::of_user() else {
        eprintln!("skipped: this system does not say where the user is at home");
        return;
    };
    for folder in [&places.config, &places.state] {
        assert!(folder.is_absolute(), "{}", folder.display());
        let name = folder.file_name().unwrap().to_str().unwrap();
        assert!(name.eq_ignore_ascii_case("planpath"), "{name}");
    }
}
