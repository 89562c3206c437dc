//! No figure, count or sentence claims more than was entered, and nothing but zero shows as zero.

use std::fs;

use tempfile::TempDir;

use crate::wording::{planpath, row};

/// A small mass, a slow growth, a number of firms, and an output with two due years.
const PLAN: &str = r#"(format: 2, id: "claims", title: "Claims", base_year: 2010, end_year: 2015, source: "made up",
    categories: [(id: "all", name: "All")],
    indicators: [
        (id: "trace", name: "Trace", category: "all", unit: "kg", base: Some(0.0000012), dynamics: Additive,
         target: Some((form: Level(0.0000015), comparator: AtLeast, wording: "1.5 mg"))),
        (id: "crawl", name: "Crawl", category: "all", unit: "t", base: Some(100.0), dynamics: Growth,
         target: Some((form: AverageGrowth(0.001), comparator: MoreThan, wording: ">0.001%"))),
        (id: "firms", name: "Makers", category: "all", unit: "firms", base: Some(1.0), dynamics: Additive,
         target: Some((form: Change(3.0), comparator: AtLeast, wording: "+3"))),
        (id: "out", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth,
         targets: [
            (form: AverageGrowth(8.0), comparator: AtLeast, wording: "8%", due: In(2013)),
            (form: CumulativeGrowth(50.0), comparator: AtLeast, wording: "50%"),
         ]),
    ])"#;

fn with(scenario: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.ron"), PLAN).unwrap();
    let path = folder.path().join("scenario.ron");
    let text = format!(r#"(format: 2, name: "Trial", plan: "plan.ron", {scenario})"#);
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

/// 0.0000012 + 5 · 0.00000004 = 0.0000014; 5 firms more, 2 above what is asked.
const SET: &str =
    r#"rates: { "trace": Constant(0.00000004), "crawl": Constant(0.001), "firms": Constant(1.0) }"#;

#[test]
fn small_figures_are_not_nothing() {
    let (_folder, file) = with(SET);
    let (_, table) = planpath(&["--lang", "en", "run", &file]);
    assert_eq!(
        row(&table, "Trace", 0)[2..5],
        ["at least 0.0000015", "0.0000014", "−0.0000001"]
    );
    assert_eq!(row(&table, "Trace", 1)[2], "0.0000012");
    assert_eq!(
        row(&table, "Crawl", 0)[2..4],
        ["more than 0.001 % a year", "0.001 % a year"],
        "{table}"
    );
}

#[test]
fn a_change_of_amounts_has_its_unit() {
    let (_folder, file) = with(SET);
    let (_, table) = planpath(&["--lang", "en", "run", &file]);
    assert_eq!(
        row(&table, "Makers", 0)[2..5],
        ["rise at least 3 firms", "+5.00 firms", "+2.00 firms"]
    );
    // In Chinese, too, a space separates a figure from Latin letters.
    let (_, table) = planpath(&["--lang", "zh", "run", &file]);
    assert_eq!(
        row(&table, "Makers", 0)[2..5],
        ["提高3 firms以上", "+5.00 firms", "+2.00 firms"]
    );
}

#[test]
fn counts_say_what_would_be_met_on_set_rates() {
    let (_folder, file) = with(SET);
    let (_, table) = planpath(&["--lang", "en", "run", &file]);
    assert!(
        table.contains("Of those met, 1 depends on the set rates."),
        "{table}"
    );
    let (_, table) = planpath(&["--lang", "zh", "run", &file]);
    assert!(table.contains("达到的目标中，有1项以已设年率为前提。"), "{table}");
}

#[test]
fn counts_say_where_set_rates_and_the_plan_meet() {
    // CO₂ per unit follows from energy at the set rates and a carbon factor at the plan's pace.
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/trend-continues.ron");
    let (_, table) = planpath(&["--lang", "en", "run", file]);
    assert!(
        table.contains("Of those met, 1 depends, at least in part, on keeping the plan's pace."),
        "{table}"
    );
    let (_, table) = planpath(&["--lang", "zh", "run", file]);
    assert!(table.contains("有1项至少部分以保持规划进度为前提。"), "{table}");
}

#[test]
fn what_was_entered_for_other_years_is_not_called_nothing() {
    // A base and a figure from before the base year are entered, and say nothing about the plan's years.
    let (_folder, file) = with(r#"bases: { "firms": 2.0 }, actuals: { "out": { 2008: Level(90.0) } }"#);
    let (_, table) = planpath(&["--lang", "en", "run", &file]);
    assert!(
        table.contains("No rate was set and no actual entered for the plan's years:"),
        "{table}"
    );
    assert!(!table.contains("Nothing was entered"), "{table}");
}

#[test]
fn several_targets_of_one_indicator_stand_apart() {
    let (folder, _) = with("");
    let plan = folder.path().join("plan.ron");
    let (_, table) = planpath(&["--lang", "en", "plan", plan.to_str().unwrap()]);
    assert!(
        table.contains("at least 8 % a year, 2013; rise at least 50 %"),
        "{table}"
    );
}

fn report(scenario: &str) -> String {
    let (folder, file) = with(scenario);
    let out = folder.path().join("out");
    let out = out.to_str().unwrap();
    let (is_done, said) = planpath(&["--lang", "en", "export", &file, "-o", out, "--formats", "html"]);
    assert!(is_done, "{said}");
    fs::read_to_string(format!("{out}/report.html")).unwrap()
}

#[test]
fn a_report_names_due_years_and_explains_the_forms_that_occur() {
    // 1 % a year misses both targets of output.
    let page = report(r#"rates: { "out": Constant(1.0) }"#);
    for said in [
        "Output, 2013: ",
        "Output, 2015: ",
        "Average growth: the geometric mean",
        "Cumulative change: ",
        "Level: the level in the due year.",
        "Change: the level in the due year minus",
        "“More than” and “below” are strict",
        "Scope: not stated",
    ] {
        assert!(page.contains(said), "{said}");
    }
    for absent in [
        "Range: the level",
        "Count: whole things",
        "“About” is judged",
        "differs by indicator",
    ] {
        assert!(!page.contains(absent), "{absent}");
    }
}

#[test]
fn a_report_shows_equal_charts_once() {
    // 160 in 2012 reaches 8 % a year until 2013 (125.97) and 50 % until 2015: no path catches up with either.
    let page = report(r#"actuals: { "out": { 2012: Level(160.0) } }"#);
    assert_eq!(
        page.matches("Output: actuals, even path and projection").count(),
        1
    );
}
