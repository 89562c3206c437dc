//! Zeros, equality, and what cannot be decomposed.

use planpath::analysis::decomposition::{
    DecompositionError as Refusal, DecompositionFactor, FactorFault, FactorMove, product_effects,
};
use planpath::scenario::{Rates, Scenario};

use super::{Case, changes, entered, ix, names, plan_of};
use crate::closeness::{all_close, close};

fn of(ends: &[(f64, f64, i32)]) -> Vec<f64> {
    let moves: Vec<FactorMove> = ends
        .iter()
        .map(|(from, to, exponent)| FactorMove {
            from: *from,
            to: *to,
            exponent: *exponent,
        })
        .collect();
    let at = |end: fn(&FactorMove) -> f64| moves.iter().map(|it| end(it).powi(it.exponent)).product();
    product_effects(at(|it| it.from), at(|it| it.to), &moves)
}

#[test]
fn what_begins_or_ends_at_zero_is_its_own_doing() {
    // The cases of Wood and Lenzen: only the factor that is 0 at one end has an effect, the whole change.
    all_close(&of(&[(0.0, 2.0, 1), (3.0, 5.0, 1)]), &[10.0, 0.0]);
    all_close(&of(&[(2.0, 0.0, 1), (3.0, 5.0, 1)]), &[-6.0, 0.0]);
    all_close(&of(&[(0.0, 2.0, 1), (3.0, 5.0, -1)]), &[0.4, 0.0]);
    // One comes from 0 while another goes there: nothing before, nothing after.
    all_close(&of(&[(0.0, 2.0, 1), (3.0, 0.0, 1)]), &[0.0, 0.0]);
    all_close(&of(&[(0.0, 0.0, 1), (3.0, 5.0, 1)]), &[0.0, 0.0]);
}

#[test]
fn several_zeros_share_equally() {
    all_close(
        &of(&[(0.0, 2.0, 1), (0.0, 5.0, 1), (3.0, 4.0, 1)]),
        &[20.0, 20.0, 0.0],
    );
    all_close(&of(&[(2.0, 0.0, 1), (5.0, 0.0, 1)]), &[-5.0, -5.0]);
    // A square is two equal factors.
    all_close(&of(&[(0.0, 3.0, 2), (0.0, 2.0, 1)]), &[12.0, 6.0]);
}

#[test]
fn a_small_number_in_place_of_zero_comes_near_the_limit_only() {
    // With ε for 0, the other factor takes L ln(5/3), which vanishes as slowly as 1 / ln ε.
    let [_, other] = of(&[(1e-300, 2.0, 1), (3.0, 5.0, 1)])[..] else {
        panic!("two effects");
    };
    assert!(other > 1e-3 * 10.0 * 0.5, "{other}");
}

#[test]
fn effects_near_equality_keep_their_digits() {
    // Up by a part in 10^9 and down by half of that: L is 100 to within that.
    let (up, down) = (10.0 * (1.0 + 1e-9), 10.0 * (1.0 - 0.5e-9));
    let found = of(&[(10.0, up, 1), (10.0, down, 1)]);
    // L = 100 (1 + x/4), and ln(1 + x) = x − x²/2, where 10 (1 + x) is as it was rounded.
    let mean = 100.0 * (1.0 + 0.25e-9);
    for (found, to) in found.into_iter().zip([up, down]) {
        let x: f64 = (to - 10.0) / 10.0;
        close(found * 1e7, mean * (x - x * x / 2.0) * 1e7);
    }
}

#[test]
fn levers_are_said_to_be_none() {
    let plan = plan_of(&[("a", "Some(2.0)", "Growth")], &[("d", "a * 2", "Ratio")]);
    let scenario = Scenario::default();
    let case = Case::new(&plan, &scenario);
    assert_eq!(
        case.decompose("a", (2010, 2015), false),
        Err(Refusal::NotDerived(ix(&plan, "a")))
    );
    for (years, refusal) in [
        ((2009, 2015), Refusal::YearOutside(2009)),
        ((2010, 2016), Refusal::YearOutside(2016)),
        ((2012, 2012), Refusal::NoYears),
        ((2015, 2010), Refusal::NoYears),
    ] {
        assert_eq!(case.decompose("d", years, false), Err(refusal));
    }
}

#[test]
fn missing_bases_are_named() {
    let plan = plan_of(
        &[("a", "Some(2.0)", "Growth"), ("s", "None", "Additive")],
        &[("d", "a * s", "Ratio")],
    );
    let found = Case::new(&plan, &Scenario::default()).decompose("d", (2010, 2015), false);
    assert_eq!(
        found,
        Err(Refusal::NoLevels(ix(&plan, "d"), vec![ix(&plan, "s")]))
    );
}

#[test]
fn a_factor_that_changes_sign_or_is_negative_is_named() {
    let plan = plan_of(
        &[("a", "Some(2.0)", "Growth"), ("s", "Some(1.0)", "Additive")],
        &[("d", "a * s", "Ratio"), ("e", "a * (s - 3)", "Ratio")],
    );
    let mut scenario = Scenario::default();
    scenario.rates.set(ix(&plan, "s"), Rates::Constant(-0.4));
    let case = Case::new(&plan, &scenario);
    // 1 falls by 0.4 a year, below 0 in the third.
    let lever = DecompositionFactor::Lever(ix(&plan, "s"));
    assert_eq!(
        case.decompose("d", (2010, 2015), false),
        Err(Refusal::WithoutLogarithm(lever, FactorFault::ChangesSign, 2013))
    );
    let Err(Refusal::WithoutLogarithm(DecompositionFactor::Sum(sum), fault, 2011)) =
        case.decompose("e", (2010, 2015), false)
    else {
        panic!("1 − 3 is negative");
    };
    assert_eq!((sum.text(), fault), ("s - 3", FactorFault::Negative));
}

#[test]
fn entered_values_of_a_derived_indicator_are_a_factor() {
    let plan = plan_of(
        &[("a", "Some(2.0)", "Growth"), ("b", "Some(5.0)", "Growth")],
        &[
            ("d", "a * b", "Ratio"),
            ("e", "d / a", "Ratio"),
            ("p", "a * b", "Points"),
        ],
    );
    // The identity stays at 10, and 12 is published for 2012.
    let scenario = entered(&plan, &[("d", 2012, 12.0)]);
    let case = Case::new(&plan, &scenario);
    let found = case.decompose("d", (2010, 2012), true).unwrap();
    assert_eq!(names(&plan, &found), ["a", "b", "k d"]);
    all_close(&changes(&found), &[0.0, 0.0, 2.0]);
    // It goes on from there, and into what is computed from it, where a cancels.
    let found = case.decompose("e", (2010, 2015), false).unwrap();
    assert_eq!(names(&plan, &found), ["b", "k d"]);
    all_close(&changes(&found), &[0.0, 1.0]);
    let scenario = entered(&plan, &[("p", 2012, 12.0)]);
    let found = Case::new(&plan, &scenario).decompose("p", (2010, 2012), true);
    assert_eq!(found, Err(Refusal::DiscrepancyAdds(ix(&plan, "p"))));
}

#[test]
fn scenarios_with_other_units_have_no_difference() {
    let plan = plan_of(
        &[("a", "Some(2.0)", "Growth"), ("i", "None", "Growth")],
        &[("d", "a * i", "Ratio")],
    );
    let mut own = Scenario::default();
    own.bases.set(ix(&plan, "i"), 7.0);
    let index = Scenario::default();
    let found = Case::new(&plan, &own).against(&Case::new(&plan, &index), "d", 2015);
    assert_eq!(
        found,
        Err(Refusal::OtherUnit(ix(&plan, "d"), vec![ix(&plan, "i")]))
    );
}

#[test]
fn indices_of_scenarios_with_other_bases_are_compared_from_their_base_years() {
    let plan = plan_of(
        &[("a", "Some(2.0)", "Growth"), ("i", "None", "Growth")],
        &[("d", "a * i", "Ratio")],
    );
    let mut large = Scenario::default();
    large.bases.set(ix(&plan, "a"), 8.0);
    large.rates.set(ix(&plan, "i"), Rates::Constant(3.0));
    let small = Scenario::default();
    let found = Case::new(&plan, &large)
        .against(&Case::new(&plan, &small), "d", 2015)
        .unwrap();
    // Both indices begin at 100, whatever a is.
    all_close(&changes(&found), &[0.0, 100.0 * (1.03_f64.powi(5) - 1.0)]);
}
