//! The program's own exports import as the same actuals, with nothing added or lost.

use std::fs;
use std::path::Path;

use planpath::plan::Plan;
use planpath::scenario::import::FigureKind;
use planpath::scenario::{ActualEntry, ByIndicator, Loaded, Scenario, load};

use crate::program::program;

/// All kinds of figures, two kinds in one year, a gap that is interpolated, a derived indicator, years before the base
/// year, and figures whose digits must not change.
const SCENARIO: &str = r#"(
    format: 2,
    name: (zh: "往返", en: "Round trip"),
    description: (zh: "", en: ""),
    plan: "industrial-upgrading-2011-2015",
    bases: { "rd-intensity": 0.69 },
    rates: { "value-added": Constant(8.2) },
    actuals: {
        "value-added": { 2009: Level(14.5), 2011: AnnualChange(10.8), 2012: AnnualChange(7.9), 2013: Level(20.582279296) },
        "steel-cr10": { 2011: Level(49.2), 2012: Level(45.9), 2013: AnnualChange(-6.5) },
        "energy-intensity": { 2011: AnnualChange(-3.49), 2013: CumulativeChange(-15.123456789) },
        "rd-intensity": { 2011: Level(0.71) },
        "cod": { 2011: Level(98.0), 2012: CumulativeChange(-5.1) },
        "co2-intensity": { 2012: CumulativeChange(-9.2) },
    },
)"#;

fn planpath(arguments: &[&str]) -> std::process::Output {
    let output = program().args(arguments).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What comes back from each file of an export, read into a scenario without actuals but with the same bases.
fn back(folder: &Path, scenario: &str, language: &str) -> (Loaded, Vec<(&'static str, Loaded)>) {
    let source = folder.join("source.ron");
    fs::write(&source, scenario).unwrap();
    let out = folder.join("out");
    planpath(&[
        "--lang",
        language,
        "export",
        text(&source),
        "-o",
        text(&out),
        "--formats",
        "csv,xlsx,iamc",
    ]);
    let went_out = load(&source).unwrap();
    let empty = Scenario {
        actuals: ByIndicator::default(),
        ..went_out.scenario.clone()
    };
    let target = folder.join("target.ron");
    fs::write(
        &target,
        planpath::scenario::to_text(&empty, &went_out.plan).unwrap(),
    )
    .unwrap();
    let files = [
        "data-wide.csv",
        "data-long.csv",
        "workbook.xlsx",
        "data-iamc.csv",
        "data-iamc-wide.csv",
    ];
    let came_back = files.map(|file| {
        let new = folder.join(format!("{file}.ron"));
        planpath(&[
            "import",
            text(&out.join(file)),
            "--into",
            text(&target),
            "-o",
            text(&new),
        ]);
        (file, load(&new).unwrap())
    });
    (went_out, came_back.into())
}

fn actuals<'a>(plan: &'a Plan, scenario: &'a Scenario) -> Vec<(&'a str, Vec<ActualEntry>)> {
    let mut all: Vec<(&str, Vec<ActualEntry>)> = scenario
        .actuals
        .iter()
        .map(|(ix, entries)| (plan.get(ix).id.as_str(), entries.clone()))
        .collect();
    for (_, entries) in &mut all {
        entries.sort_by_key(|entry| (entry.year, FigureKind::of(entry.figure)));
    }
    all.sort_by_key(|(id, _)| *id);
    all
}

#[test]
fn figures_come_back_as_they_were_entered() {
    for language in ["en", "zh"] {
        let folder = tempfile::tempdir().unwrap();
        let (went_out, came_back) = back(folder.path(), SCENARIO, language);
        for (file, loaded) in came_back {
            let (expected, found) = (
                actuals(&went_out.plan, &went_out.scenario),
                actuals(&loaded.plan, &loaded.scenario),
            );
            if !file.contains("iamc") {
                assert_eq!(found, expected, "{file} {language}");
                continue;
            }
            // Modelling data have levels only, and these for the years that have actuals.
            let years = |all: &[(&str, Vec<ActualEntry>)]| -> Vec<(String, Vec<i32>)> {
                all.iter()
                    .map(|(id, entries)| {
                        let mut years: Vec<i32> = entries.iter().map(|entry| entry.year).collect();
                        years.dedup();
                        ((*id).to_owned(), years)
                    })
                    .collect()
            };
            assert_eq!(years(&found), years(&expected), "{file} {language}");
            let kinds = found.iter().flat_map(|(_, entries)| entries.iter());
            assert!(
                kinds
                    .clone()
                    .all(|entry| FigureKind::of(entry.figure) == FigureKind::Level),
                "{file}"
            );
            // 16 · 1.108 · 1.079, and 100 − 15.123456789.
            let of = |id: &str, year: i32| {
                let entries = &found.iter().find(|(other, _)| *other == id).unwrap().1;
                entries
                    .iter()
                    .find(|entry| entry.year == year)
                    .unwrap()
                    .figure
                    .value()
            };
            assert!(
                (of("value-added", 2012) - 16.0 * 1.108 * 1.079).abs() < 1e-9,
                "{file}"
            );
            assert!(
                (of("energy-intensity", 2013) - 84.876_543_211).abs() < 1e-9,
                "{file}"
            );
        }
    }
}

#[test]
fn without_actuals_nothing_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let start = SCENARIO.find("    actuals: {").unwrap();
    let end = SCENARIO.rfind("    },\n)").unwrap() + "    },\n".len();
    let scenario = format!("{}{}", &SCENARIO[..start], &SCENARIO[end..]);
    let (_, came_back) = back(folder.path(), &scenario, "en");
    for (file, loaded) in came_back {
        assert!(loaded.scenario.actuals.is_empty(), "{file}");
    }
}

#[test]
fn the_mid_term_example_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    let scenario = fs::read_to_string(path).unwrap();
    let (went_out, came_back) = back(folder.path(), &scenario, "zh");
    for (file, loaded) in came_back.into_iter().filter(|(file, _)| !file.contains("iamc")) {
        assert_eq!(
            actuals(&loaded.plan, &loaded.scenario),
            actuals(&went_out.plan, &went_out.scenario),
            "{file}"
        );
    }
}
