//! The data format of the Integrated Assessment Modeling Consortium. The peer tests check that pyam reads it.

use std::collections::BTreeSet;

use planpath::export::iamc::{self, DEFAULT_REGION, HISTORICAL, label};
use planpath::text::Language;

use crate::tables::{Case, every_kind, shipped};

fn read(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = ::csv::Reader::from_reader(bytes);
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    (head, rows)
}

/// The scenario's own rows, without historical ones.
fn own(rows: &[Vec<String>]) -> Vec<&Vec<String>> {
    rows.iter().filter(|row| row[1] != HISTORICAL).collect()
}

#[test]
fn both_shapes_have_the_same_series() {
    let case = every_kind("Trial", 10.0);
    let material = case.material(Language::English);
    let (head, long) = read(&iamc::long(&material, DEFAULT_REGION).unwrap());
    assert_eq!(
        head,
        [
            "Model", "Scenario", "Region", "Variable", "Unit", "Origin", "Year", "Value"
        ]
    );
    let model = concat!("Planpath ", env!("CARGO_PKG_VERSION"));
    // The first year grows by a tenth, which is 110.00000000000001 in floating point.
    let labels = [model, "Trial", "China", "Production|Goods", "t"];
    let found = long
        .iter()
        .find(|row| row[..5] == labels && row[6] == "2011")
        .unwrap();
    assert_eq!(found[7], "110");
    let (head, wide) = read(&iamc::wide(&material, DEFAULT_REGION).unwrap());
    assert_eq!(head[6..], ["2010", "2011", "2012"]);
    for row in &wide {
        for (year, value) in head[6..].iter().zip(&row[6..]) {
            let same = long
                .iter()
                .find(|other| other[..6] == row[..6] && other[6] == *year);
            assert_eq!(same.map_or("", |same| same[7].as_str()), *value);
        }
    }
    // Eight indicators, one of which has no levels; and one actual.
    assert_eq!((own(&wide).len(), wide.len()), (7, 8));
    assert_eq!((own(&long).len(), long.len()), (7 * 3, 7 * 3 + 1));
}

#[test]
fn an_indicator_without_a_name_of_its_own_stands_in_brackets() {
    let case = every_kind("Trial", 10.0);
    let (_, rows) = read(&iamc::wide(&case.material(Language::Chinese), "Guangdong").unwrap());
    assert!(rows.iter().any(|row| row[3] == "Indicator [Intensity]"));
    assert!(rows.iter().all(|row| row[2] == "Guangdong"));
}

#[test]
fn each_variable_of_the_built_in_plan_is_told_apart_in_plain_signs() {
    for name in shipped() {
        let case = Case::shipped(&name);
        let english = read(&iamc::wide(&case.material(Language::English), DEFAULT_REGION).unwrap()).1;
        let chinese = read(&iamc::wide(&case.material(Language::Chinese), DEFAULT_REGION).unwrap()).1;
        let variables: BTreeSet<&String> = english.iter().map(|row| &row[3]).collect();
        assert_eq!(variables.len(), own(&english).len());
        for (row, other) in english.iter().zip(&chinese) {
            assert!(row[3].is_ascii() && row[4].is_ascii(), "{row:?}");
            assert!(!row[3].starts_with("Indicator ["), "{row:?}");
            assert_eq!(
                row[2..],
                other[2..],
                "only the scenario's name depends on the language"
            );
        }
        assert!(english.iter().any(|row| row[3] == "Value Added|Industry"));
    }
}

#[test]
fn names_that_programs_misread_stand_in_quotation_marks() {
    for name in [
        "None", "NA", "null", "nan", "N/A", "", "2015", "1e5", "True", "=1+1", "-x", " NA ",
    ] {
        assert_eq!(label(name), format!("\"{name}\""));
    }
    for name in [
        "China",
        "Plan on schedule",
        "按规划推进",
        "Nonesuch",
        "A \"quoted\" name",
        "5 %",
    ] {
        assert_eq!(label(name), name);
    }
}

#[test]
fn a_variable_says_what_its_values_rest_on_and_what_was_before_the_base_year() {
    let case = Case::text(
        r#"(format: 2, name: "Trial", plan: "industrial-upgrading-2011-2015", actuals: {
            "energy-intensity": { 2008: CumulativeChange(10), 2011: AnnualChange(-3), 2013: CumulativeChange(-15) },
        })"#,
    );
    let material = case.material(Language::English);
    let (head, wide) = read(&iamc::wide(&material, DEFAULT_REGION).unwrap());
    assert_eq!(
        head[6..],
        ["2008", "2010", "2011", "2012", "2013", "2014", "2015"]
    );
    let energy = wide.iter().find(|row| !row[6].is_empty()).unwrap();
    assert_eq!(
        energy[5],
        "2008 actual, 2010 base, 2011 actual, 2012 interpolated, 2013 actual, 2014-2015 assumed"
    );
    let (_, long) = read(&iamc::long(&material, DEFAULT_REGION).unwrap());
    let of_energy = own(&long).into_iter().filter(|row| row[3] == energy[3]);
    assert_eq!(of_energy.clone().count(), 7);
    // The same text in all rows of a variable: otherwise programs see separate series.
    assert!(of_energy.clone().all(|row| row[5] == energy[5]));
    assert!(wide.iter().all(|row| !row[5].is_empty()));
}
