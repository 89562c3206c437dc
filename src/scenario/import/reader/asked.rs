//! Judging a series and asking about it.

use std::collections::BTreeSet;

use super::super::judge::{Answers, Judge, SeriesVerdict};
use super::super::layout::{SeriesStrand, Title};
use super::super::names::NamedSubject;
use super::super::number::Number;
use super::super::saying::{IndexBase, Statements};
use super::super::transform::Transform;
use super::super::unit::OwnUnits;
use super::super::{AnswerOption, CellContent, Choice, FigureKind, Question, SignRule, Topic};
use super::{CellPosition, Reader, SharedFault, refused};
use crate::plan::IndicatorIx;
use crate::scenario::figures::FigureFault;
use crate::scenario::{Actual, ActualEntry, footing};
use crate::text::Message;

impl Reader<'_> {
    pub(super) fn judge(
        &mut self,
        series: usize,
        strand: &SeriesStrand,
        subject: &NamedSubject,
        numbers: &[(i32, Number)],
        at: &[CellPosition],
    ) {
        let ix = subject.indicator;
        let settled = self.settled(series, strand, ix);
        let said = self.said(series, strand, subject);
        if let Some(fault) = self.other_unit(series, strand, subject) {
            let fault = SharedFault::from(fault);
            for ((year, _), at) in numbers.iter().zip(at) {
                self.push(*at, Some(series), refused(Some(ix), Some(*year), fault.clone()));
            }
            return;
        }
        let judge = self.judge_of(ix, (&said, strand.title), numbers);
        match self.verdict(&judge, settled) {
            SeriesVerdict::Read { kind, figures, notes } => {
                if !self.kinds.iter().any(|(other, _)| *other == ix) {
                    self.kinds.push((ix, kind));
                }
                if let Some(line) = self.lines.iter_mut().rev().find(|line| line.series == series) {
                    line.kind = Some(kind);
                }
                self.note_reading((ix, series), &figures, notes, at.first().copied());
                let is_meant = settled.kind.is_some() || settled.fractions.is_some();
                let (mut far_off, mut odd) = (BTreeSet::new(), BTreeSet::new());
                if !is_meant && !self.options.units.contains_key(&series) {
                    far_off = self.far_off(ix, numbers, &figures);
                    odd = self.odd_changes((ix, &said), numbers, &figures);
                }
                if !odd.is_empty() && self.are_likely_index(ix, &said, numbers) {
                    let of = (
                        series,
                        Answers {
                            kind: Some(kind),
                            ..settled
                        },
                    );
                    return self.ask_for_index(of, (ix, strand, &said), numbers, at);
                }
                for (((year, _), figure), at) in numbers.iter().zip(figures).zip(at) {
                    let content = match figure {
                        Ok(figure)
                            if (far_off.contains(year) || odd.contains(year))
                                && self.fault(ix, *year, figure).is_none() =>
                        {
                            self.off(strand, (ix, *year, figure), *at)
                        }
                        Ok(figure) => self.value(ix, *year, figure),
                        Err(fault) => refused(Some(ix), Some(*year), fault),
                    };
                    self.push(*at, Some(series), content);
                }
            }
            SeriesVerdict::Refused(fault) => {
                let fault = SharedFault::from(fault);
                for ((year, _), at) in numbers.iter().zip(at) {
                    self.push(*at, Some(series), refused(Some(ix), Some(*year), fault.clone()));
                }
            }
            SeriesVerdict::Open {
                topic,
                asks,
                answers,
                may_leave_out,
            } => {
                let answers = answers.into_iter().map(|answer| AnswerOption {
                    choice: choice(series, settled, answer),
                    figures: self.figures(ix, &self.judge_again(&judge, answer), numbers),
                });
                let mut answers: Vec<AnswerOption> = answers.collect();
                if may_leave_out {
                    answers.push(AnswerOption {
                        choice: Choice::LeaveOut(series),
                        figures: Vec::new(),
                    });
                }
                self.ask(series, (ix, strand), (topic, asks, answers), numbers, at);
            }
            SeriesVerdict::Unit(units) => {
                let answers = units.into_iter().map(|unit| AnswerOption {
                    figures: self.figures(
                        ix,
                        &self.judge_in(&unit, ix, (&said, strand.title), numbers),
                        numbers,
                    ),
                    choice: Choice::Unit(series, unit),
                });
                let answers = answers.collect();
                let asks = Message::new("import-ask-unit");
                self.ask(series, (ix, strand), (Topic::Unit, asks, answers), numbers, at);
            }
        }
    }

    /// Judges a series. The global sign answer only affects series that ask, and signed figures under a name for a
    /// fall.
    fn verdict(&self, judge: &Judge<'_>, settled: Answers) -> SeriesVerdict {
        let verdict = judge.judge(settled);
        let is_open = match &verdict {
            SeriesVerdict::Open { topic, .. } => *topic == Topic::Sign,
            _ => judge.has_signed_falls(),
        };
        match self.options.sign {
            Some(sign) if is_open => judge.judge(Answers {
                sign: settled.sign.or(Some(sign)),
                ..settled
            }),
            _ => verdict,
        }
    }

    /// The verdict under an answer. If another question follows, signs are taken as written.
    pub(super) fn judge_again(&self, judge: &Judge<'_>, answer: Answers) -> SeriesVerdict {
        match self.verdict(judge, answer) {
            SeriesVerdict::Open { .. } => self.verdict(
                judge,
                Answers {
                    fractions: Some(answer.fractions.unwrap_or(false)),
                    sign: answer.sign.or(self.options.sign).or(Some(SignRule::AsWritten)),
                    ..answer
                },
            ),
            verdict => verdict,
        }
    }

    /// All statements on a series: user, heading, name, text beside it and above the table.
    pub(super) fn said(&self, series: usize, strand: &SeriesStrand, subject: &NamedSubject) -> Statements {
        let settled = self
            .options
            .units
            .get(&series)
            .map(|unit| Statements::of_unit(unit));
        let said = settled.unwrap_or_default().or(&strand.above);
        let near = said.or(&subject.saying);
        let near = match self.commented(series) {
            Some(comment) => near.or(comment),
            None => near,
        };
        let of_note = |said: Statements| {
            let mut notes = self.found.notes.iter();
            let own = notes.find(|(about, _)| about.contains(&subject.indicator));
            match own {
                Some((_, note)) if said.leaves_all_open() => said.or(note),
                _ => said,
            }
        };
        if near.unit.is_none() {
            return of_note(near.or(&strand.beside));
        }
        // A table-wide "上年=100" does not apply to rows with a unit.
        let is_index = matches!(
            strand.beside.basis,
            Some(IndexBase::Previous100 | IndexBase::Year100(_) | IndexBase::Index)
        );
        let beside = Statements {
            basis: strand.beside.basis.filter(|_| !is_index),
            ..strand.beside.clone()
        };
        near.or(&beside)
    }

    /// The fault if name and unit column disagree.
    fn other_unit(
        &self,
        series: usize,
        strand: &SeriesStrand,
        subject: &NamedSubject,
    ) -> Option<FigureFault> {
        let named = &subject.saying;
        let (unit, text) = strand.unit.as_ref()?;
        let own = named.unit.as_ref()?;
        let is_change = named.basis.is_some() || named.is_change || strand.above.is_change;
        let is_settled = self.options.units.contains_key(&series);
        let is_same = own
            .factor_to(unit)
            .is_some_and(|factor| (factor - 1.0).abs() < 1e-9);
        (!is_change && !is_settled && !is_same && strand.above.basis.is_none()).then(|| {
            let what = Message::new("import-units-differ")
                .with("name", named.unit_text.as_str())
                .with("column", text.as_str());
            (what, Message::new("import-two-units-help"))
        })
    }

    /// Figures in a unit that the table does not state.
    pub(super) fn judge_in(
        &self,
        unit: &str,
        ix: IndicatorIx,
        (said, title): (&Statements, Title),
        numbers: &[(i32, Number)],
    ) -> SeriesVerdict {
        let said = Statements::of_unit(unit).or(said);
        self.judge_of(ix, (&said, title), numbers)
            .judge(Answers::default())
    }

    fn settled(&self, series: usize, strand: &SeriesStrand, ix: IndicatorIx) -> Answers {
        if let Some(kind) = strand.exact {
            return Answers {
                kind: Some(kind),
                usual: None,
                sign: Some(SignRule::AsWritten),
                fractions: Some(false),
            };
        }
        let options = self.options;
        Answers {
            kind: options
                .read_as
                .get(&series)
                .or_else(|| options.kinds.get(ix))
                .copied(),
            usual: options.usual.get(ix).copied(),
            sign: options.signs.get(&series).copied(),
            fractions: options.fractions.get(&series).copied(),
        }
    }

    /// Notes on figures read: missing base value, assumed kind, source of the year.
    fn note_reading(
        &mut self,
        (ix, series): (IndicatorIx, usize),
        figures: &[Result<Actual, FigureFault>],
        notes: Vec<Message>,
        first: Option<CellPosition>,
    ) {
        let needs_base = figures
            .iter()
            .flatten()
            .any(|figure| self.needs_base(ix, *figure));
        let needs_base = needs_base.then(|| {
            let says = Message::new("import-note-needs-base");
            says.with("name", &self.plan.get(ix).name)
        });
        let title = self.found.title_year.iter().find(|title| title.is_sure);
        let title = title.map(|title| {
            let says = Message::new("import-note-year-of-title").with("year", title.year);
            says.with("text", title.text.as_str())
        });
        for says in needs_base.into_iter().chain(notes).chain(title) {
            self.note(first, series, says);
        }
    }

    pub(super) fn judge_of<'j>(
        &'j self,
        ix: IndicatorIx,
        (said, title): (&'j Statements, Title),
        numbers: &'j [(i32, Number)],
    ) -> Judge<'j> {
        let base_year = self.plan.base_year;
        let at_base = numbers.iter().find(|(year, _)| *year == base_year);
        Judge {
            plan: self.plan,
            ix,
            base: self.scenario.bases.get(ix).copied().or(self.plan.get(ix).base),
            transform: Transform {
                plan: self.plan,
                indicator: self.plan.get(ix),
                units: self.units[ix.position()].get_or_init(|| OwnUnits::of(self.plan.get(ix))),
                footing: footing(self.plan, &self.scenario.bases, ix),
                said,
                base_in_table: at_base.map(|(_, number)| number.value),
            },
            title,
            numbers,
        }
    }

    /// The figures of a verdict, without those that cannot be imported.
    pub(super) fn figures(
        &self,
        ix: IndicatorIx,
        verdict: &SeriesVerdict,
        numbers: &[(i32, Number)],
    ) -> Vec<(IndicatorIx, ActualEntry)> {
        let SeriesVerdict::Read { figures, .. } = verdict else {
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

    pub(super) fn ask(
        &mut self,
        series: usize,
        (ix, strand): (IndicatorIx, &SeriesStrand),
        (topic, asks, answers): (Topic, Message, Vec<AnswerOption>),
        numbers: &[(i32, Number)],
        at: &[CellPosition],
    ) {
        for ((year, _), at) in numbers.iter().zip(at) {
            let content = CellContent::Asked {
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

    /// Asks whether a name means an indicator despite the text beside it.
    pub(super) fn ask_for_name(
        &mut self,
        series: usize,
        strand: &SeriesStrand,
        subject: &NamedSubject,
        text: &str,
        numbers: &[(i32, Number)],
        at: &[CellPosition],
    ) {
        let ix = subject.indicator;
        let said = self.said(series, strand, subject);
        let judge = self.judge_of(ix, (&said, strand.title), numbers);
        let verdict = self.verdict(&judge, self.settled(series, strand, ix));
        let answers = vec![
            AnswerOption {
                choice: Choice::About(strand.line, Some(ix)),
                figures: self.figures(ix, &verdict, numbers),
            },
            AnswerOption {
                choice: Choice::About(strand.line, None),
                figures: Vec::new(),
            },
        ];
        let asks = Message::new("import-ask-name")
            .with("about", &self.plan.get(ix).name)
            .with("text", text);
        self.ask(series, (ix, strand), (Topic::Name, asks, answers), numbers, at);
    }
}

/// The choice that an answer makes.
fn choice(series: usize, settled: Answers, answer: Answers) -> Choice {
    if let (Some(are), None) = (answer.fractions, settled.fractions) {
        return Choice::Fractions(series, are);
    }
    if let (Some(sign), None) = (answer.sign, settled.sign) {
        return Choice::Sign(series, sign);
    }
    Choice::ReadAs(series, answer.kind.unwrap_or(FigureKind::Level))
}
