//! Names of targets on the command line.

use super::*;

#[test]
fn the_command_line_takes_names_of_targets() {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [(id: "x", name: "X", category: "c", unit: "t", base: Some(100.0), dynamics: Growth, targets: [
            (form: Level(130.0), comparator: AtLeast, wording: "", due: In(2013)),
            (form: AverageGrowth(7.0), comparator: AtLeast, wording: "", due: In(2013)),
            (form: Level(200.0), comparator: AtLeast, wording: ""),
        ])])"#;
    fs::write(folder.path().join("plan.ron"), plan).unwrap();
    let file = folder.path().join("scenario.ron");
    fs::write(
        &file,
        r#"(format: 1, name: "S", plan: "plan.ron", rates: { "x": Constant(5.0) })"#,
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let solve = |name: &str| planpath(&["solve", file, "--target", name, "--format", "json"]);
    // To 130 in three years, to 7 % a year, and, as the one target of the last year, to 200 in five.
    for (name, rate) in [
        ("x@2013:level", (1.3_f64.cbrt() - 1.0) * 100.0),
        ("x@2013:average-growth", 7.0),
        ("x@2013:average_growth", 7.0),
        ("x", (2.0_f64.powf(0.2) - 1.0) * 100.0),
        ("x@2015", (2.0_f64.powf(0.2) - 1.0) * 100.0),
    ] {
        let output = solve(name);
        assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        close(report["rate"].as_f64().unwrap(), rate);
    }
    for name in ["x@2013", "x@2014"] {
        let output = solve(name);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let said = String::from_utf8(output.stderr).unwrap();
        for choice in ["x@2013:level", "x@2013:average-growth"] {
            assert!(said.contains(choice), "{name}: {said}");
        }
    }
}
