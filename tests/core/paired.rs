//! Two scenarios drawn with the same luck.

use planpath::analysis::draws::{DrawsError, Sampler, Sampling};
use planpath::analysis::ensemble::{CancellableDraws, DrawsDifference, PROBABILITIES, PairedDraws};
use planpath::plan::{self, IndicatorIx, Plan};
use planpath::scenario::{Rates, Scenario, Spread, Uncertainty, Years};

const SIZE: u64 = 4_096;

const PLAN: &str = r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
    categories: [(id: "c", name: "c")], indicators: [
    (id: "v", name: "v", category: "c", unit: "u", base: Some(16.0), dynamics: Growth,
        targets: [(form: AverageGrowth(8.0), comparator: AtLeast, wording: "")]),
    (id: "s", name: "s", category: "c", unit: "%", base: Some(50.0), dynamics: Additive,
        targets: [(form: Level(57.0), comparator: AtLeast, wording: "")]),
    (id: "e", name: "e", category: "c", unit: "u", base: Some(100.0), dynamics: Decline,
        targets: [(form: CumulativeDecline(21.0), comparator: AtLeast, wording: "")]),
    (id: "use", name: "use", category: "c", unit: "u", dynamics: Derived("v * e"),
        targets: [(form: Level(1860.0), comparator: AtMost, wording: "")]),
    ])"#;

fn read() -> Plan {
    plan::read_text("p", PLAN).unwrap_or_else(|failure| panic!("{failure}"))
}

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

/// Constant rates, and standard deviations where there are any.
fn scenario(plan: &Plan, rates: &[(&str, f64, f64)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, rate, sd) in rates {
        scenario.rates.set(ix(plan, id), Rates::Constant(*rate));
        if *sd > 0.0 {
            let (spread, years) = (Spread::Normal { sd: *sd }, Years::SameDraw);
            scenario
                .uncertainty
                .set(ix(plan, id), Uncertainty { spread, years });
        }
    }
    scenario
}

fn compare(plan: &Plan, both: [&Scenario; 2], id: &str, sampler: Sampler, threads: usize) -> DrawsDifference {
    let sampling = Sampling { sampler, seed: 42 };
    let pair = PairedDraws::of(plan, both, sampling).unwrap_or_else(|error| panic!("{error:?}"));
    let how = CancellableDraws {
        threads,
        is_wanted: &|| true,
    };
    pair.run(ix(plan, id), SIZE, how).unwrap()
}

#[track_caller]
fn near(found: f64, expected: f64, slack: f64) {
    assert!((found - expected).abs() <= slack, "{found} is not {expected}");
}

#[test]
fn what_both_draw_cancels_out() {
    let plan = read();
    let one = scenario(&plan, &[("s", 1.5, 0.5), ("v", 8.0, 1.0)]);
    let other = scenario(&plan, &[("s", 1.2, 0.5), ("v", 8.0, 1.0)]);
    let found = compare(&plan, [&one, &other], "s", Sampler::Sobol, 1);
    // 50 + 5 (1.2 + d) less 50 + 5 (1.5 + d), whatever d is.
    for (step, quantiles) in found.quantiles.iter().enumerate() {
        for quantile in quantiles {
            near(*quantile, -0.3 * step as f64, 1e-9);
        }
    }
    let names: Vec<&str> = found
        .targets
        .iter()
        .map(|chance| plan.get(chance.target.indicator).id.as_str())
        .collect();
    // Energy intensity has no rate, nor has what derives from it all that it needs: assumed, so that nothing is likely.
    assert_eq!(names[..2], ["v", "s"]);
    assert!(!names.contains(&"e"));
    let [v, s] = [found.targets[0], found.targets[1]];
    assert_eq!((v.better, v.equal, v.se), (0.0, 1.0, 0.0));
    assert_eq!((s.better, s.equal, s.se), (0.0, 0.0, 0.0));
}

#[test]
fn one_that_is_certain_is_a_line_to_the_other() {
    let plan = read();
    let certain = scenario(&plan, &[("s", 1.5, 0.0)]);
    let drawn = scenario(&plan, &[("s", 1.2, 0.5)]);
    for sampler in Sampler::ALL {
        let found = compare(&plan, [&certain, &drawn], "s", sampler, 2);
        // 1.2 + 0.5 z exceeds 1.5 where z exceeds 0.6: 1 − Φ(0.6).
        let exact = 0.274_253_117_750_073_6;
        let chance = found.targets[0];
        let (within, se) = match sampler {
            Sampler::Sobol => (1.0 / SIZE as f64, 0.0..1e-3),
            // Four standard errors of 4,096 independent draws: √(p (1 − p) / N) is 0.00697.
            Sampler::Random => (0.028, 0.006..0.008),
        };
        near(chance.better, exact, within);
        assert!(se.contains(&chance.se), "{}", chance.se);
        near(chance.equal, 0.0, 0.0);
        if sampler == Sampler::Sobol {
            // 5 (1.2 + 0.5 z − 1.5) at the quantiles of z.
            let z = [-1.644_853_627, -0.674_489_750, 0.0, 0.674_489_750, 1.644_853_627];
            for (n, z) in z.into_iter().enumerate() {
                near(found.quantiles[5][n], -1.5 + 2.5 * z, 5e-3);
            }
        }
    }
}

#[test]
fn the_same_scenario_twice_differs_nowhere() {
    let plan = read();
    let one = scenario(&plan, &[("v", 8.0, 1.0), ("e", 4.6, 0.8)]);
    let found = compare(&plan, [&one, &one.clone()], "use", Sampler::Sobol, 2);
    assert_eq!(found.quantiles, vec![[0.0; PROBABILITIES.len()]; 6]);
    assert!(!found.targets.is_empty());
    for chance in &found.targets {
        assert_eq!((chance.better, chance.equal), (0.0, 1.0));
    }
}

#[test]
fn swapped_scenarios_give_the_opposite_and_threads_change_nothing() {
    let plan = read();
    let one = scenario(&plan, &[("v", 8.0, 1.0), ("e", 4.6, 0.8)]);
    let other = scenario(&plan, &[("v", 9.0, 1.5), ("e", 5.0, 0.8)]);
    let there = compare(&plan, [&one, &other], "use", Sampler::Sobol, 1);
    assert_eq!(there, compare(&plan, [&one, &other], "use", Sampler::Sobol, 4));
    let back = compare(&plan, [&other, &one], "use", Sampler::Sobol, 2);
    for (there, back) in there.quantiles.iter().zip(&back.quantiles) {
        for (there, back) in there.iter().zip(back.iter().rev()) {
            near(*there, -back, 1e-9);
        }
    }
    for (there, back) in there.targets.iter().zip(&back.targets) {
        near(there.better + back.better + there.equal, 1.0, 1e-12);
    }
}

#[test]
fn without_uncertain_rates_nothing_is_drawn() {
    let plan = read();
    let one = scenario(&plan, &[("v", 8.0, 0.0)]);
    let found = PairedDraws::of(&plan, [&one, &one.clone()], Sampling::default());
    assert_eq!(found.err(), Some(DrawsError::NothingDrawn));
}
