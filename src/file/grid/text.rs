//! Tables as text: encodings, separators, cells.

use encoding_rs::{Encoding, GBK};

use super::{Failure, Grid, GridCell, is_beyond, refusal, too_many_cells};

/// The text of a file in UTF-8, in UTF-16 with its mark, or in GBK, which spreadsheets on Chinese Windows write.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<String, Failure> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling_and_without_replacement(&bytes[mark..])
            .map(std::borrow::Cow::into_owned)
            .ok_or_else(|| refusal("table-cut-text", name, "table-cut-text-help"));
    }
    if bytes.contains(&0) {
        return Err(refusal("table-no-text", name, "table-no-text-help"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        // UTF-8 whose last character is cut might pass for GBK, and would come out as other characters.
        Err(fault) if fault.error_len().is_none() && !bytes[..fault.valid_up_to()].is_ascii() => {
            return Err(refusal("table-cut-text", name, "table-cut-text-help"));
        }
        Err(_) => {}
    }
    GBK.decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| refusal("table-cut-text", name, "table-cut-text-help"))
}

/// The cells of a text whose separator has to be found out.
pub(super) fn grid(name: &str, text: &str) -> Result<Grid, Failure> {
    cells(text, separator(text)).ok_or_else(|| too_many_cells(name))
}

/// The cells of pasted text.
pub(super) fn pasted(text: &str) -> Result<Grid, Failure> {
    let text = text.trim_start_matches('\u{FEFF}');
    cells(text, b'\t').ok_or_else(|| too_many_cells("…"))
}

/// Lines that are looked at for the separator.
const LOOK_AT: usize = 20;

/// A tab wherever there is one; a semicolon if every line has one, because commas may then be inside numbers; a comma
/// otherwise.
fn separator(text: &str) -> u8 {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(LOOK_AT);
    if text.lines().take(LOOK_AT).any(|line| unquoted(line, '\t')) {
        b'\t'
    } else if lines.all(|line| unquoted(line, ';')) && text.contains(';') {
        b';'
    } else {
        b','
    }
}

/// Whether a line has the sign outside quotation marks.
fn unquoted(line: &str, sign: char) -> bool {
    let mut is_quoted = false;
    line.chars().any(|c| {
        is_quoted ^= c == '"';
        c == sign && !is_quoted
    })
}

/// Nothing if there are too many.
fn cells(text: &str, separator: u8) -> Option<Grid> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<GridCell>> = Vec::new();
    for record in reader.records() {
        // The text is valid and rows may differ in length, so there is nothing to object to.
        let Ok(record) = record else { break };
        // The reader passes over lines that are empty; rows are counted as people see them.
        let start = record.position().map_or(0, csv::Position::byte);
        let rest = usize::try_from(start).ok().and_then(|start| text.get(start..));
        let blank = rest.map_or(0, |rest| rest.bytes().take_while(|byte| *byte == b'\n').count());
        if is_beyond(rows.len() + blank, 0) {
            return None;
        }
        rows.resize(rows.len() + blank, Vec::new());
        if is_beyond(rows.len(), record.len().saturating_sub(1)) {
            return None;
        }
        rows.push(record.iter().map(cell).collect());
    }
    Some(Grid {
        rows,
        separator: Some(char::from(separator)),
        ..Grid::default()
    })
}

fn cell(text: &str) -> GridCell {
    let text = text.trim();
    if text.is_empty() {
        GridCell::Empty
    } else if text.starts_with('#') && text[1..].starts_with(|c: char| c.is_ascii_uppercase()) {
        GridCell::Failed(text.to_owned())
    } else {
        GridCell::Text(text.to_owned())
    }
}
