//! .xls records that no available program writes: from Excel 95, of formulas, of charts between cells.

use planpath::file::{Area, Grid, GridCell, sheets_of_bytes};

use crate::import::shown;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// Two-byte numbers.
fn shorts(values: &[u16]) -> Vec<u8> {
    values.iter().copied().flat_map(u16::to_le_bytes).collect()
}

/// Row, column and style of a cell, and what follows.
fn cell(kind: u16, [row, column, style]: [u16; 3], rest: &[u8]) -> Vec<u8> {
    record(kind, &[&shorts(&[row, column, style])[..], rest].concat())
}

const EOF: [u8; 4] = [0x0A, 0, 0, 0];

fn begin(version: u16) -> Vec<u8> {
    let length = if version == 0x0600 { 16 } else { 8 };
    let mut data = shorts(&[version, 5]);
    data.resize(length, 0);
    record(0x0809, &data)
}

/// A workbook with one sheet: global records, the sheet's encoded name, its cell records.
fn workbook(version: u16, globals: &[Vec<u8>], name: &[u8], cells: &[Vec<u8>]) -> Vec<u8> {
    let before = [begin(version), globals.concat()].concat();
    let listed = 4 + 6 + name.len();
    let start = u32::try_from(before.len() + listed + EOF.len()).unwrap();
    let bound = record(0x0085, &[&start.to_le_bytes()[..], &[0, 0], name].concat());
    [&before, &bound, &EOF[..], &begin(version), &cells.concat(), &EOF].concat()
}

/// The default style, and one that shows percentages.
fn styles() -> Vec<Vec<u8>> {
    vec![
        record(0x00E0, &shorts(&[0, 0, 0])),
        record(0x00E0, &shorts(&[0, 10, 0])),
    ]
}

fn grid(bytes: &[u8]) -> Grid {
    sheets_of_bytes("book.xls", bytes).unwrap().sheets.remove(0).grid
}

#[test]
fn excel_95_spells_its_texts_in_a_code_page() {
    let (chinese, _, _) = encoding_rs::GBK.encode("钢铁");
    let text = [&shorts(&[4])[..], &chinese].concat();
    let name = [&[4_u8][..], &chinese].concat();
    let mut globals = vec![record(0x0042, &shorts(&[936]))];
    // A format written out, with a one-byte length.
    globals.push(record(0x041E, &[&shorts(&[164])[..], &[4], b"0.0%"].concat()));
    globals.extend(styles());
    globals.push(record(0x00E0, &shorts(&[0, 164, 0])));
    let cells = [
        cell(0x0204, [0, 0, 0], &text),
        cell(0x0203, [0, 1, 2], &0.492_f64.to_le_bytes()),
    ];
    let sheets = sheets_of_bytes("book.xls", &workbook(0x0500, &globals, &name, &cells)).unwrap();
    assert_eq!(sheets.sheets[0].name, "钢铁");
    assert_eq!(shown(&sheets.sheets[0].grid), ["钢铁|49.2%"]);
}

#[test]
fn every_record_of_a_cell_is_read() {
    let formula = |result: [u8; 8]| [&result[..], &[0; 8]].concat();
    let special = |kind, value| formula([kind, 0, value, 0, 0, 0, 0xFF, 0xFF]);
    let whole = |value: u32| (value << 2 | 2).to_le_bytes();
    let several = [
        // Row, first column; style and number of each; last column.
        &shorts(&[0, 0, 1])[..],
        &whole(2),
        &shorts(&[0]),
        &whole(2012),
        &shorts(&[1]),
    ]
    .concat();
    let cells = [
        record(0x00BD, &several),
        cell(0x027E, [0, 2, 0], &(349_u32 << 2 | 3).to_le_bytes()),
        cell(0x0205, [1, 0, 0], &[1, 0]),
        cell(0x0205, [1, 1, 0], &[7, 1]),
        cell(0x0006, [1, 2, 1], &formula(0.5_f64.to_le_bytes())),
        cell(0x0006, [2, 0, 0], &special(0, 0)),
        record(0x0207, b"\x02\0\0ab"),
        cell(0x0006, [2, 1, 0], &special(1, 1)),
        cell(0x0006, [2, 2, 0], &special(2, 0x2A)),
        cell(0x0006, [2, 3, 0], &special(3, 0)),
    ];
    let rows = |globals: &[Vec<u8>]| shown(&grid(&workbook(0x0600, globals, b"\x01\0a", &cells)));
    let read = ["200%|2012|3.49", "TRUE|#DIV/0!|50%", "ab|TRUE|#N/A|=…"];
    assert_eq!(rows(&styles()), read);
    // Among computed formulas, this one gave an empty result.
    let mut worked_out = styles();
    worked_out.push(record(0x01C1, &[0; 8]));
    assert_eq!(rows(&worked_out)[2], "ab|TRUE|#N/A");
}

#[test]
fn charts_between_the_cells_are_passed_over() {
    let number = |row, column: u16| cell(0x0203, [row, column, 0], &1_f64.to_le_bytes());
    let hidden_row = record(0x0208, &shorts(&[1, 0, 2, 255, 0, 0, 0x20, 0]));
    let hidden_columns = record(0x007D, &shorts(&[1, 1, 2048, 0, 1, 0]));
    let merged = record(0x00E5, &shorts(&[1, 0, 1, 2, 3]));
    let cells = [
        hidden_row,
        hidden_columns,
        number(0, 0),
        begin(0x0600),
        number(5, 5),
        EOF.to_vec(),
        number(1, 1),
        number(1, 3),
        merged,
    ];
    let grid = grid(&workbook(0x0600, &styles(), b"\x01\0a", &cells));
    assert_eq!(
        shown(&grid),
        ["1", "|1"],
        "what is beneath merged cells is not read"
    );
    assert!(grid.is_hidden(1, 0) && grid.is_hidden(0, 1) && !grid.is_hidden(0, 0));
    let area = Area {
        first: (0, 2),
        last: (1, 3),
    };
    assert_eq!(grid.merged(), [area]);
}

#[test]
fn sheets_that_are_cut_off_are_refused() {
    let cells = [cell(0x0203, [0, 0, 0], &1_f64.to_le_bytes())];
    let whole = workbook(0x0600, &styles(), b"\x01\0a", &cells);
    assert_eq!(
        *grid(&whole).get(0, 0),
        GridCell::Number {
            value: 1.0,
            is_percent: false
        }
    );
    for length in 10..whole.len() {
        let failure = sheets_of_bytes("book.xls", &whole[..length]).unwrap_err();
        assert_eq!(failure.message().unwrap().id(), "table-broken", "{length}");
    }
    let short = [record(0x0203, &shorts(&[0, 0]))];
    let failure = sheets_of_bytes("book.xls", &workbook(0x0600, &styles(), b"\x01\0a", &short)).unwrap_err();
    assert_eq!(failure.message().unwrap().id(), "table-broken");
}

#[test]
fn a_password_on_an_old_workbook_is_named() {
    let globals = [record(0x002F, &shorts(&[1, 0, 0]))];
    let failure = sheets_of_bytes("book.xls", &workbook(0x0600, &globals, b"\x01\0a", &[])).unwrap_err();
    assert_eq!(failure.message().unwrap().id(), "table-password");
}
