//! What `run` prints, and its exit codes.

use super::*;

#[test]
fn run_prints_the_json_of_the_contract() {
    let report = json(&["run", "scenarios/plan-on-schedule.ron", "--format", "json"]);
    let mut top = keys(&report);
    top.sort_unstable();
    assert_eq!(
        top,
        [
            "discrepancies",
            "indicators",
            "plan",
            "planpath",
            "scenario",
            "summary",
            "targets",
            "years"
        ]
    );
    assert_eq!(report["planpath"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["plan"]["id"], "industrial-upgrading-2011-2015");
    assert_eq!(report["plan"]["base_year"], 2010);
    assert_eq!(
        report["years"],
        serde_json::json!([2010, 2011, 2012, 2013, 2014, 2015])
    );
    let energy = &report["indicators"]["energy-intensity"];
    assert_eq!(energy["unit"], "index, 2010 = 100");
    assert_eq!(energy["levels"][0].as_f64(), Some(100.0));
    assert!((energy["levels"][5].as_f64().unwrap() - 79.0).abs() < 1e-9);
    assert!(energy["annual_change_percent"][0].is_null());
    // The fifth root of 0.79 is 0.95395: −4.605 % a year.
    assert!((energy["annual_change_percent"][3].as_f64().unwrap() + 4.605).abs() < 5e-4);
    assert_eq!(energy["cumulative_change_percent"][0].as_f64(), Some(0.0));
    assert_eq!(energy["origin"][0], "base");
    assert_eq!(energy["origin"][5], "assumed", "no rate is stated");
    let targets = report["targets"].as_array().unwrap();
    let target = targets
        .iter()
        .find(|target| target["indicator"] == "energy-intensity")
        .unwrap();
    assert_eq!(target["form"], "cumulative_decline");
    assert_eq!(target["comparator"], "at_least");
    assert_eq!(target["binding"], true);
    assert_eq!(target["target"].as_f64(), Some(21.0));
    assert!((target["projected"].as_f64().unwrap() - 21.0).abs() < 1e-9);
    assert!(target["gap"].as_f64().unwrap().abs() < 1e-9);
    assert!((target["progress"].as_f64().unwrap() - 1.0).abs() < 1e-9);
    assert_eq!(target["status"], "met");
}

#[test]
fn the_hash_is_that_of_the_file() {
    use sha2::Digest as _;
    let report = json(&["run", "scenarios/growth-first.ron", "--format", "json"]);
    let digest = sha2::Sha256::digest(fs::read(root().join("scenarios/growth-first.ron")).unwrap());
    let hash = report["scenario"]["sha256"].as_str().unwrap();
    let bytes: Vec<u8> = (0..64)
        .step_by(2)
        .map(|n| u8::from_str_radix(&hash[n..n + 2], 16).unwrap())
        .collect();
    assert_eq!(bytes, digest.as_slice());
}

#[test]
fn actuals_are_told_from_what_is_between_them() {
    let report = json(&["run", "scenarios/mid-term-2013.ron", "--format", "json"]);
    assert_eq!(
        report["indicators"]["energy-intensity"]["origin"],
        serde_json::json!(["base", "actual", "interpolated", "actual", "assumed", "assumed"])
    );
}

#[test]
fn figures_without_a_base_are_null_and_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bare.ron");
    let bare = "(format: 1, name: \"Bare\", plan: \"industrial-upgrading-2011-2015\")";
    planpath::file::save(&path, bare).unwrap();
    let report = json(&["run", path.to_str().unwrap(), "--format", "json"]);
    assert!(report["indicators"]["erp"]["levels"][0].is_null());
    let targets = report["targets"].as_array().unwrap();
    let erp = targets
        .iter()
        .find(|target| target["indicator"] == "erp")
        .unwrap();
    assert_eq!(erp["status"], "unknown");
    assert!(erp["projected"].is_null() && erp["gap"].is_null() && erp["progress"].is_null());
}

#[test]
fn csv_has_a_row_per_indicator_and_year() {
    let output = planpath(&["run", "scenarios/mid-term-2013.ron", "--format", "csv"]);
    assert!(output.status.success());
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let header = reader.headers().unwrap().clone();
    let column = |name: &str| header.iter().position(|other| other == name).expect(name);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let plan = load(&root().join("scenarios/mid-term-2013.ron")).unwrap().plan;
    assert_eq!(rows.len(), plan.indicators.len() * 6);
    let steel = rows
        .iter()
        .find(|row| &row[column("indicator")] == "steel-cr10" && &row[column("year")] == "2013")
        .unwrap();
    assert_eq!(&steel[column("level")], "39.4");
    assert_eq!(&steel[column("origin")], "actual");
}

#[test]
fn require_met_decides_the_exit_code() {
    let run = |file: &str, more: &[&str]| {
        let mut arguments = vec!["run", file];
        arguments.extend(more);
        planpath(&arguments).status.code()
    };
    assert_eq!(run("scenarios/growth-first.ron", &[]), Some(0));
    assert_eq!(run("scenarios/growth-first.ron", &["--require-met"]), Some(3));
    // A scenario slightly beyond every strict target meets them all.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("beyond.ron");
    let text = fs::read_to_string(root().join("scenarios/plan-on-schedule.ron")).unwrap();
    let rates = "rates: { \"carbon-factor\": Constant(0.1), \"rd-intensity\": Constant(0.07), \
                 \"rd-institution-share\": Constant(1.7), \"automobile-cr10\": Constant(1.6), \
                 \"shipbuilding-cr10\": Constant(4.3) }, bases:";
    planpath::file::save(&path, &text.replacen("bases:", rates, 1)).unwrap();
    assert_eq!(run(path.to_str().unwrap(), &["--require-met"]), Some(0));
}

#[test]
fn zero_has_no_sign_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("still.ron");
    // Nothing moves: progress of a falling target is ln 1 / ln 0.79, which is −0 in floating point.
    let still = "(format: 1, name: \"Still\", plan: \"industrial-upgrading-2011-2015\", rates: { \
                 \"energy-intensity\": Constant(0.0), \"value-added\": Constant(-0.0) })";
    planpath::file::save(&path, still).unwrap();
    let path = path.to_str().unwrap();
    for command in ["run", "track"] {
        for format in ["table", "json", "csv"] {
            let shown = text(&planpath(&[command, path, "--format", format]).stdout);
            for word in shown.split(|c: char| c.is_whitespace() || c == ',') {
                let digits = word.trim_start_matches(['-', '−', '+']);
                let is_zero = digits.parse::<f64>().is_ok_and(|value| value.abs() <= 0.0);
                assert!(!is_zero || digits == word, "{command} {format}: {word}");
            }
        }
    }
}

#[test]
fn published_figures_are_held_against_their_identities_in_every_report() {
    let (_folder, file) = two_forms();
    for command in ["run", "track"] {
        let report = json(&[command, &file, "--format", "json"]);
        let found = report["discrepancies"].as_array().unwrap();
        assert_eq!(found.len(), 2, "{command}");
        // 231 against 2 · 110 is 5 % more; 28 % against 27.5 % half a point.
        let figure = |n: usize, field: &str| found[n][field].as_f64().unwrap();
        assert_eq!(
            (&found[0]["indicator"], &found[0]["year"]),
            (&"y".into(), &2011.into())
        );
        assert!((figure(0, "entered") - 231.0).abs() < 1e-9 && (figure(0, "identity") - 220.0).abs() < 1e-9);
        assert!((figure(0, "size_percent") - 5.0).abs() < 1e-9 && found[0]["size_points"].is_null());
        assert!((figure(1, "size_points") - 0.5).abs() < 1e-9 && found[1]["size_percent"].is_null());
        let shown = text(&planpath(&[command, &file]).stdout);
        assert!(
            shown.contains("231") && shown.contains("220") && shown.contains("+5.00 %"),
            "{shown}"
        );
    }
    let plain = json(&["run", "scenarios/plan-on-schedule.ron", "--format", "json"]);
    assert_eq!(plain["discrepancies"].as_array().unwrap().len(), 0);
}
