//! Large and awkward input is processed in time proportional to its size. tests/limits measures the real program;
//! limits here are generous, only to end a hang.

mod long_texts;
mod plans;
mod texts;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use planpath::file::{Failure, list, nearest, sheets_of_bytes};
use planpath::plan::{BUILT_IN, Plan, built_in, read_text};
use planpath::scenario::import::{Options, look};
use planpath::scenario::{self, Scenario};
use planpath::text::Language;

const LIMIT: Duration = Duration::from_mins(3);

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
    const COUNT: usize = 1_900;
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

/// Refusing ten thousand notes once took half a minute and 1.2 MB.
#[test]
fn very_many_duplicates_are_counted_and_only_the_first_described() {
    const COUNT: usize = 10_000;
    let start = Instant::now();
    let mut text = format!(
        "(format: 1, name: \"x\", plan: \"{}\", notes: {{\n",
        BUILT_IN[0].id
    );
    for n in 0..COUNT {
        let id = if n % 2 == 0 { "erp" } else { "value-added" };
        writeln!(text, "\"{id}\": \"note {n}\",").unwrap();
    }
    text.push_str("})");
    let failure = planpath::scenario::read_text("notes.ron", &text, std::path::Path::new("")).unwrap_err();
    let Failure::Invalid(invalid) = &failure else {
        panic!("one note each")
    };
    assert_eq!(invalid.diagnostics.len(), 20);
    assert_eq!(invalid.more, COUNT - 2 - 20);
    for language in Language::ALL {
        let said = failure.report(language, false);
        assert!(said.len() < 20_000, "{} bytes", said.len());
        assert!(said.contains("9,978") || said.contains("9978"), "{said}");
    }
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn ids_fit_into_names_of_files() {
    assert!(plan(&lever(&"v".repeat(100))).is_ok());
    assert!(plan(&lever(&"v".repeat(101))).is_err());
}

/// The renderer gets only the lines it shows, numbered as in the file.
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
    // And one containing a whole book.
    writeln!(table, "{},1.5,2.5", "工业".repeat(500_000)).unwrap();
    let sheets = sheets_of_bytes("large.csv", table.as_bytes()).unwrap();
    let found = look(&plan, &Scenario::default(), &sheets, &Options::default());
    assert!(found.preview.is_ok());
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

/// The message keys of a refused table.
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
    assert!(said.contains("more than 20,000 names"), "{said}");
    assert!(said.contains("copy the rows needed"), "{said}");
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

/// Analysing the text around figures is slow, and a different remark or unit in every row would multiply that.
#[test]
fn a_table_of_more_remarks_than_tables_have_is_refused_with_a_way_on() {
    let start = Instant::now();
    for (heading, text) in [("备注", "按当年价格"), ("unit", "亿元")] {
        let mut table = format!("indicator,{heading},2011\n");
        for n in 0..60_000 {
            writeln!(table, "value-added,{text}{n},1.5").unwrap();
        }
        let said = refused("large.csv", &table);
        assert!(said.contains("more than 20,000 names"), "{said}");
    }
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

/// Checking whether a line was already reported used to search all lines before it.
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

/// The tokenizer recurses once per attribute.
#[test]
fn a_tag_of_very_many_attributes_is_refused_and_ends_no_program() {
    let attributes = |count: usize| {
        let mut all = String::new();
        for n in 0..count {
            write!(all, " a{n}=\"{n}\"").unwrap();
        }
        all
    };
    let many = attributes(100_000);
    let page = format!("<html><table><tr><td{many}>value-added</td><td>1.5</td></tr></table>");
    let said = refused("attributes.html", &page);
    assert!(said.contains("more than 200 attributes"), "{said}");
    let few = attributes(150);
    let page = format!("<html><table><tr><td{few}>value-added</td><td>1.5</td></tr></table>");
    assert!(sheets_of_bytes("few.html", page.repeat(100).as_bytes()).is_ok());
}

/// A workbook of `count` sheets, each with this XML.
fn workbook(sheet: &str, count: usize) -> Vec<u8> {
    use std::io::Write as _;
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut listed, mut links) = (String::new(), String::new());
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let mut add = |name: &str, text: &str| {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    for n in 0..count {
        write!(
            listed,
            "<sheet name=\"S{n}\" sheetId=\"{}\" r:id=\"s{n}\"/>",
            n + 1
        )
        .unwrap();
        write!(
            links,
            "<Relationship Id=\"s{n}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        )
        .unwrap();
        add(
            &format!("xl/worksheets/sheet{n}.xml"),
            &format!("<worksheet xmlns=\"{MAIN}\">{sheet}</worksheet>"),
        );
    }
    add(
        "xl/workbook.xml",
        &format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{listed}</sheets></workbook>"),
    );
    add(
        "xl/_rels/workbook.xml.rels",
        &format!("<Relationships>{links}</Relationships>"),
    );
    archive.finish().unwrap().into_inner()
}

const ROW: &str = "<sheetData><row><c><v>2011</v></c><c><v>1.5</v></c></row></sheetData>";

#[test]
fn a_workbook_of_very_many_sheets_is_refused_in_time() {
    let start = Instant::now();
    assert_eq!(
        sheets_of_bytes("book.xlsx", &workbook(ROW, 900))
            .unwrap()
            .sheets
            .len(),
        900
    );
    for count in [1_001, 5_001, 20_000] {
        let failure = sheets_of_bytes("book.xlsx", &workbook(ROW, count)).unwrap_err();
        let said = failure.report(Language::English, false);
        assert!(said.contains("more than 1,000 tables"), "{said}");
    }
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn columns_that_are_hidden_again_and_again_take_no_time() {
    let start = Instant::now();
    let columns = "<col min=\"2\" max=\"16384\" hidden=\"1\"/>".repeat(200_000);
    let book = workbook(&format!("<cols>{columns}</cols>{ROW}"), 1);
    let grid = sheets_of_bytes("book.xlsx", &book).unwrap().sheets.remove(0).grid;
    assert!(!grid.is_hidden(0, 0) && grid.is_hidden(0, 1));
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn more_annotations_than_a_scenario_can_have_are_refused_once() {
    let folder = tempfile::tempdir().unwrap();
    let indicators: String = (0..100).map(|n| lever(&format!("v{n}"))).collect();
    let plan = format!(
        r#"(format: 1, id: "large", title: "x", base_year: 2010, end_year: 2015, source: "x",
        categories: [(id: "only", name: "x")], indicators: [{indicators}])"#
    );
    std::fs::write(folder.path().join("plan.ron"), plan).unwrap();
    let scenario = |count: usize| {
        let mut text = r#"(format: 2, name: "x", plan: "plan.ron", annotations: ["#.to_owned();
        for n in 0..count {
            writeln!(
                text,
                r#"(indicator: "v{}", year: {}, text: "x"),"#,
                n / 6,
                2010 + n % 6
            )
            .unwrap();
        }
        text += "])";
        scenario::read_text("x.ron", &text, folder.path())
    };
    assert_eq!(scenario(500).unwrap().scenario.annotations.len(), 500);
    let Err(Failure::Invalid(invalid)) = scenario(600) else {
        panic!("600 are too many")
    };
    assert_eq!((invalid.diagnostics.len(), invalid.more), (1, 0));
    assert_eq!(
        invalid.diagnostics[0].what.say(Language::English),
        "a scenario may have at most 500 annotations"
    );
}
