//! CSV of the projection and of the scorecard.

use std::collections::HashMap;

use planpath::export::csv;
use planpath::text::Language;

use crate::tables::{Case, every_kind, shipped};

type Rows = Vec<HashMap<String, String>>;

fn read(bytes: &[u8]) -> Rows {
    let mut reader = ::csv::Reader::from_reader(bytes);
    reader.deserialize().map(Result::unwrap).collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
}

#[test]
fn the_long_table_has_the_figures_to_twelve_digits() {
    let case = every_kind("Trial", 10.0);
    let rows = read(&csv::long(&case.material(Language::English), false).unwrap());
    let row = |indicator: &str, path: &str, year: &str| {
        rows.iter()
            .find(|row| row["indicator"] == indicator && row["path"] == path && row["year"] == year)
            .unwrap()
    };
    // 100 · 1.1 · 1.2 = 132
    let last = row("output", "scenario", "2012");
    assert_near(number(&last["level"]), 132.0);
    assert_near(number(&last["annual_change_percent"]), 20.0);
    assert_near(number(&last["cumulative_change_percent"]), 32.0);
    assert_eq!(
        (last["unit"].as_str(), last["origin"].as_str()),
        ("t", "projected")
    );
    assert_eq!(last["path_name"], "Trial");
    // The plan's own path: 100 · 1.08²
    assert_near(number(&row("output", "plan", "2012")["level"]), 116.64);
    assert_eq!(row("waste", "scenario", "2011")["origin"], "actual");
    assert_eq!(row("output", "scenario", "2010")["annual_change_percent"], "");
    assert_eq!(
        row("nobody", "scenario", "2012")["level"],
        "",
        "no base value, no level"
    );
    // 8 indicators, 3 years, 2 paths
    assert_eq!(rows.len(), 8 * 3 * 2);
}

#[test]
fn every_level_is_there_without_binary_dust() {
    for name in shipped() {
        let case = Case::shipped(&name);
        let plan = &case.loaded.plan;
        let material = case.material(Language::Chinese);
        let long = read(&csv::long(&material, true).unwrap()[3..]);
        let wide = read(&csv::wide(&material, false).unwrap());
        for (ix, indicator) in plan.iter() {
            for (step, year) in plan.years().enumerate() {
                let expected = case
                    .projection
                    .levels(ix)
                    .map_or(String::new(), |levels| twelve_digits(levels[step]));
                let year = year.to_string();
                let own = |row: &&HashMap<String, String>| {
                    row["indicator"] == indicator.id && row["path"] == "scenario"
                };
                let in_long = long.iter().filter(own).find(|row| row["year"] == year).unwrap();
                let in_wide = wide.iter().find(own).unwrap();
                assert_eq!(in_long["level"], expected, "{name} {} {year}", indicator.id);
                assert_eq!(in_wide[&year], expected, "{name} {} {year}", indicator.id);
                assert_eq!(in_wide["name"], indicator.name.get(Language::Chinese));
            }
        }
    }
}

/// As written by hand: no insignificant digits.
fn twelve_digits(value: f64) -> String {
    let exponent = format!("{value:e}")
        .split('e')
        .nth(1)
        .unwrap()
        .parse::<i32>()
        .unwrap();
    let decimals = usize::try_from(11 - exponent).unwrap();
    let text = format!("{value:.decimals$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[test]
fn figures_of_a_plan_on_schedule_are_as_they_were_given() {
    let case = Case::shipped("plan-on-schedule");
    let material = case.material(Language::English);
    let row = |rows: &Rows, indicator: &str| -> HashMap<String, String> {
        let found = rows.iter().find(|row| row["indicator"] == indicator);
        found.unwrap().clone()
    };
    let scores = read(&csv::scorecard(&material, false).unwrap());
    assert_eq!(row(&scores, "value-added")["projected"], "8");
    assert_eq!(row(&scores, "energy-intensity")["projected"], "21");
    let wide = read(&csv::wide(&material, false).unwrap());
    assert_eq!(row(&wide, "energy-intensity")["2015"], "79");
    for row in scores.iter().chain(&wide) {
        assert!(!row.values().any(|cell| cell == "-0"), "{row:?}");
    }
}

#[test]
fn the_byte_order_mark_is_there_when_asked_for() {
    let case = every_kind("规划", 10.0);
    let material = case.material(Language::Chinese);
    for make in [csv::wide, csv::long, csv::scorecard] {
        let (with, without) = (make(&material, true).unwrap(), make(&material, false).unwrap());
        assert_eq!(with[..3], *b"\xEF\xBB\xBF");
        assert_eq!(with[3..], without);
        assert_eq!(with, make(&material, true).unwrap(), "same input, same bytes");
    }
}

#[test]
fn the_scorecard_judges_as_the_program_does() {
    let case = every_kind("Trial", 10.0);
    let rows = read(&csv::scorecard(&case.material(Language::English), false).unwrap());
    let row = |indicator: &str| rows.iter().find(|row| row["indicator"] == indicator).unwrap();
    // (1.1 · 1.2)^(1/2) − 1 = 14.891 253 %
    assert_near(
        number(&row("output")["projected"]),
        (1.32_f64.sqrt() - 1.0) * 100.0,
    );
    assert_eq!(row("output")["status"], "met");
    // 1 − 0.9² = 19 %, two points short of 21; ln 0.81 / ln 0.79 = 89.4 % of the way
    assert_near(number(&row("intensity")["projected"]), 19.0);
    assert_near(number(&row("intensity")["gap"]), -2.0);
    assert_near(
        number(&row("intensity")["progress"]),
        libm::log(0.81) / libm::log(0.79),
    );
    assert_eq!(row("intensity")["status"], "missed");
    assert_eq!(row("nobody")["status"], "unknown");
    assert_eq!(row("nobody")["projected"], "");
}

#[test]
fn no_name_acts_as_a_formula() {
    for name in [
        "=1+1",
        "+SUM(A1:A9)",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
    ] {
        let case = every_kind(name, 10.0);
        let rows = read(&csv::wide(&case.material(Language::English), false).unwrap());
        let written = &rows[0]["path_name"];
        // A carriage return would overwrite its line when the table is printed.
        assert_eq!(written, &format!("'{name}").replace('\r', " "));
    }
    // Text that is a number, and text with a quotation mark, a comma or a line break inside, stay as they are.
    for name in ["-3.5", "a \"b\", c", "two\nlines", "a=b", "3 - 2"] {
        let case = every_kind(name, 10.0);
        let rows = read(&csv::wide(&case.material(Language::English), false).unwrap());
        assert_eq!(rows[0]["path_name"], name);
    }
}

#[test]
fn figures_below_zero_stay_numbers() {
    let case = every_kind("Falling", -50.0);
    let rows = read(&csv::long(&case.material(Language::English), false).unwrap());
    let row = rows
        .iter()
        .find(|row| row["indicator"] == "output" && row["year"] == "2011")
        .unwrap();
    assert_eq!(row["annual_change_percent"], "-50");
}

#[test]
fn compared_scenarios_stand_under_the_plan() {
    let (case, other) = (every_kind("Trial", 10.0), every_kind("Other", 30.0));
    let compared = [("Other".to_owned(), &other.projection)];
    let mut material = case.material(Language::English);
    material.compared = &compared;
    let rows = read(&csv::wide(&material, false).unwrap());
    let row = rows
        .iter()
        .find(|row| row["path"] == "compared" && row["indicator"] == "output")
        .unwrap();
    assert_eq!(row["path_name"], "Other");
    // 100 · 1.3 · 1.2
    assert_near(number(&row["2012"]), 156.0);
}
