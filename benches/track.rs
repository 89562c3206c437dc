//! Benchmarks tracking: `cargo bench --bench track`.
//!
//! The feasibility map of 101 × 101 rate pairs with every target, all ledgers of a plan, one goal-seek of a derived
//! target, and pasting 20 × 5 cells, from text to actuals. The limit is 60 µs for the map, on two cores. The same map is
//! timed in NumPy and the same table in plain Python in the same run, if available.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use divan::Bencher;
use planpath::analysis::feasibility::{Axis, feasibility};
use planpath::analysis::solver::{Request, SolveMode, solve};
use planpath::file::pasted;
use planpath::model::{LevelKind, ParameterId, ParameterKind, ledger, project};
use planpath::plan::Plan;
use planpath::scenario::import::{Options, preview};
use planpath::scenario::{self, Loaded, Scenario};
use planpath::text::Language;
use planpath::wording::unit;

const PAIRS: [(&str, &str); 3] = [
    ("energy-intensity", "carbon-factor"),
    ("value-added", "energy-intensity"),
    ("sei-share", "steel-cr10"),
];

const PASTED_LINES: usize = 20;

fn loaded(name: &str) -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    scenario::load(&folder.join(format!("{name}.ron"))).expect("examples are sound")
}

fn map(bencher: Bencher<'_, '_>, Loaded { plan, scenario, .. }: &Loaded, axes: [(&str, ParameterKind); 2]) {
    let projection = project(plan, scenario);
    let [x, y] = axes.map(|(id, kind)| {
        let parameter = ParameterId::new(plan.find(id).expect("an indicator of the plan"), kind);
        Axis::of(plan, scenario, &projection, parameter)
    });
    bencher
        .bench(|| feasibility(black_box(plan), scenario, black_box(&projection), x, y).expect("two levers"));
}

#[divan::bench(args = PAIRS)]
fn map_of_two_levers(bencher: Bencher<'_, '_>, (x, y): (&str, &str)) {
    map(
        bencher,
        &loaded("mid-term-2013"),
        [x, y].map(|id| (id, ParameterKind::Rate)),
    );
}

/// Two parameters of one lever: each pair goes its own way from the first year on.
#[divan::bench(args = ["top × all", "base × all", "base × rate"])]
fn map_of_one_lever(bencher: Bencher<'_, '_>, kinds: &str) {
    use ParameterKind::{Base, Denominator, Numerator, Rate};
    let (lever, kinds) = match kinds {
        "top × all" => ("steel-cr10", [Numerator, Denominator]),
        "base × all" => ("steel-cr10", [Base, Denominator]),
        _ => ("value-added", [Base, Rate]),
    };
    map(bencher, &loaded("growth-first"), kinds.map(|kind| (lever, kind)));
}

#[divan::bench]
fn all_ledgers(bencher: Bencher<'_, '_>) {
    let Loaded { plan, scenario, .. } = loaded("mid-term-2013");
    let projection = project(&plan, &scenario);
    bencher.bench(|| {
        let (plan, projection) = (black_box(&plan), black_box(&projection));
        let ledgers = plan.targets().map(|(ix, ..)| ledger(plan, projection, ix));
        ledgers.collect::<Vec<_>>()
    });
}

/// With and without actuals.
#[divan::bench(args = ["energy-intensity", "carbon-factor"])]
fn solve_co2_intensity(bencher: Bencher<'_, '_>, lever: &str) {
    let Loaded { plan, scenario, .. } = loaded("mid-term-2013");
    let ix = |id| plan.find(id).expect("an indicator of the plan");
    let request = Request {
        target: plan.find_target("co2-intensity").expect("a target of the plan"),
        parameter: ParameterId::rate(ix(lever)),
        way: SolveMode::CatchUp,
    };
    bencher.bench(|| solve(black_box(&plan), black_box(&scenario), request).expect("a question"));
}

/// Chinese names with units, years across, levels with three decimals.
fn table(plan: &Plan, scenario: &Scenario) -> String {
    let projection = project(plan, scenario);
    let years: Vec<String> = plan.years().skip(1).map(|year| format!("{year}年")).collect();
    let mut text = format!("指标\t{}\n", years.join("\t"));
    // Changes alone determine no levels.
    let is_based = |ix| projection.kind(ix) != LevelKind::Change;
    for (ix, indicator) in plan.levers().filter(|(ix, _)| is_based(*ix)).take(PASTED_LINES) {
        let levels = projection.levels(ix).expect("the example has base values");
        let levels: Vec<String> = levels[1..].iter().map(|level| format!("{level:.3}")).collect();
        let name = indicator.name.get(Language::Chinese);
        let unit = unit(plan, indicator, projection.kind(ix), Language::Chinese);
        let _ = writeln!(text, "{name}（{unit}）\t{}", levels.join("\t"));
    }
    text
}

#[divan::bench]
fn paste_20_by_5_cells(bencher: Bencher<'_, '_>) {
    let Loaded { plan, scenario, .. } = loaded("mid-term-2013");
    let text = table(&plan, &scenario);
    let options = Options::default();
    let paste = |text: &str| {
        let grid = pasted(text).expect("a table");
        let preview = preview(&plan, &scenario, &grid, &options).expect("years and names");
        (preview.accepted().count(), preview.applied_to(&scenario))
    };
    assert_eq!(
        paste(&text).0,
        PASTED_LINES * plan.steps(),
        "all of it can be taken"
    );
    bencher.bench(|| paste(black_box(&text)));
}

fn main() {
    divan::main();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/track.py");
    match Command::new("python3").arg(&script).output() {
        Ok(output) if output.status.success() => {
            println!("{}", String::from_utf8_lossy(&output.stdout).trim());
        }
        _ => println!("peer: not run, because python3 with NumPy is not installed (pip install numpy)"),
    }
}
