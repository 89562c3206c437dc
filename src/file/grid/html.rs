//! Tables of web pages, often published as .xls by statistics offices.

use std::collections::HashSet;

use html5gum::{StartTag, Token};

use super::blanks::trimmed;
use super::limits::{ReadBudget, ReadError};
use super::tags::tokens;
use super::text::{close_note, open_note};
use super::{Grid, GridCell, Sheet};

/// Maximum rowspan and colspan of the HTML standard.
const LONGEST_SPAN: (usize, usize) = (65_534, 1_000);

/// Maximum depth of nested tables.
const DEEPEST: usize = 32;

/// All tables of a page, including empty ones.
pub(super) fn read(page: &str, budget: &mut ReadBudget<'_>) -> Result<Vec<Sheet>, ReadError> {
    budget.watch.expect(page.len() as u64);
    let (mut done, mut open): (Vec<Sheet>, Vec<HtmlTable>) = (Vec::new(), Vec::new());
    // The element whose content is skipped.
    let mut unread: Option<Vec<u8>> = None;
    let (mut count, mut read) = (0_usize, 0_u64);
    for token in tokens(page) {
        let token = token.map_err(|error| budget.broken(error.to_string()))?;
        count += 1;
        if count.is_multiple_of(1024) {
            budget.ask()?;
            budget.watch.reached(read);
        }
        match token {
            Token::StartTag(tag) => {
                read += tag.name.len() as u64 + 2;
                if unread.is_some() {
                } else if is_unread(&tag.name) && !tag.self_closing {
                    unread = Some(tag.name.to_vec());
                } else if *tag.name == *b"table" {
                    budget.entry()?;
                    if open.len() < DEEPEST {
                        open.push(HtmlTable::new(&tag));
                    }
                } else if let Some(table) = open.last_mut() {
                    table.start(&tag, budget)?;
                }
            }
            Token::EndTag(tag) => {
                read += tag.name.len() as u64 + 3;
                if unread.as_ref().is_some_and(|name| *name == **tag.name) {
                    unread = None;
                } else if unread.is_none() && *tag.name == *b"table" {
                    if let Some(table) = open.pop() {
                        done.push(table.finish(done.len(), budget)?);
                    }
                } else if let Some(table) = open.last_mut() {
                    table.end(&tag.name, budget)?;
                }
            }
            Token::String(text) => {
                read += text.len() as u64;
                if let (None, Some(table)) = (&unread, open.last_mut()) {
                    table.text(&String::from_utf8_lossy(&text));
                }
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    // A page may be truncated.
    while let Some(table) = open.pop() {
        done.push(table.finish(done.len(), budget)?);
    }
    Ok(done)
}

fn is_unread(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"title" | b"template" | b"select")
}

/// An open table.
struct HtmlTable {
    grid: Grid,
    name: String,
    is_hidden: bool,
    is_group_hidden: bool,
    in_caption: bool,
    row: Option<usize>,
    rows: usize,
    column: usize,
    /// Columns described by <col>.
    described: usize,
    /// Places covered by row spans.
    taken: HashSet<(usize, usize)>,
    cell: Option<HtmlCell>,
}

struct HtmlCell {
    text: String,
    /// Struck-through text.
    struck: String,
    is_hidden: bool,
    is_struck: bool,
    /// Open elements and their effect on text.
    open: Vec<(Vec<u8>, TextEffect)>,
    rows: usize,
    columns: usize,
    is_note: bool,
    /// Title attribute, shown as a tooltip.
    title: String,
}

/// Effect of an element on its text.
#[derive(Clone, Copy, PartialEq)]
enum TextEffect {
    Plain,
    Struck,
    Hidden,
}

impl TextEffect {
    fn of(tag: &StartTag<()>) -> Self {
        if is_hidden(tag) {
            Self::Hidden
        } else if matches!(&**tag.name, b"s" | b"del" | b"strike") || style(tag).contains("line-through") {
            Self::Struck
        } else {
            Self::Plain
        }
    }
}

/// Void elements.
fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"br" | b"img" | b"wbr" | b"hr" | b"input" | b"meta" | b"link" | b"col"
    )
}

impl HtmlCell {
    fn open(&mut self, tag: &StartTag<()>) {
        if !is_void(&tag.name) && !tag.self_closing && self.open.len() < DEEPEST {
            self.open.push((tag.name.to_vec(), TextEffect::of(tag)));
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            self.open.truncate(at);
        }
    }

    fn add(&mut self, text: &str) {
        let has = |look: TextEffect| self.open.iter().any(|(_, own)| *own == look);
        if has(TextEffect::Hidden) {
        } else if has(TextEffect::Struck) {
            self.struck.push_str(text);
        } else {
            self.text.push_str(text);
        }
    }

    /// Visible text, and whether the cell is void because all of it is struck through.
    fn content(&self) -> (String, bool) {
        // Keep non-breaking spaces, which group thousands.
        let is_break = |c: char| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2009}');
        let plain = |text: &str| {
            let words = text.split(is_break).filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(" ")
        };
        match (plain(&self.text), plain(&self.struck)) {
            (text, struck) if trimmed(&text).is_empty() && !struck.is_empty() => (struck, true),
            (text, _) => (text, self.is_struck),
        }
    }
}

impl HtmlTable {
    fn new(tag: &StartTag<()>) -> Self {
        Self {
            grid: Grid::default(),
            name: String::new(),
            is_hidden: is_hidden(tag),
            is_group_hidden: false,
            in_caption: false,
            row: None,
            rows: 0,
            column: 0,
            described: 0,
            taken: HashSet::new(),
            cell: None,
        }
    }

    fn start(&mut self, tag: &StartTag<()>, budget: &mut ReadBudget<'_>) -> Result<(), ReadError> {
        if let Some(cell) = &mut self.cell {
            cell.open(tag);
        }
        match &**tag.name {
            b"tr" => {
                self.end_row(budget)?;
                self.begin_row(is_hidden(tag), budget);
            }
            b"td" | b"th" => {
                self.end_cell(budget)?;
                if self.row.is_none() {
                    self.begin_row(false, budget);
                }
                let span = |name, most| number(tag, name).clamp(1, most);
                let rows = span("rowspan", LONGEST_SPAN.0);
                let columns = span("colspan", LONGEST_SPAN.1);
                let look = TextEffect::of(tag);
                self.cell = Some(HtmlCell {
                    text: String::new(),
                    struck: String::new(),
                    is_hidden: look == TextEffect::Hidden,
                    is_struck: look == TextEffect::Struck,
                    open: Vec::new(),
                    rows,
                    columns,
                    is_note: false,
                    title: attribute_as_written(tag, "title").unwrap_or_default(),
                });
            }
            b"thead" | b"tbody" | b"tfoot" => {
                self.end_row(budget)?;
                self.is_group_hidden = is_hidden(tag);
            }
            b"col" => {
                let columns = number(tag, "span").clamp(1, LONGEST_SPAN.1);
                if is_hidden(tag) {
                    let last = self.described + columns - 1;
                    self.grid.hide_columns(self.described..=last);
                }
                self.described += columns;
            }
            b"caption" => self.in_caption = true,
            b"sup" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_note = open_note(&mut cell.text);
                }
            }
            // Block elements separate words.
            b"br" | b"p" | b"div" | b"li" => self.text(" "),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8], budget: &mut ReadBudget<'_>) -> Result<(), ReadError> {
        match name {
            b"tr" => self.end_row(budget)?,
            b"td" | b"th" => self.end_cell(budget)?,
            b"tbody" | b"thead" | b"tfoot" => {
                self.end_row(budget)?;
                self.is_group_hidden = false;
            }
            b"caption" => self.in_caption = false,
            b"sup" => {
                if let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_note) {
                    close_note(&mut cell.text);
                    cell.is_note = false;
                }
            }
            b"p" | b"div" | b"li" => self.text(" "),
            _ => {}
        }
        if let Some(cell) = &mut self.cell {
            cell.close(name);
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.add(text);
        } else if self.in_caption {
            self.name.push_str(text);
        }
    }

    fn begin_row(&mut self, is_hidden: bool, budget: &ReadBudget<'_>) {
        let row = self.rows;
        if is_hidden || self.is_group_hidden {
            self.grid.hide_row(row, budget);
        }
        self.row = Some(row);
        self.rows += 1;
        self.column = 0;
    }

    fn end_row(&mut self, budget: &mut ReadBudget<'_>) -> Result<(), ReadError> {
        self.end_cell(budget)?;
        self.row = None;
        Ok(())
    }

    /// Places the cell at the next position not covered by a row span.
    fn end_cell(&mut self, budget: &mut ReadBudget<'_>) -> Result<(), ReadError> {
        let (Some(cell), Some(row)) = (self.cell.take(), self.row) else {
            return Ok(());
        };
        while self.taken.remove(&(row, self.column)) {
            self.column += 1;
        }
        let column = self.column;
        for below in 1..cell.rows {
            for beside in 0..cell.columns {
                budget.room(1)?;
                self.taken.insert((row + below, column + beside));
            }
        }
        self.column += cell.columns;
        let (text, is_struck) = cell.content();
        if is_struck {
            self.grid.strike(row, column);
        }
        if cell.is_hidden {
            self.grid.hide_cell(row, column);
        }
        let value = match trimmed(&text) {
            "" => GridCell::Empty,
            text => GridCell::Text(text.to_owned()),
        };
        self.grid.comment((row, column), &cell.title, budget)?;
        let last = (row + cell.rows - 1, column + cell.columns - 1);
        self.grid.merge((row, column), last, budget)?;
        self.grid.put(row, column, value, budget)
    }

    fn finish(mut self, before: usize, budget: &mut ReadBudget<'_>) -> Result<Sheet, ReadError> {
        self.end_row(budget)?;
        let name = trimmed(&self.name);
        let name = if name.is_empty() {
            (before + 1).to_string()
        } else {
            name.to_owned()
        };
        // Row spans may exceed the table.
        let last = self.rows.saturating_sub(1);
        for area in &mut self.grid.merged {
            area.last.0 = area.last.0.min(last);
        }
        self.grid.merged.retain(|area| area.first != area.last);
        Ok(Sheet {
            name,
            grid: self.grid,
            is_hidden: self.is_hidden,
        })
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    attribute_as_written(tag, name).map(|found| found.to_lowercase())
}

fn attribute_as_written(tag: &StartTag<()>, name: &str) -> Option<String> {
    let found = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(found).into_owned())
}

fn number(tag: &StartTag<()>, name: &str) -> usize {
    attribute(tag, name)
        .and_then(|number| number.trim().parse().ok())
        .unwrap_or(1)
}

/// The style attribute without spaces.
fn style(tag: &StartTag<()>) -> String {
    let style = attribute(tag, "style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether an element is hidden.
fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = style(tag);
    tag.attributes.contains_key(&b"hidden"[..])
        || style.contains("display:none")
        || style.contains("visibility:collapse")
        || style.contains("visibility:hidden")
}
