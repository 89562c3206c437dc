//! Workbooks in which cells look otherwise than what is stored in them.

use planpath::file::sheets_of_bytes;
use planpath::scenario::import::{Content, Options, Preview};
use rust_xlsxwriter::{Format, Workbook};

use super::{is, read_sheets_with};

/// A row of figures from 2011 on, each with its own look.
fn row(name: &str, cells: &[(f64, Format)]) -> Preview {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(1, 0, name).unwrap();
    for ((column, year), (value, format)) in (1..).zip(2011..).zip(cells) {
        sheet.write(0, column, year).unwrap();
        sheet.write_with_format(1, column, *value, format).unwrap();
    }
    let sheets = sheets_of_bytes("table.xlsx", &workbook.save_to_buffer().unwrap()).unwrap();
    read_sheets_with(&sheets, &Options::default())
}

fn looking(code: &str) -> Format {
    Format::new().set_num_format(code)
}

/// The reasons for which cells of figures are refused.
fn refusals(preview: &Preview) -> Vec<&'static str> {
    let cells = preview.cells.iter().filter_map(|cell| match &cell.content {
        Content::Refused { what, .. } => Some(what.id()),
        _ => None,
    });
    cells.collect()
}

#[test]
fn a_painted_minus_is_a_minus() {
    let preview = row(
        "二氧化硫排放量比上年增长(%)",
        &[(2.2, looking("\"-\"0.0")), (4.5, looking("-0.0"))],
    );
    is(
        &preview,
        &[("so2", 2011, 'a', -2.2), ("so2", 2012, 'a', -4.5)],
        "a minus",
    );
}

#[test]
fn a_painted_unit_is_a_unit() {
    let preview = row(
        "吨钢综合能耗",
        &[
            (602.0, looking("0\" kgce/t\"")),
            (0.603, looking("0.000\" tce/t\"")),
        ],
    );
    is(
        &preview,
        &[
            ("steel-unit-energy", 2011, 'l', 602.0),
            ("steel-unit-energy", 2012, 'l', 603.0),
        ],
        "units",
    );
    let preview = row("工业增加值（亿元）", &[(188_470.0, looking("0\"万元\""))]);
    is(&preview, &[], "two units");
    assert_eq!(refusals(&preview), ["import-two-units"]);
    let preview = row("工业增加值（亿元）", &[(188_470.0, looking("0\"亿元\""))]);
    is(
        &preview,
        &[("value-added", 2011, 'l', 18.847)],
        "the same unit twice",
    );
}

#[test]
fn a_struck_cell_is_void() {
    let preview = row(
        "钢铁行业前10家产业集中度（%）",
        &[
            (49.2, looking("0.0")),
            (45.9, looking("0.0").set_font_strikethrough()),
        ],
    );
    is(&preview, &[("steel-cr10", 2011, 'l', 49.2)], "struck out");
    assert_eq!(refusals(&preview), ["import-struck"]);
}

#[test]
fn a_cell_that_lacks_the_look_of_the_others_does_not_change_them() {
    let percent = || looking("0.0%");
    let preview = row(
        "钢铁行业前10家产业集中度",
        &[(0.492, Format::new()), (0.459, percent()), (0.394, percent())],
    );
    is(
        &preview,
        &[("steel-cr10", 2012, 'l', 45.9), ("steel-cr10", 2013, 'l', 39.4)],
        "one without a percent sign",
    );
    assert_eq!(refusals(&preview), ["import-other-size"]);
    let preview = row(
        "ERP普及率（%）",
        &[
            (60.0, Format::new()),
            (62.0, Format::new()),
            (0.64, looking("0.00")),
        ],
    );
    is(
        &preview,
        &[("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 62.0)],
        "one hundredth",
    );
    assert_eq!(refusals(&preview), ["import-other-size"]);
}
