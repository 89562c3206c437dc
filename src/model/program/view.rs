//! One lane of a program as a projection.

use std::sync::Arc;

use super::{Block, Program};
use crate::model::Projection;
use crate::model::discrepancy::Discrepancy;
use crate::model::violation::{Violation, are_ordinary, first_impossible};
use crate::plan::{LONGEST_SPAN, Plan};

impl Program {
    /// The projection with the parameters at the scenario's own values.
    #[must_use]
    pub fn present(&self, plan: &Plan) -> Projection {
        self.finish(plan, self.levels.clone(), self.discrepancies.clone())
    }

    /// The projection of one lane.
    ///
    /// # Panics
    /// If the block belongs to another program or has no such lane.
    #[must_use]
    pub fn lane<const LANES: usize>(&self, plan: &Plan, block: &Block<LANES>, lane: usize) -> Projection {
        let mut levels = self.levels.clone();
        for moving in &self.moving {
            let moved = &block.rows[moving.row * self.width..(moving.row + 1) * self.width];
            for (level, lanes) in levels[self.frame.row(moving.indicator)].iter_mut().zip(moved) {
                *level = lanes[lane];
            }
        }
        let mut projection = self.finish(plan, levels, self.discrepancies(block, lane));
        if !self.tables.based.is_empty() {
            let mut frame = (*projection.frame).clone();
            frame.judge_from(plan, |ix| projection.levels[self.frame.row(ix).start]);
            projection.frame = Arc::new(frame);
        }
        projection
    }

    /// The first impossible level among the moving indicators, levers first.
    pub(crate) fn violation<const LANES: usize>(
        &self,
        plan: &Plan,
        block: &Block<LANES>,
        lane: usize,
    ) -> Option<Violation> {
        let mut levels = [0.0; LONGEST_SPAN as usize + 1];
        let levels = &mut levels[..self.width];
        self.moving.iter().find_map(|moving| {
            let (ix, row) = (moving.indicator, moving.row * self.width);
            for (level, lanes) in levels.iter_mut().zip(&block.rows[row..]) {
                *level = lanes[lane];
            }
            let is_ratio = plan.get(ix).is_compound();
            let (step, limit) = first_impossible(levels, is_ratio, moving.possible)?;
            Some(Violation {
                indicator: ix,
                year: plan.year(step),
                level: levels[step],
                limit,
            })
        })
    }

    /// Discrepancies of published figures in one lane; constant for identities that nothing moves.
    fn discrepancies<const LANES: usize>(&self, block: &Block<LANES>, lane: usize) -> Vec<Discrepancy> {
        let mut fixed = &self.discrepancies[..];
        let mut found = Vec::with_capacity(fixed.len());
        for correction in &self.tables.corrections {
            let (same, others) = fixed.split_at(correction.entered.len());
            fixed = others;
            match correction.identity {
                Some(row) => {
                    found.extend(correction.discrepancies(|step| block.rows[row * self.width + step][lane]));
                }
                None => found.extend_from_slice(same),
            }
        }
        found
    }

    fn finish(&self, plan: &Plan, levels: Vec<f64>, discrepancies: Vec<Discrepancy>) -> Projection {
        let mut projection = Projection {
            frame: Arc::clone(&self.frame),
            levels,
            violations: Vec::new(),
            discrepancies: discrepancies.into(),
        };
        if are_ordinary(&projection.levels) {
            for possible in &self.frame.possible {
                projection.bound(possible);
            }
        } else {
            let entered = |ix| {
                let of = self
                    .tables
                    .corrections
                    .iter()
                    .filter(|correction| correction.indicator == ix);
                of.flat_map(|correction| correction.entered.iter().map(|(step, _)| *step))
                    .collect()
            };
            projection.watch(plan, entered);
        }
        projection
    }
}
