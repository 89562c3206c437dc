//! What holds for every game.

use planpath::analysis::Outcome;
use planpath::analysis::attribution::Attribution;
use planpath::analysis::decomposition::logarithmic_mean;
use planpath::scenario::{Rates, Scenario};
use proptest::prelude::*;

use super::{between, changes, found, ix, plan_of};

const IDENTITIES: [(&str, &str, &str); 5] = [
    ("product", "a * b / c", ""),
    ("rest", "a * (1 - s / 100)", ""),
    ("nested", "product + rest * 2 - b", ""),
    ("index", "a * i * (1 - s / 100)", ""),
    ("of-index", "index * b", "scale: Points,"),
];

const IDS: [&str; 5] = ["a", "b", "c", "s", "i"];

fn plan(is_reversed: bool) -> planpath::plan::Plan {
    let mut levers = [
        ("a", "Some(4.0)", "Growth"),
        ("b", "Some(3.0)", "Decline"),
        ("c", "Some(2.0)", "Growth"),
        ("s", "Some(50.0)", "Additive"),
        ("i", "None", "Growth"),
    ];
    if is_reversed {
        levers.reverse();
    }
    plan_of(&levers, &IDENTITIES)
}

type Way = Vec<Vec<f64>>;

fn way() -> impl Strategy<Value = Way> {
    prop::collection::vec(prop::collection::vec(-9.0..9.0_f64, 5), 5)
}

fn scenario(plan: &planpath::plan::Plan, way: &Way) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, rates) in IDS.iter().zip(way) {
        scenario.rates.set(ix(plan, id), Rates::Yearly(rates.clone()));
    }
    scenario
}

fn size(found: &Attribution) -> f64 {
    found.from.abs().max(found.to.abs())
}

proptest! {
    #[test]
    fn effects_sum_to_the_difference_and_turn_round(one in way(), other in way(), step in 0..=5_usize) {
        let plan = plan(false);
        let [one, other] = [&one, &other].map(|way| scenario(&plan, way));
        for (id, ..) in IDENTITIES {
            let there = found(&plan, &one, &other, id, step);
            let back = found(&plan, &other, &one, id, step);
            let slack = 1e-11 * size(&there);
            let sum: f64 = changes(&there).iter().sum();
            prop_assert!((sum - there.change()).abs() <= slack, "{}: {}", id, there.residual);
            for (there, back) in there.effects.iter().zip(&back.effects) {
                prop_assert!((there.change + back.change).abs() <= slack);
            }
        }
    }

    #[test]
    fn the_order_of_levers_does_not_matter(one in way(), other in way()) {
        let effects = [false, true].map(|is_reversed| {
            let plan = plan(is_reversed);
            let [one, other] = [&one, &other].map(|way| scenario(&plan, way));
            IDENTITIES.map(|(id, ..)| {
                let found = found(&plan, &one, &other, id, 5);
                let mut effects = changes(&found);
                if is_reversed {
                    effects.reverse();
                }
                effects
            })
        });
        for (one, other) in effects[0].iter().flatten().zip(effects[1].iter().flatten()) {
            prop_assert!((one - other).abs() <= 1e-9 * one.abs().max(1.0));
        }
    }

    #[test]
    fn of_a_product_the_logarithmic_mean_times_shapley_in_logarithms_is_lmdi(one in way(), other in way()) {
        let plan = plan(false);
        let scenarios = [&one, &other].map(|way| scenario(&plan, way));
        let indicator = ix(&plan, "product");
        let outcome = Outcome::Level { indicator, step: 5 };
        let found = between((&plan, &scenarios[0]), (&plan, &scenarios[1]), outcome).unwrap();
        // In logarithms the product is a sum, in which every order gives a player ln of its ratio.
        let after = |way: &Way, n: usize, sign: f64| way[n].iter().map(|rate| (1.0 + sign * rate / 100.0).ln()).sum::<f64>();
        let logs = [(0, 1.0, 1.0), (1, -1.0, 1.0), (2, 1.0, -1.0)]
            .map(|(n, sign, power)| power * (after(&other, n, sign) - after(&one, n, sign)));
        let mean = logarithmic_mean(found.from, found.to);
        let sum: f64 = logs.iter().map(|log| mean * log).sum();
        prop_assert!((sum - found.change()).abs() <= 1e-9 * size(&found));
    }
}
