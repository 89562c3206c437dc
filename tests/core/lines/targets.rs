//! Targets in their years, and the path to them.

use super::*;

#[test]
fn targets_stand_in_their_years_with_both_edges_of_a_band() {
    let loaded = small(
        r#"(id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive, targets: [
            (form: Level(45.0), comparator: AtLeast, due: In(2013), wording: "45"),
            (form: Between(48.0, 52.0), wording: "48–52"),
            (form: Level(70.0), comparator: AtMost, due: EachYear, wording: "70"),
        ])"#,
        "",
    );
    let chart = chart_of(&loaded, "share", Mode::Level);
    let drawing = chart.drawing(&loaded.plan, Language::English);
    let mut brackets = Vec::new();
    for shape in drawing.layers.iter().flat_map(|layer| &layer.shapes) {
        if let Shape::Bracket { across, at, opens_up } = shape {
            brackets.push((across.0.round(), across.1.round(), *at, *opens_up));
        }
    }
    let expected = [
        (2013.0, 2013.0, 45.0, true),
        (2015.0, 2015.0, 48.0, true),
        (2015.0, 2015.0, 52.0, false),
        (2011.0, 2015.0, 70.0, false),
    ];
    assert_eq!(brackets, expected);
    let names: Vec<&str> = drawing
        .layers
        .iter()
        .filter_map(|layer| layer.name.as_deref())
        .collect();
    assert!(names.contains(&"Target for 2013: at least 45 %"), "{names:?}");
    assert!(names.contains(&"Target: 48–52 %"), "{names:?}");
    assert!(
        names.contains(&"Target for every year: at most 70 %"),
        "{names:?}"
    );
}

#[test]
fn what_is_to_be_done_is_marks_without_a_line() {
    let loaded = small(
        r#"(id: "share", name: "Law", category: "all", unit: "done", base: Some(0.0), dynamics: Additive,
            targets: [(form: Done, due: In(2013), wording: "done")])"#,
        "",
    );
    let drawing = chart_of(&loaded, "share", Mode::Level).drawing(&loaded.plan, Language::English);
    let shapes = || drawing.layers.iter().flat_map(|layer| &layer.shapes);
    assert!(
        shapes().all(|shape| matches!(shape, Shape::Marks { .. })),
        "{drawing:?}"
    );
    assert!(shapes().count() >= 2, "the target, and where the scenario stands");
}

#[test]
fn a_growth_due_in_every_year_stands_where_each_year_has_to_come() {
    let loaded = small(
        r#"(id: "share", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth,
            targets: [(form: AverageGrowth(3.0), comparator: AtLeast, wording: "3 %", due: EachYear)])"#,
        r#"rates: { "share": Yearly([-10.0, 5.0, 5.0, 5.0, 5.0]) }"#,
    );
    let chart = chart_of(&loaded, "share", Mode::Level);
    let brackets = chart.targets[0].brackets();
    // 3 % above the year before: of 100, of 90, of 90 · 1.05, and so on.
    let expected = [100.0, 90.0, 94.5, 99.225, 104.186_25].map(|before| before * 1.03);
    assert_eq!(brackets.len(), 5);
    for (((from, to), at), (year, goal)) in brackets.into_iter().zip((2011..).zip(expected)) {
        assert!((at - goal).abs() < 1e-9, "{at} in {year}");
        assert!(f64::from(year) - 0.5 < from && to < f64::from(year) + 0.5);
    }
    // As a rate it is the same in every year.
    let annual = chart_of(&loaded, "share", Mode::Annual);
    let brackets = annual.targets[0].brackets();
    assert_eq!(brackets.len(), 1);
    assert!((brackets[0].1 - 3.0).abs() < 1e-9);
}

#[test]
fn what_has_no_target_has_no_even_path_to_one() {
    let loaded = example("mid-term-2013");
    let projection = project(&loaded.plan, &loaded.scenario);
    let name = |id: &str| {
        let path = Path {
            role: Role::Plan,
            name: "Even path to target",
            projection: &projection,
        };
        let ix = loaded.plan.find(id).unwrap();
        let chart = trajectory(&loaded.plan, &[path], ix, Mode::Level, Language::English);
        chart.series[0].name.clone()
    };
    assert_eq!(name("energy-intensity"), "Even path to target");
    assert_eq!(name("energy-use"), "The plan's even path");
}

#[test]
fn the_yearly_rate_of_a_target_is_shown_so_that_it_is_enough() {
    let loaded = small(
        r#"(id: "share", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth,
            targets: [(form: Level(115.0), comparator: AtLeast, wording: "115")])"#,
        "",
    );
    let chart = chart_of(&loaded, "share", Mode::Annual);
    let drawing = chart.drawing(&loaded.plan, Language::English);
    let labels: Vec<String> = drawing
        .layers
        .iter()
        .filter_map(|layer| Some(layer.label.as_ref()?.text.clone()))
        .collect();
    // 1.15^(1/5) − 1 is 2.8346 %; at 2.83 % a year 100 becomes 114.97.
    assert!(
        labels.contains(&"Target: at least 115; needed in 2011–15: rise 2.84 % a year".to_owned()),
        "{labels:?}"
    );
}

/// The brackets of a chart's targets: the years, the value, and the text.
fn brackets(chart: &Chart) -> Vec<((i32, i32), f64, String)> {
    let targets = chart.targets.iter();
    targets
        .map(|target| {
            let said = chart.target_in_full(target, Language::English);
            (target.years, target.value, said)
        })
        .collect()
}

#[test]
fn a_level_is_no_yearly_change_but_takes_one() {
    let loaded = example("mid-term-2013");
    let [(years, value, said)] = &brackets(&chart_of(&loaded, "steel-cr10", Mode::Annual))[..] else {
        panic!("steel has one target")
    };
    // 39.4 in 2013, 60 in 2015: 10.3 points in each of the two years, not the 2.28 of an even path from 2010.
    assert_eq!(*years, (2014, 2015));
    assert!((value - (60.0 - 39.4) / 2.0).abs() < 1e-9, "{value}");
    assert_eq!(
        said,
        "Target: about 60 %; needed in 2014–15: +10.30 points a year"
    );
    // Falls are negative, as in the chart: 0.849 must become 0.79.
    let energy = chart_of(&loaded, "energy-intensity", Mode::Annual);
    let fall = ((0.79_f64 / 0.849).sqrt() - 1.0) * 100.0;
    assert!((energy.targets[0].value - fall).abs() < 1e-9 && energy.targets[0].is_ceiling);
    // Growth targets are about yearly changes, averaged over all of them.
    assert_eq!(
        brackets(&chart_of(&loaded, "value-added", Mode::Annual)),
        [(
            (2011, 2015),
            8.0,
            "Average target for 2011–15: at least 8 % a year".to_owned()
        )]
    );
    let projection = project(&loaded.plan, &loaded.scenario);
    let path = Path {
        role: Role::Scenario,
        name: "中期",
        projection: &projection,
    };
    let ix = loaded.plan.find("steel-cr10").unwrap();
    let chart = trajectory(&loaded.plan, &[path], ix, Mode::Annual, Language::Chinese);
    let words = chart.in_words(Language::Chinese, None);
    assert!(
        words.contains("目标：60%左右；2014—2015年尚需：每年+10.30个百分点"),
        "{words}"
    );
}

#[test]
fn what_is_reached_or_decided_takes_no_yearly_change() {
    let drawn = |figure: &str| {
        let loaded = small(
            r#"(id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive, targets: [
                (form: Level(45.0), comparator: AtLeast, due: In(2013), wording: "45"),
                (form: Level(50.0), comparator: AtLeast, due: EachYear, wording: "50"),
            ])"#,
            &format!(r#"actuals: {{ "share": {{ {figure} }} }}"#),
        );
        brackets(&chart_of(&loaded, "share", Mode::Annual))
    };
    assert_eq!(drawn("2011: Level(51.0)"), []);
    assert_eq!(drawn("2013: Level(44.0)"), []);
    // Without data: from the base year to each.
    let loaded = small(
        r#"(id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive, targets: [
            (form: Level(46.0), comparator: AtLeast, due: In(2013), wording: "46"),
            (form: Level(50.0), comparator: AtLeast, due: EachYear, wording: "50"),
        ])"#,
        "",
    );
    let found = brackets(&chart_of(&loaded, "share", Mode::Annual));
    assert_eq!(
        found,
        [
            (
                (2011, 2013),
                2.0,
                "Target for 2013: at least 46 %; needed in 2011–13: +2.00 points a year".to_owned()
            ),
            // What is due in every year must hold in the next.
            (
                (2011, 2011),
                10.0,
                "Target for every year: at least 50 %; needed: +10.00 points in 2011, then hold".to_owned()
            ),
        ]
    );
}

#[test]
fn progress_counts_each_year_as_its_ledger_does() {
    let loaded = small(
        r#"(id: "share", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth,
            targets: [(form: AverageGrowth(8.0), comparator: AtLeast, wording: "8 %", due: EachYear)])"#,
        r#"actuals: { "share": { 2011: AnnualChange(8.0), 2012: AnnualChange(4.0) } }"#,
    );
    let chart = chart_of(&loaded, "share", Mode::Progress);
    let points: Vec<(i32, f64)> = chart.series[0]
        .points
        .iter()
        .map(|point| (point.year, point.value))
        .collect();
    // The growth asked for is reached in 2011, and about half of it in 2012; the base year has none.
    assert_eq!(points[0].0, 2011);
    assert!((points[0].1 - 100.0).abs() < 1e-9, "{points:?}");
    let half = libm::log(1.04) / libm::log(1.08) * 100.0;
    assert!((points[1].1 - half).abs() < 1e-9, "{points:?}");
    let projection = project(&loaded.plan, &loaded.scenario);
    for ledger in ledgers(&loaded.plan, &projection) {
        for (year, (_, drawn)) in ledger.years[1..].iter().zip(&points) {
            assert!((year.progress * 100.0 - drawn).abs() < 1e-9);
        }
    }
}

#[test]
fn a_milestone_stands_on_the_way_to_the_last_target() {
    let loaded = small(
        r#"(id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive, targets: [
            (form: Level(45.0), comparator: AtLeast, due: In(2013), wording: "45"),
            (form: Level(48.0), comparator: AtMost, due: In(2014), wording: "48"),
            (form: Level(60.0), comparator: AtLeast, wording: "60"),
        ])"#,
        "",
    );
    let chart = chart_of(&loaded, "share", Mode::Progress);
    assert_eq!(chart.unit, "% achieved (Target for 2015: at least 60 %)");
    let found: Vec<_> = chart
        .targets
        .iter()
        .map(|target| (target.due, target.value, target.is_ceiling))
        .collect();
    // Five and eight of twenty points.
    assert_eq!(
        found,
        [
            (Some(2013), 25.0, false),
            (Some(2014), 40.0, true),
            (Some(2015), 100.0, false)
        ]
    );
    // On the way down, further means lower, and a floor on levels is a ceiling.
    let loaded = small(
        r#"(id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive, targets: [
            (form: Level(35.0), comparator: AtMost, due: In(2013), wording: "35"),
            (form: Level(30.0), comparator: AtMost, wording: "30"),
        ])"#,
        "",
    );
    let chart = chart_of(&loaded, "share", Mode::Progress);
    assert_eq!(
        (chart.targets[0].value, chart.targets[0].is_ceiling),
        (50.0, false)
    );
}

#[test]
fn the_chart_of_a_target_measures_progress_towards_that_target() {
    let loaded = small(
        r#"(id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive, targets: [
            (form: Level(45.0), comparator: AtLeast, due: In(2013), wording: "45"),
            (form: Level(60.0), comparator: AtLeast, wording: "60"),
        ])"#,
        r#"actuals: { "share": { 2012: Level(44.0) } }"#,
    );
    let projection = project(&loaded.plan, &loaded.scenario);
    let paths = [Path {
        role: Role::Scenario,
        name: "Trial",
        projection: &projection,
    }];
    let milestone = &ledgers(&loaded.plan, &projection)[0];
    let chart = tracking(&loaded.plan, &paths, milestone, Mode::Progress, Language::English);
    // Four of five points, and the catch-up path to all of them in 2013.
    let at = |role: Role, year: i32| {
        let series = chart.series.iter().find(|series| series.role == role).unwrap();
        series.at(year).unwrap().value
    };
    assert!((at(Role::Scenario, 2012) - 80.0).abs() < 1e-9);
    assert!((at(Role::CatchUp, 2013) - 100.0).abs() < 1e-9);
    assert_eq!(chart.unit, "% achieved (Target for 2013: at least 45 %)");
}

#[test]
fn a_value_that_misses_its_target_does_not_show_as_its_figure() {
    let loaded = small(
        r#"(id: "share", name: "Output", category: "all", unit: "t", base: Some(90.0), dynamics: Growth,
            targets: [(form: Level(100.0), comparator: AtMost, wording: "100")])"#,
        r#"actuals: { "share": { 2015: Level(100.04) } }"#,
    );
    let chart = chart_of(&loaded, "share", Mode::Level);
    let drawing = chart.drawing(&loaded.plan, Language::English);
    let labels: Vec<String> = drawing
        .layers
        .iter()
        .filter_map(|layer| Some(layer.label.as_ref()?.text.clone()))
        .collect();
    assert!(labels.contains(&"Trial: 100.04".to_owned()), "{labels:?}");
    assert!(
        drawing.description.contains("100.04 in 2015"),
        "{}",
        drawing.description
    );
    // Nothing is missed in a year in which nothing is due.
    assert_eq!(chart.value_at(100.04, 2014, None, Language::English), "100.0");
    assert_eq!(chart.value_at(99.96, 2015, None, Language::English), "100.0");
}
