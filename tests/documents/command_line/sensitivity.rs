//! What `sensitivity` prints, and what it refuses.

use super::*;

const GROWTH_FIRST: &str = "scenarios/growth-first.ron";

#[test]
fn one_point_of_each_lever_is_measured_on_a_target() {
    let arguments = ["sensitivity", GROWTH_FIRST, "--target", "co2-intensity"];
    let report = json(&[&arguments[..], &["--format", "json"]].concat());
    assert_eq!(report["method"], "derivative");
    assert_eq!(report["target"]["indicator"], "co2-intensity");
    let parameters = report["parameters"].as_array().unwrap();
    let names: Vec<&str> = parameters
        .iter()
        .map(|one| one["parameter"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["energy-intensity", "carbon-factor"],
        "what moves it most first"
    );
    // CO₂ intensity falls by a factor (1 − e / 100)^5 (1 − f / 100)^5; at e = 3 and f = 0 one point of e moves the fall by
    // 5 · 0.97^4, one of f by 5 · 0.97^5.
    close(
        parameters[0]["derivative"].as_f64().unwrap(),
        5.0 * 0.97_f64.powi(4),
    );
    close(
        parameters[1]["derivative"].as_f64().unwrap(),
        5.0 * 0.97_f64.powi(5),
    );
    let rows = text(&planpath(&[&arguments[..], &["--format", "csv"]].concat()).stdout);
    assert!(
        rows.starts_with("parameter,derivative\nenergy-intensity,4.42"),
        "{rows}"
    );
    let english = text(&planpath(&[&arguments[..], &["--lang", "en"]].concat()).stdout);
    assert!(
        english.contains("fall 1 point faster") && english.contains("+4.43 points"),
        "{english}"
    );
    let chinese = text(&planpath(&[&arguments[..], &["--lang", "zh"]].concat()).stdout);
    assert!(chinese.contains("年均降幅扩大1个百分点"), "{chinese}");
}

#[test]
fn one_point_of_each_lever_is_measured_on_a_level() {
    let of = |year: &[&str]| {
        let arguments = ["sensitivity", GROWTH_FIRST, "--indicator", "value-added"];
        json(&[&arguments[..], year, &["--format", "json"]].concat())
    };
    let report = of(&["--year", "2012"]);
    assert_eq!(report["indicator"], "value-added");
    assert_eq!(report["year"], 2012);
    assert!(report.get("target").is_none());
    // 16 · 1.11², by the point: 16 · 2 · 1.11 / 100.
    close(report["level"].as_f64().unwrap(), 16.0 * 1.11 * 1.11);
    close(
        report["parameters"][0]["derivative"].as_f64().unwrap(),
        0.32 * 1.11,
    );
    assert_eq!(of(&[])["year"], 2015, "the last year unless another is asked for");
}

#[test]
fn what_cannot_be_asked_is_refused() {
    for (arguments, code, said) in [
        (
            &["--target", "co2-intensty"][..],
            1,
            "did you mean \"co2-intensity\"",
        ),
        (
            &["--indicator", "co2-intensty"],
            1,
            "did you mean \"co2-intensity\"",
        ),
        (
            &["--indicator", "co2", "--year", "2010"],
            1,
            "choose a year from 2011 to 2015",
        ),
        (&[], 2, "missing"),
        (&["--target", "co2", "--indicator", "co2"], 2, "--indicator"),
        (&["--target", "co2", "--year", "2013"], 2, "--year"),
        (&["--target", "co2", "--method", "magic"], 2, "derivative"),
    ] {
        let output = planpath(&[&["sensitivity", GROWTH_FIRST, "--lang", "en"], arguments].concat());
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
        assert!(errors.contains(said), "{arguments:?}: {errors}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}
