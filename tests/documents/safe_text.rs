//! Text from a file cannot act on a terminal or spreadsheet: the real program on untrusted files.

use std::fs;
use std::path::Path;
use std::process::Output;

use planpath::text::safe;
use serde_json::Value;

use crate::hostile::{HOSTILE, files};
use crate::program::program;

fn planpath(folder: &Path, arguments: &[&str]) -> Output {
    program()
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

/// Active characters in output that should contain only lines.
fn active(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).unwrap();
    text.chars()
        .filter(|c| *c != '\n' && safe::is_active(*c))
        .collect()
}

#[test]
fn no_command_lets_a_file_speak_to_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let mut commands: Vec<Vec<&str>> = vec![
        vec!["check", "plan.ron"],
        vec!["check", "scenario.ron"],
        vec!["plan", "plan.ron"],
        vec!["plan", HOSTILE],
        vec!["plan", "industrial-upgrading-2011-201\u{1b}[31m"],
        vec!["run", HOSTILE],
        vec!["solve", "scenario.ron", "--target", HOSTILE],
        vec!["run", "scenario.ron", "--format", HOSTILE],
        vec!["run", "scenario.ron", HOSTILE],
        vec!["export", "scenario.ron", "-o", "out", "--charts", HOSTILE],
        vec!["import", "scenario.ron", "--plan", "plan.ron"],
    ];
    for file in [
        "near.ron",
        "field.ron",
        "raw.ron",
        "lines.ron",
        "no-plan.ron",
        "impossible.ron",
        "nearly.ron",
    ] {
        commands.push(vec!["check", file]);
        commands.push(vec!["run", file]);
    }
    for format in ["table", "json", "csv"] {
        for first in [
            &["run", "scenario.ron"][..],
            &["track", "scenario.ron"],
            &["solve", "scenario.ron", "--target", "value"],
            &["plan", "plan.ron"],
            &["plans"],
        ] {
            commands.push([first, &["--format", format]].concat());
        }
    }
    for language in ["en", "zh"] {
        for command in &commands {
            let output = planpath(folder.path(), &[&command[..], &["--lang", language]].concat());
            for stream in [&output.stdout, &output.stderr] {
                assert_eq!(
                    active(stream),
                    "",
                    "{command:?}\n{}",
                    String::from_utf8_lossy(stream).escape_debug()
                );
            }
            assert!(
                !output.stdout.is_empty() || !output.stderr.is_empty(),
                "{command:?}"
            );
        }
    }
    assert!(!folder.path().join("out").exists());
}

/// The name's content is still shown: made visible, not dropped.
#[test]
fn the_rest_of_a_name_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let output = planpath(folder.path(), &["run", "scenario.ron", "--lang", "en"]);
    let table = String::from_utf8(output.stdout).unwrap();
    let first = table.lines().next().unwrap();
    assert_eq!(
        first,
        "+red\u{fffd}[31m\u{fffd}]0;title\u{fffd}\u{fffd}32m\u{fffd}turned\u{fffd}\u{fffd} over scenario"
    );
    let output = planpath(folder.path(), &["run", "scenario.ron", "--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        json["scenario"]["name"],
        format!("+{HOSTILE} scenario"),
        "JSON loses nothing"
    );
}

#[test]
fn tables_have_nothing_that_acts() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let output = planpath(
        folder.path(),
        &[
            "export",
            "scenario.ron",
            "-o",
            "out",
            "--formats",
            "csv,iamc",
            "--region",
            HOSTILE,
        ],
    );
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut seen = 0;
    for entry in fs::read_dir(folder.path().join("out")).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert_eq!(active(&bytes), "");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("over"), "the names are in it");
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        for row in rows.records() {
            let row = row.unwrap();
            for cell in &row {
                assert!(!safe::acts_as_formula(cell), "{cell}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "only {seen} cells");
}

/// Windows treats device names as devices, whatever their extension.
#[test]
fn no_file_that_is_written_has_the_name_of_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let ids = ["con", "aux", "nul", "com1", "value"];
    let indicators = ids.map(|id| {
        format!(
            r#"(id: "{id}", name: "x", category: "only", scope: "x", unit: "x", base: Some(1.0), dynamics: Growth, source: "x"),"#
        )
    });
    let plan = format!(
        r#"(format: 1, id: "x", title: "x", base_year: 2010, end_year: 2015, source: "x",
    categories: [(id: "only", name: "x")], indicators: [{}])"#,
        indicators.concat()
    );
    fs::write(folder.path().join("plan.ron"), plan).unwrap();
    fs::write(
        folder.path().join("scenario.ron"),
        r#"(format: 1, name: "x", plan: "plan.ron")"#,
    )
    .unwrap();
    let output = planpath(
        folder.path(),
        &["export", "scenario.ron", "-o", "out", "--formats", "svg"],
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let figures = fs::read_dir(folder.path().join("out/figures")).unwrap();
    let mut stems: Vec<String> = figures
        .map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.split('.').next().unwrap().to_owned()
        })
        .collect();
    stems.sort();
    assert_eq!(stems.len(), ids.len());
    assert!(stems.contains(&"value".to_owned()));
    for device in &ids[..4] {
        assert!(stems.iter().all(|stem| stem != device), "{stems:?}");
        assert!(stems.iter().any(|stem| stem.starts_with(device)), "{stems:?}");
    }
}
