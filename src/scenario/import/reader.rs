//! From the cells of a table to what each would become.

use std::collections::HashSet;
use std::rc::Rc;

use super::judge::{Judge, Settled, Verdict};
use super::layout::{At, Cell, Found, Strand};
use super::names::{Doubt, Names, Subject};
use super::number::{self, Decimal, Number, Reading};
use super::saying::Saying;
use super::transform::Transform;
use super::{
    Answer, Choice, Content, Kind, Note, Options, Preview, PreviewCell, PreviewLine, Question, Sign, Topic,
};
use crate::file::{Grid, GridCell};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::{Fault, figure_fault, unbased_fault, year_fault};
use crate::scenario::{Actual, ActualEntry, Scenario, footing};
use crate::text::Message;

pub(super) struct Reader<'a> {
    pub names: &'a Names<'a>,
    pub plan: &'a Plan,
    pub scenario: &'a Scenario,
    pub options: &'a Options,
    grid: &'a Grid,
    decimal: Decimal,
    pub found: Found,
    pub cells: Vec<PreviewCell>,
    pub kinds: Vec<(IndicatorIx, Kind)>,
    pub lines: Vec<PreviewLine>,
    pub questions: Vec<Question>,
    pub notes: Vec<Note>,
}

impl<'a> Reader<'a> {
    pub fn new(
        names: &'a Names<'a>,
        scenario: &'a Scenario,
        options: &'a Options,
        grid: &'a Grid,
        decimal: Decimal,
        found: Found,
    ) -> Self {
        Self {
            names,
            plan: names.plan,
            scenario,
            options,
            grid,
            decimal,
            found,
            cells: Vec::new(),
            kinds: Vec::new(),
            lines: Vec::new(),
            questions: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Reads every cell.
    pub fn preview(mut self) -> Preview {
        for (at, year) in std::mem::take(&mut self.found.years) {
            self.push(at, None, Content::Year(year));
        }
        let strands = std::mem::take(&mut self.found.strands);
        let taken = self.choose_records(&strands);
        for (series, strand) in strands.iter().enumerate() {
            if taken[series] {
                self.read(series, strand);
            }
        }
        self.settle_conflicts(&strands);
        self.count();
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        // A name stands above several series, a year beside many.
        self.cells
            .dedup_by(|next, first| (next.row, next.column) == (first.row, first.column));
        self.add_ignored();
        Preview {
            cells: self.cells,
            kinds: self.kinds,
            is_turned: self.found.is_turned,
            lines: self.lines,
            questions: self.questions,
            notes: self.notes,
        }
    }

    /// How many figures of each series can be taken over, now that all are judged.
    fn count(&mut self) {
        let mut places = vec![usize::MAX; 1 + self.lines.iter().map(|line| line.series).max().unwrap_or(0)];
        for (at, line) in self.lines.iter().enumerate() {
            places[line.series] = at;
        }
        for cell in &self.cells {
            let Some(line) = cell
                .series
                .and_then(|series| self.lines.get_mut(*places.get(series)?))
            else {
                continue;
            };
            match cell.content {
                Content::Value { .. } => line.accepted += 1,
                Content::Asked { .. } => line.asked += 1,
                Content::Refused { year: Some(_), .. } => line.refused += 1,
                _ => {}
            }
        }
    }

    pub fn push(&mut self, at: At, series: Option<usize>, content: Content) {
        self.cells.push(PreviewCell {
            row: at.0,
            column: at.1,
            raw: self.grid.get(at.0, at.1).written().into_owned(),
            series,
            content,
        });
    }

    /// Everything else that stands in the table. A large table has more of it than anybody looks at.
    fn add_ignored(&mut self) {
        const MOST: usize = 2_000;
        let near = self.cells.iter().filter(|cell| cell.row < MOST);
        let known: HashSet<At> = near.map(|cell| (cell.row, cell.column)).collect();
        let mut others = Vec::new();
        for row in 0..self.grid.height().min(MOST) {
            for (column, cell) in self.grid.row(row).enumerate() {
                if *cell != GridCell::Empty && !known.contains(&(row, column)) && others.len() < MOST {
                    others.push((row, column));
                }
            }
        }
        if others.is_empty() {
            return;
        }
        for at in others {
            self.push(at, None, Content::Ignored);
        }
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
    }

    /// What a series is about, by its name or as a person settled it.
    pub fn subject(&self, strand: &Strand) -> Result<Rc<Subject>, Fault> {
        let raw = self.raw(strand);
        match self.options.subjects.get(&strand.line) {
            Some(Some(ix)) => return Ok(Rc::new(self.names.settled(&raw, *ix))),
            Some(None) => {}
            None if strand.name.is_none() => {
                if let Some(ix) = strand.anchored {
                    return Ok(Rc::new(self.names.settled("", ix)));
                }
            }
            None => {}
        }
        if raw.trim().is_empty() {
            return Err((
                Message::new("import-no-name"),
                Message::new("import-unknown-help"),
            ));
        }
        self.names.find(&raw)
    }

    pub fn raw(&self, strand: &Strand) -> String {
        strand.name.map_or_else(String::new, |(row, column)| {
            self.grid.get(row, column).written().into_owned()
        })
    }

    /// The figures of one series.
    fn read(&mut self, series: usize, strand: &Strand) {
        let readings: Vec<Reading> = strand
            .cells
            .iter()
            .map(|cell| number::read(self.grid.get(cell.at.0, cell.at.1), self.decimal))
            .collect();
        let has_figures = readings.iter().any(|reading| *reading != Reading::Missing);
        let settled = self.options.subjects.get(&strand.line);
        let subject = self.subject(strand);
        let is_left_out = settled.is_some_and(Option::is_none) || self.options.left_out.contains(&series);
        if has_figures || settled.is_some() || (subject.is_ok() && self.is_first_of_line(strand)) {
            let indicator = subject.as_ref().ok().map(|subject| subject.indicator);
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
                    if reading != Reading::Missing {
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

    fn is_first_of_line(&self, strand: &Strand) -> bool {
        self.lines.iter().rev().all(|line| line.line != strand.line)
    }

    fn read_name(
        &mut self,
        series: usize,
        strand: &Strand,
        subject: &Result<Rc<Subject>, Fault>,
        has_figures: bool,
    ) {
        let Some(at) = strand.name else { return };
        match subject {
            Ok(subject) => self.push(at, Some(series), Content::Name(subject.indicator)),
            Err(fault) if has_figures => self.push(at, Some(series), refused(None, None, fault.clone())),
            Err(_) => {}
        }
    }

    fn read_figures(&mut self, series: usize, strand: &Strand, subject: &Subject, readings: Vec<Reading>) {
        let ix = subject.indicator;
        let mut numbers: Vec<(i32, Number)> = Vec::new();
        let mut at: Vec<At> = Vec::new();
        for (cell, reading) in strand.cells.iter().zip(readings) {
            match self.why_not(cell) {
                Some(fault) if reading != Reading::Missing => {
                    self.push(cell.at, Some(series), refused(Some(ix), Some(cell.year), fault));
                    continue;
                }
                _ => {}
            }
            match reading {
                Reading::Missing => self.push(cell.at, Some(series), Content::Missing),
                Reading::Refused(what, help) => {
                    self.push(
                        cell.at,
                        Some(series),
                        refused(Some(ix), Some(cell.year), (what, help)),
                    );
                }
                Reading::Number(number) => {
                    numbers.push((cell.year, number));
                    at.push(cell.at);
                }
            }
        }
        if numbers.is_empty() {
            return;
        }
        if let Some(Doubt::Brackets(text)) = &subject.doubt {
            return self.ask_for_name(series, strand, subject, text, &numbers, &at);
        }
        if subject.doubt == Some(Doubt::Beginning) {
            let says = Message::new("import-note-beginning")
                .with("found", self.raw(strand))
                .with("id", self.plan.get(ix).id.as_str());
            self.note(strand.name, series, says);
        }
        self.judge(series, strand, subject, &numbers, &at);
    }

    /// Why a cell is left out whatever it says.
    fn why_not(&self, cell: &Cell) -> Option<Fault> {
        if self.grid.is_hidden(cell.at.0, cell.at.1) && !self.options.takes_hidden {
            return Some((Message::new("import-hidden"), Message::new("import-hidden-help")));
        }
        cell.is_part.then(|| {
            let what = Message::new("import-part-year").with("year", cell.year);
            (what, Message::new("import-part-year-help"))
        })
    }

    fn judge(
        &mut self,
        series: usize,
        strand: &Strand,
        subject: &Subject,
        numbers: &[(i32, Number)],
        at: &[At],
    ) {
        let ix = subject.indicator;
        let settled = self.settled(series, ix);
        let said = self.said(series, strand, subject);
        let judge = self.judge_of(ix, &said, numbers);
        match judge.judge(settled) {
            Verdict::Read { kind, figures, notes } => {
                if !self.kinds.iter().any(|(other, _)| *other == ix) {
                    self.kinds.push((ix, kind));
                }
                if let Some(line) = self.lines.iter_mut().rev().find(|line| line.series == series) {
                    line.kind = Some(kind);
                }
                let first = at.first().copied();
                for says in notes {
                    self.note(first, series, says);
                }
                for (((year, _), figure), at) in numbers.iter().zip(figures).zip(at) {
                    let content = match figure {
                        Ok(figure) => self.value(ix, *year, figure),
                        Err(fault) => refused(Some(ix), Some(*year), fault),
                    };
                    self.push(*at, Some(series), content);
                }
            }
            Verdict::Refused(fault) => {
                for ((year, _), at) in numbers.iter().zip(at) {
                    self.push(*at, Some(series), refused(Some(ix), Some(*year), fault.clone()));
                }
            }
            Verdict::Open {
                topic,
                asks,
                answers,
                may_leave_out,
            } => {
                let answers = answers.into_iter().map(|answer| Answer {
                    choice: choice(series, settled, answer),
                    figures: self.figures(ix, &judge_again(&judge, answer), numbers),
                });
                let mut answers: Vec<Answer> = answers.collect();
                if may_leave_out {
                    answers.push(Answer {
                        choice: Choice::LeaveOut(series),
                        figures: Vec::new(),
                    });
                }
                self.ask(series, (ix, strand), (topic, asks, answers), numbers, at);
            }
            Verdict::Unit(units) => {
                let answers = units.into_iter().map(|unit| Answer {
                    figures: self.figures(ix, &self.judge_in(&unit, ix, &said, numbers), numbers),
                    choice: Choice::Unit(series, unit),
                });
                let answers = answers.collect();
                let asks = Message::new("import-ask-unit");
                self.ask(series, (ix, strand), (Topic::Unit, asks, answers), numbers, at);
            }
        }
    }

    /// All that is said of a series: by a person, its heading, its name, what stands beside that, and above the table.
    fn said(&self, series: usize, strand: &Strand, subject: &Subject) -> Saying {
        let settled = self.options.units.get(&series).map(|unit| Saying::of_unit(unit));
        let said = settled.unwrap_or_default().or(&strand.above);
        said.or(&subject.saying).or(&strand.beside)
    }

    /// What figures would be in a unit that the table does not name.
    fn judge_in(&self, unit: &str, ix: IndicatorIx, said: &Saying, numbers: &[(i32, Number)]) -> Verdict {
        let said = Saying::of_unit(unit).or(said);
        self.judge_of(ix, &said, numbers).judge(Settled::default())
    }

    fn settled(&self, series: usize, ix: IndicatorIx) -> Settled {
        let options = self.options;
        Settled {
            kind: options
                .read_as
                .get(&series)
                .or_else(|| options.kinds.get(ix))
                .copied(),
            usual: options.usual.get(ix).copied(),
            sign: options.signs.get(&series).copied().or(options.sign),
            fractions: options.fractions.get(&series).copied(),
        }
    }

    fn judge_of<'j>(&'j self, ix: IndicatorIx, said: &'j Saying, numbers: &'j [(i32, Number)]) -> Judge<'j> {
        let base_year = self.plan.base_year;
        let at_base = numbers.iter().find(|(year, _)| *year == base_year);
        Judge {
            plan: self.plan,
            ix,
            base: self.scenario.bases.get(ix).copied().or(self.plan.get(ix).base),
            transform: Transform {
                plan: self.plan,
                indicator: self.plan.get(ix),
                footing: footing(self.plan, &self.scenario.bases, ix),
                said,
                base_in_table: at_base.map(|(_, number)| number.value),
            },
            numbers,
        }
    }

    /// The figures that a verdict would give, with those left out that cannot be taken.
    fn figures(
        &self,
        ix: IndicatorIx,
        verdict: &Verdict,
        numbers: &[(i32, Number)],
    ) -> Vec<(IndicatorIx, ActualEntry)> {
        let Verdict::Read { figures, .. } = verdict else {
            return Vec::new();
        };
        let years = numbers.iter().map(|(year, _)| *year);
        years
            .zip(figures)
            .filter_map(|(year, figure)| {
                let figure = *figure.as_ref().ok()?;
                let is_sound = self.fault(ix, year, figure).is_none();
                is_sound.then_some((ix, ActualEntry { year, figure }))
            })
            .collect()
    }

    fn fault(&self, ix: IndicatorIx, year: i32, figure: Actual) -> Option<Fault> {
        let indicator = self.plan.get(ix);
        let footing = footing(self.plan, &self.scenario.bases, ix);
        year_fault(
            self.plan,
            indicator,
            year,
            matches!(figure, Actual::AnnualChange(_)),
        )
        .or_else(|| figure_fault(indicator, figure))
        .or_else(|| unbased_fault(indicator, footing, figure))
    }

    fn value(&self, ix: IndicatorIx, year: i32, figure: Actual) -> Content {
        match self.fault(ix, year, figure) {
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

    pub fn note(&mut self, at: Option<At>, series: usize, says: Message) {
        self.notes.push(Note {
            at,
            says,
            series: Some(series),
        });
    }

    fn ask(
        &mut self,
        series: usize,
        (ix, strand): (IndicatorIx, &Strand),
        (topic, asks, answers): (Topic, Message, Vec<Answer>),
        numbers: &[(i32, Number)],
        at: &[At],
    ) {
        for ((year, _), at) in numbers.iter().zip(at) {
            let content = Content::Asked {
                indicator: Some(ix),
                year: *year,
            };
            self.push(*at, Some(series), content);
        }
        let asks = asks
            .with("name", self.raw(strand))
            .with("year", self.plan.base_year);
        self.questions.push(Question {
            topic,
            at: at.first().copied(),
            series: Some(series),
            asks,
            answers,
        });
    }

    /// Asks whether a name means an indicator in spite of what stands beside it.
    fn ask_for_name(
        &mut self,
        series: usize,
        strand: &Strand,
        subject: &Subject,
        text: &str,
        numbers: &[(i32, Number)],
        at: &[At],
    ) {
        let ix = subject.indicator;
        let said = self.said(series, strand, subject);
        let verdict = self.judge_of(ix, &said, numbers).judge(self.settled(series, ix));
        let answers = vec![
            Answer {
                choice: Choice::About(strand.line, Some(ix)),
                figures: self.figures(ix, &verdict, numbers),
            },
            Answer {
                choice: Choice::About(strand.line, None),
                figures: Vec::new(),
            },
        ];
        let asks = Message::new("import-ask-name")
            .with("id", self.plan.get(ix).id.as_str())
            .with("text", text);
        self.ask(series, (ix, strand), (Topic::Name, asks, answers), numbers, at);
    }
}

/// What would be settled by an answer.
fn choice(series: usize, settled: Settled, answer: Settled) -> Choice {
    if let (Some(are), None) = (answer.fractions, settled.fractions) {
        return Choice::Fractions(series, are);
    }
    if let (Some(sign), None) = (answer.sign, settled.sign) {
        return Choice::Sign(series, sign);
    }
    Choice::ReadAs(series, answer.kind.unwrap_or(Kind::Level))
}

/// A verdict under an answer. Where another question follows, the one that leaves signs as they are is shown.
fn judge_again(judge: &Judge<'_>, answer: Settled) -> Verdict {
    match judge.judge(answer) {
        Verdict::Open { .. } => judge.judge(Settled {
            sign: Some(answer.sign.unwrap_or(Sign::AsWritten)),
            fractions: Some(answer.fractions.unwrap_or(false)),
            ..answer
        }),
        verdict => verdict,
    }
}

pub(super) fn refused(indicator: Option<IndicatorIx>, year: Option<i32>, (what, help): Fault) -> Content {
    Content::Refused {
        indicator,
        year,
        what,
        help,
    }
}
