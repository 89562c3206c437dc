//! The free parameters of each lever.

use crate::model::parameter::ParameterId;
use crate::plan::IndicatorIx;

/// Columns of free parameters, chained by lever: two tables, whatever the order of the parameters.
pub(super) struct Free {
    /// The first column, by indicator.
    first: Vec<Option<usize>>,
    /// The next column of the same indicator, by column.
    next: Vec<Option<usize>>,
}

impl Free {
    pub fn of(parameters: &[ParameterId], indicators: usize) -> Self {
        if parameters.is_empty() {
            return Self {
                first: Vec::new(),
                next: Vec::new(),
            };
        }
        let mut first = vec![None; indicators];
        let mut next = vec![None; parameters.len()];
        // Backwards, so that each chain starts with the first column.
        for (place, parameter) in parameters.iter().enumerate().rev() {
            if let Some(first) = first.get_mut(parameter.indicator.position()) {
                next[place] = first.replace(place);
            }
        }
        Self { first, next }
    }

    pub fn of_lever(&self, ix: IndicatorIx) -> impl Iterator<Item = usize> {
        let first = self.first.get(ix.position()).copied().flatten();
        std::iter::successors(first, |place| self.next[*place])
    }
}
