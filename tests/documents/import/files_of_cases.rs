//! Every case of issue 12 as cells, before their meaning is considered.

use planpath::file::{Area, Grid, GridCell, read_sheets};

use crate::import::{case, shown};

fn grid(name: &str) -> Grid {
    let mut sheets = read_sheets(&case(name)).unwrap().sheets;
    assert_eq!(sheets.len(), 1);
    let sheet = sheets.remove(0);
    assert!(!sheet.is_hidden);
    sheet.grid
}

#[track_caller]
fn text(name: &str, separator: char, rows: &[&str]) {
    let grid = grid(name);
    assert_eq!(shown(&grid), rows);
    assert_eq!(grid.separator(), Some(separator));
}

#[test]
fn text_with_commas() {
    text(
        "fall-named-with-minus.csv",
        ',',
        &[
            "指标|2011年|2012年|2013年",
            "单位工业增加值能耗降低率（%）|-3.49|-5.9|-4.9",
        ],
    );
    text(
        "units-in-names.csv",
        ',',
        &[
            "指标|2011|2012|2013",
            "工业增加值（亿元）|188,470.2|199,670.7|210,689.4",
            "吨钢综合能耗（吨标准煤/吨）|0.602|0.603|0.592",
            "钢铁行业前10家产业集中度（%）|49.2|45.9|39.4",
        ],
    );
    text(
        "long-table.csv",
        ',',
        &[
            "指标|年份|数值",
            "工业增加值|2013|20.6",
            "吨钢综合能耗|2013|592",
            "吨铝综合交流电耗|2013|13740",
            "吨乙烯平均能耗|2013|879",
        ],
    );
    text(
        "negative-in-parentheses.csv",
        ',',
        &[
            "Indicator|2011|2012|2013",
            "Energy intensity of value added|(3.49)|(5.9)|(4.9)",
            "Steel top-10|49.2|45.9|39.4",
        ],
    );
    let index = grid("previous-year-100.csv");
    assert_eq!(shown(&index)[3], "单位工业增加值能耗（上年=100）|96.5|94.1|95.1");
}

#[test]
fn gbk_with_blanks_of_full_width() {
    let grid = grid("year-with-blank-gbk.csv");
    let rows = shown(&grid);
    assert_eq!(rows[2], "指　标|2011 年|2012 年|2013 年");
    assert_eq!(rows[4], "钢铁行业前10家产业集中度|４９．２|45.9|39.4");
    assert_eq!(grid.separator(), Some(','));
}

#[test]
fn a_tab_at_the_end_of_a_cell_is_a_blank() {
    text(
        "cells-ending-in-tab.csv",
        ',',
        &[
            "指标|2011|2012|2013",
            "工业增加值增速|10.8|7.9|7.6",
            "钢铁行业前10家产业集中度|49.2|45.9|39.4",
        ],
    );
}

#[test]
fn between_semicolons_a_comma_is_part_of_the_number() {
    text(
        "decimal-commas.csv",
        ';',
        &[
            "Indicator|2011|2012|2013",
            "Industrial value added|17,664|19,077|20,603",
            "Steel, top-10 concentration ratio|49,200|45,900|39,400",
            "Energy per tonne of crude steel|602,125|603,500|592,250",
        ],
    );
}

#[test]
fn percent_cells_of_an_old_workbook_are_percentages() {
    let grid = grid("percent-cells.xls");
    let percent = |value| GridCell::Number {
        value,
        is_percent: true,
    };
    let numbers: Vec<&GridCell> = (0..grid.height())
        .flat_map(|row| (1..grid.width()).map(move |column| (row, column)))
        .map(|(row, column)| grid.get(row, column))
        .filter(|cell| matches!(cell, GridCell::Number { is_percent: true, .. }))
        .collect();
    assert!(numbers.contains(&&percent(49.2)), "{numbers:?}");
    assert!(numbers.contains(&&percent(-3.49)), "{numbers:?}");
    assert!(!grid.hides_percent());
}

#[test]
fn date_cells_are_dates() {
    let grid = grid("years-as-dates.xlsx");
    for (column, year) in (1..).zip([2011, 2012]) {
        let cell = grid.get(0, column);
        assert!(
            matches!(cell, GridCell::Date { year: found, .. } if *found == year),
            "{cell:?}"
        );
    }
}

#[test]
fn a_year_above_two_columns_is_merged() {
    let grid = grid("merged-year-headings.xlsx");
    let area = |column| Area {
        first: (0, column),
        last: (0, column + 1),
    };
    assert!(grid.merged().contains(&area(1)), "{:?}", grid.merged());
    assert!(grid.merged().contains(&area(3)), "{:?}", grid.merged());
    assert_eq!(*grid.get(0, 2), GridCell::Empty);
}

#[test]
fn a_web_page_is_read_whatever_it_is_called() {
    let grid = grid("html-named-xls.xls");
    assert_eq!(
        shown(&grid),
        ["指标|2011|2012", "钢铁行业前10家产业集中度|49.2|45.9"]
    );
    assert_eq!(grid.separator(), None);
}
