//! Interrupted and simultaneous exports, run by the real program.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const SCENARIO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/plan-on-schedule.ron");
/// A name like those the program gives.
const LEFT: &str = ".planpath-Ab3dE6.tmp";

fn command(folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planpath"));
    command
        .args(["export", SCENARIO, "--lang", "en", "--formats", "svg,csv", "-o"])
        .arg(folder)
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

fn export(folder: &Path, more: &[&str]) -> Output {
    command(folder, more).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn temporary(place: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(place).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "tmp"))
        .collect()
}

/// Kills an export as soon as it has written something.
fn interrupt(folder: &Path, place: &Path, more: &[&str]) {
    let mut child: Child = command(folder, more).spawn().unwrap();
    let start = Instant::now();
    let has_begun = || {
        let found = temporary(place);
        found
            .iter()
            .any(|path| fs::read_dir(path).is_ok_and(|inside| inside.count() > 1))
    };
    while !has_begun() {
        assert!(start.elapsed() < Duration::from_mins(1), "it does not begin");
        assert!(
            child.try_wait().unwrap().is_none(),
            "it was faster than this test"
        );
        thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn what_an_interrupted_export_leaves_the_next_one_clears_away() {
    let around = tempfile::tempdir().unwrap();
    for (folder, place) in [("new/out", "new"), ("there", "there")] {
        let (folder, place) = (around.path().join(folder), around.path().join(place));
        fs::create_dir(&place).unwrap();
        fs::write(place.join("mine.txt"), "mine").unwrap();
        interrupt(&folder, &place, &[]);
        assert_eq!(temporary(&place).len(), 1);
        let output = export(&folder, &[]);
        assert!(output.status.success(), "{}", said(&output));
        assert_eq!(temporary(&place), Vec::<PathBuf>::new());
        assert!(!folder.join(".lock").exists());
        assert_eq!(fs::read_to_string(place.join("mine.txt")).unwrap(), "mine");
    }
}

/// A folder as left by an interrupted export.
fn leave(place: &Path, old: &[(&str, &str)]) -> PathBuf {
    let left = place.join(LEFT);
    fs::create_dir_all(left.join("figures")).unwrap();
    fs::write(left.join(".lock"), "").unwrap();
    fs::write(left.join("figures/value-added.svg"), "half").unwrap();
    for (name, text) in old {
        let path = left.join(".old").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    left
}

#[test]
fn old_files_go_back_or_stay_and_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let left = leave(
        folder.path(),
        &[("figures/mine.svg", "was moved away"), ("data-wide.csv", "older")],
    );
    fs::create_dir(place("figures")).unwrap();
    fs::write(place("data-wide.csv"), "newer").unwrap();
    let output = export(folder.path(), &["--force"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(
        fs::read_to_string(place("figures/mine.svg")).unwrap(),
        "was moved away"
    );
    let kept = left.join(".old/data-wide.csv");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "older");
    assert!(
        said(&output).contains(left.join(".old").to_str().unwrap()),
        "{}",
        said(&output)
    );
    assert!(!left.join("figures").exists(), "what was half made goes");
    // Reported until the user deals with it.
    let again = export(folder.path(), &["--force"]);
    assert!(said(&again).contains(".old"), "{}", said(&again));
    fs::remove_file(kept).unwrap();
    let output = export(folder.path(), &["--force"]);
    assert!(!said(&output).contains(".old"), "{}", said(&output));
    assert!(!left.exists());
}

#[test]
fn a_file_that_is_back_is_not_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    leave(folder.path(), &[("data-wide.csv", "mine")]);
    let output = export(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("data-wide.csv already exists"),
        "{}",
        said(&output)
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("data-wide.csv")).unwrap(),
        "mine"
    );
}

#[test]
fn what_is_not_surely_a_dead_exports_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    // One belonging to a live process.
    let living = leave(folder.path(), &[("data-wide.csv", "of the living")]);
    let lock = File::options().write(true).open(living.join(".lock")).unwrap();
    lock.lock().unwrap();
    // Without a lock; a file; another name; a lock that is a folder.
    fs::create_dir(place(".planpath-aaaaaa.tmp")).unwrap();
    fs::write(place(".planpath-aaaaaa.tmp/thesis.txt"), "years").unwrap();
    fs::write(place(".planpath-bbbbbb.tmp"), "a save under way").unwrap();
    fs::create_dir(place(".planpath-backup.tmp.old")).unwrap();
    fs::write(place(".planpath-backup.tmp.old/.lock"), "").unwrap();
    fs::create_dir_all(place(".planpath-cccccc.tmp/.lock")).unwrap();
    #[cfg(unix)]
    {
        let theirs = folder.path().join("theirs");
        leave(&theirs, &[]);
        std::os::unix::fs::symlink(theirs.join(LEFT), place(".planpath-dddddd.tmp")).unwrap();
    }
    let output = export(folder.path(), &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(living.join("figures/value-added.svg").exists());
    assert!(place(".planpath-aaaaaa.tmp/thesis.txt").exists());
    assert!(place(".planpath-bbbbbb.tmp").exists());
    assert!(place(".planpath-backup.tmp.old/.lock").exists());
    assert!(place(".planpath-cccccc.tmp/.lock").exists());
    #[cfg(unix)]
    assert!(place(".planpath-dddddd.tmp/.lock").exists());
    drop(lock);
    let output = export(folder.path(), &["--force"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!living.join("figures").exists(), "it lives no more");
}

/// Killed between creating its folder and locking it.
#[test]
fn what_an_export_leaves_that_had_just_begun_is_cleared_away_too() {
    let around = tempfile::tempdir().unwrap();
    let left = around.path().join(".planpath-Ab3dE6.new");
    fs::create_dir(&left).unwrap();
    let output = export(&around.path().join("out"), &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!left.exists());
}

/// Each succeeds or says in a sentence why not, and the folder is complete, all of it from one export.
#[test]
fn two_exports_at_once_both_end_with_a_clear_result() {
    for (round, is_there) in [false, true, false, true].into_iter().enumerate() {
        for more in [&[][..], &["--force"]] {
            let around = tempfile::tempdir().unwrap();
            let folder = around.path().join("deep/new");
            if is_there {
                fs::create_dir_all(&folder).unwrap();
            }
            let children: Vec<Child> = (0..3).map(|_| command(&folder, more).spawn().unwrap()).collect();
            let outputs: Vec<Output> = children
                .into_iter()
                .map(|child| child.wait_with_output().unwrap())
                .collect();
            let done = outputs.iter().filter(|output| output.status.success()).count();
            assert!(
                done >= 1,
                "round {round}: {:?}",
                outputs.iter().map(said).collect::<Vec<_>>()
            );
            if more.is_empty() {
                assert_eq!(done, 1, "only one could find nothing there");
            }
            for output in outputs.iter().filter(|output| !output.status.success()) {
                let said = said(output);
                assert_eq!(output.status.code(), Some(1), "{said}");
                assert!(
                    said.contains("already exist") || said.contains("another export"),
                    "{said}"
                );
                assert!(!said.contains("os error"), "{said}");
            }
            assert_eq!(temporary(&folder), Vec::<PathBuf>::new());
            assert_eq!(temporary(&around.path().join("deep")), Vec::<PathBuf>::new());
            assert!(folder.join("data-wide.csv").exists() && folder.join("figures/value-added.svg").exists());
            let names: Vec<_> = fs::read_dir(&folder)
                .unwrap()
                .map(|entry| entry.unwrap().file_name())
                .collect();
            assert_eq!(names.len(), 4, "{names:?}");
        }
    }
}

/// It had finished, and was interrupted during clean-up.
#[test]
fn what_a_finished_export_has_replaced_needs_not_go_back() {
    let folder = tempfile::tempdir().unwrap();
    let left = leave(folder.path(), &[]);
    fs::create_dir(left.join(".replaced")).unwrap();
    fs::write(left.join(".replaced/mine.svg"), "replaced with leave").unwrap();
    let output = export(folder.path(), &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!said(&output).contains("interrupted"), "{}", said(&output));
    assert!(!left.exists() && !folder.path().join("mine.svg").exists());
}

#[test]
fn killed_at_any_moment_no_file_is_lost_and_nothing_piles_up() {
    let folder = tempfile::tempdir().unwrap();
    let output = export(folder.path(), &[]);
    assert!(output.status.success(), "{}", said(&output));
    let names = |place: &Path| {
        let entries = fs::read_dir(place).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect::<std::collections::BTreeSet<_>>()
    };
    let (all, figures) = (names(folder.path()), names(&folder.path().join("figures")));
    let start = Instant::now();
    export(folder.path(), &["--force"]);
    let whole = start.elapsed();
    for round in 0..20_u32 {
        let mut child = command(folder.path(), &["--force"]).spawn().unwrap();
        // Files are moved near the end.
        thread::sleep(whole * (80 + 2 * round) / 100);
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let output = export(folder.path(), &["--force"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(names(&folder.path().join("figures")), figures);
    let mut left = names(folder.path());
    // Killed between moving two files, an old one may remain beside the new one, and is reported.
    left.retain(|name| !(name.ends_with(".tmp") && said(&output).contains(name.as_str())));
    assert_eq!(left, all);
}
