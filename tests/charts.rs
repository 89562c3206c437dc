//! Charts as data: what each mode shows, and that dragging a point is the inverse of drawing it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::sync::Arc;

use planpath::figure::{Chart, Mark, Measure, Mode, Path, Role, trajectory};
use planpath::model::Basis;
use planpath::session::{Command, Document, Phase, Session};
use planpath::text::Language;
use proptest::prelude::*;

fn session(example: &'static str) -> Session {
    let mut session = Session::new(Language::English, Arc::new(|| ())).unwrap();
    session.apply(Command::OpenExample(example));
    session
}

fn chart(document: &Document, id: &str, mode: Mode) -> Chart {
    let paths = [
        Path {
            role: Role::Plan,
            name: "plan",
            projection: document.plan_path(),
        },
        Path {
            role: Role::Scenario,
            name: "scenario",
            projection: document.projection(),
        },
    ];
    let ix = document.plan().find(id).unwrap();
    trajectory(document.plan(), &paths, ix, mode, Language::English)
}

fn values(chart: &Chart, role: Role) -> Vec<f64> {
    let series = chart.series.iter().find(|series| series.role == role).unwrap();
    series.points.iter().map(|point| point.value).collect()
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}

#[test]
fn each_mode_shows_the_same_path_in_its_own_terms() {
    let session = session("mid-term-2013");
    let document = session.document();
    // Value added: 16 trillion, then +10.8 %, +7.9 %, +7.6 % as published.
    close(
        values(&chart(document, "value-added", Mode::Level), Role::Scenario)[1],
        16.0 * 1.108,
    );
    close(
        values(&chart(document, "value-added", Mode::Index), Role::Scenario)[2],
        110.8 * 1.079,
    );
    close(
        values(&chart(document, "value-added", Mode::Cumulative), Role::Scenario)[1],
        10.8,
    );
    let annual = chart(document, "value-added", Mode::Annual);
    assert_eq!(
        annual.series[0].points[0].year, 2011,
        "the base year has no change"
    );
    close(values(&annual, Role::Scenario)[2], 7.6);
    close(annual.target.unwrap().value, 8.0);
    // Steel by points: 48.6 → 49.2 is +0.6, and a fall is progress backwards.
    close(
        values(&chart(document, "steel-cr10", Mode::Cumulative), Role::Scenario)[1],
        0.6,
    );
    let progress = chart(document, "steel-cr10", Mode::Progress);
    close(values(&progress, Role::Scenario)[3], (39.4 - 48.6) / 11.4 * 100.0);
    close(progress.target.as_ref().unwrap().value, 100.0);
    // The plan's path is a fifth of the way each year.
    for (step, value) in values(&progress, Role::Plan).into_iter().enumerate() {
        close(value, 20.0 * step as f64);
    }
}

#[test]
fn a_mode_that_makes_no_sense_shows_nothing() {
    let session = session("mid-term-2013");
    assert!(
        chart(session.document(), "energy-use", Mode::Progress)
            .series
            .is_empty()
    );
    assert!(
        chart(session.document(), "gross-output", Mode::Level)
            .series
            .is_empty(),
        "no base value"
    );
    assert!(
        chart(session.document(), "value-added-rate", Mode::Index)
            .series
            .is_empty()
    );
}

#[test]
fn actuals_and_what_is_between_them_are_marked() {
    let session = session("mid-term-2013");
    let energy = chart(session.document(), "energy-intensity", Mode::Level);
    let scenario = energy
        .series
        .iter()
        .find(|series| series.role == Role::Scenario)
        .unwrap();
    let marks: Vec<Mark> = scenario.points.iter().map(|point| point.mark).collect();
    let expected = [
        Mark::Plain,
        Mark::Actual,
        Mark::Interpolated,
        Mark::Actual,
        Mark::Plain,
        Mark::Plain,
    ];
    assert_eq!(marks, expected);
    assert!(
        energy.target.as_ref().unwrap().is_ceiling,
        "less energy meets the target"
    );
    let table = energy.as_table(Language::English);
    assert_eq!(table.lines().count(), 2 + 6);
    assert!(table.lines().nth(4).unwrap().starts_with("2012\t"), "{table}");
}

#[test]
fn dragging_the_last_point_sets_a_constant_rate_that_gets_there() {
    let mut session = session("mid-term-2013");
    for (id, level) in [
        ("value-added", 25.0),
        ("energy-intensity", 80.0),
        ("steel-cr10", 55.0),
    ] {
        let lever = session.document().plan().find(id).unwrap();
        let rates = session.document().rates_to(lever, 5, level).unwrap();
        session.apply(Command::SetRates {
            lever,
            rates,
            phase: Phase::Done,
        });
        close(session.document().projection().levels(lever).unwrap()[5], level);
        assert!(
            session
                .document()
                .scenario()
                .rates
                .get(lever)
                .unwrap()
                .in_year(0)
                .is_some()
        );
    }
}

#[test]
fn dragging_another_point_sets_that_year_alone() {
    let mut session = session("plan-on-schedule");
    let lever = session.document().plan().find("energy-intensity").unwrap();
    let before = session.document().projection().levels(lever).unwrap().to_vec();
    let rates = session.document().rates_to(lever, 2, 88.0).unwrap();
    session.apply(Command::SetRates {
        lever,
        rates,
        phase: Phase::Done,
    });
    let after = session.document().projection().levels(lever).unwrap();
    close(after[1], before[1]);
    close(after[2], 88.0);
    // Later years keep their rates, so they move in proportion.
    close(after[5] / after[2], before[5] / before[2]);
}

#[test]
fn what_is_past_cannot_be_dragged() {
    let session = session("mid-term-2013");
    let lever = session.document().plan().find("value-added").unwrap();
    for step in 0..=3 {
        assert_eq!(
            session.document().rates_to(lever, step, 20.0),
            None,
            "step {step}"
        );
    }
    assert_eq!(
        session.document().rates_to(lever, 5, -1.0),
        None,
        "value added cannot be negative"
    );
}

proptest! {
    #[test]
    fn a_shown_value_leads_back_to_its_level(level in 1.0..90.0_f64, before in 1.0..90.0_f64, base in 1.0..90.0_f64) {
        let session = session("plan-on-schedule");
        let plan = session.document().plan();
        for (ix, _) in plan.levers() {
            for mode in Mode::ALL {
                let Some(measure) = Measure::new(plan, ix, Basis::Absolute, base, mode) else { continue };
                let Some(shown) = measure.show(level, Some(before)) else { continue };
                if let Some(back) = measure.level(shown, Some(before)) {
                    prop_assert!((back - level).abs() < 1e-9 * level, "{mode:?}: {back} is not {level}");
                }
            }
        }
    }
}
