//! Tornado, Sobol' indices and Shapley effects: reference values, and what they are beside the engine's own figures.

use std::f64::consts::PI;
use std::fmt::Write as _;

use planpath::analysis::Outcome;
use planpath::analysis::draws::{Draws, Half, Sampling};
use planpath::analysis::importance::{
    Importance, ImportanceSettings, IndexEstimate, PickFreeze, ShareOfVariance, Tornado, importance,
    sobol_indices, tornado,
};
use planpath::model::{LANES, assess_target, project};
use planpath::plan::{self, Plan};
use planpath::scenario::{Correlation, Rates, Scenario, Spread, Uncertainty, Years};

use crate::closeness::close;

/// Additive levers named a, b, c, … from 1, with a derived indicator, over some years.
fn plan_of(levers: usize, years: i32, derived: &str, targets: &str) -> Plan {
    let mut text = format!(
        r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: {}, source: "",
        categories: [(id: "c", name: "c")], indicators: ["#,
        2010 + years
    );
    for name in ('a'..).take(levers) {
        write!(
            text,
            r#"(id: "{name}", name: "{name}", category: "c", unit: "u", base: Some(1.0), dynamics: Additive),"#
        )
        .unwrap();
    }
    write!(
        text,
        r#"(id: "figure", name: "figure", category: "c", unit: "u", dynamics: Derived("{derived}"), targets: [{targets}])])"#
    )
    .unwrap();
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure}"))
}

/// Every lever in turn with a spread, at a rate of 0.
fn scenario_of(plan: &Plan, spreads: &[Spread], years: Years) -> Scenario {
    let mut scenario = Scenario::default();
    for ((lever, _), spread) in plan.levers().zip(spreads) {
        scenario.rates.set(lever, Rates::Constant(0.0));
        scenario.set_spread(
            lever,
            Some(Uncertainty {
                spread: *spread,
                years,
            }),
        );
    }
    scenario
}

fn normal(sd: f64) -> Spread {
    Spread::Normal { sd }
}

/// The level of the derived figure in the last year.
fn last(plan: &Plan) -> Outcome {
    Outcome::Level {
        indicator: plan.find("figure").unwrap(),
        step: plan.steps(),
    }
}

fn settings(base: usize, threads: usize) -> ImportanceSettings {
    ImportanceSettings {
        base,
        threads,
        ..ImportanceSettings::default()
    }
}

fn found(plan: &Plan, scenario: &Scenario, base: usize) -> Importance {
    let found = importance(plan, scenario, last(plan), settings(base, 1), &|| true);
    found.unwrap().unwrap()
}

fn bars(plan: &Plan, scenario: &Scenario) -> Tornado {
    let found = tornado(plan, scenario, last(plan), Sampling::default(), &|| true);
    found.unwrap().unwrap()
}

/// The share of a lever, by its name.
fn share(plan: &Plan, found: &Importance, name: &str) -> ShareOfVariance {
    let shares = found.shares.as_ref().unwrap();
    let lever = plan.find(name).unwrap();
    shares.iter().find(|share| share.lever == lever).unwrap().share
}

/// First order and total of the function of Ishigami and Homma (1990), a = 7, b = 0.1 (methods, "Sensitivity").
const ISHIGAMI: [[f64; 2]; 3] = [
    [0.313_905_191_1, 0.557_588_855_2],
    [0.442_411_144_8, 0.442_411_144_8],
    [0.0, 0.243_683_664_1],
];

fn ishigami(x: [f64; 3]) -> f64 {
    x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
}

/// The function at the draws of three levers, scramble by scramble.
fn at_draws(draws: &Draws, base: usize) -> Vec<PickFreeze> {
    let columns = || vec![[0.0; LANES]; 3];
    let scrambles = 1..=16;
    let of_scramble = |scramble| {
        let (mut net_a, mut net_b) = (draws.net(scramble, Half::A), draws.net(scramble, Half::B));
        let mut of = PickFreeze {
            mixed: vec![Vec::new(); 3],
            ..PickFreeze::default()
        };
        let (mut a, mut b) = (columns(), columns());
        for block in 0..base / LANES {
            net_a.fill(block as u64, &mut a);
            net_b.fill(block as u64, &mut b);
            for lane in 0..LANES {
                let [x, y] = [&a, &b].map(|columns| [0, 1, 2].map(|n| columns[n][lane]));
                of.a.push(ishigami(x));
                of.b.push(ishigami(y));
                for group in 0..3 {
                    let mut mixed = x;
                    mixed[group] = y[group];
                    of.mixed[group].push(ishigami(mixed));
                }
            }
        }
        of
    };
    scrambles.map(of_scramble).collect()
}

/// Estimates of the function's indices, in the order of the reference values.
fn ishigami_indices(seed: u64, base: usize) -> Vec<[IndexEstimate; 2]> {
    let plan = plan_of(3, 1, "a + b + c", "");
    let scenario = scenario_of(
        &plan,
        &[Spread::Uniform { min: -PI, max: PI }; 3],
        Years::SameDraw,
    );
    let sampling = Sampling {
        seed,
        ..Sampling::default()
    };
    let draws = Draws::new(&plan, &scenario, &[], sampling).unwrap();
    let found = sobol_indices(&at_draws(&draws, base)).unwrap();
    found.iter().map(|group| [group.first, group.total]).collect()
}

#[test]
fn the_function_of_ishigami_has_its_indices() {
    for (base, most) in [(256, 0.04), (4096, 0.006)] {
        for seed in [1, 2, 3] {
            let found = ishigami_indices(seed, base);
            for (found, expected) in found.iter().zip(ISHIGAMI) {
                for (found, expected) in found.iter().zip(expected) {
                    let error = (found.value - expected).abs();
                    assert!(
                        error < most,
                        "16 × {base}, seed {seed}: {found:?} is not {expected}"
                    );
                }
            }
        }
    }
}

#[test]
fn intervals_hold_what_they_promise() {
    let seeds = 200;
    let mut held = [[0; 2]; 3];
    for seed in 0..seeds {
        for (group, found) in ishigami_indices(seed, 256).iter().enumerate() {
            for (which, found) in found.iter().enumerate() {
                let expected = ISHIGAMI[group][which];
                held[group][which] += usize::from(found.low <= expected && expected <= found.high);
            }
        }
    }
    let all: usize = held.iter().flatten().sum();
    let share = all as f64 / (6.0 * seeds as f64);
    assert!((0.92..=0.98).contains(&share), "{share}: {held:?}");
}

#[test]
fn a_product_of_three_has_its_indices() {
    let plan = plan_of(3, 1, "a * b * c", "");
    // Each from 1 by its own draw, so that sd is the coefficient of variation.
    let scenario = scenario_of(&plan, &[normal(0.3), normal(0.2), normal(0.1)], Years::SameDraw);
    let found = found(&plan, &scenario, 4096);
    assert!(!found.is_correlated);
    for (name, first, total) in [
        ("a", 0.620_963_735_7, 0.652_260_308_0),
        ("b", 0.275_983_882_5, 0.303_830_656_3),
        ("c", 0.068_995_970_6, 0.078_213_832_3),
    ] {
        let ShareOfVariance::Sobol {
            first: one,
            total: all,
        } = share(&plan, &found, name)
        else {
            panic!("they are independent");
        };
        assert!((one.value - first).abs() < 0.002, "{name}: {one:?}");
        assert!((all.value - total).abs() < 0.002, "{name}: {all:?}");
    }
    let order: Vec<_> = found.shares.unwrap().iter().map(|share| share.lever).collect();
    assert_eq!(order, ["a", "b", "c"].map(|name| plan.find(name).unwrap()));
    assert_eq!(found.years.len(), 1);
}

#[test]
fn correlated_levers_have_shapley_effects() {
    let plan = plan_of(3, 1, "a + b + c", "");
    let mut scenario = scenario_of(&plan, &[normal(1.0), normal(1.0), normal(2.0)], Years::SameDraw);
    let levers = ["b", "c"].map(|name| plan.find(name).unwrap());
    scenario.correlations.push(Correlation { levers, rho: 0.5 });
    let found = found(&plan, &scenario, 1024);
    assert!(found.is_correlated);
    let mut sum = 0.0;
    for (name, expected) in [("a", 0.125), ("b", 0.296_875), ("c", 0.578_125)] {
        let ShareOfVariance::Shapley(effect) = share(&plan, &found, name) else {
            panic!("b and c are correlated");
        };
        assert!((effect.value - expected).abs() < 0.01, "{name}: {effect:?}");
        assert!(
            effect.low < expected && expected < effect.high,
            "{name}: {effect:?}"
        );
        sum += effect.value;
    }
    close(sum, 1.0);
}

#[test]
fn shapley_effects_of_many_levers_are_those_of_all_orders() {
    // Ten levers of equal spread, two of them correlated: the others have 1 / (10 + 2 · 0.6) each.
    let names: Vec<String> = ('a'..).take(10).map(String::from).collect();
    let plan = plan_of(10, 1, &names.join(" + "), "");
    let mut scenario = scenario_of(&plan, &[normal(1.0); 10], Years::SameDraw);
    let levers = ["a", "b"].map(|name| plan.find(name).unwrap());
    scenario.correlations.push(Correlation { levers, rho: 0.6 });
    let found = found(&plan, &scenario, 128);
    for name in &names {
        let expected = if ["a", "b"].contains(&name.as_str()) {
            1.6 / 11.2
        } else {
            1.0 / 11.2
        };
        let ShareOfVariance::Shapley(effect) = share(&plan, &found, name) else {
            panic!("two are correlated");
        };
        assert!((effect.value - expected).abs() < 0.02, "{name}: {effect:?}");
    }
}

#[test]
fn a_bar_follows_the_levers_own_rule_for_years() {
    let plan = plan_of(1, 5, "2 * a", "");
    // Twice five years of sd 0.5, from the 10 % to the 90 % quantile at ∓1.2815515655 sd.
    let swing = |sd: f64| 2.0 * 2.0 * 1.281_551_565_544_6 * sd;
    for (years, sd, slack) in [
        (Years::SameDraw, 2.5, 1e-9),
        // Five independent years: √5 sd.
        (Years::Independent, 0.5 * 5.0_f64.sqrt(), 4e-3),
        // Stationary, ρ = 0.5: the variance of the sum is 11.125 times that of a year.
        (Years::Correlated(0.5), 0.5 * 11.125_f64.sqrt(), 4e-3),
    ] {
        let found = bars(&plan, &scenario_of(&plan, &[normal(0.5)], years));
        let bar = &found.bars[0];
        let expected = swing(sd);
        assert!(
            (bar.swing() - expected).abs() < slack * expected,
            "{years:?}: {bar:?}, not {expected}"
        );
        close(found.centre, 2.0);
        assert!(bar.rises && bar.is_monotone);
        assert_eq!(bar.rates.is_some(), years == Years::SameDraw);
    }
    // As methods gives it: N(2, 0.5) in each of five independent years.
    let alone = plan_of(1, 5, "a", "");
    let found = bars(&alone, &scenario_of(&alone, &[normal(0.5)], Years::Independent));
    let swing = found.bars[0].swing();
    assert!((swing - 2.865_636_417_2).abs() < 0.01, "{swing}");
}

#[test]
fn partners_stand_at_the_median_that_the_lever_has_given_them() {
    let plan = plan_of(3, 1, "a + b + c", "");
    let mut scenario = scenario_of(&plan, &[normal(1.0), normal(1.0), normal(2.0)], Years::SameDraw);
    let [a, b, c] = ["a", "b", "c"].map(|name| plan.find(name).unwrap());
    scenario.correlations.push(Correlation {
        levers: [b, c],
        rho: 0.5,
    });
    let found = bars(&plan, &scenario);
    let of = |lever| found.bars.iter().find(|bar| bar.lever == lever).unwrap();
    let width = 2.0 * 1.281_551_565_544_6;
    close(of(a).swing(), width);
    // c goes 2 · 0.5 sd with b, b 0.5 sd with c.
    close(of(b).swing(), 2.0 * width);
    close(of(c).swing(), 2.5 * width);
    assert_eq!(
        (&of(a).correlated[..], &of(b).correlated[..]),
        (&[][..], &[c][..])
    );
    let order: Vec<_> = found.bars.iter().map(|bar| bar.lever).collect();
    assert_eq!(order, [c, b, a], "the longest first");
}

#[test]
fn a_lever_that_turns_back_is_marked() {
    // (1 + x) (3 − x) − 3 is 2 x − x², highest at x = 1; drawn with x from N(1, 1) it is 1 − z².
    let plan = plan_of(1, 1, "a * (4 - a) - 3", "");
    let mut scenario = scenario_of(&plan, &[normal(1.0)], Years::SameDraw);
    scenario.rates.set(plan.find("a").unwrap(), Rates::Constant(1.0));
    let found = bars(&plan, &scenario);
    let bar = &found.bars[0];
    assert!(!bar.is_monotone);
    close(found.centre, 1.0);
    // P(z² ≤ q) = 0.9 at z = 1.6448536270, 0.1 at z = 0.1256613469.
    assert!(
        (bar.low - (1.0 - 1.644_853_627_0_f64.powi(2))).abs() < 1e-3,
        "{bar:?}"
    );
    assert!(
        (bar.high - (1.0 - 0.125_661_346_9_f64.powi(2))).abs() < 1e-3,
        "{bar:?}"
    );
}

#[test]
fn what_does_not_vary_is_not_uncertain() {
    let plan = plan_of(2, 2, "b + a - a", "");
    let scenario = scenario_of(&plan, &[normal(0.37), Spread::Fixed], Years::Independent);
    let found = found(&plan, &scenario, 64);
    assert_eq!(found.shares, None, "a cancels, but not to the last digit");
    assert!(found.years.iter().all(|(_, shares)| shares.is_none()));
    let bars = bars(&plan, &scenario);
    assert!(bars.bars.is_empty());
    close(bars.centre, 1.0);
}

#[test]
fn the_centre_is_the_targets_own_figure() {
    for target in [
        "(form: AverageGrowth(3.0), comparator: AtLeast, wording: \"\")",
        "(form: CumulativeGrowth(20.0), comparator: AtLeast, wording: \"\", due: In(2012))",
        "(form: Change(3.0), comparator: AtLeast, wording: \"\")",
        "(form: Level(3.0), comparator: AtLeast, wording: \"\", due: EachYear)",
        "(form: AverageGrowth(3.0), comparator: AtLeast, wording: \"\", due: EachYear)",
        "(form: Between(3.0, 4.0), comparator: AtLeast, wording: \"\", due: EachYear)",
    ] {
        let plan = plan_of(2, 3, "a * b", target);
        let mut scenario = scenario_of(&plan, &[normal(0.1); 2], Years::Independent);
        scenario
            .rates
            .set(plan.find("a").unwrap(), Rates::Yearly(vec![0.5, -0.2, 0.1]));
        let projection = project(&plan, &scenario);
        let ix = plan.targets().next().unwrap().0;
        let expected = assess_target(&plan, &scenario, &projection, ix)
            .projected
            .unwrap();
        let found = tornado(
            &plan,
            &scenario,
            Outcome::Target(ix),
            Sampling::default(),
            &|| true,
        );
        let found = found.unwrap().unwrap();
        assert!(
            (found.centre - expected).abs() <= 1e-12 * expected.abs(),
            "{target}"
        );
        assert_eq!(found.bars.len(), 2, "{target}");
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let plan = plan_of(4, 3, "a * b + c * d", "");
    let mut scenario = scenario_of(&plan, &[normal(0.3); 4], Years::Correlated(0.5));
    for rho in [0.0, 0.4] {
        scenario.correlations.clear();
        if rho > 0.0 {
            let levers = ["a", "d"].map(|name| plan.find(name).unwrap());
            scenario.correlations.push(Correlation { levers, rho });
        }
        let of = |threads| importance(&plan, &scenario, last(&plan), settings(128, threads), &|| true);
        let one = of(1).unwrap().unwrap();
        assert_eq!(one.is_correlated, rho > 0.0);
        for threads in [2, 4] {
            assert_eq!(of(threads).unwrap().as_ref(), Some(&one), "{threads} threads");
        }
    }
    let cancelled = importance(&plan, &scenario, last(&plan), settings(128, 2), &|| false);
    assert_eq!(cancelled.unwrap(), None);
}
