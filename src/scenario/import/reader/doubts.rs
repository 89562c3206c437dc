//! Figures in doubt because of surrounding text.

use std::rc::Rc;

use super::super::around::{Caveat, CaveatKind, caution};
use super::super::layout::{FigureCell, SeriesStrand};
use super::super::saying::Statements;
use super::super::{AnswerOption, CellContent, Choice, Question, Topic, words};
use super::{Reader, refused};
use crate::plan::IndicatorIx;

impl Reader<'_> {
    /// Treats the sheet name as a title.
    pub(super) fn look_at_sheet(&mut self) {
        let name = self.options.sheet.as_deref();
        let found = name.and_then(|name| caution(self.plan, name, false));
        self.found.cautions.extend(found.map(Rc::new));
    }

    /// Content of a doubtful cell; `None` if not in doubt or accepted anyway.
    pub(super) fn doubted(
        &mut self,
        series: usize,
        strand: &SeriesStrand,
        (ix, cell, said): (IndicatorIx, &FigureCell, &Statements),
    ) -> Option<CellContent> {
        // Tables written by this program are unambiguous.
        if strand.exact.is_some() {
            return None;
        }
        let of_comments = self.doubts_of_comments(series, strand, cell);
        let around = self.found.cautions.iter().chain(&strand.cautions);
        // Notes of unclear subject apply to figures without other statements.
        let unclear = self.found.unclear.iter().filter(|_| said.leaves_all_open());
        let all = around.chain(&of_comments).chain(unclear);
        let open = all.filter(|caution| caution.covers(cell.year) && !is_overruled(caution, strand));
        let open: Vec<Rc<Caveat>> = open.map(Rc::clone).collect();
        let open = self.about(open, ix);
        let mut asked: Vec<Rc<Caveat>> = Vec::new();
        for caution in open {
            match self.despite(&caution.text) {
                Some(true) => {}
                None if !caution.is_plain() => asked.push(caution),
                _ => return Some(refused(Some(ix), Some(cell.year), caution.fault())),
            }
        }
        let is_asked = !asked.is_empty();
        for caution in asked {
            self.doubt(caution, cell.at);
        }
        is_asked.then_some(CellContent::Asked {
            indicator: Some(ix),
            year: cell.year,
        })
    }

    /// Texts that concern an indicator.
    fn about(&mut self, cautions: Vec<Rc<Caveat>>, ix: IndicatorIx) -> Vec<Rc<Caveat>> {
        let mut kept = cautions;
        kept.retain(|caution| {
            caution.matter != CaveatKind::Limit
                || *self
                    .limits
                    .entry((caution.text.clone(), ix))
                    .or_insert_with(|| caution.is_about(self.plan, ix))
        });
        kept
    }

    /// The user's answer on a text, if any.
    pub(super) fn despite(&mut self, text: &str) -> Option<bool> {
        if !self.doubted.contains(text) {
            self.doubted.insert(text.to_owned());
        }
        self.options.despite.get(text).copied()
    }

    /// Records a doubt with the first cell concerned.
    pub(super) fn doubt(&mut self, caution: Rc<Caveat>, at: super::CellPosition) {
        if self.doubts.iter().all(|(other, _)| other.text != caution.text) {
            self.doubts.push((caution, at));
        }
    }

    /// Asks once per text.
    pub(super) fn ask_doubts(&mut self) {
        for (caution, at) in std::mem::take(&mut self.doubts) {
            let answers = [true, false].map(|are_taken| AnswerOption {
                choice: Choice::Despite(caution.text.clone(), are_taken),
                figures: Vec::new(),
            });
            self.questions.push(Question {
                topic: Topic::Despite,
                at: Some(at),
                series: None,
                asks: caution.asks(),
                answers: answers.into(),
            });
        }
    }
}

/// Whether nearer text resolves a title: "2012年实际" and "2012年目标" below "规划目标与实际".
fn is_overruled(caution: &Caveat, strand: &SeriesStrand) -> bool {
    let is_told =
        strand.above.is_promised || strand.beside.is_promised || words::says_actual(&strand.heading);
    caution.matter == CaveatKind::Promised && is_told
}
