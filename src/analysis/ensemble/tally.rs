//! Counting draws, block by block.

use super::study::{Reach, Study};
use super::watch::levels;
use crate::model::wide::widely;
use crate::model::{Block, LANES, Program};

/// How many draws do what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    /// By target, how many meet it, where draws reach it.
    pub met: Vec<u64>,
    /// How many meet all judged targets, all judged binding ones, and all judged ones that are not decided.
    pub together: [u64; 3],
    /// By watched indicator, how many leave what is possible for it.
    pub outside: Vec<u64>,
}

impl Tally {
    pub fn of(study: &Study<'_>) -> Self {
        Self {
            met: vec![0; study.subjects.len()],
            together: [0; 3],
            outside: vec![0; study.watched.len()],
        }
    }

    /// All counts, in an order that depends on the study alone.
    pub fn numbers(&self) -> impl Iterator<Item = u64> {
        let all = self.met.iter().chain(&self.together).chain(&self.outside);
        all.copied()
    }

    pub fn add(&mut self, other: &Self) {
        for (own, other) in self.numbers_mut().zip(other.numbers()) {
            *own += other;
        }
    }

    /// Adds counts of another machine; nothing where they are not as many.
    pub fn add_numbers(&mut self, others: &[u64]) -> Option<()> {
        if self.numbers().count() != others.len() {
            return None;
        }
        for (own, other) in self.numbers_mut().zip(others) {
            *own = own.checked_add(*other)?;
        }
        Some(())
    }

    fn numbers_mut(&mut self) -> impl Iterator<Item = &mut u64> {
        self.met
            .iter_mut()
            .chain(&mut self.together)
            .chain(&mut self.outside)
    }
}

/// DrawMarks of a block's lanes, kept from block to block.
#[derive(Clone, Debug)]
pub(super) struct DrawMarks {
    /// By watched indicator and cut: which are possible.
    possible: Vec<[u64; LANES]>,
    /// By target: which meet it.
    pub met: Vec<[u64; LANES]>,
    together: [[u64; LANES]; 3],
}

impl DrawMarks {
    pub fn of(study: &Study<'_>) -> Self {
        let met = study.subjects.iter().map(|subject| match subject.reach {
            Reach::Never(is_met) => [u64::from(is_met); LANES],
            Reach::Varies(_) => [0; LANES],
        });
        Self {
            possible: vec![[1; LANES]; study.watched.len() * study.cuts.len()],
            met: met.collect(),
            together: [[0; LANES]; 3],
        }
    }

    /// Judges every lane of a block.
    pub fn judge(&mut self, study: &Study<'_>, program: &Program, block: &Block<LANES>) {
        widely(
            #[inline(always)]
            || {
                let possible = self.possible.chunks_exact_mut(study.cuts.len());
                for (watched, possible) in study.watched.iter().zip(possible) {
                    watched.mark(levels(program, block, watched.ix), &study.cuts, possible);
                }
                let mut margins = [0.0; LANES];
                self.together = [[1; LANES]; 3];
                for (subject, met) in study.subjects.iter().zip(&mut self.met) {
                    if !subject.is_judged {
                        continue;
                    }
                    if let Reach::Varies(needed) = &subject.reach {
                        *met = [1; LANES];
                        for needed in needed {
                            and(met, &self.possible[*needed]);
                        }
                        let judge = &subject.judge;
                        let levels = levels(program, block, judge.ix.indicator);
                        if !levels.is_empty() {
                            judge.hold(levels, &mut margins, met);
                        }
                    }
                    let [all, binding, open] = &mut self.together;
                    and(all, met);
                    if subject.is_binding {
                        and(binding, met);
                    }
                    if !subject.is_decided {
                        and(open, met);
                    }
                }
            },
        );
    }

    /// Counts the first lanes.
    pub fn count(&self, study: &Study<'_>, lanes: usize, tally: &mut Tally) {
        for (met, count) in self.met.iter().zip(&mut tally.met) {
            *count += sum(met, lanes);
        }
        for (met, count) in self.together.iter().zip(&mut tally.together) {
            *count += sum(met, lanes);
        }
        let last = self.possible.chunks_exact(study.cuts.len());
        for (possible, count) in last.filter_map(|cuts| cuts.last()).zip(&mut tally.outside) {
            *count += lanes as u64 - sum(possible, lanes);
        }
    }
}

#[inline(always)]
fn and(marks: &mut [u64; LANES], others: &[u64; LANES]) {
    for lane in 0..LANES {
        marks[lane] &= others[lane];
    }
}

fn sum(marks: &[u64; LANES], lanes: usize) -> u64 {
    if lanes == LANES {
        marks.iter().sum()
    } else {
        marks.iter().take(lanes).sum()
    }
}
