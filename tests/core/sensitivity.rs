//! By how much one point of a lever moves a target: by hand, and beside differences of the engine's own levels.

use std::fmt::Write as _;

use planpath::analysis::{Sensitivity, by_effect, scheduled_rates, sensitivities};
use planpath::model::{ParameterId, assess, project};
use planpath::plan::{self, IndicatorIx, Plan, TargetIx};
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario};
use proptest::prelude::*;

use crate::closeness::close;

/// The years of the plan after the base year.
const STEPS: usize = 5;

/// Each indicator by its id, base, dynamics and scale, and the form of its target.
const INDICATORS: [(&str, &str, &str, &str); 8] = [
    ("a", "Some(100.0)", "Growth", "AverageGrowth(8.0)"),
    ("b", "Some(40.0)", "Decline", "CumulativeDecline(21.0)"),
    ("s", "Some(20.0)", "Additive", "Level(24.0)"),
    ("index", "None", "Growth", "CumulativeGrowth(3.0)"),
    ("product", "None", r#"Derived("a * b")"#, "CumulativeGrowth(9.0)"),
    (
        "mixed",
        "None",
        r#"Derived("product * (1 - s / 100) / (b + 3) - a")"#,
        "AverageGrowth(2.0)",
    ),
    (
        "points",
        "None",
        r#"Derived("100 * s / (s + b)"), scale: Points"#,
        "Change(4.0)",
    ),
    (
        "of-index",
        "None",
        r#"Derived("a * index")"#,
        "CumulativeDecline(5.0)",
    ),
];

fn plan() -> Plan {
    let mut text = String::from(
        r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")], indicators: ["#,
    );
    for (id, base, dynamics, form) in INDICATORS {
        let base = if dynamics.starts_with("Derived") {
            String::new()
        } else {
            format!("base: {base},")
        };
        // Growth that is due in every year starts anew from the year before.
        let due = if id == "mixed" { "EachYear" } else { "End" };
        write!(
            text,
            r#"(id: "{id}", name: "{id}", category: "c", unit: "u", {base} dynamics: {dynamics},
            targets: [(form: {form}, comparator: AtLeast, wording: "", due: {due})]),"#
        )
        .unwrap();
    }
    text += "])";
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure}"))
}

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

fn target(plan: &Plan, id: &str) -> TargetIx {
    let found = plan.targets().find(|(found, ..)| found.indicator == ix(plan, id));
    found.unwrap().0
}

fn found(plan: &Plan, scenario: &Scenario, id: &str) -> Vec<Sensitivity> {
    let projection = project(plan, scenario);
    let all = assess(plan, scenario, &projection);
    let target = target(plan, id);
    let assessment = all.iter().find(|found| found.target == target).unwrap();
    sensitivities(plan, scenario, &projection, assessment)
}

/// Every rate of a lever's open years higher by some points.
fn raised(plan: &Plan, scenario: &Scenario, lever: IndicatorIx, by: f64) -> Scenario {
    let projection = project(plan, scenario);
    let mut rates = scheduled_rates(plan, scenario, &projection, lever);
    for rate in &mut rates[projection.last_actual(lever)..] {
        *rate += by;
    }
    let mut raised = scenario.clone();
    raised.rates.set(lever, Rates::Yearly(rates));
    raised
}

/// The figure in the year that is judged in `scenario`, under another one.
fn figure(plan: &Plan, scenario: &Scenario, other: &Scenario, id: &str) -> f64 {
    let target_ix = target(plan, id);
    let year = |scenario: &Scenario| {
        let all = assess(plan, scenario, &project(plan, scenario));
        all.into_iter().find(|found| found.target == target_ix).unwrap()
    };
    let judged = usize::try_from(year(scenario).year - 2010).unwrap();
    let projection = project(plan, other);
    let levels = projection.levels(target_ix.indicator).unwrap();
    let (base, last) = (levels[0], levels[judged]);
    match id {
        "a" => ((last / base).powf(1.0 / 5.0) - 1.0) * 100.0,
        "b" | "of-index" => (1.0 - last / base) * 100.0,
        "index" | "product" => (last / base - 1.0) * 100.0,
        "mixed" => (last / levels[judged - 1] - 1.0) * 100.0,
        "points" => last - base,
        _ => last,
    }
}

#[test]
fn a_point_does_what_is_worked_out_by_hand() {
    let plan = plan();
    let mut scenario = Scenario::default();
    let set = |scenario: &mut Scenario, id, rate| scenario.rates.set(ix(&plan, id), Rates::Constant(rate));
    set(&mut scenario, "a", 7.0);
    set(&mut scenario, "b", 4.0);
    // The mean of five equal rates is that rate: a point of it is a point of the target.
    let [own] = found(&plan, &scenario, "a")[..] else {
        panic!("one lever")
    };
    assert_eq!(own.lever, ix(&plan, "a"));
    close(own.effect, 1.0);
    // f = 100 (1 − 0.96⁵), so f′ = 5 · 0.96⁴.
    close(found(&plan, &scenario, "b")[0].effect, 5.0 * 0.96_f64.powi(4));
    // Five points in five years.
    close(found(&plan, &scenario, "s")[0].effect, 5.0);
    // 100 (1.07⁵ · 0.96⁵ − 1): 5 · 1.07⁴ · 0.96⁵ for the one, −5 · 1.07⁵ · 0.96⁴, which is more, for the other.
    let product = found(&plan, &scenario, "product");
    assert_eq!(
        product.iter().map(|found| found.lever).collect::<Vec<_>>(),
        [ix(&plan, "b"), ix(&plan, "a")]
    );
    close(product[0].effect, -5.0 * 1.07_f64.powi(5) * 0.96_f64.powi(4));
    close(product[1].effect, 5.0 * 1.07_f64.powi(4) * 0.96_f64.powi(5));
    let mut offered = [ix(&plan, "s"), ix(&plan, "a"), ix(&plan, "b")].map(ParameterId::rate);
    by_effect(&mut offered, &product);
    assert_eq!(
        offered.map(|id| id.indicator),
        [ix(&plan, "b"), ix(&plan, "a"), ix(&plan, "s")],
        "what does not move it comes last"
    );
}

#[test]
fn years_that_are_past_do_not_move() {
    let plan = plan();
    let mut scenario = Scenario::default();
    let entry = |year, level| ActualEntry {
        year,
        figure: Actual::Level(level),
    };
    scenario.rates.set(ix(&plan, "b"), Rates::Constant(4.0));
    scenario.actuals.set(ix(&plan, "b"), vec![entry(2013, 36.0)]);
    // 36 · 0.96² in 2015, of 40: two years are open, 100 · 36 / 40 · 2 · 0.96 / 100.
    close(found(&plan, &scenario, "b")[0].effect, 36.0 / 40.0 * 2.0 * 0.96);
    scenario.actuals.set(ix(&plan, "b"), vec![entry(2015, 33.0)]);
    assert!(found(&plan, &scenario, "b").is_empty());
    let product = found(&plan, &scenario, "product");
    assert_eq!(
        product.iter().map(|found| found.lever).collect::<Vec<_>>(),
        [ix(&plan, "a")]
    );
    // Published for the last year, the product is what it is.
    scenario
        .actuals
        .set(ix(&plan, "product"), vec![entry(2015, 4100.0)]);
    assert!(found(&plan, &scenario, "product").is_empty());
}

#[test]
fn output_growth_is_moved_by_points() {
    let plan = plan::built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
    let mut scenario = Scenario::default();
    let steel = ix(&plan, "steel-cr10");
    scenario.rates.set(
        steel,
        Rates::OutputGrowth {
            top: vec![9.0; STEPS],
            all: vec![6.0; STEPS],
        },
    );
    close(found(&plan, &scenario, "steel-cr10")[0].effect, 5.0);
}

/// A scenario of rates for the four levers, and figures for some years of the first, the second and two derived ones.
fn scenario() -> impl Strategy<Value = Scenario> {
    let rates = prop::option::of(prop::collection::vec(-4.0..9.0_f64, STEPS));
    let figures = || prop::collection::vec(prop::option::weighted(0.25, -3.0..6.0_f64), STEPS);
    let figures = [figures(), figures(), figures(), figures()];
    (prop::array::uniform4(rates), figures).prop_map(|(rates, figures)| {
        let plan = plan();
        let mut scenario = Scenario::default();
        for (id, rates) in ["a", "b", "s", "index"].into_iter().zip(rates) {
            if let Some(rates) = rates {
                scenario.rates.set(ix(&plan, id), Rates::Yearly(rates));
            }
        }
        // Near where the indicators begin.
        let bases = [("a", 100.0), ("b", 40.0), ("product", 4000.0), ("points", 33.0)];
        for ((id, base), figures) in bases.into_iter().zip(figures) {
            let entries: Vec<ActualEntry> = (2011..)
                .zip(figures)
                .filter_map(|(year, by)| {
                    let figure = Actual::Level(base * (1.0 + by? / 100.0));
                    Some(ActualEntry { year, figure })
                })
                .collect();
            if !entries.is_empty() {
                scenario.actuals.set(ix(&plan, id), entries);
            }
        }
        scenario
    })
}

proptest! {
    #[test]
    fn it_is_what_the_engine_does_for_the_smallest_steps(scenario in scenario()) {
        let plan = plan();
        for (id, ..) in INDICATORS {
            let all = found(&plan, &scenario, id);
            prop_assert!(all.is_sorted_by(|a, b| a.effect.abs() >= b.effect.abs()));
            for &lever in plan.levers_behind(ix(&plan, id)) {
                let exact = all.iter().find(|found| found.lever == lever).map_or(0.0, |found| found.effect);
                let step = 1e-4;
                let at = |by: f64| figure(&plan, &scenario, &raised(&plan, &scenario, lever, by), id);
                let difference = (at(step) - at(-step)) / (2.0 * step);
                prop_assert!(
                    (exact - difference).abs() <= 1e-6 * exact.abs().max(1.0),
                    "{}: {exact} is not {difference}", id
                );
            }
        }
    }
}
