//! Charts as data: what each mode shows, and that dragging a point is the inverse of drawing it.

use std::sync::Arc;

use planpath::figure::{Chart, Measure, Mode, Path, Role, tracking, trajectory};
use planpath::model::{LevelKind, Origin, ledger, project};
use planpath::plan::{Plan, TargetIx};
use planpath::scenario::{Actual, ActualEntry};
use planpath::session::{Command, Document, Phase, Session};
use planpath::text::Language;
use proptest::prelude::*;

fn session(example: &'static str) -> Session {
    let mut session = crate::on_plan(Session::new(Language::English, Arc::new(|| ())).unwrap());
    session.apply(Command::OpenExample(example));
    session
}

fn two_paths(document: &Document) -> [Path<'_>; 2] {
    [
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
    ]
}

fn chart(document: &Document, id: &str, mode: Mode) -> Chart {
    let ix = document.plan().find(id).unwrap();
    trajectory(document.plan(), &two_paths(document), ix, mode, Language::English)
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
    close(annual.targets[0].value, 8.0);
    // Steel in points: 48.6 → 49.2 is +0.6, and a fall is negative progress.
    close(
        values(&chart(document, "steel-cr10", Mode::Cumulative), Role::Scenario)[1],
        0.6,
    );
    let progress = chart(document, "steel-cr10", Mode::Progress);
    close(values(&progress, Role::Scenario)[3], (39.4 - 48.6) / 11.4 * 100.0);
    close(progress.targets[0].value, 100.0);
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
    let origins: Vec<Origin> = scenario.points.iter().map(|point| point.origin).collect();
    let expected = [
        Origin::Base,
        Origin::Actual,
        Origin::Interpolated,
        Origin::Actual,
        Origin::Assumed,
        Origin::Assumed,
    ];
    assert_eq!(origins, expected);
    assert!(energy.targets[0].is_ceiling, "less energy meets the target");
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

/// A chart's labels on paper.
fn labels(chart: &Chart, document: &Document, language: Language) -> Vec<String> {
    let drawing = chart.drawing(document.plan(), language);
    let labels = drawing.layers.into_iter().filter_map(|layer| layer.label);
    labels.map(|label| label.text).collect()
}

#[test]
fn lines_end_in_their_name_and_value() {
    let session = session("mid-term-2013");
    let document = session.document();
    let steel = chart(document, "steel-cr10", Mode::Level);
    // 39.4 in 2013, then 2.28 points a year.
    let english = labels(&steel, document, Language::English);
    assert!(english.contains(&"scenario: 44.0".to_owned()), "{english:?}");
    let chinese = labels(&steel, document, Language::Chinese);
    assert!(chinese.contains(&"scenario：44.0".to_owned()), "{chinese:?}");
    // Changes state their direction: 100 → 84.9 by 2013, then 4.605 % a year.
    let energy = chart(document, "energy-intensity", Mode::Cumulative);
    let fall = (1.0 - 0.849 * libm::pow(0.79, 0.4)) * 100.0;
    let english = labels(&energy, document, Language::English);
    assert!(
        english.contains(&format!("scenario: fall {fall:.1} %")),
        "{english:?}"
    );
    let chinese = labels(&energy, document, Language::Chinese);
    assert!(
        chinese.contains(&format!("scenario：下降{fall:.1}%")),
        "{chinese:?}"
    );
    assert!(!chinese.iter().any(|label| label.contains(" (")), "{chinese:?}");
}

#[test]
fn figures_are_copied_without_binary_dust() {
    let session = session("plan-on-schedule");
    for mode in Mode::ALL {
        for (_, indicator) in session.document().plan().iter() {
            let table = chart(session.document(), &indicator.id, mode).as_table(Language::English);
            for cell in table.lines().skip(2).flat_map(|line| line.split('\t')) {
                let digits = cell.chars().filter(char::is_ascii_digit).count();
                assert!(digits <= 13 && cell != "-0", "{} {mode:?}: {cell}", indicator.id);
            }
        }
    }
    let energy = chart(session.document(), "energy-intensity", Mode::Level).as_table(Language::English);
    assert!(energy.ends_with("2015\t79\t79\tassumed\n"), "{energy}");
}

// With the catch-up path.

fn target(plan: &Plan, id: &str) -> TargetIx {
    plan.main_target(plan.find(id).unwrap()).unwrap().0
}

fn tracked(document: &Document, id: &str, mode: Mode) -> Chart {
    let target = target(document.plan(), id);
    let ledger = ledger(document.plan(), document.projection(), target).unwrap();
    tracking(
        document.plan(),
        &two_paths(document),
        &ledger,
        mode,
        Language::English,
    )
}

fn roles(chart: &Chart) -> Vec<Role> {
    chart.series.iter().map(|series| series.role).collect()
}

#[test]
fn the_path_that_catches_up_stands_behind_the_scenario() {
    let session = session("mid-term-2013");
    let document = session.document();
    let chart = tracked(document, "energy-intensity", Mode::Level);
    assert_eq!(roles(&chart), [Role::Plan, Role::CatchUp, Role::Scenario]);
    let path = &chart.series[1];
    assert_eq!(path.name, "Catch-up path");
    let years: Vec<i32> = path.points.iter().map(|point| point.year).collect();
    assert_eq!(years, [2013, 2014, 2015], "from the last actual on");
    assert!(path.points.iter().all(|point| !point.has_data));
    // Apart from that, the same chart.
    let mut without = chart.clone();
    without.series.remove(1);
    assert_eq!(without, self::chart(document, "energy-intensity", Mode::Level));
}

#[test]
fn the_path_that_catches_up_is_shown_in_every_mode() {
    let session = session("mid-term-2013");
    let document = session.document();
    // 84.9 → 79 in two equal steps.
    let middle = (84.9 * 79.0_f64).sqrt();
    let fall = ((79.0_f64 / 84.9).sqrt() - 1.0) * 100.0;
    // 2013 itself came from 96.51 in two equal steps.
    let before = ((84.9_f64 / 96.51).sqrt() - 1.0) * 100.0;
    let progress = |level: f64| libm::log(level / 100.0) / libm::log(0.79) * 100.0;
    for (mode, expected) in [
        (Mode::Level, [84.9, middle, 79.0]),
        (Mode::Index, [84.9, middle, 79.0]),
        (Mode::Cumulative, [-15.1, middle - 100.0, -21.0]),
        (Mode::Annual, [before, fall, fall]),
        (Mode::Progress, [progress(84.9), progress(middle), 100.0]),
    ] {
        let found = values(&tracked(document, "energy-intensity", mode), Role::CatchUp);
        assert_eq!(found.len(), 3, "{mode:?}");
        for (found, expected) in found.into_iter().zip(expected) {
            close(found, expected);
        }
    }
    // Points: 39.4, 49.7, 60 of steel's 48.6 in 2010.
    let steel = |mode| values(&tracked(document, "steel-cr10", mode), Role::CatchUp);
    for (found, expected) in steel(Mode::Cumulative).into_iter().zip([-9.2, 1.1, 11.4]) {
        close(found, expected);
    }
    for (found, expected) in steel(Mode::Annual).into_iter().zip([39.4 - 45.9, 10.3, 10.3]) {
        close(found, expected);
    }
}

#[test]
fn without_actuals_catching_up_begins_in_the_base_year() {
    let session = session("mid-term-2013");
    let document = session.document();
    let path = |mode| {
        let chart = tracked(document, "cod", mode);
        let series = chart
            .series
            .iter()
            .find(|series| series.role == Role::CatchUp)
            .unwrap();
        series
            .points
            .iter()
            .map(|point| (point.year, point.value))
            .collect::<Vec<_>>()
    };
    assert_eq!(path(Mode::Level).len(), 6);
    // The base year has no change on the year before.
    let annual = path(Mode::Annual);
    assert_eq!(annual.len(), 5);
    assert_eq!(annual[0].0, 2011);
}

#[test]
fn a_target_that_is_reached_has_no_path_that_catches_up() {
    let mut session = session("mid-term-2013");
    let document = session.document();
    let energy = document.plan().find("energy-intensity").unwrap();
    let mut scenario = document.scenario().clone();
    let figure = Actual::CumulativeChange(-22.0);
    scenario
        .actuals
        .set(energy, vec![ActualEntry { year: 2013, figure }]);
    let projection = project(document.plan(), &scenario);
    let paths = [Path {
        role: Role::Scenario,
        name: "scenario",
        projection: &projection,
    }];
    let reached = ledger(
        document.plan(),
        &projection,
        target(document.plan(), "energy-intensity"),
    )
    .unwrap();
    let chart = tracking(document.plan(), &paths, &reached, Mode::Level, Language::English);
    assert_eq!(roles(&chart), [Role::Scenario]);
    // A mode that makes no sense has neither.
    session.apply(Command::OpenExample("plan-on-schedule"));
    let rate = tracked(session.document(), "value-added-rate", Mode::Index);
    assert!(rate.series.is_empty());
}

proptest! {
    #[test]
    fn a_shown_value_leads_back_to_its_level(level in 1.0..90.0_f64, before in 1.0..90.0_f64, base in 1.0..90.0_f64) {
        let session = session("plan-on-schedule");
        let plan = session.document().plan();
        for (ix, _) in plan.levers() {
            for mode in Mode::ALL {
                let Some(measure) = Measure::new(plan, ix, LevelKind::Absolute, base, mode) else { continue };
                let Some(shown) = measure.show(level, Some(before)) else { continue };
                if let Some(back) = measure.level(shown, Some(before)) {
                    prop_assert!((back - level).abs() < 1e-9 * level, "{mode:?}: {back} is not {level}");
                }
            }
        }
    }
}
