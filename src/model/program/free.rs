//! Which free parameters are of which lever.

use crate::model::parameter::ParameterId;
use crate::plan::IndicatorIx;

/// The columns of free parameters, in a chain for each lever: two tables, whatever the order of the parameters.
pub(super) struct Free {
    /// By indicator, its first column.
    first: Vec<Option<usize>>,
    /// By column, the next one of the same indicator.
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
        // From the last on, so that each chain begins with the first.
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
