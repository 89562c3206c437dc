//! Help, usage and tables in either language.

use super::*;

#[test]
fn both_languages_are_spoken_and_colour_is_not() {
    let english = text(&planpath(&["run", "scenarios/mid-term-2013.ron", "--lang", "en"]).stdout);
    let chinese = text(&planpath(&["run", "scenarios/mid-term-2013.ron", "--lang", "zh"]).stdout);
    assert!(english.contains("wrong direction") && english.contains("Steel"));
    assert!(chinese.contains("方向相反") && chinese.contains("钢铁"));
    assert!(!english.contains('\u{1b}') && !chinese.contains('\u{1b}'));
}

/// Including headings, defaults and clap's own additions; literal input stays as typed.
#[test]
fn help_is_in_one_language() {
    let commands = [
        "", "plans", "plan", "check", "run", "track", "solve", "import", "export",
    ];
    for command in commands {
        let asked = |language: &str| {
            let mut line = vec!["--lang", language, command, "--help"];
            line.retain(|word| !word.is_empty());
            text(&planpath(&line).stdout)
        };
        let (chinese, english) = (asked("zh"), asked("en"));
        for word in [
            "Usage",
            "Options",
            "Arguments",
            "Commands",
            "Print",
            "default",
            "possible",
        ] {
            assert!(!chinese.contains(word), "{command} {word}: {chinese}");
        }
        assert!(
            chinese.contains("用法：") && chinese.contains("显示帮助"),
            "{chinese}"
        );
        assert!(
            english.contains("Usage: planpath") && english.contains("Print help"),
            "{english}"
        );
        let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
        assert!(!english.contains(is_chinese), "{english}");
    }
    // Every possible value is listed.
    for (command, values) in [
        ("solve", &["constant", "one-year", "scale", "catch-up"][..]),
        ("import", &["as-written", "falls", "annual_change"]),
        ("export", &["svg", "docx", "methods", "progress"]),
        ("run", &["table", "json", "csv"]),
    ] {
        for language in ["en", "zh"] {
            let help = text(&planpath(&[command, "--help", "--lang", language]).stdout);
            assert!(values.iter().all(|value| help.contains(value)), "{help}");
        }
    }
}

#[test]
fn the_language_may_stand_before_the_command() {
    for line in [["--lang", "zh", "plans"], ["plans", "--lang", "zh"]] {
        let output = planpath(&line);
        assert_eq!(output.status.code(), Some(0), "{line:?}");
        assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
        assert!(text(&output.stdout).contains("工业转型升级规划"), "{line:?}");
    }
    let output = planpath(&["--lang=zh", "run", "scenarios/mid-term-2013.ron"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("方向相反"));
    // A file is for the window, and a command takes its own files.
    let output = planpath(&["scenarios/mid-term-2013.ron", "plans"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains("planpath run FILE"));
}

#[test]
fn english_tables_are_english_throughout() {
    let scenarios = EXAMPLES.map(|example| format!("scenarios/{}.ron", example.id));
    let mut lines: Vec<Vec<&str>> = vec![vec!["plans"], vec!["plan", "industrial-upgrading-2011-2015"]];
    for scenario in &scenarios {
        lines.push(vec!["run", scenario]);
        lines.push(vec!["track", scenario]);
        lines.push(vec!["solve", scenario, "--target", "energy-intensity"]);
        lines.push(vec!["run", scenario, "--format", "csv"]);
    }
    for line in lines {
        let said = planpath(&[line.as_slice(), &["--lang", "en"]].concat());
        let shown = text(&said.stdout);
        assert!(shown.len() > 100, "{line:?}: {shown}");
        let chinese: Vec<char> = shown.chars().filter(|c| planpath::text::is_chinese(*c)).collect();
        assert!(chinese.is_empty(), "{line:?}: {chinese:?}");
    }
}

#[test]
fn plans_tell_what_is_built_in() {
    let plans = json(&["plans", "--format", "json"]);
    assert_eq!(plans[0]["id"], "industrial-upgrading-2011-2015");
    let plan = json(&["plan", "industrial-upgrading-2011-2015", "--format", "json"]);
    let indicators = plan["indicators"].as_array().unwrap();
    let targets = indicators
        .iter()
        .filter(|indicator| !indicator["target"].is_null());
    // Twenty rows of Box 1 and four of Box 5.
    assert_eq!(targets.clone().count(), 24);
    assert!(
        targets
            .clone()
            .all(|indicator| indicator["source"].as_str().is_some_and(|s| !s.is_empty()))
    );
    let unknown = planpath(&["plan", "industrial-upgrading"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(
        text(&unknown.stderr).contains("industrial-upgrading-2011-2015"),
        "the nearest name is offered"
    );
}

#[test]
fn usage_errors_exit_with_2_and_help_with_0() {
    for wrong in [
        &["run"][..],
        &["run", "x.ron", "--format", "xml"],
        &["fly"],
        &["plans", "--lang", "fr"],
    ] {
        // "fly" alone would be a file to open in the window, so it gets a second word.
        let arguments: Vec<&str> = if wrong == ["fly"] {
            vec!["fly", "high"]
        } else {
            wrong.to_vec()
        };
        let output = planpath(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
    }
    for right in [&["--help"][..], &["--version"], &["check", "--help"]] {
        assert_eq!(planpath(right).status.code(), Some(0), "{right:?}");
    }
}
