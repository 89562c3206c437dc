//! Exports contain figures as entered, so that they can be imported as actuals; nothing else is marked as entered.

use std::collections::BTreeMap;

use calamine::{Data, Range};
use planpath::export::xlsx::workbook;
use planpath::export::{csv, iamc};
use planpath::text::Language;

use crate::tables::Case;
use crate::tables::workbook::{ACTUALS, sheets};

/// An output with its unit, an intensity as an index, a share in points, and two derived from the first two.
const PLAN: &str = r#"(
    format: 1, id: "small", title: "Small", base_year: 2010, end_year: 2013, source: "A document",
    categories: [(id: "all", name: "All")],
    indicators: [
        (id: "output", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth,
         target: Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: "8%")), iamc: Some("Production|Goods")),
        (id: "intensity", name: "Intensity", category: "all", unit: "index, 2010 = 100", dynamics: Decline,
         target: Some((form: CumulativeDecline(21.0), comparator: MoreThan, wording: "21%"))),
        (id: "share", name: "Share", category: "all", unit: "%", base: Some(48.6), dynamics: Additive,
         target: Some((form: Level(60.0), comparator: AtLeast, wording: "60"))),
        (id: "use", name: "Use", category: "all", unit: "index", dynamics: Derived("output * intensity")),
        (id: "waste", name: "Waste", category: "all", unit: "index", dynamics: Derived("output * intensity * 2")),
    ],
)"#;

/// Figures of all three kinds: two in one year, one before the base year, one in the base year itself, one of a derived
/// indicator; among them a year not entered (2012 of the intensity), and one that is implied (2009 of the output).
const SCENARIO: &str = r#"(format: 2, name: "Trial", plan: "plan.ron", actuals: {
    "output": { 2010: AnnualChange(25), 2011: AnnualChange(10.8) },
    "intensity": { 2008: CumulativeChange(10), 2011: AnnualChange(-3.49), 2013: CumulativeChange(-15.1) },
    "share": { 2011: Level(49.2), 2011: AnnualChange(0.6), 2012: AnnualChange(-0.123456789012345) },
    "use": { 2012: Level(104.5) },
})"#;

/// The content of [`SCENARIO`]: indicator, year, kind, figure.
const ENTERED: [(&str, &str, &str, &str); 9] = [
    ("output", "2010", "annual_change", "25"),
    ("output", "2011", "annual_change", "10.8"),
    ("intensity", "2008", "cumulative_change", "10"),
    ("intensity", "2011", "annual_change", "-3.49"),
    ("intensity", "2013", "cumulative_change", "-15.1"),
    ("share", "2011", "level", "49.2"),
    ("share", "2011", "annual_change", "0.6"),
    // With all its digits, not just twelve.
    ("share", "2012", "annual_change", "-0.123456789012345"),
    ("use", "2012", "level", "104.5"),
];

fn case() -> Case {
    Case::small(PLAN, SCENARIO)
}

type Row = BTreeMap<String, String>;

fn read(bytes: &[u8]) -> Vec<Row> {
    let mut reader = ::csv::Reader::from_reader(bytes);
    reader.deserialize().map(Result::unwrap).collect()
}

/// Entered figures in the order of indicators, years and kinds.
fn sorted<S: AsRef<str>>(figures: impl IntoIterator<Item = [S; 4]>) -> Vec<[String; 4]> {
    let mut figures: Vec<[String; 4]> = figures
        .into_iter()
        .map(|figure| figure.map(|part| part.as_ref().to_owned()))
        .collect();
    figures.sort();
    figures
}

fn expected() -> Vec<[String; 4]> {
    sorted(ENTERED.map(|(id, year, kind, figure)| [id, year, kind, figure]))
}

#[test]
fn the_long_table_tells_entered_figures_from_all_others() {
    let case = case();
    for language in Language::ALL {
        let rows = read(&csv::long(&case.material(language), false).unwrap());
        let marked = rows.iter().filter(|row| !row["entered_as"].is_empty());
        let found = sorted(marked.clone().map(|row| {
            [
                &row["indicator"],
                &row["year"],
                &row["entered_as"],
                &row["entered"],
            ]
        }));
        assert_eq!(found, expected());
        assert!(marked.clone().all(|row| row["path"] != "plan"));
        assert!(
            rows.iter()
                .all(|row| row["entered"].is_empty() == row["entered_as"].is_empty())
        );
        // One level per indicator, path and year, even if a year has two figures.
        let mut keys: Vec<[&String; 3]> = rows
            .iter()
            .filter(|row| row["path"] != "entered")
            .map(|row| [&row["indicator"], &row["path"], &row["year"]])
            .collect();
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
        // Five indicators, four years, two paths; 2009 of the output and 2008 of the intensity; a second figure.
        assert_eq!((count, rows.len()), (5 * 4 * 2 + 2, 5 * 4 * 2 + 2 + 1));
    }
}

#[test]
fn rows_of_the_long_table_have_the_level_that_follows_beside_the_figure() {
    let case = case();
    let rows = read(&csv::long(&case.material(Language::English), false).unwrap());
    let row = |indicator: &str, path: &str, year: &str| {
        let found = rows.iter().find(|row| {
            [&row["indicator"], &row["path"], &row["year"]]
                .iter()
                .eq(&[indicator, path, year])
        });
        let row = found.unwrap_or_else(|| panic!("no {indicator} {path} {year}"));
        ["level", "origin", "entered_as", "entered"].map(|column| row[column].as_str())
    };
    // 100 / 1.25 = 80 the year before: implied, not entered.
    assert_eq!(row("output", "scenario", "2009"), ["80", "actual", "", ""]);
    assert_eq!(
        row("output", "scenario", "2010"),
        ["100", "base", "annual_change", "25"]
    );
    assert_eq!(
        row("intensity", "scenario", "2008"),
        ["110", "actual", "cumulative_change", "10"]
    );
    // 100 · (1 − 3.49 %)
    assert_eq!(
        row("intensity", "scenario", "2011"),
        ["96.51", "actual", "annual_change", "-3.49"]
    );
    assert_eq!(
        row("intensity", "scenario", "2012")[1..],
        ["interpolated", "", ""]
    );
    assert_eq!(
        row("share", "scenario", "2011"),
        ["49.2", "actual", "level", "49.2"]
    );
    assert_eq!(
        row("share", "entered", "2011"),
        ["", "actual", "annual_change", "0.6"]
    );
    assert_eq!(row("waste", "scenario", "2011")[1..], ["implied", "", ""]);
}

#[test]
fn the_wide_table_has_a_row_for_each_kind_of_figure() {
    let case = case();
    let material = case.material(Language::English);
    let rows = read(&csv::wide(&material, false).unwrap());
    let is_year = |column: &str| column.parse::<i32>().is_ok();
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| row["path"] == "entered") {
        for (year, cell) in row
            .iter()
            .filter(|(column, cell)| is_year(column) && !cell.is_empty())
        {
            found.push([&row["indicator"], year, &row["entered_as"], cell]);
            assert_eq!(row[&format!("origin_{year}")], "actual");
        }
        assert_eq!(row["path_name"], "Trial");
    }
    assert_eq!(sorted(found), expected());
    let kinds: Vec<[&str; 3]> = rows
        .iter()
        .filter(|row| row["path"] == "entered")
        .map(|row| ["indicator", "entered_as", "unit"].map(|column| row[column].as_str()))
        .collect();
    assert_eq!(
        kinds,
        [
            ["output", "annual_change", "% a year"],
            ["intensity", "cumulative_change", "% since 2010"],
            ["intensity", "annual_change", "% a year"],
            ["share", "level", "%"],
            ["share", "annual_change", "points a year"],
            ["use", "level", "index, 2010 = 100"],
        ]
    );
    assert!(
        rows.iter()
            .all(|row| row["entered_as"].is_empty() == (row["path"] != "entered"))
    );
    // Only the scenario has levels before the base year.
    let past = |path: &str| {
        let row = rows
            .iter()
            .find(|row| row["indicator"] == "intensity" && row["path"] == path);
        ["2008", "2009", "origin_2008"].map(|column| row.unwrap()[column].as_str())
    };
    assert_eq!(past("scenario"), ["110", "", "actual"]);
    assert_eq!(past("plan"), ["", "", ""]);
}

#[test]
fn two_figures_of_one_kind_and_year_have_a_row_each() {
    let scenario = r#"(format: 1, name: "Trial", plan: "plan.ron",
        actuals: { "share": { 2011: Level(49.23), 2011: Level(49.2), 2012: Level(50) } })"#;
    let case = Case::small(PLAN, scenario);
    let rows = read(&csv::wide(&case.material(Language::English), false).unwrap());
    let entered = rows.iter().filter(|row| row["path"] == "entered");
    let figures: Vec<[&str; 2]> = entered
        .map(|row| ["2011", "2012"].map(|year| row[year].as_str()))
        .collect();
    assert_eq!(figures, [["49.23", "50"], ["49.2", ""]]);
}

#[test]
fn tables_without_actuals_have_no_rows_and_no_years_for_them() {
    let case = Case::small(PLAN, r#"(format: 1, name: "Trial", plan: "plan.ron")"#);
    let material = case.material(Language::English);
    let (long, wide) = (
        csv::long(&material, false).unwrap(),
        csv::wide(&material, false).unwrap(),
    );
    for rows in [read(&long), read(&wide)] {
        assert!(
            rows.iter()
                .all(|row| row["path"] != "entered" && row["entered_as"].is_empty())
        );
    }
    let head = String::from_utf8(wide).unwrap();
    assert!(
        head.starts_with("indicator,name,unit,path,path_name,entered_as,2010,2011,2012,2013,origin_2010,")
    );
    let iamc = read(&iamc::long(&material, "China").unwrap());
    assert!(iamc.iter().all(|row| row["Scenario"] == "Trial"));
}

/// Indicator or variable, year, level.
type Levels = Vec<(String, String, f64)>;

fn levels(rows: &[Row]) -> Levels {
    let cells = rows
        .iter()
        .map(|row| (row["Variable"].clone(), row["Year"].clone(), row["Value"].clone()));
    cells
        .map(|(variable, year, value)| (variable, year, value.parse().unwrap()))
        .collect()
}

#[test]
fn what_has_happened_stands_under_a_scenario_of_its_own() {
    let case = case();
    let material = case.material(Language::English);
    let rows = read(&iamc::long(&material, "China").unwrap());
    let (historical, own): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row["Scenario"] == "historical");
    let expected = [
        ("Production|Goods", "2009", 80.0),
        // 100 · 1.108
        ("Production|Goods", "2011", 110.8),
        ("Indicator [Intensity]", "2008", 110.0),
        ("Indicator [Intensity]", "2011", 96.51),
        ("Indicator [Intensity]", "2013", 84.9),
        ("Indicator [Share]", "2011", 49.2),
        ("Indicator [Share]", "2012", 49.2 - 0.123_456_789_012_345),
        ("Indicator [Use]", "2012", 104.5),
    ];
    let found = levels(&historical);
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((variable, year, level), (name, in_year, value)) in found.iter().zip(expected) {
        assert_eq!((variable.as_str(), year.as_str()), (name, in_year));
        assert!((level - value).abs() < 1e-9, "{name} {year}: {level}");
    }
    // Each is the scenario's own level, in the same unit.
    for row in &historical {
        let same = own.iter().find(|other| {
            ["Model", "Region", "Variable", "Unit", "Year", "Value"]
                .iter()
                .all(|column| row[*column] == other[*column])
        });
        assert!(same.is_some(), "{row:?}");
    }
    let of_intensity = historical
        .iter()
        .find(|row| row["Variable"] == "Indicator [Intensity]")
        .unwrap();
    assert_eq!(of_intensity["Unit"], "index, 2010 = 100");
    assert_eq!(of_intensity["Origin"], "2008 actual, 2011 actual, 2013 actual");
}

#[test]
fn a_scenario_that_is_called_historical_is_told_apart() {
    for name in ["historical", "Historical", " HISTORICAL"] {
        let scenario = SCENARIO.replace("\"Trial\"", &format!("{name:?}"));
        let case = Case::small(PLAN, &scenario);
        let material = case.material(Language::English);
        let rows = read(&iamc::wide(&material, "China").unwrap());
        let count = |wanted: &str| rows.iter().filter(|row| row["Scenario"] == wanted).count();
        assert_eq!((count(&format!("\"{name}\"")), count("historical")), (5, 4));
        assert_eq!(rows.len(), 9);
        // Quotation marks as part of the text: CSV's own would be stripped.
        assert!(
            rows.iter()
                .filter(|row| row["Scenario"] == "historical")
                .all(|row| row["2010"].is_empty())
        );
    }
}

/// The figures of a sheet, read as documented, without knowing names or languages.
fn marked(values: &Range<Data>) -> Vec<[String; 4]> {
    let (_, last) = values.end().unwrap();
    let shown = |row: &[Data], at: usize| row.get(at).map_or(String::new(), ToString::to_string);
    let (id, kind) = (usize::try_from(last).unwrap() - 1, usize::try_from(last).unwrap());
    let (mut years, mut found) = (Vec::new(), Vec::new());
    let (start, end) = ((0, 0), values.end().unwrap());
    for row in values.range(start, end).rows() {
        if (shown(row, id).as_str(), shown(row, kind).as_str()) == ("indicator", "entered_as") {
            years = row.to_vec();
            continue;
        }
        for (year, cell) in years.iter().zip(row) {
            if let (Data::Float(year), Data::Float(figure)) = (year, cell)
                && !shown(row, kind).is_empty()
            {
                found.push([
                    shown(row, id),
                    year.to_string(),
                    shown(row, kind),
                    figure.to_string(),
                ]);
            }
        }
    }
    found
}

#[test]
fn the_workbook_has_every_figure_on_one_sheet_that_programs_recognize() {
    let case = case();
    for language in Language::ALL {
        let sheets = sheets(&workbook(&case.material(language)).unwrap());
        for (n, (name, values, _)) in sheets.iter().enumerate() {
            if n == ACTUALS {
                assert_eq!(sorted(marked(values)), expected(), "{name}");
            } else {
                let has_mark = |(.., value): (usize, usize, &Data)| matches!(value, Data::String(text) if text == "entered_as");
                assert!(!values.used_cells().any(has_mark), "{name}");
            }
        }
    }
}

#[test]
fn a_level_that_does_not_count_is_in_the_workbook_all_the_same() {
    // The change was entered first; the level agrees up to rounding: 100 · 1.2104 = 121.04.
    let scenario = r#"(format: 1, name: "Trial", plan: "plan.ron",
        actuals: { "output": { 2012: CumulativeChange(21.04), 2012: Level(121.0) } })"#;
    let case = Case::small(PLAN, scenario);
    let sheets = sheets(&workbook(&case.material(Language::Chinese)).unwrap());
    let figures = [
        ["output", "2012", "cumulative_change", "21.04"],
        ["output", "2012", "level", "121"],
    ];
    assert_eq!(marked(&sheets[ACTUALS].1), figures);
}
