//! What identities imply: how a derived indicator moves with its factors, and whether its target goes with theirs.

use super::finder::{Finder, SAME, notable_if};
use super::findings::{Conflict, Factor, Finding, Limit, Trend};
use super::structure::{identity, power_of};
use super::{Implication, Stance};
use crate::plan::{Change, Form, IndicatorIx};

impl Finder<'_> {
    /// How a derived indicator moves, why, and how that stands to its target.
    pub fn derived(&self, ix: IndicatorIx) -> Option<Implication> {
        let (first, last) = self.ends(ix)?;
        let factors = self.factors(ix).unwrap_or_default();
        let verdict = self.verdict(ix);
        let is_missed = verdict.is_some_and(|verdict| !verdict.is_met);
        let conflict = if is_missed { self.conflict(ix) } else { None };
        let pulls = |up: bool| {
            let beyond = |factor: &Factor| {
                let contribution = factor.contribution();
                if up {
                    contribution > 1.0 + SAME
                } else {
                    contribution < 1.0 - SAME
                }
            };
            factors.iter().any(beyond)
        };
        let pull_apart = verdict.is_none() && pulls(true) && pulls(false);
        let stance = if conflict.is_some() {
            Stance::Conflicts
        } else {
            notable_if(is_missed || pull_apart)
        };
        if verdict.is_none()
            && let Some(ratio) = self.outgrown(ix, &factors)
        {
            return Some(self.implication(ix, stance, ratio));
        }
        let trend = match (self.ratio(ix), self.target(ix).map(|target| target.form)) {
            (None, _) => Trend::Levels(first, last),
            (Some(factor), Some(Form::CumulativeDecline(_))) => {
                Trend::Total(Change::Growth.between(1.0, factor))
            }
            (Some(factor), Some(Form::AverageGrowth(_))) => Trend::Annual(self.annual(factor)),
            (Some(factor), _) => Trend::Times {
                annual: self.annual(factor),
                factor,
            },
        };
        let finding = Finding::Derived {
            trend,
            factors,
            verdict,
            conflict,
        };
        Some(self.implication(ix, stance, finding))
    }

    /// The factors of a product; nothing for other identities, or where a factor has no ratio.
    fn factors(&self, ix: IndicatorIx) -> Option<Vec<Factor>> {
        let powers = identity(self.plan, ix)?.powers()?;
        let factors = powers.into_iter().map(|(indicator, power)| {
            Some(Factor {
                indicator,
                power,
                ratio: self.ratio(indicator)?,
            })
        });
        factors.collect()
    }

    /// A quotient of two of which one grows and the other grows less, or falls.
    fn outgrown(&self, ix: IndicatorIx, factors: &[Factor]) -> Option<Finding> {
        let [a, b] = factors else { return None };
        if a.power * b.power != -1 {
            return None;
        }
        let (faster, slower) = if a.ratio > b.ratio { (a, b) } else { (b, a) };
        let is_outgrown = faster.ratio > 1.0 + SAME && faster.ratio > slower.ratio * (1.0 + SAME);
        is_outgrown.then_some(Finding::Ratio {
            annual: self.annual(self.ratio(ix)?),
            faster: (faster.indicator, self.annual(faster.ratio)),
            slower: (slower.indicator, self.annual(slower.ratio)),
        })
    }

    /// Whether the levers behind a missed target meet all of theirs, and who could close the gap.
    fn conflict(&self, ix: IndicatorIx) -> Option<Conflict> {
        let (bound, free): (Vec<_>, Vec<_>) = self
            .plan
            .levers_behind(ix)
            .iter()
            .copied()
            .partition(|lever| self.target(*lever).is_some());
        let all_met = bound.iter().all(|lever| self.met[lever.position()] == Some(true));
        if bound.is_empty() || !all_met {
            return None;
        }
        let free: Vec<IndicatorIx> = free
            .into_iter()
            .filter(|lever| self.years_left(*lever).is_some())
            .collect();
        let limit = match free[..] {
            [lever] => self.limit(ix, lever),
            _ => None,
        };
        Some(Conflict { free, limit })
    }

    /// How a lever would have to move for a derived target to be met exactly, the others staying as they are.
    fn limit(&self, ix: IndicatorIx, lever: IndicatorIx) -> Option<Limit> {
        let target = self.target(ix)?;
        let (first, last) = self.ends(ix)?;
        let power = power_of(self.plan, ix, lever)?;
        let gap = target.form.level(first, self.plan.steps()) / last;
        let (m, left) = self.years_left(lever)?;
        let levels = self.projection.levels(lever)?;
        let end = levels[self.plan.steps()] * libm::pow(gap, 1.0 / f64::from(power));
        let change = self.plan.get(lever).scale.change().rate(levels[m], end, left);
        change.is_finite().then_some(Limit {
            change,
            is_ceiling: target.on_levels().is_ceiling() == (power > 0),
            is_strict: target.comparator.is_strict(),
        })
    }
}
