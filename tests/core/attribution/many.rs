//! More players than all of whose coalitions are worked out.

use planpath::analysis::attribution::MOST_EXACT;
use planpath::scenario::Scenario;

use super::{at_rates, changes, found, plan_of};
use crate::closeness::close;

/// A plan of so many levers, with an identity of all.
fn plan(count: usize, sign: &str) -> planpath::plan::Plan {
    let ids: Vec<String> = (0..count).map(|n| format!("x{n}")).collect();
    let levers: Vec<(&str, &str, &str)> = ids
        .iter()
        .map(|id| (id.as_str(), "Some(1.0)", "Growth"))
        .collect();
    let all = ids.join(sign);
    plan_of(&levers, &[("all", &all, "")])
}

fn grown(plan: &planpath::plan::Plan, count: usize, rate: impl Fn(f64) -> f64) -> Scenario {
    let ids: Vec<String> = (0..count).map(|n| format!("x{n}")).collect();
    let rates = ids
        .iter()
        .zip(0_u32..)
        .map(|(id, n)| (id.as_str(), rate(f64::from(n))));
    at_rates(plan, &rates.collect::<Vec<_>>())
}

#[test]
fn twelve_are_exact_and_thirteen_are_sampled() {
    for count in [MOST_EXACT, MOST_EXACT + 1] {
        let plan = plan(count, " * ");
        let to = grown(&plan, count, |_| 10.0);
        let found = found(&plan, &Scenario::default(), &to, "all", 1);
        let is_exact = count == MOST_EXACT;
        assert_eq!(found.orders.is_none(), is_exact);
        // All are alike, so each adds the same.
        let each = found.change() / f64::from(u32::try_from(count).unwrap());
        close(found.change(), 1.1_f64.powi(i32::try_from(count).unwrap()) - 1.0);
        for effect in &found.effects {
            assert_eq!(effect.error.is_none(), is_exact);
            let slack = effect.error.map_or(1e-12, |error| 5.0 * error);
            assert!((effect.change - each).abs() <= slack, "{effect:?} is not {each}");
            assert!(effect.error.is_none_or(|error| error < 0.01 * each), "{effect:?}");
        }
        close(changes(&found).iter().sum(), found.change());
    }
}

#[test]
fn sums_are_exact_in_every_order() {
    let count = 20;
    let plan = plan(count, " + ");
    let to = grown(&plan, count, |n| n);
    let found = found(&plan, &Scenario::default(), &to, "all", 1);
    // x0 does not grow, and is no player.
    assert_eq!(found.effects.len(), count - 1);
    for (effect, n) in found.effects.iter().zip(1_u32..) {
        close(effect.change, f64::from(n) / 100.0);
        assert!(effect.error.unwrap() < 1e-9);
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let count = 14;
    let plan = plan(count, " * ");
    let to = grown(&plan, count, |n| n + 1.0);
    let [one, two] = [(); 2].map(|()| found(&plan, &Scenario::default(), &to, "all", 3));
    assert_eq!(one, two);
}
