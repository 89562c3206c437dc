//! Tables that others made: pasted text, CSV, workbooks. Cells as they stand, before anybody asks what they mean.

mod blanks;
mod build;
mod date;
mod encoding;
mod eurostat;
mod format;
mod html;
mod kind;
mod limits;
mod ods;
mod painted;
mod read;
mod separator;
mod spans;
mod tags;
mod text;
mod xls;
mod xlsx;
mod xml;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

pub use limits::LARGEST_TABLE;
pub use painted::Painted;
pub use read::{
    pasted, read_sheets, read_sheets_watched, sheets_of_bytes, sheets_of_bytes_watched, table_bytes,
};

use crate::text::{Message, numbers};
use spans::Spans;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum GridCell {
    /// Nothing.
    #[default]
    Empty,
    /// Text, which may well spell a number.
    Text(String),
    /// A number of a workbook, to the 15 digits that spreadsheets show.
    Number {
        /// As it is shown: 8.2 for a cell that shows 8.2 %.
        value: f64,
        /// Whether the cell shows a percentage.
        is_percent: bool,
    },
    /// A date of a workbook, which may well be shown as a year alone.
    Date {
        /// Calendar year.
        year: i32,
        /// 1 to 12.
        month: u8,
        /// 1 to 31; none where the cell shows a month and no day.
        day: Option<u8>,
    },
    /// A formula that failed, such as #DIV/0!.
    Failed(String),
}

impl GridCell {
    /// What stands in the cell, as a person sees it: 8.2%, 2011-12-31.
    #[must_use]
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Failed(text) => Cow::Borrowed(text),
            Self::Number { value, is_percent } => {
                // Without signs between thousands: it may well be a year.
                let sign = if *value < 0.0 { "−" } else { "" };
                let percent = if *is_percent { "%" } else { "" };
                Cow::Owned(format!("{sign}{}{percent}", numbers::plain(value.abs())))
            }
            Self::Date {
                year,
                month,
                day: Some(day),
            } => Cow::Owned(format!("{year}-{month:02}-{day:02}")),
            Self::Date {
                year,
                month,
                day: None,
            } => Cow::Owned(format!("{year}-{month:02}")),
        }
    }
}

/// A rectangle of cells, first and last row and column included, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Row and column of the first cell.
    pub first: (usize, usize),
    /// Row and column of the last cell.
    pub last: (usize, usize),
}

/// A rectangle of cells; rows may differ in length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    rows: Vec<Vec<GridCell>>,
    /// Cells that are shown as one; only the first of them has anything in it.
    merged: Vec<Area>,
    hidden_rows: BTreeSet<usize>,
    hidden_columns: Spans,
    /// Cells with a line through them.
    struck: BTreeSet<(usize, usize)>,
    /// Cells of which nothing is shown.
    unseen: BTreeSet<(usize, usize)>,
    /// What the formats of numbers paint around them, and by its place here, around which.
    painted: Vec<Painted>,
    painted_at: BTreeMap<(usize, usize), usize>,
    /// What people wrote on cells without writing it into them.
    comments: BTreeMap<(usize, usize), String>,
    /// What stood between the cells of a text.
    separator: Option<char>,
    /// Whether nothing tells which numbers are shown as percentages.
    hides_percent: bool,
}

impl Grid {
    /// Cells that are shown as one.
    #[must_use]
    pub fn merged(&self) -> &[Area] {
        &self.merged
    }

    /// Whether a cell is hidden, or in a hidden row or column, so that whoever sees the table does not see it.
    #[must_use]
    pub fn is_hidden(&self, row: usize, column: usize) -> bool {
        self.hidden_rows.contains(&row)
            || self.hidden_columns.contains(column)
            || self.unseen.contains(&(row, column))
    }

    /// Whether a cell has a line through it, so that whoever sees the table takes it for void.
    #[must_use]
    pub fn is_struck(&self, row: usize, column: usize) -> bool {
        self.struck.contains(&(row, column))
    }

    /// Whether anything is hidden.
    #[must_use]
    pub fn has_hidden(&self) -> bool {
        !self.hidden_rows.is_empty() || !self.hidden_columns.is_empty() || !self.unseen.is_empty()
    }

    /// What people wrote on cells without writing it into them, by row and column.
    #[must_use]
    pub const fn comments(&self) -> &BTreeMap<(usize, usize), String> {
        &self.comments
    }

    /// The sign between the cells of a text; nothing for workbooks.
    #[must_use]
    pub const fn separator(&self) -> Option<char> {
        self.separator
    }

    /// Whether nothing tells which numbers are shown as percentages, so that 0.492 may stand for 49.2 %.
    #[must_use]
    pub const fn hides_percent(&self) -> bool {
        self.hides_percent
    }

    /// A cell by row and column, counted from 0; empty outside the rectangle.
    #[must_use]
    pub fn get(&self, row: usize, column: usize) -> &GridCell {
        const NOTHING: &GridCell = &GridCell::Empty;
        self.rows
            .get(row)
            .and_then(|row| row.get(column))
            .unwrap_or(NOTHING)
    }

    /// The text of a cell that has one.
    #[must_use]
    pub fn text(&self, row: usize, column: usize) -> Option<&str> {
        match self.get(row, column) {
            GridCell::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The cells of a row, counted from 0; none outside the rectangle.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &GridCell> {
        self.rows.get(row).into_iter().flatten()
    }

    /// The number of rows.
    #[must_use]
    pub const fn height(&self) -> usize {
        self.rows.len()
    }

    /// The length of the longest row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether no cell has anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.iter().flatten().all(|cell| *cell == GridCell::Empty)
    }
}

/// A sheet of a workbook, or a whole text.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name; that of the file for a text.
    pub name: String,
    /// Its cells.
    pub grid: Grid,
    /// Whether whoever opens the workbook does not see it.
    pub is_hidden: bool,
}

/// What a file of tables holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheets {
    /// Sheets that are not empty, in the file's order; at least one.
    pub sheets: Vec<Sheet>,
    /// Whether the file has macros, which are ignored.
    pub has_macros: bool,
}

impl Sheets {
    /// Whether they are sheets of a workbook, or tables of a page, rather than one text.
    #[must_use]
    pub fn is_workbook(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.grid.separator().is_none())
    }

    /// What a person should know about the file, if anything.
    #[must_use]
    pub fn remark(&self) -> Option<Message> {
        self.has_macros.then(|| Message::new("table-macros-ignored"))
    }
}
