//! What rests only on the plan's own path, or on interpolation.

use super::finder::Finder;
use super::on_plan::OnPlanPath;
use crate::model::Origin;
use crate::plan::{Dynamics, IndicatorIx};

impl Finder<'_> {
    /// The levers behind some indicators that follow the plan's own path up to the end year.
    pub fn on_plan(&self, subjects: &[IndicatorIx]) -> OnPlanPath {
        let found = self.assumed_in(subjects, self.plan.steps());
        let of = |is_wanted: fn(usize) -> bool| {
            let wanted = found.iter().filter(move |(_, last)| is_wanted(*last));
            wanted.map(|(lever, _)| *lever).collect()
        };
        let mut years = found.iter().map(|(_, last)| *last).filter(|last| *last > 0);
        let first = years.next();
        OnPlanPath {
            all_along: of(|last| last == 0),
            after_data: of(|last| last > 0),
            from: first
                .filter(|first| years.all(|last| last == *first))
                .map(|last| self.year_after(last)),
        }
    }

    /// The levers behind some indicators that follow the plan's own path in a year, in plan order, each with the step
    /// of its own last data. A figure published for a derived indicator in that year stands in for its levers.
    pub fn assumed_in(&self, subjects: &[IndicatorIx], step: usize) -> Vec<(IndicatorIx, usize)> {
        let mut least = vec![usize::MAX; self.plan.indicators.len()];
        let mut open: Vec<(IndicatorIx, usize)> = subjects.iter().map(|ix| (*ix, 0)).collect();
        while let Some((ix, known)) = open.pop() {
            let known = known.max(self.last_entered(ix));
            let before = &mut least[ix.position()];
            if known >= step || known >= *before {
                continue;
            }
            *before = known;
            if let Dynamics::Derived(expression) = &self.plan.get(ix).dynamics {
                open.extend(expression.inputs().map(|input| (input, known)));
            }
        }
        let is_assumed = |ix: IndicatorIx| {
            self.plan.get(ix).is_lever()
                && least[ix.position()] < step
                && self.scenario.rates.get(ix).is_none()
        };
        let levers = self.plan.iter().map(|(ix, _)| ix).filter(|ix| is_assumed(*ix));
        levers.map(|ix| (ix, self.last_entered(ix))).collect()
    }

    /// The interpolated inputs of some indicators in a year, in plan order: levers, and derived indicators with
    /// published figures around that year.
    pub fn interpolated_in(&self, subjects: &[IndicatorIx], step: usize) -> Vec<IndicatorIx> {
        let mut is_seen = vec![false; self.plan.indicators.len()];
        let mut open = subjects.to_vec();
        while let Some(ix) = open.pop() {
            let is_published = self.projection.origins(ix)[step] == Origin::Actual;
            if is_published || std::mem::replace(&mut is_seen[ix.position()], true) {
                continue;
            }
            if let Dynamics::Derived(expression) = &self.plan.get(ix).dynamics {
                open.extend(expression.inputs());
            }
        }
        let is_between = |ix: &IndicatorIx| {
            let is_interpolated = self.projection.origins(*ix)[step] == Origin::Interpolated;
            // A derived value that merely follows from interpolated ones is not interpolated itself.
            is_seen[ix.position()] && is_interpolated && self.last_entered(*ix) > step
        };
        self.plan.iter().map(|(ix, _)| ix).filter(is_between).collect()
    }

    /// The step of the last figure entered for the indicator itself; 0 without any.
    fn last_entered(&self, ix: IndicatorIx) -> usize {
        if self.plan.get(ix).is_lever() {
            return self.projection.last_actual(ix);
        }
        let years = self.projection.discrepancies().of(ix).map(|found| found.year);
        let last = years.max().map_or(0, |year| year - self.plan.base_year);
        usize::try_from(last).unwrap_or(0)
    }
}
