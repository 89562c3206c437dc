//! Benchmarks projection and file loading: `cargo bench --bench model`.
//!
//! The limits are 2.5 µs for projection, plan path, assessment and origins after an edit of a rate, and 500 µs for
//! loading and checking a file, at the median on one core. The same projection is timed in NumPy in the same run if
//! Python has it.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;

use divan::Bencher;
use planpath::analysis::implications;
use planpath::model::{Evaluation, Evaluator, assess, project};
use planpath::plan::{self, BUILT_IN, Plan};
use planpath::scenario::{self, EXAMPLES, Loaded, Rates, Scenario};

const NAMES: [&str; 5] = [
    "plan-on-schedule",
    "trend-continues",
    "softer-draft-2010",
    "growth-first",
    "mid-term-2013",
];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name)
        .with_extension("ron")
}

fn loaded(name: &str) -> Loaded {
    scenario::load(&file(name)).expect("examples are sound")
}

#[divan::bench(args = NAMES)]
fn project_the_whole_plan(bencher: Bencher<'_, '_>, name: &str) {
    let Loaded { plan, scenario, .. } = loaded(name);
    bencher.bench(|| project(black_box(&plan), black_box(&scenario)));
}

/// What a drag of a lever's rate works out for each step: the rates of one lever are others each time.
fn edits(plan: &Plan, scenario: &Scenario) -> [Scenario; 2] {
    let mut levers = plan.levers().map(|(ix, _)| ix);
    let stated = levers.find(|ix| scenario.rates.get(*ix).is_some());
    let lever = stated.or_else(|| plan.levers().next().map(|(ix, _)| ix));
    [1.0, 2.0].map(|rate| {
        let mut edited = scenario.clone();
        edited
            .rates
            .set(lever.expect("a plan has levers"), Rates::Constant(rate));
        edited
    })
}

#[divan::bench(args = NAMES)]
fn everything_after_an_edit(bencher: Bencher<'_, '_>, name: &str) {
    let Loaded { plan, scenario, .. } = loaded(name);
    let edited = edits(&plan, &scenario);
    let mut evaluator = Evaluator::new(&plan, &edited[0]);
    let mut which = 0;
    bencher.bench_local(|| {
        which = 1 - which;
        let (plan, scenario) = (black_box(&plan), black_box(&edited[which]));
        let projection = evaluator.project(plan, scenario);
        let assessments = assess(plan, scenario, &projection);
        (projection, evaluator.plan_path(), assessments)
    });
}

/// The same with all ledgers, as in the window.
#[divan::bench(args = NAMES)]
fn one_evaluation(bencher: Bencher<'_, '_>, name: &str) {
    let Loaded { plan, scenario, .. } = loaded(name);
    let edited = edits(&plan, &scenario);
    let mut evaluator = Evaluator::new(&plan, &edited[0]);
    let mut which = 0;
    bencher.bench_local(|| {
        which = 1 - which;
        Evaluation::by(&mut evaluator, black_box(&plan), black_box(&edited[which]))
    });
}

/// The same where something else than stated rates was edited, so that everything is compiled.
#[divan::bench(args = NAMES)]
fn evaluation_from_scratch(bencher: Bencher<'_, '_>, name: &str) {
    let Loaded { plan, scenario, .. } = loaded(name);
    bencher.bench(|| Evaluation::new(black_box(&plan), black_box(&scenario)));
}

/// Findings as sentences, computed in the window on demand.
#[divan::bench(args = NAMES)]
fn findings(bencher: Bencher<'_, '_>, name: &str) {
    let Loaded { plan, scenario, .. } = loaded(name);
    let projection = project(&plan, &scenario);
    bencher.bench(|| implications(black_box(&plan), black_box(&scenario), &projection));
}

#[divan::bench(args = NAMES)]
fn load_and_check_a_file(bencher: Bencher<'_, '_>, name: &str) {
    let path = file(name);
    bencher.bench(|| scenario::load(black_box(&path)).expect("examples are sound"));
}

#[divan::bench]
fn read_and_check_the_plan() -> plan::Plan {
    plan::read_text(BUILT_IN[0].id, black_box(BUILT_IN[0].text)).expect("the plan is sound")
}

fn main() {
    assert_eq!(EXAMPLES.len(), NAMES.len(), "every example is measured");
    divan::main();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/project.py");
    match Command::new("python3").arg(&script).output() {
        Ok(output) if output.status.success() => {
            println!("{}", String::from_utf8_lossy(&output.stdout).trim());
        }
        _ => println!("peer: not run, because python3 with NumPy is not installed (pip install numpy)"),
    }
}
