//! What a killed save leaves beside its file, and what is never mistaken for that.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use planpath::file;
use tempfile::TempDir;

use super::disk;

/// A name like those the program gives.
const LEFT: &str = ".planpath-Ab3dE6.tmp";

/// Temporary files in a folder.
fn temporary(folder: &Path) -> Vec<PathBuf> {
    let mut found = super::files(folder);
    found.retain(|path| path.extension().is_some_and(|extension| extension == "tmp"));
    found
}

/// The program, saving into `folder` on a disk that takes a minute.
fn saving(folder: &TempDir, library: &Path) -> Child {
    let table = folder.path().join("table.csv");
    fs::write(&table, "indicator,2014\nsteel-cr10,50.1\n").unwrap();
    let scenario = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    Command::new(env!("CARGO_BIN_EXE_planpath"))
        .arg("import")
        .arg(table)
        .arg("--into")
        .arg(scenario)
        .arg("-o")
        .arg(folder.path().join("new.ron"))
        .env("LD_PRELOAD", library)
        .env("DISK_SLOW_MS", "60000")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn what_a_killed_save_leaves_the_next_one_clears_away_and_not_while_it_lives() {
    let folder = tempfile::tempdir().unwrap();
    let library = disk::library(&folder);
    let mut child = saving(&folder, &library);
    let start = Instant::now();
    // Complete, it waits for the disk.
    let is_written = |path: &PathBuf| fs::read_to_string(path).is_ok_and(|text| text.ends_with(")\n"));
    while !temporary(folder.path()).iter().any(is_written) {
        assert!(start.elapsed() < Duration::from_mins(1), "it does not save");
        thread::sleep(Duration::from_millis(10));
    }
    let other = folder.path().join("other.ron");
    file::save(&other, "()").unwrap();
    assert_eq!(temporary(folder.path()).len(), 1, "of one that lives");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(temporary(folder.path()).len(), 1);
    file::save(&other, "()").unwrap();
    assert_eq!(temporary(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn what_is_not_surely_a_killed_saves_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    // Not the beginning of a document; another name; a folder; a link to a user's file.
    fs::write(place(LEFT), "a,b\n").unwrap();
    fs::write(place(".planpath-notes.tmp"), "(\n").unwrap();
    fs::write(place("mine.tmp"), "(\n").unwrap();
    fs::create_dir(place(".planpath-Ab3dE7.tmp")).unwrap();
    fs::write(place(".planpath-Ab3dE7.tmp/mine.ron"), "(\n").unwrap();
    std::os::unix::fs::symlink(place("mine.tmp"), place(".planpath-Ab3dE8.tmp")).unwrap();
    // Locked by another process.
    fs::write(place(".planpath-Ab3dE9.tmp"), "(\n    format: 1,").unwrap();
    let held = File::open(place(".planpath-Ab3dE9.tmp")).unwrap();
    held.lock().unwrap();
    let before = super::files(folder.path());
    file::save(&place("new.ron"), "()").unwrap();
    let mut after = super::files(folder.path());
    after.retain(|path| *path != place("new.ron"));
    assert_eq!(after, before);
    // Once released, it is a killed save's, and so is an empty one.
    drop(held);
    fs::write(place(".planpath-Ab3dF0.tmp"), "").unwrap();
    file::save(&place("new.ron"), "()").unwrap();
    let after = super::files(folder.path());
    assert!(!after.contains(&place(".planpath-Ab3dE9.tmp")), "{after:?}");
    assert!(!after.contains(&place(".planpath-Ab3dF0.tmp")), "{after:?}");
    assert_eq!(after.len(), before.len(), "{after:?}");
}
