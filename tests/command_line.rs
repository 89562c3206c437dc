//! The command-line contract: what is printed, where, and with which exit code.
#![allow(
    clippy::disallowed_methods,
    reason = "files made for a test need not be saved atomically"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use planpath::scenario::{EXAMPLES, load, to_text};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn planpath(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planpath"))
        .args(arguments)
        .current_dir(root())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env("LANG", "en_US.UTF-8")
        .env_remove("LC_ALL")
        .output()
        .expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

fn json(arguments: &[&str]) -> Value {
    let output = planpath(arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(output.stderr.is_empty(), "data only on standard output");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn run_prints_the_json_of_the_contract() {
    let report = json(&["run", "scenarios/plan-on-schedule.ron", "--format", "json"]);
    let mut top = keys(&report);
    top.sort_unstable();
    assert_eq!(
        top,
        [
            "discrepancies",
            "indicators",
            "plan",
            "planpath",
            "scenario",
            "summary",
            "targets",
            "years"
        ]
    );
    assert_eq!(report["planpath"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["plan"]["id"], "industrial-upgrading-2011-2015");
    assert_eq!(report["plan"]["base_year"], 2010);
    assert_eq!(
        report["years"],
        serde_json::json!([2010, 2011, 2012, 2013, 2014, 2015])
    );
    let energy = &report["indicators"]["energy-intensity"];
    assert_eq!(energy["unit"], "index, 2010 = 100");
    assert_eq!(energy["levels"][0].as_f64(), Some(100.0));
    assert!((energy["levels"][5].as_f64().unwrap() - 79.0).abs() < 1e-9);
    assert!(energy["annual_change_percent"][0].is_null());
    // The fifth root of 0.79 is 0.95395: −4.605 % a year.
    assert!((energy["annual_change_percent"][3].as_f64().unwrap() + 4.605).abs() < 5e-4);
    assert_eq!(energy["cumulative_change_percent"][0].as_f64(), Some(0.0));
    assert_eq!(energy["origin"][0], "base");
    assert_eq!(energy["origin"][5], "assumed", "no rate is stated");
    let targets = report["targets"].as_array().unwrap();
    let target = targets
        .iter()
        .find(|target| target["indicator"] == "energy-intensity")
        .unwrap();
    assert_eq!(target["form"], "cumulative_decline");
    assert_eq!(target["comparator"], "at_least");
    assert_eq!(target["binding"], true);
    assert_eq!(target["target"].as_f64(), Some(21.0));
    assert!((target["projected"].as_f64().unwrap() - 21.0).abs() < 1e-9);
    assert!(target["gap"].as_f64().unwrap().abs() < 1e-9);
    assert!((target["progress"].as_f64().unwrap() - 1.0).abs() < 1e-9);
    assert_eq!(target["status"], "met");
}

#[test]
fn the_hash_is_that_of_the_file() {
    use sha2::Digest as _;
    let report = json(&["run", "scenarios/growth-first.ron", "--format", "json"]);
    let digest = sha2::Sha256::digest(fs::read(root().join("scenarios/growth-first.ron")).unwrap());
    let hash = report["scenario"]["sha256"].as_str().unwrap();
    let bytes: Vec<u8> = (0..64)
        .step_by(2)
        .map(|n| u8::from_str_radix(&hash[n..n + 2], 16).unwrap())
        .collect();
    assert_eq!(bytes, digest.as_slice());
}

#[test]
fn actuals_are_told_from_what_is_between_them() {
    let report = json(&["run", "scenarios/mid-term-2013.ron", "--format", "json"]);
    assert_eq!(
        report["indicators"]["energy-intensity"]["origin"],
        serde_json::json!(["base", "actual", "interpolated", "actual", "assumed", "assumed"])
    );
}

#[test]
fn figures_without_a_base_are_null_and_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bare.ron");
    let bare = "(format: 1, name: \"Bare\", plan: \"industrial-upgrading-2011-2015\")";
    planpath::file::save(&path, bare).unwrap();
    let report = json(&["run", path.to_str().unwrap(), "--format", "json"]);
    assert!(report["indicators"]["erp"]["levels"][0].is_null());
    let targets = report["targets"].as_array().unwrap();
    let erp = targets
        .iter()
        .find(|target| target["indicator"] == "erp")
        .unwrap();
    assert_eq!(erp["status"], "unknown");
    assert!(erp["projected"].is_null() && erp["gap"].is_null() && erp["progress"].is_null());
}

#[test]
fn csv_has_a_row_per_indicator_and_year() {
    let output = planpath(&["run", "scenarios/mid-term-2013.ron", "--format", "csv"]);
    assert!(output.status.success());
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|other| other == name).expect(name);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let plan = load(&root().join("scenarios/mid-term-2013.ron")).unwrap().plan;
    assert_eq!(rows.len(), plan.indicators.len() * 6);
    let steel = rows
        .iter()
        .find(|row| &row[column("indicator")] == "steel-cr10" && &row[column("year")] == "2013")
        .unwrap();
    assert_eq!(&steel[column("level")], "39.4");
    assert_eq!(&steel[column("origin")], "actual");
}

#[test]
fn require_met_decides_the_exit_code() {
    let run = |file: &str, more: &[&str]| {
        let mut arguments = vec!["run", file];
        arguments.extend(more);
        planpath(&arguments).status.code()
    };
    assert_eq!(run("scenarios/growth-first.ron", &[]), Some(0));
    assert_eq!(run("scenarios/growth-first.ron", &["--require-met"]), Some(3));
    // A scenario that goes a little beyond every strict target meets them all.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("beyond.ron");
    let text = fs::read_to_string(root().join("scenarios/plan-on-schedule.ron")).unwrap();
    let rates = "rates: { \"carbon-factor\": Constant(0.1), \"rd-intensity\": Constant(0.07), \
                 \"rd-institution-share\": Constant(1.7), \"automobile-cr10\": Constant(1.6), \
                 \"shipbuilding-cr10\": Constant(4.3) }, bases:";
    planpath::file::save(&path, &text.replacen("bases:", rates, 1)).unwrap();
    assert_eq!(run(path.to_str().unwrap(), &["--require-met"]), Some(0));
}

#[test]
fn both_languages_are_spoken_and_colour_is_not() {
    let english = text(&planpath(&["run", "scenarios/mid-term-2013.ron", "--lang", "en"]).stdout);
    let chinese = text(&planpath(&["run", "scenarios/mid-term-2013.ron", "--lang", "zh"]).stdout);
    assert!(english.contains("wrong direction") && english.contains("Steel"));
    assert!(chinese.contains("方向相反") && chinese.contains("钢铁"));
    assert!(!english.contains('\u{1b}') && !chinese.contains('\u{1b}'));
}

/// Headings, defaults and what clap adds of its own included; what is typed stays as it is typed.
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
    // Every value that may be given is named.
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
    // A file is for the window, and a command has files of its own.
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
fn zero_has_no_sign_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("still.ron");
    // Nothing moves: progress of a falling target is ln 1 / ln 0.79, a zero with a sign in binary arithmetic.
    let still = "(format: 1, name: \"Still\", plan: \"industrial-upgrading-2011-2015\", rates: { \
                 \"energy-intensity\": Constant(0.0), \"value-added\": Constant(-0.0) })";
    planpath::file::save(&path, still).unwrap();
    let path = path.to_str().unwrap();
    for command in ["run", "track"] {
        for format in ["table", "json", "csv"] {
            let shown = text(&planpath(&[command, path, "--format", format]).stdout);
            for word in shown.split(|c: char| c.is_whitespace() || c == ',') {
                let digits = word.trim_start_matches(['-', '−', '+']);
                let is_zero = digits.parse::<f64>().is_ok_and(|value| value.abs() <= 0.0);
                assert!(!is_zero || digits == word, "{command} {format}: {word}");
            }
        }
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
        // "fly" alone is a file to open in the window, so it is given a second word.
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

#[test]
fn without_a_display_the_default_scorecard_is_printed() {
    let output = planpath(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(0));
    let (said, printed) = (text(&output.stderr), text(&output.stdout));
    assert!(
        said.contains("cannot connect to a display") && said.contains("planpath run FILE"),
        "{said}"
    );
    assert!(!said.contains(".rs:"), "no line of somebody's source: {said}");
    assert!(
        printed.contains("Plan on schedule")
            && printed.contains("this is the plan itself, judged against itself")
            && printed.contains("0 of 24 targets rest on data or a set rate"),
        "{printed}"
    );
}

#[test]
fn without_a_display_a_file_that_was_named_is_looked_at() {
    let output = planpath(&["--lang", "en", "scenarios/mid-term-2013.ron"]);
    assert_eq!(output.status.code(), Some(0));
    let (said, printed) = (text(&output.stderr), text(&output.stdout));
    assert!(said.contains("Targets of the scenario follow"), "{said}");
    assert!(
        printed.contains("6 of 24 targets rest on data or a set rate"),
        "{printed}"
    );
    let output = planpath(&["--lang", "en", "no-such-file.ron"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = text(&output.stderr);
    assert!(said.contains("no-such-file.ron"), "{said}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_planpath"))
        .args(["plan", "industrial-upgrading-2011-2015", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

/// Nothing was printed, so nothing may pass for done.
#[cfg(target_os = "linux")]
#[test]
fn output_that_goes_nowhere_is_a_failure() {
    let commands: [&[&str]; 9] = [
        &["run", "scenarios/mid-term-2013.ron"],
        &["run", "scenarios/mid-term-2013.ron", "--format", "json"],
        &["track", "scenarios/mid-term-2013.ron", "--format", "csv"],
        &[
            "solve",
            "scenarios/mid-term-2013.ron",
            "--target",
            "energy-intensity",
        ],
        &["check", "scenarios/mid-term-2013.ron"],
        &["plans"],
        &["plan", "industrial-upgrading-2011-2015"],
        &["--help"],
        &["--version"],
    ];
    let program = env!("CARGO_BIN_EXE_planpath");
    for command in commands {
        for (to, reason) in [(">&-", "closed"), ("> /dev/full", "disk full")] {
            let output = Command::new("sh")
                .args(["-c", &format!("exec \"$@\" {to}"), "sh", program, "--lang", "en"])
                .args(command)
                .current_dir(root())
                .output()
                .unwrap();
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{command:?} {to}: {said}");
            assert!(
                said.contains("cannot write to standard output") && said.contains(reason),
                "{command:?} {to}: {said}"
            );
        }
        // The null device is a place like any other.
        let status = Command::new(program)
            .args(command)
            .current_dir(root())
            .stdout(Stdio::null())
            .status();
        assert!(status.unwrap().success(), "{command:?}");
    }
}

/// A scenario from anywhere must not make the program read out what is in other files.
#[test]
fn no_line_of_a_foreign_file_is_shown() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("from mail");
    fs::create_dir(&folder).unwrap();
    let secret = around.path().join("secret.txt");
    let plan_of = |path: &str| format!("(format: 1, name: \"x\", plan: {path:?}, rates: {{}})");
    let scenario = folder.join("scenario.ron");
    for content in [
        &b"root:x:0:0\nmore"[..],
        b"(token: \"hidden\")",
        b"\xff\xfe binary",
        b"(plan: \"hidden\")",
    ] {
        fs::write(&secret, content).unwrap();
        for path in ["../secret.txt", secret.to_str().unwrap()] {
            fs::write(&scenario, plan_of(path)).unwrap();
            for command in ["run", "check", "track"] {
                let output = planpath(&[command, scenario.to_str().unwrap(), "--lang", "en"]);
                let said = text(&output.stderr);
                assert_eq!(output.status.code(), Some(1), "{said}");
                assert!(
                    said.contains("is not a plan file") && said.contains("secret.txt"),
                    "{said}"
                );
                for hidden in ["root:x", "token", "hidden", "binary"] {
                    assert!(!said.contains(hidden), "{said}");
                }
            }
        }
    }
    // A plan with a slip in it is shown as any other, wherever it is.
    fs::write(
        &secret,
        "(format: 1, id: \"mine\", title: \"x\", base_yaer: 2010)",
    )
    .unwrap();
    let output = planpath(&["run", scenario.to_str().unwrap(), "--lang", "en"]);
    assert!(text(&output.stderr).contains("base_yaer"));
}

/// A pipe may have nobody at its other end, a device no end: neither is waited for.
#[cfg(unix)]
#[test]
fn pipes_and_devices_are_no_documents() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let scenario = folder.path().join("scenario.ron");
    let of_pipe = fs::read_to_string(root().join("scenarios/plan-on-schedule.ron"))
        .unwrap()
        .replace("\"industrial-upgrading-2011-2015\"", "\"pipe.ron\"");
    assert!(of_pipe.contains("pipe.ron"));
    planpath::file::save(&scenario, &of_pipe).unwrap();
    for path in [&pipe, &PathBuf::from("/dev/zero"), &scenario] {
        let path = path.to_str().unwrap();
        let new = folder.path().join("new");
        let new = new.to_str().unwrap();
        for command in [
            &["run", path][..],
            &["track", path],
            &["check", path],
            &["solve", path, "--target", "erp"],
            &["export", path, "-o", new],
            &[
                "import",
                "tests/import/cases/units-in-names.csv",
                "--into",
                path,
                "-o",
                new,
            ],
        ] {
            let output = planpath(&[command, &["--lang", "en"]].concat());
            assert_eq!(output.status.code(), Some(1), "{command:?}");
            let said = text(&output.stderr);
            assert!(
                said.contains("is a pipe or device, not a regular file"),
                "{command:?}: {said}"
            );
        }
        assert!(!Path::new(new).exists());
    }
    for path in [&pipe, &PathBuf::from("/dev/zero")] {
        let path = path.to_str().unwrap();
        for command in [
            &["plan", path][..],
            &["import", path, "--plan", "industrial-upgrading-2011-2015"],
        ] {
            let output = planpath(&[command, &["--lang", "en"]].concat());
            assert_eq!(output.status.code(), Some(1), "{command:?}");
            let said = text(&output.stderr);
            assert!(said.contains("is a pipe or device"), "{command:?}: {said}");
        }
    }
    assert!(planpath::file::save(&pipe, "text").is_err());
    assert!(!fs::metadata(&pipe).unwrap().is_file(), "it is still a pipe");
}

/// Nobody reads ten thousand errors.
#[test]
fn the_first_twenty_errors_are_shown_and_the_others_counted() {
    use std::fmt::Write as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.ron");
    let mut notes = String::new();
    for _ in 0..8_000 {
        let _ = writeln!(notes, "        \"nothing-of-this-plan\": Constant(1.0),");
    }
    let file = fs::read_to_string(root().join("scenarios/plan-on-schedule.ron")).unwrap();
    let end = file.trim_end().strip_suffix(')').unwrap();
    planpath::file::save(&path, &format!("{end}    rates: {{\n{notes}    }},\n)\n")).unwrap();
    let output = planpath(&["check", path.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert_eq!(said.matches("many.ron:").count(), 20, "{said}");
    assert!(said.contains("more\n"), "{said}");
}

#[test]
fn every_example_is_sound_built_in_and_saved_as_the_program_would() {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("scenarios"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    assert_eq!(files.len(), EXAMPLES.len());
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            EXAMPLES.iter().any(|example| example.id == name),
            "{name} is not built in"
        );
        let output = planpath(&["check", path.to_str().unwrap()]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let loaded = load(Path::new(&path)).unwrap();
        assert!(
            !loaded.scenario.description.is_empty() && !loaded.scenario.notes.is_empty(),
            "{name}"
        );
        assert_eq!(
            to_text(&loaded.scenario, &loaded.plan).unwrap(),
            loaded.text,
            "{name}"
        );
    }
}

fn tracked(report: &Value, id: &str) -> Value {
    let targets = report["targets"].as_array().unwrap();
    let found = targets.iter().find(|target| target["indicator"] == id);
    found.expect(id).clone()
}

#[test]
fn track_prints_the_json_of_the_contract() {
    let report = json(&["track", "scenarios/mid-term-2013.ron", "--format", "json"]);
    let mut top = keys(&report);
    top.sort_unstable();
    assert_eq!(
        top,
        [
            "discrepancies",
            "plan",
            "planpath",
            "scenario",
            "summary",
            "targets"
        ]
    );
    let energy = tracked(&report, "energy-intensity");
    let years = energy["by_year"].as_array().unwrap();
    let mut first = keys(&years[0]);
    first.sort_unstable();
    assert_eq!(first, ["actual", "origin", "progress", "scheduled", "year"]);
    let column = |name: &str| -> Vec<Value> { years.iter().map(|year| year[name].clone()).collect() };
    assert_eq!(column("year"), [2011, 2012, 2013, 2014, 2015]);
    assert_eq!(column("actual"), [true, false, true, false, false]);
    assert_eq!(
        column("origin"),
        ["actual", "interpolated", "actual", "assumed", "assumed"]
    );
    for (scheduled, expected) in column("scheduled").iter().zip([0.2, 0.4, 0.6, 0.8, 1.0]) {
        assert!((scheduled.as_f64().unwrap() - expected).abs() < 1e-12);
    }
    // ln 0.849 / ln 0.79 = 0.163 696 / 0.235 722 = 69.4 %.
    assert!((years[2]["progress"].as_f64().unwrap() - 0.6944).abs() < 1e-4);
    // 1 − 0.79 / 0.849 = 6.949 %; a year, 1 − (0.79 / 0.849)^(1/2) = 3.537 %.
    assert!((energy["remaining_change_percent"].as_f64().unwrap() - 6.949).abs() < 1e-3);
    assert!((energy["required_rate"].as_f64().unwrap() - 3.537).abs() < 1e-3);
    let steel = tracked(&report, "steel-cr10");
    // (39.4 − 48.6) / (60 − 48.6) is below zero; 20.6 points are left for two years.
    assert!((steel["by_year"][2]["progress"].as_f64().unwrap() + 9.2 / 11.4).abs() < 1e-9);
    assert!((steel["required_rate"].as_f64().unwrap() - 10.3).abs() < 1e-9);
    // 60 − 39.4 points are left: a share has no percentage still to do.
    assert!((steel["remaining_points"].as_f64().unwrap() - 20.6).abs() < 1e-9);
    assert!(steel["remaining_change_percent"].is_null());
    assert!(energy["remaining_points"].is_null());
    // CO₂ follows energy, whose last data are of 2013, with a carbon factor that stays: the same 6.949 % and 3.537 %.
    let co2 = tracked(&report, "co2-intensity");
    assert_eq!(co2["last_actual"], 2013);
    let left = (1.0 - 0.79 / 0.849) * 100.0;
    assert!((co2["remaining_change_percent"].as_f64().unwrap() - left).abs() < 1e-9);
    let yearly = (1.0 - libm::sqrt(0.79 / 0.849)) * 100.0;
    assert!((co2["required_rate"].as_f64().unwrap() - yearly).abs() < 1e-9);
}

#[test]
fn track_says_in_words_how_targets_stand() {
    let output = planpath(&["track", "scenarios/mid-term-2013.ron"]);
    assert!(output.status.success());
    let shown = text(&output.stdout);
    assert!(
        shown.contains("it fell from 48.6 in 2010 to 39.4 in 2013 instead of moving to 60.0 by 2015"),
        "{shown}"
    );
    assert!(shown.contains("from 2014 to 2015: +10.30 points a year"));
    for word in ["ahead", "behind", "wrong direction", "20.0 %", "100.0 %"] {
        assert!(shown.contains(word), "{word}");
    }
    let place = |name: &str| shown.find(name).expect(name);
    assert!(
        place("Energy intensity of value added") < place("Industrial value added"),
        "binding first"
    );
    let chinese = planpath(&["track", "scenarios/mid-term-2013.ron", "--lang", "zh"]);
    assert!(text(&chinese.stdout).contains("偏离了目标方向"));
    let rows = text(&planpath(&["track", "scenarios/mid-term-2013.ron", "--format", "csv"]).stdout);
    assert_eq!(rows.lines().count(), 1 + 24 * 5);
    assert!(rows.starts_with(
        "indicator,binding,status,year,progress,scheduled,actual,remaining_change_percent,required_rate"
    ));
}

/// A plan with two targets of one indicator for the same year, one due in every year, and a product.
const TWO_FORMS: &str = r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2012, source: "",
    categories: [(id: "c", name: "C")],
    indicators: [
        (id: "x", name: "X", category: "c", unit: "t", base: Some(100.0), dynamics: Growth, targets: [
            (form: Level(130.0), comparator: AtLeast, wording: ""),
            (form: AverageGrowth(7.0), comparator: MoreThan, wording: ""),
            (form: Between(90.0, 140.0), wording: "", due: EachYear),
        ]),
        (id: "y", name: "Y", category: "c", unit: "t", dynamics: Derived("x * 2")),
        (id: "z", name: "Z", category: "c", unit: "%", dynamics: Derived("x / 4")),
    ])"#;

fn two_forms() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    planpath::file::save(&folder.path().join("plan.ron"), TWO_FORMS).unwrap();
    let path = folder.path().join("scenario.ron");
    let scenario = r#"(format: 2, name: "S", plan: "plan.ron", actuals: {
        "x": { 2011: Level(110.0) }, "y": { 2011: Level(231.0) }, "z": { 2011: Level(28.0) } })"#;
    planpath::file::save(&path, scenario).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn rows_of_the_ledger_tell_targets_of_one_year_apart() {
    let (_folder, file) = two_forms();
    let output = planpath(&["track", &file, "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(&output.stdout[..]);
    let rows: Vec<std::collections::BTreeMap<String, String>> =
        reader.deserialize().map(Result::unwrap).collect();
    let told: Vec<[&str; 7]> = rows
        .iter()
        .filter(|row| row["year"] == "2012")
        .map(|row| {
            [
                "indicator",
                "due",
                "form",
                "comparator",
                "target",
                "target_upper",
                "worst_year",
            ]
            .map(|column| row[column].as_str())
        })
        .collect();
    assert_eq!(
        told,
        [
            ["x", "2012", "level", "at_least", "130", "", ""],
            ["x", "2012", "average_growth", "more_than", "7", "", ""],
            ["x", "each_year", "between", "", "90", "140", "2012"],
        ]
    );
}

#[test]
fn published_figures_are_held_against_their_identities_in_every_report() {
    let (_folder, file) = two_forms();
    for command in ["run", "track"] {
        let report = json(&[command, &file, "--format", "json"]);
        let found = report["discrepancies"].as_array().unwrap();
        assert_eq!(found.len(), 2, "{command}");
        // 231 against 2 · 110 is 5 % more; 28 % against 27.5 % half a point.
        let figure = |n: usize, field: &str| found[n][field].as_f64().unwrap();
        assert_eq!(
            (&found[0]["indicator"], &found[0]["year"]),
            (&"y".into(), &2011.into())
        );
        assert!((figure(0, "entered") - 231.0).abs() < 1e-9 && (figure(0, "identity") - 220.0).abs() < 1e-9);
        assert!((figure(0, "size_percent") - 5.0).abs() < 1e-9 && found[0]["size_points"].is_null());
        assert!((figure(1, "size_points") - 0.5).abs() < 1e-9 && found[1]["size_percent"].is_null());
        let shown = text(&planpath(&[command, &file]).stdout);
        assert!(
            shown.contains("231") && shown.contains("220") && shown.contains("+5.00 %"),
            "{shown}"
        );
    }
    let plain = json(&["run", "scenarios/plan-on-schedule.ron", "--format", "json"]);
    assert_eq!(plain["discrepancies"].as_array().unwrap().len(), 0);
}

#[test]
fn solve_prints_what_to_set_and_where_it_leads() {
    let file = "scenarios/growth-first.ron";
    let report = json(&["solve", file, "--target", "energy-intensity", "--format", "json"]);
    // The fifth root of 0.79.
    assert!((report["rate"].as_f64().unwrap() - 4.605).abs() < 5e-4);
    assert_eq!(report["way"], "constant");
    assert_eq!(report["from"], 2011);
    assert_eq!(report["reached"], true);
    assert_eq!(report["lever"], "energy-intensity");
    assert_eq!(report["rates"].as_array().unwrap().len(), 5);
    assert_eq!(report["target"]["status"], "met");
    assert!(report["target"]["gap"].as_f64().unwrap().abs() < 1e-9);
    let derived = json(&[
        "solve",
        file,
        "--target",
        "co2-intensity",
        "--lever",
        "carbon-factor",
        "--way",
        "one-year",
        "--from",
        "2014",
        "--format",
        "json",
    ]);
    assert_eq!(derived["target"]["status"], "met", "more than 21 %");
    let gap = derived["target"]["gap"].as_f64().unwrap();
    assert!(gap > 0.0 && gap < 0.01, "{gap}");
    let scaled = json(&[
        "solve",
        file,
        "--target",
        "value-added",
        "--way",
        "scale",
        "--format",
        "json",
    ]);
    // 11 % a year in every year becomes 8 %.
    assert!((scaled["factor"].as_f64().unwrap() - 8.0 / 11.0).abs() < 1e-9);
    assert!(scaled["rate"].is_null());
    let shown = text(&planpath(&["solve", file, "--target", "energy-intensity"]).stdout);
    assert!(
        shown.contains("4.61 % a year") && shown.contains("\"energy-intensity\": Constant(4.60"),
        "{shown}"
    );
    let rows = text(&planpath(&["solve", file, "--target", "value-added", "--format", "csv"]).stdout);
    assert!(rows.starts_with("lever,year,rate\nvalue-added,2011,8"), "{rows}");
}

#[test]
fn a_solved_rate_put_into_the_file_reaches_the_target() {
    let source = root().join("scenarios/mid-term-2013.ron");
    let source = source.to_str().unwrap();
    let solved = json(&[
        "solve",
        source,
        "--target",
        "steel-cr10",
        "--way",
        "catch-up",
        "--format",
        "json",
    ]);
    let rates: Vec<f64> = solved["rates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rate| rate.as_f64().unwrap())
        .collect();
    let mut loaded = load(Path::new(source)).unwrap();
    let lever = loaded.plan.find("steel-cr10").unwrap();
    loaded
        .scenario
        .rates
        .set(lever, planpath::scenario::Rates::Yearly(rates));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("solved.ron");
    fs::write(&file, to_text(&loaded.scenario, &loaded.plan).unwrap()).unwrap();
    let report = json(&["run", file.to_str().unwrap(), "--format", "json"]);
    let steel = tracked(&report, "steel-cr10");
    assert_eq!(steel["status"], "met");
    assert!((steel["projected"].as_f64().unwrap() - 60.0).abs() < 60.0 * 1e-9);
}

#[test]
fn what_cannot_be_solved_says_why_and_fails() {
    let file = "scenarios/mid-term-2013.ron";
    for (arguments, said) in [
        (
            vec!["--target", "energy-intensty"],
            "did you mean \"energy-intensity\"",
        ),
        (vec!["--target", "carbon-factor"], "carbon-factor has no target"),
        (vec!["--target", "co2-intensity", "--lever", "erp"], "depend"),
        (
            vec!["--target", "steel-cr10", "--lever", "steel-cr10:top"],
            "output growth",
        ),
        (vec!["--target", "steel-cr10", "--from", "2013"], "2014 to 2015"),
        // The way out is named, whichever side of it was asked for.
        (
            vec!["--target", "steel-cr10", "--from", "2013"],
            "choose from 2014–15",
        ),
        (
            vec!["--target", "steel-cr10", "--from", "2030"],
            "choose from 2014–15",
        ),
        // What is not due is not one of several.
        (
            vec!["--target", "energy-intensity@2012"],
            "energy-intensity has no target \"2012\"",
        ),
        // An id that is part of another, with a year that any other target has as well.
        (
            vec!["--target", "energy@2015"],
            "did you mean \"energy-intensity\"",
        ),
        (
            vec!["--target", "cement-unit-power", "--lever", "cement"],
            "did you mean",
        ),
    ] {
        let output = planpath(&[&["solve", file][..], &arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty());
        let errors = text(&output.stderr);
        assert!(
            errors.contains(said) && errors.contains("help:"),
            "{arguments:?}: {errors}"
        );
    }
    let usage = planpath(&[
        "solve", file, "--target", "erp", "--way", "catch-up", "--from", "2014",
    ]);
    assert_eq!(usage.status.code(), Some(2));
    assert!(text(&usage.stderr).contains("catch-up"));
    assert_eq!(planpath(&["solve", file]).status.code(), Some(2));
}

#[test]
fn a_target_out_of_reach_shows_the_nearest_and_the_bound() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("late.ron");
    // From 1 to 23.5 in the one year left.
    let scenario = r#"(format: 1, name: "Late", plan: "industrial-upgrading-2011-2015",
        actuals: { "value-added": { 2014: Level(1.0) } })"#;
    fs::write(&file, scenario).unwrap();
    let file = file.to_str().unwrap();
    let output = planpath(&["solve", file, "--target", "value-added", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["reached"], false);
    // From 1 at 1,000 % a year, the most that a rate can be.
    assert!((report["level"].as_f64().unwrap() - 11.0).abs() < 1e-6);
    assert!(
        report["stopped_by"].as_str().unwrap().contains("implausible"),
        "{report}"
    );
    assert!(text(&output.stderr).contains("nearest"));
}
