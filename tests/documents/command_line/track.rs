//! What `track` prints.

use super::*;

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
    // CO₂ follows energy, whose last data are for 2013, with an unchanged carbon factor: the same 6.949 % and 3.537 %.
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
