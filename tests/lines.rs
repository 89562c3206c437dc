//! Lines of charts: what they rest on, what was before the base year, and targets in their years.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::fs::File;
use std::io::Write as _;

use planpath::figure::{
    Axis, Chart, Form, LastData, Layer, Mode, Path, Role, Shape, Strand, tracking, trajectory,
};
use planpath::model::{ledgers, project};
use planpath::scenario::{EXAMPLES, Loaded, read_text};
use planpath::text::Language;

fn example(id: &str) -> Loaded {
    let example = EXAMPLES.iter().find(|example| example.id == id).unwrap();
    read_text("scenario", example.text, std::path::Path::new("")).unwrap()
}

/// Small plans are read from a folder of their own.
fn small(indicator: &str, scenario: &str) -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    let plan = format!(
        r#"(format: 2, id: "small", title: "Small", base_year: 2010, end_year: 2015, source: "A document",
        categories: [(id: "all", name: "All")], headline: ["share"], indicators: [{indicator}])"#
    );
    let mut file = File::create(folder.path().join("plan.ron")).unwrap();
    file.write_all(plan.as_bytes()).unwrap();
    let text = format!(r#"(format: 2, name: "Trial", plan: "plan.ron", {scenario})"#);
    read_text("scenario", &text, folder.path()).unwrap()
}

fn chart_of(loaded: &Loaded, id: &str, mode: Mode) -> Chart {
    let projection = project(&loaded.plan, &loaded.scenario);
    let paths = [Path {
        role: Role::Scenario,
        name: "Trial",
        projection: &projection,
    }];
    let ix = loaded.plan.find(id).unwrap();
    trajectory(&loaded.plan, &paths, ix, mode, Language::English).with_history(
        &loaded.plan,
        &loaded.scenario,
        &projection,
    )
}

#[test]
fn stretches_and_marks_tell_what_a_line_rests_on() {
    let loaded = example("mid-term-2013");
    let strands = |id: &str| {
        let chart = chart_of(&loaded, id, Mode::Level);
        let series = chart.scenario().unwrap();
        let strands = series.strands().into_iter();
        let strands: Vec<(Strand, usize)> = strands.map(|(strand, points)| (strand, points.len())).collect();
        let dots: Vec<(i32, bool)> = series
            .dots(false)
            .iter()
            .map(|dot| (dot.point.year, dot.is_hollow))
            .collect();
        (strands, dots)
    };
    // 2011 and 2013 were entered. What is assumed has a hollow end.
    let (energy, marks) = strands("energy-intensity");
    assert_eq!(energy, [(Strand::Known, 4), (Strand::Assumed, 3)]);
    let expected = [
        (2010, false),
        (2011, false),
        (2012, true),
        (2013, false),
        (2015, true),
    ];
    assert_eq!(marks, expected);
    // Emissions follow energy and an assumed carbon factor: no figures of their own, so no marks.
    let (emissions, marks) = strands("co2-intensity");
    assert_eq!(emissions, [(Strand::DerivedInPart, 4), (Strand::Assumed, 3)]);
    assert_eq!(marks, [(2010, false), (2015, true)]);
    let (untouched, _) = strands("cod");
    assert_eq!(untouched, [(Strand::Assumed, 6)]);
}

#[test]
fn what_is_read_out_and_copied_says_what_it_rests_on() {
    let loaded = example("mid-term-2013");
    let steel = chart_of(&loaded, "steel-cr10", Mode::Level);
    let words = steel.in_words(Language::English, None);
    assert!(
        words.contains("44.0 in 2015 (assumed), actual to 2013"),
        "{words}"
    );
    assert!(words.contains("Target for 2015: about 60 % (60.0)"), "{words}");
    let words = steel.in_words(Language::Chinese, None);
    assert!(words.contains("2015年44.0（假定），实际至2013年"), "{words}");
    let table = steel.as_table(Language::English);
    let row = |year: &str| {
        table
            .lines()
            .find(|line| line.starts_with(year))
            .unwrap()
            .to_owned()
    };
    assert!(row("2013").ends_with("\t39.4\tactual"), "{table}");
    assert!(row("2014").ends_with("\tassumed"), "{table}");
}

#[test]
fn years_before_the_base_year_are_context_that_the_axis_makes_room_for() {
    let loaded = small(
        r#"(id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive)"#,
        r#"actuals: {"share": { 2007: Level(35.0), 2009: Level(38.5), 2011: Level(41.0) }}"#,
    );
    let chart = chart_of(&loaded, "share", Mode::Level);
    assert_eq!(chart.first_year(), 2007);
    assert_eq!(chart.years, (2010, 2015), "years that can be moved stay the same");
    // What lies between two entered years is not entered; the line leads up to the base year.
    let past = chart.past_points();
    assert_eq!((past[0], *past.last().unwrap()), ((2007.0, 35.0), (2010.0, 40.0)));
    assert!(chart.value_range().0 < 35.0);
    let table = chart.as_table(Language::English);
    assert!(table.contains("\n2007\t35\tactual\n"), "{table}");
    let drawing = chart.drawing(&loaded.plan, Language::English);
    assert_eq!(drawing.across, Axis::Years(2007, 2015));
    // Progress is counted from the base year on, and changes are against the year before.
    assert_eq!(
        chart_of(&loaded, "share", Mode::Cumulative).history[0],
        (2007, -5.0)
    );
    assert!(chart_of(&loaded, "share", Mode::Progress).history.is_empty());
}

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

/// The layers of a drawing that have this name.
fn layers(chart: &Chart, loaded: &Loaded, name: &str) -> Vec<Layer> {
    let drawing = chart.drawing(&loaded.plan, Language::English);
    let named = drawing.layers.into_iter();
    named
        .filter(|layer| layer.name.as_deref() == Some(name))
        .collect()
}

#[test]
fn a_yearly_rate_is_actual_only_between_two_actuals() {
    // 2011 and 2013 were entered, so 2012 is interpolated, and the rate of 2013 has one end that nobody entered.
    let loaded = example("mid-term-2013");
    let chart = chart_of(&loaded, "energy-intensity", Mode::Annual);
    let marks: Vec<(i32, bool)> = chart
        .scenario()
        .unwrap()
        .dots(false)
        .iter()
        .map(|dot| (dot.point.year, dot.is_hollow))
        .collect();
    assert_eq!(marks, [(2011, false), (2012, true), (2013, true), (2015, true)]);
    assert_eq!(
        chart.last_data.unwrap().in_words(Language::English),
        "actual to 2011, interpolated to 2013"
    );
}

#[test]
fn only_an_indicators_own_actuals_are_called_actual() {
    let loaded = example("mid-term-2013");
    for (id, is_own, said) in [
        ("steel-cr10", true, "actual to 2013"),
        // From energy intensity, of which 2013 was entered; of emissions nothing was.
        ("co2-intensity", false, "derived from data to 2013"),
        ("energy-use", false, "derived from data to 2013"),
    ] {
        let chart = chart_of(&loaded, id, Mode::Level);
        let own = is_own.then_some(2013);
        let last = LastData {
            year: 2013,
            own,
            is_interpolated: false,
        };
        assert_eq!(chart.last_data, Some(last), "{id}");
        let drawing = chart.drawing(&loaded.plan, Language::English);
        assert_eq!(drawing.divider.unwrap().text, said, "{id}");
        assert!(drawing.description.contains(said), "{id}");
        let is_named = !layers(&chart, &loaded, "actual").is_empty();
        assert_eq!(is_named, is_own, "{id}: the legend");
    }
}

#[test]
fn what_was_not_entered_as_done_is_no_filled_mark() {
    let loaded = small(
        r#"(id: "share", name: "Law", category: "all", unit: "done", dynamics: Additive,
            targets: [(form: Done, wording: "by 2013", due: In(2013))])"#,
        r#"actuals: { "share": { 2012: Level(0.0) } }"#,
    );
    let chart = chart_of(&loaded, "share", Mode::Level);
    let years = |name: &str| -> Vec<(f64, bool)> {
        let shapes = layers(&chart, &loaded, name)
            .into_iter()
            .flat_map(|layer| layer.shapes);
        shapes
            .flat_map(|shape| match shape {
                Shape::Marks {
                    points, is_hollow, ..
                } => points.into_iter().map(|(year, _)| (year, is_hollow)).collect(),
                _ => Vec::new(),
            })
            .collect()
    };
    assert_eq!(years("interpolated"), [(2011.0, true)]);
    assert_eq!(years("actual"), [(2010.0, false), (2012.0, false)]);
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
fn stretches_differ_without_colour() {
    let look = |strand: Strand| format!("{:?} {:?} {:?}", strand.stroke(), strand.mark(), strand.width());
    let looks: std::collections::HashSet<String> = Strand::ALL.into_iter().map(look).collect();
    assert_eq!(looks.len(), Strand::ALL.len(), "{looks:?}");
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

#[test]
fn no_divider_stands_over_values_that_rest_on_set_rates() {
    let lever = |id: &str| {
        format!(
            r#"(id: "{id}", name: "{id}", category: "all", unit: "t", base: Some(20.0), dynamics: Growth),"#
        )
    };
    let levers = ["share", "dose", "mix"].map(lever).concat();
    let plan = levers
        + r#"(id: "two", name: "Two", category: "all", unit: "x", dynamics: Derived("share * dose")),
            (id: "all", name: "All", category: "all", unit: "x", dynamics: Derived("share * dose * mix"))"#;
    let last = |scenario: &str, id: &str| {
        let loaded = small(&plan, scenario);
        let chart = chart_of(&loaded, id, Mode::Level);
        let divider = chart.drawing(&loaded.plan, Language::English).divider;
        divider.map(|divider| (divider.at, divider.text))
    };
    let data = r#"actuals: { "share": { 2013: Level(23.0) } }"#;
    // The dose follows the plan's pace: derived in part from the share, which was entered.
    let derived = Some((2013.0, "derived from data to 2013".to_owned()));
    assert_eq!(last(data, "two"), derived);
    // It has a set rate: every value rests on that, with an assumed mix beside it or not.
    let set = format!(r#"rates: {{ "dose": Constant(1.0) }}, {data}"#);
    assert_eq!(last(&set, "two"), None);
    assert_eq!(last(&set, "all"), None);
    // A figure of its own is its data, wherever its levers' end.
    let own = set.replace("{ \"share\"", r#"{ "two": { 2012: Level(450.0) }, "share""#);
    assert_eq!(last(&own, "two"), Some((2012.0, "actual to 2012".to_owned())));
    // All behind it have data for a year after its own: it says both.
    let both = r#"actuals: { "two": { 2012: Level(450.0) }, "share": { 2013: Level(23.0) }, "dose": { 2013: Level(21.0) } }"#;
    let said = "actual to 2012, derived from data to 2013".to_owned();
    assert_eq!(last(both, "two"), Some((2013.0, said)));
    assert_eq!(last("", "two"), None);
}

/// What stands at the brackets of a chart's targets: the years, the value, and what is said.
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
    // Falls are on the lower side, as in the chart: 0.849 is to become 0.79.
    let energy = chart_of(&loaded, "energy-intensity", Mode::Annual);
    let fall = ((0.79_f64 / 0.849).sqrt() - 1.0) * 100.0;
    assert!((energy.targets[0].value - fall).abs() < 1e-9 && energy.targets[0].is_ceiling);
    // Growth is about yearly changes, on average of all of them.
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
            // What is due in every year has to be there in the next.
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
    // The growth asked for is there in 2011, and about half of it in 2012; the base year has none.
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
    // On the way down more is further, and a floor on levels is a ceiling.
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

#[test]
fn marks_without_lines_differ_without_colour() {
    let marks = Strand::ALL.into_iter().map(Strand::lone_mark);
    // Hollow discs are interpolated, hollow squares are targets.
    let taken = [(Form::Circle, true), (Form::Square, true)];
    let looks: std::collections::HashSet<String> =
        marks.chain(taken).map(|mark| format!("{mark:?}")).collect();
    assert_eq!(looks.len(), Strand::ALL.len() + 2, "{looks:?}");
    let done = |scenario: &str| {
        let loaded = small(
            r#"(id: "share", name: "Law", category: "all", unit: "done", dynamics: Additive,
                targets: [(form: Done, wording: "by 2015")])"#,
            scenario,
        );
        let chart = chart_of(&loaded, "share", Mode::Level);
        assert_eq!(
            chart.up(Language::English),
            Axis::Names(vec!["not done".to_owned(), "done".to_owned()])
        );
        let dots = chart.series[0].dots(true);
        let last = dots.last().unwrap();
        (last.form, last.is_hollow)
    };
    let set = done(r#"rates: { "share": Yearly([0.0, 0.0, 0.0, 1.0, 0.0]) }"#);
    let (actual, assumed) = (done(r#"actuals: { "share": { 2015: Level(1.0) } }"#), done(""));
    assert!(set != actual && assumed != set && assumed != actual);
}
