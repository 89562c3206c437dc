//! One scale for levers and derived indicators.

use planpath::analysis::solver::{Request, SolveMode, solve};
use planpath::model::{Change, ParameterId, Required, Standing, Status, ledger, project};
use planpath::plan::Plan;
use planpath::scenario::Scenario;

use crate::targets::{close, ending_at, enter, judge, levels, one, plan, with_rates};

/// A share, the same share derived, and the same derived share judged as a ratio.
fn shares() -> Plan {
    let promise = r#"target: Some((form: Level(15.0), comparator: AtLeast, wording: ""))"#;
    let derived = |more: &str| format!(r#"unit: "%", dynamics: Derived("share * 1"), {more}{promise}"#);
    plan(&[
        (
            "share",
            &format!(r#"unit: "%", base: Some(7.0), dynamics: Additive, {promise}"#),
        ),
        ("same", &derived("")),
        ("ratio", &derived("scale: Ratio, ")),
    ])
}

#[test]
fn a_share_is_judged_alike_as_a_lever_and_derived() {
    let plan = shares();
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "share", &[(2013, 9.0)]);
    let projection = project(&plan, &scenario);
    let (lever, same) = (judge(&plan, &scenario, "share"), judge(&plan, &scenario, "same"));
    // 9 and two years of (15 − 7) / 5 points.
    close(lever.projected.unwrap(), 9.0 + 2.0 * 1.6);
    close(lever.progress.unwrap(), (12.2 - 7.0) / 8.0);
    assert_eq!(
        (lever.status, lever.progress, lever.gap),
        (same.status, same.progress, same.gap)
    );
    let ledger_of = |id: &str| ledger(&plan, &projection, plan.find_target(id).unwrap()).unwrap();
    for id in ["share", "same"] {
        let ledger = ledger_of(id);
        // (9 − 7) / 8 is a quarter of the way, where three fifths are due; (15 − 9) / 2 points a year are needed.
        close(ledger.last().unwrap().progress, 0.25);
        assert_eq!(ledger.standing(), Standing::Behind);
        assert_eq!(ledger.change, Change::Points);
        let Required::Rate(rate) = ledger.required else {
            panic!("{ledger:?}")
        };
        close(rate, 3.0);
        let request = Request {
            target: plan.find_target(id).unwrap(),
            parameter: ParameterId::rate(plan.find("share").unwrap()),
            way: SolveMode::CatchUp,
        };
        close(solve(&plan, &scenario, request).unwrap().value, 3.0);
    }
    // As a ratio: ln (9 / 7) / ln (15 / 7) of the way, and (15 / 9)^(1/2) a year.
    let ratio = ledger_of("ratio");
    close(
        ratio.last().unwrap().progress,
        (9.0_f64 / 7.0).ln() / (15.0_f64 / 7.0).ln(),
    );
    let Required::Rate(rate) = ratio.required else {
        panic!("{ratio:?}")
    };
    close(rate, ((15.0_f64 / 9.0).sqrt() - 1.0) * 100.0);
}

#[test]
fn a_ceiling_missed_by_a_hair_is_not_the_wrong_direction() {
    let fields = r#"unit: "kg", base: Some(580.0), dynamics: Decline"#;
    let plan = one(fields, "Level(590.0)", "comparator: AtMost");
    // 0.05 % above the ceiling, from a base below it: 1 − ln 1.0005 / ln (590 / 580) = 0.971.
    let end = 590.0 * 1.0005;
    let rise = -(end / 580.0 - 1.0) * 100.0;
    let found = judge(&plan, &with_rates(&plan, "x", &[0.0, 0.0, 0.0, 0.0, rise]), "x");
    close(
        found.progress.unwrap(),
        1.0 - 1.0005_f64.ln() / (590.0_f64 / 580.0).ln(),
    );
    assert_eq!(found.status, Status::Close);
    // Far above it is missed, but still not in the wrong direction.
    let found = judge(&plan, &with_rates(&plan, "x", &[-10.0; 5]), "x");
    assert!(found.progress.unwrap() < 0.0);
    assert_eq!(found.status, Status::Missed);
}

#[test]
fn a_floor_that_holds_already_asks_for_nothing() {
    let plan = one(
        r#"unit: "%", base: Some(65.0), dynamics: Additive"#,
        "Level(60.0)",
        "comparator: AtLeast",
    );
    let untouched = Scenario::default();
    assert_eq!(levels(&plan, &untouched, "x"), [65.0; 6]);
    let found = judge(&plan, &untouched, "x");
    assert_eq!((found.status, found.progress), (Status::Met, Some(1.0)));
    // 1 − |59 − 60| / |60 − 65|
    let found = ending_at(&plan, 65.0, 59.0);
    close(found.progress.unwrap(), 0.8);
    assert_eq!(found.status, Status::Missed);
}
