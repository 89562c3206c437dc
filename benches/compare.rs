//! Benchmarks comparison, attribution and decomposition: `cargo bench --bench compare`.
//!
//! The limits are 5 ms for comparing 50 scenarios, sorted by what moves a target, evaluation included, and 1 ms for the
//! Shapley values of 12 levers, at the median on one core. For the latter the same 4,096 coalitions are worked out in
//! NumPy as well, by `benches/peers/shapley.py`, if Python has it.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use divan::Bencher;
use planpath::analysis::Outcome;
use planpath::analysis::attribution::{PlannedState, attribute};
use planpath::analysis::comparison::{ComparedScenario, compare};
use planpath::analysis::decomposition::{ScenarioState, decompose};
use planpath::model::{Evaluation, project};
use planpath::plan::{self, Plan};
use planpath::scenario::{self, EXAMPLES, Loaded, Rates, Scenario};

fn examples() -> Vec<Loaded> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let load = |id: &str| scenario::load(&folder.join(id).with_extension("ron"));
    EXAMPLES
        .iter()
        .map(|example| load(example.id).expect("examples are sound"))
        .collect()
}

/// So many scenarios: the examples, over and over, each with another growth of value added.
fn scenarios(plan: &Plan, count: u32) -> Vec<Scenario> {
    let examples = examples();
    let lever = plan.find("value-added").expect("it is in the plan");
    let of = |n: u32| {
        let mut scenario = examples[n as usize % examples.len()].scenario.clone();
        scenario
            .rates
            .set(lever, Rates::Constant(5.0 + f64::from(n) / 10.0));
        scenario
    };
    (0..count).map(of).collect()
}

#[divan::bench(args = [2, 5, 50])]
fn compare_scenarios(bencher: Bencher<'_, '_>, count: u32) {
    let plan = Arc::clone(&examples()[0].plan);
    let scenarios = scenarios(&plan, count);
    let target = plan.find_target("co2-intensity").expect("it has a target");
    bencher.bench(|| {
        let evaluations: Vec<Arc<Evaluation>> = scenarios
            .iter()
            .map(|scenario| Evaluation::new(&plan, scenario))
            .collect();
        let compared: Vec<ComparedScenario<'_>> = scenarios
            .iter()
            .zip(&evaluations)
            .map(|(scenario, evaluation)| ComparedScenario {
                plan: &plan,
                scenario,
                evaluation,
            })
            .collect();
        compare(black_box(&compared), 0, Some(Outcome::Target(target)))
    });
}

/// A plan with so many levers, and the product of all.
fn product(count: u32) -> Plan {
    let ids: Vec<String> = (0..count).map(|n| format!("x{n}")).collect();
    let levers: Vec<String> = ids
        .iter()
        .map(|id| {
            format!(
                r#"(id: "{id}", name: "{id}", category: "c", unit: "u", base: Some(1.0), dynamics: Growth),"#
            )
        })
        .collect();
    let text = format!(
        r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")], indicators: [{}
        (id: "all", name: "all", category: "c", unit: "u", dynamics: Derived("{}"))])"#,
        levers.concat(),
        ids.join(" * ")
    );
    plan::read_text("p", &text).expect("the plan is sound")
}

#[divan::bench(args = [2, 4, 8, 12, 20])]
fn shapley_of_a_product(bencher: Bencher<'_, '_>, count: u32) {
    let plan = product(count);
    let (from, mut to) = (Scenario::default(), Scenario::default());
    for (ix, _) in plan.levers() {
        to.rates.set(ix, Rates::Constant(2.0));
    }
    let [before, after] = [project(&plan, &from), project(&plan, &to)];
    let state = |scenario, projection| PlannedState {
        plan: &plan,
        state: ScenarioState { scenario, projection },
    };
    let indicator = plan.find("all").expect("it is in the plan");
    let outcome = Outcome::Level { indicator, step: 5 };
    bencher.bench(|| attribute(state(&from, &before), state(&to, &after), black_box(outcome), 1));
}

#[divan::bench]
fn decompose_co2_year_by_year(bencher: Bencher<'_, '_>) {
    let Loaded { plan, scenario, .. } = examples().swap_remove(0);
    let projection = project(&plan, &scenario);
    let co2 = plan.find("co2").expect("it is in the plan");
    let state = ScenarioState {
        scenario: &scenario,
        projection: &projection,
    };
    bencher.bench(|| decompose(&plan, state, black_box(co2), (2010, 2015), true));
}

fn main() {
    divan::main();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/shapley.py");
    let peer = Command::new("python3").arg(script).output();
    match peer.ok().filter(|output| output.status.success()) {
        Some(output) => println!("\nNumPy: {}", String::from_utf8_lossy(&output.stdout).trim()),
        None => println!("\nNumPy: not there, so not timed"),
    }
}
