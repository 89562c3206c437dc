//! Required figures that suffice as displayed.

use std::path::Path;

use planpath::model::{
    Required, Status, assess_target, enough_even_rates, enough_rate, enough_remaining, ledger, project,
};
use planpath::scenario::{EXAMPLES, Rates, Scenario, read_text};
use planpath::text::Language;
use planpath::wording::remaining_in_words;
use proptest::prelude::*;

use crate::targets::{all_close, close, enter, milestones, one};

#[test]
fn a_need_of_0_062_is_shown_as_0_07() {
    let example = EXAMPLES
        .iter()
        .find(|example| example.id == "plan-on-schedule")
        .unwrap();
    let loaded = read_text(example.id, example.text, Path::new("")).unwrap();
    let (plan, projection) = (&loaded.plan, project(&loaded.plan, &loaded.scenario));
    let ledger = ledger(plan, &projection, plan.find_target("rd-intensity").unwrap()).unwrap();
    let last = ledger.last().unwrap().level;
    let Required::Rate(rate) = ledger.required else {
        panic!("{ledger:?}")
    };
    // "More than 1 %" from 0.69 %, in five years.
    close(last, 0.69);
    close(rate, 0.31 / 5.0);
    let shown = |decimals| enough_rate(plan, &projection, &ledger, decimals).unwrap().0;
    close(shown(2), 0.07);
    close(shown(1), 0.1);
    assert!(shown(3) > rate, "a strict target takes more than its line");
}

#[test]
fn what_is_still_to_do_is_enough_as_it_is_shown() {
    for (fields, form, comparator, last, english) in [
        // 120 / 118 is 1.01695: a rise of 1.69 % leads to 119.99.
        (GROWTH, "Level(120.0)", "AtLeast", 118.0, "rise 1.70 %"),
        (GROWTH, "CumulativeGrowth(20.0)", "MoreThan", 118.0, "rise 1.70 %"),
        // Met exactly, which is not enough for a strict target.
        (GROWTH, "Level(121.0)", "AtLeast", 110.0, "rise 10.00 %"),
        (GROWTH, "Level(121.0)", "MoreThan", 110.0, "rise 10.01 %"),
        // 79 / 84 leaves a fall of 5.9524 %.
        (DECLINE, "CumulativeDecline(21.0)", "AtLeast", 84.0, "fall 5.96 %"),
        (POINTS, "Level(60.005)", "AtLeast", 55.0, "+5.01 points"),
        (POINTS, "Level(40.005)", "AtMost", 55.0, "−15.00 points"),
    ] {
        let plan = one(fields, form, &format!("comparator: {comparator}"));
        let mut scenario = Scenario::default();
        enter(&plan, &mut scenario, "x", &[(2013, last)]);
        let projection = project(&plan, &scenario);
        let ledger = ledger(&plan, &projection, plan.find_target("x").unwrap()).unwrap();
        let said = remaining_in_words(&plan, &ledger, None, Language::English);
        assert_eq!(said, english, "{form}, {comparator}");
        let (enough, _) = enough_remaining(&plan, &ledger, 2).unwrap();
        // Achieved in the next year, it meets the target.
        let level = ledger.change.step(last, enough);
        enter(&plan, &mut scenario, "x", &[(2015, level)]);
        let projection = project(&plan, &scenario);
        let judged = assess_target(&plan, &scenario, &projection, ledger.target);
        assert_eq!(judged.status, Status::Met, "{form}, {comparator}");
    }
}

const GROWTH: &str = r#"unit: "t", base: Some(100.0), dynamics: Growth"#;
const DECLINE: &str = r#"unit: "t", base: Some(100.0), dynamics: Decline"#;
const POINTS: &str = r#"unit: "%", base: Some(50.0), dynamics: Additive"#;

#[test]
fn even_rates_are_shown_so_that_they_are_enough() {
    let shown = |plan: &planpath::plan::Plan, id: &str| {
        enough_even_rates(plan, &Scenario::default(), plan.find(id).unwrap(), 2).unwrap()
    };
    // 1 − 0.92^(1/5) is a fall of 1.6538 % a year; at 1.65 the level ends at 92.02.
    let fields = r#"unit: "kg", base: Some(100.0), dynamics: Decline"#;
    all_close(
        &shown(&one(fields, "Level(92.0)", "comparator: AtMost"), "x"),
        &[1.66; 5],
    );
    // From 0.69 % to more than 1 %: 0.062 points a year reach the line, 0.06 not even that.
    let fields = r#"unit: "%", base: Some(0.69), dynamics: Additive"#;
    all_close(
        &shown(&one(fields, "Level(1.0)", "comparator: MoreThan"), "x"),
        &[0.07; 5],
    );
    // 50 to more than 58 in five years: 1.60 leads to the line exactly, which is not enough.
    let fields = r#"unit: "%", base: Some(50.0), dynamics: Additive"#;
    all_close(
        &shown(&one(fields, "Level(58.0)", "comparator: MoreThan"), "x"),
        &[1.61; 5],
    );
    // 1.3^(1/3) − 1 is 9.1393 %, (200 / 130)^(1/2) − 1 is 24.0347 %.
    let plan = milestones();
    let id = plan.indicators[0].id.clone();
    all_close(&shown(&plan, &id), &[9.14, 9.14, 9.14, 24.04, 24.04]);
}

fn promise() -> impl Strategy<Value = (&'static str, String, &'static str)> {
    let strict = prop::bool::ANY;
    let side = |is_strict: bool| if is_strict { "MoreThan" } else { "AtLeast" };
    prop_oneof![
        (1.0..15.0_f64, strict).prop_map(move |(x, s)| ("Growth", format!("AverageGrowth({x:?})"), side(s))),
        (1.0..90.0_f64, strict).prop_map(move |(x, s)| (
            "Growth",
            format!("CumulativeGrowth({x:?})"),
            side(s)
        )),
        (1.0..60.0_f64, strict).prop_map(move |(x, s)| (
            "Decline",
            format!("CumulativeDecline({x:?})"),
            side(s)
        )),
        (20.0..49.0_f64, strict).prop_map(move |(x, s)| (
            "Decline",
            format!("Level({x:?})"),
            if s { "LessThan" } else { "AtMost" }
        )),
        (0.01..30.0_f64, strict).prop_map(move |(x, s)| ("Additive", format!("Change({x:?})"), side(s))),
        (20.0..90.0_f64, strict).prop_map(move |(x, s)| ("Additive", format!("Level({x:?})"), side(s))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]
    #[test]
    fn entering_what_is_shown_meets_the_target(
        (dynamics, form, comparator) in promise(),
        last in 45.0..55.0_f64,
        year in 2011..2015_i32,
        due in prop::sample::select(vec!["End", "EachYear"]),
    ) {
        // Only levels and yearly growth can be due in every year, and then one year need not be enough for the others.
        let due = if form.starts_with("AverageGrowth") { due } else { "End" };
        let fields = format!(r#"unit: "u", base: Some(50.0), dynamics: {dynamics}"#);
        let plan = one(&fields, &form, &format!("comparator: {comparator}, due: {due}"));
        let (ix, ..) = plan.targets().next().unwrap();
        let mut scenario = Scenario::default();
        enter(&plan, &mut scenario, "x", &[(year, last)]);
        let projection = project(&plan, &scenario);
        let ledger = ledger(&plan, &projection, ix).unwrap();
        for decimals in 0..5_usize {
            let Some((rate, places)) = enough_rate(&plan, &projection, &ledger, decimals) else { continue };
            // As read from the screen.
            let typed: f64 = format!("{rate:.places$}").parse().unwrap();
            prop_assert!((typed - rate).abs() <= 1e-12 * rate.abs(), "{rate} has more digits than {places}");
            prop_assert_eq!(places, decimals, "only narrow bands take more");
            let mut entered = scenario.clone();
            entered.rates.set(ix.indicator, Rates::Constant(typed));
            let found = assess_target(&plan, &entered, &project(&plan, &entered), ix);
            prop_assert_eq!(found.status, Status::Met, "{} with {}", form, typed);
        }
    }
}
