//! One bad file per failure: what is found in it, and the report.

use std::fmt::Write as _;

use planpath::cli::check_file;
use planpath::file::reason;
use planpath::text::Arg;

use super::*;

/// Files whose fault lies in another file, or which name an unreadable one, and what the report must contain in place
/// of a position in the file itself.
const FAULT_ELSEWHERE: [(&str, &str); 2] = [
    ("names-broken-plan", " --> tests/broken/plan-cycle.ron:23:31"),
    (
        "names-scenario-as-plan",
        " --> tests/broken/missing-name.ron:3:11",
    ),
];

/// Files whose report is itself a snapshot, in both languages; the wording of any other can be changed in one place.
const RENDERED: [&str; 20] = [
    "actual-contradiction",
    "base-out-of-bounds",
    "chinese-before-fault",
    "curly-quotes",
    "deep-nesting",
    "duplicate-rate-far-apart",
    "empty",
    "full-width-comma",
    "missing-last-parenthesis",
    "names-broken-plan",
    "names-foreign-file",
    "newer-format",
    "path-leaves-bounds",
    "plan-cycle",
    "plan-target-growth-of-share",
    "rates-unclosed",
    "several-faults",
    "unknown-indicator-nearly-right",
    "utf16",
    "windows-line-ends",
];

/// Compares with `FOLDER/NAME.snap` beside this file.
fn assert_snapshot(folder: &str, name: &str, content: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, content));
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
        let failure = check_file(&path, Language::English).expect_err(name);
        assert_snapshot("faults", name, &as_data(&failure));
        assert_eq!(said, printed(&failure, Language::English), "{name}");
        assert_is_whole(&path, &said, Language::English);
    }
}

/// What `planpath check` prints of one file.
fn printed(failure: &Failure, language: Language) -> String {
    let faults = Message::new("cli-check-faults").with("faulty", 1);
    let report = with_slashes(&failure.report(language, false));
    format!("{report}\n{}\n", faults.say(language))
}

/// Each fault by its place and the ids and values of its messages.
fn as_data(failure: &Failure) -> String {
    let mut data = String::new();
    match failure {
        Failure::Invalid(invalid) => {
            for fault in &invalid.diagnostics {
                let (line, column) = invalid.position(fault.span.start);
                let (last, end) = invalid.position(fault.span.end);
                writeln!(data, "{}:{line}:{column} to {last}:{end}", invalid.name).unwrap();
                add(&mut data, 1, "what", &fault.what);
                if let Some(help) = &fault.help {
                    add(&mut data, 1, "help", help);
                }
            }
            if invalid.more > 0 {
                writeln!(data, "and {} more", invalid.more).unwrap();
            }
        }
        Failure::Io { path, doing, source } => {
            writeln!(data, "{}\n  what: {doing}", path.display()).unwrap();
            add(&mut data, 2, "reason", &reason(source));
        }
        Failure::Other { what, help } => {
            add(&mut data, 0, "what", what);
            if let Some(help) = help {
                add(&mut data, 0, "help", help);
            }
        }
    }
    with_slashes(&data)
}

/// `NAME: ID`, and below it the values.
fn add(data: &mut String, depth: usize, name: &str, message: &Message) {
    writeln!(data, "{}{name}: {}", "  ".repeat(depth), message.id()).unwrap();
    let inside = "  ".repeat(depth + 1);
    for (name, value) in message.args() {
        match value {
            Arg::Text(text) => writeln!(data, "{inside}{name} = {:?}", with_slashes(text)).unwrap(),
            Arg::Count(count) => writeln!(data, "{inside}{name} = {count}").unwrap(),
            Arg::Words(words) => writeln!(data, "{inside}{name} = {words:?}").unwrap(),
            Arg::Message(message) => add(data, depth + 1, name, message),
        }
    }
}

#[test]
fn reports_read_well_in_both_languages() {
    for name in RENDERED {
        let path = Path::new(BROKEN).join(name).with_extension("ron");
        let said = [complaint(&path, "en"), complaint(&path, "zh")];
        assert_snapshot("reports", name, &said.join("\n"));
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
    for path in ron_files(BROKEN) {
        let said = complaint(&path, "zh");
        let title = said.lines().next().unwrap();
        let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
        assert!(title.contains(is_chinese), "{}: {title}", path.display());
        let failure = check_file(&path, Language::Chinese).expect_err(name_of(&path));
        assert_eq!(said, printed(&failure, Language::Chinese), "{}", path.display());
        assert_is_whole(&path, &said, Language::Chinese);
    }
}

/// No unresolved variable or message.
fn assert_is_whole(path: &Path, said: &str, language: Language) {
    let known = ids(language);
    for hole in ["{$", "{ $"] {
        assert!(!said.contains(hole), "{}:\n{said}", path.display());
    }
    // A missing message shows as its id.
    let words = said.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
    for word in words.filter(|word| word.contains('-')) {
        let is_id = known.iter().any(|id| id == word);
        assert!(
            !is_id || word == name_of(path),
            "{} shows the id {word}",
            path.display()
        );
    }
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
