//! How long draws take: `cargo bench --bench sampling`.
//!
//! The whole built-in plan with every lever uncertain that can be, one draw each: levels of all indicators in all years, five
//! quantiles of each, the probability of every target and of all together, on two threads. Standard errors, which take further
//! points, and the numbers alone are timed apart. Behind divan's table the same draws are timed in NumPy, in the same run, if
//! Python has it, with `np.quantile` and with sorting once. The goals are a twentieth and a tenth of its time.
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
use planpath::analysis::draws::{Draws, Half, Sampling};
use planpath::analysis::ensemble::{CancellableDraws, Study};
use planpath::analysis::scheduled_rates;
use planpath::model::{LANES, project};
use planpath::plan::Plan;
use planpath::scenario::{self, EXAMPLES, Rates, Scenario, Spread, Uncertainty, Years};

const TWO: CancellableDraws<'_> = CancellableDraws {
    threads: 2,
    is_wanted: &|| true,
};

const SIZES: [u64; 3] = [8_192, 131_072, 1_048_576];

/// The plan on schedule, with its even rates stated and a tenth of each as standard deviation.
fn uncertain() -> (std::sync::Arc<Plan>, Scenario) {
    let example = EXAMPLES
        .iter()
        .find(|example| example.id == "plan-on-schedule")
        .expect("an example");
    let loaded = scenario::read_text(example.id, example.text, Path::new("")).expect("examples are sound");
    let (plan, mut scenario) = (loaded.plan, loaded.scenario);
    let projection = project(&plan, &scenario);
    let levers: Vec<_> = plan.levers().map(|(lever, _)| lever).collect();
    for lever in levers {
        let rates = scheduled_rates(&plan, &scenario, &projection, lever);
        let Some(rate) = rates.first().copied() else {
            continue;
        };
        scenario.rates.set(lever, Rates::Constant(rate));
        let sd = if rate.abs() > 0.0 { 0.1 * rate.abs() } else { 0.1 };
        let spread = Spread::Normal { sd };
        let years = Years::SameDraw;
        scenario.uncertainty.set(lever, Uncertainty { spread, years });
    }
    (plan, scenario)
}

#[divan::bench(args = SIZES, max_time = 4)]
fn ensemble(bencher: Bencher<'_, '_>, size: u64) {
    let (plan, scenario) = uncertain();
    bencher.bench(|| {
        let study = Study::of(black_box(&plan), black_box(&scenario), Sampling::default()).expect("draws");
        study.run(size, TWO)
    });
}

#[divan::bench(args = SIZES, max_time = 4)]
fn standard_errors(bencher: Bencher<'_, '_>, size: u64) {
    let (plan, scenario) = uncertain();
    let study = Study::of(&plan, &scenario, Sampling::default()).expect("draws");
    let found = study.run(size, TWO).expect("an ensemble");
    bencher.bench(|| {
        let mut found = found.clone();
        study.standard_errors(&mut found, TWO);
        found
    });
}

#[divan::bench(args = SIZES, max_time = 4)]
fn numbers_alone_on_one_thread(bencher: Bencher<'_, '_>, size: u64) {
    let (plan, scenario) = uncertain();
    let draws = Draws::of(&plan, &scenario, Sampling::default()).expect("draws");
    let mut columns = vec![[0.0; LANES]; draws.parameters().len()];
    bencher.bench_local(|| {
        let mut net = draws.net(0, Half::A);
        for block in 0..size / LANES as u64 {
            net.fill(block, &mut columns);
            black_box(&columns);
        }
    });
}

/// The largest memory of this process so far, in MB.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1_024)
}

fn main() {
    let (plan, scenario) = uncertain();
    let draws = Draws::of(&plan, &scenario, Sampling::default()).expect("draws");
    println!(
        "{} levers drawn, {} indicators",
        draws.levers().len(),
        plan.indicators.len()
    );
    divan::main();
    if let Some(memory) = most_memory() {
        println!("largest memory: {memory} MB");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/sampling.py");
    match Command::new("python3").arg(&script).output() {
        Ok(output) if output.status.success() => {
            println!("{}", String::from_utf8_lossy(&output.stdout).trim());
        }
        _ => println!("peer: not run, because python3 with NumPy is not installed (pip install numpy)"),
    }
}
