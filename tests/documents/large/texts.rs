//! Texts of 200,000 characters, wherever a file can contain one: every command finishes in time.

use std::process::{Command as Process, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::LIMIT;
use super::long_texts::{files, long_texts};

/// Runs a command, and kills it if it does not finish.
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
