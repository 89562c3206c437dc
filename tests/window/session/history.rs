//! Memory per history step does not grow with the file: measured as the memory of a process that does nothing else.
#![allow(
    clippy::print_stdout,
    reason = "the child process is understood by what it prints"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use planpath::scenario::Rates;
use planpath::session::{Command, Phase, Session};
use planpath::text::Language;

const CHILD: &str = "PLANPATH_TEST_HISTORY_OF";
/// The size of the file, and of a note in it.
const LARGE: usize = 3 << 20;
const PRESSES: u32 = 1_050;
/// If every step had its own copy, it would be 3 GB. Including everything the window keeps for a document, it is a
/// tenth of that.
const MOST_MEGABYTES: u64 = 300;

fn pressed(path: &Path) -> Session {
    let mut session = crate::on_plan(Session::new(Language::English, Arc::new(|| ())).unwrap());
    session.apply(Command::OpenPath(path.to_owned()));
    session.wait_for_jobs();
    assert_eq!(session.document().path(), Some(path));
    let lever = session.document().plan().find("value-added").unwrap();
    for press in 0..PRESSES {
        session.apply(Command::SetRates {
            lever,
            rates: Rates::Constant(f64::from(press) / 100.0),
            phase: Phase::Done,
        });
    }
    session
}

/// The peak memory of this process, in megabytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

/// What a child process does, selected by name. Not a test itself.
#[test]
fn child_process() {
    let Some(path) = std::env::var_os(CHILD) else {
        return;
    };
    let session = pressed(&PathBuf::from(path));
    let history = session.document().history();
    assert!(history.len() >= 1_000, "{}", history.len());
    assert!(history.bytes() < 3 * LARGE, "{}", history.bytes());
    assert!(peak() < MOST_MEGABYTES, "{} MB", peak());
    println!("\npressed with {} MB", peak());
}

#[test]
fn a_thousand_steps_of_a_large_scenario_take_little_more_than_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    let note = "noted ".repeat(LARGE / 6);
    let text = format!(
        "(format: 1, name: \"x\", plan: \"industrial-upgrading-2011-2015\", notes: {{\"erp\": \"{note}\"}})"
    );
    std::fs::write(&path, text).unwrap();
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "session::history::child_process", "--nocapture"])
        .env(CHILD, &path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&[child.stdout, child.stderr].concat()).into_owned();
    assert!(child.status.success() && said.contains("pressed with"), "{said}");
}
