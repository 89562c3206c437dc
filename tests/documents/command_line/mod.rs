//! The command-line contract: what is printed, where, and with which exit code.

mod compare;
mod decompose;
mod derived_actuals;
mod evidence;
mod languages;
mod names;
mod run;
mod sample;
mod sensitivity;
mod solve;
mod surroundings;
mod track;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use planpath::scenario::{EXAMPLES, load, to_text};
use serde_json::Value;

use crate::program::{program, root};

fn planpath(arguments: &[&str]) -> Output {
    program().args(arguments).output().expect("the program starts")
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

#[track_caller]
fn close(found: f64, expected: f64) {
    let slack = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() <= slack, "{found} is not {expected}");
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

fn tracked(report: &Value, id: &str) -> Value {
    let targets = report["targets"].as_array().unwrap();
    let found = targets.iter().find(|target| target["indicator"] == id);
    found.expect(id).clone()
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
