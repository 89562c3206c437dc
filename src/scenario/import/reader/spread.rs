//! Figures in cells merged across years or indicators belong to none of them alone.

use std::collections::{HashMap, HashSet};

use super::super::layout::{CellPosition, SeriesStrand};
use crate::file::{Area, Grid, GridCell};

/// First cells of merged areas with figures that span several years or names.
pub(super) fn figures(grid: &Grid, strands: &[SeriesStrand]) -> HashSet<CellPosition> {
    let mut areas: Vec<&Area> = (grid.merged().iter())
        .filter(|area| is_figure(grid.get(area.first.0, area.first.1)))
        .collect();
    if areas.is_empty() {
        return HashSet::new();
    }
    // Sorted by first row, so that each cell checks few areas.
    areas.sort_by_key(|area| area.first);
    let mut by_row: HashMap<usize, Vec<&Area>> = HashMap::new();
    for area in areas {
        for row in (area.first.0..=area.last.0).take(MOST_ROWS) {
            by_row.entry(row).or_default().push(area);
        }
    }
    let mut seen: HashMap<CellPosition, (i32, Option<&str>)> = HashMap::new();
    let mut spread = HashSet::new();
    for strand in strands {
        let name = strand.name.and_then(|(row, column)| grid.text(row, column));
        for cell in &strand.cells {
            let areas = by_row.get(&cell.at.0).into_iter().flatten();
            let area = areas
                .filter(|area| (area.first.1..=area.last.1).contains(&cell.at.1))
                .min_by_key(|area| area.first);
            let Some(area) = area else { continue };
            let known = *seen.entry(area.first).or_insert((cell.year, name));
            if known != (cell.year, name) {
                spread.insert(area.first);
            }
        }
    }
    spread
}

/// Maximum rows examined per merged cell.
const MOST_ROWS: usize = 1_000;

fn is_figure(cell: &GridCell) -> bool {
    match cell {
        GridCell::Number { .. } => true,
        GridCell::Text(text) => text.contains(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}
