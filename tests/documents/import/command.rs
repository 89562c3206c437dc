//! `planpath import`, as a script calls it.

use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

use crate::program::program;

const PLAN: [&str; 2] = ["--plan", "industrial-upgrading-2011-2015"];

fn import(table: &Path, more: &[&str]) -> Output {
    program()
        .args(["--lang", "en", "import"])
        .arg(table)
        .args(more)
        .output()
        .unwrap()
}

fn table(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("table.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/documents/import/cases")
        .join(name)
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn json_has_what_would_be_stored_and_what_was_done_to_it() {
    let output = import(
        &case("fall-named-with-minus.csv"),
        &[PLAN[0], PLAN[1], "--format", "json"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let found = json_of(&output);
    assert_eq!(found["sheet"], Value::Null);
    assert_eq!(
        found["actuals"],
        json!({"energy-intensity": {
            "2011": {"annual_change": -3.49},
            "2012": {"annual_change": -5.9},
            "2013": {"annual_change": -4.9},
        }})
    );
    assert_eq!(found["not_taken"], json!([]));
    let notes = found["notes"].as_array().unwrap();
    assert!(
        notes
            .iter()
            .any(|note| note["where"] == "B2" && note["says"].as_str().unwrap().contains("minus already"))
    );
}

#[test]
fn what_is_left_out_is_named_with_cell_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let table = table(
        folder.path(),
        "指标,2011,2012\n粗钢产量,68528,72388\nsteel-cr10,49.2,about 46\n",
    );
    let output = import(&table, &[PLAN[0], PLAN[1], "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let found = json_of(&output);
    assert_eq!(found["actuals"], json!({"steel-cr10": {"2011": {"level": 49.2}}}));
    let places: Vec<&str> = found["not_taken"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["where"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["A2", "B2", "C2", "C3"]);
    assert!(
        found["not_taken"][3]["why"]
            .as_str()
            .unwrap()
            .contains("\"about 46\" is not a number")
    );
}

#[test]
fn a_question_ends_with_1_and_a_flag_answers_it() {
    let folder = tempfile::tempdir().unwrap();
    for (text, flag, expected) in [
        (
            "指标,2011,2012\n单位工业增加值能耗降低率,3.49,-0.5\n",
            "--sign=falls",
            json!({"energy-intensity": {"2011": {"annual_change": -3.49}, "2012": {"annual_change": 0.5}}}),
        ),
        (
            "Indicator\t2011\nsteel-unit-energy\t602,125\n",
            "--decimal=,",
            json!({"steel-unit-energy": {"2011": {"level": 602.125}}}),
        ),
        (
            "指标,2011\n工业增加值,188470.2\n",
            "--unit=value-added=亿元",
            json!({"value-added": {"2011": {"level": 18.84702}}}),
        ),
        (
            "指标,2011\nsteel-cr10,0.492\n",
            "--fractions=steel-cr10=yes",
            json!({"steel-cr10": {"2011": {"level": 49.2}}}),
        ),
        (
            "指标,2011\n工业增加值指数,110.8\n",
            "--read=value-added=annual_change",
            json!({"value-added": {"2011": {"annual_change": 10.8}}}),
        ),
        (
            "指标,2011年,比上年增长(%)\n工业增加值（万亿元）,18.8,10.8\n",
            "--take=value-added=C",
            json!({"value-added": {"2011": {"annual_change": 10.8}}}),
        ),
        (
            "指标,2011\n工业增加值（规模以上）增速,13.9\n",
            "--name=工业增加值（规模以上）增速=value-added",
            json!({"value-added": {"2011": {"annual_change": 13.9}}}),
        ),
        (
            "地区,指标,2011\n北京,工业增加值增速,7.3\n全国,工业增加值增速,10.8\n",
            "--only=地区=全国",
            json!({"value-added": {"2011": {"annual_change": 10.8}}}),
        ),
    ] {
        let table = table(folder.path(), text);
        let open = import(&table, &[PLAN[0], PLAN[1], "--format", "json"]);
        assert_eq!(open.status.code(), Some(1), "{text}");
        let name = flag.split('=').next().unwrap();
        let found = json_of(&open);
        let flags: Vec<&str> = found["questions"][0]["answers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|answer| answer["flag"].as_str().unwrap())
            .collect();
        assert!(
            flags.iter().all(|flag| flag.starts_with(name)),
            "{text}: {flags:?}"
        );
        assert!(said(&open).contains(name), "{text}: {}", said(&open));
        let answered = import(&table, &[PLAN[0], PLAN[1], "--format", "json", flag]);
        assert_eq!(answered.status.code(), Some(0), "{text}: {}", said(&answered));
        assert_eq!(json_of(&answered)["actuals"], expected, "{text}");
    }
}

#[test]
fn figures_are_added_to_a_scenario_in_a_new_file() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.ron");
    let new = folder.path().join("new.ron");
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let before = std::fs::read(scenarios.join("plan-on-schedule.ron")).unwrap();
    std::fs::write(&own, &before).unwrap();
    let into = ["--into", own.to_str().unwrap(), "-o", new.to_str().unwrap()];
    // Nothing is written while a question is open.
    let open = table(folder.path(), "指标,2011\n工业增加值指数,110.8\n");
    assert_eq!(import(&open, &into).status.code(), Some(1));
    assert!(!new.exists());

    let done = import(&case("previous-year-100.csv"), &into);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert_eq!(std::fs::read(&own).unwrap(), before);
    let loaded = planpath::scenario::load(&new).unwrap();
    let energy = loaded.plan.find("energy-intensity").unwrap();
    let years: Vec<(i32, f64)> = loaded
        .scenario
        .actuals
        .get(energy)
        .unwrap()
        .iter()
        .map(|entry| (entry.year, entry.figure.value()))
        .collect();
    assert_eq!(years, [(2011, -3.5), (2012, -5.9), (2013, -4.9)]);

    // Existing figures stay.
    let written = std::fs::read(&new).unwrap();
    let again = import(&case("previous-year-100.csv"), &into);
    assert_eq!(again.status.code(), Some(1));
    assert!(said(&again).contains("new.ron"), "{}", said(&again));
    assert_eq!(std::fs::read(&new).unwrap(), written);
}

#[test]
fn flags_that_fit_nothing_are_named() {
    let table = case("previous-year-100.csv");
    for (flags, code, named) in [
        (vec!["--sheet", "Nope"], 1, "Nope"),
        (vec!["--read", "value-add=level"], 1, "value-add"),
        (vec!["--read", "value-added=size"], 1, "size"),
        (vec!["--name", "nobody=value-added"], 1, "nobody"),
        (vec!["--decimal", ";"], 2, "--decimal"),
        (vec!["--take", "value-added"], 2, "--take"),
        (vec!["--into", "a.ron"], 2, "--"),
    ] {
        let output = import(&table, &[&PLAN[..], &flags].concat());
        assert_eq!(output.status.code(), Some(code), "{flags:?}: {}", said(&output));
        assert!(said(&output).contains(named), "{flags:?}: {}", said(&output));
        assert!(output.stdout.is_empty(), "{flags:?}");
    }
    // Without a plan the indicators are unknown.
    assert_eq!(import(&table, &[]).status.code(), Some(2));
}

#[test]
fn without_a_scenario_a_missing_base_is_mentioned_and_with_one_it_is_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let table = table(folder.path(), "Indicator,2011\nrd-intensity,0.71%\n");
    let output = import(&table, &[PLAN[0], PLAN[1], "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let found = json_of(&output);
    assert_eq!(
        found["actuals"],
        json!({"rd-intensity": {"2011": {"level": 0.71}}})
    );
    assert!(found["notes"].to_string().contains("base value"), "{found}");

    let own = folder.path().join("own.ron");
    let text = "(format: 1, name: \"x\", plan: \"industrial-upgrading-2011-2015\")";
    std::fs::write(&own, text).unwrap();
    let new = folder.path().join("new.ron");
    let output = import(
        &table,
        &[
            "--into",
            own.to_str().unwrap(),
            "-o",
            new.to_str().unwrap(),
            "--format",
            "json",
        ],
    );
    let found = json_of(&output);
    assert_eq!(found["actuals"], json!({}));
    assert!(found["not_taken"].to_string().contains("base"), "{found}");
}

#[test]
fn flags_that_fit_nothing_are_errors_that_name_what_is_possible() {
    let folder = tempfile::tempdir().unwrap();
    let table = table(
        folder.path(),
        "地区,指标,2011,2012\n广东,ERP普及率（%）,70,72\n江苏,ERP普及率（%）,65,66\n",
    );
    for (flags, found, possible) in [
        (vec!["--only", "地域=广东"], "地域", "地区"),
        (vec!["--only", "地区=火星"], "火星", "广东, 江苏"),
        (vec!["--only", "地区=广东", "--take", "erp=Z"], "Z", "C"),
        (vec!["--only", "地区=广东", "--unit", "erp=foo"], "foo", "kgce/t"),
        (vec!["--only", "地区=广东", "--unit", "erp=万吨"], "erp", "--unit"),
    ] {
        let output = import(&table, &[&PLAN[..], &flags[..]].concat());
        assert_eq!(output.status.code(), Some(1), "{flags:?}");
        let said = said(&output);
        assert!(
            said.contains(found) && said.contains(possible),
            "{flags:?}: {said}"
        );
    }
    let output = import(
        &table,
        &[PLAN[0], PLAN[1], "--only", "地区=广东", "--take", "erp=C"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn a_flag_that_answers_no_question_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = table(
        folder.path(),
        "“十二五”目标 \"草案\"\n指标,2011,2012\nERP普及率（%）,60,62\n",
    );
    let try_with = |flag: &str| import(&path, &[PLAN[0], PLAN[1], "--format", "json", "--despite", flag]);
    // The flag as the question shows it, and the text as written.
    let asked = json_of(&import(&path, &[PLAN[0], PLAN[1], "--format", "json"]));
    let shown = asked["questions"][0]["answers"][0]["flag"].as_str().unwrap();
    let shown = shown.trim_start_matches("--despite ").trim_matches('"');
    for flag in [shown, "“十二五”目标 \"草案\"=yes"] {
        let output = try_with(flag);
        assert_eq!(output.status.code(), Some(0), "{flag}: {}", said(&output));
        assert_eq!(json_of(&output)["actuals"]["erp"]["2012"], json!({"level": 62.0}));
    }
    // A misspelt text would settle nothing, and nobody would notice.
    let output = try_with("目标=yes");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("“十二五”目标"), "{}", said(&output));
    let output = try_with("“十二五”目标 \"草案\"=maybe");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let path = table(folder.path(), "指标,2011\nERP普及率（%）,60\n");
    let output = import(&path, &[PLAN[0], PLAN[1], "--despite", "目标=no"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("none in this table"), "{}", said(&output));
}
