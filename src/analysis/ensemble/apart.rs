//! Draws told apart: those that meet a target and those that do not; single ones as sample paths.

use std::ops::Range;

use super::select::{Selector, position};
use super::study::Study;
use super::tally::DrawMarks;
use super::watch::levels;
use super::work::{CancellableDraws, Run, blocks, lanes};
use crate::model::{LANES, Projection};
use crate::plan::{IndicatorIx, TargetIx};

/// The medians of a lever in the draws that meet a target, and in the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ApartMedians {
    /// The lever.
    pub lever: IndicatorIx,
    /// The median, over the draws that meet the target, of the constant rate that leads to the lever's level of the last year
    /// from its last actual: percent or points a year, as the lever counts them. Nothing where no draw does.
    pub met: Option<f64>,
    /// The same over the draws that do not.
    pub missed: Option<f64>,
}

/// Sample paths.
pub type Paths = Vec<Projection>;

impl<'a> Study<'a> {
    /// The medians of every drawn lever in the draws that meet a target and in those that do not. Nothing for a target that is
    /// not judged or that draws do not reach, and once it is no longer wanted.
    #[must_use]
    pub fn medians_apart(
        &'a self,
        target: TargetIx,
        size: u64,
        how: CancellableDraws<'_>,
    ) -> Option<Vec<ApartMedians>> {
        let place = self.place(target)?;
        let subject = &self.subjects[place];
        if !subject.is_judged || matches!(subject.reach, super::study::Reach::Never(_)) {
            return None;
        }
        let levers = self.draws.levers();
        let mut apart = vec![[const { Vec::new() }; 2]; levers.len()];
        let mut run = Run::new(self, &self.program, 0);
        let mut marks = DrawMarks::of(self);
        for block in 0..blocks(size) {
            if !(how.is_wanted)() {
                return None;
            }
            run.work_out(block);
            marks.judge(self, &self.program, &run.block);
            for (lever, apart) in levers.iter().zip(&mut apart) {
                let Some(last) = levels(&self.program, &run.block, lever.lever).last() else {
                    continue;
                };
                for (level, met) in last.iter().zip(&marks.met[place]).take(lanes(block, size)) {
                    apart[usize::from(*met == 0)].push(*level);
                }
            }
        }
        let mut selector = Selector::default();
        let found = levers
            .iter()
            .zip(apart)
            .map(|(lever, [met, missed])| ApartMedians {
                lever: lever.lever,
                met: self.median(lever.lever, &met, &mut selector),
                missed: self.median(lever.lever, &missed, &mut selector),
            });
        Some(found.collect())
    }

    /// The median of the constant rate, given levels of the last year.
    fn median(&self, lever: IndicatorIx, last: &[f64], selector: &mut Selector) -> Option<f64> {
        let change = self.plan.get(lever).change()?;
        let from = self.projection.last_actual(lever);
        let known = *self.projection.levels(lever)?.get(from)?;
        let (below, part) = position(0.5, last.len() as u64);
        let both = [below, (below + 1).min((last.len() as u64).checked_sub(1)?)];
        let found = selector.at(last, &both);
        let rates = found
            .iter()
            .map(|level| change.rate(known, *level, self.plan.steps() - from));
        let rates: Vec<f64> = rates.collect();
        let [low, high] = rates[..] else { return None };
        let rate = low + part * (high - low);
        rate.is_finite().then_some(rate)
    }

    /// The projections of the first draws.
    #[must_use]
    pub fn paths(&'a self, count: usize) -> Paths {
        let mut run = Run::new(self, &self.program, 0);
        let mut paths = Vec::with_capacity(count);
        for block in 0..blocks(count as u64) {
            run.work_out(block);
            let lanes = 0..lanes(block, count as u64).min(LANES);
            paths.extend(lanes.map(|lane| self.program.lane(self.plan, &run.block, lane)));
        }
        paths
    }

    /// Hands over the draws of some blocks in order, block by block: the number of the first one, how many there are, and a way to the
    /// levels of an indicator in a step. Stops where `take` gives an error, or once it is no longer wanted.
    ///
    /// # Errors
    /// What `take` gives.
    pub fn each_block<E>(
        &'a self,
        size: u64,
        blocks: Range<u64>,
        how: CancellableDraws<'_>,
        mut take: impl FnMut(u64, usize, &dyn Fn(IndicatorIx, usize) -> Option<[f64; LANES]>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut run = Run::new(self, &self.program, 0);
        for block in blocks {
            if !(how.is_wanted)() {
                break;
            }
            run.work_out(block);
            let level = |ix: IndicatorIx, step: usize| {
                let moved = levels(&self.program, &run.block, ix).get(step).copied();
                moved.or_else(|| Some([*self.projection.levels(ix)?.get(step)?; LANES]))
            };
            take(block * LANES as u64, lanes(block, size), &level)?;
        }
        Ok(())
    }
}
