//! What two scenarios do not share is refused by name.

use planpath::analysis::Outcome;
use planpath::analysis::attribution::AttributionError as Refusal;
use planpath::scenario::Scenario;

use super::{at_rates, between, ix, plan_of};
use crate::closeness::close;

const A: (&str, &str, &str) = ("a", "Some(2.0)", "Growth");
const B: (&str, &str, &str) = ("b", "Some(5.0)", "Growth");

#[test]
fn plans_that_share_what_stands_behind_the_outcome_are_compared() {
    let one = plan_of(
        &[A, B, ("c", "Some(1.0)", "Growth")],
        &[("d", "a * b", ""), ("f", "c", "")],
    );
    let other = plan_of(&[B, A], &[("d", "a * b", "")]);
    let indicator = ix(&other, "d");
    let outcome = Outcome::Level { indicator, step: 1 };
    let (from, to) = (Scenario::default(), at_rates(&other, &[("a", 10.0)]));
    let found = between((&one, &from), (&other, &to), outcome).unwrap();
    close(found.change(), 1.0);
    close(found.effects[0].change, 1.0);
}

#[test]
fn other_identities_and_missing_levers_are_named() {
    let one = plan_of(&[A, B], &[("d", "a * b", "")]);
    for (other, missing) in [
        (plan_of(&[A, B], &[("d", "a + b", "")]), "d"),
        (plan_of(&[A], &[("b", "a", ""), ("d", "a * b", "")]), "b"),
        (
            plan_of(&[A, ("z", "Some(1.0)", "Growth")], &[("d", "a * z", "")]),
            "d",
        ),
    ] {
        let outcome = Outcome::Level {
            indicator: ix(&one, "d"),
            step: 5,
        };
        let scenario = Scenario::default();
        let found = between((&other, &scenario), (&one, &scenario), outcome);
        let Err(Refusal::NotShared(names)) = found else {
            panic!("{found:?}");
        };
        assert!(names.iter().any(|name| name == missing), "{names:?}");
    }
}

#[test]
fn levels_and_units_are_needed_on_both_sides() {
    let plan = plan_of(&[A, ("i", "None", "Growth")], &[("d", "a * i", "")]);
    let outcome = Outcome::Level {
        indicator: ix(&plan, "d"),
        step: 5,
    };
    let mut own = Scenario::default();
    own.bases.set(ix(&plan, "i"), 3.0);
    let found = between((&plan, &Scenario::default()), (&plan, &own), outcome);
    assert!(matches!(found, Err(Refusal::OtherUnit(_))), "{found:?}");
    let plan = plan_of(&[A, ("s", "None", "Additive")], &[("d", "a * s", "")]);
    let outcome = Outcome::Level {
        indicator: ix(&plan, "d"),
        step: 5,
    };
    let none = Scenario::default();
    let found = between((&plan, &none), (&plan, &none), outcome);
    assert_eq!(found, Err(Refusal::NoLevels(ix(&plan, "d"))));
    let outcome = Outcome::Level {
        indicator: ix(&plan, "a"),
        step: 6,
    };
    assert_eq!(
        between((&plan, &none), (&plan, &none), outcome),
        Err(Refusal::YearOutside(2016))
    );
}
