//! `planpath export`: what is written, what is printed, and the exit code.

use std::path::Path;
use std::process::Output;

use crate::program::program;

fn export(arguments: &[&str], folder: &Path) -> Output {
    program()
        .args(["export", "scenarios/mid-term-2013.ron", "--lang", "en"])
        .args(arguments)
        .arg("-o")
        .arg(folder)
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn figures_are_written_and_the_second_time_refused() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("附图 one");
    let arguments = [
        "--formats",
        "svg,pdf",
        "--charts",
        "steel-cr10,value-added",
        "--width",
        "slide",
    ];
    let output = export(&arguments, &folder);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stdout.is_empty());
    assert!(
        said(&output).contains("4 files") && said(&output).contains("附图 one"),
        "{}",
        said(&output)
    );
    let svg = std::fs::read_to_string(folder.join("figures/steel-cr10.svg")).unwrap();
    assert!(svg.contains("width=\"25.4cm\""));
    assert!(folder.join("figures/value-added.pdf").exists());
    assert!(!folder.join("figures/value-added.png").exists());

    let refused = export(&arguments, &folder);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("--force"), "{}", said(&refused));
    let forced = export(&[&arguments[..], &["--force"]].concat(), &folder);
    assert_eq!(forced.status.code(), Some(0), "{}", said(&forced));
}

#[test]
fn wrong_usage_is_told_from_wrong_input() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("out");
    for arguments in [
        ["--formats", "gif"],
        ["--width", "3"],
        ["--width", "wide"],
        ["--mode", "levels"],
    ] {
        let output = export(&arguments, &folder);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
    }
    let output = export(&["--charts", "energy-intensty"], &folder);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("did you mean \"energy-intensity\""),
        "{}",
        said(&output)
    );
    assert!(!folder.exists());
}

#[test]
fn charts_that_cannot_be_drawn_are_named() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("out");
    let output = export(&["--formats", "svg"], &folder);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("gross-output"), "{}", said(&output));
    let files = std::fs::read_dir(folder.join("figures")).unwrap().count();
    assert!(
        files > 25 && said(&output).contains(&format!("{files} files")),
        "{}",
        said(&output)
    );
}

#[test]
fn the_scenario_in_another_mode_and_without_its_line_of_origin() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("out");
    let arguments = [
        "--formats",
        "svg",
        "--charts",
        "steel-cr10",
        "--mode",
        "progress",
        "--no-provenance",
    ];
    let output = export(&arguments, &folder);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let svg = std::fs::read_to_string(folder.join("figures/steel-cr10.svg")).unwrap();
    assert!(svg.contains("% of target achieved"));
    assert_eq!(svg.matches("Scope: ").count(), 1, "in the metadata only");
}

#[test]
fn reports_are_written_with_the_sections_and_charts_asked_for() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("out");
    let arguments = [
        "--formats",
        "html,docx",
        "--sections",
        "charts,summary",
        "--charts",
        "steel-cr10,gross-output",
    ];
    let output = export(&arguments, &folder);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("2 files"), "{}", said(&output));
    assert!(said(&output).contains("gross-output"), "{}", said(&output));
    assert!(!folder.join("figures").exists());
    let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
    assert_eq!(page.matches("<h2").count(), 2);
    // In the order given.
    let place = |heading: &str| page.find(heading).unwrap_or_else(|| panic!("no {heading}"));
    assert!(place("1. Charts") < place("2. Summary"));
    assert_eq!(page.matches("<svg").count(), 1);
    assert!(
        std::fs::read(folder.join("report.docx"))
            .unwrap()
            .starts_with(b"PK")
    );
    let twice = [
        "--formats",
        "html",
        "--force",
        "--sections",
        "progress,summary,progress",
    ];
    assert_eq!(export(&twice, &folder).status.code(), Some(0));
    let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
    assert_eq!(page.matches("<h2").count(), 2, "a section is written once");
    assert!(page.find("id=\"progress\"") < page.find("id=\"summary\""));
    let output = export(&["--formats", "html", "--sections", "sumary"], &folder);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}
