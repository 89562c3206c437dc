//! Two scenarios of one plan drawn with the same luck: a draw has the same coordinates in both, because those depend on the
//! lever's place in the plan alone. What differs between them in a draw is then what was decided, not what was drawn (common
//! random numbers; Law 2015, section 11.2).

use std::ops::Range;

use super::errors::{deviation, scramble_size};
use super::select::{Quantiles, Selector};
use super::study::Study;
use super::work::{CancellableDraws, Run, blocks, lanes, side_by_side, split, threads_for};
use crate::analysis::draws::{DrawsError, ERROR_SCRAMBLES, Sampler, Sampling};
use crate::analysis::judge::TargetJudge;
use crate::model::criterion::SAME;
use crate::model::{Assessment, IsWanted, LANES, Projection, assess, project};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;

/// Two scenarios of one plan, at least one of them with uncertain rates, ready to be drawn together.
#[derive(Clone, Debug)]
pub struct PairedDraws<'a> {
    plan: &'a Plan,
    sampling: Sampling,
    sides: [PairedSide<'a>; 2],
    /// Targets that rest on data or stated rates in both.
    targets: Vec<TargetIx>,
}

/// One of two scenarios that are drawn together.
#[derive(Clone, Debug)]
struct PairedSide<'a> {
    projection: Projection,
    /// Nothing where no rate is uncertain: the same levels in every draw.
    study: Option<Study<'a>>,
}

/// What the second of two scenarios has more than the first, draw by draw.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawsDifference {
    /// How many draws.
    pub size: u64,
    /// The indicator whose levels are compared.
    pub indicator: IndicatorIx,
    /// From the base year on, the quantiles of the second's level less the first's, in the indicator's unit. Empty where one
    /// has no levels.
    pub quantiles: Vec<Quantiles>,
    /// Targets that rest on data or stated rates in both scenarios, in the plan's order.
    pub targets: Vec<BetterChance>,
}

/// How likely one of two scenarios does better on a target: comes further on the good side of its own goal, or less far short
/// of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BetterChance {
    /// The target.
    pub target: TargetIx,
    /// The share of draws in which the second does better.
    pub better: f64,
    /// The share of draws in which both do the same, up to rounding.
    pub equal: f64,
    /// The standard error of `better`.
    pub se: f64,
}

/// By target, in how many draws the second does better, and in how many both do the same.
type BetterCounts = Vec<[u64; 2]>;

impl<'a> PairedDraws<'a> {
    /// Of two scenarios of one plan.
    ///
    /// # Errors
    /// Why nothing can be drawn: [`DrawsError::NothingDrawn`] where neither has an uncertain rate.
    pub fn of(plan: &'a Plan, scenarios: [&Scenario; 2], sampling: Sampling) -> Result<Self, DrawsError> {
        let [one, other] = scenarios.map(|scenario| PairedSide::of(plan, scenario, sampling));
        let sides = [one?, other?];
        if sides.iter().all(|side| side.study.is_none()) {
            return Err(DrawsError::NothingDrawn);
        }
        let judged = |scenario: &Scenario, side: &PairedSide<'_>| -> Vec<bool> {
            let assessments = assess(plan, scenario, &side.projection);
            assessments.iter().map(Assessment::is_judged).collect()
        };
        let both = judged(scenarios[0], &sides[0])
            .into_iter()
            .zip(judged(scenarios[1], &sides[1]));
        let targets = plan.targets().zip(both);
        let targets = targets.filter(|(_, (one, other))| *one && *other);
        Ok(Self {
            plan,
            sampling,
            targets: targets.map(|((ix, ..), _)| ix).collect(),
            sides,
        })
    }

    /// Makes so many draws of both and compares them. Nothing once it is no longer wanted.
    #[must_use]
    pub fn run(
        &'a self,
        indicator: IndicatorIx,
        size: u64,
        how: CancellableDraws<'_>,
    ) -> Option<DrawsDifference> {
        let parts = split(&(0..blocks(size)), threads_for(size, how.threads));
        let parts = side_by_side(parts, how.is_wanted, |range, is_wanted| {
            let mut columns = vec![Vec::new(); self.steps(indicator)];
            let counts = self.compare(0, (range, size), is_wanted, |both, lanes| {
                let [one, other] = both.levels(indicator);
                for (column, (one, other)) in columns.iter_mut().zip(one.iter().zip(other)) {
                    column.extend((0..lanes).map(|lane| other[lane] - one[lane]));
                }
            });
            (counts, columns)
        })?;
        let (counts, columns): (Vec<BetterCounts>, Vec<Vec<Vec<f64>>>) = parts.into_iter().unzip();
        let mut selector = Selector::default();
        let in_step = |step: usize| {
            let own = columns.iter().filter_map(|columns| columns.get(step));
            selector.quantiles(&own.flatten().copied().collect::<Vec<_>>())
        };
        Some(DrawsDifference {
            size,
            indicator,
            quantiles: (0..self.steps(indicator)).map(in_step).collect(),
            targets: self.better(&sum(&counts, self.targets.len()), size, how)?,
        })
    }

    /// The years of an indicator, with the base year; none where a scenario has no levels of it.
    fn steps(&self, indicator: IndicatorIx) -> usize {
        let of = |side: &PairedSide<'_>| side.projection.levels(indicator).map_or(0, <[f64]>::len);
        let [one, other] = &self.sides;
        of(one).min(of(other))
    }

    /// Shares, with standard errors as an ensemble's shares have them.
    fn better(
        &'a self,
        counts: &BetterCounts,
        size: u64,
        how: CancellableDraws<'_>,
    ) -> Option<Vec<BetterChance>> {
        let few = scramble_size(size);
        let scrambles: Vec<u32> = match self.sampling.sampler {
            Sampler::Sobol => (1..=ERROR_SCRAMBLES).collect(),
            Sampler::Random => Vec::new(),
        };
        let threads = threads_for(scrambles.len() as u64 * few, how.threads);
        let parts = scrambles
            .chunks(scrambles.len().div_ceil(threads).max(1))
            .collect::<Vec<_>>();
        let of_part = |scrambles: &[u32], is_wanted: IsWanted<'_>| {
            let of = |scramble: &u32| self.compare(*scramble, (0..blocks(few), few), is_wanted, |_, _| ());
            scrambles.iter().map(of).collect::<Vec<_>>()
        };
        let again: Vec<BetterCounts> = if parts.is_empty() {
            Vec::new()
        } else {
            side_by_side(parts, how.is_wanted, of_part)?
                .into_iter()
                .flatten()
                .collect()
        };
        let further = f64::from(ERROR_SCRAMBLES) * few as f64 / size as f64;
        let of = |(n, target): (usize, &TargetIx)| {
            let [better, equal] = counts.get(n).copied().unwrap_or_default();
            let p = better as f64 / size as f64;
            let shares: Vec<f64> = again
                .iter()
                .map(|counts| counts[n][0] as f64 / few as f64)
                .collect();
            BetterChance {
                target: *target,
                better: p,
                equal: equal as f64 / size as f64,
                se: if shares.is_empty() {
                    (p * (1.0 - p) / size as f64).sqrt()
                } else {
                    deviation(&shares) / f64::from(ERROR_SCRAMBLES).sqrt() * further.sqrt()
                },
            }
        };
        Some(self.targets.iter().enumerate().map(of).collect())
    }

    /// Draws both, block by block, and counts.
    fn compare(
        &'a self,
        scramble: u32,
        (range, size): (Range<u64>, u64),
        is_wanted: IsWanted<'_>,
        mut each: impl FnMut(&DrawnBoth<'_>, usize),
    ) -> BetterCounts {
        let mut both = DrawnBoth {
            pair: self,
            runs: self.sides.each_ref().map(|side| {
                let study = side.study.as_ref()?;
                Some(Run::new(study, study.program(), scramble))
            }),
        };
        let judges: Vec<[TargetJudge<'_>; 2]> = self
            .targets
            .iter()
            .map(|ix| {
                self.sides
                    .each_ref()
                    .map(|side| TargetJudge::of(self.plan, &side.projection, *ix, true))
            })
            .collect();
        let mut counts = vec![[0; 2]; self.targets.len()];
        for block in range {
            if !is_wanted() {
                break;
            }
            for run in both.runs.iter_mut().flatten() {
                run.work_out(block);
            }
            let lanes = lanes(block, size);
            for (judges, count) in judges.iter().zip(&mut counts) {
                both.judge(judges, lanes, count);
            }
            each(&both, lanes);
        }
        counts
    }
}

impl<'a> PairedSide<'a> {
    fn of(plan: &'a Plan, scenario: &Scenario, sampling: Sampling) -> Result<Self, DrawsError> {
        match Study::of(plan, scenario, sampling) {
            Ok(study) => Ok(Self {
                projection: study.projection().clone(),
                study: Some(study),
            }),
            Err(DrawsError::NothingDrawn) => Ok(Self {
                projection: project(plan, scenario),
                study: None,
            }),
            Err(other) => Err(other),
        }
    }
}

/// A block of draws of both scenarios.
struct DrawnBoth<'a> {
    pair: &'a PairedDraws<'a>,
    runs: [Option<Run<'a>>; 2],
}

impl DrawnBoth<'_> {
    /// The levels of an indicator in both, step by step; empty where a scenario has none.
    fn levels(&self, ix: IndicatorIx) -> [Vec<[f64; LANES]>; 2] {
        let mut sides = self.pair.sides.iter().zip(&self.runs);
        [(); 2].map(|()| {
            let Some((side, run)) = sides.next() else {
                return Vec::new();
            };
            let moved = run.as_ref().map_or(&[][..], |run| run.levels(ix));
            if moved.is_empty() {
                let fixed = side.projection.levels(ix).unwrap_or_default();
                fixed.iter().map(|level| [*level; LANES]).collect()
            } else {
                moved.to_vec()
            }
        })
    }

    /// Counts the lanes in which the second does better, and those in which both do the same.
    fn judge(&self, judges: &[TargetJudge<'_>; 2], lanes: usize, count: &mut [u64; 2]) {
        let both = self.levels(judges[0].ix.indicator);
        if both.iter().any(Vec::is_empty) {
            return;
        }
        let mut margins = [[0.0; LANES]; 2];
        for ((judge, levels), margins) in judges.iter().zip(&both).zip(&mut margins) {
            judge.hold(levels, margins, &mut [1; LANES]);
        }
        let due = judges[0].due;
        let sizes = both
            .each_ref()
            .map(|levels| levels.get(due).unwrap_or(&[0.0; LANES]));
        for lane in 0..lanes {
            let more = margins[1][lane] - margins[0][lane];
            let slack = SAME * sizes[0][lane].abs().max(sizes[1][lane].abs());
            count[0] += u64::from(more > slack);
            count[1] += u64::from(more.abs() <= slack);
        }
    }
}

fn sum(parts: &[BetterCounts], targets: usize) -> BetterCounts {
    let mut sum = vec![[0; 2]; targets];
    for part in parts {
        for (sum, part) in sum.iter_mut().zip(part) {
            sum[0] += part[0];
            sum[1] += part[1];
        }
    }
    sum
}
