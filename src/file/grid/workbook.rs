//! Tables from workbooks: values only. Formulas are not worked out again and macros never run.

use std::io::Cursor;

use calamine::{Data, Reader, Style, Xls, XlsError, Xlsx, XlsxError};

use super::{Failure, Grid, GridCell, Sheet, Sheets, is_beyond, refusal, too_many_cells};
use crate::text::Message;

/// How .xlsx and .xlsm begin: they are ZIP archives.
const ZIP: &[u8] = b"PK\x03\x04";
/// How .xls begins, and every workbook that is protected by a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether bytes are those of a workbook rather than of a text.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Sheets, Failure> {
    // A protected .xlsx looks like an .xls from outside; only its own reader knows it.
    match Xlsx::new(Cursor::new(bytes)) {
        Ok(workbook) => return modern(name, workbook),
        Err(XlsxError::Password) => return Err(protected(name)),
        Err(error) if bytes.starts_with(ZIP) => return Err(broken(name, &error)),
        Err(_) => {}
    }
    match Xls::new(Cursor::new(bytes)) {
        Ok(workbook) => old(name, workbook),
        Err(XlsError::Password) => Err(protected(name)),
        Err(error) => Err(broken(name, &error)),
    }
}

fn protected(name: &str) -> Failure {
    refusal("table-password", name, "table-password-help")
}

fn broken(name: &str, error: &dyn std::error::Error) -> Failure {
    Failure::Other {
        what: Message::new("table-broken")
            .with("path", name)
            .with("detail", error.to_string()),
        help: Some(Message::new("table-broken-help")),
    }
}

/// Cell by cell, because one stray cell far out would make a rectangle that no memory holds.
fn modern(name: &str, mut workbook: Xlsx<Cursor<&[u8]>>) -> Result<Sheets, Failure> {
    // Macros that cannot be read are macros all the same.
    let has_macros = !matches!(workbook.vba_project(), Ok(None));
    let mut sheets = Vec::new();
    for sheet in workbook.sheet_names() {
        let mut reader = match workbook.worksheet_cells_reader(&sheet) {
            Ok(reader) => reader,
            // A chart on a sheet of its own has no cells.
            Err(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(broken(name, &error)),
        };
        let percents: Vec<bool> = reader.styles().iter().map(shows_percent).collect();
        let mut grid = Grid::default();
        while let Some((cell, style)) = reader
            .next_cell_with_style_id()
            .map_err(|error| broken(name, &error))?
        {
            let (row, column) = cell.get_position();
            let is_percent = percents.get(style).copied().unwrap_or(false);
            let value = value(&Data::from(cell.get_value().clone()), is_percent);
            if value != GridCell::Empty && !put(&mut grid, row, column, value) {
                return Err(too_many_cells(name));
            }
        }
        sheets.push(Sheet {
            name: sheet,
            grid,
            is_hidden: false,
        });
    }
    Ok(Sheets { sheets, has_macros })
}

fn old(name: &str, mut workbook: Xls<Cursor<&[u8]>>) -> Result<Sheets, Failure> {
    // Macros that cannot be read are macros all the same.
    let has_macros = !matches!(workbook.vba_project(), Ok(None));
    let mut sheets = Vec::new();
    for (sheet, range) in workbook.worksheets() {
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        let mut grid = Grid {
            hides_percent: true,
            ..Grid::default()
        };
        for (row, column, data) in range.used_cells() {
            let value = value(data, false);
            let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            let column = first_column.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            if value != GridCell::Empty && !put(&mut grid, row, column, value) {
                return Err(too_many_cells(name));
            }
        }
        sheets.push(Sheet {
            name: sheet,
            grid,
            is_hidden: false,
        });
    }
    Ok(Sheets { sheets, has_macros })
}

/// Whether a cell of this style shows its value times a hundred.
fn shows_percent(style: &Style) -> bool {
    let format = style.number_format.as_ref();
    format.is_some_and(|format| format.format_code.contains('%'))
}

/// Puts a value into its place; false where no table of figures reaches.
fn put(grid: &mut Grid, row: u32, column: u32, value: GridCell) -> bool {
    let (Ok(row), Ok(column)) = (usize::try_from(row), usize::try_from(column)) else {
        return false;
    };
    if is_beyond(row, column) {
        return false;
    }
    if grid.rows.len() <= row {
        grid.rows.resize(row + 1, Vec::new());
    }
    let cells = &mut grid.rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, GridCell::Empty);
    }
    cells[column] = value;
    true
}

fn value(data: &Data, is_percent: bool) -> GridCell {
    let number = |value: f64| GridCell::Number {
        value: as_shown(if is_percent { value * 100.0 } else { value }),
        is_percent,
    };
    let text = |text: &str| match text.trim() {
        "" => GridCell::Empty,
        text => GridCell::Text(text.to_owned()),
    };
    match data {
        Data::Empty => GridCell::Empty,
        #[allow(
            clippy::cast_precision_loss,
            reason = "spreadsheets have no larger whole numbers"
        )]
        Data::Int(value) => number(*value as f64),
        Data::Float(value) => number(*value),
        Data::String(value) | Data::DateTimeIso(value) | Data::DurationIso(value) => text(value),
        Data::Bool(value) => text(if *value { "TRUE" } else { "FALSE" }),
        Data::DateTime(value) => GridCell::Text(value.to_string()),
        Data::Error(error) => GridCell::Failed(error.to_string()),
    }
}

/// The 15 digits that spreadsheets show and keep: 0.082 · 100 is 8.2 there.
fn as_shown(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_that_people_see() {
        let cell = |data| value(&data, true);
        assert_eq!(
            cell(Data::Float(0.082)),
            GridCell::Number {
                value: 8.2,
                is_percent: true
            }
        );
        let plain = value(&Data::Float(0.1 + 0.2), false);
        assert_eq!(
            plain,
            GridCell::Number {
                value: 0.3,
                is_percent: false
            }
        );
        assert_eq!(value(&Data::Empty, false), GridCell::Empty);
    }
}
