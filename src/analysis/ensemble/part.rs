//! A part of the draws, and what comes of all parts together.

use std::ops::Range;

use super::monotone::Monotone;
use super::outcome::{Ensemble, Fan, Likelihood, TargetChance, Together};
use super::select::{Quantiles, Selector};
use super::study::{Reach, Study, Subject};
use super::tally::Tally;
use super::work::{CancellableDraws, KeptColumn, WantedOfDraws, blocks, collect};
use crate::analysis::draws::{DrawsError, MOST_DRAWS};
use crate::model::Program;
use crate::plan::IndicatorIx;

/// What the draws of some blocks come to: counts, and the columns from which quantiles are selected.
#[derive(Clone, Debug, PartialEq)]
pub struct EnsemblePart {
    /// The blocks of 64 draws.
    pub blocks: Range<u64>,
    /// How many draws do what, in an order that depends on plan and scenario alone.
    pub counts: Vec<u64>,
    /// Columns of levels and rates, in an order that depends on plan, scenario and number of draws alone.
    pub columns: Vec<Vec<f64>>,
}

impl<'a> Study<'a> {
    /// Whether so many draws can be asked for.
    ///
    /// # Errors
    /// [`DrawsError::Size`] for none, and for more than [`MOST_DRAWS`].
    pub const fn check_size(size: u64) -> Result<(), DrawsError> {
        if size == 0 || size > MOST_DRAWS {
            Err(DrawsError::Size(size))
        } else {
            Ok(())
        }
    }

    /// The blocks of one of so many parts, counted from 0.
    #[must_use]
    pub fn blocks(size: u64, number: u64, parts: u64) -> Range<u64> {
        let (count, parts) = (blocks(size), parts.max(1));
        count * number / parts..count * (number + 1) / parts
    }

    /// Makes the draws of some blocks among `size` draws.
    #[must_use]
    pub fn part(&'a self, size: u64, blocks: Range<u64>, how: CancellableDraws<'_>) -> Option<EnsemblePart> {
        let wanted = self.wanted(&Monotone::of(self, size));
        let wanted = WantedOfDraws {
            kept: &wanted,
            is_counted: true,
            ..WantedOfDraws::default()
        };
        let found = collect(self, &self.program, (blocks.clone(), size), wanted, how)?;
        Some(EnsemblePart {
            blocks,
            counts: found.tally.numbers().collect(),
            columns: found.columns,
        })
    }

    /// How many columns each part of so many draws has.
    #[must_use]
    pub fn columns_of_parts(&'a self, size: u64) -> usize {
        self.wanted(&Monotone::of(self, size)).len()
    }

    /// The same as [`Self::run`], from the parts' counts and a way to each column of all draws. Nothing once it is no longer
    /// wanted or where a column or a count is missing.
    pub fn merge(
        &'a self,
        size: u64,
        counts: &[Vec<u64>],
        mut column: impl FnMut(usize) -> Option<Vec<f64>>,
    ) -> Option<Ensemble> {
        let mut monotone = Monotone::of(self, size);
        let wanted = self.wanted(&monotone);
        let first_of = monotone.columns().len();
        let rates = (0..first_of).map(&mut column).collect::<Option<Vec<_>>>()?;
        monotone.work_out(&rates.iter().map(Vec::as_slice).collect::<Vec<_>>());
        drop(rates);
        let mut selector = Selector::default();
        let mut selected = Vec::with_capacity(wanted.len());
        for n in first_of..wanted.len() {
            selected.push(selector.quantiles(&column(n)?));
        }
        let mut tally = Tally::of(self);
        for counts in counts {
            tally.add_numbers(counts)?;
        }
        let wanted = &wanted[first_of..];
        Some(self.conclude(size, &tally, &monotone, |ix, step| {
            let at = wanted
                .iter()
                .position(|column| *column == KeptColumn::Level(ix, step));
            at.and_then(|at| selected.get(at).copied())
        }))
    }

    /// The columns that quantiles need: first the rates by which levers' draws are put in order, then levels.
    pub(super) fn wanted(&self, monotone: &Monotone<'_>) -> Vec<KeptColumn> {
        let mut wanted = monotone.columns();
        for ix in self.program.moving().filter(|ix| !monotone.has(*ix)) {
            let steps = self.moved[ix.position()].iter().enumerate();
            let moved = steps.filter(|(_, is_moved)| **is_moved);
            wanted.extend(moved.map(|(step, _)| KeptColumn::Level(ix, step)));
        }
        wanted
    }

    /// The program of some columns.
    pub(super) fn only(&self, columns: &[KeptColumn]) -> Program {
        self.program.clone().only(|ix| {
            let of = columns.iter().filter_map(|column| match column {
                KeptColumn::Level(of, step) if *of == ix => Some(*step),
                _ => None,
            });
            let (first, last) = of.fold((usize::MAX, 0), |(first, last), step| {
                (first.min(step), last.max(step + 1))
            });
            first.min(last)..last
        })
    }

    /// The program of what targets need.
    pub(super) fn for_targets(&self) -> Program {
        let mut until = vec![0; self.plan.indicators.len()];
        for subject in self.subjects.iter().filter(|subject| subject.is_judged) {
            if let Reach::Varies(needed) = &subject.reach {
                let watched = needed.iter().map(|mark| self.watched[mark / self.cuts.len()].ix);
                for ix in watched.chain([subject.judge.ix.indicator]) {
                    let until = &mut until[ix.position()];
                    *until = subject.judge.due.saturating_add(1).max(*until);
                }
            }
        }
        self.program.clone().only(|ix| 0..until[ix.position()])
    }

    pub(super) fn conclude(
        &self,
        size: u64,
        tally: &Tally,
        monotone: &Monotone<'_>,
        selected: impl Fn(IndicatorIx, usize) -> Option<Quantiles>,
    ) -> Ensemble {
        let fans = self.plan.iter().filter_map(|(indicator, _)| {
            let levels = self.projection.levels(indicator)?;
            let in_step = |(step, level): (usize, &f64)| {
                if !self.moves(indicator, step..step + 1) {
                    [*level; 5]
                } else if monotone.has(indicator) {
                    monotone.quantiles(indicator, step)
                } else {
                    selected(indicator, step).unwrap_or([f64::NAN; 5])
                }
            };
            Some(Fan {
                indicator,
                quantiles: levels.iter().enumerate().map(in_step).collect(),
            })
        });
        let outside = self.watched.iter().zip(&tally.outside);
        let outside = outside.filter(|(watched, count)| watched.is_bounded || **count > 0);
        Ensemble {
            size,
            sampling: self.draws.sampling(),
            fans: fans.collect(),
            targets: self.chances(size, tally),
            together: self.together(size, tally),
            out_of_bounds: outside.map(|(watched, count)| (watched.ix, *count)).collect(),
        }
    }

    fn chances(&self, size: u64, tally: &Tally) -> Vec<TargetChance> {
        let of = |(subject, met): (&Subject<'_>, &u64)| TargetChance {
            target: subject.judge.ix,
            met: subject.is_judged.then(|| match subject.reach {
                Reach::Never(is_met) => Likelihood {
                    p: f64::from(u8::from(is_met)),
                    se: Some(0.0),
                    is_certain: true,
                },
                Reach::Varies(_) => share(*met, size, false),
            }),
            is_reached: matches!(subject.reach, Reach::Varies(_)),
            is_decided: subject.is_decided,
        };
        self.subjects.iter().zip(&tally.met).map(of).collect()
    }

    fn together(&self, size: u64, tally: &Tally) -> Together {
        let judged = || self.subjects.iter().filter(|subject| subject.is_judged);
        let of = |met: u64, is_in: fn(&Subject<'_>) -> bool| {
            let mut within = judged().filter(|subject| is_in(subject));
            let never =
                |subject: &Subject<'_>, met| matches!(subject.reach, Reach::Never(is_met) if is_met == met);
            // One that is missed whatever is drawn decides for all.
            let is_certain = judged().any(|subject| is_in(subject) && never(subject, false))
                || within.all(|subject| never(subject, true));
            share(met, size, is_certain)
        };
        let [all, binding, open] = tally.together;
        let all = of(all, |_| true);
        let binding = of(binding, |subject| subject.is_binding);
        let open = of(open, |subject| !subject.is_decided);
        let decided = judged().filter(|subject| subject.is_decided).count();
        Together {
            judged: (judged().count() > 0).then_some(all),
            binding: judged().any(|subject| subject.is_binding).then_some(binding),
            open: judged().any(|subject| !subject.is_decided).then_some(open),
            excluded: self.subjects.len() - judged().count(),
            decided,
        }
    }

    /// The levels of an indicator in a step, draw by draw; nothing once it is no longer wanted.
    #[must_use]
    pub fn levels(
        &self,
        ix: IndicatorIx,
        step: usize,
        size: u64,
        how: CancellableDraws<'_>,
    ) -> Option<Vec<f64>> {
        if !self.moves(ix, step..step + 1) {
            let level = self.projection.levels(ix)?.get(step)?;
            return Some(vec![*level; usize::try_from(size).ok()?]);
        }
        let kept = [KeptColumn::Level(ix, step)];
        let wanted = WantedOfDraws {
            kept: &kept,
            ..WantedOfDraws::default()
        };
        let found = collect(self, &self.only(&kept), (0..blocks(size), size), wanted, how)?;
        found.columns.into_iter().next()
    }
}

fn share(met: u64, size: u64, is_certain: bool) -> Likelihood {
    Likelihood {
        p: met as f64 / size as f64,
        se: None,
        is_certain,
    }
}
