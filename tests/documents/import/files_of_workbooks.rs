//! Workbooks of every kind: percentages, dates, hidden and merged cells, formulas never computed.

use std::io::{Cursor, Read, Write};

use planpath::file::{Area, Grid, GridCell, Sheets, read_sheets, sheets_of_bytes};
use planpath::text::Language;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::import::{case, shown};

/// The same table as written by openpyxl, xlwt and LibreOffice.
const MIXED: [&str; 4] = ["mixed.xlsx", "mixed.xls", "mixed.ods", "mixed-libreoffice.xls"];

fn mixed(name: &str) -> Sheets {
    let sheets = read_sheets(&case(name)).unwrap();
    let names: Vec<(&str, bool)> = sheets
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.is_hidden))
        .collect();
    assert_eq!(names, [("数据", false), ("草稿", true)], "{name}");
    assert!(!sheets.has_macros);
    sheets
}

fn number(value: f64, is_percent: bool) -> GridCell {
    GridCell::Number { value, is_percent }
}

#[test]
fn numbers_are_read_as_every_kind_of_workbook_shows_them() {
    for name in MIXED {
        let grid = &mixed(name).sheets[0].grid;
        for (column, value) in (1..).zip([49.2, 45.9, 39.4]) {
            assert_eq!(*grid.get(1, column), number(value, true), "{name}");
        }
        assert_eq!(*grid.get(2, 1), number(-3.49, true), "{name}");
        assert_eq!(
            *grid.get(2, 2),
            number(8.2, false),
            "{name}: the sign is a letter like any other"
        );
        let date = GridCell::Date {
            year: 2011,
            month: 12,
            day: Some(31),
        };
        assert_eq!(*grid.get(3, 1), date, "{name}");
        // LibreOffice turns it into a formula with the value 1.
        let truth = if name == "mixed.ods" { "1" } else { "TRUE" };
        assert_eq!(grid.get(3, 2).written(), truth, "{name}");
        assert_eq!(grid.get(3, 3).written().replace('\n', "/"), "a/b", "{name}");
        assert_eq!(*grid.get(0, 1), number(2011.0, false), "{name}");
        assert!(!grid.hides_percent());
    }
}

#[test]
fn what_is_hidden_and_merged_is_known_in_every_kind_of_workbook() {
    for name in MIXED {
        let grid = &mixed(name).sheets[0].grid;
        assert!(grid.is_hidden(4, 1), "{name}: a hidden row");
        assert!(grid.is_hidden(1, 3), "{name}: a hidden column");
        for shown in [(0, 0), (3, 2), (5, 2)] {
            assert!(!grid.is_hidden(shown.0, shown.1), "{name} {shown:?}");
        }
        let area = Area {
            first: (7, 0),
            last: (7, 2),
        };
        assert_eq!(grid.merged(), [area], "{name}");
    }
}

#[test]
fn a_formula_that_was_never_worked_out_is_not_empty() {
    let failed = |name| mixed(name).sheets[0].grid.get(2, 3).clone();
    assert_eq!(failed("mixed.xlsx"), GridCell::Failed("=B2+1".to_owned()));
    assert_eq!(failed("mixed.xls"), GridCell::Failed("=…".to_owned()));
    for name in ["mixed.ods", "mixed-libreoffice.xls"] {
        assert_eq!(failed(name), number(1.492, false), "{name}");
    }
}

/// A workbook with one of its parts changed.
fn changed(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_there = false;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            is_there = true;
            content = change(String::from_utf8(content).unwrap()).into_bytes();
        }
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    assert!(is_there, "{part}");
    writer.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The cells of a sheet with these rows.
fn of_rows(rows: &str) -> Grid {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "x").unwrap();
    let bytes = changed(&workbook.save_to_buffer().unwrap(), SHEET, |sheet| {
        let (before, rest) = sheet.split_once("<sheetData>").unwrap();
        let (_, after) = rest.split_once("</sheetData>").unwrap();
        format!("{before}<sheetData>{rows}</sheetData>{after}")
    });
    sheets_of_bytes("book.xlsx", &bytes)
        .unwrap()
        .sheets
        .remove(0)
        .grid
}

#[test]
fn cells_may_leave_out_where_they_are() {
    let grid = of_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>");
    assert_eq!(shown(&grid), ["1|2", "|3"]);
}

#[test]
fn text_comes_in_runs_and_raised_digits_are_footnotes() {
    let run = |text: &str, raised: bool| {
        let looks = if raised {
            "<rPr><vertAlign val=\"superscript\"/></rPr>"
        } else {
            ""
        };
        format!("<r>{looks}<t xml:space=\"preserve\">{text}</t></r>")
    };
    let cell = |content: String| format!("<c t=\"inlineStr\"><is>{content}</is></c>");
    let rows = format!(
        "<row>{}{}{}{}</row>",
        cell(run("49.2", false) + &run("1", true)),
        cell(run("m", false) + &run("2", true)),
        cell(run(" A&amp;B", false) + &run(" _x0041_ &#20013;\u{3000}", false)),
        cell("<t>增加值</t><rPh sb=\"0\" eb=\"1\"><t>zeng</t></rPh>".to_owned()),
    );
    assert_eq!(shown(&of_rows(&rows)), ["49.2 [1]|m2|A&B A 中|增加值"]);
}

#[test]
fn every_type_of_cell_is_read() {
    let rows = "<row>\
        <c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"str\"><f>A1</f><v>text</v></c>\
        <c t=\"d\"><v>2011-12-31T00:00:00</v></c><c><v>1.5E2</v></c>\
        <c t=\"str\"><f>A1</f><v></v></c><c><f>SUM(A1)</f></c><c><f t=\"shared\" si=\"0\"/></c>\
        </row>";
    let grid = of_rows(rows);
    assert_eq!(shown(&grid), ["FALSE|#DIV/0!|text|2011-12-31|150||=SUM(A1)|=…"]);
    for failed in [1, 6, 7] {
        assert!(matches!(grid.get(0, failed), GridCell::Failed(_)), "{failed}");
    }
}

#[test]
fn dates_are_counted_from_1904_where_the_workbook_says_so() {
    let mut workbook = Workbook::new();
    let year = Format::new().set_num_format("yyyy");
    let date = ExcelDateTime::from_ymd(2011, 12, 31).unwrap();
    let sheet = workbook.add_worksheet();
    sheet.write_with_format(0, 0, &date, &year).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let first = |bytes: &[u8]| shown(&sheets_of_bytes("book", bytes).unwrap().sheets[0].grid).remove(0);
    assert_eq!(first(&bytes), "2011-12-31");
    let later = changed(&bytes, "xl/workbook.xml", |book| {
        assert!(book.contains("<workbookPr "));
        book.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
    });
    assert_eq!(first(&later), "2016-01-01", "1,462 days later");
}

#[test]
fn rows_and_columns_are_hidden_by_hand_or_by_their_size() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..4 {
        for column in 0..4 {
            sheet.write(row, column, 1.0).unwrap();
        }
    }
    sheet.set_row_hidden(1).unwrap();
    sheet.set_row_height(2, 0).unwrap();
    sheet.set_column_hidden(3).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let grid = sheets_of_bytes("book", &bytes).unwrap().sheets.remove(0).grid;
    let hidden: Vec<(usize, usize)> = (0..4)
        .flat_map(|row| (0..4).map(move |column| (row, column)))
        .filter(|(row, column)| grid.is_hidden(*row, *column))
        .collect();
    let expected: Vec<(usize, usize)> = (0..4)
        .flat_map(|row| (0..4).map(move |column| (row, column)))
        .filter(|(row, column)| matches!(row, 1 | 2) || *column == 3)
        .collect();
    assert_eq!(hidden, expected);
}

#[test]
fn what_lies_beneath_merged_cells_is_not_read() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 1, 1, "2011", &Format::new()).unwrap();
    sheet.write(1, 1, 99.0).unwrap();
    sheet.write(2, 0, 1.0).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let grid = sheets_of_bytes("book", &bytes).unwrap().sheets.remove(0).grid;
    assert_eq!(shown(&grid), ["2011", "", "1"]);
}

#[test]
fn an_independent_reader_finds_the_same_numbers() {
    use calamine::{Data, Reader, open_workbook_auto};
    for name in MIXED
        .into_iter()
        .chain(["percent-cells.xls", "merged-year-headings.xlsx"])
    {
        let mut peer = open_workbook_auto(case(name)).unwrap();
        let sheet = &read_sheets(&case(name)).unwrap().sheets[0];
        let range = peer.worksheet_range(&sheet.name).unwrap();
        let (top, left) = range.start().unwrap();
        let mut compared = 0;
        for (row, column, data) in range.used_cells() {
            let ours = sheet.grid.get(row + top as usize, column + left as usize);
            let theirs = match data {
                Data::Float(value) => *value,
                Data::Int(value) => f64::from(i32::try_from(*value).unwrap()),
                _ => continue,
            };
            match ours {
                GridCell::Number { value, is_percent } => {
                    let plain = if *is_percent { value / 100.0 } else { *value };
                    assert!((plain - theirs).abs() < 1e-12, "{name} {row} {column}");
                    compared += 1;
                }
                other => panic!("{name} {row} {column}: {other:?} where the other reader has {theirs}"),
            }
        }
        assert!(compared >= 4, "{name}");
    }
}

#[test]
fn a_flat_opendocument_is_read_as_a_packed_one() {
    let page = |cells: &str| {
        format!(
            "<?xml version=\"1.0\"?><office:document xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">\
             <style:style style:name=\"T1\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
             <office:body><office:spreadsheet><table:table table:name=\"a&amp;b\"><table:table-row>{cells}\
             </table:table-row></table:table></office:spreadsheet></office:body></office:document>"
        )
    };
    let percent = "<table:table-cell office:value-type=\"percentage\" office:value=\"0.082\"><text:p>8.2%</text:p>\
        <office:annotation><text:p>a note</text:p></office:annotation></table:table-cell>";
    let cells = format!(
        "{percent}<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"5\"/>\
         <table:covered-table-cell><text:p>unseen</text:p></table:covered-table-cell>\
         <table:table-cell table:formula=\"of:=[.A1]\"/>\
         <table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\"><text:p>49.2<text:span text:style-name=\"T1\">1</text:span></text:p>\
         </table:table-cell>"
    );
    let sheets = sheets_of_bytes("flat.fods", page(&cells).as_bytes()).unwrap();
    assert_eq!(sheets.sheets[0].name, "a&b");
    assert_eq!(
        shown(&sheets.sheets[0].grid),
        ["8.2%|5|5||of:=[.A1]|a  b|49.2 [1]"]
    );
    let far = "<table:table-cell table:number-columns-repeated=\"9999999\" office:value-type=\"float\" office:value=\"5\"/>";
    let failure = sheets_of_bytes("flat.fods", page(far).as_bytes()).unwrap_err();
    assert_eq!(failure.message().unwrap().id(), "table-too-many-cells");
}

#[test]
fn damaged_workbooks_are_refused_without_a_panic() {
    for name in MIXED {
        let bytes = std::fs::read(case(name)).unwrap();
        let half = sheets_of_bytes(name, &bytes[..bytes.len() / 2]).unwrap_err();
        assert_eq!(half.message().unwrap().id(), "table-broken", "{name}");
        for at in (0..bytes.len()).step_by(13) {
            for change in [0x55, 0xFF] {
                let mut harmed = bytes.clone();
                harmed[at] ^= change;
                if let Err(failure) = sheets_of_bytes(name, &harmed) {
                    assert!(failure.remedy(Language::English).is_some());
                }
            }
        }
    }
}

#[test]
fn a_stored_value_of_a_formula_is_taken() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet
        .write_formula(0, 0, Formula::new("=1+1").set_result("2"))
        .unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let sheets = sheets_of_bytes("book", &bytes).unwrap();
    assert_eq!(*sheets.sheets[0].grid.get(0, 0), number(2.0, false));
}
