//! All draws as a table: columns by name, and block by block of their levels.

use std::ops::Range;

use crate::analysis::ensemble::{CancellableDraws, Study};
use crate::model::LANES;
use crate::plan::IndicatorIx;

/// What is written.
pub(super) struct DrawsTable<'a> {
    pub study: &'a Study<'a>,
    pub size: u64,
    /// The blocks of 64 draws.
    pub blocks: Range<u64>,
    /// What a reader may want to know, as names and values.
    pub about: Vec<(&'static str, String)>,
}

impl DrawsTable<'_> {
    /// The columns after that of the draw's number: all indicators in all years after the base year.
    pub fn columns(&self) -> Vec<(IndicatorIx, usize)> {
        let plan = self.study.plan();
        let projection = self.study.projection();
        let with_levels = plan.iter().filter(|(ix, _)| projection.levels(*ix).is_some());
        let steps = |ix| (1..=plan.steps()).map(move |step| (ix, step));
        with_levels.flat_map(|(ix, _)| steps(ix)).collect()
    }

    /// A column's name, such as `value-added@2015`.
    pub fn name(&self, (ix, step): (IndicatorIx, usize)) -> String {
        let plan = self.study.plan();
        format!("{}@{}", plan.get(ix).id, plan.year(step))
    }

    /// Hands over block by block: the number of the first draw, how many there are, and the columns.
    pub fn each<E>(
        &self,
        columns: &[(IndicatorIx, usize)],
        mut take: impl FnMut(u64, usize, &[[f64; LANES]]) -> Result<(), E>,
    ) -> Result<(), E> {
        let alone = CancellableDraws {
            threads: 1,
            is_wanted: &|| true,
        };
        let mut levels = Vec::with_capacity(columns.len());
        self.study
            .each_block(self.size, self.blocks.clone(), alone, |first, lanes, level| {
                levels.clear();
                levels.extend(columns.iter().filter_map(|(ix, step)| level(*ix, *step)));
                take(first, lanes, &levels)
            })
    }
}
