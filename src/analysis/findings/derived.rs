//! What identities imply: how a derived indicator moves with its factors, and whether its target is consistent with
//! theirs.

use super::finder::{Finder, SAME, notable_if};
use super::finding::{Conflict, Factor, Finding, Trend};
use super::{Implication, Stance, contributions};
use crate::plan::{Change, Form, IndicatorIx, LevelKind, Scale};

/// A factor closer to 1 than this changes no displayed figure.
const SLIGHT: f64 = 5e-5;

impl Finder<'_> {
    /// How a derived indicator moves, why, and how that compares with its target.
    pub fn derived(&self, ix: IndicatorIx) -> Option<Implication> {
        let (first, last) = self.ends(ix)?;
        let beyond = self.beyond(ix);
        let mut factors = contributions::factors(self.plan, self.projection, ix).unwrap_or_default();
        if beyond.is_some() && self.plan.get(ix).scale == Scale::Points {
            // A discrepancy in points is not a factor.
            factors.clear();
        }
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
        let stance = if conflict == Some(Conflict::Impossible) {
            Stance::Conflicts
        } else {
            notable_if(is_missed || pull_apart)
        };
        if verdict.is_none()
            && let Some(ratio) = self.outgrown(ix, &factors)
        {
            let figures: Vec<IndicatorIx> = factors.iter().map(|factor| factor.indicator).collect();
            return Some(self.judging(&[ix], &figures, self.implication(ix, stance, ratio)));
        }
        let figures: Vec<IndicatorIx> = factors.iter().map(|factor| factor.indicator).collect();
        let finding = Finding::Derived {
            trend: self.trend(ix, (first, last)),
            beyond: beyond.filter(|_| !factors.is_empty()),
            is_past: self.is_past(ix),
            factors,
            verdict,
            conflict,
        };
        // Published figures of the product say nothing about the factors named.
        let figures = if figures.is_empty() { vec![ix] } else { figures };
        Some(self.judging(&[ix], &figures, self.implication(ix, stance, finding)))
    }

    /// How an indicator moves, in the terms of its target or, without one, as its changes are measured.
    fn trend(&self, ix: IndicatorIx, (first, last): (f64, f64)) -> Trend {
        let Some(factor) = self.ratio(ix) else {
            return Trend::Levels(first, last);
        };
        let has_levels = self.projection.kind(ix) == LevelKind::Absolute;
        let adds = self.plan.get(ix).scale == Scale::Points;
        match self.target(ix).map(|target| target.form) {
            Some(Form::CumulativeDecline(_) | Form::CumulativeGrowth(_)) => {
                Trend::Total(Change::Growth.between(1.0, factor))
            }
            Some(Form::AverageGrowth(_)) => Trend::Annual(self.annual(factor)),
            Some(_) if has_levels => Trend::Levels(first, last),
            None if has_levels && adds => Trend::Levels(first, last),
            _ => Trend::Times {
                annual: self.annual(factor),
                factor,
            },
        }
    }

    /// The discrepancy of an indicator's published figures over the whole period, as a factor.
    fn beyond(&self, ix: IndicatorIx) -> Option<f64> {
        self.projection.discrepancies().of(ix).next()?;
        let factors = contributions::factors(self.plan, self.projection, ix)?;
        let product: f64 = factors.into_iter().map(Factor::contribution).product();
        let beyond = self.ratio(ix)? / product;
        ((beyond - 1.0).abs() > SLIGHT).then_some(beyond)
    }

    /// A quotient in which one side grows while the other grows less, or falls.
    fn outgrown(&self, ix: IndicatorIx, factors: &[Factor]) -> Option<Finding> {
        let [a, b] = factors else { return None };
        // Published figures are not the quotient of the two.
        if a.power * b.power != -1 || self.beyond(ix).is_some() {
            return None;
        }
        let (faster, slower) = if a.ratio > b.ratio { (a, b) } else { (b, a) };
        let is_outgrown = faster.ratio > 1.0 + SAME && faster.ratio > slower.ratio * (1.0 + SAME);
        is_outgrown.then_some(Finding::Ratio {
            annual: self.annual(self.ratio(ix)?),
            is_past: self.is_past(ix),
            faster: (faster.indicator, self.annual(faster.ratio)),
            slower: (slower.indicator, self.annual(slower.ratio)),
        })
    }
}
