//! From the cells of a table to what each would become.

use std::collections::BTreeMap;

use super::layout::Layout;
use super::names::{Names, Subject};
use super::number::{self, Reading};
use super::{Content, Kind, Options, Preview, PreviewCell, PreviewLine, guess, merged};
use crate::file::GridCell;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::{Fault, figure_fault, series_fault, unbased_fault, year_fault};
use crate::scenario::{Actual, ActualEntry, Footing, Scenario, footing};
use crate::text::Message;

pub(super) struct Reader<'a> {
    names: &'a Names<'a>,
    plan: &'a Plan,
    scenario: &'a Scenario,
    options: &'a Options,
    layout: Layout<'a>,
    cells: Vec<PreviewCell>,
    kinds: Vec<(IndicatorIx, Kind)>,
    lines: Vec<PreviewLine>,
}

impl<'a> Reader<'a> {
    pub fn new(
        names: &'a Names<'a>,
        scenario: &'a Scenario,
        options: &'a Options,
        layout: Layout<'a>,
    ) -> Self {
        Self {
            names,
            plan: names.plan,
            scenario,
            options,
            layout,
            cells: Vec::new(),
            kinds: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Reads every cell.
    pub fn preview(mut self) -> Preview {
        self.read();
        self.refuse_doubles();
        self.refuse_contradictions();
        self.count();
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        Preview {
            cells: self.cells,
            kinds: self.kinds,
            is_turned: self.layout.is_turned,
            lines: self.lines,
        }
    }

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

    /// How many figures of each line can be taken over, now that all are judged.
    fn count(&mut self) {
        let mut counts: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for cell in &self.cells {
            let (line, place) = self.layout.position(cell.row, cell.column);
            if Some(place) == self.layout.name_place {
                continue;
            }
            let (accepted, refused) = counts.entry(line).or_default();
            match cell.content {
                Content::Value { .. } => *accepted += 1,
                Content::Refused { .. } => *refused += 1,
                _ => {}
            }
        }
        for line in &mut self.lines {
            (line.accepted, line.refused) = counts.get(&line.line).copied().unwrap_or_default();
        }
    }

    /// A cell as it is shown.
    fn raw(&self, line: usize, place: usize) -> String {
        self.layout.cell(line, place).written().into_owned()
    }

    fn push(&mut self, line: usize, place: usize, content: Content) {
        let (row, column) = self.layout.position(line, place);
        let raw = self.raw(line, place);
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
        let subject = self.subject(line, has_figures);
        if self.is_left_out(line) {
            return self.ignore_line(line);
        }
        self.read_name(line, &subject, has_figures);
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

    /// Whether a person wants nothing of a line.
    fn is_left_out(&self, line: usize) -> bool {
        self.options.subjects.get(&line).is_some_and(Option::is_none)
    }

    /// What a line is about, by its name or as a person settled it; kept among the lines.
    fn subject(&mut self, line: usize, has_figures: bool) -> Result<Subject, Fault> {
        let settled = self.options.subjects.get(&line);
        let name_place = self.layout.name_place;
        let raw = name_place.map_or_else(String::new, |place| self.raw(line, place));
        let subject = match settled {
            Some(Some(ix)) => Ok(self.names.settled(&raw, *ix)),
            _ => self.layout.subject(line),
        };
        if has_figures || settled.is_some() || subject.is_ok() {
            let indicator = subject.as_ref().ok().map(|subject| subject.indicator);
            self.lines.push(PreviewLine {
                line,
                raw,
                indicator: indicator.filter(|_| !self.is_left_out(line)),
                is_settled: settled.is_some(),
                accepted: 0,
                refused: 0,
            });
        }
        subject
    }

    /// A line's name, and whatever else in it is no figure.
    fn read_name(&mut self, line: usize, subject: &Result<Subject, Fault>, has_figures: bool) {
        for place in 0..self.layout.places() {
            if Some(place) == self.layout.name_place {
                match subject {
                    Ok(subject) => self.push(line, place, Content::Name(subject.indicator)),
                    Err(fault) if has_figures => self.push(line, place, refused(None, None, fault.clone())),
                    Err(_) => self.ignore(line, place),
                }
            } else if self.layout.year(place).is_none() {
                self.ignore(line, place);
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
        let kinds = &self.options.kinds;
        let kind = kinds
            .get(ix)
            .copied()
            .or(subject.kind)
            .or_else(|| self.options.usual.get(ix).copied())
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

    fn footing(&self, ix: IndicatorIx) -> Footing {
        footing(self.plan, &self.scenario.bases, ix)
    }

    fn value(&self, ix: IndicatorIx, year: i32, figure: Actual) -> Content {
        let indicator = self.plan.get(ix);
        let fault = year_fault(
            self.plan,
            indicator,
            year,
            matches!(figure, Actual::AnnualChange(_)),
        )
        .or_else(|| figure_fault(indicator, figure))
        .or_else(|| unbased_fault(indicator, self.footing(ix), figure));
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
        let mut taken: BTreeMap<(IndicatorIx, i32), Vec<(usize, f64)>> = BTreeMap::new();
        for (at, ix, year, value) in self.values() {
            taken.entry((ix, year)).or_default().push((at, value));
        }
        for ((ix, year), cells) in taken {
            let first = cells[0].1;
            let differs = cells.iter().any(|(_, value)| (value - first).abs() > 0.0);
            let (id, kept) = if differs {
                ("import-two-cells", 0)
            } else {
                ("import-repeated", 1)
            };
            for (at, _) in cells.into_iter().skip(kept) {
                let what = Message::new(id)
                    .with("id", self.plan.get(ix).id.as_str())
                    .with("year", year);
                let fault = (what, Message::new("given-twice-help"));
                self.cells[at].content = refused(Some(ix), Some(year), fault);
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
    fn contradiction(&self, ix: IndicatorIx) -> Option<(usize, i32, Fault)> {
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
        let (entry, fault) = series_fault(self.plan, self.plan.get(ix), self.footing(ix), &entries)?;
        let year = entries.get(entry)?.year;
        let (at, year) = cells.into_iter().find(|cell| cell.1 == year).unwrap_or(last);
        Some((at, year, fault))
    }
}

fn refused(indicator: Option<IndicatorIx>, year: Option<i32>, (what, help): Fault) -> Content {
    Content::Refused {
        indicator,
        year,
        what,
        help,
    }
}
