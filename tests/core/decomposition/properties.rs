//! What holds for every plan and scenario.

use std::collections::BTreeMap;

use planpath::analysis::decomposition::Decomposition;
use planpath::plan::Plan;
use planpath::scenario::{Rates, Scenario};
use proptest::prelude::*;

use super::{Case, ix, names, plan_of};

const IDENTITIES: [(&str, &str); 8] = [
    ("product", "a * b * s / 100"),
    ("quotient", "a / (b * b)"),
    ("rest", "a * (1 - s / 100)"),
    ("nested", "product * b / rest"),
    ("sum", "a * b + s * i + b"),
    ("index", "a * i * (1 - s / 100)"),
    ("of-index", "index * b"),
    ("ratio", "sum / (a + b)"),
];

#[derive(Clone, Debug)]
struct Way {
    bases: [f64; 3],
    rates: [Vec<f64>; 4],
    has_index_base: bool,
}

fn way() -> impl Strategy<Value = Way> {
    let rates = || prop::collection::vec(-9.0..9.0_f64, 5);
    let bases = [0.1..50.0_f64, 0.1..50.0, 50.0..51.0];
    (bases, [rates(), rates(), rates(), rates()], any::<bool>()).prop_map(|(bases, rates, has_index_base)| {
        Way {
            bases,
            rates,
            has_index_base,
        }
    })
}

/// The levers in this order or in the other.
fn plan(is_reversed: bool) -> Plan {
    let mut levers = [
        ("a", "Some(1.0)", "Growth"),
        ("b", "Some(1.0)", "Decline"),
        ("s", "Some(50.0)", "Additive"),
        ("i", "None", "Growth"),
    ];
    if is_reversed {
        levers.reverse();
    }
    plan_of(&levers, &IDENTITIES.map(|(id, identity)| (id, identity, "Ratio")))
}

fn scenario(plan: &Plan, way: &Way) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, rates) in ["a", "b", "s", "i"].iter().zip(&way.rates) {
        scenario.rates.set(ix(plan, id), Rates::Yearly(rates.clone()));
    }
    for (id, base) in ["a", "b", "s"].iter().zip(way.bases) {
        scenario.bases.set(ix(plan, id), base);
    }
    if way.has_index_base {
        scenario.bases.set(ix(plan, "i"), 3.0);
    }
    scenario
}

fn by_name(plan: &Plan, found: &Decomposition) -> BTreeMap<String, f64> {
    let changes = found.effects.iter().map(|effect| effect.change);
    names(plan, found).into_iter().zip(changes).collect()
}

fn size(found: &Decomposition) -> f64 {
    found.from.value.abs().max(found.to.value.abs())
}

proptest! {
    #[test]
    fn effects_sum_to_the_change(way in way(), chained in any::<bool>(), from in 2010..2015) {
        let plan = plan(false);
        let scenario = scenario(&plan, &way);
        let case = Case::new(&plan, &scenario);
        for (id, _) in IDENTITIES {
            let Ok(found) = case.decompose(id, (from, 2015), chained) else {
                prop_assert!(!way.has_index_base, "only an index may be without levels: {}", id);
                continue;
            };
            let sum: f64 = found.effects.iter().map(|effect| effect.change).sum();
            let change = found.to.value - found.from.value;
            prop_assert!((sum - change).abs() <= 1e-9 * change.abs().max(1e-3 * size(&found)), "{}: {} {}", id, sum, change);
            prop_assert!((found.residual - (change - sum)).abs() <= 0.0);
        }
    }

    #[test]
    fn the_order_of_levers_does_not_matter(way in way()) {
        let plans = [plan(false), plan(true)];
        let all = plans.each_ref().map(|plan| {
            let scenario = scenario(plan, &way);
            let case = Case::new(plan, &scenario);
            IDENTITIES.map(|(id, _)| case.decompose(id, (2010, 2015), false).ok().map(|found| by_name(plan, &found)))
        });
        prop_assert_eq!(&all[0], &all[1]);
    }

    #[test]
    fn the_other_way_round_is_the_negative(one in way(), other in way(), year in 2010..=2015) {
        let plan = plan(false);
        let scenarios = [&one, &other].map(|way| scenario(&plan, way));
        let [one, other] = scenarios.each_ref().map(|scenario| Case::new(&plan, scenario));
        for (id, _) in IDENTITIES {
            let (Ok(there), Ok(back)) = (other.against(&one, id, year), one.against(&other, id, year)) else {
                continue;
            };
            let sum: f64 = there.effects.iter().map(|effect| effect.change).sum();
            prop_assert!((sum - there.change()).abs() <= 1e-9 * size(&there), "{}: {}", id, there.residual);
            let slack = 1e-11 * size(&there);
            for (there, back) in there.effects.iter().zip(&back.effects) {
                prop_assert_eq!(&there.factor, &back.factor);
                prop_assert!((there.change + back.change).abs() <= slack, "{}: {:?} {:?}", id, there, back);
            }
        }
    }
}
