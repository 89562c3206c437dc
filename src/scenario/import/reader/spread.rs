//! Figures in merged cells that reach over several years, or several indicators: they are of none of them alone.

use std::collections::{HashMap, HashSet};

use super::super::layout::{At, Strand};
use crate::file::{Area, Grid, GridCell};

/// The first cells of merged ones with figures below more than one year, or beside more than one name.
pub(super) fn figures(grid: &Grid, strands: &[Strand]) -> HashSet<At> {
    let mut areas: Vec<&Area> = (grid.merged().iter())
        .filter(|area| is_figure(grid.get(area.first.0, area.first.1)))
        .collect();
    if areas.is_empty() {
        return HashSet::new();
    }
    // By the row in which they begin, so that each cell looks at few of them.
    areas.sort_by_key(|area| area.first);
    let mut by_row: HashMap<usize, Vec<&Area>> = HashMap::new();
    for area in areas {
        for row in (area.first.0..=area.last.0).take(MOST_ROWS) {
            by_row.entry(row).or_default().push(area);
        }
    }
    let mut seen: HashMap<At, (i32, Option<&str>)> = HashMap::new();
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

/// Rows of one merged cell that are looked at.
const MOST_ROWS: usize = 1_000;

fn is_figure(cell: &GridCell) -> bool {
    match cell {
        GridCell::Number { .. } => true,
        GridCell::Text(text) => text.contains(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}
