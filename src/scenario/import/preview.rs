//! What becomes of a table.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::question::{Answer, Question, Topic};
use super::{Choice, Decimal, Kind, cell_name, column_name};
use crate::plan::IndicatorIx;
use crate::scenario::{Actual, ActualEntry, ByIndicator, Scenario};
use crate::text::Message;

/// What becomes of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// Every cell that has something in it, or could have, row by row.
    pub cells: Vec<PreviewCell>,
    /// Each indicator found, with as what its figures are read.
    pub kinds: Vec<(IndicatorIx, Kind)>,
    /// Whether lines are columns: each column is about one indicator.
    pub is_turned: bool,
    /// Every line that has figures or the name of an indicator, or that a person settled; one for each series in it.
    pub lines: Vec<PreviewLine>,
    /// What the table leaves open. The figures concerned are not taken until it is answered.
    pub questions: Vec<Question>,
    /// How figures are read that were read otherwise than they stand.
    pub notes: Vec<Note>,
    /// The columns that say whose figures they are, with what stands in them.
    pub labels: BTreeMap<String, BTreeSet<String>>,
    /// The texts in spite of which figures may be taken, or are.
    pub doubts: BTreeSet<String>,
}

/// Something that a person should know about how figures are read.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Row and column of the cell that gives rise to it, counted from 0; none where it is the whole table.
    pub at: Option<(usize, usize)>,
    /// What is so.
    pub says: Message,
    /// The series it is about.
    pub series: Option<usize>,
}

/// A series of figures: a row, or a column of a table that is turned, or one of several in it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewLine {
    /// The number of the row or column in the table, counted from 0.
    pub line: usize,
    /// The number of the series in the table, counted from 0.
    pub series: usize,
    /// The name as it stands there; empty where there is none.
    pub raw: String,
    /// The heading that tells this series from others of the same name; empty where there is none.
    pub heading: String,
    /// The indicator it is about, if that is known.
    pub indicator: Option<IndicatorIx>,
    /// Whether a person said what it is about.
    pub is_settled: bool,
    /// As what its figures are read, where that is known.
    pub kind: Option<Kind>,
    /// How many of its figures can be taken over.
    pub accepted: usize,
    /// How many cannot.
    pub refused: usize,
    /// How many wait for an answer.
    pub asked: usize,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewCell {
    /// Its row in the table, counted from 0.
    pub row: usize,
    /// Its column, counted from 0.
    pub column: usize,
    /// What stands in it.
    pub raw: Box<str>,
    /// The series it is among, if it is a figure or a name.
    pub series: Option<usize>,
    /// What it becomes.
    pub content: Content,
}

/// What a cell becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A year above or beside figures.
    Year(i32),
    /// The name of an indicator.
    Name(IndicatorIx),
    /// No figure: blank, a dash, dots.
    Missing,
    /// Nothing of interest: a title, a unit, a remark.
    Ignored,
    /// A figure to take over.
    Value {
        /// Of this indicator.
        indicator: IndicatorIx,
        /// In this year.
        year: i32,
        /// As it is read.
        figure: Actual,
        /// What the scenario has for that year now, which it replaces.
        replaces: Vec<Actual>,
    },
    /// A figure whose meaning is asked for.
    Asked {
        /// Of this indicator, where that is known.
        indicator: Option<IndicatorIx>,
        /// In this year.
        year: i32,
    },
    /// Something that cannot be taken over.
    Refused {
        /// Of this indicator, where that is known.
        indicator: Option<IndicatorIx>,
        /// In this year, where that is known.
        year: Option<i32>,
        /// Why not. Cells of a row share it.
        what: Arc<Message>,
        /// What to do about it.
        help: Arc<Message>,
    },
}

impl Preview {
    /// The figures that can be taken over: indicator, year, figure.
    pub fn accepted(&self) -> impl Iterator<Item = (IndicatorIx, ActualEntry)> {
        self.cells.iter().filter_map(|cell| match cell.content {
            Content::Value {
                indicator,
                year,
                figure,
                ..
            } => Some((indicator, ActualEntry { year, figure })),
            _ => None,
        })
    }

    /// How many cells are refused.
    #[must_use]
    pub fn refused(&self) -> usize {
        let is_refused = |cell: &&PreviewCell| matches!(cell.content, Content::Refused { .. });
        self.cells.iter().filter(is_refused).count()
    }

    /// A scenario's actuals with the accepted figures in them. A year that gets a figure loses those that it had; other
    /// years and indicators stay as they are.
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

    /// The indicator that a series is about.
    pub(super) fn indicator_of(&self, series: Option<usize>) -> Option<IndicatorIx> {
        let line = self.lines.iter().find(|line| Some(line.series) == series);
        line.and_then(|line| line.indicator)
    }

    /// The heading that tells a series from others of the same name.
    #[must_use]
    pub fn heading_of(&self, series: usize) -> String {
        let line = self.lines.iter().find(|line| line.series == series);
        line.map_or_else(String::new, |line| line.heading.clone())
    }

    /// Whether a series is called so: by its heading, its column or its first cell.
    #[must_use]
    pub fn is_called(&self, series: usize, name: &str) -> bool {
        self.heading_of(series) == name
            || self.column_of(series).as_deref() == Some(name)
            || self.cell_of(series).as_deref() == Some(name)
    }

    /// The letters of the first column, or the number of the first row in a table that is turned, that has a series.
    #[must_use]
    pub fn column_of(&self, series: usize) -> Option<String> {
        let mut cells = self.cells.iter();
        let cell = cells.find(|cell| {
            cell.series == Some(series) && !matches!(cell.content, Content::Name(_) | Content::Missing)
        })?;
        Some(if self.is_turned {
            (cell.row + 1).to_string()
        } else {
            column_name(cell.column)
        })
    }

    /// The first cell of a series, as spreadsheets name it.
    #[must_use]
    pub fn cell_of(&self, series: usize) -> Option<String> {
        let mut cells = self.cells.iter();
        let is_figure = |content: &Content| !matches!(content, Content::Name(_) | Content::Missing);
        let cell = cells.find(|cell| cell.series == Some(series) && is_figure(&cell.content))?;
        Some(cell_name(cell.row, cell.column))
    }

    /// Whether more of the table makes sense than of another reading of it.
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

    /// Leaves every figure open until it is said what stands before decimals.
    pub(super) fn ask_for_decimal(&mut self, readings: [(Decimal, Option<&Self>); 2]) {
        let answers = readings.map(|(decimal, other)| Answer {
            choice: Choice::Decimal(decimal),
            figures: other.unwrap_or(self).accepted().collect(),
        });
        // What is refused under one reading and taken under the other is open, too.
        let other = readings.iter().find_map(|(_, other)| *other);
        let taken: HashMap<(usize, usize), (IndicatorIx, i32)> = other
            .iter()
            .flat_map(|other| &other.cells)
            .filter_map(|cell| match cell.content {
                Content::Value { indicator, year, .. } => Some(((cell.row, cell.column), (indicator, year))),
                _ => None,
            })
            .collect();
        for cell in &mut self.cells {
            let own = match cell.content {
                Content::Value { indicator, year, .. } => Some((indicator, year)),
                _ => taken.get(&(cell.row, cell.column)).copied(),
            };
            if let Some((indicator, year)) = own {
                cell.content = Content::Asked {
                    indicator: Some(indicator),
                    year,
                };
            }
        }
        for line in &mut self.lines {
            let all = self.cells.iter().filter(|cell| cell.series == Some(line.series));
            let count = |is: fn(&Content) -> bool| all.clone().filter(|cell| is(&cell.content)).count();
            line.accepted = 0;
            line.asked = count(|content| matches!(content, Content::Asked { .. }));
            line.refused = count(|content| matches!(content, Content::Refused { year: Some(_), .. }));
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

/// Old entries in years without new ones, and the new ones, by year.
pub(crate) fn merged(old: Option<&Vec<ActualEntry>>, new: &[ActualEntry]) -> Vec<ActualEntry> {
    let is_kept = |entry: &&ActualEntry| new.iter().all(|other| other.year != entry.year);
    let mut entries: Vec<ActualEntry> = old.into_iter().flatten().filter(is_kept).copied().collect();
    entries.extend(new);
    entries.sort_by_key(|entry| entry.year);
    entries
}
