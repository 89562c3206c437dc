//! OpenDocument spreadsheets (.ods, .fods), as written by LibreOffice and WPS.

use std::collections::HashSet;

use quick_xml::events::{BytesStart, Event};

use super::blanks::trimmed;
use super::format::number;
use super::limits::{ReadBudget, ReadError};
use super::painted::{FormatText, of_shown};
use super::text::{close_note, open_note};
use super::xlsx::{Archive, names, with_part};
use super::xml::{XmlReader, attribute, entity};
use super::{Grid, GridCell, Sheet, Sheets, date};

/// A spreadsheet in an opened archive.
pub(super) fn read(archive: &mut Archive<'_>, budget: &mut ReadBudget<'_>) -> Result<Sheets, ReadError> {
    let is_protected = with_part(archive, "META-INF/manifest.xml", budget, is_encrypted)?;
    if is_protected == Some(true) {
        return Err(budget.refusal("table-password", "table-password-help"));
    }
    let sheets = with_part(archive, "content.xml", budget, content)?;
    let Some(sheets) = sheets else {
        return Err(budget.broken("content.xml is missing"));
    };
    let has_macros = names(archive).any(|name| name.starts_with("Basic/"));
    Ok(Sheets { sheets, has_macros })
}

/// The same from flat XML.
pub(super) fn read_flat(mut bytes: &[u8], budget: &mut ReadBudget<'_>) -> Result<Sheets, ReadError> {
    budget.watch.expect(bytes.len() as u64);
    let mut xml = XmlReader::new("office:document", &mut bytes, budget);
    let sheets = content(&mut xml, budget)?;
    Ok(Sheets {
        sheets,
        has_macros: false,
    })
}

fn is_encrypted(xml: &mut XmlReader<'_>, budget: &mut ReadBudget<'_>) -> Result<bool, ReadError> {
    loop {
        match xml.next(budget)? {
            Event::Start(tag) if tag.local_name().as_ref() == b"encryption-data" => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

fn content(xml: &mut XmlReader<'_>, budget: &mut ReadBudget<'_>) -> Result<Vec<Sheet>, ReadError> {
    let mut sheets = Vec::new();
    // Styles of hidden tables and of superscript text.
    let (mut hidden, mut raised, mut style) = (HashSet::new(), HashSet::new(), String::new());
    loop {
        match xml.next(budget)? {
            Event::Start(tag) => match tag.name().as_ref() {
                b"style:style" => style = attribute(&tag, "name").unwrap_or_default(),
                b"style:table-properties"
                    if attribute(&tag, "display").is_some_and(|display| display == "false") =>
                {
                    hidden.insert(style.clone());
                }
                b"style:text-properties"
                    if attribute(&tag, "text-position").is_some_and(|place| place.starts_with("super")) =>
                {
                    raised.insert(style.clone());
                }
                b"table:table" => {
                    budget.entry()?;
                    let is_hidden = attribute(&tag, "style-name").is_some_and(|name| hidden.contains(&name));
                    let name = attribute(&tag, "name").unwrap_or_default();
                    let grid = table(xml, &raised, budget)?;
                    sheets.push(Sheet {
                        name,
                        grid,
                        is_hidden,
                    });
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// Position of the next cell.
#[derive(Default)]
struct CellCursor {
    row: usize,
    /// Repetitions of this row.
    rows: usize,
    column: usize,
    /// As `column`, for column definitions.
    described: usize,
}

fn table(
    xml: &mut XmlReader<'_>,
    raised: &HashSet<String>,
    budget: &mut ReadBudget<'_>,
) -> Result<Grid, ReadError> {
    let (mut grid, mut at) = (Grid::default(), CellCursor::default());
    loop {
        match xml.next(budget)? {
            Event::Start(tag) => match tag.name().as_ref() {
                b"table:table-column" => {
                    let columns = repeated(&tag, "number-columns-repeated");
                    let last = at.described.saturating_add(columns);
                    if is_hidden(&tag) && last > at.described {
                        grid.hide_columns(at.described..=last - 1);
                    }
                    at.described = last;
                }
                b"table:table-row" => {
                    at.rows = repeated(&tag, "number-rows-repeated");
                    at.column = 0;
                    if is_hidden(&tag) {
                        let rows = at.row..at.row.saturating_add(at.rows);
                        let within = rows.take_while(|row| budget.within(*row, 0).is_ok());
                        for row in within {
                            grid.hide_row(row, budget);
                        }
                    }
                }
                b"table:table-cell" => {
                    let tag = tag.into_owned();
                    let (written, comment) = written(xml, raised, budget)?;
                    grid.comment((at.row, at.column), &comment, budget)?;
                    cell(&tag, &written, &mut grid, &mut at, budget)?;
                }
                b"table:covered-table-cell" => {
                    let columns = repeated(&tag, "number-columns-repeated");
                    at.column = at.column.saturating_add(columns);
                    xml.skip(b"table:covered-table-cell", budget)?;
                }
                // Drawings are not cells.
                b"table:shapes" => xml.skip(b"table:shapes", budget)?,
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                b"table:table-row" => at.row = at.row.saturating_add(at.rows),
                b"table:table" => return Ok(grid),
                _ => {}
            },
            Event::Eof => return Err(budget.broken("the table has no end")),
            _ => {}
        }
    }
}

/// Adds a cell with its repetitions.
fn cell(
    tag: &BytesStart<'_>,
    written: &str,
    grid: &mut Grid,
    at: &mut CellCursor,
    budget: &mut ReadBudget<'_>,
) -> Result<(), ReadError> {
    let (value, painted) = painted(value(tag, written), written);
    let columns = repeated(tag, "number-columns-repeated");
    let last_row = at.row.saturating_add(repeated(tag, "number-rows-spanned") - 1);
    let last_column = at
        .column
        .saturating_add(repeated(tag, "number-columns-spanned") - 1);
    grid.merge((at.row, at.column), (last_row, last_column), budget)?;
    if value != GridCell::Empty {
        for row in at.row..at.row.saturating_add(at.rows) {
            for column in at.column..at.column.saturating_add(columns) {
                grid.put_painted((row, column), value.clone(), painted.clone(), budget)?;
            }
        }
    }
    at.column = at.column.saturating_add(columns);
    Ok(())
}

/// Splits the displayed text of a number into number and format text.
fn painted(cell: GridCell, written: &str) -> (GridCell, Option<FormatText>) {
    let GridCell::Number { value, is_percent } = cell else {
        return (cell, None);
    };
    let shown = trimmed(written);
    let is_truth = matches!(shown, "TRUE" | "FALSE");
    if !shown.is_empty() && !is_truth && !shown.contains(|c: char| c.is_ascii_digit()) {
        return (GridCell::Text(shown.to_owned()), None);
    }
    let painted = of_shown(shown, value, is_percent);
    let divisor = painted
        .as_ref()
        .and_then(|painted| painted.divisor)
        .unwrap_or(1.0);
    (number(value / divisor, is_percent), painted)
}

/// Repetition count, at least 1.
fn repeated(tag: &BytesStart<'_>, name: &str) -> usize {
    attribute(tag, name)
        .and_then(|count| count.parse().ok())
        .unwrap_or(1)
        .max(1)
}

/// Whether a row or column is hidden or filtered out.
fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|value| value != "visible")
}

/// Cell content. The value type covers percentages and dates, so formats need not be parsed.
fn value(tag: &BytesStart<'_>, written: &str) -> GridCell {
    let get = |name| attribute(tag, name);
    let text = || match trimmed(written) {
        "" => GridCell::Empty,
        text => GridCell::Text(text.to_owned()),
    };
    // LibreOffice writes its own types under this prefix besides the standard ones.
    let own_type = tag.try_get_attribute("calcext:value-type").ok().flatten();
    if own_type.is_some_and(|own| &*own.value == b"error") {
        return GridCell::Failed(written.to_owned());
    }
    let kind = tag.try_get_attribute("office:value-type").ok().flatten();
    let amount = get("value").and_then(|value| value.parse::<f64>().ok());
    match (kind.as_ref().map(|kind| &*kind.value), amount) {
        (Some(b"percentage"), Some(value)) => number(value * 100.0, true),
        (Some(b"float" | b"currency"), Some(value)) => number(value, false),
        (Some(b"date"), _) => get("date-value")
            .and_then(|date| date::of_iso(&date))
            .map_or_else(text, |date| {
                if date::shows_no_day(written) {
                    date::without_day(date)
                } else {
                    date
                }
            }),
        (Some(b"boolean"), _) => {
            let is_true = get("boolean-value").is_some_and(|value| value == "true");
            GridCell::Text(if is_true { "TRUE" } else { "FALSE" }.to_owned())
        }
        (Some(b"string"), _) if written.is_empty() => get("string-value")
            .filter(|value| !trimmed(value).is_empty())
            .map_or(GridCell::Empty, |value| {
                GridCell::Text(trimmed(&value).to_owned())
            }),
        (None, _) if written.is_empty() => get("formula").map_or(GridCell::Empty, GridCell::Failed),
        _ => text(),
    }
}

/// Reads cell text up to the end tag, one line per paragraph, and separately the cell comment.
fn written(
    xml: &mut XmlReader<'_>,
    raised: &HashSet<String>,
    budget: &ReadBudget<'_>,
) -> Result<(String, String), ReadError> {
    let (mut text, mut comment) = (String::new(), String::new());
    let mut paragraphs = 0_usize;
    // For each open span, whether it is a footnote mark.
    let mut stretches = Vec::new();
    loop {
        match xml.next(budget)? {
            Event::Start(tag) => match tag.name().as_ref() {
                b"text:p" => {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                b"text:span" => {
                    let is_raised = attribute(&tag, "style-name").is_some_and(|name| raised.contains(&name));
                    stretches.push(is_raised && open_note(&mut text));
                }
                b"text:s" => {
                    // Bounded, whatever the file says.
                    let blanks = repeated(&tag, "c").min(1000);
                    text.extend(std::iter::repeat_n(' ', blanks));
                }
                b"text:tab" | b"text:line-break" => text.push(' '),
                b"office:annotation" => comment = annotation(xml, budget)?,
                b"draw:frame" => xml.skip(b"draw:frame", budget)?,
                _ => {}
            },
            Event::Text(found) if paragraphs > 0 => text.push_str(&found.xml10_content().unwrap_or_default()),
            Event::CData(found) if paragraphs > 0 => text.push_str(&found.decode().unwrap_or_default()),
            Event::GeneralRef(found) if paragraphs > 0 => text.extend(entity(&found)),
            Event::End(tag) => match tag.name().as_ref() {
                b"text:p" => paragraphs = paragraphs.saturating_sub(1),
                b"text:span" if stretches.pop() == Some(true) => close_note(&mut text),
                b"table:table-cell" => return Ok((text, comment)),
                _ => {}
            },
            Event::Eof => return Err(budget.broken("the cell has no end")),
            _ => {}
        }
    }
}

/// Paragraphs of a comment, without author and date.
fn annotation(xml: &mut XmlReader<'_>, budget: &ReadBudget<'_>) -> Result<String, ReadError> {
    let (mut text, mut paragraphs) = (String::new(), 0_usize);
    loop {
        match xml.next(budget)? {
            Event::Start(tag) if tag.name().as_ref() == b"text:p" => {
                paragraphs += 1;
                text.push('\n');
            }
            Event::Text(found) if paragraphs > 0 => text.push_str(&found.xml10_content().unwrap_or_default()),
            Event::GeneralRef(found) if paragraphs > 0 => text.extend(entity(&found)),
            Event::End(tag) => match tag.name().as_ref() {
                b"text:p" => paragraphs = paragraphs.saturating_sub(1),
                b"office:annotation" => return Ok(trimmed(&text).to_owned()),
                _ => {}
            },
            Event::Eof => return Err(budget.broken("the comment has no end")),
            _ => {}
        }
    }
}
