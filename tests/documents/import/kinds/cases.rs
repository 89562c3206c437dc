//! Tables that were once misread, from `tests/documents/import/cases`.

use std::path::Path;

use planpath::file::read_sheets;
use planpath::scenario::import::{Options, Preview};

use super::{is, read_sheets_with};

fn case(name: &str) -> Preview {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/documents/import/cases")
        .join(name);
    let sheets = read_sheets(&path).unwrap_or_else(|failure| panic!("{failure}"));
    read_sheets_with(&sheets, &Options::default())
}

#[track_caller]
fn reads(name: &str, expected: &[(&str, i32, char, f64)]) {
    let preview = case(name);
    assert_eq!(preview.questions, [], "{name}");
    is(&preview, expected, name);
}

/// One indicator's figures of 2011, 2012 and 2013.
fn years(id: &'static str, kind: char, values: [f64; 3]) -> Vec<(&'static str, i32, char, f64)> {
    (2011..)
        .zip(values)
        .map(|(year, value)| (id, year, kind, value))
        .collect()
}

const STEEL: [f64; 3] = [49.2, 45.9, 39.4];
const GROWTH: [f64; 3] = [10.8, 7.9, 7.6];

#[test]
fn a_fall_named_so_with_a_minus() {
    reads(
        "fall-named-with-minus.csv",
        &years("energy-intensity", 'a', [-3.49, -5.9, -4.9]),
    );
    let notes: Vec<&str> = case("fall-named-with-minus.csv")
        .notes
        .iter()
        .map(|note| note.says.id())
        .collect();
    assert!(notes.contains(&"import-note-signs-kept"));
}

#[test]
fn units_in_names() {
    reads(
        "units-in-names.csv",
        &[
            years("value-added", 'l', [18.84702, 19.96707, 21.06894]),
            years("steel-unit-energy", 'l', [602.0, 603.0, 592.0]),
            years("steel-cr10", 'l', STEEL),
        ]
        .concat(),
    );
}

#[test]
fn the_year_before_at_100() {
    reads(
        "previous-year-100.csv",
        &[
            years("value-added", 'a', GROWTH),
            years("energy-intensity", 'a', [-3.5, -5.9, -4.9]),
        ]
        .concat(),
    );
}

#[test]
fn years_with_a_blank() {
    let mut expected = [
        years("value-added", 'a', GROWTH),
        years("steel-cr10", 'l', STEEL),
        years("energy-intensity", 'a', [-3.5, -5.9, -4.9]),
    ]
    .concat();
    expected.extend([
        ("solid-waste-utilisation", 2012, 'l', 62.1),
        ("solid-waste-utilisation", 2013, 'l', 62.8),
    ]);
    reads("year-with-blank-gbk.csv", &expected);
}

#[test]
fn one_record_a_line() {
    reads(
        "long-table.csv",
        &[
            ("value-added", 2013, 'l', 20.6),
            ("steel-unit-energy", 2013, 'l', 592.0),
            ("aluminium-unit-power", 2013, 'l', 13740.0),
            ("ethylene-unit-energy", 2013, 'l', 879.0),
        ],
    );
}

#[test]
fn decimal_commas() {
    reads(
        "decimal-commas.csv",
        &[
            years("value-added", 'l', [17.664, 19.077, 20.603]),
            years("steel-cr10", 'l', STEEL),
            years("steel-unit-energy", 'l', [602.125, 603.5, 592.25]),
        ]
        .concat(),
    );
}

#[test]
fn two_columns_a_year() {
    reads(
        "merged-year-headings.xlsx",
        &[
            ("energy-intensity", 2011, 'a', -3.49),
            ("energy-intensity", 2012, 'a', -5.9),
            ("steel-cr10", 2011, 'l', 49.2),
            ("steel-cr10", 2012, 'l', 45.9),
        ],
    );
}

#[test]
fn minus_in_brackets() {
    reads(
        "negative-in-parentheses.csv",
        &[
            years("energy-intensity", 'a', [-3.49, -5.9, -4.9]),
            years("steel-cr10", 'l', STEEL),
        ]
        .concat(),
    );
}

#[test]
fn cells_that_end_in_tabs() {
    reads(
        "cells-ending-in-tab.csv",
        &[years("value-added", 'a', GROWTH), years("steel-cr10", 'l', STEEL)].concat(),
    );
}

#[test]
fn percent_cells_of_old_workbooks() {
    reads(
        "percent-cells.xls",
        &[
            years("steel-cr10", 'l', STEEL),
            years("energy-intensity", 'a', [-3.49, -5.9, -4.9]),
        ]
        .concat(),
    );
}

#[test]
fn years_that_are_dates() {
    reads("years-as-dates.xlsx", &years("steel-cr10", 'l', STEEL));
}

#[test]
fn a_web_page_that_calls_itself_a_workbook() {
    reads(
        "html-named-xls.xls",
        &[("steel-cr10", 2011, 'l', 49.2), ("steel-cr10", 2012, 'l', 45.9)],
    );
}
