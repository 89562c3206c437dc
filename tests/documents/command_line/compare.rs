//! What `compare` prints, and when it fails.

use super::*;

const FILES: [&str; 3] = [
    "scenarios/mid-term-2013.ron",
    "scenarios/growth-first.ron",
    "scenarios/trend-continues.ron",
];

fn line<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["compare"], &FILES[..], more].concat()
}

fn found<'a>(all: &'a Value, id: &str) -> &'a Value {
    let mut all = all.as_array().unwrap().iter();
    all.find(|part| part["indicator"] == id).expect(id)
}

#[test]
fn scenarios_are_compared_on_what_differs() {
    let report = json(&line(&["--by", "co2", "--format", "json"]));
    assert_eq!(
        keys(&report),
        [
            "by",
            "levers",
            "not_shared",
            "outcomes",
            "planpath",
            "reference",
            "scenarios",
            "targets",
            "years"
        ]
    );
    let levers = report["levers"].as_array().unwrap();
    assert_eq!(levers[0]["indicator"], "value-added");
    assert_eq!(levers[1]["indicator"], "energy-intensity");
    assert!(
        levers.iter().all(|lever| lever["indicator"] != "carbon-factor"),
        "it is the same in all"
    );
    close(levers[0]["rates"][1][0].as_f64().unwrap(), 11.0);
    assert_eq!(levers[0]["effects"][0], Value::Null);
    let co2 = found(&report["outcomes"], "co2");
    for place in [1, 2] {
        let effects = levers.iter().filter_map(|lever| lever["effects"][place].as_f64());
        close(effects.sum(), co2["difference"][place].as_f64().unwrap());
    }
    let energy = found(&report["targets"], "energy-intensity");
    assert_eq!(energy["status"], serde_json::json!(["met", "missed", "met"]));
    assert!(report["not_shared"].as_array().unwrap().is_empty());
    let table = text(&planpath(&line(&["--by", "co2"])).stdout);
    for said in [
        "A: Mid-term, 2013 (reference)",
        "B: Growth first",
        "B − A",
        "higher than in \"Mid-term, 2013\"",
    ] {
        assert!(table.contains(said), "{said}: {table}");
    }
    let chinese = text(&planpath(&[&["--lang", "zh"], &line(&[])[..]].concat()).stdout);
    assert!(
        chinese.contains("（对照）") && chinese.contains("个年率指标中"),
        "{chinese}"
    );
    let rows = text(&planpath(&line(&["--format", "csv"])).stdout);
    assert!(
        rows.starts_with(
            "kind,indicator,year,scenario,value,difference,effect,status\nrate,value-added,2011,"
        ),
        "{rows}"
    );
}

#[test]
fn any_file_may_be_the_reference() {
    let report = json(&line(&["--reference", FILES[2], "--format", "json"]));
    assert_eq!(report["reference"], 2);
    // One that is not among the files comes first.
    let report = json(&["compare", FILES[0], "--reference", FILES[1], "--format", "json"]);
    assert_eq!(report["scenarios"][0]["name"], "Growth first");
    assert_eq!(report["reference"], 0);
}

#[test]
fn what_there_is_not_to_compare_is_said() {
    let table = text(&planpath(&["compare", FILES[0], FILES[0]]).stdout);
    assert!(
        table.contains("The same as \"Mid-term, 2013\": Mid-term, 2013."),
        "{table}"
    );
    let (_folder, other) = two_forms();
    for (arguments, code, said) in [
        (vec!["compare", FILES[0]], 1, "name at least two"),
        (vec!["compare"], 2, "missing: <FILE>"),
        (
            vec!["compare", FILES[0], FILES[1], "--by", "co3"],
            1,
            "did you mean",
        ),
        (vec!["compare", FILES[0], &other], 1, "no indicator in common"),
        (vec!["compare", FILES[0], "scenarios/none.ron"], 1, "none.ron"),
    ] {
        let output = planpath(&arguments);
        let message = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {message}");
        assert!(message.contains(said), "{arguments:?}: {message}");
    }
}
