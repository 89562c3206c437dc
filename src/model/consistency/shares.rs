//! What shares and concentration ratios imply for the growth of those who hold them.

use super::Implication;
use super::finder::{Finder, growth, notable_if};
use super::findings::{Finding, OutgrowthGoal, PartGrowth};
use super::structure::Part;
use crate::plan::{Change, IndicatorIx, LevelKind};
use crate::scenario::Rates;

impl Finder<'_> {
    /// By how much the largest firms outgrow their industry on the path, and would have to for the target.
    pub fn outgrowth(&self, ix: IndicatorIx) -> Option<Implication> {
        let annual = self.annual(self.ratio(ix)?);
        let verdict = self.verdict(ix);
        let finding = Finding::Outgrowth {
            levels: self.ends(ix)?,
            annual,
            verdict,
            goal: self.outgrowth_goal(ix),
        };
        let stance = notable_if(verdict.is_some_and(|verdict| !verdict.is_met));
        Some(self.implication(ix, stance, finding))
    }

    fn outgrowth_goal(&self, ix: IndicatorIx) -> Option<OutgrowthGoal> {
        let (m, left) = self.years_left(ix)?;
        let levels = self.projection.levels(ix)?;
        let goal = self.missed_goal(ix)?;
        let ratio = goal / levels[m];
        let growth_of_all = match self.scenario.rates.get(ix) {
            Some(Rates::OutputGrowth { all, .. }) => {
                let factor = Change::Growth.along(1.0, &all[m..]);
                Some((growth(factor, left), growth(factor * ratio, left)))
            }
            _ => None,
        };
        (ratio > 0.0).then(|| OutgrowthGoal {
            from: self.year_after(m),
            annual: growth(ratio, left),
            growth: growth_of_all,
        })
    }

    /// How the part and the rest grow while the share moves.
    pub fn part(&self, ix: IndicatorIx, part: Part) -> Option<Implication> {
        let Part { whole, share, full } = part;
        if self.projection.kind(share) != LevelKind::Absolute {
            return None;
        }
        let volume = self.ratio(whole)?;
        let levels = self.ends(share)?;
        let steps = self.plan.steps();
        let growth = part_growth(volume, levels, full, steps)?;
        let verdict = self.verdict(share);
        let goal = self.missed_goal(share).and_then(|goal| {
            let (m, left) = self.years_left(share)?;
            let [volumes, shares] = [whole, share].map(|ix| self.projection.levels(ix));
            let volumes = volumes?;
            let growth = part_growth(volumes[steps] / volumes[m], (shares?[m], goal), full, left)?;
            Some((self.year_after(m), growth))
        });
        let finding = Finding::Part {
            whole,
            share,
            levels,
            growth,
            verdict,
            goal,
        };
        let stance = notable_if(verdict.is_some_and(|verdict| !verdict.is_met));
        Some(self.implication(ix, stance, finding))
    }
}

/// Growth of a part and of the rest while the whole changes by a ratio and the share goes from one level to another;
/// nothing where either of them is nothing.
fn part_growth(volume: f64, (from, to): (f64, f64), full: f64, steps: usize) -> Option<PartGrowth> {
    let is_proper = |share: f64| share > 0.0 && share < full;
    (is_proper(from) && is_proper(to)).then(|| PartGrowth {
        part: growth(volume * to / from, steps),
        rest: growth(volume * (full - to) / (full - from), steps),
    })
}
