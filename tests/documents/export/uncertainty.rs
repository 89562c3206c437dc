//! What leaves the program of uncertain rates: figures and tables from draws, the same for all files, and none without spreads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use planpath::analysis::draws::{Sampler, Sampling};
use planpath::export::figure::FigureOptions;
use planpath::export::report::ReportOptions;
use planpath::export::{ExportDraws, ExportOutcome, ExportRequest, Format, export, file_names};
use planpath::figure::Mode;
use planpath::text::Language;

use crate::export::layout::{check, roxmltree};
use crate::export::material::Computed;

const DRAWS: u64 = 8_192;
const KINDS: [&str; 4] = ["fan", "histogram", "tornado", "sobol"];

/// A scenario with these uncertainties.
fn scenario(uncertainty: &str) -> Computed {
    Computed::new(&format!(
        r#"(format: 2, name: "Uncertain", plan: "industrial-upgrading-2011-2015",
        rates: {{"value-added": Constant(8.0), "energy-intensity": Constant(5.0), "carbon-factor": Constant(0.5)}},
        uncertainty: {{{uncertainty}}})"#
    ))
}

fn uncertain() -> Computed {
    scenario(
        r#""value-added": (spread: Normal(sd: 1.0), years: Independent),
        "energy-intensity": (spread: Normal(sd: 0.5), years: SameDraw),
        "carbon-factor": (spread: Uniform(min: -0.4, max: 0.4), years: SameDraw)"#,
    )
}

fn request(computed: &Computed, formats: &[Format], folder: &Path) -> ExportRequest {
    let charts = ["value-added", "energy-intensity", "co2-intensity", "steel-cr10"];
    ExportRequest {
        formats: formats.to_vec(),
        charts: Some(charts.map(|id| computed.plan.find(id).unwrap()).to_vec()),
        mode: Mode::Level,
        figure: FigureOptions::default(),
        report: ReportOptions::usual(&computed.plan),
        draws: ExportDraws {
            size: DRAWS,
            sampling: Sampling {
                sampler: Sampler::Sobol,
                seed: 42,
            },
        },
        region: "World".to_owned(),
        byte_order_mark: false,
        folder: folder.join("out"),
        replace: false,
    }
}

/// The files of an export by name.
fn exported(computed: &Computed, formats: &[Format], language: Language) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let request = request(computed, formats, folder.path());
    let material = computed.material(&[], language);
    let cancel = AtomicBool::new(false);
    let mut told = Vec::new();
    let outcome = export(
        &material,
        &request,
        &mut |progress| told.push((progress.done, progress.total)),
        &cancel,
    );
    let Ok(ExportOutcome::Written { files, .. }) = outcome else {
        panic!("{outcome:?}")
    };
    // Told in order, to the end.
    assert!(told.windows(2).all(|two| two[0].0 < two[1].0), "{told:?}");
    assert_eq!(told.last().map(|(done, total)| total - done), Some(0));
    let mut expected = file_names(&material, &request).unwrap();
    let mut names = files.clone();
    names.sort();
    expected.sort();
    assert_eq!(names, expected, "what is written was announced");
    let read = |name: String| {
        let bytes = fs::read(request.folder.join(&name)).unwrap();
        (name, bytes)
    };
    files.into_iter().map(read).collect()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// A table's rows by column.
fn rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn each_chart_that_draws_reach_has_its_figures_and_says_from_which_draws() {
    let computed = uncertain();
    for language in Language::ALL {
        let files = exported(&computed, &[Format::Svg], language);
        let drawn: Vec<&String> = files
            .keys()
            .filter(|name| name.contains("uncertainty/"))
            .collect();
        // Three targets are judged and drawn; the fourth chart rests on the plan's even path.
        assert_eq!(drawn.len(), 3 * KINDS.len(), "{drawn:?}");
        for id in ["value-added", "energy-intensity", "co2-intensity"] {
            for kind in KINDS {
                let name = format!("figures/uncertainty/{id}-{kind}.svg");
                let svg = text(&files[&name]);
                check(svg, language, &name);
                let hash = &computed.sha256[..8];
                assert!(svg.contains(hash), "{name}");
                let seed = match language {
                    Language::English => "seed 42",
                    Language::Chinese => "种子 42",
                };
                assert!(svg.contains(seed), "{name}");
            }
        }
        let fan = text(&files["figures/uncertainty/energy-intensity-fan.svg"]);
        let size = match language {
            Language::English => "8,192 draws",
            Language::Chinese => "抽样8,192次",
        };
        assert!(fan.contains(size), "{fan}");
    }
}

#[test]
fn without_spreads_nothing_is_drawn_and_nothing_changes() {
    let all = Format::ALL;
    let plain = exported(&scenario(""), &all, Language::English);
    assert!(plain.keys().all(|name| !name.contains("uncertainty")));
    // A fixed rate is no spread, nor is one of a lever without levels.
    let fixed = scenario(r#""value-added": (spread: Fixed, years: SameDraw)"#);
    let names: Vec<String> = exported(&fixed, &[Format::Svg, Format::Csv], Language::English)
        .into_keys()
        .collect();
    assert!(names.iter().all(|name| !name.contains("uncertainty")));
}

#[test]
fn a_spread_with_nothing_left_to_vary_does_not_stop_an_export() {
    let settled = Computed::new(
        r#"(format: 2, name: "Settled", plan: "industrial-upgrading-2011-2015",
        actuals: {"value-added": {2015: CumulativeChange(45.0)}},
        uncertainty: {"value-added": (spread: Normal(sd: 1.0), years: SameDraw)})"#,
    );
    let files = exported(&settled, &[Format::Svg, Format::Csv], Language::English);
    assert!(files.keys().all(|name| !name.contains("uncertainty")));
}

#[test]
fn tables_hold_the_probabilities_and_quantiles_of_the_draws() {
    let computed = uncertain();
    let files = exported(&computed, &[Format::Csv], Language::English);
    let chances = rows(&files["uncertainty-targets.csv"]);
    let energy = chances
        .iter()
        .find(|row| row["indicator"] == "energy-intensity")
        .unwrap();
    // methods.md, Uncertainty: for −21 % in five years P(met) for a rate N(5, 0.5) is 0.7852112178; one lever with one draw is
    // exact to one draw.
    let p: f64 = energy["p_met"].parse().unwrap();
    assert!((p - 0.785_211_217_8).abs() <= 1.0 / DRAWS as f64, "{p}");
    assert_eq!(energy["draws"], "8192");
    assert_eq!(energy["seed"], "42");
    assert_eq!(energy["sampler"], "sobol");
    assert_eq!(energy["scenario_sha256"], computed.sha256);
    let assumed = chances
        .iter()
        .find(|row| row["indicator"] == "steel-cr10")
        .unwrap();
    assert_eq!(assumed["p_met"], "", "assumed targets have no probability");
    let together = |of: &str| {
        chances
            .iter()
            .find(|row| row["of"] == of)
            .map(|row| row["p_met"].clone())
    };
    let judged: f64 = together("judged").unwrap().parse().unwrap();
    let binding: f64 = together("binding").unwrap().parse().unwrap();
    assert!(judged <= binding && binding <= p, "{judged} {binding} {p}");

    let quantiles = rows(&files["uncertainty-quantiles.csv"]);
    let years = quantiles
        .iter()
        .filter(|row| row["indicator"] == "energy-intensity");
    let last = years.clone().next_back().unwrap();
    assert_eq!(years.count(), 6, "a row per year");
    let level = |column: &str| last[column].parse::<f64>().unwrap();
    // The median rate of N(5, 0.5) is 5: 100 · 0.95⁵.
    assert!((level("p50") - 100.0 * 0.95_f64.powi(5)).abs() < 0.01);
    // The level falls with the rate, whose 95 % quantile is 5 + 1.6448536 · 0.5.
    let high = 1.0 - (5.0 + 1.644_853_6 * 0.5) / 100.0;
    assert!((level("p5") - 100.0 * f64::powi(high, 5)).abs() < 0.05);
}

#[test]
fn tables_say_what_moves_targets() {
    let computed = uncertain();
    let files = exported(&computed, &[Format::Csv], Language::English);
    let tornado = rows(&files["uncertainty-tornado.csv"]);
    let of = |id: &str| {
        tornado
            .iter()
            .filter(|row| row["indicator"] == id)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("energy-intensity").len(), 1);
    let co2: Vec<&str> = of("co2-intensity")
        .iter()
        .map(|row| row["parameter"].as_str())
        .collect();
    assert_eq!(co2, ["energy-intensity", "carbon-factor"], "the longest first");
    let shares = rows(&files["uncertainty-sobol.csv"]);
    let own = shares
        .iter()
        .find(|row| row["indicator"] == "energy-intensity" && row["of"] == "target")
        .unwrap();
    // A single lever explains all of it.
    assert!((own["first"].parse::<f64>().unwrap() - 1.0).abs() < 0.05);
    assert_eq!(own["effect"], "");
    assert_eq!(own["scrambles"], "16");
}

#[test]
fn an_export_stopped_while_drawing_leaves_nothing() {
    let computed = uncertain();
    let folder = tempfile::tempdir().unwrap();
    let request = request(&computed, &[Format::Svg], folder.path());
    let cancel = AtomicBool::new(true);
    let outcome = export(
        &computed.material(&[], Language::English),
        &request,
        &mut |_| (),
        &cancel,
    );
    assert!(matches!(outcome, Ok(ExportOutcome::Cancelled)), "{outcome:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn too_many_draws_are_refused_with_what_to_do() {
    let computed = uncertain();
    let folder = tempfile::tempdir().unwrap();
    let mut request = request(&computed, &[Format::Csv], folder.path());
    request.draws.size = 0;
    let outcome = export(
        &computed.material(&[], Language::English),
        &request,
        &mut |_| (),
        &AtomicBool::new(false),
    );
    let failure = outcome.unwrap_err();
    assert!(failure.remedy(Language::English).is_some());
    assert!(!request.folder.exists());
}

#[test]
fn bars_of_a_histogram_stand_within_its_axis() {
    let computed = uncertain();
    let files = exported(&computed, &[Format::Svg], Language::English);
    let svg = text(&files["figures/uncertainty/energy-intensity-histogram.svg"]);
    let document = roxmltree(svg);
    let numbers = |points: &str| -> Vec<f64> {
        let pairs = points.split(' ').filter_map(|pair| pair.split_once(','));
        pairs.map(|(_, y)| y.parse().unwrap()).collect()
    };
    let of = |tag: &'static str| {
        let nodes = document.descendants().filter(move |node| node.has_tag_name(tag));
        nodes
            .filter_map(|node| node.attribute("points"))
            .flat_map(numbers)
    };
    // The axis below the plot is the lowest line of all but its ticks.
    let lowest = of("polyline").fold(f64::MIN, f64::max);
    assert!(of("polygon").all(|y| y < lowest));
}
