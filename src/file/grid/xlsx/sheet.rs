//! One sheet: cells, merged areas, hidden rows and columns.

use quick_xml::events::{BytesStart, Event};

use super::super::blanks::trimmed;
use super::super::date;
use super::super::format::{NumberFormat, number};
use super::super::limits::{ReadBudget, ReadError};
use super::super::painted::FormatText;
use super::super::xml::{XmlReader, attribute, entity, plain, says_yes};
use super::super::{Grid, GridCell};
use super::book::XlsxWorkbook;
use super::text::{rich, unescaped};

/// An open cell.
#[derive(Default)]
struct XlsxCell {
    row: usize,
    column: usize,
    style: usize,
    kind: CellType,
    /// Stored value; a string index for [`CellType::Shared`].
    value: Option<String>,
    formula: Option<String>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum CellType {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Date,
}

/// Current element.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Nothing,
    Value,
    Formula,
}

pub(super) fn read(
    xml: &mut XmlReader<'_>,
    book: &XlsxWorkbook,
    budget: &mut ReadBudget<'_>,
) -> Result<Grid, ReadError> {
    let mut grid = Grid::default();
    let (mut cell, mut inside) = (XlsxCell::default(), Inside::Nothing);
    // Position of the next cell without a reference.
    let (mut row, mut column) = (0, 0);
    loop {
        match xml.next(budget)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"c" => cell = begun(&tag, row, column),
                b"v" => {
                    inside = Inside::Value;
                    cell.value = Some(String::new());
                }
                b"f" => {
                    inside = Inside::Formula;
                    cell.formula = Some(String::new());
                }
                b"is" => cell.value = Some(rich(xml, b"is", budget)?),
                b"row" => {
                    let number = attribute(&tag, "r").and_then(|number| number.parse::<usize>().ok());
                    row = number.map_or(row, |number| number.saturating_sub(1));
                    column = 0;
                    if says_yes(&tag, "hidden") || has_no_size(&tag, "ht") {
                        grid.hide_row(row, budget);
                    }
                }
                b"col" => hide_columns(&tag, &mut grid),
                b"mergeCell" => {
                    let area = attribute(&tag, "ref").and_then(|area| area_of(&area));
                    if let Some((first, last)) = area {
                        grid.merge(first, last, budget)?;
                    }
                }
                _ => {}
            },
            Event::Text(found) if inside == Inside::Value => {
                add(&mut cell.value, &found.xml10_content().unwrap_or_default());
            }
            Event::Text(found) if inside == Inside::Formula => {
                add(&mut cell.formula, &found.xml10_content().unwrap_or_default());
            }
            Event::GeneralRef(found) if inside != Inside::Nothing => {
                let into = if inside == Inside::Value {
                    &mut cell.value
                } else {
                    &mut cell.formula
                };
                add(into, entity(&found).unwrap_or_default().encode_utf8(&mut [0; 4]));
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                b"c" => {
                    let done = std::mem::take(&mut cell);
                    (row, column) = (done.row, done.column + 1);
                    let (at, style) = ((done.row, done.column), done.style);
                    let painted = painted(&done, book);
                    let content = content(done, book, budget)?;
                    if content != GridCell::Empty && book.is_struck.get(style) == Some(&true) {
                        grid.strike(at.0, at.1);
                    }
                    grid.put_painted(at, content, painted, budget)?;
                }
                b"row" => row += 1,
                b"v" | b"f" => inside = Inside::Nothing,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    grid.clear_covered(budget)?;
    Ok(grid)
}

fn add(to: &mut Option<String>, text: &str) {
    to.get_or_insert_default().push_str(text);
}

/// Format text of a cell's number.
fn painted(cell: &XlsxCell, book: &XlsxWorkbook) -> Option<FormatText> {
    let format = book.formats.get(cell.style)?;
    let value = cell.value.as_ref().filter(|_| cell.kind == CellType::Number)?;
    format.painted(value.trim().parse().ok()?)
}

/// A cell from its attributes: position, style, type.
fn begun(tag: &BytesStart<'_>, row: usize, column: usize) -> XlsxCell {
    let mut cell = XlsxCell {
        row,
        column,
        ..XlsxCell::default()
    };
    for attribute in tag.attributes().with_checks(false).flatten() {
        let value = &*attribute.value;
        match attribute.key.as_ref() {
            b"r" => (cell.row, cell.column) = position(value).unwrap_or((row, column)),
            b"s" => cell.style = plain(value).parse().unwrap_or(0),
            b"t" => {
                cell.kind = match value {
                    b"s" => CellType::Shared,
                    b"str" | b"inlineStr" => CellType::Text,
                    b"b" => CellType::Bool,
                    b"e" => CellType::Error,
                    b"d" => CellType::Date,
                    _ => CellType::Number,
                }
            }
            _ => {}
        }
    }
    cell
}

fn content(cell: XlsxCell, book: &XlsxWorkbook, budget: &ReadBudget<'_>) -> Result<GridCell, ReadError> {
    let text = |text: &str| match trimmed(text) {
        "" => GridCell::Empty,
        text => GridCell::Text(text.to_owned()),
    };
    let value = match (cell.value, cell.formula) {
        // Never calculated, but not an empty cell.
        (None, Some(formula)) => return Ok(uncalculated(&formula)),
        (Some(value), Some(formula)) if value.is_empty() && cell.kind == CellType::Number => {
            return Ok(uncalculated(&formula));
        }
        (None, None) => return Ok(GridCell::Empty),
        (Some(value), _) => value,
    };
    Ok(match cell.kind {
        CellType::Number => {
            let value = value.trim();
            match value.parse::<f64>() {
                Ok(value) => book.formats.get(cell.style).map_or_else(
                    || number(value, false),
                    |format: &NumberFormat| format.cell(value, book.is_1904),
                ),
                Err(_) => text(value),
            }
        }
        CellType::Shared => match value.trim().parse().ok().and_then(|at: usize| book.texts.get(at)) {
            Some(found) if found.is_empty() => GridCell::Empty,
            Some(found) => GridCell::Text(found.clone()),
            None => return Err(budget.broken(format!("there is no text number {value}"))),
        },
        CellType::Text => text(&unescaped(value)),
        CellType::Bool => text(if matches!(value.trim(), "1" | "true") {
            "TRUE"
        } else {
            "FALSE"
        }),
        CellType::Error => GridCell::Failed(value),
        CellType::Date => date::of_iso(&value).unwrap_or_else(|| text(&value)),
    })
}

/// A formula without a value.
fn uncalculated(formula: &str) -> GridCell {
    // Shared formulas are not repeated.
    let formula = if formula.is_empty() { "…" } else { formula };
    GridCell::Failed(format!("={formula}"))
}

/// Whether a row or column has zero size.
fn has_no_size(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name)
        .and_then(|size| size.parse::<f64>().ok())
        .is_some_and(|size| size == 0.0)
}

fn hide_columns(tag: &BytesStart<'_>, grid: &mut Grid) {
    if !says_yes(tag, "hidden") && !has_no_size(tag, "width") {
        return;
    }
    let number = |name| attribute(tag, name).and_then(|number| number.parse::<usize>().ok());
    if let (Some(first @ 1..), Some(last @ 1..)) = (number("min"), number("max")) {
        grid.hide_columns(first - 1..=last - 1);
    }
}

/// Row and column of B7, counted from 0.
pub(super) fn position(reference: &[u8]) -> Option<(usize, usize)> {
    let (mut row, mut column) = (0_usize, 0_usize);
    for byte in reference {
        match byte {
            b'$' => {}
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let letter = usize::from(byte.to_ascii_uppercase() - b'A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(usize::from(byte - b'0'))?,
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// First and last cell of B2:C7.
#[allow(clippy::type_complexity, reason = "two cells")]
fn area_of(reference: &str) -> Option<((usize, usize), (usize, usize))> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    Some((position(first.as_bytes())?, position(last.as_bytes())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_rows_and_columns() {
        assert_eq!(position(b"A1"), Some((0, 0)));
        assert_eq!(position(b"$AB$12"), Some((11, 27)));
        for wrong in [
            &b"A"[..],
            b"1",
            b"",
            b"A0",
            b"1A",
            b"AAAAAAAAAAAAAAAAAAAAAAAAAAA1",
        ] {
            assert_eq!(position(wrong), None);
        }
        assert_eq!(area_of("B2:C7"), Some(((1, 1), (6, 2))));
    }
}
