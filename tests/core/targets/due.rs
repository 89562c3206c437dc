//! Targets by due year.

use planpath::model::{Required, Status, even_rates, ledger, project, required_rate};
use planpath::scenario::Scenario;

use crate::targets::{all_close, close, enter, judge, levels, milestones, one, plan, target, with_rates};

#[test]
fn the_even_path_goes_from_one_due_year_to_the_next() {
    let plan = milestones();
    let bare = Scenario::default();
    let (first, then) = (1.3_f64.cbrt(), (200.0_f64 / 130.0).sqrt());
    let rates = even_rates(&plan, &bare, plan.find("x").unwrap()).unwrap();
    let percent = |factor: f64| (factor - 1.0) * 100.0;
    all_close(
        &rates,
        &[
            percent(first),
            percent(first),
            percent(first),
            percent(then),
            percent(then),
        ],
    );
    close(levels(&plan, &bare, "x")[3], 130.0);
    close(levels(&plan, &bare, "x")[5], 200.0);
}

#[test]
fn a_milestone_is_judged_in_its_year() {
    let plan = milestones();
    let scenario = with_rates(&plan, "x", &[5.0, 5.0, 5.0, 60.0, 60.0]);
    let found = judge(&plan, &scenario, "x@2013");
    let by_2013 = 100.0 * 1.05 * 1.05 * 1.05;
    close(found.projected.unwrap(), by_2013);
    close(found.progress.unwrap(), (by_2013 / 100.0).ln() / 1.3_f64.ln());
    assert_eq!((found.year, found.status), (2013, Status::Missed));
    assert_eq!(judge(&plan, &scenario, "x").status, Status::Met);
    let ledger = ledger(
        &plan,
        &project(&plan, &scenario),
        plan.find_target("x@2013").unwrap(),
    )
    .unwrap();
    let scheduled: Vec<f64> = ledger.years.iter().map(|year| year.scheduled).collect();
    all_close(&scheduled, &[0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0]);
    // Data for 2014 are too late to be its m, and determine 2013 only by interpolation.
    let mut later = scenario.clone();
    enter(&plan, &mut later, "x", &[(2014, 150.0)]);
    let found = judge(&plan, &later, "x@2013");
    assert_eq!((found.last_actual, found.rest), (Some(2013), None));
    assert!(found.is_between && !found.is_decided());
}

#[test]
fn what_is_due_each_year_is_as_good_as_its_worst_year() {
    let fields = r#"unit: "%", base: Some(65.0), dynamics: Additive"#;
    let plan = one(fields, "Level(60.0)", "comparator: AtLeast, due: EachYear");
    // 64, 58, 59, 59, 64
    let mut scenario = with_rates(&plan, "x", &[-1.0, -6.0, 1.0, 0.0, 5.0]);
    let found = judge(&plan, &scenario, "x");
    assert_eq!((found.year, found.status), (2012, Status::Missed));
    close(found.projected.unwrap(), 58.0);
    close(found.gap.unwrap(), -2.0);
    // 1 − |58 − 60| / |60 − 65|
    close(found.progress.unwrap(), 0.6);
    assert!(!found.is_decided());
    // Once it is a fact, nothing can be done about it.
    enter(&plan, &mut scenario, "x", &[(2011, 64.0), (2012, 58.0)]);
    let found = judge(&plan, &scenario, "x");
    assert!(found.is_decided());
    let required = required_rate(&plan, &project(&plan, &scenario), found.target);
    assert_eq!(required, Required::Decided { is_met: false });
}

#[test]
fn growth_that_is_due_each_year_is_held_against_each_rate() {
    let fields = r#"unit: "t", base: Some(16.0), dynamics: Growth"#;
    let plan = one(fields, "AverageGrowth(8.0)", "comparator: AtLeast, due: EachYear");
    let found = judge(&plan, &with_rates(&plan, "x", &[9.0, 8.0, 7.5, 8.0, 9.0]), "x");
    assert_eq!(found.year, 2013);
    close(found.projected.unwrap(), 7.5);
    close(found.progress.unwrap(), 1.075_f64.ln() / 1.08_f64.ln());
    assert_eq!(
        found.status,
        Status::Close,
        "93.97 % of the way of its worst year"
    );
    assert_eq!(judge(&plan, &Scenario::default(), "x").status, Status::Met);
}

#[test]
fn of_equally_bad_years_the_first_counts() {
    let fields = r#"unit: "t", base: Some(16.0), dynamics: Growth"#;
    let plan = one(fields, "AverageGrowth(8.0)", "comparator: AtLeast, due: EachYear");
    // 7.3 % in every year; the roots differ in their last digits.
    let found = judge(&plan, &with_rates(&plan, "x", &[7.3; 5]), "x");
    assert_eq!(found.year, 2011);
}

#[test]
fn yearly_growth_asked_of_what_falls_is_a_smaller_fall() {
    let promise = [
        target("AverageGrowth(-2.0)", "comparator: AtLeast, due: EachYear"),
        target("Level(80.0)", "comparator: AtMost"),
    ];
    let fields = format!(
        r#"unit: "t", base: Some(100.0), dynamics: Decline, targets: [{}]"#,
        promise.join(", ")
    );
    let plan = plan(&[("x", &fields)]);
    let x = plan.find("x").unwrap();
    // 80 would take a fall of 4.36 % a year; no year may fall by more than 2 %.
    all_close(&even_rates(&plan, &Scenario::default(), x).unwrap(), &[2.0; 5]);
}
