//! Workbooks with several sheets, hidden ones, drafts, and hidden rows.

use planpath::file::{Sheets, sheets_of_bytes};
use planpath::scenario::import::{CellContent, Options, look};
use rust_xlsxwriter::{Workbook, Worksheet};

use super::{is, read_sheets_with};

/// A sheet with the share of steel in 2011.
fn sheet<'w>(workbook: &'w mut Workbook, name: &str, share: f64) -> &'w mut Worksheet {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).unwrap();
    sheet.write(0, 0, "指标").unwrap().write(0, 1, 2011).unwrap();
    sheet
        .write(1, 0, "steel-cr10")
        .unwrap()
        .write(1, 1, share)
        .unwrap();
    sheet
}

fn read(mut workbook: Workbook) -> Sheets {
    sheets_of_bytes("table.xlsx", &workbook.save_to_buffer().unwrap()).unwrap()
}

#[test]
fn of_several_sheets_it_is_asked_which_is_meant() {
    let (plan, scenario) = crate::import::start();
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("封面")
        .unwrap()
        .write(0, 0, "统计资料")
        .unwrap();
    sheet(&mut workbook, "初步", 49.0);
    sheet(&mut workbook, "最终", 49.2);
    let look = look(&plan, &scenario, &read(workbook), &Options::default());
    assert_eq!((look.sheet, look.others), (1, vec![2]));
}

#[test]
fn hidden_sheets_and_drafts_are_passed_over() {
    let (plan, scenario) = crate::import::start();
    let mut workbook = Workbook::new();
    sheet(&mut workbook, "草稿", 48.0);
    sheet(&mut workbook, "2011", 49.2);
    sheet(&mut workbook, "旧", 47.0).set_hidden(true);
    let sheets = read(workbook);
    let look = look(&plan, &scenario, &sheets, &Options::default());
    assert_eq!(look.sheet, 1);
    assert!(look.others.is_empty());
    assert_eq!(look.passed_over, [0, 2]);
    is(
        &look.preview.unwrap(),
        &[("steel-cr10", 2011, 'l', 49.2)],
        "the plain one",
    );
}

#[test]
fn hidden_rows_and_columns_are_taken_only_if_they_are_asked_for() {
    let mut workbook = Workbook::new();
    let sheet = sheet(&mut workbook, "1", 49.2);
    sheet.write(0, 2, 2012).unwrap().write(1, 2, 45.9).unwrap();
    sheet
        .write(2, 0, "automobile-cr10")
        .unwrap()
        .write(2, 1, 87.2)
        .unwrap();
    sheet.set_column_hidden(2).unwrap();
    sheet.set_row_hidden(2).unwrap();
    let sheets = read(workbook);
    let shown = read_sheets_with(&sheets, &Options::default());
    is(&shown, &[("steel-cr10", 2011, 'l', 49.2)], "what is seen");
    let hidden = shown.cells.iter().filter(
        |cell| matches!(&cell.content, CellContent::Refused { what, .. } if what.id() == "import-hidden"),
    );
    assert_eq!(hidden.count(), 2);
    let options = Options {
        takes_hidden: true,
        ..Options::default()
    };
    is(
        &read_sheets_with(&sheets, &options),
        &[
            ("automobile-cr10", 2011, 'l', 87.2),
            ("steel-cr10", 2011, 'l', 49.2),
            ("steel-cr10", 2012, 'l', 45.9),
        ],
        "everything",
    );
}

#[test]
fn a_sheet_may_have_the_name_of_its_only_indicator() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("吨钢综合能耗").unwrap();
    sheet
        .write(0, 0, "年份")
        .unwrap()
        .write(0, 1, "千克标准煤/吨")
        .unwrap();
    for (row, (year, value)) in [(2011, 602), (2012, 603)].into_iter().enumerate() {
        let row = u32::try_from(row).unwrap() + 1;
        sheet.write(row, 0, year).unwrap().write(row, 1, value).unwrap();
    }
    let preview = read_sheets_with(&read(workbook), &Options::default());
    assert_eq!(preview.questions, []);
    is(
        &preview,
        &[
            ("steel-unit-energy", 2011, 'l', 602.0),
            ("steel-unit-energy", 2012, 'l', 603.0),
        ],
        "named by its sheet",
    );
}
