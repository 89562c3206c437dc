//! Table layout: years and names across or down, one record per line, or unrecognised.

mod headings;
mod long;
mod outside;
mod own;
mod parts;
mod remarks;
mod titles;
mod wide;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::around::Caveat;
use super::direction::Direction;
use super::names::Names;
use super::number::{self, CellReading, Decimal};
use super::plain::years_in;
use super::saying::{IndexBase, Statements};
use super::unit::Unit;
use super::{FigureKind, Options};
use crate::file::{Failure, Grid, GridCell};
use crate::plan::IndicatorIx;
use crate::text::Message;
pub(super) use own::is_own;
pub(super) use wide::TitleYear;

/// Zero-based row and column.
pub(super) type CellPosition = (usize, usize);

/// A strand of figures: one indicator, one kind, one figure per year.
#[derive(Clone, Debug, Default)]
pub(super) struct SeriesStrand {
    /// Its line in the table; for long tables, the first one.
    pub line: usize,
    /// Cell of its name.
    pub name: Option<CellPosition>,
    /// Statements of the column heading, which take precedence over the name.
    pub above: Statements,
    /// Statements of units beside the name and of lines above the table.
    pub beside: Statements,
    /// Unit column beside the name.
    pub unit: Option<(Unit, String)>,
    /// Statements of the title about the table; individual figures may differ.
    pub title: Title,
    /// Heading that distinguishes it from strands of the same name, or empty.
    pub heading: String,
    /// Its column (row in a transposed table), if all figures share one.
    pub value_place: Option<usize>,
    /// Labels such as region or scenario, by column heading.
    pub labels: BTreeMap<String, String>,
    /// Doubts raised by the section heading above it.
    pub cautions: Vec<Rc<Caveat>>,
    /// Cells with figures and years.
    pub cells: Vec<FigureCell>,
    /// Exact kind, signs included, for tables written by this program.
    pub exact: Option<FigureKind>,
    /// The anchor's indicator, for a line without a name.
    pub anchored: Option<IndicatorIx>,
}

/// Statements of a title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// Base of the figures.
    pub basis: Option<IndexBase>,
    /// Whether it, or a note, mentions a fall.
    pub falls: bool,
}

/// A cell with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FigureCell {
    pub at: CellPosition,
    pub year: i32,
    /// Whether its heading covers only part of the year.
    pub is_part: bool,
    /// Whether flagged as forecast or target.
    pub is_flagged: bool,
    /// Direction, from a direction column.
    pub way: Option<Direction>,
}

/// A recognised table.
#[derive(Debug, Default)]
pub(super) struct DetectedTable {
    /// Whether the table is transposed.
    pub is_turned: bool,
    pub strands: Vec<SeriesStrand>,
    /// Year cells.
    pub years: Vec<(CellPosition, i32)>,
    /// Figures superseded by a later state.
    pub superseded: Vec<(CellPosition, i32)>,
    /// Figures under headings without a single year, with the heading.
    pub yearless: Vec<(CellPosition, String)>,
    /// Title that provides the year of all figures.
    pub title_year: Option<TitleYear>,
    /// A title about the whole country rather than its industry.
    pub nationwide: Option<String>,
    /// Doubts about the whole table.
    pub cautions: Vec<Rc<Caveat>>,
    /// Notes about some indicators, and notes of unclear subject.
    pub notes: Vec<(Vec<IndicatorIx>, Statements)>,
    pub unclear: Vec<Rc<Caveat>>,
    /// Regional figures below national ones, with the region.
    pub elsewhere: Vec<(CellPosition, i32, String)>,
    /// Quality of this reading.
    pub score: usize,
}

/// Lines and places searched for years and names.
const LOOK_AT: usize = 30;
/// Lines sampled to locate names and figures.
const SAMPLE: usize = 400;

/// Finds the best-fitting layout.
///
/// # Errors
/// Missing years, names, or both.
pub(super) fn find(
    names: &Names<'_>,
    grid: &Grid,
    decimal: Decimal,
    options: &Options,
) -> Result<DetectedTable, Failure> {
    if let Some(found) = own::find(names.plan, grid) {
        return Ok(found);
    }
    if options.anchor.is_none()
        && let Some(found) = long::find(names, grid, decimal)
    {
        return Ok(found);
    }
    let width = grid.width();
    let [across, down] = [false, true].map(|is_turned| {
        let view = TableView {
            grid,
            decimal,
            is_turned,
            width,
            title_year: None,
        };
        wide::WideTable::seen(names, view, options.anchor)
    });
    // Without an anchor, years and names must be found.
    let rank = |wide: &wide::WideTable<'_>| (options.anchor.is_some() || wide.is_placed(), wide.score());
    let found = if rank(&down) > rank(&across) { down } else { across };
    if found.is_placed() || options.anchor.is_some() {
        let mut found = found.strands();
        if options.anchor.is_none() {
            titles::name(names, (grid, options.sheet.as_deref()), &mut found);
        }
        return Ok(found);
    }
    let missing = match (found.year_line, found.name_place) {
        (Some(_), None) => "import-no-names",
        (None, Some(_)) => "import-no-years",
        _ => "import-no-headers",
    };
    if found.year_line.is_none()
        && let Some(years) = years_elsewhere(grid)
    {
        return Err(Failure::Other {
            what: Message::new("import-years-elsewhere").with("found", years),
            help: Some(Message::new("import-years-elsewhere-help")),
        });
    }
    Err(Failure::Other {
        what: Message::new(missing),
        help: Some(Message::new("import-no-headers-help").with("first", names.plan.base_year + 1)),
    })
}

/// A text naming years that cannot be used: in a title, or fiscal years.
fn years_elsewhere(grid: &Grid) -> Option<&str> {
    let cells = (0..grid.height().min(LOOK_AT)).flat_map(|row| grid.row(row).take(LOOK_AT));
    let mut texts = cells.filter_map(|cell| match cell {
        GridCell::Text(text) => Some(text.trim()),
        _ => None,
    });
    texts.find(|text| text.parse::<f64>().is_err() && years_in(text).next().is_some())
}

/// A view with one line per indicator and one place per year.
#[derive(Clone, Copy)]
struct TableView<'g> {
    grid: &'g Grid,
    decimal: Decimal,
    is_turned: bool,
    /// Cached, because counting walks the table.
    width: usize,
    /// Year from the title, for figures without one.
    title_year: Option<i32>,
}

impl<'g> TableView<'g> {
    fn lines(&self) -> usize {
        if self.is_turned {
            self.width
        } else {
            self.grid.height()
        }
    }

    fn places(&self) -> usize {
        if self.is_turned {
            self.grid.height()
        } else {
            self.width
        }
    }

    /// Maps (line, place) to (row, column). Its own inverse.
    const fn at(&self, line: usize, place: usize) -> CellPosition {
        if self.is_turned {
            (place, line)
        } else {
            (line, place)
        }
    }

    fn cell(&self, line: usize, place: usize) -> &'g GridCell {
        let (row, column) = self.at(line, place);
        self.grid.get(row, column)
    }

    fn text(&self, line: usize, place: usize) -> Option<&'g str> {
        match self.cell(line, place) {
            GridCell::Text(text) => Some(text.as_str()),
            _ => None,
        }
    }

    fn is_figure(&self, line: usize, place: usize) -> bool {
        matches!(
            number::read(self.cell(line, place), self.decimal),
            CellReading::Number(_)
        )
    }

    /// The first cell of the merged area around a cell, as line and place.
    fn merged_from(&self, line: usize, place: usize) -> Option<(usize, usize)> {
        let (row, column) = self.at(line, place);
        let area = self.grid.merged().iter().find(|area| {
            (area.first.0..=area.last.0).contains(&row) && (area.first.1..=area.last.1).contains(&column)
        })?;
        Some(self.at(area.first.0, area.first.1))
    }
}
