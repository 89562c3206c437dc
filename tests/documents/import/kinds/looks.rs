//! Workbooks whose cells display something other than their stored value.

use planpath::file::sheets_of_bytes;
use planpath::scenario::import::{CellContent, Options, Preview};
use rust_xlsxwriter::{Format, Workbook};

use super::{is, read_sheets_with};

/// A row of figures from 2011 on, each with its own number format.
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

/// The reasons for refusing cells.
fn refusals(preview: &Preview) -> Vec<&'static str> {
    let cells = preview.cells.iter().filter_map(|cell| match &cell.content {
        CellContent::Refused { what, .. } => Some(what.id()),
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

#[test]
fn words_that_a_format_paints_are_read() {
    let preview = row(
        "二氧化硫排放量比上年变化（%）",
        &[
            (2.2, looking("\"下降\"0.0\"%\"")),
            (4.5, looking("0.0\"%（减少）\"")),
            (1.5, looking("\"降\"0.0\"%\"")),
            (3.1, looking("(0.0)")),
            (0.7, looking("0.0\"%\";\"下降\"0.0\"%\"")),
        ],
    );
    is(
        &preview,
        &[
            ("so2", 2011, 'a', -2.2),
            ("so2", 2012, 'a', -4.5),
            ("so2", 2013, 'a', -1.5),
            ("so2", 2014, 'a', -3.1),
            ("so2", 2015, 'a', 0.7),
        ],
        "falls",
    );
    for code in [
        "0.0\"（预计）\"",
        "0.0\"f\"",
        "\"≥\"0.0",
        "\"约\"0.0",
        "0.0\" of 100\"",
        "[$€-407]0.0",
    ] {
        let preview = row("ERP普及率（%）", &[(60.0, looking(code))]);
        is(&preview, &[], code);
        assert_eq!(refusals(&preview), ["import-painted"], "{code}");
    }
    // Formats that do not matter.
    for code in [
        "0.0_ ",
        "_ * #,##0.0_ ",
        "\"¥\"0.0",
        "0.0\" \"",
        "[Red]0.0",
        "0.0\"%\"",
    ] {
        let preview = row("ERP普及率（%）", &[(60.0, looking(code))]);
        is(&preview, &[("erp", 2011, 'l', 60.0)], code);
    }
}

#[test]
fn what_a_format_hides_is_not_there() {
    let preview = row(
        "ERP普及率（%）",
        &[
            (60.0, looking("0.0")),
            (62.0, looking(";;;")),
            (0.0, looking("0.0;-0.0;\"—\"")),
        ],
    );
    is(&preview, &[("erp", 2011, 'l', 60.0)], "hidden");
    assert_eq!(refusals(&preview), ["import-hidden"]);
}

#[test]
fn what_a_format_divides_by_is_multiplied_with_again() {
    for (name, stored, code) in [
        ("吨钢综合能耗（克标准煤/吨）", 602_000.0, "0.0,\"千\""),
        ("吨钢综合能耗（克标准煤/吨）", 60.2, "0.0\"万\""),
        ("吨钢综合能耗（克标准煤/吨）", 602_000.0, "[>1000]0.0,\"千\";0.0"),
        ("吨钢综合能耗（千克标准煤/吨）", 602_000.0, "#,##0,"),
    ] {
        let preview = row(name, &[(stored, looking(code))]);
        is(&preview, &[("steel-unit-energy", 2011, 'l', 602.0)], code);
    }
    // Nothing says what the thousands are: it is asked whether the stored value is meant.
    let preview = row("吨钢综合能耗（克标准煤/吨）", &[(602_000.0, looking("#,##0,"))]);
    is(&preview, &[], "a thousandth");
    let answers: Vec<usize> = preview.questions[0]
        .answers
        .iter()
        .map(|answer| answer.figures.len())
        .collect();
    assert_eq!(answers, [1, 0]);
    assert_eq!(
        preview.questions[0].topic,
        planpath::scenario::import::Topic::Despite
    );
}

#[test]
fn years_have_what_their_format_paints() {
    let read = |code: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "指标").unwrap();
        sheet.write(1, 0, "ERP普及率（%）").unwrap();
        sheet.write_with_format(0, 1, 2011, &looking("0\"年\"")).unwrap();
        sheet.write_with_format(0, 2, 2012, &looking(code)).unwrap();
        sheet.write(1, 1, 60).unwrap();
        sheet.write(1, 2, 65).unwrap();
        let sheets = sheets_of_bytes("table.xlsx", &workbook.save_to_buffer().unwrap()).unwrap();
        read_sheets_with(&sheets, &Options::default())
    };
    for code in ["0\"E\"", "0\"年预测\"", "0\"年一季度\"", "0\"年目标\""] {
        is(&read(code), &[("erp", 2011, 'l', 60.0)], code);
    }
    for code in ["0\"A\"", "0\"年\"", "0"] {
        let both = [("erp", 2011, 'l', 60.0), ("erp", 2012, 'l', 65.0)];
        is(&read(code), &both, code);
    }
}
