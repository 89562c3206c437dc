//! Putting a grid together, cell by cell, within the limits.

use std::ops::RangeInclusive;

use super::limits::{Budget, Stop};
use super::{Area, Grid, GridCell};

impl Grid {
    /// Puts a cell into its place.
    pub(super) fn put(
        &mut self,
        row: usize,
        column: usize,
        cell: GridCell,
        budget: &mut Budget<'_>,
    ) -> Result<(), Stop> {
        let text = match &cell {
            GridCell::Empty => return Ok(()),
            GridCell::Text(text) | GridCell::Failed(text) => text.len(),
            GridCell::Number { .. } | GridCell::Date { .. } => 0,
        };
        budget.within(row, column)?;
        budget.cell(text)?;
        if self.rows.len() <= row {
            budget.room(row + 1 - self.rows.len())?;
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            budget.room(column + 1 - cells.len())?;
            cells.resize(column + 1, GridCell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    /// Notes that a row is not shown.
    pub(super) fn hide_row(&mut self, row: usize, budget: &Budget<'_>) {
        // Beyond the last row there is nothing to hide.
        if budget.within(row, 0).is_ok() {
            self.hidden_rows.insert(row);
        }
    }

    /// Notes that columns are not shown.
    pub(super) fn hide_columns(&mut self, columns: RangeInclusive<usize>, budget: &Budget<'_>) {
        let shown = columns.take_while(|column| budget.within(0, *column).is_ok());
        self.hidden_columns.extend(shown);
    }

    /// Notes that cells are shown as one.
    pub(super) fn merge(
        &mut self,
        first: (usize, usize),
        last: (usize, usize),
        budget: &mut Budget<'_>,
    ) -> Result<(), Stop> {
        if first != last && first.0 <= last.0 && first.1 <= last.1 {
            budget.merged()?;
            self.merged.push(Area { first, last });
        }
        Ok(())
    }

    /// Drops what lies beneath merged cells: programs may leave values there that nobody sees.
    pub(super) fn clear_covered(&mut self) {
        for area in &self.merged {
            for (index, cells) in self
                .rows
                .iter_mut()
                .enumerate()
                .take(area.last.0 + 1)
                .skip(area.first.0)
            {
                for (column, cell) in cells
                    .iter_mut()
                    .enumerate()
                    .take(area.last.1 + 1)
                    .skip(area.first.1)
                {
                    if (index, column) != area.first {
                        *cell = GridCell::Empty;
                    }
                }
            }
        }
    }
}
