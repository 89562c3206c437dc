//! Processes killed while saving.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use planpath::scenario::EXAMPLES;
use planpath::session::{AppDirs, Leftovers, Recovery, RecoveryCopy};

use super::{copy, files, found, places};

const CHILD: &str = "PLANPATH_TEST_RECOVERY_CHILD";

/// Not a test itself: what the child process does until it is killed.
#[test]
fn child_process() {
    let Some(folder) = std::env::var_os(CHILD) else {
        return;
    };
    let recovery = Recovery::start(&AppDirs::in_folder(Path::new(&folder))).unwrap();
    recovery.write(1, &short()).unwrap();
    println!("\nready");
    loop {
        recovery.write(1, &long()).unwrap();
        recovery.write(1, &short()).unwrap();
    }
}

fn short() -> RecoveryCopy {
    copy("short")
}

fn long() -> RecoveryCopy {
    copy(&EXAMPLES[0].text.repeat(40))
}

fn child(folder: &Path) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "recovery::killed::child_process", "--nocapture"])
        .env(CHILD, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(
        lines.any(|line| line.unwrap() == "ready"),
        "the child ended early"
    );
    child
}

#[test]
fn a_killed_process_leaves_its_last_copy_whole() {
    let (folder, places) = places();
    for round in 0..8_u64 {
        let mut child = child(folder.path());
        assert_eq!(found(&places), [], "it lives");
        thread::sleep(std::time::Duration::from_millis(7 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut left = Leftovers::find(&places);
        assert!(left.failures.is_empty(), "{:?}", left.failures);
        assert_eq!(left.copies.len(), 1);
        let leftover = left.copies.remove(0);
        let copy = leftover.copy.as_ref().expect("whole");
        assert!(*copy == short() || *copy == long(), "{copy:?}");
        leftover.discard().unwrap();
        assert_eq!(
            files(&places.state),
            Vec::<PathBuf>::new(),
            "nor does anything else stay"
        );
    }
}
