//! Faults in files: each is reported with its position and a remedy, in both languages, and the file is left unchanged.
//!
//! `tests/broken/` has one bad file per failure, named after it; those that begin with `plan-` are plans. The faults
//! found in each are a snapshot in `faults/`, and the reports of about twenty of them one in `reports/`.

mod broken_files;
mod every_message;
mod remedies;
mod slips;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Output;

use planpath::file::{Diagnostic, Failure, LARGEST_FILE};
use planpath::model::{Evaluation, project};
use planpath::scenario::Loaded;
use planpath::text::{Language, Message, ids};
use planpath::{plan, scenario};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::program::{program, root};

const BROKEN: &str = "tests/broken";

/// Every RON file of a folder, in a fixed order, relative to the project.
fn ron_files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join(folder))
        .unwrap()
        .map(|entry| Path::new(folder).join(entry.unwrap().file_name()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    files
}

fn name_of(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

fn planpath<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Output {
    program().args(arguments).env("NO_COLOR", "1").output().unwrap()
}

/// What `planpath check` says about a faulty file. It must fail cleanly.
fn complaint(path: &Path, language: &str) -> String {
    let output = planpath(&["check", path.to_str().unwrap(), "--lang", language]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!errors.contains("panicked"), "{}:\n{errors}", path.display());
    assert_eq!(output.status.code(), Some(1), "{}:\n{errors}", path.display());
    assert!(output.stdout.is_empty(), "{}", path.display());
    with_slashes(&errors)
}

/// Makes paths read the same on every system.
fn with_slashes(text: &str) -> String {
    text.replace("broken\\", "broken/")
}

#[test]
fn a_path_that_cannot_be_read_is_told() {
    let missing = complaint(Path::new("scenarios/no-such-file.ron"), "en");
    assert!(
        missing.starts_with("error: cannot read scenarios/no-such-file.ron: no such file or folder"),
        "{missing}"
    );
    let folder = complaint(Path::new("scenarios"), "en");
    assert!(
        folder.starts_with("error: cannot read scenarios: is a folder"),
        "{folder}"
    );
    for said in [missing, folder] {
        assert!(said.contains("= help: check the path"), "{said}");
    }
    let folder = complaint(Path::new("scenarios"), "zh");
    assert!(
        folder.starts_with("错误: 无法读取 scenarios：这是一个文件夹"),
        "{folder}"
    );
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("locked.ron");
    let file = File::create(&path).unwrap();
    file.set_permissions(fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&path).is_ok() {
        // The superuser can read everything.
        return;
    }
    let said = complaint(&path, "en");
    assert!(said.contains("locked.ron: permission denied"), "{said}");
}

#[test]
fn a_file_too_large_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.ron");
    File::create(&path).unwrap().set_len(LARGEST_FILE + 1).unwrap();
    let said = complaint(&path, "en");
    assert!(
        said.contains("large.ron is too large to be a plan or scenario (limit 8 MB)"),
        "{said}"
    );
    assert!(said.contains("= help: choose the scenario file"), "{said}");
}

#[test]
fn all_files_are_checked_although_one_is_broken() {
    let broken = format!("{BROKEN}/unknown-indicator.ron");
    let sound = "scenarios/plan-on-schedule.ron";
    let output = planpath(&["check", broken.as_str(), sound, broken.as_str(), "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let data = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        data,
        format!("{sound}: OK (scenario of industrial-upgrading-2011-2015)\n")
    );
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(errors.matches("has no indicator \"gdp\"").count(), 2, "{errors}");
    assert!(errors.ends_with("2 files have errors\n"), "{errors}");
}

#[test]
fn a_broken_file_is_not_run() {
    let path = format!("{BROKEN}/path-leaves-bounds.ron");
    let output = planpath(&["run", path.as_str(), "--format", "json", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty(), "no half of an answer");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("(steel-cr10) would reach 108.6 in 2014"),
        "{errors}"
    );
}

#[test]
fn wrong_usage_is_told_apart_from_broken_files() {
    let sound = "scenarios/plan-on-schedule.ron";
    for arguments in [
        &["run"][..],
        &["check"],
        &["run", sound, "--format", "xml"],
        &["run", sound, "--lang", "fr"],
        &["run", sound, "--no-such-option"],
    ] {
        let output = planpath(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_plan_is_not_run_as_a_scenario() {
    let output = planpath(&["run", "seeds/industrial-upgrading-2011-2015.ron", "--lang", "en"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said.contains("this is a plan, not a scenario") && said.contains("planpath plan FILE"),
        "{said}"
    );
}
