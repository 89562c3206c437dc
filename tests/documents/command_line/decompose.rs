//! What `decompose` prints, and when it fails.

use super::*;

const MID_TERM: &str = "scenarios/mid-term-2013.ron";

fn change(effects: &Value, factor: &str) -> f64 {
    let effects = effects.as_array().unwrap();
    let found = effects.iter().find(|effect| effect["factor"] == factor);
    found.unwrap_or_else(|| panic!("{factor} in {effects:?}"))["change"]
        .as_f64()
        .unwrap()
}

#[test]
fn years_are_decomposed_directly_or_one_by_one() {
    let of = |more: &[&str]| {
        let mut line = vec!["decompose", MID_TERM, "--indicator", "energy-use", "--to", "2013"];
        line.extend(["--format", "json"]);
        line.extend(more);
        json(&line)
    };
    let direct = of(&[]);
    // Chained figures come on request.
    assert!(
        ["by_year", "by_period"]
            .iter()
            .all(|key| direct.get(*key).is_none())
    );
    assert_eq!(direct["indicator"], "energy-use");
    assert_eq!(direct["method"], "lmdi");
    assert_eq!(direct["last_actual"], 2013);
    let change_of_all = direct["to_value"].as_f64().unwrap() - direct["from_value"].as_f64().unwrap();
    assert!(direct["residual"].as_f64().unwrap().abs() < 1e-9 * change_of_all);
    // V · e of the mid-term, where 1,600 is 100 of the index.
    close(
        change(&direct["effects"], "value-added"),
        421.239_276_747_4 / 16.0,
    );
    close(
        change(&direct["effects"], "energy-intensity"),
        -273.803_797_118_5 / 16.0,
    );
    assert_eq!(direct["from"]["year"], 2010);
    assert_eq!(direct["to"]["year"], 2013);
    assert_eq!(direct["chained"], false);
    let chained = of(&["--chained"]);
    close(
        change(&chained["effects"], "value-added"),
        428.001_253_236_0 / 16.0,
    );
    close(
        change(&chained["effects"], "energy-intensity"),
        -280.565_773_607_2 / 16.0,
    );
    let years = chained["by_year"].as_array().unwrap();
    let sum: f64 = years
        .iter()
        .map(|year| change(&year["effects"], "value-added"))
        .sum();
    close(sum, 428.001_253_236_0 / 16.0);
    let origins: Vec<&Value> = years.iter().map(|year| &year["origin"]).collect();
    assert_eq!(origins, ["implied", "interpolated", "interpolated"]);
    assert!(chained.get("by_period").is_none(), "all years have data");
}

#[test]
fn years_with_data_are_told_from_those_after_them() {
    let report = json(&[
        "decompose",
        MID_TERM,
        "--indicator",
        "co2",
        "--chained",
        "--format",
        "json",
    ]);
    let periods = report["by_period"].as_array().unwrap();
    let spans: Vec<_> = periods
        .iter()
        .map(|it| (&it["from"], &it["to"], &it["actual"]))
        .collect();
    assert_eq!(spans.len(), 2);
    assert!(
        spans[0] == (&2010.into(), &2013.into(), &true.into()),
        "{spans:?}"
    );
    assert!(
        spans[1] == (&2013.into(), &2015.into(), &false.into()),
        "{spans:?}"
    );
    close(
        change(&periods[0]["effects"], "value-added"),
        428.001_253_236_0 / 16.0,
    );
    let carbon = report["effects"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["factor"] == "carbon-factor");
    assert_eq!(carbon.unwrap()["held"], true);
    let table = text(&planpath(&["decompose", MID_TERM, "--indicator", "co2", "--chained"]).stdout);
    for said in [
        "2010–13",
        "2013–15",
        "No data, held unchanged: carbon factor of energy.",
    ] {
        assert!(table.contains(said), "{said}: {table}");
    }
    assert!(
        table.contains("because of industrial value added (+44.1); in the other direction: energy intensity of value added (−28.1)."),
        "{table}"
    );
    let chinese = text(&planpath(&["--lang", "zh", "decompose", MID_TERM, "--indicator", "co2"]).stdout);
    assert!(
        chinese.contains("没有数据、保持不变的因素：单位能耗二氧化碳排放量。"),
        "{chinese}"
    );
    let rows = text(&planpath(&["decompose", MID_TERM, "--indicator", "co2", "--format", "csv"]).stdout);
    assert!(
        rows.starts_with("from,to,factor,of,change,origin,held\n2010,2015,value-added,,"),
        "{rows}"
    );
}

#[test]
fn the_difference_of_two_scenarios_goes_from_the_one_compared_with() {
    let report = json(&[
        "decompose",
        MID_TERM,
        "--against",
        "scenarios/growth-first.ron",
        "--indicator",
        "co2",
        "--format",
        "json",
    ]);
    assert_eq!(report["from"]["scenario"], "Growth first");
    assert_eq!(report["to"]["scenario"], "Mid-term, 2013");
    let [from, to] = ["from_value", "to_value"].map(|key| report[key].as_f64().unwrap());
    assert!(to < from, "{from} {to}");
    let sum: f64 = ["value-added", "energy-intensity", "carbon-factor"]
        .iter()
        .map(|factor| change(&report["effects"], factor))
        .sum();
    close(sum, to - from);
    let line = [
        "decompose",
        MID_TERM,
        "--against",
        "scenarios/growth-first.ron",
        "--indicator",
        "co2",
    ];
    let table = text(&planpath(&line).stdout);
    assert!(
        table.contains("lower than in \"Growth first\", mostly because of"),
        "{table}"
    );
    // The same scenario twice.
    let line = ["decompose", MID_TERM, "--against", MID_TERM, "--indicator", "co2"];
    let table = text(&planpath(&line).stdout);
    assert!(table.contains("the same as in \"Mid-term, 2013\"."), "{table}");
}

#[test]
fn what_cannot_be_decomposed_says_why() {
    let (_folder, other) = two_forms();
    for (arguments, code, said) in [
        (
            &["--indicator", "value-added"][..],
            1,
            "derived indicators can be decomposed: co2-intensity",
        ),
        (&["--indicator", "co3"], 1, "did you mean \"co2\""),
        (
            &["--indicator", "gross-output"],
            1,
            "a base value is missing: Value-added rate",
        ),
        (
            &["--indicator", "co2", "--to", "2016"],
            1,
            "choose years from 2010 to 2015",
        ),
        (
            &["--indicator", "co2", "--from", "2013", "--to", "2012"],
            1,
            "must come before",
        ),
        (
            &["--indicator", "co2", "--against", &other],
            1,
            "is a scenario of plan p, not of industrial-upgrading",
        ),
        (
            &["--indicator", "co2", "--against", MID_TERM, "--chained"],
            2,
            "--chained",
        ),
        (&[], 2, "missing: --indicator <ID>"),
    ] {
        let output = planpath(&[&["decompose", MID_TERM][..], arguments].concat());
        let message = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {message}");
        assert!(message.contains(said), "{arguments:?}: {message}");
        assert!(output.stdout.is_empty());
    }
}

const GROWTH: &str = "scenarios/growth-first.ron";

#[test]
fn shapley_attributes_a_difference_to_levers() {
    let of = |year: &str| {
        let line = [
            "decompose",
            MID_TERM,
            "--against",
            GROWTH,
            "--indicator",
            "co2",
            "--to",
            year,
        ];
        json(&[&line[..], &["--method", "shapley", "--format", "json"]].concat())
    };
    let report = of("2015");
    assert_eq!(report["method"], "shapley");
    let [from, to] = ["from_value", "to_value"].map(|key| report[key].as_f64().unwrap());
    // co2 = 100 V/V0 e/e0: 1.11^5 · 0.97^5 and 1.108 · 1.079 · 1.076 · 1.08^2 · 0.849 · (1 − r)^2, r even to −21 %.
    close(from, 100.0 * (1.11_f64 * 0.97).powi(5));
    let volumes = [1.11_f64.powi(5), to / 100.0 / intensity()];
    let intensities = [0.97_f64.powi(5), intensity()];
    let of_volume = 100.0 * (volumes[1] - volumes[0]) * (intensities[0] + intensities[1]) / 2.0;
    close(change(&report["effects"], "value-added"), of_volume);
    let of_intensity = 100.0 * (intensities[1] - intensities[0]) * (volumes[0] + volumes[1]) / 2.0;
    close(change(&report["effects"], "energy-intensity"), of_intensity);
    assert_eq!(
        report["effects"].as_array().unwrap().len(),
        2,
        "the carbon factor does not differ"
    );
    close(report["policy"].as_f64().unwrap(), to - from);
    assert_eq!(report["orders"], Value::Null);
    let line = [
        "decompose",
        MID_TERM,
        "--against",
        GROWTH,
        "--indicator",
        "co2",
        "--method",
        "shapley",
    ];
    let table = text(&planpath(&line).stdout);
    assert!(
        table.contains("lower than in \"Growth first\", mostly because of"),
        "{table}"
    );
    let rows = text(&planpath(&[&line[..], &["--format", "csv"]].concat()).stdout);
    assert!(
        rows.starts_with("factor,of,change,error,role\nvalue-added,,"),
        "{rows}"
    );
    let output = planpath(&["decompose", MID_TERM, "--indicator", "co2", "--method", "shapley"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("name the other one with --against"));
}

/// Energy intensity of 2015 in the mid-term scenario over that of 2010: 0.849, then two years at the even rate to 0.79.
fn intensity() -> f64 {
    0.849 * 0.79_f64.powf(2.0 / 5.0)
}
