//! Unreachable targets, and the nearest answer.

use super::*;
use planpath::model::ParameterKind;

#[test]
fn a_rate_beyond_reason_is_the_bound_that_stops() {
    let plan = plan();
    let mut scenario = Scenario::default();
    // 1 → 23.5 in a year would be 2,250 %.
    actual(&plan, &mut scenario, "a", &[(2014, Actual::Level(1.0))]);
    let answer = own(&plan, &scenario, "a", CONSTANT);
    assert!(
        matches!(answer.stopped_by, Some(StopReason::Rate { .. })),
        "{answer:?}"
    );
    // At most 1,000 % a year: 11.
    close(answer.level, 11.0);
    assert_eq!(answer.assessment.status, Status::WrongDirection);
}

#[test]
fn a_share_stops_at_its_bounds_and_says_so() {
    let plan = plan();
    let mut scenario = Scenario::default();
    let p = ix(&plan, "p");
    scenario
        .rates
        .set(p, Rates::Yearly(vec![0.0, 0.0, 0.0, 0.0, -90.0]));
    // 2011 alone would have to bring 98 points, to 105 %; it can bring 93.
    let projection_is_sound = project(&plan, &Scenario::default()).violations().is_empty();
    assert!(projection_is_sound);
    scenario
        .rates
        .set(p, Rates::Yearly(vec![0.0, 90.0, 0.0, 0.0, -90.0]));
    let answer = own(&plan, &scenario, "p", ONE_YEAR);
    let Some(StopReason::Bounds(violation)) = &answer.stopped_by else {
        panic!("{answer:?}")
    };
    assert_eq!((violation.indicator, violation.year), (p, 2012));
    // 7 + 3 + 90 = 100 in 2012 at most: 2011 may bring 3, which leads to 10 in 2015.
    assert!((answer.value - 3.0).abs() < 1e-6, "{}", answer.value);
    assert!((answer.level - 10.0).abs() < 1e-6, "{}", answer.level);
}

#[test]
fn a_derived_target_out_of_reach_has_a_nearest_value() {
    let plan = plan();
    let mut scenario = Scenario::default();
    scenario.rates.set(ix(&plan, "a"), Rates::Constant(-2.0));
    // Even without any p, a (1 − 0) = 16 · 0.98^5 = 14.46 is below 20.
    let request = ask(&plan, "rest", "p", ParameterKind::Rate, CONSTANT);
    let answer = solve(&plan, &scenario, request).unwrap();
    assert!(
        matches!(answer.stopped_by, Some(StopReason::Bounds(_))),
        "{answer:?}"
    );
    let nearest = 16.0 * 0.98_f64.powi(5);
    assert!((answer.level - nearest).abs() < 1e-6, "{}", answer.level);
}

#[test]
fn years_that_are_over_cannot_be_asked_for() {
    let plan = plan();
    let mut scenario = Scenario::default();
    actual(&plan, &mut scenario, "a", &[(2013, Actual::Level(20.0))]);
    let not_left = |year| {
        Err(Unsolvable::YearNotLeft {
            year,
            first: 2014,
            last: 2015,
        })
    };
    for year in [2013, 2010, 2016, i32::MIN, i32::MAX] {
        for way in [
            SolveMode::Constant { from: Some(year) },
            SolveMode::OneYear { year: Some(year) },
            SolveMode::Scale { from: Some(year) },
        ] {
            let request = ask(&plan, "a", "a", ParameterKind::Rate, way);
            assert_eq!(solve(&plan, &scenario, request), not_left(year), "{way:?}");
        }
    }
    actual(&plan, &mut scenario, "a", &[(2015, Actual::Level(20.0))]);
    let request = ask(&plan, "a", "a", ParameterKind::Rate, CONSTANT);
    assert_eq!(solve(&plan, &scenario, request), Err(Unsolvable::NoYearsLeft));
    assert_eq!(
        plan.find_target("f"),
        Err(Vec::new()),
        "there is nothing to ask about"
    );
}

#[test]
fn a_target_without_a_base_is_no_question() {
    let (plan, scenario) = example("plan-on-schedule");
    let bare = Scenario::default();
    let request = ask(&plan, "erp", "erp", ParameterKind::Rate, CONSTANT);
    assert_eq!(solve(&plan, &bare, request), Err(Unsolvable::NoBase));
    assert!(solve(&plan, &scenario, request).is_ok(), "the example gives one");
}

/// A plan with a lever v in points, blocked by another indicator's bounds or a factor of zero.
fn hindered() -> Plan {
    let text = r#"(format: 1, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [
            (id: "v", name: "V", category: "c", unit: "u", base: Some(5.0), dynamics: Additive,
                target: Some((form: Level(6.0), comparator: AtLeast, wording: ""))),
            (id: "w", name: "W", category: "c", unit: "u", base: Some(90.0), dynamics: Growth),
            (id: "sum", name: "S", category: "c", unit: "u", base: None, dynamics: Derived("v + w"),
                bounds: Some((0.0, 100.0))),
            (id: "deaf", name: "D", category: "c", unit: "u", base: None, dynamics: Derived("w + 0 * v"),
                target: Some((form: Level(93.0), comparator: AtLeast, wording: ""))),
        ])"#;
    plan::read_text("p", text).unwrap_or_else(|failure| panic!("{failure:?}"))
}

#[test]
fn a_lever_that_does_not_move_the_target_is_no_answer() {
    let plan = hindered();
    let request = ask(&plan, "deaf", "v", ParameterKind::Rate, CONSTANT);
    assert_eq!(
        solve(&plan, &Scenario::default(), request),
        Err(Unsolvable::NoEffect)
    );
    // The other lever works: 90 → 93, beside which 6 is within 100.
    let request = ask(&plan, "deaf", "w", ParameterKind::Rate, CONSTANT);
    let answer = solve(&plan, &Scenario::default(), request).unwrap();
    close(answer.value, ((93.0 / 90.0_f64).powf(0.2) - 1.0) * 100.0);
}

#[test]
fn where_no_rate_is_possible_the_bound_is_named() {
    let plan = hindered();
    let mut scenario = Scenario::default();
    // 5 + 1 beside 90 is within 100; beside 90 · 1.1 = 99 it is not, nor is any nearby rate of v.
    close(own(&plan, &scenario, "v", CONSTANT).value, 0.2);
    scenario.rates.set(ix(&plan, "w"), Rates::Constant(10.0));
    let request = ask(&plan, "v", "v", ParameterKind::Rate, CONSTANT);
    let Err(Unsolvable::NoStart(StopReason::Bounds(violation))) = solve(&plan, &scenario, request) else {
        panic!("an answer out of bounds")
    };
    assert_eq!((violation.indicator, violation.year), (ix(&plan, "sum"), 2011));
}

#[test]
fn a_pole_is_no_answer() {
    let plan = of_indicators(
        r#"
            (id: "s", name: "S", category: "c", unit: "u", base: Some(20.0), dynamics: Additive),
            (id: "v", name: "V", category: "c", unit: "u", base: Some(100.0), dynamics: Growth),
            (id: "r", name: "R", category: "c", unit: "u", dynamics: Derived("v / s"),
                targets: [(form: Level(2.0), comparator: AtMost, wording: "")]),
            (id: "n", name: "N", category: "c", unit: "u", dynamics: Derived("-10 / s"),
                targets: [(form: Level(2.0), comparator: AtLeast, wording: "")]),
        "#,
    );
    let scenario = Scenario::default();
    // With 4 points less a year, s is 0 and the ratio infinite, below its target on the other side. 100 / 50 is 2: six
    // points more a year.
    let request = ask(&plan, "r", "s", ParameterKind::Rate, CONSTANT);
    let answer = solve(&plan, &scenario, request).unwrap();
    assert!(answer.is_reached());
    close(answer.value, 6.0);
    // The only way leads through a pole, to −10 / −5: it is not taken.
    let request = ask(&plan, "n", "s", ParameterKind::Rate, CONSTANT);
    let answer = solve(&plan, &scenario, request).unwrap();
    assert!(!answer.is_reached(), "{answer:?}");
    assert!(answer.level.abs() <= 10.0, "{answer:?}");
}

#[test]
fn the_nearest_that_can_be_can_be_typed() {
    let text = r#"(format: 1, id: "p", title: "P", base_year: 2010, end_year: 2017, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [
            (id: "s", name: "S", category: "c", unit: "%", base: Some(60.0), dynamics: Additive),
            (id: "q", name: "Q", category: "c", unit: "%", dynamics: Derived("0.9 * s"),
                target: Some((form: Level(92.0), comparator: AtLeast, wording: ""))),
        ])"#;
    let plan = plan::read_text("p", text).unwrap_or_else(|failure| panic!("{failure:?}"));
    let request = ask(&plan, "q", "s", ParameterKind::Rate, CONSTANT);
    let answer = solve(&plan, &Scenario::default(), request).unwrap();
    // 40 points in seven years are 5.714… a year: 5.72 would lead to 100.04, 5.71 leads to 99.97.
    assert_eq!((answer.value, answer.shown(2)), (5.71, 5.71));
    assert_eq!(answer.rates, Rates::Constant(5.71));
    assert!((answer.exact - 40.0 / 7.0).abs() < 1e-6, "{}", answer.exact);
    close(answer.level, 0.9 * 99.97);
    let Some(StopReason::Bounds(violation)) = &answer.stopped_by else {
        panic!("{answer:?}")
    };
    close(violation.level, 100.04);
    let remark = remark_in_words(&plan, &answer, Language::English).unwrap();
    assert!(remark.contains("nearest result with 2 decimals"), "{remark}");
}
