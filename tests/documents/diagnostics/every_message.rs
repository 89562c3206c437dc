//! Every message about files has a file that triggers it, and every fault a remedy.

use super::*;

/// Files that have more than one fault on purpose.
const SEVERAL_FAULTS: [&str; 1] = ["several-faults"];

/// Messages that no file in `tests/broken` can trigger, and why.
const NOT_FROM_A_BROKEN_FILE: [(&str, &str); 25] = [
    ("file-no-file", "a pipe or a device; tests/documents/command_line"),
    (
        "file-no-file-help",
        "a pipe or a device; tests/documents/command_line",
    ),
    (
        "and-more",
        "more than twenty faults; tests/documents/command_line",
    ),
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
        "an export into a file; tests/documents/export/folders.rs tries it",
    ),
    ("io-read-only", "needs a read-only disk"),
    ("io-storage-full", "needs a full disk"),
    (
        "plan-too-many",
        "more than fit a file to look at; tests/documents/large",
    ),
    ("plan-too-many-help", "as above"),
    ("annotation-too-many", "as above"),
    ("level-error", "the heading of every report"),
    ("level-help", "the heading of every remedy"),
];

/// Reads a broken file as `planpath check` does; a scenario's fault may only show in its projection.
fn read_broken(path: &Path) -> Result<Loaded, Failure> {
    let file = root().join(path);
    if name_of(path).starts_with("plan-") {
        return Err(plan::load(&file).expect_err(name_of(path)));
    }
    scenario::load(&file)
}

/// The faults of a scenario's projection.
fn violation_ids(loaded: &Loaded) -> Vec<&'static str> {
    Evaluation::new(&loaded.plan, &loaded.scenario)
        .violations()
        .iter()
        .flat_map(|violation| {
            let what = planpath::wording::violation(&loaded.plan, violation, Language::English);
            [
                what.id(),
                planpath::wording::violation_help(&loaded.plan, violation),
            ]
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

/// The code that reports faults in files, without its tests.
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
    // Ids occur not only in calls of Message::new but in tables too, so every literal counts.
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
