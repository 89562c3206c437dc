//! The result of reading a table.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::question::{AnswerOption, Question, Topic};
use super::{Choice, Decimal, FigureKind, cell_name, column_name};
use crate::plan::IndicatorIx;
use crate::scenario::{Actual, ActualEntry, ByIndicator, Scenario};
use crate::text::Message;

/// What becomes of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// All cells, row by row.
    pub cells: Vec<PreviewCell>,
    /// Indicators found, with the kind of their figures.
    pub kinds: Vec<(IndicatorIx, FigureKind)>,
    /// Whether the table is transposed: one indicator per column.
    pub is_turned: bool,
    /// Lines with figures, an indicator name or a user choice; one entry per series.
    pub lines: Vec<PreviewLine>,
    /// Open questions. Figures concerned are not imported until answered.
    pub questions: Vec<Question>,
    /// Notes on figures not read as written.
    pub notes: Vec<Note>,
    /// Label columns with their values.
    pub labels: BTreeMap<String, BTreeSet<String>>,
    /// Texts that raise doubts, whether overridden or not.
    pub doubts: BTreeSet<String>,
}

/// A remark on how figures are read.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Zero-based row and column of the cell concerned; `None` for the whole table.
    pub at: Option<(usize, usize)>,
    /// The remark.
    pub says: Message,
    /// The series concerned.
    pub series: Option<usize>,
}

/// A series of figures: a row (column if transposed), or one of several in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewLine {
    /// Zero-based row (column if transposed).
    pub line: usize,
    /// Zero-based number of the series.
    pub series: usize,
    /// Name as written, or empty.
    pub raw: String,
    /// Heading that distinguishes series of the same name, or empty.
    pub heading: String,
    /// The indicator, if known.
    pub indicator: Option<IndicatorIx>,
    /// Whether the user chose the indicator.
    pub is_settled: bool,
    /// Kind of its figures, if known.
    pub kind: Option<FigureKind>,
    /// Number of figures to import.
    pub accepted: usize,
    /// Number of rejected figures.
    pub refused: usize,
    /// Number awaiting an answer.
    pub asked: usize,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewCell {
    /// Zero-based row.
    pub row: usize,
    /// Zero-based column.
    pub column: usize,
    /// Text as written.
    pub raw: Box<str>,
    /// Its series, for figures and names.
    pub series: Option<usize>,
    /// What it becomes.
    pub content: CellContent,
}

/// What a cell becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum CellContent {
    /// A year.
    Year(i32),
    /// An indicator's name.
    Name(IndicatorIx),
    /// Missing value: blank, a dash, dots.
    Missing,
    /// Irrelevant: a title, unit or remark.
    Ignored,
    /// A figure to import.
    Value {
        /// Indicator.
        indicator: IndicatorIx,
        /// Calendar year.
        year: i32,
        /// The figure as read.
        figure: Actual,
        /// The scenario's current figures for that year, to be replaced.
        replaces: Vec<Actual>,
    },
    /// A figure that awaits an answer.
    Asked {
        /// Of this indicator, where that is known.
        indicator: Option<IndicatorIx>,
        /// In this year.
        year: i32,
    },
    /// A rejected figure.
    Refused {
        /// Of this indicator, where that is known.
        indicator: Option<IndicatorIx>,
        /// In this year, where that is known.
        year: Option<i32>,
        /// Reason, shared between cells of a row.
        what: Arc<Message>,
        /// Remedy.
        help: Arc<Message>,
    },
}

impl Preview {
    /// Figures to import, by indicator.
    pub fn accepted(&self) -> impl Iterator<Item = (IndicatorIx, ActualEntry)> {
        self.cells.iter().filter_map(|cell| match cell.content {
            CellContent::Value {
                indicator,
                year,
                figure,
                ..
            } => Some((indicator, ActualEntry { year, figure })),
            _ => None,
        })
    }

    /// Number of rejected cells.
    #[must_use]
    pub fn refused(&self) -> usize {
        let is_refused = |cell: &&PreviewCell| matches!(cell.content, CellContent::Refused { .. });
        self.cells.iter().filter(is_refused).count()
    }

    /// A scenario's actuals with the accepted figures. They replace all figures of their year; other years and
    /// indicators are unchanged.
    #[must_use]
    pub fn applied_to(&self, scenario: &Scenario) -> ByIndicator<Vec<ActualEntry>> {
        let mut actuals = scenario.actuals.clone();
        let mut new: ByIndicator<Vec<ActualEntry>> = ByIndicator::default();
        for (ix, entry) in self.accepted() {
            let mut entries = new.get(ix).cloned().unwrap_or_default();
            entries.push(entry);
            new.set(ix, entries);
        }
        for (ix, entries) in new.iter() {
            let entries = merged(actuals.get(ix), entries);
            actuals.set(ix, entries);
        }
        actuals
    }

    /// The indicator of a series.
    pub(super) fn indicator_of(&self, series: Option<usize>) -> Option<IndicatorIx> {
        let line = self.lines.iter().find(|line| Some(line.series) == series);
        line.and_then(|line| line.indicator)
    }

    /// Distinguishing heading of a series.
    #[must_use]
    pub fn heading_of(&self, series: usize) -> String {
        let line = self.lines.iter().find(|line| line.series == series);
        line.map_or_else(String::new, |line| line.heading.clone())
    }

    /// Whether a name identifies a series: its heading, column or first cell.
    #[must_use]
    pub fn is_called(&self, series: usize, name: &str) -> bool {
        self.heading_of(series) == name
            || self.column_of(series).as_deref() == Some(name)
            || self.cell_of(series).as_deref() == Some(name)
    }

    /// Letters of a series' first column (row number if transposed).
    #[must_use]
    pub fn column_of(&self, series: usize) -> Option<String> {
        let mut cells = self.cells.iter();
        let cell = cells.find(|cell| {
            cell.series == Some(series)
                && !matches!(cell.content, CellContent::Name(_) | CellContent::Missing)
        })?;
        Some(if self.is_turned {
            (cell.row + 1).to_string()
        } else {
            column_name(cell.column)
        })
    }

    /// Name of a series' first cell.
    #[must_use]
    pub fn cell_of(&self, series: usize) -> Option<String> {
        let mut cells = self.cells.iter();
        let is_figure =
            |content: &CellContent| !matches!(content, CellContent::Name(_) | CellContent::Missing);
        let cell = cells.find(|cell| cell.series == Some(series) && is_figure(&cell.content))?;
        Some(cell_name(cell.row, cell.column))
    }

    /// Whether this reading makes more sense of the table than another.
    pub(super) fn fits_better_than(&self, other: &Self) -> bool {
        let sense = |preview: &Self| {
            let open: usize = preview.lines.iter().map(|line| line.asked).sum();
            preview
                .accepted()
                .count()
                .saturating_sub(preview.refused() + open)
        };
        sense(self) > sense(other)
    }

    /// Leaves all figures open until the decimal separator is chosen.
    pub(super) fn ask_for_decimal(&mut self, readings: [(Decimal, Option<&Self>); 2]) {
        let answers = readings.map(|(decimal, other)| AnswerOption {
            choice: Choice::Decimal(decimal),
            figures: other.unwrap_or(self).accepted().collect(),
        });
        // Open, if either reading accepts it.
        let other = readings.iter().find_map(|(_, other)| *other);
        let taken: HashMap<(usize, usize), (IndicatorIx, i32)> = other
            .iter()
            .flat_map(|other| &other.cells)
            .filter_map(|cell| match cell.content {
                CellContent::Value { indicator, year, .. } => {
                    Some(((cell.row, cell.column), (indicator, year)))
                }
                _ => None,
            })
            .collect();
        for cell in &mut self.cells {
            let own = match cell.content {
                CellContent::Value { indicator, year, .. } => Some((indicator, year)),
                _ => taken.get(&(cell.row, cell.column)).copied(),
            };
            if let Some((indicator, year)) = own {
                cell.content = CellContent::Asked {
                    indicator: Some(indicator),
                    year,
                };
            }
        }
        for line in &mut self.lines {
            let all = self.cells.iter().filter(|cell| cell.series == Some(line.series));
            let count = |is: fn(&CellContent) -> bool| all.clone().filter(|cell| is(&cell.content)).count();
            line.accepted = 0;
            line.asked = count(|content| matches!(content, CellContent::Asked { .. }));
            line.refused = count(|content| matches!(content, CellContent::Refused { year: Some(_), .. }));
        }
        self.questions = vec![Question {
            topic: Topic::Decimal,
            at: None,
            series: None,
            asks: Message::new("import-ask-decimal"),
            answers: answers.into(),
        }];
    }
}

/// Merges by year; new entries replace old ones.
pub(crate) fn merged(old: Option<&Vec<ActualEntry>>, new: &[ActualEntry]) -> Vec<ActualEntry> {
    let is_kept = |entry: &&ActualEntry| new.iter().all(|other| other.year != entry.year);
    let mut entries: Vec<ActualEntry> = old.into_iter().flatten().filter(is_kept).copied().collect();
    entries.extend(new);
    entries.sort_by_key(|entry| entry.year);
    entries
}
