//! Actuals from tables that others made: what each cell would become, cell by cell, before anything is changed.
//!
//! No files and no window: a [`Grid`] in, a [`Preview`] out. [`crate::file`] turns pasted text, CSV and workbooks into
//! grids.

mod guess;
mod layout;
mod names;
mod number;

use super::figures::{figure_fault, series_fault, unbased_fault, year_fault};
use super::{Actual, ActualEntry, ByIndicator, Scenario};
use crate::file::{Failure, Grid, GridCell};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Message, numbers};
use layout::Layout;
use names::Subject;
use number::Reading;

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
    /// As what an indicator's figures are read, where the guess is not wanted.
    pub kinds: ByIndicator<Kind>,
}

/// What becomes of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Every cell that has something in it, or could have, row by row.
    pub cells: Vec<PreviewCell>,
    /// Each indicator found, with as what its figures are read.
    pub kinds: Vec<(IndicatorIx, Kind)>,
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
    let layout = Layout::find(plan, grid, options.anchor)?;
    let mut reader = Reader {
        plan,
        scenario,
        options,
        layout,
        cells: Vec::new(),
        kinds: Vec::new(),
    };
    reader.read();
    reader.refuse_doubles();
    reader.refuse_contradictions();
    let mut cells = reader.cells;
    cells.sort_by_key(|cell| (cell.row, cell.column));
    Ok(Preview {
        cells,
        kinds: reader.kinds,
    })
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

struct Reader<'a> {
    plan: &'a Plan,
    scenario: &'a Scenario,
    options: &'a Options,
    layout: Layout<'a>,
    cells: Vec<PreviewCell>,
    kinds: Vec<(IndicatorIx, Kind)>,
}

impl Reader<'_> {
    fn read(&mut self) {
        for line in 0..self.layout.lines() {
            if Some(line) == self.layout.year_line {
                self.read_years(line);
            } else if line < self.layout.first_line {
                self.ignore_line(line);
            } else {
                self.read_line(line);
            }
        }
    }

    fn push(&mut self, line: usize, place: usize, content: Content) {
        let (row, column) = self.layout.position(line, place);
        let raw = match self.layout.cell(line, place) {
            GridCell::Empty => String::new(),
            GridCell::Text(text) | GridCell::Failed(text) => text.clone(),
            GridCell::Number { value, is_percent } => {
                numbers::shortest(*value) + if *is_percent { "%" } else { "" }
            }
        };
        self.cells.push(PreviewCell {
            row,
            column,
            raw,
            content,
        });
    }

    fn read_years(&mut self, line: usize) {
        for place in 0..self.layout.places() {
            match self.layout.year(place) {
                Some(year) => self.push(line, place, Content::Year(year)),
                None => self.ignore(line, place),
            }
        }
    }

    fn ignore_line(&mut self, line: usize) {
        for place in 0..self.layout.places() {
            self.ignore(line, place);
        }
    }

    fn ignore(&mut self, line: usize, place: usize) {
        if *self.layout.cell(line, place) != GridCell::Empty {
            self.push(line, place, Content::Ignored);
        }
    }

    /// The figures of one indicator.
    fn read_line(&mut self, line: usize) {
        let places: Vec<(usize, i32)> = (0..self.layout.places())
            .filter_map(|place| Some((place, self.layout.year(place)?)))
            .collect();
        let has_figures = places
            .iter()
            .any(|(place, _)| number::read(self.layout.cell(line, *place)) != Reading::Missing);
        let subject = self.layout.subject(self.plan, line);
        for place in 0..self.layout.places() {
            let is_name = Some(place) == self.layout.name_place;
            if is_name {
                match &subject {
                    Ok(subject) => self.push(line, place, Content::Name(subject.indicator)),
                    Err((what, help)) if has_figures => {
                        let content = refused(None, None, (what.clone(), help.clone()));
                        self.push(line, place, content);
                    }
                    Err(_) => self.ignore(line, place),
                }
            } else if self.layout.year(place).is_none() {
                self.ignore(line, place);
            }
        }
        match subject {
            Ok(subject) => self.read_figures(line, &subject, &places),
            Err(fault) => {
                for (place, year) in places {
                    if number::read(self.layout.cell(line, place)) != Reading::Missing {
                        self.push(line, place, refused(None, Some(year), fault.clone()));
                    }
                }
            }
        }
    }

    fn read_figures(&mut self, line: usize, subject: &Subject, places: &[(usize, i32)]) {
        let ix = subject.indicator;
        let readings: Vec<Reading> = places
            .iter()
            .map(|(place, _)| number::read(self.layout.cell(line, *place)))
            .collect();
        let sign = if subject.falls { -1.0 } else { 1.0 };
        let figures: Vec<(i32, f64)> = places
            .iter()
            .zip(&readings)
            .filter_map(|((_, year), reading)| match reading {
                Reading::Number { value, .. } => Some((*year, value * sign)),
                _ => None,
            })
            .collect();
        let shows_percent = readings
            .iter()
            .any(|reading| matches!(reading, Reading::Number { is_percent: true, .. }));
        let known = self.kinds.iter().find(|(other, _)| *other == ix);
        let chosen = self.options.kinds.get(ix).copied().or(subject.kind);
        let kind = chosen
            .or(known.map(|(_, kind)| *kind))
            .unwrap_or_else(|| guess::kind(self.plan, self.base(ix), ix, &figures, shows_percent));
        if known.is_none() {
            self.kinds.push((ix, kind));
        }
        for ((place, year), reading) in places.iter().zip(readings) {
            let content = match reading {
                Reading::Missing => Content::Missing,
                Reading::Refused(what, help) => refused(Some(ix), Some(*year), (what, help)),
                Reading::Number { value, .. } => self.value(ix, *year, kind.figure(value * sign)),
            };
            self.push(line, *place, content);
        }
    }

    /// The base value that levels start from, if anybody gave one.
    fn base(&self, ix: IndicatorIx) -> Option<f64> {
        self.scenario.bases.get(ix).copied().or(self.plan.get(ix).base)
    }

    fn value(&self, ix: IndicatorIx, year: i32, figure: Actual) -> Content {
        let indicator = self.plan.get(ix);
        let fault = year_fault(self.plan, indicator, year)
            .or_else(|| figure_fault(indicator, figure))
            .or_else(|| unbased_fault(indicator, self.base(ix), figure));
        match fault {
            Some(fault) => refused(Some(ix), Some(year), fault),
            None => Content::Value {
                indicator: ix,
                year,
                figure,
                replaces: self
                    .scenario
                    .actuals
                    .get(ix)
                    .into_iter()
                    .flatten()
                    .filter(|entry| entry.year == year)
                    .map(|entry| entry.figure)
                    .collect(),
            },
        }
    }

    /// Of two cells for one indicator and year none is taken, unless they say the same: nothing tells which is meant.
    fn refuse_doubles(&mut self) {
        let taken: Vec<(usize, IndicatorIx, i32, f64)> = self.values().collect();
        for (n, (at, ix, year, value)) in taken.iter().enumerate() {
            let others = || {
                let same = |other: &&(usize, IndicatorIx, i32, f64)| (other.1, other.2) == (*ix, *year);
                taken
                    .iter()
                    .enumerate()
                    .filter(move |(m, other)| *m != n && same(other))
            };
            let is_repeated = others().any(|(m, other)| m < n && (other.3 - value).abs() <= 0.0);
            let differs = others().any(|(_, other)| (other.3 - value).abs() > 0.0);
            if is_repeated || differs {
                let what = Message::new(if differs {
                    "import-two-cells"
                } else {
                    "import-repeated"
                })
                .with("id", self.plan.get(*ix).id.as_str())
                .with("year", *year);
                let fault = (what, Message::new("given-twice-help"));
                self.cells[*at].content = refused(Some(*ix), Some(*year), fault);
            }
        }
    }

    fn values(&self) -> impl Iterator<Item = (usize, IndicatorIx, i32, f64)> {
        self.cells
            .iter()
            .enumerate()
            .filter_map(|(at, cell)| match cell.content {
                Content::Value {
                    indicator,
                    year,
                    figure,
                    ..
                } => Some((at, indicator, year, figure.value())),
                _ => None,
            })
    }

    /// Figures that contradict each other, or those that the scenario keeps: one after the other is refused, until the
    /// rest makes a series.
    fn refuse_contradictions(&mut self) {
        let kinds = self.kinds.clone();
        for (ix, _) in kinds {
            while let Some((at, year, fault)) = self.contradiction(ix) {
                self.cells[at].content = refused(Some(ix), Some(year), fault);
            }
        }
    }

    /// The cell at fault in an indicator's series: that of the year at fault or, if that year's figure is one that the
    /// scenario has, the last one that is new.
    fn contradiction(&self, ix: IndicatorIx) -> Option<(usize, i32, (Message, Message))> {
        let mut new = Vec::new();
        let mut cells = Vec::new();
        for (at, cell) in self.cells.iter().enumerate() {
            if let Content::Value {
                indicator,
                year,
                figure,
                ..
            } = cell.content
                && indicator == ix
            {
                new.push(ActualEntry { year, figure });
                cells.push((at, year));
            }
        }
        let last = *cells.last()?;
        let entries = merged(self.scenario.actuals.get(ix), &new);
        let (entry, fault) = series_fault(self.plan, self.plan.get(ix), self.base(ix), &entries)?;
        let year = entries.get(entry)?.year;
        let (at, year) = cells.into_iter().find(|cell| cell.1 == year).unwrap_or(last);
        Some((at, year, fault))
    }
}

fn refused(indicator: Option<IndicatorIx>, year: Option<i32>, (what, help): (Message, Message)) -> Content {
    Content::Refused {
        indicator,
        year,
        what,
        help,
    }
}
