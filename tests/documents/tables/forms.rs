//! The workbook of a plan with every form of target: bands, milestones, targets due in every year, several targets of
//! one indicator. `tests/peers/follow_workbook.py` checks what happens when it is edited.

use std::collections::HashMap;
use std::fs;

use calamine::{Data, Range};
use planpath::export::csv;
use planpath::export::xlsx::workbook;
use planpath::text::Language;
use planpath::wording::target_in_words;

use crate::tables::workbook::{
    CHARTS, LEVERS, PROGRESS, SCORECARD, Sheets, formula, number, row_of, sheets, text,
};
use crate::tables::{Case, root};

fn every_form() -> Case {
    let plan = fs::read_to_string(root().join("tests/peers/every-form.ron")).unwrap();
    let scenario = r#"(format: 1, name: "Trial", plan: "plan.ron", rates: {
        "cover": Yearly([-1.0, -6.0, 1.0, 0.0, 5.0]),
    }, actuals: { "price": { 2012: Level(11.0) }, "trade": { 2011: Level(53.0) } })"#;
    Case::small(&plan, scenario)
}

fn english(case: &Case) -> Sheets {
    sheets(&workbook(&case.material(Language::English)).unwrap())
}

/// The column with this heading.
fn column(values: &Range<Data>, head: &str) -> u32 {
    let row = row_of(values, "Indicator");
    (0..20)
        .find(|column| matches!(values.get_value((row, *column)), Some(Data::String(text)) if text == head))
        .unwrap_or_else(|| panic!("no column {head:?}"))
}

#[test]
fn every_target_has_its_row_with_figures_to_change() {
    let case = every_form();
    let sheets = english(&case);
    let (_, values, formulas) = &sheets[SCORECARD];
    let plan = &case.loaded.plan;
    let at = |head| column(values, head);
    for ((ix, indicator, target), judged) in plan.targets().zip(case.evaluation.assessments()) {
        let name = target_in_words(plan, ix, Language::English);
        let row = row_of(values, &name);
        let close = |head, expected: f64| {
            let found = number(values, row, at(head));
            assert!(
                (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
                "{name} {head}: {found}"
            );
        };
        close("Target figure", target.form.value());
        if let Some(upper) = target.form.upper() {
            close("Upper limit", upper);
            assert_eq!(formula(formulas, row, at("Upper limit")), "");
        }
        close("Projected", judged.projected.unwrap());
        close("Gap", judged.gap.unwrap());
        close("Progress", judged.progress.unwrap());
        close("Year", f64::from(judged.year));
        for head in ["Projected", "Gap", "Progress", "Status", "Level that meets it"] {
            assert_ne!(
                formula(formulas, row, at(head)),
                "",
                "{}: {head} follows",
                indicator.id
            );
        }
    }
    // 64, 58, 59, 59, 64: the worst year for a target due in every year.
    let cover = row_of(values, "Cover, every year");
    assert!((number(values, cover, at("Year")) - 2012.0).abs() < 1e-12);
    assert_eq!(text(values, row_of(values, "Price"), 1), "12–16 %");
}

#[test]
fn even_rates_follow_from_one_due_year_to_the_next() {
    let case = every_form();
    let sheets = english(&case);
    let (_, values, formulas) = &sheets[LEVERS];
    // 9 % in two years, then to 21 % in three.
    let row = row_of(values, "Intensity");
    assert!((number(values, row, 3) - (1.0 - 0.91_f64.sqrt()) * 100.0).abs() < 1e-9);
    assert!((number(values, row, 5) - (1.0 - (0.79_f64 / 0.91).cbrt()) * 100.0).abs() < 1e-9);
    assert!(formula(formulas, row, 5).starts_with("'Workings'!"));
}

#[test]
fn the_chart_has_a_line_for_every_target() {
    let case = every_form();
    let (_, values, formulas) = &english(&case)[CHARTS];
    for name in [
        "Target for every year: at least 4 % a year",
        "Target for 2015: at least 70",
        "Target for 2012: at least 58",
        "Target for 2015: 12–16 %, lower limit",
        "Target for 2015: 12–16 %, upper limit",
    ] {
        let row = row_of(values, name);
        assert!(
            formula(formulas, row, 0).contains("'Targets'!B"),
            "{name} follows the scorecard"
        );
    }
    // A target is marked in its year: 2012 is in column E, 2015 in column H.
    let shown = |name: &str| {
        let row = row_of(values, name);
        [2, 3, 4, 5, 6, 7].map(|column| matches!(values.get_value((row, column)), Some(Data::Float(_))))
    };
    assert_eq!(
        shown("Target for 2015: at least 70"),
        [false, false, false, false, false, true]
    );
    assert_eq!(
        shown("Target for 2012: at least 58"),
        [false, false, true, false, false, false]
    );
    let row = row_of(values, "Target for 2012: at least 58");
    assert!((number(values, row, 4) - 58.0).abs() < 1e-12);
}

#[test]
fn a_needed_rate_is_enough_as_it_is_shown() {
    let case = every_form();
    let (_, values, formulas) = &english(&case)[PROGRESS];
    let row = row_of(values, "Trade, 2012");
    let needed = column(values, "Needed a year");
    // From 53 to 58 in one year: 9.434 % is shown as 9.44.
    assert!((number(values, row, needed) - 9.44).abs() < 1e-12);
    assert!(formula(formulas, row, needed).contains("ROUNDUP("));
    // Half of the way is due after one of two years.
    assert!((number(values, row, column(values, "Due by then")) - 0.5).abs() < 1e-12);
    let price = row_of(values, "Price");
    // From 11 to the lower limit of 12 in three years: 0.3333 points, shown as 0.34.
    assert!((number(values, price, needed) - 0.34).abs() < 1e-12);
}

#[test]
fn the_table_of_targets_has_both_limits_and_the_worst_year() {
    let case = every_form();
    let bytes = csv::scorecard(&case.material(Language::English), false).unwrap();
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    let rows: Vec<HashMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let row = |id: &str| rows.iter().find(|row| row["indicator"] == id).unwrap();
    let cells =
        |id: &str| ["comparator", "target", "target_upper", "due", "year"].map(|cell| row(id)[cell].as_str());
    // A band has two figures and no comparator; a task has neither.
    assert_eq!(cells("price"), ["", "12", "16", "2015", ""]);
    assert_eq!(cells("network"), ["", "1", "", "2013", ""]);
    // 65, then 64, 58, 59, 59, 64: 2012 is the furthest below 60.
    assert_eq!(cells("cover"), ["at_least", "60", "", "each_year", "2012"]);
}

#[test]
fn entered_changes_are_in_the_unit_of_their_indicator() {
    let plan = fs::read_to_string(root().join("tests/peers/every-form.ron")).unwrap();
    let scenario = r#"(format: 2, name: "Trial", plan: "plan.ron", actuals: {
        "parks": { 2011: AnnualChange(1.0), 2012: CumulativeChange(2.0) },
        "price": { 2011: AnnualChange(1.0), 2012: CumulativeChange(2.0) },
    })"#;
    let case = Case::small(&plan, scenario);
    let bytes = csv::wide(&case.material(Language::English), false).unwrap();
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    let rows: Vec<HashMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let unit = |id: &str, kind: &str| {
        let row = rows
            .iter()
            .find(|row| row["indicator"] == id && row["entered_as"] == kind);
        row.unwrap()["unit"].clone()
    };
    assert_eq!(unit("parks", "annual_change"), "parks a year");
    assert_eq!(unit("parks", "cumulative_change"), "parks from 2010");
    assert_eq!(unit("price", "annual_change"), "points a year");
    assert_eq!(unit("price", "cumulative_change"), "points from 2010");
}

#[test]
fn the_head_of_the_targets_says_on_what_those_met_depend() {
    let case = every_form();
    let (_, values, _) = &english(&case)[SCORECARD];
    let count = case.evaluation.counts(&case.loaded.plan).all;
    let said = format!(
        "Of those met, {} would be met at set rates and {} at least in part on the plan's pace. Resting in part on an assumption: {}",
        count.met_on_set, count.met_on_plan, count.partly_assumed
    );
    let head = text(values, 4, 0);
    assert!(head.ends_with(&said), "{head}\n{said}");
}

#[test]
fn the_lines_of_a_chart_tell_what_is_known_until_when() {
    let plan = r#"(format: 2, id: "small", title: "Small", base_year: 2010, end_year: 2015, source: "s",
        categories: [(id: "all", name: "All")], headline: ["sum", "mix"], indicators: [
        (id: "part", name: "Part", category: "all", unit: "t", base: Some(20.0), dynamics: Growth),
        (id: "whole", name: "Whole", category: "all", unit: "t", base: Some(100.0), dynamics: Growth),
        (id: "other", name: "Other", category: "all", unit: "t", base: Some(10.0), dynamics: Growth),
        (id: "sum", name: "Sum", category: "all", unit: "t", dynamics: Derived("part + whole")),
        (id: "mix", name: "Mix", category: "all", unit: "t", dynamics: Derived("part + other")),
    ])"#;
    let scenario = r#"(format: 2, name: "Trial", plan: "plan.ron", actuals: {
        "part": { 2012: Level(26.0) }, "whole": { 2012: Level(104.0) } })"#;
    let case = Case::small(plan, scenario);
    let (_, values, formulas) = &english(&case)[CHARTS];
    // The rows under an indicator's name, and the years they show.
    let shown = |indicator: &str, name: &str| {
        let top = row_of(values, indicator);
        let row = (top + 1..top + 40)
            .find(|row| text(values, *row, 0) == name)
            .unwrap();
        let is_there = |column: &u32| matches!(values.get_value((row, *column)), Some(Data::Float(_)));
        let years: Vec<u32> = (2..=7).filter(is_there).map(|column| 2008 + column).collect();
        (years, formula(formulas, row, 0).contains("MAX("))
    };
    // 2011 lies between data, 2012 follows from data: the line leads there, the hollow mark does not.
    assert_eq!(shown("Sum", "Interpolated"), (vec![2010, 2011, 2012], false));
    assert_eq!(shown("Sum", "Interpolated, to 2011"), (vec![2011], true));
    assert_eq!(shown("Sum", "derived, to 2012"), (vec![2012], true));
    // The other part is assumed, but what rests on data is still not a projection.
    let (years, _) = shown("Mix", "derived from data, partly assumed, to 2012");
    assert_eq!(years, [2010, 2011, 2012]);
    assert_eq!(shown("Mix", "partly assumed").0, Vec::<u32>::new());
}
