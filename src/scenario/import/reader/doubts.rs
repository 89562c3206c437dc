//! Figures that a text around them makes doubtful.

use std::rc::Rc;

use super::super::around::{Caution, Matter, caution};
use super::super::layout::{Cell, Strand};
use super::super::saying::Saying;
use super::super::{Answer, Choice, Content, Question, Topic, words};
use super::{Reader, refused};
use crate::plan::IndicatorIx;

impl Reader<'_> {
    /// The name of the sheet is a title of all that stands on it.
    pub(super) fn look_at_sheet(&mut self) {
        let name = self.options.sheet.as_deref();
        let found = name.and_then(|name| caution(self.plan, name, false));
        self.found.cautions.extend(found.map(Rc::new));
    }

    /// What a cell becomes that a text around it makes doubtful; nothing where it is not, or is taken all the same.
    pub(super) fn doubted(
        &mut self,
        series: usize,
        strand: &Strand,
        (ix, cell, said): (IndicatorIx, &Cell, &Saying),
    ) -> Option<Content> {
        // The program's own tables say of each figure what it is.
        if strand.exact.is_some() {
            return None;
        }
        let of_comments = self.doubts_of_comments(series, strand, cell);
        let around = self.found.cautions.iter().chain(&strand.cautions);
        // A note on nobody knows which figures may be about those of which nothing else is said.
        let unclear = self.found.unclear.iter().filter(|_| said.leaves_all_open());
        let all = around.chain(&of_comments).chain(unclear);
        let open = all.filter(|caution| caution.covers(cell.year) && !is_overruled(caution, strand));
        let open: Vec<Rc<Caution>> = open.map(Rc::clone).collect();
        let open = self.about(open, ix);
        let mut asked: Vec<Rc<Caution>> = Vec::new();
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
        is_asked.then_some(Content::Asked {
            indicator: Some(ix),
            year: cell.year,
        })
    }

    /// Those of the texts that are about an indicator's figures.
    fn about(&mut self, cautions: Vec<Rc<Caution>>, ix: IndicatorIx) -> Vec<Rc<Caution>> {
        let mut kept = cautions;
        kept.retain(|caution| {
            caution.matter != Matter::Limit
                || *self
                    .limits
                    .entry((caution.text.clone(), ix))
                    .or_insert_with(|| caution.is_about(self.plan, ix))
        });
        kept
    }

    /// Whether a person said that figures are taken in spite of a text, or are not.
    pub(super) fn despite(&mut self, text: &str) -> Option<bool> {
        if !self.doubted.contains(text) {
            self.doubted.insert(text.to_owned());
        }
        self.options.despite.get(text).copied()
    }

    /// Notes that a text is to be asked about, with the first cell that it is about.
    pub(super) fn doubt(&mut self, caution: Rc<Caution>, at: super::At) {
        if self.doubts.iter().all(|(other, _)| other.text != caution.text) {
            self.doubts.push((caution, at));
        }
    }

    /// Asks once for each text, however many figures it is about.
    pub(super) fn ask_doubts(&mut self) {
        for (caution, at) in std::mem::take(&mut self.doubts) {
            let answers = [true, false].map(|are_taken| Answer {
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

/// Whether what is nearer says what a title leaves open: "2012年实际" and "2012年目标" below "规划目标与实际".
fn is_overruled(caution: &Caution, strand: &Strand) -> bool {
    let is_told =
        strand.above.is_promised || strand.beside.is_promised || words::says_actual(&strand.heading);
    caution.matter == Matter::Promised && is_told
}
