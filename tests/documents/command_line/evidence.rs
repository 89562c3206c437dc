//! Summaries separate what rests on data and rates from what is assumed.

use serde_json::json;

use super::*;

fn report(command: &str, file: &str) -> Value {
    let output = planpath(&[command, file, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{file}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn the_summary_of_the_mid_term_names_judged_and_assumed_apart() {
    let found = report("run", "scenarios/mid-term-2013.ron");
    // Judged: value added, R&D, steel, energy, water by their own actuals, CO₂ intensity by energy's. R&D is missed and
    // steel goes the wrong way. Binding among them: energy, CO₂ and water, all met.
    assert_eq!(
        found["summary"],
        json!({
            "targets": 24, "judged": 6, "met": 4, "close": 0, "missed": 1, "wrong_direction": 1,
            "assumed": 18, "unknown": 0,
            "binding": {
                "targets": 8, "judged": 3, "met": 3, "close": 0, "missed": 0, "wrong_direction": 0,
                "assumed": 5, "unknown": 0
            }
        })
    );
    let of = |id: &str| {
        let targets = found["targets"].as_array().unwrap();
        targets
            .iter()
            .find(|target| target["indicator"] == id)
            .unwrap()
            .clone()
    };
    let co2 = of("co2-intensity");
    assert_eq!(co2["due"], 2015);
    assert_eq!(co2["basis"], "partly_assumed");
    assert_eq!(co2["assumed"], json!(["carbon-factor"]));
    assert_eq!(co2["last_actual"], 2013);
    assert_eq!(co2["rest"], "assumed");
    let erp = of("erp");
    assert_eq!(
        (&erp["basis"], &erp["last_actual"]),
        (&json!("assumed"), &Value::Null)
    );
    assert_eq!(erp["status"], "met", "the computed status stays");
}

#[test]
fn every_summary_adds_up() {
    for example in &EXAMPLES {
        let file = format!("scenarios/{}.ron", example.id);
        let report = report("run", &file);
        let targets = report["targets"].as_array().unwrap();
        for (counts, is_counted) in [(&report["summary"], false), (&report["summary"]["binding"], true)] {
            let of = |name: &str| counts[name].as_u64().unwrap();
            let (judged, name) = (of("judged"), example.id);
            assert_eq!(
                of("met") + of("close") + of("missed") + of("wrong_direction"),
                judged,
                "{name}"
            );
            assert_eq!(judged + of("assumed") + of("unknown"), of("targets"), "{name}");
            let listed = targets.iter().filter(|t| !is_counted || t["binding"] == true);
            let on = |basis: &str| listed.clone().filter(|t| t["basis"] == basis).count() as u64;
            assert_eq!(of("targets"), listed.clone().count() as u64, "{name}");
            assert_eq!(
                (of("assumed"), of("unknown")),
                (on("assumed"), on("none")),
                "{name}"
            );
        }
    }
}

#[test]
fn an_untouched_scenario_is_the_plan_judged_against_itself() {
    let file = "scenarios/plan-on-schedule.ron";
    let found = report("run", file);
    assert_eq!(found["summary"]["judged"], 0);
    assert_eq!(found["summary"]["assumed"], 24);
    let shown = String::from_utf8(planpath(&["run", file, "--lang", "en"]).stdout).unwrap();
    assert!(
        shown.contains("this is the plan itself, judged against itself"),
        "{shown}"
    );
    let chinese = String::from_utf8(planpath(&["run", file, "--lang", "zh"]).stdout).unwrap();
    assert!(!chinese.contains("judged"), "{chinese}");
}

#[test]
fn require_met_speaks_of_judged_targets() {
    let code = |file: &str| planpath(&["run", file, "--require-met"]).status.code();
    // With none judged it succeeds, and says so.
    let untouched = planpath(&["run", "scenarios/plan-on-schedule.ron", "--require-met"]);
    assert_eq!(untouched.status.code(), Some(0));
    assert!(!untouched.stderr.is_empty(), "it says that none is judged");
    // R&D missed, steel in the wrong direction.
    assert_eq!(code("scenarios/mid-term-2013.ron"), Some(3));
    // One judged target, met: the strict ones on their line are assumed and do not count.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.ron");
    let text = "(format: 1, name: \"One\", plan: \"industrial-upgrading-2011-2015\", \
                rates: { \"energy-intensity\": Constant(5.0) })";
    planpath::file::save(&path, text).unwrap();
    assert_eq!(code(path.to_str().unwrap()), Some(0));
}
