//! Figures for years before the base year in JSON and CSV, and values that are not finite numbers.

use super::*;

/// A scenario of the built-in plan in its own file.
fn file(folder: &tempfile::TempDir, name: &str, format: u32, body: &str) -> String {
    let path = folder.path().join(name);
    let text =
        format!("(format: {format}, name: \"Test\", plan: \"industrial-upgrading-2011-2015\", {body})");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn history_is_in_json_and_in_csv() {
    let folder = tempfile::tempdir().unwrap();
    let body = r#"actuals: { "steel-cr10": { 2008: Level(42.0), 2010: AnnualChange(5.1) } }"#;
    let path = file(&folder, "past.ron", 2, body);
    let output = planpath(&["run", &path, "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let past = report["indicators"]["steel-cr10"]["history"].as_array().unwrap();
    assert_eq!(
        past.iter()
            .map(|past| past["year"].as_i64().unwrap())
            .collect::<Vec<_>>(),
        [2008, 2009]
    );
    close(past[0]["level"].as_f64().unwrap(), 42.0);
    // 48.6 − 5.1 points.
    close(past[1]["level"].as_f64().unwrap(), 43.5);
    assert!(report["indicators"]["erp"]["history"].is_null());
    let target = report["targets"].as_array().unwrap();
    let steel = target.iter().find(|t| t["indicator"] == "steel-cr10").unwrap();
    assert_eq!(
        (&steel["basis"], &steel["last_actual"]),
        (&"assumed".into(), &Value::Null)
    );
    let out = folder.path().join("out");
    let exported = planpath(&["export", &path, "-o", out.to_str().unwrap(), "--formats", "csv"]);
    assert_eq!(exported.status.code(), Some(0));
    let rows = fs::read_to_string(out.join("data-long.csv")).unwrap();
    let of = |year: &str| {
        rows.lines()
            .any(|row| row.contains("steel-cr10") && row.contains(year))
    };
    assert!(of("2008") && of("2009") && !of("2007"), "{rows}");
}

/// Every command that works with figures refuses the file, naming indicator and year, and writes nothing.
fn assert_refused(path: &str, target: &str, id: &str, year: &str) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let out_text = out.to_str().unwrap();
    for arguments in [
        vec!["run", path],
        vec!["run", path, "--format", "json"],
        vec!["run", path, "--format", "csv"],
        vec!["track", path],
        vec!["track", path, "--format", "json"],
        vec!["solve", path, "--target", target],
        vec!["export", path, "-o", out_text],
    ] {
        let output = planpath(&arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains(id) && said.contains(year), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
    assert!(!out.exists() || fs::read_dir(&out).unwrap().next().is_none());
}

#[test]
fn a_level_beyond_all_numbers_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let body = r#"bases: { "value-added": 1.0e308 }, rates: { "value-added": Constant(20.0) }"#;
    let path = file(&folder, "huge.ron", 1, body);
    // 1e308 · 1.2^3 = 1.73e308 is still a number, 1.2^4 makes 2.07e308, which is not.
    assert_refused(&path, "energy-intensity", "value-added", "2014");
}

/// A user-supplied plan with a scenario beside it.
fn own_plan(folder: &tempfile::TempDir, indicators: &str, rates: &str) -> String {
    let plan = format!(
        r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")], indicators: [{indicators}])"#
    );
    fs::write(folder.path().join("plan.ron"), plan).unwrap();
    let path = folder.path().join("scenario.ron");
    let scenario = format!("(format: 1, name: \"S\", plan: \"plan.ron\", rates: {{ {rates} }})");
    fs::write(&path, scenario).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_division_by_zero_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    // 5 less 1 a year is 0 in 2015.
    let indicators = r#"
        (id: "a", name: "A", category: "c", unit: "u", base: Some(1.0), dynamics: Growth,
            target: Some((form: AverageGrowth(1.0), comparator: AtLeast, wording: ""))),
        (id: "b", name: "B", category: "c", unit: "u", base: Some(5.0), dynamics: Additive),
        (id: "quotient", name: "Q", category: "c", unit: "u", dynamics: Derived("a / b")),"#;
    let path = own_plan(&folder, indicators, r#""b": Constant(-1.0)"#);
    assert_refused(&path, "a", "quotient", "2015");
}

#[test]
fn a_level_beyond_reason_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    // 11 times more each year to the fourth power: 11^16 = 4.6e16 in 2014, 11^20 = 6.7e20 in 2015, above 1e18.
    let indicators = r#"
        (id: "a", name: "A", category: "c", unit: "u", base: Some(1.0), dynamics: Growth,
            target: Some((form: AverageGrowth(1.0), comparator: AtLeast, wording: ""))),
        (id: "power", name: "W", category: "c", unit: "u", dynamics: Derived("a * a * a * a")),"#;
    let path = own_plan(&folder, indicators, r#""a": Constant(1000.0)"#);
    assert_refused(&path, "a", "power", "2015");
}
