//! Locating names, years and label lines of a wide table.

use super::WideTable;
use crate::file::GridCell;
use crate::scenario::import::layout::{LOOK_AT, parts};
use crate::scenario::import::number::{self, CellReading};
use crate::scenario::import::saying::Statements;
use crate::scenario::import::words::{self, ColumnType};
use crate::scenario::import::year;

impl<'g> WideTable<'g> {
    /// The place with most indicator names; failing that, the first with non-numeric text.
    pub(super) fn find_names(&self) -> Option<usize> {
        self.known_names().or_else(|| {
            let is_text = |place: &usize| {
                let mut texts = self.texts(*place);
                texts.any(|(line, _)| {
                    let reading = number::read(self.view.cell(line, *place), self.view.decimal);
                    matches!(reading, CellReading::Refused(..))
                })
            };
            let first_year = self.year_line.and_then(|line| {
                (0..self.sampled_places()).find(|place| year::of(self.view.cell(line, *place)).is_some())
            });
            (0..first_year.unwrap_or(1).min(self.sampled_places())).find(is_text)
        })
    }

    /// The place with most indicator names.
    pub(super) fn known_names(&self) -> Option<usize> {
        let known = |place: usize| self.texts(place).filter(|(_, text)| self.names.has(text)).count();
        let places = (0..self.view.places().min(LOOK_AT)).rev();
        places
            .map(|place| (place, known(place)))
            .filter(|(_, known)| *known > 0)
            .max_by_key(|(_, known)| *known)
            .map(|(place, _)| place)
    }

    /// Lines named like a label column: regions, scenarios, months.
    pub(super) fn find_asides(&self, year_line: usize) -> Vec<usize> {
        let Some(place) = self.name_place else {
            return Vec::new();
        };
        let is_aside = |line: &usize| {
            let name = self.view.text(*line, place);
            let head = name.and_then(words::head);
            let is_known = matches!(
                head,
                Some(ColumnType::Label | ColumnType::Part | ColumnType::Kind | ColumnType::Remark)
            );
            *line != year_line && (is_known || self.parts_years(*line, (year_line, place)))
        };
        (0..self.sampled_lines()).filter(is_aside).collect()
    }

    /// Whether a line holds one part per year: a sector column beside a year column.
    fn parts_years(&self, line: usize, (year_line, name_place): (usize, usize)) -> bool {
        let heading = self.view.text(line, name_place).unwrap_or("");
        if heading.is_empty() || self.names.has(heading) {
            return false;
        }
        let is_year = |place: &usize| year::of(self.view.cell(year_line, *place)).is_some();
        let mut texts = Vec::new();
        for place in (0..self.sampled_places()).filter(is_year) {
            match self.view.cell(line, place) {
                GridCell::Empty => {}
                GridCell::Text(text) if parts::is_part(heading, text) => texts.push(text.as_str()),
                _ => return false,
            }
        }
        parts::come_again(texts.into_iter())
    }

    /// Places after years that also hold indicator names.
    pub(super) fn find_further_names(&self) -> Vec<usize> {
        let first_year = self.headings.all().next().map_or(usize::MAX, |(place, _)| place);
        let places = (0..self.view.places().min(LOOK_AT)).filter(|place| {
            *place > first_year && Some(*place) != self.name_place && self.headings.at(*place).is_none()
        });
        places
            .filter(|place| self.texts(*place).any(|(_, text)| self.names.has(text)))
            .collect()
    }

    /// Texts at a place, except in the year line.
    pub(super) fn texts(&self, place: usize) -> impl Iterator<Item = (usize, &'g str)> {
        let lines = (0..self.sampled_lines()).filter(|line| Some(*line) != self.year_line);
        lines.filter_map(move |line| Some((line, self.view.text(line, place)?)))
    }

    /// The line with most years, if it is a year line.
    pub(super) fn find_years(&self) -> Option<usize> {
        let known = self.known_names();
        let count = |line: usize| {
            let cells = || (0..self.sampled_places()).map(|place| self.view.cell(line, place));
            let years: Vec<&GridCell> = cells().filter(|cell| year::of(cell).is_some()).collect();
            let is_other = |cell: &&GridCell| **cell != GridCell::Empty && !is_heading(cell);
            let others = cells().filter(is_other).count().saturating_sub(years.len());
            // "2011年计划" and "2011年实际" are two headings. A column headed as years counts even with months. Elsewhere a
            // repeated year adds nothing, because records repeat it.
            let is_named = known
                .and_then(|place| self.view.text(line, place))
                .and_then(words::head);
            let repeats = years.windows(2).filter(|pair| pair[0] == pair[1]).count();
            if others > years.len() + 2 {
                0
            } else if is_named == Some(ColumnType::Year) {
                years.len()
            } else {
                years.len() - repeats
            }
        };
        let lines = (0..self.view.lines().min(LOOK_AT)).rev();
        lines
            .filter(|line| self.anchor.is_none() || self.is_header(*line, known))
            .map(|line| (line, count(line)))
            .filter(|(_, count)| *count > 0)
            .max_by_key(|(_, count)| *count)
            .map(|(line, _)| line)
    }

    /// Whether a line's years are clearly years, not levels that look alike. With an anchor the table need not name
    /// years, and a first row of figures must not be lost.
    fn is_header(&self, line: usize, known: Option<usize>) -> bool {
        let places = 0..self.sampled_places();
        let is_year = |place: usize| year::of(self.view.cell(line, place));
        let has_name = (places.clone()).any(|place| {
            let text = self.view.text(line, place);
            text.is_some_and(|text| self.names.has(text))
        });
        let has_other_figure =
            (places.clone()).any(|place| is_year(place).is_none() && self.view.is_figure(line, place));
        let is_first = (0..line).all(|other| !self.has_figures(other))
            && (line + 1..self.sampled_lines()).any(|other| self.has_figures(other));
        if has_name || has_other_figure || !is_first {
            return false;
        }
        let years: Vec<i32> = (places.clone())
            .filter_map(|place| is_year(place).map(|when| when.year))
            .collect();
        let is_run = years.len() > 1 && years.windows(2).all(|pair| pair[1] == pair[0] + 1);
        // 2011年 is not a number.
        let is_marked = (places.clone()).any(|place| is_year(place).is_some_and(|when| !when.is_bare));
        // If lines have names, one without is not a line of figures.
        is_run || is_marked || known.is_some()
    }
}

/// Whether a cell is a non-year heading that may share a line with years: 位次, 增速（%）.
fn is_heading(cell: &GridCell) -> bool {
    let GridCell::Text(text) = cell else {
        return false;
    };
    let said = || Statements::of(text);
    words::head(text).is_some() || (year::of(cell).is_none() && said().is_clear())
}
