//! Standings at the last data, and the wording of judgements that rest on more than data.

use planpath::model::{Evaluation, Ledger, Limit, RemainingBasis, Standing, ledger, project};
use planpath::plan::Plan;
use planpath::scenario::Scenario;
use planpath::text::Language;
use planpath::wording::{
    evidence, last_year, remaining_in_words, required_in_words, share, status_word, verdict,
};

use super::{enter, judge, one, plan, target, with_rates};

fn tracked(plan: &Plan, scenario: &Scenario, name: &str) -> Ledger {
    ledger(plan, &project(plan, scenario), plan.find_target(name).unwrap()).unwrap()
}

fn required(plan: &Plan, scenario: &Scenario, name: &str) -> String {
    let ledger = tracked(plan, scenario, name);
    required_in_words(plan, &project(plan, scenario), &ledger, None, Language::English)
}

/// The standing of x with these levels entered.
fn standing(plan: &Plan, levels: &[(i32, f64)]) -> Standing {
    let mut scenario = Scenario::default();
    enter(plan, &mut scenario, "x", levels);
    tracked(plan, &scenario, "x").standing()
}

fn said(plan: &Plan, scenario: &Scenario, name: &str) -> [String; 3] {
    let found = judge(plan, scenario, name);
    [
        status_word(&found, Language::English),
        verdict(plan, &found, "", Language::English),
        evidence(plan, &found, Language::English),
    ]
}

const SHARE: &str = r#"unit: "%", base: Some(50.0), dynamics: Additive"#;

#[test]
fn a_strict_target_on_its_line_is_not_reached_once_no_year_is_left() {
    let plan = one(SHARE, "Level(60.0)", "comparator: MoreThan");
    assert_eq!(standing(&plan, &[(2015, 60.0)]), Standing::NotReached);
    // 56 of 50 → 60 in 2013: three fifths of the way after three of five years.
    assert_eq!(standing(&plan, &[(2013, 56.0)]), Standing::OnSchedule);
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "x", &[(2015, 60.0)]);
    let ledger = tracked(&plan, &scenario, "x");
    assert_eq!(
        remaining_in_words(&plan, &ledger, None, Language::English),
        "on the line"
    );
    // A target missed by far is not "behind" either: nothing can be made up.
    assert_eq!(standing(&plan, &[(2015, 52.0)]), Standing::NotReached);
    assert_eq!(standing(&plan, &[(2015, 49.0)]), Standing::WrongDirection);
}

#[test]
fn a_limit_that_held_in_the_base_year_holds_or_is_passed() {
    let ceiling = one(SHARE, "Level(60.0)", "comparator: AtMost");
    assert_eq!(standing(&ceiling, &[(2013, 55.0)]), Standing::Holds);
    assert_eq!(standing(&ceiling, &[(2013, 61.0)]), Standing::BeyondLimit);
    assert_eq!(standing(&ceiling, &[(2015, 55.0)]), Standing::Reached);
    assert_eq!(standing(&ceiling, &[(2015, 61.0)]), Standing::NotReached);
    let band = one(SHARE, "Between(45.0, 55.0)", "comparator: AtLeast");
    assert_eq!(standing(&band, &[(2013, 54.0)]), Standing::Holds);
    assert_eq!(standing(&band, &[(2013, 56.0)]), Standing::BeyondLimit);
    // Past a band on the far side, where it never was.
    let above = one(SHARE, "Between(60.0, 70.0)", "comparator: AtLeast");
    assert_eq!(standing(&above, &[(2013, 71.0)]), Standing::BeyondLimit);
    // Reached from one side, it can be left on the other.
    assert_eq!(standing(&above, &[(2013, 65.0)]), Standing::Holds);
    assert_eq!(standing(&above, &[(2015, 65.0)]), Standing::Reached);
    assert_eq!(standing(&above, &[(2013, 58.0)]), Standing::Ahead);
    let mut scenario = Scenario::default();
    enter(&ceiling, &mut scenario, "x", &[(2013, 55.0)]);
    assert_eq!(required(&ceiling, &scenario, "x"), "just hold");
}

#[test]
fn what_is_due_in_every_year_is_reached_with_the_last_year_and_lost_with_one() {
    let none = one(
        r#"unit: "", base: Some(0.0), dynamics: Additive"#,
        "Level(0.0)",
        "comparator: AtMost, due: EachYear",
    );
    assert_eq!(standing(&none, &[(2011, 0.0)]), Standing::Holds);
    assert_eq!(standing(&none, &[(2011, 1.0), (2012, 0.0)]), Standing::NotReached);
    let all: Vec<(i32, f64)> = (2011..=2015).map(|year| (year, 0.0)).collect();
    assert_eq!(standing(&none, &all), Standing::Reached);
    let growth = one(
        r#"unit: "t", base: Some(100.0), dynamics: Growth"#,
        "AverageGrowth(3.0)",
        "comparator: AtLeast, due: EachYear",
    );
    // 2 % in 2011, then 5 %: the last year alone says nothing.
    assert_eq!(
        standing(&growth, &[(2011, 102.0), (2012, 107.1)]),
        Standing::NotReached
    );
    assert_eq!(standing(&growth, &[(2011, 104.0)]), Standing::Ahead);
}

/// c = e · f with a target, all of them indices with the same kind of rate.
fn product(dynamics: &str, target: &str) -> Plan {
    let factor = format!(r#"unit: "index", dynamics: {dynamics}"#);
    plan(&[
        ("e", &factor),
        ("f", &factor),
        (
            "c",
            &format!(r#"unit: "index", dynamics: Derived("e * f / 100"), targets: [{target}]"#),
        ),
    ])
}

/// c is to fall by 20 %.
fn falling_product() -> Plan {
    product(
        "Decline",
        &target("CumulativeDecline(20.0)", "comparator: AtLeast"),
    )
}

#[test]
fn data_for_one_factor_alone_decide_nothing() {
    let plan = falling_product();
    // 85 · 0.95⁵ = 65.8: a fall by 34 %.
    let mut scenario = with_rates(&plan, "f", &[5.0; 5]);
    enter(&plan, &mut scenario, "e", &[(2015, 85.0)]);
    let found = judge(&plan, &scenario, "c");
    assert_eq!(
        (found.rest, found.is_decided()),
        (Some(RemainingBasis::Scenario), false)
    );
    assert_eq!(
        said(&plan, &scenario, "c"),
        [
            "would be met",
            "would be met with set rates for f",
            "data to 2015; at set rates: f"
        ]
    );
    assert_eq!(tracked(&plan, &scenario, "c").standing(), Standing::Ahead);
    assert_eq!(required(&plan, &scenario, "c"), "not known yet");
    // Without a rate it is held at its level, which is not an entry.
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "e", &[(2015, 75.0)]);
    assert_eq!(
        said(&plan, &scenario, "c"),
        [
            "would be met",
            "would be met with the plan's pace for f",
            "data to 2015; assumed: f"
        ]
    );
    // A figure of its own for an earlier year does not change that.
    enter(&plan, &mut scenario, "c", &[(2011, 95.0)]);
    assert_eq!(
        said(&plan, &scenario, "c")[1..],
        [
            "would be met with the plan's pace for f",
            "data to 2015; at the plan's pace: f"
        ]
    );
    // With one for the due year the judgement is settled.
    enter(&plan, &mut scenario, "c", &[(2015, 79.0)]);
    assert_eq!(said(&plan, &scenario, "c"), ["met", "met", "data to 2015"]);
}

#[test]
fn what_rates_add_to_data_of_one_factor_is_not_reached_already() {
    let rise = target("CumulativeGrowth(30.0)", "comparator: AtLeast");
    let plan = product("Growth", &rise);
    // 125 · 1.01⁴ = 130.08: data alone give 25 %.
    let mut scenario = with_rates(&plan, "f", &[1.0; 5]);
    enter(&plan, &mut scenario, "e", &[(2014, 125.0)]);
    assert_eq!(tracked(&plan, &scenario, "c").standing(), Standing::Ahead);
    assert_eq!(required(&plan, &scenario, "c"), "just hold");
    // 125 · 1.04 = 130.
    enter(&plan, &mut scenario, "f", &[(2014, 103.9)]);
    assert_eq!(tracked(&plan, &scenario, "c").standing(), Standing::Ahead);
    enter(&plan, &mut scenario, "f", &[(2014, 104.0)]);
    assert_eq!(tracked(&plan, &scenario, "c").standing(), Standing::Reached);
}

#[test]
fn figures_between_data_of_one_factor_are_not_said_to_be_data() {
    let rise = target("CumulativeGrowth(10.0)", "comparator: AtLeast, due: In(2012)");
    let plan = product("Growth", &rise);
    let mut scenario = with_rates(&plan, "f", &[1.0; 5]);
    enter(&plan, &mut scenario, "e", &[(2013, 120.0)]);
    assert_eq!(
        said(&plan, &scenario, "c")[2],
        "interpolated between data; at set rates: f"
    );
    // The one figure of 2013 is useless as data for 2012.
    assert_eq!(last_year(&tracked(&plan, &scenario, "c")), "2012~");
    enter(&plan, &mut scenario, "e", &[(2012, 110.0)]);
    assert_eq!(said(&plan, &scenario, "c")[2], "data to 2012; at set rates: f");
    assert_eq!(last_year(&tracked(&plan, &scenario, "c")), "2012");
}

#[test]
fn set_rates_are_not_the_plans_pace() {
    let plan = falling_product();
    let scenario = with_rates(&plan, "e", &[3.0; 5]);
    // 1 − 0.97⁵ = 14.1 %.
    assert_eq!(
        said(&plan, &scenario, "c")[1..],
        [
            "would be missed if 2011–15 go as set, with the plan's pace for f",
            "set rates; assumed: f"
        ]
    );
    // 90 · 0.97² · 0.99 = 83.8, which is 79 % of the way to 80. Both have data; then one continues as set and the other
    // does not.
    let mut scenario = scenario;
    enter(&plan, &mut scenario, "e", &[(2013, 90.0)]);
    enter(&plan, &mut scenario, "f", &[(2013, 99.0)]);
    assert_eq!(
        said(&plan, &scenario, "c")[1..],
        [
            "would be missed if 2014–15 go as set, with the plan's pace for f",
            "data to 2013, then set rates and the plan's pace"
        ]
    );
}

#[test]
fn what_lies_between_data_is_not_said_to_be_data() {
    let fields = r#"unit: "t", base: Some(100.0), dynamics: Growth"#;
    let milestone = one(fields, "Level(120.0)", "comparator: AtLeast, due: In(2012)");
    let mut scenario = Scenario::default();
    enter(&milestone, &mut scenario, "x", &[(2013, 130.0)]);
    assert_eq!(said(&milestone, &scenario, "x")[2], "interpolated between data");
    let yearly = one(fields, "AverageGrowth(3.0)", "comparator: AtLeast, due: EachYear");
    enter(&yearly, &mut scenario, "x", &[(2015, 120.0)]);
    assert_eq!(
        said(&yearly, &scenario, "x")[2],
        "data to 2015, gaps interpolated"
    );
    let all = [
        (2011, 104.0),
        (2012, 108.0),
        (2013, 112.0),
        (2014, 116.0),
        (2015, 120.0),
    ];
    enter(&yearly, &mut scenario, "x", &all);
    assert_eq!(said(&yearly, &scenario, "x")[2], "data to 2015");
}

#[test]
fn what_is_done_is_done() {
    let act = one(
        r#"unit: "", base: Some(0.0), dynamics: Additive"#,
        "Done",
        "comparator: AtLeast",
    );
    let mut scenario = Scenario::default();
    enter(&act, &mut scenario, "x", &[(2012, 1.0)]);
    assert_eq!(said(&act, &scenario, "x")[..2], ["met", "met"]);
    enter(&act, &mut scenario, "x", &[(2012, 0.0)]);
    assert_eq!(said(&act, &scenario, "x")[0], "would be met");
}

#[test]
fn no_rate_counts_from_nothing() {
    let plan = plan(&[
        ("m", r#"unit: "t", base: Some(0.0), dynamics: Additive"#),
        (
            "y",
            &format!(
                r#"unit: "t", dynamics: Derived("m * 2"), targets: [{}]"#,
                target("Level(5.0)", "comparator: AtLeast")
            ),
        ),
    ]);
    let scenario = with_rates(&plan, "m", &[1.0; 5]);
    assert_eq!(said(&plan, &scenario, "y")[0], "would be met");
    assert_eq!(required(&plan, &scenario, "y"), "no rate: the last level is 0");
}

#[test]
fn a_share_that_is_not_all_does_not_show_as_all() {
    for (fraction, shown) in [
        (0.5, "50.0 %"),
        (0.9994, "99.9 %"),
        (0.9999, "99.99 %"),
        (0.999_999, "99.9999 %"),
        (1.0, "100.0 %"),
        // Rounding error.
        (1.0 - 1e-12, "100.0 %"),
        (1.0004, "100.0 %"),
    ] {
        assert_eq!(share(fraction, Language::English), shown);
    }
}

#[test]
fn a_percentage_of_nothing_is_no_judgement() {
    for form in [
        "AverageGrowth(5.0)",
        "CumulativeGrowth(20.0)",
        "CumulativeDecline(20.0)",
    ] {
        let plan = plan(&[
            ("m", r#"unit: "t", base: Some(0.0), dynamics: Additive"#),
            (
                "y",
                &format!(
                    r#"unit: "t", dynamics: Derived("m * 2"), targets: [{}]"#,
                    target(form, "comparator: AtLeast")
                ),
            ),
        ]);
        let scenario = with_rates(&plan, "m", &[1.0; 5]);
        let evaluation = Evaluation::new(&plan, &scenario);
        let found: Vec<_> = evaluation
            .violations()
            .iter()
            .map(|found| (found.year, found.limit))
            .collect();
        assert_eq!(found, [(2015, Limit::Percent)], "{form}");
    }
}

#[test]
fn a_limit_that_held_is_not_passed_because_some_data_are_missing() {
    let limit = target("Level(120.0)", "comparator: AtMost");
    let plan = product("Growth", &limit);
    // 105 · 1.02⁵ = 115.9.
    let mut scenario = with_rates(&plan, "f", &[2.0; 5]);
    enter(&plan, &mut scenario, "e", &[(2015, 105.0)]);
    assert_eq!(tracked(&plan, &scenario, "c").standing(), Standing::Holds);
    // 115 · 1.02⁵ = 127.
    enter(&plan, &mut scenario, "e", &[(2015, 115.0)]);
    assert_eq!(tracked(&plan, &scenario, "c").standing(), Standing::BeyondLimit);
}
