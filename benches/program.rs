//! How long the compiled core takes: `cargo bench --bench program`.
//!
//! The bounds to hold, at the median on one core: 5 µs for compiling a scenario with all levers free, 0.75 µs for one
//! projection of the built-in plan without any allocation, and 60 ns for each of 64 lanes with every indicator and year.
//! Behind divan's table the same lanes are timed in NumPy, in the same run, if Python has it.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use planpath::model::{LANES, ParameterId, Program};
use planpath::plan::Plan;
use planpath::scenario::{self, EXAMPLES, Loaded};

/// Counts allocations.
#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const NAMES: [&str; 2] = ["plan-on-schedule", "mid-term-2013"];

fn loaded(name: &str) -> Loaded {
    let example = EXAMPLES
        .iter()
        .find(|example| example.id == name)
        .expect("an example");
    scenario::read_text(example.id, example.text, Path::new("")).expect("examples are sound")
}

/// The rate of every lever for all of its years.
fn all_levers(plan: &Plan) -> Vec<ParameterId> {
    plan.levers().map(|(ix, _)| ParameterId::rate(ix)).collect()
}

/// The middle of every lever's range, and a little more from lane to lane.
fn columns<const LANES: usize>(plan: &Plan) -> Vec<[f64; LANES]> {
    let middle = plan
        .levers()
        .map(|(_, lever)| f64::midpoint(lever.rate_range.0, lever.rate_range.1));
    let lanes = middle.map(|rate| std::array::from_fn(|lane| rate + 0.01 * lane as f64));
    lanes.collect()
}

#[divan::bench(args = NAMES)]
fn compile(bencher: Bencher<'_, '_>, name: &str) {
    let Loaded { plan, scenario, .. } = loaded(name);
    let free = all_levers(&plan);
    bencher.bench(|| Program::compile(black_box(&plan), black_box(&scenario), black_box(&free)));
}

fn evaluate<const LANES: usize>(bencher: Bencher<'_, '_>, name: &str) {
    let Loaded { plan, scenario, .. } = loaded(name);
    let program = Program::compile(&plan, &scenario, &all_levers(&plan));
    let mut block = program.block::<LANES>();
    let columns = columns::<LANES>(&plan);
    bencher
        .counter(ItemsCount::new(LANES))
        .bench_local(|| program.evaluate(black_box(&columns), black_box(&mut block)));
}

#[divan::bench(args = NAMES)]
fn one_projection(bencher: Bencher<'_, '_>, name: &str) {
    evaluate::<1>(bencher, name);
}

#[divan::bench(args = NAMES)]
fn projections_side_by_side(bencher: Bencher<'_, '_>, name: &str) {
    evaluate::<LANES>(bencher, name);
}

fn main() {
    divan::main();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/lanes.py");
    match Command::new("python3").arg(&script).output() {
        Ok(output) if output.status.success() => {
            println!("{}", String::from_utf8_lossy(&output.stdout).trim());
        }
        _ => println!("peer: not run, because python3 with NumPy is not installed (pip install numpy)"),
    }
}
