//! Texts of 200,000 characters, wherever a file can have one: exports and previews are done in time, and a drawing that nobody
//! waits for comes to an end.
#![cfg(feature = "window")]

use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use planpath::session::{Command, JobKey, Screen, Session};
use planpath::text::Language;
use tempfile::TempDir;

use super::LIMIT;

/// With blanks, without any, and in Chinese, which may be broken anywhere.
fn long_texts() -> [String; 3] {
    ["words ".repeat(33_333), "w".repeat(200_000), "字".repeat(200_000)]
}

/// A scenario and its plan, in which everything that may be long is as long as this text.
fn files(folder: &Path, long: &str) -> PathBuf {
    let plan = format!(
        r#"(format: 1, id: "long", title: "{long}", base_year: 2010, end_year: 2015, source: "{long}",
categories: [(id: "only", name: "{long}")],
indicators: [
(id: "v", name: "{long}", category: "only", scope: "{long}", unit: "{long}", base: Some(16.0), dynamics: Growth,
    target: Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: "{long}", binding: true)), source: "{long}"),
(id: "w", name: "w", category: "only", scope: "x", unit: "x", dynamics: Derived("v * 2"), source: "x"),
])"#
    );
    let scenario = format!(
        r#"(format: 1, name: "{long}", description: "{long}", plan: "plan.ron", rates: {{"v": Constant(7.0)}},
actuals: {{"v": {{2011: Level(17.0)}}}}, series: {{"v": (source: "{long}", scope: "{long}")}}, notes: {{"v": "{long}"}})"#
    );
    std::fs::write(folder.join("plan.ron"), plan).unwrap();
    let path = folder.join("scenario.ron");
    std::fs::write(&path, scenario).unwrap();
    path
}

/// Runs a command, and ends it if it comes to no end.
fn succeeds_in_time(arguments: &[&str]) {
    let mut child = Process::new(env!("CARGO_BIN_EXE_planpath"))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > LIMIT {
            child.kill().unwrap();
        }
        thread::sleep(Duration::from_millis(20));
    };
    assert!(
        status.success(),
        "{arguments:?}: {status} after {:?}",
        start.elapsed()
    );
}

#[test]
fn a_text_of_200_000_characters_holds_up_no_command() {
    for long in long_texts() {
        let folder = tempfile::tempdir().unwrap();
        let path = files(folder.path(), &long);
        let path = path.to_str().unwrap();
        let out = folder.path().join("out");
        let out = out.to_str().unwrap();
        let formats = "svg,png,pdf,csv,xlsx,iamc,html,docx";
        for command in [
            &["export", path, "-o", out, "--formats", formats][..],
            &["run", path],
            &["track", path],
            &["solve", path, "--target", "v"],
        ] {
            succeeds_in_time(command);
        }
    }
}

fn opened(folder: &TempDir, long: &str) -> Session {
    let path = files(folder.path(), long);
    let mut session = Session::new(Language::English, Arc::new(|| ())).unwrap();
    session.apply(Command::OpenPath(path.clone()));
    session.wait_for_jobs();
    assert_eq!(session.document().path(), Some(path.as_path()));
    session
}

fn is_drawing(session: &Session) -> bool {
    session.is_at_work(|_| JobKey::Preview)
}

#[test]
fn a_preview_that_nobody_looks_at_is_given_up_and_its_thread_is_free() {
    for long in long_texts() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = opened(&folder, &long);
        let start = Instant::now();
        session.apply(Command::ShowScreen(Screen::Report));
        assert!(is_drawing(&session));
        session.apply(Command::ShowScreen(Screen::Explore));
        assert!(!is_drawing(&session), "nobody looks any more");
        // What is under way does not hold up what is asked for next: one thread draws one preview after the other.
        session.apply(Command::ShowScreen(Screen::Report));
        session.wait_for_jobs();
        assert!(session.preview().is_some());
        assert!(session.notices().is_empty());
        assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    }
}
