//! Tables written by this program, which state exactly which figures were entered and their kind.
//!
//! A row with `indicator` and `entered_as` heads a table; there may be several in sequence. With `year` and `entered`,
//! each row below is a record; otherwise figures stand under years. Rows with an empty `entered_as` are computed.

use std::collections::HashMap;

use super::{DetectedTable, FigureCell, SeriesStrand};
use crate::file::{Grid, GridCell};
use crate::plan::Plan;
use crate::scenario::import::FigureKind;
use crate::scenario::import::saying::Statements;
use crate::scenario::import::words::{self, ColumnType};
use crate::scenario::import::year;

const INDICATOR: &str = "indicator";
const ENTERED_AS: &str = "entered_as";
const YEAR: &str = "year";
const ENTERED: &str = "entered";

/// The columns of one table.
struct OwnColumns {
    indicator: usize,
    kind: usize,
    unit: Option<usize>,
    /// Year and figure columns, for one record per row.
    record: Option<(usize, usize)>,
    /// Figure columns with their years.
    years: Vec<(usize, i32)>,
}

/// Reads such a table; `None` if it is not one.
pub(super) fn find(plan: &Plan, grid: &Grid) -> Option<DetectedTable> {
    let mut found = DetectedTable::default();
    let mut columns: Option<OwnColumns> = None;
    let mut places: HashMap<(String, usize), usize> = HashMap::new();
    for row in 0..grid.height() {
        if let Some(head) = head(grid, row) {
            let years = head.years.iter().map(|(column, year)| ((row, *column), *year));
            found.years.extend(years);
            columns = Some(head);
            continue;
        }
        let Some(columns) = &columns else { continue };
        let Some((id, kind)) = marks(plan, grid, row, columns) else {
            continue;
        };
        let cells = columns.cells(grid, row);
        let key = match columns.record {
            Some(_) => (format!("{id} {}", kind.name()), 0),
            None => (String::new(), row),
        };
        let at = *places.entry(key).or_insert_with(|| {
            found.strands.push(columns.strand(grid, row, kind));
            found.strands.len() - 1
        });
        found.strands[at].cells.extend(cells);
    }
    found.score = found.strands.len();
    columns.is_some().then_some(found)
}

/// Whether this program wrote the table.
pub(in crate::scenario::import) fn is_own(grid: &Grid) -> bool {
    (0..grid.height()).any(|row| head(grid, row).is_some())
}

fn text(grid: &Grid, row: usize, column: usize) -> &str {
    match grid.get(row, column) {
        GridCell::Text(text) => text.as_str(),
        _ => "",
    }
}

fn head(grid: &Grid, row: usize) -> Option<OwnColumns> {
    // Fast path for most rows.
    let has = |name: &str| {
        let mut cells = grid.row(row);
        cells.any(|cell| matches!(cell, GridCell::Text(text) if text == name))
    };
    if !has(ENTERED_AS) || !has(INDICATOR) {
        return None;
    }
    let width = grid.row(row).count();
    let find = |name: &str| (0..width).find(|column| text(grid, row, *column) == name);
    let (indicator, kind) = (find(INDICATOR)?, find(ENTERED_AS)?);
    let is_unit = |column: &usize| words::head(text(grid, row, *column)) == Some(ColumnType::Unit);
    let years = (0..width).filter_map(|column| {
        let when = year::of(grid.get(row, column))?;
        when.is_bare.then_some((column, when.year))
    });
    Some(OwnColumns {
        indicator,
        kind,
        unit: (0..width).find(is_unit),
        record: find(YEAR).zip(find(ENTERED)),
        years: years.collect(),
    })
}

/// Indicator and kind named by a row.
fn marks<'g>(plan: &Plan, grid: &'g Grid, row: usize, columns: &OwnColumns) -> Option<(&'g str, FigureKind)> {
    let id = text(grid, row, columns.indicator);
    plan.find(id)?;
    let name = text(grid, row, columns.kind);
    let kind = FigureKind::ALL.into_iter().find(|kind| kind.name() == name)?;
    Some((id, kind))
}

impl OwnColumns {
    fn cells(&self, grid: &Grid, row: usize) -> Vec<FigureCell> {
        let cell = |(column, year): (usize, i32)| FigureCell {
            at: (row, column),
            year,
            is_part: false,
            is_flagged: false,
            way: None,
        };
        match self.record {
            Some((of, figure)) => {
                let year = year::of(grid.get(row, of)).map(|when| when.year);
                year.map(|year| cell((figure, year))).into_iter().collect()
            }
            None => self.years.iter().copied().map(cell).collect(),
        }
    }

    fn strand(&self, grid: &Grid, row: usize, kind: FigureKind) -> SeriesStrand {
        // The row's unit applies to levels only.
        let unit = self.unit.filter(|_| kind == FigureKind::Level);
        let beside = unit.map(|column| Statements::of_unit(text(grid, row, column)));
        SeriesStrand {
            line: row,
            name: Some((row, self.indicator)),
            beside: beside.unwrap_or_default(),
            exact: Some(kind),
            ..SeriesStrand::default()
        }
    }
}
