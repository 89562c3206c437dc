//! Where a table has its years, its names and its figures: across or down, one record a line, or not at all.

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

use super::around::Caution;
use super::direction::Way;
use super::names::Names;
use super::number::{self, Decimal, Reading};
use super::plain::years_in;
use super::saying::{Basis, Saying};
use super::unit::Unit;
use super::{Kind, Options};
use crate::file::{Failure, Grid, GridCell};
use crate::plan::IndicatorIx;
use crate::text::Message;
pub(super) use own::is_own;
pub(super) use wide::TitleYear;

/// Row and column of a cell, counted from 0.
pub(super) type At = (usize, usize);

/// Figures that belong together: one indicator, one way to publish it, one year each.
#[derive(Clone, Debug, Default)]
pub(super) struct Strand {
    /// The line of the table that it is about; for one record a line, the first of its lines.
    pub line: usize,
    /// Where its name stands.
    pub name: Option<At>,
    /// What the heading of the figures says, which is nearer to them than the name.
    pub above: Saying,
    /// What units beside the name and lines above the table say.
    pub beside: Saying,
    /// What a column of units says beside the name.
    pub unit: Option<(Unit, String)>,
    /// What a title above the table says of figures as a whole; not every figure below it need be so.
    pub title: Title,
    /// The heading that tells it from others of the same name; empty where there is none.
    pub heading: String,
    /// Its column, or row in a table that is turned, where one has all its figures.
    pub value_place: Option<usize>,
    /// Whose figures they are, by the heading of a column: a region, a scenario.
    pub labels: BTreeMap<String, String>,
    /// What a line above it, which parts the table in sections, makes doubtful.
    pub cautions: Vec<Rc<Caution>>,
    /// Each figure's cell and year.
    pub cells: Vec<Cell>,
    /// The kind that figures are of beyond doubt, signs and all: those of the program's own tables.
    pub exact: Option<Kind>,
    /// The indicator that an anchor gives to a line without a name.
    pub anchored: Option<IndicatorIx>,
}

/// What a title says of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// What they are measured against.
    pub basis: Option<Basis>,
    /// Whether it, or a note, speaks of a fall.
    pub falls: bool,
}

/// A cell with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub at: At,
    pub year: i32,
    /// Whether its heading speaks of a part of the year only.
    pub is_part: bool,
    /// Whether a flag beside it says that it is a forecast or a target.
    pub is_flagged: bool,
    /// Which way it goes, where a column of its own says so.
    pub way: Option<Way>,
}

/// A table that was understood.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Whether lines are columns.
    pub is_turned: bool,
    pub strands: Vec<Strand>,
    /// Cells that hold years.
    pub years: Vec<(At, i32)>,
    /// Figures whose place a later state of them takes.
    pub superseded: Vec<(At, i32)>,
    /// Figures of indicators below headings that name no single year, with the headings.
    pub yearless: Vec<(At, String)>,
    /// The title that has the year of all figures.
    pub title_year: Option<TitleYear>,
    /// A title that speaks of the whole country, and not of its industry.
    pub nationwide: Option<String>,
    /// What titles, notes and the like make doubtful of all of it.
    pub cautions: Vec<Rc<Caution>>,
    /// What notes say of some indicators alone, and those of which nobody knows what they are about.
    pub notes: Vec<(Vec<IndicatorIx>, Saying)>,
    pub unclear: Vec<Rc<Caution>>,
    /// Figures of regions below those of the whole country, with the names of the regions.
    pub elsewhere: Vec<(At, i32, String)>,
    /// How well the table fits when seen so.
    pub score: usize,
}

/// Lines and places in which years and names are looked for.
const LOOK_AT: usize = 30;
/// Lines that decide where names and figures stand; a long table goes on as it begins.
const SAMPLE: usize = 400;

/// What the table is, seen in the way that fits best.
///
/// # Errors
/// What is missing: years, names, or both.
pub(super) fn find(
    names: &Names<'_>,
    grid: &Grid,
    decimal: Decimal,
    options: &Options,
) -> Result<Found, Failure> {
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
        let view = View {
            grid,
            decimal,
            is_turned,
            width,
            title_year: None,
        };
        wide::Wide::seen(names, view, options.anchor)
    });
    // Without an anchor, a table that is not placed cannot be read at all.
    let rank = |wide: &wide::Wide<'_>| (options.anchor.is_some() || wide.is_placed(), wide.score());
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

/// A text that names years where none can be read: in a title, or business years above figures.
fn years_elsewhere(grid: &Grid) -> Option<&str> {
    let cells = (0..grid.height().min(LOOK_AT)).flat_map(|row| grid.row(row).take(LOOK_AT));
    let mut texts = cells.filter_map(|cell| match cell {
        GridCell::Text(text) => Some(text.trim()),
        _ => None,
    });
    texts.find(|text| text.parse::<f64>().is_err() && years_in(text).next().is_some())
}

/// A table seen so that each line is about one indicator and each place in it about one year.
#[derive(Clone, Copy)]
struct View<'g> {
    grid: &'g Grid,
    decimal: Decimal,
    is_turned: bool,
    /// The length of the longest row; counting it takes a walk through the table.
    width: usize,
    /// The year that a title gives to figures that have none above or beside them.
    title_year: Option<i32>,
}

impl<'g> View<'g> {
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

    /// Row and column of a place in a line. It is its own inverse: line and place of a column in a row.
    const fn at(&self, line: usize, place: usize) -> At {
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
            Reading::Number(_)
        )
    }

    /// The first cell of the merged ones that a cell is among, as line and place.
    fn merged_from(&self, line: usize, place: usize) -> Option<(usize, usize)> {
        let (row, column) = self.at(line, place);
        let area = self.grid.merged().iter().find(|area| {
            (area.first.0..=area.last.0).contains(&row) && (area.first.1..=area.last.1).contains(&column)
        })?;
        Some(self.at(area.first.0, area.first.1))
    }
}
