//! Actuals from tables that others made: what each cell would become, cell by cell, before anything is changed.
//!
//! No files and no window: a [`Grid`] in, a [`Preview`] out. [`crate::file`] turns pasted text, CSV and workbooks into
//! grids.

mod entry;
mod guess;
mod layout;
mod names;
mod number;
mod reader;

use std::collections::BTreeMap;

use super::{Actual, ActualEntry, ByIndicator, Scenario};
use crate::file::{Failure, Grid};
use crate::plan::{IndicatorIx, Plan};
use crate::text::Message;
pub use entry::typed;
use layout::Layout;
use names::Names;
use reader::Reader;

/// As what the figures of an indicator are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Levels in the indicator's unit.
    Level,
    /// Changes against the year before, as statistics sign them.
    AnnualChange,
    /// Changes against the base year, likewise.
    CumulativeChange,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Level, Self::AnnualChange, Self::CumulativeChange];

    /// The kind of a figure.
    #[must_use]
    pub const fn of(figure: Actual) -> Self {
        match figure {
            Actual::Level(_) => Self::Level,
            Actual::AnnualChange(_) => Self::AnnualChange,
            Actual::CumulativeChange(_) => Self::CumulativeChange,
        }
    }

    /// A figure of this kind.
    #[must_use]
    pub const fn figure(self, value: f64) -> Actual {
        match self {
            Self::Level => Actual::Level(value),
            Self::AnnualChange => Actual::AnnualChange(value),
            Self::CumulativeChange => Actual::CumulativeChange(value),
        }
    }
}

/// What a person may settle before or after looking at a preview.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The indicator and year of the first cell, for a table that does not name them: the next rows are the plan's next
    /// levers, the next columns the next years.
    pub anchor: Option<(IndicatorIx, i32)>,
    /// As what an indicator's figures are read, whatever the table says.
    pub kinds: ByIndicator<Kind>,
    /// As what an indicator's figures are read where neither `kinds` nor the table says; without it, as what they look
    /// like.
    pub usual: ByIndicator<Kind>,
    /// What a line ([`PreviewLine::line`]) is about, whatever name it has; none: leave it out.
    pub subjects: BTreeMap<usize, Option<IndicatorIx>>,
}

/// What becomes of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// Every cell that has something in it, or could have, row by row.
    pub cells: Vec<PreviewCell>,
    /// Each indicator found, with as what its figures are read.
    pub kinds: Vec<(IndicatorIx, Kind)>,
    /// Whether lines are columns: each column is about one indicator.
    pub is_turned: bool,
    /// Every line that has figures or the name of an indicator, or that a person settled.
    pub lines: Vec<PreviewLine>,
}

/// A row, or a column of a table that is turned, which is about one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewLine {
    /// Its number in the table, counted from 0.
    pub line: usize,
    /// The name as it stands there; empty where there is none.
    pub raw: String,
    /// The indicator it is about, if that is known and has figures of its own.
    pub indicator: Option<IndicatorIx>,
    /// Whether a person said what it is about.
    pub is_settled: bool,
    /// How many of its figures can be taken over.
    pub accepted: usize,
    /// How many cannot.
    pub refused: usize,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewCell {
    /// Its row in the table, counted from 0.
    pub row: usize,
    /// Its column, counted from 0.
    pub column: usize,
    /// What stands in it.
    pub raw: String,
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
    /// Something that cannot be taken over.
    Refused {
        /// Of this indicator, where that is known.
        indicator: Option<IndicatorIx>,
        /// In this year, where that is known.
        year: Option<i32>,
        /// Why not.
        what: Message,
        /// What to do about it.
        help: Message,
    },
}

/// Says of each cell what it would become in a scenario of the plan. Changes nothing.
///
/// # Errors
/// [`Failure::Other`] where the table names neither indicators nor years and no anchor says which they are.
pub fn preview(plan: &Plan, scenario: &Scenario, grid: &Grid, options: &Options) -> Result<Preview, Failure> {
    let names = Names::new(plan);
    let layout = Layout::find(&names, grid, options.anchor)?;
    Ok(Reader::new(&names, scenario, options, layout).preview())
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
        for (indicator, _) in &self.kinds {
            let new: Vec<ActualEntry> = self
                .accepted()
                .filter(|(ix, _)| ix == indicator)
                .map(|(_, entry)| entry)
                .collect();
            if !new.is_empty() {
                let entries = merged(actuals.get(*indicator), &new);
                actuals.set(*indicator, entries);
            }
        }
        actuals
    }
}

/// Old entries in years without new ones, and the new ones, by year.
fn merged(old: Option<&Vec<ActualEntry>>, new: &[ActualEntry]) -> Vec<ActualEntry> {
    let is_kept = |entry: &&ActualEntry| new.iter().all(|other| other.year != entry.year);
    let mut entries: Vec<ActualEntry> = old.into_iter().flatten().filter(is_kept).copied().collect();
    entries.extend(new);
    entries.sort_by_key(|entry| entry.year);
    entries
}
