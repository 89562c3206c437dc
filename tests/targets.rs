//! Targets of every form and due year, judged on either scale; each expected figure is derived here.
#![allow(
    clippy::disallowed_methods,
    reason = "expected values are computed independently of the program's own roots"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use planpath::model::solver::{Handle, Request, Way, solve};
use planpath::model::{
    Assessment, Change, Required, Standing, Status, assess_target, enough_rate, even_rates, ledger, project,
    required_rate,
};
use planpath::plan::{self, Plan};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario, read_text};
use proptest::prelude::*;

/// A plan of 2010–15 with these indicators: id, then the fields that differ.
fn plan(indicators: &[(&str, &str)]) -> Plan {
    let mut text = String::from(
        r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")], indicators: ["#,
    );
    for (id, fields) in indicators {
        write!(text, r#"(id: "{id}", name: "{id}", category: "c", {fields}),"#).unwrap();
    }
    text += "])";
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure}"))
}

fn target(form: &str, more: &str) -> String {
    format!(r#"(form: {form}, wording: "", {more})"#)
}

fn one(fields: &str, form: &str, more: &str) -> Plan {
    plan(&[("x", &format!("{fields}, targets: [{}]", target(form, more)))])
}

fn with_rates(plan: &Plan, id: &str, rates: &[f64]) -> Scenario {
    let mut scenario = Scenario::default();
    let rates = Rates::Yearly(rates.to_vec());
    scenario.rates.set(plan.find(id).unwrap(), rates);
    scenario
}

fn enter(plan: &Plan, scenario: &mut Scenario, id: &str, levels: &[(i32, f64)]) {
    let entry = |&(year, level): &(i32, f64)| ActualEntry {
        year,
        figure: Actual::Level(level),
    };
    scenario
        .actuals
        .set(plan.find(id).unwrap(), levels.iter().map(entry).collect());
}

fn judge(plan: &Plan, scenario: &Scenario, name: &str) -> Assessment {
    let ix = plan.find_target(name).unwrap();
    assess_target(plan, scenario, &project(plan, scenario), ix)
}

fn levels(plan: &Plan, scenario: &Scenario, id: &str) -> Vec<f64> {
    let projection = project(plan, scenario);
    projection.levels(plan.find(id).unwrap()).unwrap().to_vec()
}

/// The judgement where x ends at a level, reached in one leap in the last year.
fn ending_at(plan: &Plan, base: f64, end: f64) -> Assessment {
    let scenario = with_rates(plan, "x", &[0.0, 0.0, 0.0, 0.0, end - base]);
    judge(plan, &scenario, "x")
}

#[track_caller]
fn close(found: f64, expected: f64) {
    let slack = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() <= slack, "{found} is not {expected}");
}

#[track_caller]
fn all_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        close(*found, *expected);
    }
}

// Scale.

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
        // (9 − 7) / 8 is a quarter of the way, where three fifths are due; (15 − 9) / 2 points a year are left.
        close(ledger.last().unwrap().progress, 0.25);
        assert_eq!(ledger.standing(), Standing::Behind);
        assert_eq!(ledger.change, Change::Points);
        let Required::Rate(rate) = ledger.required else {
            panic!("{ledger:?}")
        };
        close(rate, 3.0);
        let request = Request {
            target: plan.find_target(id).unwrap(),
            handle: Handle::rate(plan.find("share").unwrap()),
            way: Way::CatchUp,
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
    // Far above it is missed, and still no wrong direction.
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

// Due years.

/// 130 by 2013, 200 by 2015.
fn milestones() -> Plan {
    let list = [
        target("Level(130.0)", "comparator: AtLeast, due: In(2013)"),
        target("Level(200.0)", "comparator: AtLeast"),
    ];
    let fields = r#"unit: "t", base: Some(100.0), dynamics: Growth"#;
    plan(&[("x", &format!("{fields}, targets: [{}]", list.join(",")))])
}

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
    // Data for 2014 come too late to be its m.
    let mut later = scenario.clone();
    enter(&plan, &mut later, "x", &[(2014, 150.0)]);
    let found = judge(&plan, &later, "x@2013");
    assert_eq!((found.last_actual, found.rest), (Some(2013), None));
    assert!(found.is_decided());
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
    // Once it is a fact, nothing can be done any more.
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

// Forms.

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
    // 1 − distance / the base's distance of 2; the gap has the sign of where the level lies from the edge.
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
    // The even path goes to the nearer edge, or stays.
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
    // 9.5 are nine.
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
        handle: Handle::rate(plan.find("x").unwrap()),
        way: Way::CatchUp,
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

// Names.

#[test]
fn a_target_is_named_by_id_year_and_form() {
    let list = [
        target("Level(130.0)", "comparator: AtLeast, due: In(2013)"),
        target("Level(200.0)", "comparator: AtLeast"),
        target("AverageGrowth(14.0)", "comparator: AtLeast"),
    ];
    let fields = r#"unit: "t", base: Some(100.0), dynamics: Growth"#;
    let plan = plan(&[("x", &format!("{fields}, targets: [{}]", list.join(",")))]);
    let all: Vec<_> = plan.targets().map(|(ix, ..)| ix).collect();
    assert_eq!(plan.find_target("x@2013"), Ok(all[0]));
    assert_eq!(plan.find_target("x@2013:level"), Ok(all[0]));
    assert_eq!(plan.find_target("x@2015:level"), Ok(all[1]));
    assert_eq!(plan.find_target("x@2015:average-growth"), Ok(all[2]));
    let both = vec!["x@2015:level".to_owned(), "x@2015:average-growth".to_owned()];
    for unclear in ["x", "x@2015"] {
        assert_eq!(plan.find_target(unclear), Err(both.clone()), "{unclear}");
    }
    for ix in all {
        assert_eq!(plan.find_target(&plan.target_name(ix)), Ok(ix));
    }
}

#[test]
fn a_milestone_is_solved_for_up_to_its_year() {
    let plan = milestones();
    let mut scenario = with_rates(&plan, "x", &[0.0; 5]);
    enter(&plan, &mut scenario, "x", &[(2011, 105.0)]);
    let request = Request {
        target: plan.find_target("x@2013").unwrap(),
        handle: Handle::rate(plan.find("x").unwrap()),
        way: Way::CatchUp,
    };
    let answer = solve(&plan, &scenario, request).unwrap();
    // From 105 to 130 in 2012 and 2013.
    close(answer.value, ((130.0_f64 / 105.0).sqrt() - 1.0) * 100.0);
    assert_eq!(answer.assessment.status, Status::Met);
}

#[test]
fn the_command_line_takes_names_of_targets() {
    let folder = tempfile::tempdir().unwrap();
    let plan = r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [(id: "x", name: "X", category: "c", unit: "t", base: Some(100.0), dynamics: Growth, targets: [
            (form: Level(130.0), comparator: AtLeast, wording: "", due: In(2013)),
            (form: AverageGrowth(7.0), comparator: AtLeast, wording: "", due: In(2013)),
            (form: Level(200.0), comparator: AtLeast, wording: ""),
        ])])"#;
    fs::write(folder.path().join("plan.ron"), plan).unwrap();
    let file = folder.path().join("scenario.ron");
    fs::write(
        &file,
        r#"(format: 1, name: "S", plan: "plan.ron", rates: { "x": Constant(5.0) })"#,
    )
    .unwrap();
    let solve = |name: &str| {
        Command::new(env!("CARGO_BIN_EXE_planpath"))
            .args([
                "solve",
                file.to_str().unwrap(),
                "--target",
                name,
                "--format",
                "json",
            ])
            .env("LANG", "en_US.UTF-8")
            .output()
            .unwrap()
    };
    // To 130 in three years, to 7 % a year, and, as the one target of the last year, to 200 in five.
    for (name, rate) in [
        ("x@2013:level", (1.3_f64.cbrt() - 1.0) * 100.0),
        ("x@2013:average-growth", 7.0),
        ("x@2013:average_growth", 7.0),
        ("x", (2.0_f64.powf(0.2) - 1.0) * 100.0),
        ("x@2015", (2.0_f64.powf(0.2) - 1.0) * 100.0),
    ] {
        let output = solve(name);
        assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        close(report["rate"].as_f64().unwrap(), rate);
    }
    for name in ["x@2013", "x@2014"] {
        let output = solve(name);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let said = String::from_utf8(output.stderr).unwrap();
        for choice in ["x@2013:level", "x@2013:average-growth"] {
            assert!(said.contains(choice), "{name}: {said}");
        }
    }
}

// Enough.

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
    let shown = |decimals| enough_rate(plan, &projection, &ledger, decimals).unwrap();
    close(shown(2), 0.07);
    close(shown(1), 0.1);
    assert!(shown(3) > rate, "a strict target takes more than its line");
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
            let Some(rate) = enough_rate(&plan, &projection, &ledger, decimals) else { continue };
            // As it is read from the screen.
            let typed: f64 = format!("{rate:.decimals$}").parse().unwrap();
            prop_assert!((typed - rate).abs() <= 1e-12 * rate.abs(), "{rate} has more digits than {decimals}");
            let mut entered = scenario.clone();
            entered.rates.set(ix.indicator, Rates::Constant(typed));
            let found = assess_target(&plan, &entered, &project(&plan, &entered), ix);
            prop_assert_eq!(found.status, Status::Met, "{} with {}", form, typed);
        }
    }
}
