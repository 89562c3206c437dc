//! Asking about figures of unexpected size.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::around::{Caveat, CaveatKind};
use super::super::judge::Answers;
use super::super::layout::SeriesStrand;
use super::super::number::Number;
use super::super::saying::{IndexBase, Statements};
use super::super::{AnswerOption, CellContent, Choice, FigureKind, PREVIOUS_100, Topic};
use super::shares::is_beyond;
use super::sizes::{far_off, is_odd_change, makes_sense_as_index, without_point};
use super::{CellPosition, Reader, refused};
use crate::plan::IndicatorIx;
use crate::scenario::Actual;
use crate::scenario::figures::FigureFault;
use crate::text::Message;

impl Reader<'_> {
    /// Years with implausible changes.
    pub(super) fn odd_changes(
        &self,
        (ix, said): (IndicatorIx, &Statements),
        numbers: &[(i32, Number)],
        figures: &[Result<Actual, FigureFault>],
    ) -> BTreeSet<i32> {
        let base = self.scenario.bases.get(ix).copied().or(self.plan.get(ix).base);
        let within = self.plan.base_year + 1..=self.plan.end_year;
        let changes: Vec<(i32, f64, Actual)> = numbers
            .iter()
            .zip(figures)
            .filter_map(|((year, number), figure)| Some((*year, number.value, *figure.as_ref().ok()?)))
            .filter(|(.., figure)| FigureKind::of(*figure).is_change())
            .collect();
        let written: Vec<f64> = changes.iter().map(|(_, written, _)| *written).collect();
        let read = changes.iter().zip(without_point(&written));
        let read = read.filter(|((year, ..), _)| within.contains(year));
        read.filter_map(|((year, written, figure), has_lost_point)| {
            let is_odd = || is_odd_change(self.plan, (ix, base), (*year, *figure), *written, is_index(said));
            (has_lost_point || is_odd()).then_some(*year)
        })
        .collect()
    }

    /// Whether all stated changes make sense as an index (previous year = 100).
    pub(super) fn are_likely_index(
        &self,
        ix: IndicatorIx,
        said: &Statements,
        numbers: &[(i32, Number)],
    ) -> bool {
        let makes_sense = |(year, number): &(i32, Number)| {
            !number.is_signed && makes_sense_as_index(self.plan, ix, (*year, number.value))
        };
        !is_index(said) && numbers.iter().all(makes_sense)
    }

    /// Asks whether figures under a heading for changes are an index.
    pub(super) fn ask_for_index(
        &mut self,
        (series, as_stated): (usize, Answers),
        (ix, strand, said): (IndicatorIx, &SeriesStrand, &Statements),
        numbers: &[(i32, Number)],
        at: &[CellPosition],
    ) {
        let as_index = self.judge_in(PREVIOUS_100, ix, (said, strand.title), numbers);
        let judge = self.judge_of(ix, (said, strand.title), numbers);
        let as_written = self.figures(ix, &self.judge_again(&judge, as_stated), numbers);
        let kind = as_stated.kind.unwrap_or(FigureKind::AnnualChange);
        let answers = vec![
            AnswerOption {
                figures: self.figures(ix, &as_index, numbers),
                choice: Choice::Unit(series, PREVIOUS_100.to_owned()),
            },
            AnswerOption {
                figures: as_written,
                choice: Choice::ReadAs(series, kind),
            },
        ];
        let asks = Message::new("import-ask-growth-or-index");
        self.ask(series, (ix, strand), (Topic::Unit, asks, answers), numbers, at);
    }

    /// Years with levels far from the base value, unless accepted by the user.
    pub(super) fn far_off(
        &self,
        ix: IndicatorIx,
        numbers: &[(i32, Number)],
        figures: &[Result<Actual, FigureFault>],
    ) -> BTreeSet<i32> {
        let within = self.plan.base_year + 1..=self.plan.end_year;
        let read = numbers.iter().zip(figures);
        let read: Vec<(i32, Actual)> = read
            .filter_map(|((year, _), figure)| Some((*year, *figure.as_ref().ok()?)))
            .filter(|(year, _)| within.contains(year))
            .collect();
        let base = self.scenario.bases.get(ix).copied().or(self.plan.get(ix).base);
        let years = self.plan.end_year - self.plan.base_year;
        let off = far_off(self.plan.get(ix), base, years, &read);
        let is_beyond = |figure: &Actual| match figure {
            Actual::Level(level) => is_beyond(self.plan.get(ix), base, years, *level),
            _ => false,
        };
        let years = read
            .iter()
            .zip(off)
            .filter(|((_, figure), is_off)| *is_off || is_beyond(figure));
        years.map(|((year, _), _)| *year).collect()
    }

    /// Content of a figure of unexpected size.
    pub(super) fn off(
        &mut self,
        strand: &SeriesStrand,
        (ix, year, figure): (IndicatorIx, i32, Actual),
        at: CellPosition,
    ) -> CellContent {
        // Levels and changes of one name are separate questions.
        let (matter, text) = match figure {
            Actual::Level(_) => (CaveatKind::Size, self.raw(strand)),
            _ => (
                CaveatKind::Rate,
                format!("{} {}", self.raw(strand), strand.heading),
            ),
        };
        let caution = Caveat::new(matter, &text, None);
        match self.despite(&caution.text) {
            Some(true) => self.value(ix, year, figure),
            Some(false) => refused(Some(ix), Some(year), caution.fault()),
            None => {
                self.doubt(Rc::new(caution), at);
                let indicator = Some(ix);
                CellContent::Asked { indicator, year }
            }
        }
    }
}

fn is_index(said: &Statements) -> bool {
    matches!(
        said.basis,
        Some(IndexBase::Previous100 | IndexBase::Year100(_) | IndexBase::Index)
    )
}
