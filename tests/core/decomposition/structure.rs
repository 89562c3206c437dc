//! How identities are taken apart.

use planpath::scenario::{Rates, Scenario};

use super::{Case, changes, entered, ix, names, plan_of};
use crate::closeness::all_close;

#[test]
fn one_minus_a_share_is_one_factor() {
    let plan = plan_of(
        &[("v", "Some(16.0)", "Growth"), ("s", "Some(7.0)", "Additive")],
        &[("rest", "v * (1 - s / 100)", "Ratio")],
    );
    let scenario = entered(&plan, &[("v", 2011, 18.0), ("s", 2011, 10.0)]);
    let found = Case::new(&plan, &scenario)
        .decompose("rest", (2010, 2011), false)
        .unwrap();
    assert_eq!(names(&plan, &found), ["v", "1 - s / 100"]);
    let (from, to) = (16.0 * 0.93, 18.0 * 0.9_f64);
    let mean = (to - from) / (to / from).ln();
    all_close(
        &changes(&found),
        &[mean * (18.0 / 16.0_f64).ln(), mean * (0.9 / 0.93_f64).ln()],
    );
}

#[test]
fn a_sum_of_products_has_a_mean_for_each_part() {
    let lever = |id, base| (id, base, "Growth");
    let plan = plan_of(
        &[
            lever("v", "Some(100.0)"),
            lever("s-one", "Some(0.5)"),
            lever("e-one", "Some(3.0)"),
            lever("s-two", "Some(0.5)"),
            lever("e-two", "Some(1.0)"),
        ],
        &[
            ("one", "s-one * e-one", "Ratio"),
            ("energy", "v * (one + s-two * e-two)", "Ratio"),
            ("intensity", "energy / v", "Ratio"),
        ],
    );
    let figures = [
        ("v", 2011, 140.0),
        ("s-one", 2011, 80.0 / 140.0),
        ("e-one", 2011, 3.0 * 0.84),
        ("s-two", 2011, 60.0 / 140.0),
        ("e-two", 2011, 0.84),
    ];
    let scenario = entered(&plan, &figures);
    let case = Case::new(&plan, &scenario);
    let found = case.decompose("energy", (2010, 2011), false).unwrap();
    let all = changes(&found);
    let of = |wanted: &[&str]| -> f64 {
        let named = names(&plan, &found).into_iter().zip(&all);
        named
            .filter(|(name, _)| wanted.contains(&name.as_str()))
            .map(|(_, change)| change)
            .sum()
    };
    let found = [of(&["v"]), of(&["s-one", "s-two"]), of(&["e-one", "e-two"])];
    all_close(&found, &[75.615_502_153_4, 15.566_984_501_3, -39.182_486_654_7]);
    // Value added cancels in the intensity of the whole: 2.0 → 1.8.
    let found = case.decompose("intensity", (2010, 2011), false).unwrap();
    assert_eq!(names(&plan, &found), ["s-one", "e-one", "s-two", "e-two"]);
    let all = changes(&found);
    assert!((all.iter().sum::<f64>() + 0.2).abs() < 1e-12);
}

#[test]
fn identities_within_identities_come_down_to_levers() {
    let plan = plan_of(
        &[
            ("a", "Some(2.0)", "Growth"),
            ("b", "Some(3.0)", "Decline"),
            ("c", "Some(4.0)", "Growth"),
        ],
        &[
            ("ab", "a * b", "Ratio"),
            ("square", "ab * ab / c", "Ratio"),
            ("twice", "ab + ab * 3", "Ratio"),
            ("total", "a * b + c", "Ratio"),
            ("quotient", "a / (b + c)", "Ratio"),
            ("negative", "-(a * b)", "Ratio"),
        ],
    );
    let mut scenario = Scenario::default();
    scenario.rates.set(ix(&plan, "a"), Rates::Constant(10.0));
    scenario.rates.set(ix(&plan, "b"), Rates::Constant(5.0));
    let case = Case::new(&plan, &scenario);
    let of = |id| case.decompose(id, (2010, 2011), false).unwrap();
    // 36 / 4 → (6 · 1.1 · 0.95)² / 4, with a and b twice.
    let found = of("square");
    assert_eq!(names(&plan, &found), ["a", "b", "c"]);
    let to = (6.0 * 1.1 * 0.95_f64).powi(2) / 4.0;
    let mean = (to - 9.0) / (to / 9.0).ln();
    all_close(
        &changes(&found),
        &[mean * 2.0 * 1.1_f64.ln(), mean * 2.0 * 0.95_f64.ln(), 0.0],
    );
    assert_eq!(names(&plan, &of("twice")), ["a", "b"]);
    let found = of("total");
    assert_eq!(names(&plan, &found), ["a", "b", "c"]);
    assert!(
        (changes(&found).iter().sum::<f64>() - 0.27).abs() < 1e-12,
        "6 → 6.27"
    );
    assert_eq!(names(&plan, &of("quotient")), ["a", "b + c"]);
    // −6 → −6.27: growth of a lowers what is negative.
    let found = changes(&of("negative"));
    assert!(
        found[0] < 0.0 && found[1] > 0.0 && (found[0] + found[1] + 0.27).abs() < 1e-12,
        "{found:?}"
    );
}
