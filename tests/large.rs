//! Large and awkward input is told from good input in time that grows with its size. What takes how long in the real program,
//! tests/limits shows; here limits are generous, only to end a hang.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use planpath::file::{Failure, list, nearest, sheets_of_bytes};
use planpath::plan::{BUILT_IN, Plan, built_in, read_text};
use planpath::scenario::Scenario;
use planpath::scenario::import::{Options, look};
use planpath::text::Language;

const LIMIT: Duration = Duration::from_secs(40);

fn plan(indicators: &str) -> Result<Plan, Failure> {
    read_text(
        "large.ron",
        &format!(
            r#"(format: 1, id: "large", title: "x", base_year: 2010, end_year: 2015, source: "x",
categories: [(id: "only", name: "x")], indicators: [
{indicators}])"#
        ),
    )
}

fn lever(id: &str) -> String {
    format!(
        "(id: \"{id}\", name: \"v\", category: \"only\", scope: \"x\", unit: \"x\", base: Some(16.0), dynamics: Growth, source: \"x\"),\n"
    )
}

#[test]
fn very_many_unknown_ids_are_counted_and_only_the_first_described() {
    const COUNT: usize = 20_000;
    let start = Instant::now();
    let mut text = lever("v");
    for n in 0..COUNT {
        writeln!(
            text,
            r#"(id: "d{n}", name: "d", category: "only", scope: "x", unit: "x", dynamics: Derived("w{n} * x{n}"), source: "x"),"#
        )
        .unwrap();
    }
    let Err(Failure::Invalid(invalid)) = plan(&text) else {
        panic!("there is no w0")
    };
    assert_eq!(invalid.diagnostics.len(), 20);
    assert_eq!(invalid.more, COUNT - 20);
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn ids_fit_into_names_of_files() {
    assert!(plan(&lever(&"v".repeat(100))).is_ok());
    assert!(plan(&lever(&"v".repeat(101))).is_err());
}

/// The renderer gets the lines that it shows, and names them as they are counted in the file.
#[test]
fn a_fault_far_below_is_shown_with_its_line() {
    let text = "\n".repeat(200_000) + &lever("V");
    let said = plan(&text).unwrap_err().report(Language::English, false);
    assert!(said.contains("large.ron:200003:"), "{said}");
    assert!(said.contains("200003 | (id: \"V\""), "{said}");
}

#[test]
fn lists_and_suggestions_are_bounded() {
    let names: Vec<String> = (0..100_000).map(|n| format!("name-{n}")).collect();
    assert!(list(names.iter().map(String::as_str)).len() < 6000);
    let long = "n".repeat(1_000_000);
    assert_eq!(nearest(&long, [long.as_str(), "n"]), None);
    assert_eq!(nearest("name", [long.as_str(), "names"]), Some("names"));
}

#[test]
fn a_table_of_names_that_are_none_is_looked_at_in_time() {
    let start = Instant::now();
    let plan = built_in(BUILT_IN[0].id).unwrap().unwrap();
    let mut table = String::from("indicator,2011,2012\n");
    for n in 0..5_000 {
        writeln!(table, "工业增加值的第{n}种,1.5,2.5").unwrap();
    }
    // And one in which a whole book stands.
    writeln!(table, "{},1.5,2.5", "工业".repeat(500_000)).unwrap();
    let sheets = sheets_of_bytes("large.csv", table.as_bytes()).unwrap();
    let found = look(&plan, &Scenario::default(), &sheets, &Options::default());
    assert!(found.preview.is_ok());
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

/// The keys of what a refused table is said to be.
fn refused(name: &str, text: &str) -> String {
    let plan = built_in(BUILT_IN[0].id).unwrap().unwrap();
    let found = sheets_of_bytes(name, text.as_bytes())
        .and_then(|sheets| look(&plan, &Scenario::default(), &sheets, &Options::default()).preview);
    found.map(|_| ()).unwrap_err().report(Language::English, false)
}

#[test]
fn a_table_of_more_strangers_than_tables_have_is_refused_with_a_way_on() {
    let start = Instant::now();
    let mut table = String::from("indicator,2011,2012\n");
    for n in 0..60_000 {
        writeln!(table, "种{n},1.5,2.5").unwrap();
    }
    let said = refused("large.csv", &table);
    assert!(said.contains("more than 20,000 different texts"), "{said}");
    assert!(said.contains("copy the rows that are needed"), "{said}");
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn a_page_of_more_tables_than_anybody_looks_through_is_refused() {
    let start = Instant::now();
    let table = "<table><tr><td>value-added</td><td>1.5</td></tr></table>";
    let said = refused("large.html", &format!("<html>{}", table.repeat(1_001)));
    assert!(said.contains("more than 1,000 tables"), "{said}");
    let empty = "<table></table>".repeat(5_000);
    assert!(sheets_of_bytes("many.html", format!("<html>{empty}{table}").as_bytes()).is_ok());
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

/// Whether a line was told of before was looked up in all lines before it.
#[test]
fn very_many_names_without_figures_are_read_in_time() {
    let start = Instant::now();
    let plan = built_in(BUILT_IN[0].id).unwrap().unwrap();
    let table = format!(
        "indicator,2011,2012\n工业增加值,5.5,6.5\n{}",
        "工业增加值,,\n".repeat(60_000)
    );
    let sheets = sheets_of_bytes("large.csv", table.as_bytes()).unwrap();
    let found = look(&plan, &Scenario::default(), &sheets, &Options::default());
    assert!(found.preview.is_ok());
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}
