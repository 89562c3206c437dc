//! Direction columns and rows: 升降, with ↓ below.

use super::WideTable;
use crate::file::GridCell;
use crate::scenario::import::direction::{self, Direction};
use crate::scenario::import::words::{self, ColumnType};

/// Lines below the headings searched for directions.
const LINES: usize = 3;

/// Locations of directions.
#[derive(Clone, Default)]
pub(super) struct DirectionCells {
    pub places: Vec<usize>,
    pub lines: Vec<usize>,
}

impl WideTable<'_> {
    /// Finds places and lines with a direction heading above directions, not figures.
    pub(super) fn find_ways(&self) -> DirectionCells {
        let is_head = |line: usize, place: usize| {
            let text = self.view.text(line, place);
            text.and_then(words::head) == Some(ColumnType::Direction)
        };
        // Lines between years and figures may have no other known content.
        let last = self.headings.last_line;
        let open = (last + 1..self.sampled_lines()).take_while(|line| !self.has_figures(*line));
        // Computed once, as it needs all cells of a line.
        let heading_lines: Vec<usize> = (self.headings.first_line..=last)
            .chain(open.take(LINES))
            .collect();
        let below = |place: usize| (self.first_line..self.sampled_lines()).map(move |line| (line, place));
        let places = (0..self.sampled_places()).filter(|place| {
            Some(*place) != self.name_place
                && heading_lines.iter().any(|line| is_head(*line, *place))
                && self.are_directions(&below(*place).collect::<Vec<_>>())
        });
        let years: Vec<usize> = self.headings.all().map(|(place, _)| place).collect();
        let lines = (self.first_line..self.sampled_lines()).filter(|line| {
            self.name_place.is_some_and(|name| is_head(*line, name))
                && self.are_directions(&years.iter().map(|place| (*line, *place)).collect::<Vec<_>>())
        });
        DirectionCells {
            places: places.collect(),
            lines: lines.collect(),
        }
    }

    /// Whether cells hold directions only.
    fn are_directions(&self, cells: &[(usize, usize)]) -> bool {
        let has_figure = cells
            .iter()
            .any(|(line, place)| self.view.is_figure(*line, *place));
        !has_figure
            && cells.iter().any(|(line, place)| {
                let text = self.view.text(*line, *place);
                text.and_then(direction::of_cell).is_some()
            })
    }

    /// Direction of a figure: from the next direction column or the only one, or the next direction row with no other
    /// name between.
    pub(super) fn way(&self, line: usize, place: usize) -> Option<Direction> {
        let beside = match self.ways.places.as_slice() {
            [] => None,
            [only] => Some((line, *only)),
            all => all
                .iter()
                .find(|other| **other > place)
                .map(|other| (line, *other)),
        };
        let below = self.ways.lines.iter().find(|other| **other > line);
        let below = below.filter(|below| !(line + 1..**below).any(|between| self.is_named(between)));
        let at = beside.or(below.map(|below| (*below, place)))?;
        match self.view.cell(at.0, at.1) {
            GridCell::Text(text) => direction::of_cell(text),
            GridCell::Empty => None,
            _ => Some(Direction::Unclear),
        }
    }
}
