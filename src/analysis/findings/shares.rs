//! What shares and concentration ratios imply for growth.

use super::Implication;
use super::finder::{Finder, growth, notable_if};
use super::finding::{Finding, OutgrowthGoal, PartGrowth};
use super::structure::Part;
use crate::model::rounding::nearest_that;
use crate::plan::{Change, IndicatorIx, LevelKind};
use crate::scenario::Rates;

impl Finder<'_> {
    /// How much the largest firms outgrow their industry on the path, and would have to for the target.
    pub fn outgrowth(&self, ix: IndicatorIx) -> Option<Implication> {
        let annual = self.annual(self.ratio(ix)?);
        let verdict = self.verdict_beside_levels(ix);
        let finding = Finding::Outgrowth {
            levels: self.ends(ix)?,
            annual,
            verdict,
            goal: self.outgrowth_goal(ix),
        };
        let stance = notable_if(verdict.is_some_and(|verdict| !verdict.is_met));
        Some(self.judging(&[ix], &[ix], self.implication(ix, stance, finding)))
    }

    fn outgrowth_goal(&self, ix: IndicatorIx) -> Option<OutgrowthGoal> {
        let (m, left) = self.years_left(ix)?;
        let last = self.projection.levels(ix)?[m];
        let criterion = self.missed(ix)?;
        let ratio = criterion.goal / last;
        // Entering the displayed figure has to lead there.
        let enough = |exact: f64, industries: [f64; 2]| {
            let leads_there = |rate| {
                let largest = Change::Growth.after(last, rate, left);
                industries
                    .iter()
                    .all(|industry| criterion.meets(largest / industry))
            };
            nearest_that(exact, 2, leads_there).unwrap_or(exact)
        };
        let growth_of_all = match self.scenario.rates.get(ix) {
            Some(Rates::OutputGrowth { all, .. }) => {
                // With the industry's growth both as displayed and exact.
                let factor = Change::Growth.along(1.0, &all[m..]);
                let exact = growth(factor, left);
                let shown = nearest_that(exact, 2, |_| true).unwrap_or(exact);
                let as_shown = Change::Growth.after(1.0, shown, left);
                let largest = enough(growth(factor * ratio, left), [factor, as_shown]);
                Some((shown, largest))
            }
            _ => None,
        };
        (ratio > 0.0).then(|| OutgrowthGoal {
            from: self.year_after(m),
            annual: enough(growth(ratio, left), [1.0, 1.0]),
            growth: growth_of_all,
        })
    }

    /// How the part and the rest grow while the share changes.
    pub fn part(&self, ix: IndicatorIx, part: Part) -> Option<Implication> {
        let Part { whole, share, full } = part;
        if self.projection.kind(share) != LevelKind::Absolute {
            return None;
        }
        let volume = self.ratio(whole)?;
        let levels = self.ends(share)?;
        let steps = self.plan.steps();
        let growth = part_growth(volume, levels, full, steps)?;
        let verdict = self.verdict_beside_levels(share);
        let goal = self.missed(share).and_then(|criterion| {
            let (m, left) = self.years_left(share)?;
            let [volumes, shares] = [whole, share].map(|ix| self.projection.levels(ix));
            let (volumes, from) = (volumes?, shares?[m]);
            let exact = part_growth(volumes[steps] / volumes[m], (from, criterion.goal), full, left)?;
            let leads_there = |growth: PartGrowth| {
                let part = Change::Growth.after(from, growth.part, left);
                let rest = Change::Growth.after(full - from, growth.rest, left);
                criterion.meets(part / (part + rest) * full)
            };
            Some((self.year_after(m), exact.rounded_so_that(leads_there)))
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
        let implication = self.implication(ix, stance, finding);
        Some(self.judging(&[share, ix], &[whole, share], implication))
    }
}

impl PartGrowth {
    /// The nearest pair of figures with two decimals that leads there: if rounding both does not, the part or the
    /// rest takes a hundredth more or less.
    fn rounded_so_that(self, leads_there: impl Fn(Self) -> bool) -> Self {
        let with_rest = |rest: f64| {
            let leads = |part| leads_there(Self { part, rest });
            nearest_that(self.part, 2, leads).map(|part| Self { part, rest })
        };
        nearest_that(self.rest, 2, |_| true)
            .and_then(with_rest)
            .unwrap_or(self)
    }
}

/// Growth of a part and of the rest while the whole changes by a ratio and the share goes from one level to another;
/// `None` if either is zero.
fn part_growth(volume: f64, (from, to): (f64, f64), full: f64, steps: usize) -> Option<PartGrowth> {
    let is_proper = |share: f64| share > 0.0 && share < full;
    (is_proper(from) && is_proper(to)).then(|| PartGrowth {
        part: growth(volume * to / from, steps),
        rest: growth(volume * (full - to) / (full - from), steps),
    })
}
