//! Tables in files and on the clipboard.

use std::fs;

use planpath::file::{Failure, Grid, GridCell, pasted, read_sheets, sheets_of_bytes};
use planpath::scenario::Actual;
use planpath::scenario::import::{Options, Preview, preview};
use planpath::text::Language;
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::import::{accepted, level, reason, start, steel};

const TABLE: &str = "指标,2011,2012,2013\n钢铁行业前10家产业集中度,49.2,45.9,39.4\n";

fn of_bytes(bytes: &[u8]) -> Result<Preview, Failure> {
    let (plan, scenario) = start();
    let sheets = sheets_of_bytes("table", bytes)?;
    preview(&plan, &scenario, &sheets.sheets[0].grid, &Options::default())
}

fn fault(bytes: &[u8]) -> &'static str {
    let failure = of_bytes(bytes).map(|_| ()).unwrap_err();
    assert!(failure.remedy(Language::Chinese).is_some());
    failure.message().unwrap().id()
}

#[test]
fn csv_comes_in_every_encoding_and_with_every_separator() {
    let (gbk, _, _) = encoding_rs::GBK.encode(TABLE);
    let marked = [b"\xEF\xBB\xBF", TABLE.as_bytes()].concat();
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(TABLE.replace(',', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let semicolons = TABLE.replace(',', ";");
    let tabs = TABLE.replace(',', "\t").replace('\n', "\r\n");
    let quoted = TABLE.replace("49.2", "\"49.2\"");
    for bytes in [
        TABLE.as_bytes(),
        &marked,
        &gbk,
        &utf16,
        semicolons.as_bytes(),
        tabs.as_bytes(),
        quoted.as_bytes(),
    ] {
        assert_eq!(accepted(&of_bytes(bytes).unwrap()), steel());
    }
    let thousands = "id,2011\naluminium-unit-power,\"14,100\"\n";
    assert_eq!(
        accepted(&of_bytes(thousands.as_bytes()).unwrap()),
        [level("aluminium-unit-power", 2011, 14100.0)]
    );
}

#[test]
fn what_is_no_text_is_refused() {
    let (gbk, _, _) = encoding_rs::GBK.encode("指标,2011\n钢铁");
    // The last character takes two bytes, of which only one is there.
    assert_eq!(fault(&gbk[..gbk.len() - 1]), "table-cut-text");
    let utf8 = "指标,2011\n钢铁".as_bytes();
    assert_eq!(fault(&utf8[..utf8.len() - 1]), "table-cut-text");
    assert_eq!(fault(b"\xFF\xFE1"), "table-cut-text");
    assert_eq!(fault(b"abc\0\0\0\0"), "table-no-text");
    assert_eq!(fault(b""), "table-nothing");
    assert_eq!(fault(b"\n\n,,\n"), "table-empty");
    assert!(pasted(" \t \n").is_err());
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("空").unwrap();
    let sheet = workbook.add_worksheet().set_name("实绩").unwrap();
    sheet.write(0, 0, "指标").unwrap();
    for (column, year) in (1..).zip([2011, 2012, 2013]) {
        sheet.write(0, column, year).unwrap();
    }
    sheet.write(1, 0, "钢铁行业前10家产业集中度").unwrap();
    for (column, value) in (1..).zip([49.2, 45.9, 39.4]) {
        sheet.write(1, column, value).unwrap();
    }
    sheet.write(2, 0, "value-added").unwrap();
    let percent = Format::new().set_num_format("0.0%");
    for (column, value) in (1..).zip([0.108, 0.079, 0.076]) {
        sheet.write_with_format(2, column, value, &percent).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn workbooks_give_values_as_they_are_shown() {
    let bytes = workbook();
    let sheets = sheets_of_bytes("book.xlsx", &bytes).unwrap();
    assert_eq!(sheets.sheets.len(), 1, "the empty sheet is left out");
    assert_eq!(sheets.sheets[0].name, "实绩");
    assert!(!sheets.has_macros);
    let found = accepted(&of_bytes(&bytes).unwrap());
    assert_eq!(found[..3], steel());
    let growth: Vec<Actual> = found[3..].iter().map(|(_, _, figure)| *figure).collect();
    let expected = [10.8, 7.9, 7.6].map(Actual::AnnualChange);
    assert_eq!(growth, expected, "percentages as shown, without binary dust");
}

#[test]
fn wrong_cells_of_a_workbook_are_refused_one_by_one() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, year) in (1..).zip([2011, 2012, 2013, 2014, 2016]) {
        sheet.write(0, column, year).unwrap();
    }
    sheet.write(1, 0, "steel-cr10").unwrap();
    sheet.write(1, 1, 49.2).unwrap();
    sheet.write(1, 2, "about 46").unwrap();
    let percent = Format::new().set_num_format("0%");
    sheet.write_with_format(1, 3, 1.5, &percent).unwrap();
    let failed = Formula::new("=1/0").set_result("#DIV/0!");
    sheet.write_formula(1, 4, failed).unwrap();
    sheet.write(1, 5, 60.0).unwrap();
    let found = of_bytes(&workbook.save_to_buffer().unwrap()).unwrap();
    for (column, id) in [
        (2, "import-text"),
        (3, "actual-impossible"),
        (4, "import-formula"),
        (5, "actual-year"),
    ] {
        assert_eq!(reason(&found, 1, column), id, "{column}");
    }
    let shown = found.cells.iter().find(|cell| (cell.row, cell.column) == (1, 3));
    assert_eq!(&*shown.unwrap().raw, "150%");
    assert_eq!(accepted(&found), steel()[..1]);
}

#[test]
fn broken_and_protected_workbooks_are_refused() {
    let bytes = workbook();
    assert_eq!(fault(&bytes[..bytes.len() / 2]), "table-broken");
    assert_eq!(fault(b"PK\x03\x04"), "table-broken");
    assert_eq!(fault(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1broken"), "table-broken");
    // Whatever happens to its bytes, nothing panics.
    for at in (0..bytes.len()).step_by(37) {
        let mut harmed = bytes.clone();
        harmed[at] ^= 0x55;
        let _ = sheets_of_bytes("book.xlsx", &harmed);
    }
}

#[test]
fn macros_are_ignored_and_mentioned() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("vbaProject.bin");
    fs::write(&project, b"whatever macros there are").unwrap();
    let mut workbook = Workbook::new();
    workbook.add_vba_project(&project).unwrap();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 1, 2011).unwrap();
    sheet.write(1, 0, "steel-cr10").unwrap();
    sheet.write(1, 1, 49.2).unwrap();
    let path = folder.path().join("book.xlsm");
    workbook.save(&path).unwrap();
    let sheets = read_sheets(&path).unwrap();
    assert!(sheets.has_macros);
    assert_eq!(sheets.remark().unwrap().id(), "table-macros-ignored");
    let (plan, scenario) = start();
    let found = preview(&plan, &scenario, &sheets.sheets[0].grid, &Options::default()).unwrap();
    assert_eq!(accepted(&found), steel()[..1]);
}

/// A compound file with one stream, named as in every password-protected Office document: header, one sector of the
/// allocation table, one of the directory ([MS-CFB] 2.2 to 2.6).
fn protected() -> Vec<u8> {
    const FREE: u32 = 0xFFFF_FFFF;
    const END: u32 = 0xFFFF_FFFE;
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 16]);
    for short in [0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0] {
        bytes.extend(short.to_le_bytes());
    }
    // Directory sectors, table sectors, first directory sector, transaction, cutoff, then no short sectors and no more.
    let mut numbers = vec![0, 1, 1, 0, 4096, END, 0, END, 0, 0];
    numbers.resize(10 + 108, FREE);
    // The table itself, and the end of the directory's chain.
    numbers.extend([0xFFFF_FFFD, END]);
    numbers.resize(10 + 108 + 128, FREE);
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    assert_eq!(bytes.len(), 1024);
    for (name, kind) in [("Root Entry", 5), ("EncryptedPackage", 2), ("", 0), ("", 0)] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend(u16::try_from(2 * name.len() + 2).unwrap().to_le_bytes());
        entry.extend([kind, 1]);
        // Neighbours, and the first entry below the root.
        let below: u32 = if kind == 5 { 1 } else { FREE };
        entry.extend([FREE, FREE, below].map(u32::to_le_bytes).concat());
        entry.resize(116, 0);
        entry.extend(END.to_le_bytes());
        entry.extend([0; 8]);
        bytes.extend(entry);
    }
    bytes
}

#[test]
fn a_password_is_named_as_the_reason() {
    assert_eq!(fault(&protected()), "table-password");
}

#[test]
fn files_that_cannot_be_read_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let missing = read_sheets(&folder.path().join("none.csv")).unwrap_err();
    assert!(missing.headline(Language::English).contains("no such file"));
    assert!(read_sheets(folder.path()).is_err());
    let path = folder.path().join("large.csv");
    // A sparse file: large, but takes no space.
    fs::File::create(&path)
        .unwrap()
        .set_len(101 * 1024 * 1024)
        .unwrap();
    let large = read_sheets(&path).unwrap_err();
    assert_eq!(large.message().unwrap().id(), "table-too-large");
}

#[test]
fn pasted_cells_may_have_tabs_and_line_ends_in_quotation_marks() {
    let grid: Grid = pasted("\"a\tb\"\t\"c\nd\"\t\"say \"\"e\"\"\"\r\n\tx\r\n").unwrap();
    let text = |text: &str| GridCell::Text(text.to_owned());
    assert_eq!(*grid.get(0, 0), text("a\tb"));
    assert_eq!(*grid.get(0, 1), text("c\nd"));
    assert_eq!(*grid.get(0, 2), text("say \"e\""));
    // A line break inside a cell does not end the row, a blank line does: positions match those in a spreadsheet.
    assert_eq!((grid.height(), grid.width()), (2, 3));
    assert_eq!(*grid.get(1, 1), text("x"));
    assert_eq!(*pasted("a\n\nb").unwrap().get(2, 0), text("b"));
    assert_eq!(*pasted("\"a\n\n\nb\"\n\nc").unwrap().get(2, 0), text("c"));
}
