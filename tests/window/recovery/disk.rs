//! Slow and full disks, simulated for real processes by loading disk.c into them.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use planpath::scenario::{Rates, load};
use planpath::session::{AppDirs, Command as Order, Effect, Phase, Prompt, Session};
use planpath::text::Language;
use tempfile::TempDir;

use super::{files, found};

const CHILD: &str = "PLANPATH_TEST_DISK_CHILD";
const SLOW: &str = "DISK_SLOW_MS";
const FULL: &str = "DISK_FULL";
/// Longer than any other wait in these tests.
const DELAY: Duration = Duration::from_millis(700);
const LIMIT: Duration = Duration::from_mins(1);

/// The library. Anyone who builds Rust has a linker called `cc`; without one, these tests cannot run, and say so.
pub fn library(folder: &TempDir) -> PathBuf {
    let library = folder.path().join("disk.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window/recovery/disk.c");
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-Wall", "-o"])
        .arg(&library)
        .arg(source)
        .arg("-ldl")
        .status();
    let is_made = made.as_ref().is_ok_and(std::process::ExitStatus::success);
    assert!(
        is_made,
        "a C compiler called cc and glibc's headers (libc6-dev) are needed: {made:?}"
    );
    library
}

/// What a child process does, selected by name. Not a test itself.
#[test]
fn child_process() {
    let Some(folder) = std::env::var_os(CHILD) else {
        return;
    };
    let folder = PathBuf::from(folder);
    if std::env::var_os(SLOW).is_some() {
        slow(&folder);
    } else {
        full(&folder);
    }
}

fn child(
    folder: &TempDir,
    library: &Path,
    setting: (&str, &Path),
) -> (Child, impl Iterator<Item = String> + use<>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "recovery::disk::child_process", "--nocapture"])
        .env(CHILD, folder.path())
        .env("LD_PRELOAD", library)
        .env(setting.0, setting.1)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    (child, lines.map(Result::unwrap))
}

fn scenario(folder: &Path) -> PathBuf {
    let path = folder.join("scenario.ron");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    fs::copy(example, &path).unwrap();
    path
}

fn opened(folder: &Path) -> Session {
    let mut session = Session::new(Language::English, Arc::new(|| ())).unwrap();
    session.keep_in(&AppDirs::in_folder(folder), true);
    session.apply(Order::OpenPath(folder.join("scenario.ron")));
    session.wait_for_jobs();
    session
}

fn set(session: &mut Session, rate: f64) {
    let lever = session.document().plan().find("energy-intensity").unwrap();
    session.apply(Order::SetRates {
        lever,
        rates: Rates::Constant(rate),
        phase: Phase::Done,
    });
}

fn rate_in(path: &Path) -> Option<Rates> {
    let loaded = load(path).unwrap();
    let lever = loaded.plan.find("energy-intensity").unwrap();
    loaded.scenario.rates.get(lever).cloned()
}

fn wait_until(mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < LIMIT, "in vain");
        thread::sleep(Duration::from_millis(10));
    }
}

fn is_in_a_copy(folder: &Path, text: &str) -> bool {
    // Not in one still being written.
    let mut copies = files(&AppDirs::in_folder(folder).recovery());
    copies.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    copies
        .iter()
        .any(|path| fs::read_to_string(path).is_ok_and(|copy| copy.contains(text)))
}

/// Saves, continues, and is asked to quit while the disk is still busy.
fn slow(folder: &Path) {
    let mut session = opened(folder);
    set(&mut session, 3.25);
    session.apply(Order::Save);
    // The file has a comment, which raises a question.
    session.apply(Order::Answer(planpath::session::PromptAnswer::Yes));
    let start = Instant::now();
    set(&mut session, 4.75);
    session.apply(Order::Quit);
    assert!(
        start.elapsed() < DELAY / 2,
        "the window does not wait for the disk"
    );
    session.wait_for_jobs();
    let is_asked = matches!(session.question(), Some(Prompt::UnsavedChanges(_)));
    let closes = session.take_effects().contains(&Effect::Close);
    println!(
        "\nasked {is_asked} closes {closes} after {}",
        start.elapsed().as_millis()
    );
    wait_until(|| is_in_a_copy(folder, "4.75"));
    println!("kept");
    loop {
        thread::park();
    }
}

#[test]
fn on_a_slow_disk_the_finished_save_answers_nothing_and_the_newer_edit_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(&folder);
    let path = scenario(folder.path());
    let delay = PathBuf::from(DELAY.as_millis().to_string());
    let (mut child, mut lines) = child(&folder, &library, (SLOW, &delay));
    let said = lines
        .find(|line| line.starts_with("asked"))
        .expect("the child ended early");
    let milliseconds = said.rsplit(' ').next().unwrap().parse::<u128>().unwrap();
    assert!(said.starts_with("asked true closes false"), "{said}");
    assert!(milliseconds >= DELAY.as_millis(), "the disk was not slow: {said}");
    assert!(lines.any(|line| line == "kept"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(rate_in(&path), Some(Rates::Constant(3.25)));
    let copies = found(&AppDirs::in_folder(folder.path()));
    assert_eq!(copies.len(), 1);
    assert!(copies[0].scenario.contains("4.75"));
}

#[test]
fn killed_while_a_slow_disk_writes_the_file_is_the_old_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(&folder);
    let path = scenario(folder.path());
    let before = fs::read_to_string(&path).unwrap();
    let delay = PathBuf::from(DELAY.as_millis().to_string());
    for round in 0..6_u32 {
        fs::write(&path, &before).unwrap();
        let (mut child, _lines) = child(&folder, &library, (SLOW, &delay));
        // From before the save to after it.
        thread::sleep(DELAY / 3 * round);
        child.kill().unwrap();
        child.wait().unwrap();
        let after = fs::read_to_string(&path).unwrap();
        assert!(
            after == before || rate_in(&path) == Some(Rates::Constant(3.25)),
            "{after}"
        );
    }
}

/// Saves on a full disk, and again when there is space.
fn full(folder: &Path) {
    let flag = PathBuf::from(std::env::var_os(FULL).unwrap());
    let mut session = opened(folder);
    let failed = |session: &mut Session| {
        session.poll();
        let failed = session.notices().iter().filter(|notice| !notice.passes());
        failed
            .map(|notice| notice.headline(Language::English))
            .collect::<Vec<_>>()
    };
    assert_eq!(failed(&mut session), Vec::<String>::new());
    File::create(&flag).unwrap();
    set(&mut session, 3.25);
    wait_until(|| {
        failed(&mut session)
            .iter()
            .any(|said| said.contains("No recovery copy of scenario.ron"))
    });
    session.apply(Order::Save);
    session.apply(Order::Answer(planpath::session::PromptAnswer::Yes));
    session.wait_for_jobs();
    for said in failed(&mut session) {
        println!("\nfailed {said}");
    }
    println!("changed {}", session.document().is_changed());
    fs::remove_file(&flag).unwrap();
    set(&mut session, 4.75);
    wait_until(|| is_in_a_copy(folder, "4.75"));
    session.apply(Order::Save);
    session.apply(Order::Answer(planpath::session::PromptAnswer::Yes));
    session.wait_for_jobs();
    println!("changed {}", session.document().is_changed());
    session.end();
}

#[test]
fn on_a_full_disk_the_file_stays_and_both_failures_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(&folder);
    let path = scenario(folder.path());
    let (mut child, lines) = child(&folder, &library, (FULL, &folder.path().join("full")));
    let lines: Vec<String> = lines.collect();
    assert!(child.wait().unwrap().success(), "{lines:#?}");
    let told = |words: &[&str]| {
        lines
            .iter()
            .any(|line| words.iter().all(|word| line.contains(word)))
    };
    assert!(
        told(&["failed No recovery copy of scenario.ron", "disk full"]),
        "{lines:#?}"
    );
    assert!(told(&["failed cannot save", "disk full"]), "{lines:#?}");
    let changed: Vec<&String> = lines.iter().filter(|line| line.starts_with("changed")).collect();
    assert_eq!(changed, ["changed true", "changed false"]);
    assert_eq!(rate_in(&path), Some(Rates::Constant(4.75)));
    let left: Vec<PathBuf> = files(folder.path());
    let is_temporary = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "tmp");
    assert_eq!(left.iter().find(is_temporary), None);
}

#[test]
fn a_command_on_a_full_disk_fails_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let library = library(&folder);
    let path = scenario(folder.path());
    let flag = folder.path().join("full");
    File::create(&flag).unwrap();
    let before = files(folder.path());
    let table = folder.path().join("table.csv");
    fs::write(&table, "indicator,2014\nsteel-cr10,50.1\n").unwrap();
    let table = table.to_str().unwrap();
    let scenario = path.to_str().unwrap();
    let new = folder.path().join("new");
    let new = new.to_str().unwrap();
    for command in [
        &["export", scenario, "-o", new][..],
        &["import", table, "--into", scenario, "-o", new],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_planpath"))
            .args(command)
            .args(["--lang", "en"])
            .env("LD_PRELOAD", &library)
            .env(FULL, &flag)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{command:?}: {said}");
        assert!(said.contains("disk full"), "{command:?}: {said}");
    }
    fs::remove_file(table).unwrap();
    assert_eq!(files(folder.path()), before);
    // Standard output redirected to a file on that disk.
    let output = Command::new(env!("CARGO_BIN_EXE_planpath"))
        .args(["run", scenario, "--lang", "en"])
        .env("LD_PRELOAD", &library)
        .env(FULL, &flag)
        .stdout(File::create(folder.path().join("out.txt")).unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(1) && said.contains("disk full"),
        "{said}"
    );
}
