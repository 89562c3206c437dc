//! Long (tidy) tables: one record of indicator, year and value per line.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::outside::TableContext;
use super::{DetectedTable, FigureCell, LOOK_AT, SAMPLE, SeriesStrand, Title, parts};
use crate::file::{Grid, GridCell};
use crate::scenario::import::around;
use crate::scenario::import::direction::{self, Direction, speaks_of_falls};
use crate::scenario::import::names::Names;
use crate::scenario::import::number::{self, CellReading, Decimal};
use crate::scenario::import::saying::Statements;
use crate::scenario::import::unit::Unit;
use crate::scenario::import::when::YearLabel;
use crate::scenario::import::words::{self, ColumnType};
use crate::scenario::import::year;

/// Which columns hold what.
struct LongColumns {
    /// The row of headings, if there is one.
    head: Option<usize>,
    name: usize,
    year: usize,
    values: Vec<usize>,
    units: Vec<usize>,
    kinds: Vec<usize>,
    labels: Vec<(usize, String)>,
    /// Remark columns.
    remarks: Vec<usize>,
    /// Columns with parts of years.
    parts: Vec<usize>,
    /// Direction columns.
    ways: Vec<usize>,
}

/// Reads a long table; `None` if it is not one.
pub(super) fn find(names: &Names<'_>, grid: &Grid, decimal: Decimal) -> Option<DetectedTable> {
    let columns = LongColumns::find(names, grid, decimal)?;
    let mut found = DetectedTable::default();
    let mut places: HashMap<StrandKey, usize> = HashMap::new();
    let mut heard: HashMap<&str, bool> = HashMap::new();
    let first = columns.head.map_or(0, |head| head + 1);
    let mut last = first;
    let in_parts = columns.years_in_parts(grid, first);
    for row in first..grid.height() {
        let Some(when) = year::of(grid.get(row, columns.year)) else {
            found
                .yearless
                .extend(columns.yearless((names, decimal), grid, row));
            continue;
        };
        found.years.push(((row, columns.year), when.year));
        last = row;
        let is_part =
            when.is_part || columns.is_part(grid, row) || (when.is_day && in_parts.contains(&when.year));
        for column in &columns.values {
            if *grid.get(row, *column) == GridCell::Empty {
                continue;
            }
            let record = columns.record(grid, row, *column, &when);
            let at = *places.entry(record.key.clone()).or_insert_with(|| {
                found.strands.push(columns.strand(grid, (row, *column), &record));
                found.strands.len() - 1
            });
            if let Some(strand) = found.strands.get_mut(at) {
                strand.cells.push(FigureCell {
                    at: (row, *column),
                    year: when.year,
                    is_part,
                    is_flagged: false,
                    way: columns.way(grid, row, *column),
                });
                strand.title.falls |= columns.remarks(grid, row).any(|remark| {
                    // Thousands of records share few texts.
                    *heard
                        .entry(remark)
                        .or_insert_with(|| speaks_of_falls(remark, true))
                });
            }
        }
    }
    let mut outside = TableContext::default();
    outside.take_titles(names.plan, grid, columns.head.unwrap_or(0));
    let is_row = |row: usize| found.yearless.iter().any(|(at, _)| at.0 == row);
    outside.take_notes(names, grid, last + 1, is_row);
    for strand in &mut found.strands {
        strand.beside = std::mem::take(&mut strand.beside).or(&outside.said);
        strand.title = Title {
            falls: strand.title.falls || outside.title.falls,
            ..outside.title
        };
    }
    found.cautions = outside.cautions;
    found.notes = outside.notes;
    found.unclear = outside.unclear;
    found.nationwide = outside.nationwide;
    found.score = found.strands.iter().map(|strand| strand.cells.len()).sum();
    Some(found)
}

/// What records of one strand share: name, column, unit, kind, year suffix, labels.
type StrandKey = (String, usize, Vec<String>, Vec<String>, Vec<String>);

struct LongRecord {
    key: StrandKey,
    name: (usize, usize),
}

impl LongColumns {
    fn find(names: &Names<'_>, grid: &Grid, decimal: Decimal) -> Option<Self> {
        let width = grid.width().min(LOOK_AT);
        let head = (0..grid.height().min(LOOK_AT)).find(|row| is_heading(grid, *row, width));
        let first = head.map_or(0, |head| head + 1);
        let rows = || first..grid.height().min(first + SAMPLE);
        let heading = |column: usize| match head.map(|head| grid.get(head, column)) {
            Some(GridCell::Text(text)) => Some(text.trim()),
            _ => None,
        };
        let kind_of = |column: usize| heading(column).and_then(words::head);
        let year = (0..width).find(|column| {
            let filled = rows()
                .filter(|row| *grid.get(*row, *column) != GridCell::Empty)
                .count();
            let years = rows()
                .filter(|row| year::of(grid.get(*row, *column)).is_some())
                .count();
            let is_named = kind_of(*column) == Some(ColumnType::Year);
            // Tolerates notes below the table and "十二五目标" in a year cell.
            let is_full = years > 0 && (years * 10 >= filled * 8 || (is_named && years * 2 >= filled));
            // Without headings every row is a record.
            let rows_filled = || {
                rows()
                    .filter(|row| grid.row(*row).any(|cell| *cell != GridCell::Empty))
                    .count()
            };
            is_full && (is_named || (head.is_none() && years == rows_filled()))
        })?;
        let known = |column: usize| {
            let texts = rows().filter(|row| match grid.get(*row, column) {
                GridCell::Text(text) => names.has(text),
                _ => false,
            });
            texts.count()
        };
        let records = rows()
            .filter(|row| year::of(grid.get(*row, year)).is_some())
            .count();
        let name = (0..width)
            .filter(|column| *column != year)
            .map(|column| (column, known(column), kind_of(column) == Some(ColumnType::Indicator)))
            // Without headings every record needs a name beside its year.
            .filter(|(_, known, is_named)| *is_named || (*known > 0 && head.is_some()) || *known >= records)
            // Of several, such as ids beside names, the first with most matches.
            .max_by_key(|(column, known, is_named)| (*known, *is_named, std::cmp::Reverse(*column)))
            .map(|(column, ..)| column)?;
        let mut columns = Self {
            head,
            name,
            year,
            values: Vec::new(),
            units: Vec::new(),
            kinds: Vec::new(),
            labels: Vec::new(),
            remarks: Vec::new(),
            parts: Vec::new(),
            ways: Vec::new(),
        };
        for column in (0..width).filter(|column| *column != name && *column != year) {
            columns.sort(column, heading(column), || {
                rows().any(|row| {
                    matches!(
                        number::read(grid.get(row, column), decimal),
                        CellReading::Number(_)
                    )
                })
            });
            let texts = || rows().filter_map(|row| grid.text(row, column));
            let parts = heading(column).filter(|heading| texts().any(|text| parts::is_part(heading, text)));
            if let Some(heading) = parts.filter(|_| head.is_some() && columns.remarks.contains(&column))
                && words::head(heading).is_none()
                && !texts().any(|text| names.has(text))
                && parts::come_again(texts())
            {
                columns.labels.push((column, heading.to_owned()));
            }
        }
        (!columns.values.is_empty()).then_some(columns)
    }

    fn sort(&mut self, column: usize, heading: Option<&str>, has_numbers: impl Fn() -> bool) {
        match heading.and_then(words::head) {
            Some(ColumnType::Unit) => self.units.push(column),
            Some(ColumnType::Kind) => self.kinds.push(column),
            Some(ColumnType::Label) => {
                let heading = heading.unwrap_or("").to_owned();
                self.labels.push((column, heading));
            }
            Some(ColumnType::Part) => self.parts.push(column),
            Some(ColumnType::Direction) if !has_numbers() => self.ways.push(column),
            Some(ColumnType::Value | ColumnType::Direction) => self.values.push(column),
            None if has_numbers() => self.values.push(column),
            // Unknown headings may be remarks.
            Some(ColumnType::Remark) | None => self.remarks.push(column),
            Some(ColumnType::Indicator | ColumnType::Year | ColumnType::Other) => {}
        }
    }

    /// Years in which dates stand for months or quarters.
    fn years_in_parts(&self, grid: &Grid, first: usize) -> BTreeSet<i32> {
        let whens = (first..grid.height()).filter_map(|row| year::of(grid.get(row, self.year)));
        let parts = whens.filter(|when| when.is_day && when.is_part);
        parts.map(|when| when.year).collect()
    }

    /// Whether a record covers part of a year.
    fn is_part(&self, grid: &Grid, row: usize) -> bool {
        let mut cells = self.parts.iter().map(|column| grid.get(row, *column));
        cells.any(|cell| *cell != GridCell::Empty && !around::is_whole_year(&cell.written()))
    }

    /// Figures of a record without a valid year, with the text in its place: 十二五目标.
    fn yearless(
        &self,
        (names, decimal): (&Names<'_>, Decimal),
        grid: &Grid,
        row: usize,
    ) -> Vec<((usize, usize), String)> {
        let heading = grid.get(row, self.year).written();
        let is_record = grid.text(row, self.name).is_some_and(|name| names.has(name));
        if heading.trim().is_empty() || !is_record {
            return Vec::new();
        }
        let is_figure = |column: &&usize| {
            matches!(
                number::read(grid.get(row, **column), decimal),
                CellReading::Number(_)
            )
        };
        let figures = self.values.iter().filter(is_figure);
        figures
            .map(|column| ((row, *column), heading.trim().to_owned()))
            .collect()
    }

    /// Direction of a record's figure, from the next direction column or the only one.
    fn way(&self, grid: &Grid, row: usize, value: usize) -> Option<Direction> {
        let column = match self.ways.as_slice() {
            [only] => *only,
            all => *all.iter().find(|way| **way > value)?,
        };
        grid.text(row, column).and_then(direction::of_cell)
    }

    /// Remarks on a record.
    fn remarks<'g>(&self, grid: &'g Grid, row: usize) -> impl Iterator<Item = &'g str> {
        self.remarks
            .iter()
            .filter_map(move |column| grid.text(row, *column))
    }

    fn record(&self, grid: &Grid, row: usize, column: usize, when: &YearLabel) -> LongRecord {
        let written = |column: &usize| grid.get(row, *column).written().into_owned();
        let name = match grid.get(row, self.name) {
            GridCell::Empty => {
                let merged = grid
                    .merged()
                    .iter()
                    .find(|area| (area.first.0..=area.last.0).contains(&row) && area.first.1 == self.name);
                merged.map_or((row, self.name), |area| area.first)
            }
            _ => (row, self.name),
        };
        let units: Vec<String> = self.units.iter().map(written).collect();
        let mut said: Vec<String> = self.kinds.iter().map(written).collect();
        let remarks = self.remarks.iter().map(|column| grid.get(row, *column));
        said.extend(remarks.filter_map(|cell| match cell {
            GridCell::Text(text) if words::is_forecast(text) => Some(text.clone()),
            _ => None,
        }));
        if when.said.is_some() {
            let behind = grid.get(row, self.year).written();
            said.push(behind.replace(&when.year.to_string(), ""));
        }
        let labels = self.labels.iter().map(|(column, _)| written(column)).collect();
        let text = grid.get(name.0, name.1).written().into_owned();
        LongRecord {
            key: (text, column, units, said, labels),
            name,
        }
    }

    fn strand(&self, grid: &Grid, (row, column): (usize, usize), record: &LongRecord) -> SeriesStrand {
        let (_, _, units, texts, labels) = &record.key;
        let heading = match self.head.map(|head| grid.get(head, column)) {
            Some(GridCell::Text(text)) => text.trim(),
            _ => "",
        };
        let beside = texts.iter().fold(Statements::default(), |said, text| {
            said.or(&Statements::of_status(text))
        });
        let beside = units
            .iter()
            .fold(beside, |said, text| said.or(&Statements::of_unit(text)));
        let is_of_model = self
            .labels
            .iter()
            .any(|(_, heading)| heading.eq_ignore_ascii_case("model"));
        let beside = Statements {
            is_level: beside.is_level || is_of_model,
            ..beside
        };
        let says_more = words::head(heading).is_none();
        let labels: BTreeMap<String, String> = self
            .labels
            .iter()
            .map(|(_, heading)| heading.clone())
            .zip(labels.iter().cloned())
            .collect();
        SeriesStrand {
            line: row,
            name: Some(record.name),
            above: Statements::of(heading),
            beside,
            unit: (units.iter()).find_map(|text| Some((Unit::parse(text)?, text.trim().to_owned()))),
            title: Title::default(),
            heading: if says_more {
                heading.to_owned()
            } else {
                String::new()
            },
            value_place: Some(column),
            labels,
            cautions: Vec::new(),
            cells: Vec::new(),
            exact: None,
            anchored: None,
        }
    }
}

/// Whether a row holds known column headings, and no year or figure.
fn is_heading(grid: &Grid, row: usize, width: usize) -> bool {
    let texts = || {
        (0..width).filter_map(|column| match grid.get(row, column) {
            GridCell::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let cells = (0..width).map(|column| grid.get(row, column));
    let has_year = cells.clone().any(|cell| year::of(cell).is_some());
    let known = texts().filter_map(words::head).count();
    let is_words = cells
        .into_iter()
        .all(|cell| matches!(cell, GridCell::Text(_) | GridCell::Empty));
    is_words && !has_year && known >= 2 && texts().any(|text| words::head(text) == Some(ColumnType::Year))
}
