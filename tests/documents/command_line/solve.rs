//! What `solve` prints, and when it fails.

use super::*;

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
        // The alternative is named, whichever side was asked for.
        (
            vec!["--target", "steel-cr10", "--from", "2013"],
            "choose from 2014–15",
        ),
        (
            vec!["--target", "steel-cr10", "--from", "2030"],
            "choose from 2014–15",
        ),
        // A target not due that year is not one of several.
        (
            vec!["--target", "energy-intensity@2012"],
            "energy-intensity has no target \"2012\"",
        ),
        // An id that is part of another, with a year that other targets have too.
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
