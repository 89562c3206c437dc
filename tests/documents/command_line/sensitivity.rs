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

/// A scenario with three uncertain levers behind CO₂, two of them correlated if wanted, in a folder of its own.
fn uncertain(more: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uncertain.ron");
    let text = format!(
        r#"(format: 2, name: "Uncertain", plan: "industrial-upgrading-2011-2015",
        rates: {{"value-added": Constant(8.0), "energy-intensity": Constant(4.0), "carbon-factor": Constant(0.5)}},
        uncertainty: {{
            "value-added": (spread: Normal(sd: 1.0), years: SameDraw),
            "energy-intensity": (spread: Triangular(min: -2.0, mode: 0.0, max: 1.0), years: SameDraw),
            "carbon-factor": (spread: Normal(sd: 0.5), years: SameDraw),
        }}, {more})"#
    );
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn a_tornado_has_a_bar_for_each_uncertain_lever() {
    let (_folder, file) = uncertain(r#"correlations: [("value-added", "carbon-factor", 0.5)]"#);
    let arguments = ["sensitivity", &file, "--indicator", "co2", "--method", "tornado"];
    let report = json(&[&arguments[..], &["--format", "json"]].concat());
    assert_eq!(report["method"], "tornado");
    let bars = report["parameters"].as_array().unwrap();
    assert_eq!(bars.len(), 3);
    for bar in bars {
        let [low, high, swing] = ["low", "high", "swing"].map(|name| bar[name].as_f64().unwrap());
        assert!(low < high && (high - low - swing).abs() < 1e-9, "{bar}");
        assert_eq!(bar["rises"], bar["parameter"] == "value-added", "{bar}");
        assert_eq!(bar["monotone"], true);
    }
    let value_added = bars.iter().find(|bar| bar["parameter"] == "value-added").unwrap();
    assert_eq!(value_added["correlated"][0], "carbon-factor");
    // N(8, 1) at 10 and 90 %.
    close(
        value_added["rates"][0].as_f64().unwrap(),
        8.0 - 1.281_551_565_544_6,
    );
    let rows = text(&planpath(&[&arguments[..], &["--format", "csv"]].concat()).stdout);
    assert!(
        rows.starts_with("parameter,low,high,swing,rises,monotone,correlated\n"),
        "{rows}"
    );
    assert_eq!(rows.lines().count(), 4, "{rows}");
    let english = text(&planpath(&[&arguments[..], &["--lang", "en"]].concat()).stdout);
    assert!(
        english.contains("with Carbon factor of energy following it"),
        "{english}"
    );
    assert!(english.contains("rise 6.72 % … rise 9.28 %"), "{english}");
    // Value added is not behind CO₂ intensity, so it does not follow there.
    let apart = [
        "sensitivity",
        &file,
        "--target",
        "co2-intensity",
        "--method",
        "tornado",
        "--lang",
        "en",
    ];
    let apart = text(&planpath(&apart).stdout);
    assert!(
        !apart.contains("following it") && apart.contains("Carbon factor"),
        "{apart}"
    );
    let chinese = text(&planpath(&[&arguments[..], &["--lang", "zh"]].concat()).stdout);
    assert!(
        chinese.contains("10%分位数") && chinese.contains("随之变动"),
        "{chinese}"
    );
}

#[test]
fn shares_of_variance_are_those_of_sobol_or_where_levers_are_correlated_of_shapley() {
    let (_folder, file) = uncertain("");
    let arguments = [
        "sensitivity",
        &file,
        "--target",
        "co2-intensity",
        "--method",
        "sobol",
    ];
    let report = json(&[&arguments[..], &["--format", "json"]].concat());
    assert_eq!(report["method"], "sobol");
    assert_eq!(
        (&report["uncertain"], &report["scrambles"]),
        (&true.into(), &16.into())
    );
    let shares = report["parameters"].as_array().unwrap();
    assert_eq!(shares.len(), 2, "value added is not behind it");
    for share in shares {
        let interval = share["first_ci"].as_array().unwrap();
        let first = share["first"].as_f64().unwrap();
        assert!(interval[0].as_f64().unwrap() <= first && first <= interval[1].as_f64().unwrap());
        assert!(share["total"].as_f64().unwrap() > 0.0, "{share}");
    }
    assert_eq!(report["years"].as_array().unwrap().len(), 5);
    let rows = text(&planpath(&[&arguments[..], &["--format", "csv"]].concat()).stdout);
    assert!(
        rows.starts_with("of,year,parameter,first,first_low,first_high,total,"),
        "{rows}"
    );
    assert_eq!(rows.lines().count(), 1 + 2 + 5 * 2, "{rows}");
    let english = text(&planpath(&[&arguments[..], &["--lang", "en"]].concat()).stdout);
    assert!(
        english.contains("First order") && english.contains(" to "),
        "{english}"
    );

    let (_folder, file) = uncertain(r#"correlations: [("energy-intensity", "carbon-factor", 0.5)]"#);
    let output = planpath(&[
        "sensitivity",
        &file,
        "--target",
        "co2-intensity",
        "--method",
        "sobol",
        "--format",
        "json",
        "--lang",
        "en",
    ]);
    assert!(
        text(&output.stderr).contains("Shapley effects"),
        "{}",
        text(&output.stderr)
    );
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["method"], "shapley");
    let effects = report["parameters"].as_array().unwrap();
    let sum: f64 = effects.iter().map(|one| one["effect"].as_f64().unwrap()).sum();
    close(sum, 1.0);
}

#[test]
fn without_uncertainty_there_is_nothing_to_draw() {
    for method in ["tornado", "sobol"] {
        let arguments = [
            "sensitivity",
            GROWTH_FIRST,
            "--target",
            "co2-intensity",
            "--lang",
            "en",
            "--method",
        ];
        let output = planpath(&[&arguments[..], &[method]].concat());
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{errors}");
        assert!(
            errors.contains("no rate is uncertain") && errors.contains("add a spread"),
            "{errors}"
        );
    }
    // What no uncertain lever moves is not uncertain.
    let (_folder, file) = uncertain("");
    for method in ["tornado", "sobol"] {
        let arguments = [
            "sensitivity",
            &file,
            "--target",
            "rd-intensity",
            "--lang",
            "en",
            "--method",
            method,
        ];
        let output = planpath(&arguments);
        let said = text(&output.stderr);
        assert!(
            said.contains("is not uncertain") || said.contains("has no levels"),
            "{method}: {said}"
        );
    }
}
