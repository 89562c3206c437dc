//! The figures of one series.

use std::rc::Rc;

use super::super::layout::{FigureCell, SeriesStrand};
use super::super::names::{Doubt, NamedSubject};
use super::super::number::{CellReading, Number};
use super::super::saying::{IndexBase, Statements};
use super::super::{CellContent, PreviewLine, words};
use super::sizes::odd_ones;
use super::{CellPosition, Reader, SharedFault, refused};
use crate::scenario::figures::FigureFault;
use crate::text::Message;

impl Reader<'_> {
    /// The figures of one series.
    pub(super) fn read(&mut self, series: usize, strand: &SeriesStrand) {
        let readings: Vec<CellReading> = strand.cells.iter().map(|cell| self.reading(cell.at)).collect();
        let has_figures = readings.iter().any(|reading| *reading != CellReading::Missing);
        let settled = self.options.subjects.get(&strand.line);
        // All cells of an unknown line share the fault.
        let subject = self.subject(strand).map_err(SharedFault::from);
        let is_left_out = settled.is_some_and(Option::is_none) || self.options.left_out.contains(&series);
        if has_figures || settled.is_some() || (subject.is_ok() && self.is_first_of_line(strand)) {
            let indicator = subject.as_ref().ok().map(|subject| subject.indicator);
            self.told.insert(strand.line);
            self.lines.push(PreviewLine {
                line: strand.line,
                series,
                raw: self.raw(strand),
                heading: strand.heading.clone(),
                indicator: indicator.filter(|_| !is_left_out),
                is_settled: settled.is_some(),
                kind: None,
                accepted: 0,
                refused: 0,
                asked: 0,
            });
        }
        if is_left_out {
            return;
        }
        self.read_name(series, strand, &subject, has_figures);
        match subject {
            Ok(subject) => self.read_figures(series, strand, &subject, readings),
            Err(fault) => {
                for (cell, reading) in strand.cells.iter().zip(readings) {
                    if reading != CellReading::Missing {
                        self.push(
                            cell.at,
                            Some(series),
                            refused(None, Some(cell.year), fault.clone()),
                        );
                    }
                }
            }
        }
    }

    fn is_first_of_line(&self, strand: &SeriesStrand) -> bool {
        !self.told.contains(&strand.line)
    }

    fn read_name(
        &mut self,
        series: usize,
        strand: &SeriesStrand,
        subject: &Result<Rc<NamedSubject>, SharedFault>,
        has_figures: bool,
    ) {
        let Some(at) = strand.name else { return };
        match subject {
            Ok(subject) => self.push(at, Some(series), CellContent::Name(subject.indicator)),
            Err(fault) if has_figures => self.push(at, Some(series), refused(None, None, fault.clone())),
            Err(_) => {}
        }
    }

    fn read_figures(
        &mut self,
        series: usize,
        strand: &SeriesStrand,
        subject: &NamedSubject,
        readings: Vec<CellReading>,
    ) {
        let ix = subject.indicator;
        self.hear_comments(series, strand);
        let said = self.said(series, strand, subject);
        let mut numbers: Vec<(i32, Number)> = Vec::new();
        let mut at: Vec<CellPosition> = Vec::new();
        for (cell, reading) in strand.cells.iter().zip(readings) {
            match self.why_not(cell) {
                Some(fault) if reading != CellReading::Missing => {
                    self.push(cell.at, Some(series), refused(Some(ix), Some(cell.year), fault));
                    continue;
                }
                _ => {}
            }
            match reading {
                CellReading::Missing => self.push(cell.at, Some(series), CellContent::Missing),
                CellReading::Refused(what, help) => {
                    self.push(
                        cell.at,
                        Some(series),
                        refused(Some(ix), Some(cell.year), (what, help)),
                    );
                }
                CellReading::Number(mut number) => {
                    number.way = cell.way;
                    let doubt = self.doubted(series, strand, (ix, cell, &said));
                    if let Some(content) = doubt.or_else(|| self.unscaled(&mut number, &said, (ix, cell))) {
                        self.push(cell.at, Some(series), content);
                        continue;
                    }
                    numbers.push((cell.year, number));
                    at.push(cell.at);
                }
            }
        }
        if strand.exact.is_none() && !self.options.fractions.contains_key(&series) {
            for odd in odd_ones(&numbers, &at).into_iter().rev() {
                let (year, _) = numbers.remove(odd);
                let fault = (
                    Message::new("import-other-size"),
                    Message::new("import-other-size-help"),
                );
                self.push(at.remove(odd), Some(series), refused(Some(ix), Some(year), fault));
            }
        }
        if numbers.is_empty() {
            return;
        }
        let more = self.more_than_industry(strand, subject);
        if let Some(text) = more.as_deref().or(match &subject.doubt {
            Some(Doubt::Brackets(text)) => Some(text),
            _ => None,
        }) {
            return self.ask_for_name(series, strand, subject, text, &numbers, &at);
        }
        let says = match subject.doubt {
            Some(Doubt::Beginning) => Some("import-note-beginning"),
            Some(Doubt::Translation) => Some("import-note-translation"),
            _ => None,
        };
        if let Some(says) = says {
            let says = Message::new(says)
                .with("found", self.raw(strand))
                .with("name", &self.plan.get(ix).name);
            self.note(strand.name, series, says);
        }
        self.judge_by_basis((series, strand, subject), &numbers, &at);
    }

    /// Judges figures with a base stated in the cell separately.
    fn judge_by_basis(
        &mut self,
        (series, strand, subject): (usize, &SeriesStrand, &NamedSubject),
        numbers: &[(i32, Number)],
        at: &[CellPosition],
    ) {
        let mut bases: Vec<Option<IndexBase>> = numbers.iter().map(|(_, number)| number.basis).collect();
        bases.dedup();
        if bases == [None] {
            return self.judge(series, strand, subject, numbers, at);
        }
        for (place, basis) in bases.iter().enumerate() {
            if bases[..place].contains(basis) {
                continue;
            }
            let own = numbers
                .iter()
                .zip(at)
                .filter(|((_, number), _)| number.basis == *basis);
            let (own, at): (Vec<(i32, Number)>, Vec<CellPosition>) =
                own.map(|(number, at)| (number.clone(), *at)).unzip();
            let said = Statements {
                basis: *basis,
                is_change: basis.is_some(),
                ..Statements::default()
            };
            let strand = SeriesStrand {
                above: said.or(&strand.above),
                ..strand.clone()
            };
            self.judge(series, &strand, subject, &own, &at);
        }
    }

    /// The text that makes figures national rather than industrial: a title, or a following line with industry as a
    /// part.
    fn more_than_industry(&self, strand: &SeriesStrand, subject: &NamedSubject) -> Option<String> {
        if self.options.subjects.contains_key(&strand.line)
            || strand.exact.is_some()
            || !self.names.is_silent_on_industry(subject.indicator)
            || words::is_of_industry(&self.raw(strand))
        {
            return None;
        }
        let below = strand.name.and_then(|(row, column)| {
            let beside = [(row + 1, column), (row, column + 1)];
            beside.into_iter().find_map(|(row, column)| {
                let text = self.grid.text(row, column)?;
                let is_part = words::is_among_it(text) && words::is_of_industry(text);
                is_part.then(|| text.trim().to_owned())
            })
        });
        below.or_else(|| self.found.nationwide.clone())
    }

    /// Why a cell is skipped regardless of content.
    fn why_not(&self, cell: &FigureCell) -> Option<FigureFault> {
        if self.grid.is_hidden(cell.at.0, cell.at.1) && !self.options.takes_hidden {
            return Some((Message::new("import-hidden"), Message::new("import-hidden-help")));
        }
        if self.grid.is_struck(cell.at.0, cell.at.1) {
            return Some((Message::new("import-struck"), Message::new("import-struck-help")));
        }
        if cell.is_flagged {
            let what = Message::new("import-flagged");
            return Some((what, Message::new("import-promised-help")));
        }
        if self.brackets && self.grid.text(cell.at.0, cell.at.1).is_some_and(is_in_brackets) {
            let what = Message::new("import-brackets");
            return Some((what, Message::new("import-brackets-help")));
        }
        if self.spread.contains(&cell.at) {
            let what = Message::new("import-spread");
            return Some((what, Message::new("import-spread-help")));
        }
        cell.is_part.then(|| {
            let what = Message::new("import-part-year").with("year", cell.year);
            (what, Message::new("import-part-year-help"))
        })
    }
}

/// Whether a figure is in brackets.
fn is_in_brackets(text: &str) -> bool {
    text.trim_start().starts_with(['(', '（'])
}
