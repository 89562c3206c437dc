//! Foreign tables as grids of uninterpreted cells: pasted text, CSV, workbooks.

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
pub use painted::FormatText;
pub use read::{
    pasted, read_sheets, read_sheets_watched, sheets_of_bytes, sheets_of_bytes_watched, table_bytes,
};

use crate::text::{Message, numbers};
use spans::ColumnRanges;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum GridCell {
    /// An empty cell.
    #[default]
    Empty,
    /// Text, possibly a number.
    Text(String),
    /// A workbook number, to the 15 digits that spreadsheets show.
    Number {
        /// Displayed value: 8.2 for 8.2 %.
        value: f64,
        /// Whether the cell shows a percentage.
        is_percent: bool,
    },
    /// A workbook date, possibly displayed as a year.
    Date {
        /// Calendar year.
        year: i32,
        /// 1 to 12.
        month: u8,
        /// 1 to 31; `None` if the cell shows only a month.
        day: Option<u8>,
    },
    /// A formula that failed, such as #DIV/0!.
    Failed(String),
}

impl GridCell {
    /// Displayed text: 8.2%, 2011-12-31.
    #[must_use]
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Failed(text) => Cow::Borrowed(text),
            Self::Number { value, is_percent } => {
                // Without thousands separators, as it may be a year.
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

/// A rectangle of cells, inclusive and zero-based.
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
    /// Merged areas; only the first cell has content.
    merged: Vec<Area>,
    hidden_rows: BTreeSet<usize>,
    hidden_columns: ColumnRanges,
    /// Struck-through cells.
    struck: BTreeSet<(usize, usize)>,
    /// Hidden cells.
    unseen: BTreeSet<(usize, usize)>,
    /// Distinct format texts, referenced by index.
    painted: Vec<FormatText>,
    painted_at: BTreeMap<(usize, usize), usize>,
    /// Cell comments.
    comments: BTreeMap<(usize, usize), String>,
    /// Separator of a text file.
    separator: Option<char>,
    /// Whether percentage formats are unknown.
    hides_percent: bool,
}

impl Grid {
    /// Merged areas.
    #[must_use]
    pub fn merged(&self) -> &[Area] {
        &self.merged
    }

    /// Whether a cell, its row or its column is hidden.
    #[must_use]
    pub fn is_hidden(&self, row: usize, column: usize) -> bool {
        self.hidden_rows.contains(&row)
            || self.hidden_columns.contains(column)
            || self.unseen.contains(&(row, column))
    }

    /// Whether a cell is struck through.
    #[must_use]
    pub fn is_struck(&self, row: usize, column: usize) -> bool {
        self.struck.contains(&(row, column))
    }

    /// Whether anything is hidden.
    #[must_use]
    pub fn has_hidden(&self) -> bool {
        !self.hidden_rows.is_empty() || !self.hidden_columns.is_empty() || !self.unseen.is_empty()
    }

    /// Cell comments by row and column.
    #[must_use]
    pub const fn comments(&self) -> &BTreeMap<(usize, usize), String> {
        &self.comments
    }

    /// Separator of a text; `None` for workbooks.
    #[must_use]
    pub const fn separator(&self) -> Option<char> {
        self.separator
    }

    /// Whether percentage formats are unknown, so that 0.492 may mean 49.2 %.
    #[must_use]
    pub const fn hides_percent(&self) -> bool {
        self.hides_percent
    }

    /// A cell by zero-based row and column; empty outside the grid.
    #[must_use]
    pub fn get(&self, row: usize, column: usize) -> &GridCell {
        const NOTHING: &GridCell = &GridCell::Empty;
        self.rows
            .get(row)
            .and_then(|row| row.get(column))
            .unwrap_or(NOTHING)
    }

    /// The text of a text cell.
    #[must_use]
    pub fn text(&self, row: usize, column: usize) -> Option<&str> {
        match self.get(row, column) {
            GridCell::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Cells of a zero-based row; none outside the grid.
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
    /// Sheet name, or the file name of a text.
    pub name: String,
    /// Its cells.
    pub grid: Grid,
    /// Whether hidden in the workbook.
    pub is_hidden: bool,
}

/// Contents of a table file.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheets {
    /// Non-empty sheets in file order; at least one.
    pub sheets: Vec<Sheet>,
    /// Whether the file has macros, which are ignored.
    pub has_macros: bool,
}

impl Sheets {
    /// Whether from a workbook or page rather than a text.
    #[must_use]
    pub fn is_workbook(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.grid.separator().is_none())
    }

    /// A remark for the user, if any.
    #[must_use]
    pub fn remark(&self) -> Option<Message> {
        self.has_macros.then(|| Message::new("table-macros-ignored"))
    }
}
