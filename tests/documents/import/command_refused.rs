//! `planpath import` of tables with nothing to store, and with a plan given beside a scenario.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::program::program;

const PLAN: &str = "industrial-upgrading-2011-2015";

fn import(table: &Path, more: &[&str]) -> Output {
    program()
        .args(["--lang", "en", "import"])
        .arg(table)
        .args(more)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with a table and a scenario, and the file to write.
fn files(table: &str) -> (tempfile::TempDir, PathBuf, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let [path, own, new] = ["table.csv", "own.ron", "new.ron"].map(|name| folder.path().join(name));
    std::fs::write(&path, table).unwrap();
    let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    std::fs::copy(scenarios.join("plan-on-schedule.ron"), &own).unwrap();
    (folder, path, own, new)
}

#[test]
fn a_table_wholly_refused_fails_with_the_reason_and_writes_nothing() {
    for (table, reason) in [
        ("指标,2011,2012\n工业增加值（吨）,1,2\n", "吨"),
        ("指标,2011年目标\n工业增加值增速（%）,8\n", "target"),
        ("指标,2011,2012\n粗钢产量,68528,72388\n", "粗钢产量"),
    ] {
        let (_folder, path, own, new) = files(table);
        let output = import(&path, &["--plan", PLAN, "--format", "json"]);
        assert_eq!(output.status.code(), Some(1), "{table}");
        assert!(said(&output).contains(reason), "{table}: {}", said(&output));
        // What was found is still reported.
        let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_ne!(found["not_taken"], serde_json::json!([]), "{table}");
        let into = ["--into", own.to_str().unwrap(), "-o", new.to_str().unwrap()];
        assert_eq!(import(&path, &into).status.code(), Some(1), "{table}");
        assert!(!new.exists(), "{table}");
    }
}

#[test]
fn a_plan_may_be_named_beside_a_scenario_of_it() {
    let (_folder, path, own, new) = files("指标,2011\n工业增加值增速（%）,10.8\n");
    let into = ["--into", own.to_str().unwrap(), "-o", new.to_str().unwrap()];
    let other = import(
        &path,
        &[&["--plan", "china-2015-2025-made-up"], &into[..]].concat(),
    );
    assert_eq!(other.status.code(), Some(1), "{}", said(&other));
    assert!(!new.exists());
    let output = import(&path, &[&["--plan", PLAN], &into[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(new.exists());
}

#[test]
fn a_plan_other_than_that_of_the_scenario_is_refused() {
    let (folder, path, own, new) = files("指标,2011\n工业增加值增速（%）,10.8\n");
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let seed = std::fs::read_to_string(seeds.join(format!("{PLAN}.ron"))).unwrap();
    let other = folder.path().join("other.ron");
    std::fs::write(
        &other,
        seed.replace(&format!("id: \"{PLAN}\""), "id: \"other-plan\""),
    )
    .unwrap();
    let into = ["--into", own.to_str().unwrap(), "-o", new.to_str().unwrap()];
    let output = import(&path, &[&["--plan", other.to_str().unwrap()], &into[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("other-plan"), "{}", said(&output));
    assert!(!new.exists());
}

#[test]
fn several_years_at_once_are_named_as_such() {
    let (_folder, path, ..) = files("指标,2011—2013年平均\n单位工业增加值能耗,4.76\n");
    let output = import(&path, &["--plan", PLAN]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("2011—2013年"), "{}", said(&output));
    assert!(
        !said(&output).contains("does not name its years"),
        "{}",
        said(&output)
    );
}
