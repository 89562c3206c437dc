//! Building a grid cell by cell, within limits.

use std::ops::RangeInclusive;

use super::limits::{ReadBudget, ReadError};
use super::{Area, Grid, GridCell};

/// Limit on rows and cells covered by merged areas.
const MOST_COVERED: usize = 24_000_000;

impl Grid {
    /// Puts a cell into its place.
    pub(super) fn put(
        &mut self,
        row: usize,
        column: usize,
        cell: GridCell,
        budget: &mut ReadBudget<'_>,
    ) -> Result<(), ReadError> {
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

    /// Marks a cell as struck through.
    pub(super) fn strike(&mut self, row: usize, column: usize) {
        self.struck.insert((row, column));
    }

    /// Marks a cell as hidden.
    pub(super) fn hide_cell(&mut self, row: usize, column: usize) {
        self.unseen.insert((row, column));
    }

    /// Stores a cell comment without its author.
    pub(super) fn comment(
        &mut self,
        (row, column): (usize, usize),
        text: &str,
        budget: &mut ReadBudget<'_>,
    ) -> Result<(), ReadError> {
        let text = without_author(text);
        // Ignore comments outside the limits.
        if !text.is_empty() && budget.within(row, column).is_ok() {
            budget.cell(text.len())?;
            self.comments.insert((row, column), text.to_owned());
        }
        Ok(())
    }

    /// Marks a row as hidden.
    pub(super) fn hide_row(&mut self, row: usize, budget: &ReadBudget<'_>) {
        // Ignore rows outside the limits.
        if budget.within(row, 0).is_ok() {
            self.hidden_rows.insert(row);
        }
    }

    /// Marks columns as hidden.
    pub(super) fn hide_columns(&mut self, columns: RangeInclusive<usize>) {
        self.hidden_columns.add(columns);
    }

    /// Marks an area as merged.
    pub(super) fn merge(
        &mut self,
        first: (usize, usize),
        last: (usize, usize),
        budget: &mut ReadBudget<'_>,
    ) -> Result<(), ReadError> {
        if first != last && first.0 <= last.0 && first.1 <= last.1 {
            budget.merged()?;
            self.merged.push(Area { first, last });
        }
        Ok(())
    }

    /// Clears cells covered by merged areas, where programs may leave invisible values.
    pub(super) fn clear_covered(&mut self, budget: &ReadBudget<'_>) -> Result<(), ReadError> {
        // Merged areas cannot overlap, so their total is bounded by the number of cells.
        let mut left = MOST_COVERED;
        for area in &self.merged {
            let rows = area.first.0..(area.last.0 + 1).min(self.rows.len());
            for row in rows {
                let cells = &mut self.rows[row];
                let end = (area.last.1 + 1).min(cells.len());
                let start = (area.first.1 + usize::from(row == area.first.0)).min(end);
                cells[start..end].fill(GridCell::Empty);
                left = left
                    .checked_sub(1 + end - start)
                    .ok_or_else(|| budget.broken("merged cells overlap"))?;
            }
        }
        Ok(())
    }
}

/// A comment without its author line and compatibility text.
fn without_author(comment: &str) -> &str {
    let mut lines = comment.match_indices('\n').map(|(at, _)| at);
    let is_heading = |at: &usize| comment[..*at].trim_end().ends_with([':', '：']);
    let end = if comment.starts_with('[') {
        lines.rfind(is_heading)
    } else {
        lines.next().filter(is_heading)
    };
    end.map_or(comment, |at| &comment[at..]).trim()
}

#[cfg(test)]
mod tests {
    use super::without_author;

    #[test]
    fn comments_are_what_somebody_wrote() {
        for (comment, expected) in [
            ("单位：亿元", "单位：亿元"),
            ("张三:\n单位：亿元", "单位：亿元"),
            ("forecast\nsee note:\nx", "forecast\nsee note:\nx"),
            (
                "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    forecast",
                "forecast",
            ),
            ("Author:\n", ""),
        ] {
            assert_eq!(without_author(comment), expected);
        }
    }
}
