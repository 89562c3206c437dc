//! What a line rests on.

use super::*;

#[test]
fn stretches_and_marks_tell_what_a_line_rests_on() {
    let loaded = example("mid-term-2013");
    let strands = |id: &str| {
        let chart = chart_of(&loaded, id, Mode::Level);
        let series = chart.scenario().unwrap();
        let strands = series.strands().into_iter();
        let strands: Vec<(LineStretch, usize)> =
            strands.map(|(strand, points)| (strand, points.len())).collect();
        let dots: Vec<(i32, bool)> = series
            .dots(false)
            .iter()
            .map(|dot| (dot.point.year, dot.is_hollow))
            .collect();
        (strands, dots)
    };
    // 2011 and 2013 were entered. Assumed values have a hollow mark at the end.
    let (energy, marks) = strands("energy-intensity");
    assert_eq!(energy, [(LineStretch::Known, 4), (LineStretch::Assumed, 3)]);
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
    assert_eq!(
        emissions,
        [(LineStretch::DerivedInPart, 4), (LineStretch::Assumed, 3)]
    );
    assert_eq!(marks, [(2010, false), (2015, true)]);
    let (untouched, _) = strands("cod");
    assert_eq!(untouched, [(LineStretch::Assumed, 6)]);
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
    // Values between two entered years are not entered; the line leads up to the base year.
    let past = chart.past_points();
    assert_eq!((past[0], *past.last().unwrap()), ((2007.0, 35.0), (2010.0, 40.0)));
    assert!(chart.value_range().0 < 35.0);
    let table = chart.as_table(Language::English);
    assert!(table.contains("\n2007\t35\tactual\n"), "{table}");
    let drawing = chart.drawing(&loaded.plan, Language::English);
    assert_eq!(drawing.across, FigureAxis::Years(2007, 2015));
    // Progress counts from the base year, and changes are on the year before.
    assert_eq!(
        chart_of(&loaded, "share", Mode::Cumulative).history[0],
        (2007, -5.0)
    );
    assert!(chart_of(&loaded, "share", Mode::Progress).history.is_empty());
}

#[test]
fn a_yearly_rate_is_actual_only_between_two_actuals() {
    // 2011 and 2013 were entered, so 2012 is interpolated, and one end of the rate of 2013 was not entered.
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
        // From energy intensity, entered for 2013; nothing was entered for emissions.
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
fn stretches_differ_without_colour() {
    let look =
        |strand: LineStretch| format!("{:?} {:?} {:?}", strand.stroke(), strand.mark(), strand.width());
    let looks: std::collections::HashSet<String> = LineStretch::ALL.into_iter().map(look).collect();
    assert_eq!(looks.len(), LineStretch::ALL.len(), "{looks:?}");
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
    // It has a set rate: every value rests on that, whether or not an assumed mix comes in.
    let set = format!(r#"rates: {{ "dose": Constant(1.0) }}, {data}"#);
    assert_eq!(last(&set, "two"), None);
    assert_eq!(last(&set, "all"), None);
    // A figure of its own is its data, wherever the data of its levers end.
    let own = set.replace("{ \"share\"", r#"{ "two": { 2012: Level(450.0) }, "share""#);
    assert_eq!(last(&own, "two"), Some((2012.0, "actual to 2012".to_owned())));
    // All its inputs have data for a later year than its own: it says both.
    let both = r#"actuals: { "two": { 2012: Level(450.0) }, "share": { 2013: Level(23.0) }, "dose": { 2013: Level(21.0) } }"#;
    let said = "actual to 2012, derived from data to 2013".to_owned();
    assert_eq!(last(both, "two"), Some((2013.0, said)));
    assert_eq!(last("", "two"), None);
}

#[test]
fn marks_without_lines_differ_without_colour() {
    let marks = LineStretch::ALL.into_iter().map(LineStretch::lone_mark);
    // Hollow discs are interpolated, hollow squares are targets.
    let taken = [(MarkShape::Circle, true), (MarkShape::Square, true)];
    let looks: std::collections::HashSet<String> =
        marks.chain(taken).map(|mark| format!("{mark:?}")).collect();
    assert_eq!(looks.len(), LineStretch::ALL.len() + 2, "{looks:?}");
    let done = |scenario: &str| {
        let loaded = small(
            r#"(id: "share", name: "Law", category: "all", unit: "done", dynamics: Additive,
                targets: [(form: Done, wording: "by 2015")])"#,
            scenario,
        );
        let chart = chart_of(&loaded, "share", Mode::Level);
        assert_eq!(
            chart.up(Language::English),
            FigureAxis::Names(vec!["not done".to_owned(), "done".to_owned()])
        );
        let dots = chart.series[0].dots(true);
        let last = dots.last().unwrap();
        (last.form, last.is_hollow)
    };
    let set = done(r#"rates: { "share": Yearly([0.0, 0.0, 0.0, 1.0, 0.0]) }"#);
    let (actual, assumed) = (done(r#"actuals: { "share": { 2015: Level(1.0) } }"#), done(""));
    assert!(set != actual && assumed != set && assumed != actual);
}
