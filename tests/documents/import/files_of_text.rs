//! Text in every encoding, with every separator.

use planpath::file::{Grid, pasted, sheets_of_bytes};

use crate::import::shown;

fn grid(bytes: &[u8]) -> Grid {
    sheets_of_bytes("table", bytes).unwrap().sheets.remove(0).grid
}

const ROWS: [&str; 2] = ["指标|2011|2012", "钢铁|49.2|45.9"];

#[test]
fn utf_16_needs_no_mark() {
    let text = "指标,2011,2012\n钢铁,49.2,45.9\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = units.iter().copied().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units.iter().copied().flat_map(u16::to_be_bytes).collect();
    let marked = [&b"\xFE\xFF"[..], &big].concat();
    for bytes in [&little, &big, &marked] {
        assert_eq!(shown(&grid(bytes)), ROWS);
    }
}

#[test]
fn gb_18030_has_letters_that_gbk_has_not() {
    // 㐂 takes four bytes.
    let (bytes, _, is_wrong) = encoding_rs::GB18030.encode("㐂,2011\n钢铁,49.2\n");
    assert!(!is_wrong);
    assert_eq!(shown(&grid(&bytes)), ["㐂|2011", "钢铁|49.2"]);
}

#[test]
fn western_texts_are_told_from_chinese_ones() {
    let western = "Année;2011\nÉnergie (m³/t) – größer;49,2\n";
    let (bytes, _, is_wrong) = encoding_rs::WINDOWS_1252.encode(western);
    assert!(!is_wrong);
    assert_eq!(
        shown(&grid(&bytes)),
        ["Année|2011", "Énergie (m³/t) – größer|49,2"]
    );
    // "é" and the letter after it would pass for one GBK character.
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("Année;2011\nÉnergie;49,2\n");
    assert_eq!(shown(&grid(&bytes)), ["Année|2011", "Énergie|49,2"]);
    for chinese in ["吨,2011\nμg/m3,49.2\n", "氨氮,2011\n铬镉汞砷,49.2\n"] {
        let (bytes, ..) = encoding_rs::GBK.encode(chinese);
        let expected: Vec<String> = chinese.lines().map(|line| line.replace(',', "|")).collect();
        assert_eq!(shown(&grid(&bytes)), expected);
    }
    // Neither: refused rather than misread.
    for (encoding, text) in [
        (encoding_rs::BIG5, "森林覆蓋率,2011\n能源消費總量,49.2\n"),
        (
            encoding_rs::WINDOWS_1251,
            "Выработка электроэнергии;2011\nЗанятость;49,2\n",
        ),
        (encoding_rs::SHIFT_JIS, "エネルギー消費,2011\n電力,49.2\n"),
    ] {
        let (bytes, ..) = encoding.encode(text);
        let failure = sheets_of_bytes("table.csv", &bytes).unwrap_err();
        assert!(failure.to_string().contains("encoding"), "{failure}");
    }
}

#[test]
fn line_ends_come_from_every_system() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["指标,2011,2012", "", "", "钢铁,49.2,45.9", ""].join(end);
        assert_eq!(
            shown(&grid(text.as_bytes())),
            [ROWS[0], "", "", ROWS[1]],
            "{end:?}"
        );
    }
}

#[test]
fn every_separator_is_found() {
    for (text, separator) in [
        ("指标,2011,2012\n钢铁,49.2,45.9", ','),
        ("指标\t2011\t2012\n钢铁\t49.2\t45.9", '\t'),
        ("指标;2011;2012\n钢铁;49.2;45.9", ';'),
        ("sep=;\n指标;2011;2012\n钢铁;49.2;45.9", ';'),
        ("sep=|\r\n指标|2011|2012\r\n钢铁|49.2|45.9", '|'),
        ("指标|2011|2012\n钢铁|49.2|45.9", '|'),
        ("指标，2011，2012\n钢铁，49.2，45.9", '，'),
        ("指标   2011   2012\n钢铁   49.2   45.9", ' '),
        ("指标\u{3000}2011\u{3000}2012\n钢铁\u{3000}49.2\u{3000}45.9", ' '),
    ] {
        let grid = grid(text.as_bytes());
        assert_eq!(shown(&grid), ROWS, "{text}");
        assert_eq!(grid.separator(), Some(separator), "{text}");
        if !text.starts_with("sep") {
            assert_eq!(pasted(text).unwrap(), grid, "{text}");
        }
    }
}

#[test]
fn a_wide_comma_in_quotation_marks_is_part_of_the_cell() {
    let text = "指标，2011，2012\n\"钢铁，前10家\"，49.2，45.9";
    assert_eq!(shown(&grid(text.as_bytes()))[1], "钢铁，前10家|49.2|45.9");
}

#[test]
fn cells_in_quotation_marks_may_have_everything() {
    let text = "name,2011\n\"a, b;\nc \"\"d\"\"\",\"14,100\"\n";
    let grid = grid(text.as_bytes());
    assert_eq!(grid.get(1, 0).written(), "a, b;\nc \"d\"");
    assert_eq!(grid.get(1, 1).written(), "14,100");
}

#[test]
fn a_quotation_mark_without_its_end_swallows_nothing() {
    let text = "name,2011\n\"steel,49.2\nglass,1\n";
    assert_eq!(
        shown(&grid(text.as_bytes())),
        ["name|2011", "\"steel|49.2", "glass|1"]
    );
    let inch = "name,2011\n\"5\"\" pipe, long\",49.2\n5\" rod,1\n";
    assert_eq!(
        shown(&grid(inch.as_bytes())),
        ["name|2011", "5\" pipe, long|49.2", "5\" rod|1"]
    );
}

#[test]
fn blanks_of_every_kind_are_left_out_around_cells() {
    let text = "\u{A0}指标\u{3000},\t2011\t,\u{200B}2012 \n钢铁\u{FEFF},\u{2009}49.2, 45.9\u{A0}";
    assert_eq!(shown(&grid(text.as_bytes())), ROWS);
}

#[test]
fn one_pasted_column_of_thousands_stays_one_column() {
    assert_eq!(shown(&pasted("1,234\n5,678\n").unwrap()), ["1,234", "5,678"]);
    assert_eq!(shown(&pasted("1,234\t5,678\n").unwrap()), ["1,234|5,678"]);
}
