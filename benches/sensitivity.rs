//! How long it takes to say which levers matter: `cargo bench --bench sensitivity`.
//!
//! Sobol' indices of a product of eight uncertain levers after five years, from 16 scrambles of 256 base points: 40,960
//! evaluations, on one thread and on two, with the indices of every year. Beside them a tornado of the same, and Shapley
//! effects where two of the levers are correlated. Behind divan's table the same indices are timed in SALib, in the same
//! run, if Python has it: as many evaluations, from a base of 4,096, with intervals from 100 resamples. The goal is a
//! twentieth of its time.
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
use planpath::analysis::Outcome;
use planpath::analysis::draws::Sampling;
use planpath::analysis::importance::{ImportanceSettings, importance, tornado};
use planpath::plan::{self, Plan};
use planpath::scenario::{Correlation, Rates, Scenario, Spread, Uncertainty, Years};

/// A product of eight levers that grow by 2 % a year, more or less.
fn plan() -> Plan {
    let names: Vec<String> = ('a'..='h').map(String::from).collect();
    let mut text = String::from(
        r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")], indicators: ["#,
    );
    for name in &names {
        write!(
            text,
            r#"(id: "{name}", name: "{name}", category: "c", unit: "u", base: Some(1.0), dynamics: Growth),"#
        )
        .expect("text");
    }
    let product = names.join(" * ");
    write!(
        text,
        r#"(id: "all", name: "all", category: "c", unit: "u", dynamics: Derived("{product}"))])"#
    )
    .expect("text");
    plan::read_text("p", &text).expect("a sound plan")
}

fn scenario(plan: &Plan, rho: f64) -> Scenario {
    let mut scenario = Scenario::default();
    let levers: Vec<_> = plan.levers().map(|(lever, _)| lever).collect();
    for (lever, sd) in levers.iter().zip([0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0]) {
        scenario.rates.set(*lever, Rates::Constant(2.0));
        let spread = Spread::Normal { sd };
        let years = Years::SameDraw;
        scenario.set_spread(*lever, Some(Uncertainty { spread, years }));
    }
    if rho.abs() > 0.0 {
        let levers = [levers[0], levers[7]];
        scenario.correlations.push(Correlation { levers, rho });
    }
    scenario
}

fn outcome(plan: &Plan) -> Outcome {
    Outcome::Level {
        indicator: plan.find("all").expect("the product"),
        step: plan.steps(),
    }
}

fn shares(bencher: Bencher<'_, '_>, rho: f64, threads: usize) {
    let plan = plan();
    let scenario = scenario(&plan, rho);
    let settings = ImportanceSettings {
        threads,
        ..ImportanceSettings::default()
    };
    bencher.bench(|| {
        importance(
            black_box(&plan),
            black_box(&scenario),
            outcome(&plan),
            settings,
            &|| true,
        )
    });
}

#[divan::bench(args = [1, 2])]
fn sobol_indices(bencher: Bencher<'_, '_>, threads: usize) {
    shares(bencher, 0.0, threads);
}

#[divan::bench(args = [1, 2], sample_count = 10)]
fn shapley_effects(bencher: Bencher<'_, '_>, threads: usize) {
    shares(bencher, 0.5, threads);
}

#[divan::bench]
fn bars_of_a_tornado(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let scenario = scenario(&plan, 0.0);
    bencher.bench(|| {
        tornado(
            black_box(&plan),
            black_box(&scenario),
            outcome(&plan),
            Sampling::default(),
            &|| true,
        )
    });
}

fn main() {
    divan::main();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/sensitivity.py");
    match Command::new("python3").arg(&script).output() {
        Ok(output) if output.status.success() => {
            println!("{}", String::from_utf8_lossy(&output.stdout).trim());
        }
        _ => println!("peer: not run, because python3 with SALib is not installed (pip install SALib)"),
    }
}
