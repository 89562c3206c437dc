//! How long the feasibility map takes: `cargo bench --bench feasibility`.
//!
//! The bound to hold is 4 ms for 101 × 101 pairs of rates with every target, on one core. Behind divan's table the same
//! map is timed in NumPy, in the same run, if Python has it.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use divan::Bencher;
use planpath::model::feasibility::{Axis, feasibility};
use planpath::model::project;
use planpath::model::solver::{Request, Way, default_handle, solve};
use planpath::scenario::{self, Loaded};

const PAIRS: [(&str, &str); 3] = [
    ("energy-intensity", "carbon-factor"),
    ("value-added", "energy-intensity"),
    ("sei-share", "steel-cr10"),
];

fn loaded(name: &str) -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    scenario::load(&folder.join(name).with_extension("ron")).expect("examples are sound")
}

#[divan::bench(args = PAIRS)]
fn map_of_two_levers(bencher: Bencher<'_, '_>, (x, y): (&str, &str)) {
    let Loaded { plan, scenario, .. } = loaded("mid-term-2013");
    let projection = project(&plan, &scenario);
    let axis = |id| Axis::of(&plan, plan.find(id).expect("an indicator of the plan"));
    let (x, y) = (axis(x), axis(y));
    bencher.bench(|| feasibility(black_box(&plan), black_box(&projection), x, y).expect("two levers"));
}

#[divan::bench(args = ["energy-intensity", "co2-intensity"])]
fn solve_one_target(bencher: Bencher<'_, '_>, id: &str) {
    let Loaded { plan, scenario, .. } = loaded("growth-first");
    let target = plan.find(id).expect("an indicator of the plan");
    let request = Request {
        target,
        handle: default_handle(&plan, &scenario, target).expect("a lever"),
        way: Way::CatchUp,
    };
    bencher.bench(|| solve(black_box(&plan), black_box(&scenario), request).expect("a question"));
}

fn main() {
    divan::main();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/feasibility.py");
    match Command::new("python3").arg(&script).output() {
        Ok(output) if output.status.success() => {
            println!("{}", String::from_utf8_lossy(&output.stdout).trim());
        }
        _ => println!("peer: not run, because python3 with NumPy is not installed (pip install numpy)"),
    }
}
