//! Faults in files: each is told with its place and a remedy, in both languages, and the file is left as it was.
//!
//! `tests/broken/` has one bad file per failure, named by it; those that begin with `plan-` are plans. What the
//! program says about each is a snapshot in `tests/snapshots/`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use planpath::file::{Diagnostic, Failure, LARGEST_FILE};
use planpath::model::{Evaluation, project};
use planpath::scenario::Loaded;
use planpath::text::{Language, Message, ids};
use planpath::{plan, scenario};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

const BROKEN: &str = "tests/broken";

/// Files whose fault lies in another file, or which name one that cannot be read, and what the report must have in
/// place of a position in the file itself.
const FAULT_ELSEWHERE: [(&str, &str); 2] = [
    ("names-broken-plan", " --> tests/broken/plan-cycle.ron:23:31"),
    (
        "names-scenario-as-plan",
        " --> tests/broken/missing-name.ron:3:11",
    ),
];

/// Files that have more than one fault on purpose.
const SEVERAL_FAULTS: [&str; 1] = ["several-faults"];

/// Messages that no file in `tests/broken` can bring about, and why.
const NOT_FROM_A_BROKEN_FILE: [(&str, &str); 24] = [
    ("file-no-file", "a pipe or a device; tests/command_line.rs"),
    ("file-no-file-help", "a pipe or a device; tests/command_line.rs"),
    ("and-more", "more than twenty faults; tests/command_line.rs"),
    ("confidence-high", "a name of what a file may say, no fault"),
    ("confidence-medium", "as above"),
    ("confidence-low", "as above"),
    (
        "file-io-help",
        "for failures that no line of a file stands for; a test below reads it",
    ),
    (
        "scenario-is-plan",
        "check takes a plan for a plan; a test of `run` below reads it",
    ),
    ("scenario-is-plan-help", "as above"),
    ("file-cannot-encode", "every document has a RON form"),
    (
        "file-cannot-save",
        "about writing; the tests of file/write.rs refuse saves",
    ),
    ("file-too-large", "8 MB are not kept; a test below makes the file"),
    ("file-too-large-help", "as above"),
    (
        "io-is-a-directory",
        "part of file-cannot-read; a test below reads it",
    ),
    ("io-not-found", "part of file-cannot-read; a test below reads it"),
    ("io-other", "needs a machine that fails in an unusual way"),
    (
        "io-permission-denied",
        "part of file-cannot-read; a test below reads it",
    ),
    (
        "io-not-a-directory",
        "an export into a file; tests/export/folders.rs tries it",
    ),
    ("io-read-only", "needs a read-only disk"),
    ("io-storage-full", "needs a full disk"),
    ("plan-too-many", "more than fit a file to look at; tests/large"),
    ("plan-too-many-help", "as above"),
    ("level-error", "the heading of every report"),
    ("level-help", "the heading of every remedy"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

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
    Command::new(env!("CARGO_BIN_EXE_planpath"))
        .args(arguments)
        .current_dir(root())
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

/// What `planpath check` says about a faulty file. It must fail in an orderly way.
fn complaint(path: &Path, language: &str) -> String {
    let output = planpath(&["check", path.to_str().unwrap(), "--lang", language]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!errors.contains("panicked"), "{}:\n{errors}", path.display());
    assert_eq!(output.status.code(), Some(1), "{}:\n{errors}", path.display());
    assert!(output.stdout.is_empty(), "{}", path.display());
    // Paths read the same on every system.
    errors.replace("broken\\", "broken/")
}

#[test]
fn each_broken_file_gets_its_report_and_stays_as_it_is() {
    let files = ron_files(BROKEN);
    assert!(files.len() > 200, "only {} files", files.len());
    for path in files {
        let name = name_of(&path);
        let before = fs::read(root().join(&path)).unwrap();
        let said = complaint(&path, "en");
        let after = fs::read(root().join(&path)).unwrap();
        assert!(before == after, "{name} was changed");
        let elsewhere = FAULT_ELSEWHERE.iter().find(|(other, _)| *other == name);
        match elsewhere {
            Some((_, expected)) => assert!(said.contains(expected), "{name}:\n{said}"),
            None => assert_tells_the_place(name, &said),
        }
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(name, said);
        });
    }
}

/// `--> FILE:LINE:COLUMN`, as editors and terminals recognise it.
fn assert_tells_the_place(name: &str, said: &str) {
    let arrow = format!("--> {BROKEN}/{name}.ron:");
    let (_, place) = said
        .split_once(&arrow)
        .unwrap_or_else(|| panic!("{name}:\n{said}"));
    let numbers: Vec<&str> = place.lines().next().unwrap().split(':').collect();
    assert_eq!(numbers.len(), 2, "{name}:\n{said}");
    for number in numbers {
        assert!(number.parse::<usize>().is_ok_and(|n| n > 0), "{name}: {number:?}");
    }
}

#[test]
fn each_report_is_whole_in_chinese() {
    let known = ids(Language::Chinese);
    for path in ron_files(BROKEN) {
        let said = complaint(&path, "zh");
        let title = said.lines().next().unwrap();
        let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
        assert!(title.contains(is_chinese), "{}: {title}", path.display());
        for hole in ["{$", "{ $"] {
            assert!(!said.contains(hole), "{}:\n{said}", path.display());
        }
        // Where a message is missing, its id is shown in its place.
        let words = said.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        for word in words.filter(|word| word.contains('-')) {
            let is_id = known.iter().any(|id| id == word);
            assert!(
                !is_id || word == name_of(&path),
                "{} shows the id {word}",
                path.display()
            );
        }
    }
}

/// Reads a broken file as `planpath check` does; a scenario can be at fault in its projection only.
fn read_broken(path: &Path) -> Result<Loaded, Failure> {
    let file = root().join(path);
    if name_of(path).starts_with("plan-") {
        return Err(plan::load(&file).expect_err(name_of(path)));
    }
    scenario::load(&file)
}

/// What the projection of a scenario is reproached with.
fn violation_ids(loaded: &Loaded) -> Vec<&'static str> {
    Evaluation::new(&loaded.plan, &loaded.scenario)
        .violations()
        .iter()
        .flat_map(|violation| {
            let what = violation.message(&loaded.plan, Language::English);
            [what.id(), violation.help(&loaded.plan)]
        })
        .collect()
}

fn message_ids(failure: &Failure) -> Vec<&'static str> {
    let of_diagnostic = |d: &Diagnostic| [Some(d.what.id()), d.help.as_ref().map(Message::id)];
    match failure {
        Failure::Io { doing, .. } => vec![doing, "file-io-help"],
        Failure::Invalid(invalid) => {
            let all = invalid.diagnostics.iter().flat_map(of_diagnostic);
            all.flatten().collect()
        }
        Failure::Other { what, help } => {
            let help = help.as_ref().map(Message::id);
            std::iter::once(what.id()).chain(help).collect()
        }
    }
}

#[test]
fn each_broken_file_has_one_fault_and_each_fault_a_remedy() {
    for path in ron_files(BROKEN) {
        let Err(Failure::Invalid(invalid)) = read_broken(&path) else {
            continue;
        };
        let faults = &invalid.diagnostics;
        let expects_one = !SEVERAL_FAULTS.contains(&name_of(&path));
        assert_eq!(faults.len() == 1, expects_one, "{}: {faults:?}", path.display());
        for fault in faults {
            assert!(fault.help.is_some(), "{}: {fault:?}", path.display());
        }
    }
}

/// The code that can find fault with a file, without its tests.
fn fault_finding_code() -> String {
    let mut code = fs::read_to_string(root().join("src/model/violation.rs")).unwrap();
    for folder in ["src/file", "src/plan", "src/plan/check", "src/scenario"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let text = fs::read_to_string(path).unwrap();
                code += text.split("#[cfg(test)]").next().unwrap();
            }
        }
    }
    code
}

#[test]
fn each_message_about_files_has_a_file_that_brings_it_about() {
    let code = fault_finding_code();
    // Ids are not only in calls of Message::new but in tables as well, so every literal counts.
    let spoken: BTreeSet<String> = ids(Language::English)
        .into_iter()
        .filter(|id| code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(spoken.len() > 100, "the search found {}", spoken.len());
    let brought_about: BTreeSet<&str> = ron_files(BROKEN)
        .iter()
        .flat_map(|path| match read_broken(path) {
            Ok(loaded) => violation_ids(&loaded),
            Err(failure) => message_ids(&failure),
        })
        .collect();
    let exempt: BTreeSet<&str> = NOT_FROM_A_BROKEN_FILE.iter().map(|(id, _)| *id).collect();
    let untried: Vec<&String> = spoken
        .iter()
        .filter(|id| !brought_about.contains(id.as_str()) && !exempt.contains(id.as_str()))
        .collect();
    assert!(untried.is_empty(), "no broken file leads to {untried:?}");
    let needless: Vec<&&str> = exempt
        .iter()
        .filter(|id| brought_about.contains(*id) || !spoken.contains(**id))
        .collect();
    assert!(needless.is_empty(), "no exception is needed for {needless:?}");
}

/// Git marks these files as binary. An editor might still convert them, and then they would test nothing.
#[test]
fn files_that_tools_like_to_convert_are_as_they_were_written() {
    let bytes = |name: &str| fs::read(root().join(BROKEN).join(name)).unwrap();
    assert!(bytes("utf16.ron").starts_with(b"\xFF\xFE(\0"));
    assert!(bytes("utf16-big-endian.ron").starts_with(b"\xFE\xFF\0("));
    assert!(bytes("utf16-without-mark.ron").starts_with(b"(\0\n\0"));
    // GBK for 规划.
    assert!(
        bytes("not-utf8-gbk.ron")
            .windows(4)
            .any(|four| four == b"\xB9\xE6\xBB\xAE")
    );
    assert!(bytes("windows-line-ends.ron").starts_with(b"(\r\n"));
    assert_eq!(bytes("only-byte-order-mark.ron"), b"\xEF\xBB\xBF");
}

#[test]
fn the_plans_that_broken_scenarios_stand_on_are_sound() {
    for path in ron_files("tests/broken/support") {
        let output = planpath(&["check", path.to_str().unwrap()]);
        assert!(output.status.success(), "{}", path.display());
    }
}

/// One slip of the hand: characters removed, repeated or replaced.
#[derive(Clone, Debug)]
enum Slip {
    Remove,
    Repeat,
    Replace(String),
}

fn slips() -> impl Strategy<Value = Slip> {
    prop_oneof![
        Just(Slip::Remove),
        Just(Slip::Repeat),
        // Signs with a meaning in the format come up more often than at random.
        "[\\]\\[(){},:\"'\\\\/*#.e0-9a-z “，\u{0}\u{1F600}-]{0,6}".prop_map(Slip::Replace),
    ]
}

/// `text` with a slip at `start` (a fraction of its length) over `length` characters.
fn slipped(text: &str, start: f64, length: usize, slip: &Slip) -> String {
    let characters: Vec<char> = text.chars().collect();
    let bytes_at = |n: usize| -> usize { characters[..n].iter().map(|c| c.len_utf8()).sum() };
    #[allow(
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "0 to the length"
    )]
    let from = (start * characters.len() as f64) as usize;
    let (from, to) = (bytes_at(from), bytes_at((from + length).min(characters.len())));
    let middle = match slip {
        Slip::Remove => String::new(),
        Slip::Repeat => text[from..to].repeat(2),
        Slip::Replace(other) => other.clone(),
    };
    [&text[..from], &middle, &text[to..]].concat()
}

/// A failure must point into its text and can be told in both languages.
fn assert_can_be_told(failure: &Failure) -> Result<(), TestCaseError> {
    if let Failure::Invalid(invalid) = failure {
        for diagnostic in &invalid.diagnostics {
            prop_assert!(
                invalid.text.get(diagnostic.span.clone()).is_some(),
                "{diagnostic:?}"
            );
        }
    }
    for language in Language::ALL {
        prop_assert!(!failure.report(language, true).is_empty());
    }
    Ok(())
}

#[test]
fn slips_of_the_hand_never_end_in_a_panic() {
    for path in ron_files("scenarios").into_iter().chain(ron_files("seeds")) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let is_plan = path.starts_with("seeds");
        let mut runner = TestRunner::new(ProptestConfig {
            cases: 64,
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let cases = (0.0..1.0_f64, 1..40_usize, slips());
        let result = runner.run(&cases, |(start, length, slip)| {
            let text = slipped(&text, start, length, &slip);
            if is_plan {
                return plan::read_text("slipped", &text)
                    .map_or_else(|failure| assert_can_be_told(&failure), |_| Ok(()));
            }
            match scenario::read_text("slipped", &text, &root().join("scenarios")) {
                Ok(loaded) => drop(project(&loaded.plan, &loaded.scenario)),
                Err(failure) => assert_can_be_told(&failure)?,
            }
            Ok(())
        });
        result.unwrap_or_else(|failure| panic!("{}: {failure}", path.display()));
    }
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
        // The superuser may read everything.
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

/// What is said of a plan with one indicator, if anything: each fault with its remedy.
fn said_of_plan(format: u32, dynamics: &str, target: &str) -> Option<String> {
    let text = format!(
        r#"(format: {format}, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "x",
            categories: [(id: "c", name: "C")],
            indicators: [
                (id: "a", name: "A", category: "c", unit: "Mt", base: Some(50.0), dynamics: {dynamics}, source: "s",
                 target: Some(({target}, wording: "w"))),
            ])"#
    );
    let failure = plan::read_text("plan.ron", &text).err()?;
    Some(failure.report(Language::English, false) + "\n")
}

#[test]
fn a_remedy_for_a_fall_that_is_a_rise_leads_to_a_sound_plan() {
    for (dynamics, target, remedy, new_dynamics, new_target) in [
        // Meant to grow: the form alone.
        (
            "Growth",
            "form: CumulativeDecline(-10.0), comparator: AtLeast",
            "write form: CumulativeGrowth(10.0)\n",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        // An indicator that declines can have no target of growth.
        (
            "Decline",
            "form: CumulativeDecline(-10.0), comparator: AtLeast",
            "write form: CumulativeGrowth(10.0) and dynamics: Growth\n",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        (
            "Decline",
            "form: CumulativeDecline(-10.0), comparator: AtMost",
            "write form: CumulativeGrowth(10.0) and dynamics: Growth, with comparator: AtLeast\n",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        (
            "Growth",
            "form: CumulativeGrowth(-10.0), comparator: AtMost",
            "write form: CumulativeDecline(10.0), with comparator: AtLeast\n",
            "Growth",
            "form: CumulativeDecline(10.0), comparator: AtLeast",
        ),
        (
            "Decline",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
            "if it is to grow, write dynamics: Growth",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        // Both faults are told at once, and both remedies together do.
        (
            "Decline",
            "form: CumulativeGrowth(10.0), comparator: AtMost",
            "use AtLeast or MoreThan",
            "Growth",
            "form: CumulativeGrowth(10.0), comparator: AtLeast",
        ),
        // Points are no rates: another form, not another sign.
        (
            "Additive",
            "form: CumulativeDecline(-10.0), comparator: AtLeast",
            "use Level(...) or Change(...)",
            "Additive",
            "form: Change(5.0), comparator: AtLeast",
        ),
        // A fall of more than all of it is none, whichever way it is written.
        (
            "Growth",
            "form: CumulativeGrowth(-120.0), comparator: AtLeast",
            "a decline below 100 %",
            "Growth",
            "form: CumulativeDecline(20.0), comparator: AtLeast",
        ),
    ] {
        let said = said_of_plan(2, dynamics, target).unwrap();
        assert!(said.contains(remedy), "{dynamics}, {target}: {said}");
        assert_eq!(said_of_plan(2, new_dynamics, new_target), None, "{remedy}");
    }
}
