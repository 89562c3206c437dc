//! Targets by their form.

use planpath::analysis::solver::{Request, SolveMode, solve};
use planpath::model::{ParameterId, Standing, Status, ledger, project};
use planpath::scenario::Scenario;

use crate::targets::{all_close, close, ending_at, enter, judge, levels, one, with_rates};

#[test]
fn cumulative_growth_is_a_rise_over_the_period() {
    let fields = r#"unit: "t", base: Some(80.0), dynamics: Growth"#;
    let plan = one(fields, "CumulativeGrowth(50.0)", "comparator: AtLeast");
    let even = levels(&plan, &Scenario::default(), "x");
    close(even[5], 120.0);
    close(even[1], 80.0 * 1.5_f64.powf(0.2));
    let found = judge(&plan, &with_rates(&plan, "x", &[8.0; 5]), "x");
    let factor = 1.08_f64.powi(5);
    close(found.projected.unwrap(), (factor - 1.0) * 100.0);
    close(found.progress.unwrap(), factor.ln() / 1.5_f64.ln());
    assert_eq!(found.status, Status::Close);
}

#[test]
fn a_band_is_met_inside_and_measured_to_its_nearer_edge() {
    let band = |base: f64| {
        let fields = format!(r#"unit: "%", base: Some({base:?}), dynamics: Additive"#);
        one(&fields, "Between(12.0, 16.0)", "")
    };
    let from_outside = band(10.0);
    // 1 − distance / the base's distance of 2; the gap's sign says on which side of the edge the level lies.
    for (end, progress, gap, status) in [
        (12.0, 1.0, 0.0, Status::Met),
        (13.0, 1.0, 1.0, Status::Met),
        (15.0, 1.0, -1.0, Status::Met),
        (11.9, 0.95, -0.1, Status::Close),
        (11.0, 0.5, -1.0, Status::Missed),
        (9.0, -0.5, -3.0, Status::WrongDirection),
        (17.0, 0.5, 1.0, Status::Missed),
    ] {
        let found = ending_at(&from_outside, 10.0, end);
        close(found.progress.unwrap(), progress);
        close(found.gap.unwrap(), gap);
        assert_eq!((found.status, found.upper), (status, Some(16.0)), "{end}");
    }
    // From inside: 1 − distance / (16 − 12), and never the wrong direction.
    let from_inside = band(13.0);
    for (end, progress) in [(17.0, 0.75), (11.0, 0.75), (30.0, -2.5)] {
        let found = ending_at(&from_inside, 13.0, end);
        close(found.progress.unwrap(), progress);
        assert_eq!(found.status, Status::Missed, "{end}");
    }
    // The even path goes to the nearer edge, or stays put.
    for (base, end) in [(10.0, 12.0), (13.0, 13.0), (20.0, 16.0)] {
        close(levels(&band(base), &Scenario::default(), "x")[5], end);
    }
}

#[test]
fn whole_things_are_counted() {
    let plan = one(
        r#"unit: "parks", dynamics: Additive"#,
        "Count(10.0)",
        "comparator: AtLeast",
    );
    all_close(
        &levels(&plan, &Scenario::default(), "x"),
        &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0],
    );
    assert_eq!(judge(&plan, &Scenario::default(), "x").status, Status::Met);
    // 9.5 counts as nine.
    let found = judge(&plan, &with_rates(&plan, "x", &[1.9; 5]), "x");
    assert_eq!((found.projected, found.gap), (Some(9.0), Some(-1.0)));
    close(found.progress.unwrap(), 0.9);
    assert_eq!(found.status, Status::Close);
}

#[test]
fn what_is_to_be_done_is_done_in_its_due_year() {
    let plan = one(r#"unit: "law", dynamics: Additive"#, "Done", "");
    let bare = Scenario::default();
    assert_eq!(levels(&plan, &bare, "x"), [0.0, 0.0, 0.0, 0.0, 0.0, 1.0]);
    assert_eq!(judge(&plan, &bare, "x").status, Status::Met);
    let never = judge(&plan, &with_rates(&plan, "x", &[0.0; 5]), "x");
    assert_eq!((never.status, never.progress), (Status::Missed, Some(0.0)));
    let request = Request {
        target: plan.find_target("x").unwrap(),
        parameter: ParameterId::rate(plan.find("x").unwrap()),
        way: SolveMode::CatchUp,
    };
    assert!(solve(&plan, &bare, request).is_err(), "there is no rate for it");
}

#[test]
fn what_is_done_once_stays_done_and_is_never_half_done() {
    let plan = one(r#"unit: "law", dynamics: Additive"#, "Done", "");
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "x", &[(2013, 1.0)]);
    // Not by thirds in 2011 and 2012, and not twice in 2015.
    assert_eq!(levels(&plan, &scenario, "x"), [0.0, 0.0, 0.0, 1.0, 1.0, 1.0]);
    let twice = with_rates(&plan, "x", &[0.0, 1.0, 1.0, 1.0, 1.0]);
    assert_eq!(levels(&plan, &twice, "x"), [0.0, 0.0, 1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn a_strict_target_on_whose_line_the_base_stands_has_no_wrong_direction() {
    let fields = r#"unit: "%", base: Some(60.0), dynamics: Additive"#;
    let plan = one(fields, "Level(60.0)", "comparator: MoreThan");
    let found = ending_at(&plan, 60.0, 60.0);
    assert!(found.is_on_line);
    assert_eq!((found.status, found.progress), (Status::Close, Some(1.0)));
    // From 60 to 60 there is no wrong direction: 55 is a miss with zero progress.
    let found = ending_at(&plan, 60.0, 55.0);
    assert_eq!((found.status, found.progress), (Status::Missed, Some(0.0)));
    assert_eq!(ending_at(&plan, 60.0, 60.5).status, Status::Met);
    let mut scenario = Scenario::default();
    enter(&plan, &mut scenario, "x", &[(2012, 58.0)]);
    let ledger = ledger(&plan, &project(&plan, &scenario), plan.find_target("x").unwrap()).unwrap();
    assert_eq!(ledger.standing(), Standing::Behind);
}
