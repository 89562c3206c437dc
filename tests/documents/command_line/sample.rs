//! What `sample` prints, and what it refuses.

use super::*;

/// A scenario with two uncertain levers in a folder of its own.
fn uncertain(spreads: &str, more: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("uncertain.ron");
    let text = format!(
        r#"(format: 2, name: "Uncertain", plan: "industrial-upgrading-2011-2015",
        rates: {{"value-added": Constant(8.0), "energy-intensity": Constant(5.0)}},
        uncertainty: {{{spreads}}}, {more})"#
    );
    fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

const TWO: &str = r#""value-added": (spread: Normal(sd: 1.0), years: Independent),
    "energy-intensity": (spread: Normal(sd: 0.5), years: SameDraw),"#;

#[test]
fn probabilities_and_quantiles_are_told() {
    let (_folder, file) = uncertain(TWO, "");
    let arguments = [
        "sample", &file, "--draws", "8192", "--seed", "42", "--format", "json",
    ];
    let report = json(&arguments);
    let names = [
        "planpath",
        "plan",
        "scenario",
        "years",
        "draws",
        "seed",
        "sampler",
        "indicators",
        "targets",
        "p_met_all",
        "p_met_all_se",
        "p_met_binding",
        "p_met_binding_se",
        "p_met_open",
        "p_met_open_se",
        "excluded",
        "decided",
        "out_of_bounds",
    ];
    let mut found = keys(&report);
    found.sort_unstable();
    let mut expected = names.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!((&report["draws"], &report["seed"]), (&8_192.into(), &42.into()));
    // From the guide: P(met) of −21 % with a rate N(5, 0.5), within one draw.
    let energy = tracked(&report, "energy-intensity");
    assert_eq!(
        (&energy["due"], &energy["form"]),
        (&2015.into(), &"cumulative_decline".into())
    );
    assert!((energy["p_met"].as_f64().unwrap() - 0.785_211_217_8).abs() <= 1.0 / 8_192.0);
    assert!(energy["p_met_se"].as_f64().unwrap() < 1e-3);
    // What rests on nothing entered has no probability, and is counted.
    assert!(tracked(&report, "steel-cr10")["p_met"].is_null());
    let targets = report["targets"].as_array().unwrap();
    let excluded = targets.iter().filter(|target| target["p_met"].is_null()).count();
    assert_eq!(report["excluded"], excluded);
    assert_eq!(report["decided"], 0);
    let fan = &report["indicators"]["energy-intensity"];
    assert!(["p5", "p25", "p50", "p75", "p95"].map(|quantile| fan[quantile].is_array()) == [true; 5]);
    assert_eq!(fan.as_object().unwrap().len(), 5);
    // 95 % of the draws fall less than 5 − 1.645 · 0.5 percent a year.
    let slow: f64 = 1.0 - (5.0 - 1.644_853_627 * 0.5) / 100.0;
    let high = fan["p95"][5].as_f64().unwrap();
    assert!((high - 100.0 * slow.powi(5)).abs() < 0.01, "{high}");
    close(fan["p5"][0].as_f64().unwrap(), 100.0);
    let again = planpath(&arguments);
    assert_eq!(
        serde_json::from_slice::<Value>(&again.stdout).unwrap(),
        report,
        "the same seed, the same draws"
    );
}

#[test]
fn tables_say_how_sure_they_are() {
    let (_folder, file) = uncertain(TWO, "");
    let english = text(&planpath(&["sample", &file, "--draws", "1024", "--lang", "en"]).stdout);
    for said in [
        "78.",
        "Standard error",
        "All judged targets together",
        "1,024 draws from scrambled Sobol' points, seed 0.",
        "Levels in 2015",
        "Quantiles hold year by year",
        "targets are left out",
    ] {
        assert!(english.contains(said), "{said}: {english}");
    }
    let chinese = text(&planpath(&["sample", &file, "--draws", "1024", "--lang", "zh"]).stdout);
    assert!(
        chinese.contains("达到概率") && chinese.contains("种子为0"),
        "{chinese}"
    );
    let output = planpath(&[
        "sample", &file, "--draws", "1000", "--format", "csv", "--lang", "en",
    ]);
    assert!(
        text(&output.stdout)
            .starts_with("indicator,year,p5,p25,p50,p75,p95\nvalue-added,2010,16,16,16,16,16\n")
    );
    assert!(
        text(&output.stderr).contains("1,000 is not a power of two"),
        "said beside the data"
    );
    let random = text(
        &planpath(&[
            "sample",
            &file,
            "--draws",
            "1000",
            "--sampler",
            "random",
            "--lang",
            "en",
        ])
        .stdout,
    );
    assert!(random.contains("pseudo-random points"), "{random}");
}

#[test]
fn every_draw_can_be_written_to_a_file() {
    let (folder, file) = uncertain(TWO, "");
    let path = folder.path().join("draws.csv");
    let arguments = [
        "sample",
        &file,
        "--draws",
        "200",
        "--sampler",
        "random",
        "--draws-out",
        path.to_str().unwrap(),
    ];
    let report = json(&[&arguments[..], &["--format", "json"]].concat());
    let written = fs::read_to_string(&path).unwrap();
    let mut lines = written.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = header
        .iter()
        .position(|name| *name == "energy-intensity@2015")
        .unwrap();
    let mut levels: Vec<f64> = lines
        .map(|line| line.split(',').nth(at).unwrap().parse().unwrap())
        .collect();
    assert_eq!((header[0], levels.len()), ("draw", 200));
    levels.sort_by(f64::total_cmp);
    // The median of 200 lies halfway between the 100th and the 101st.
    let median = f64::midpoint(levels[99], levels[100]);
    close(
        report["indicators"]["energy-intensity"]["p50"][5]
            .as_f64()
            .unwrap(),
        median,
    );
}

#[test]
fn what_cannot_be_sampled_is_refused() {
    let known = r#"actuals: {"value-added": {2015: CumulativeChange(40.0)}},"#;
    let wide = r#""sei-share": (spread: Normal(sd: 900.0), years: SameDraw),"#;
    let apart = r#"correlations: [("value-added", "energy-intensity", 0.5)],"#;
    for (spreads, more, arguments, said) in [
        (
            TWO,
            "",
            &["--draws", "0"][..],
            "choose a number from 1 to 16777216",
        ),
        (
            TWO,
            "",
            &["--draws", "1000000000000"],
            "choose a number from 1 to 16777216",
        ),
        ("", "", &[], "add a spread to uncertainty in the scenario"),
        (TWO, known, &[], "all years have actuals"),
        (wide, "", &["--draws", "1024"], "make its spread narrower"),
        (TWO, apart, &[], "their years are drawn differently"),
    ] {
        let (_folder, file) = uncertain(spreads, more);
        let output = planpath(&[&["sample", &file, "--lang", "en"], arguments].concat());
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {errors}");
        assert!(errors.contains(said), "{said}: {errors}");
        assert!(output.stdout.is_empty(), "{said}");
    }
    let (_folder, file) = uncertain(TWO, "");
    for (arguments, said) in [
        (["--draws", "many"], "--draws"),
        (["--sampler", "magic"], "sobol"),
    ] {
        let output = planpath(&[&["sample", &file, "--lang", "en"], &arguments[..]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(said));
    }
}

#[test]
fn parts_merge_to_the_same_bytes() {
    let (folder, file) = uncertain(TWO, r#"bases: {"rd-intensity": 0.69},"#);
    let of_run = |more: &[&str]| {
        let arguments = [
            "sample",
            &file,
            "--draws",
            "3000",
            "--seed",
            "5",
            "--sampler",
            "random",
        ];
        planpath(&[&arguments[..], more].concat())
    };
    let part = |number: usize| {
        let path = folder.path().join(format!("part-{number}"));
        let path = path.to_str().unwrap().to_owned();
        let output = of_run(&["--shard", &format!("{number}/3"), "-o", &path]);
        assert!(
            output.status.success() && output.stdout.is_empty(),
            "{}",
            text(&output.stderr)
        );
        path
    };
    let [one, two, three] = [1, 2, 3].map(part);
    // On another machine there is no scenario.
    fs::remove_file(&file).unwrap();
    let merge = |parts: &[&str], more: &[&str]| planpath(&[&["sample", "--merge"], parts, more].concat());
    let english = ["--lang", "en", "--format", "json"];
    let merged = merge(&[&three, &one, &two], &english);
    assert!(merged.status.success(), "{}", text(&merged.stderr));
    let (_folder, again) = uncertain(TWO, r#"bases: {"rd-intensity": 0.69},"#);
    let arguments = [
        "sample",
        &again,
        "--draws",
        "3000",
        "--seed",
        "5",
        "--sampler",
        "random",
    ];
    let at_once = planpath(&[&arguments[..], &english].concat());
    assert_eq!(text(&merged.stdout), text(&at_once.stdout));
    let refused = |parts: &[&str], said: &str| {
        let output = merge(parts, &["--lang", "en"]);
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{errors}");
        assert!(
            errors.contains(said) && output.stdout.is_empty(),
            "{said}: {errors}"
        );
    };
    refused(&[&one, &three], "parts are missing: 2/3");
    refused(&[&one, &two, &three, &two], "are the same part");
    refused(&[&one, &again], "is not a part written by planpath sample");
    let other = folder.path().join("other");
    let other = other.to_str().unwrap();
    let arguments = [
        "sample",
        &again,
        "--draws",
        "3000",
        "--seed",
        "6",
        "--sampler",
        "random",
        "--shard",
        "2/3",
        "-o",
    ];
    assert!(planpath(&[&arguments[..], &[other]].concat()).status.success());
    refused(
        &[&one, other, &three],
        "are parts of different runs: seed differs",
    );
    let mut bytes = fs::read(&two).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&two, bytes).unwrap();
    refused(&[&one, &two, &three], "or it is damaged");
    for arguments in [
        &["sample", "--merge", &one, "--shard", "1/2", "-o", "x"][..],
        &["sample", &again, "--shard", "4/3", "-o", "x"],
        &["sample", &again, "--shard", "1/3"],
        &["sample", "--lang", "en"],
    ] {
        assert_eq!(planpath(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

/// The draws of parts are those of the whole, also as Parquet: magic words at both ends, the first page's numbers where the
/// format has them, and as many bytes as columns of eight need.
#[test]
fn draws_of_parts_can_be_written_as_parquet() {
    let (folder, file) = uncertain(TWO, "");
    let write = |name: &str, more: &[&str]| {
        let path = folder.path().join(name);
        let path = path.to_str().unwrap();
        let arguments = [
            "sample",
            &file,
            "--draws",
            "640",
            "--lang",
            "en",
            "--draws-out",
            path,
        ];
        let output = planpath(&[&arguments[..], more].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        fs::read(path).unwrap()
    };
    let csv = text(&write("all.csv", &[]));
    let parts = [1, 2].map(|n| text(&write("part.csv", &["--shard", &format!("{n}/2")])));
    let rows = |csv: &str| csv.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&csv), parts.map(|part| rows(&part)).concat());
    let parquet = write("part.parquet", &["--shard", "2/2"]);
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"));
    let columns = csv.lines().next().unwrap().split(',').count();
    assert!(parquet.len() > columns * 320 * 8);
    // The first column counts the draws from 320 on.
    let first: Vec<u8> = (320_u64..640).flat_map(u64::to_le_bytes).collect();
    assert!(
        parquet
            .windows(first.len())
            .take(64)
            .any(|window| window == first)
    );
    let length = u32::from_le_bytes(parquet[parquet.len() - 8..parquet.len() - 4].try_into().unwrap());
    let footer = &parquet[parquet.len() - 8 - length as usize..];
    let has = |name: &str| footer.windows(name.len()).any(|window| window == name.as_bytes());
    assert!(has("energy-intensity@2015") && has("planpath.scenario_sha256"));
}

#[test]
fn what_no_draw_meets_is_unlikely_and_not_impossible() {
    let (folder, file) = uncertain(TWO, "");
    let text = fs::read_to_string(&file).unwrap();
    // The wrong way by ten standard deviations.
    fs::write(&file, text.replace("Constant(5.0)", "Constant(-5.0)")).unwrap();
    for (language, together) in [
        ("en", "All judged binding targets together: <0.1 % (< 1/512)."),
        ("zh", "可评判的约束性目标同时达到：<0.1%（小于1/512）。"),
    ] {
        let printed = planpath(&["sample", &file, "--draws", "512", "--lang", language]);
        let printed = String::from_utf8(printed.stdout).unwrap();
        assert!(printed.contains(together), "{printed}");
        assert!(!printed.contains(" 0 %") && !printed.contains(" 0%"), "{printed}");
    }
    drop(folder);
}
