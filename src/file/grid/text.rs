//! Delimited text.

use super::blanks::{lines, trimmed};
use super::limits::{ReadBudget, ReadError};
use super::separator::{Separator, chosen, cut_at_blanks};
use super::{Grid, GridCell, eurostat};

/// Stand-in for a multi-byte separator; does not occur in text.
const STAND_IN: char = '\u{1F}';

/// Cells of a text with unknown separator.
pub(super) fn grid(text: &str, budget: &mut ReadBudget<'_>) -> Result<Grid, ReadError> {
    budget.watch.expect(text.len() as u64);
    let text = text.trim_start_matches('\u{FEFF}');
    let (separator, text) = chosen(text);
    match eurostat::unfolded(text).filter(|_| separator == Separator::Sign('\t')) {
        Some(text) => cells(&text, separator, budget),
        None => cells(text, separator, budget),
    }
}

/// Cells of pasted text: tab-separated, else as in files.
pub(super) fn pasted(text: &str, budget: &mut ReadBudget<'_>) -> Result<Grid, ReadError> {
    if text.contains('\t') {
        let text = text.trim_start_matches('\u{FEFF}');
        let unfolded = eurostat::unfolded(text);
        return cells(unfolded.as_deref().unwrap_or(text), Separator::Sign('\t'), budget);
    }
    grid(text, budget)
}

fn cells(text: &str, separator: Separator, budget: &mut ReadBudget<'_>) -> Result<Grid, ReadError> {
    let mut grid = match separator {
        Separator::Sign(sign) if sign.is_ascii() => separated(text, sign, budget)?,
        Separator::Sign(sign) => separated(
            &text.replace(sign, STAND_IN.encode_utf8(&mut [0; 4])),
            sign,
            budget,
        )?,
        Separator::Blanks => {
            let mut grid = Grid::default();
            for (row, line) in lines(text).enumerate() {
                for (column, found) in cut_at_blanks(line).enumerate() {
                    grid.put(row, column, cell(found), budget)?;
                }
            }
            grid
        }
    };
    grid.separator = Some(match separator {
        Separator::Sign(sign) => sign,
        Separator::Blanks => ' ',
    });
    Ok(grid)
}

fn separated(text: &str, sign: char, budget: &mut ReadBudget<'_>) -> Result<Grid, ReadError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(!is_left_open(text.as_bytes(), sign))
        .delimiter(u8::try_from(sign).unwrap_or(STAND_IN as u8))
        .from_reader(text.as_bytes());
    let (mut grid, mut row) = (Grid::default(), 0_usize);
    let mut record = csv::StringRecord::new();
    // Cannot fail: valid UTF-8 and flexible row lengths.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        // The reader skips empty lines; rows keep their visible numbers.
        row += blank_lines(text.as_bytes(), usize::try_from(start).unwrap_or(0));
        budget.within(row, record.len().saturating_sub(1))?;
        for (column, found) in record.iter().enumerate() {
            let found = if sign.is_ascii() {
                cell(found)
            } else {
                // Restore stand-ins inside quotes.
                cell(&found.replace(STAND_IN, sign.encode_utf8(&mut [0; 4])))
            };
            grid.put(row, column, found, budget)?;
        }
        row += 1;
        if row.is_multiple_of(1024) {
            budget.ask()?;
            budget.watch.reached(start);
        }
    }
    budget.watch.reached(text.len() as u64);
    Ok(grid)
}

/// Whether a cell has an unclosed opening quote, which would swallow the rest. Quotes are then taken literally.
fn is_left_open(text: &[u8], sign: char) -> bool {
    let is_odd = text.iter().fold(false, |is_odd, byte| is_odd ^ (*byte == b'"'));
    // Fast path: an even number of quotes.
    if !is_odd {
        return false;
    }
    let separator = u8::try_from(sign).unwrap_or(STAND_IN as u8);
    let (mut is_start, mut is_quoted) = (true, false);
    let mut bytes = text.iter().peekable();
    while let Some(byte) = bytes.next() {
        if is_quoted {
            // A doubled quote is an escaped one.
            is_quoted = *byte != b'"' || bytes.next_if_eq(&&b'"').is_some();
        } else if is_start && *byte == b'"' {
            is_quoted = true;
        }
        is_start = !is_quoted && (*byte == separator || matches!(byte, b'\r' | b'\n'));
    }
    is_quoted
}

/// Number of empty lines at this byte, for any line ending.
fn blank_lines(text: &[u8], start: usize) -> usize {
    let after_return = start > 0 && text.get(start - 1) == Some(&b'\r');
    let mut rest = text.get(start..).unwrap_or_default();
    // The preceding line ending may be half read.
    if after_return {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut count = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return count,
        };
        count += 1;
    }
}

fn cell(text: &str) -> GridCell {
    let text = trimmed(text);
    if text.is_empty() {
        GridCell::Empty
    } else if text.starts_with('#') && text[1..].starts_with(|c: char| c.is_ascii_uppercase()) {
        GridCell::Failed(text.to_owned())
    } else {
        GridCell::Text(text.to_owned())
    }
}

/// Starts superscript text: after a digit or Chinese character it is a footnote, which must not join the number;
/// elsewhere it may belong to a unit.
pub(super) fn open_note(text: &mut String) -> bool {
    let takes_notes = |c: char| {
        c.is_numeric() || matches!(c, '%' | '％' | ')' | '）') || ('\u{3400}'..='\u{9FFF}').contains(&c)
    };
    let is_note = trimmed(text).ends_with(takes_notes);
    if is_note {
        text.push_str(" [");
    }
    is_note
}

/// Ends such a footnote.
pub(super) fn close_note(text: &mut String) {
    text.push(']');
}
