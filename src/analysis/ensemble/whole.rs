//! All draws on one machine. Only the first ones are kept whole; the others pass through sieves, so that memory grows far more
//! slowly than the number of draws.

use super::monotone::Monotone;
use super::outcome::Ensemble;
use super::select::{Quantiles, Selector};
use super::sieve::{Brackets, Sieve};
use super::study::Study;
use super::tally::Tally;
use super::work::{CancellableDraws, Collected, KeptColumn, WantedOfDraws, blocks, collect};
use super::work::{side_by_side, threads_for};
use crate::model::LANES;

/// How many of the first draws suggest where quantiles lie.
const PILOT: u64 = 16_384;

impl<'a> Study<'a> {
    /// Makes so many draws. Nothing once it is no longer wanted.
    #[must_use]
    pub fn run(&'a self, size: u64, how: CancellableDraws<'_>) -> Option<Ensemble> {
        let mut monotone = Monotone::of(self, size);
        let wanted = self.wanted(&monotone);
        let (rates, levels) = wanted.split_at(monotone.columns().len());
        let pilot = 0..blocks(size).min(PILOT / LANES as u64);
        let rest = pilot.end..blocks(size);
        let counted = WantedOfDraws {
            is_counted: true,
            ..WantedOfDraws::default()
        };
        let first = WantedOfDraws {
            kept: &wanted,
            ..counted
        };
        let Collected {
            mut tally,
            mut columns,
            ..
        } = collect(self, &self.program, (pilot, size), first, how)?;
        let pilot = columns.split_off(rates.len());
        let selected = if rest.is_empty() {
            on_threads(&pilot, how, |selector, column| selector.quantiles(column))?
        } else {
            let sampler = self.draws.sampling().sampler;
            let brackets = on_threads(&pilot, how, |selector, column| {
                Brackets::of(column, sampler, selector)
            })?;
            let sieved = brackets.iter().zip(levels);
            let sieved = sieved.filter_map(|(brackets, column)| Some((*column, (*brackets)?)));
            let sieved: Vec<(KeptColumn, Brackets)> = sieved.collect();
            let second = WantedOfDraws {
                kept: rates,
                sieved: &sieved,
                ..counted
            };
            let found = collect(self, &self.program, (rest, size), second, how)?;
            tally.add(&found.tally);
            for (column, more) in columns.iter_mut().zip(&found.columns) {
                column.extend(more);
            }
            self.sieved((levels, &pilot), (&sieved, &found.sieves), size, how)?
        };
        monotone.work_out(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>());
        Some(self.conclude_whole((size, &tally), &monotone, (levels, &selected)))
    }

    fn conclude_whole(
        &self,
        (size, tally): (u64, &Tally),
        monotone: &Monotone<'_>,
        (levels, selected): (&[KeptColumn], &[Quantiles]),
    ) -> Ensemble {
        self.conclude(size, tally, monotone, |ix, step| {
            let wanted = KeptColumn::Level(ix, step);
            let at = levels.iter().position(|column| *column == wanted);
            at.and_then(|at| selected.get(at).copied())
        })
    }

    /// The quantiles of columns, given their first values and what the others left in sieves. Columns whose sieves do not tell
    /// are drawn once more.
    fn sieved(
        &'a self,
        (columns, pilot): (&[KeptColumn], &[Vec<f64>]),
        (bracketed, parts): (&[(KeptColumn, Brackets)], &[Vec<Sieve>]),
        size: u64,
        how: CancellableDraws<'_>,
    ) -> Option<Vec<Quantiles>> {
        let places: Vec<usize> = (0..columns.len()).collect();
        let mut found = on_threads(&places, how, |_, place| {
            let own = columns.get(*place)?;
            let at = bracketed.iter().position(|(column, _)| column == own)?;
            let brackets = &bracketed[at].1;
            let mut first = Sieve::default();
            first.add(brackets, pilot.get(*place)?);
            let parts = parts.iter().filter_map(|sieves| sieves.get(at));
            Sieve::quantiles(&parts.chain([&first]).collect::<Vec<_>>(), brackets, size)
        })?;
        let unknown: Vec<usize> = places
            .into_iter()
            .filter(|place| found[*place].is_none())
            .collect();
        let most = usize::try_from(self.room / (8 * size))
            .unwrap_or(usize::MAX)
            .max(1);
        for unknown in unknown.chunks(most) {
            let kept: Vec<KeptColumn> = unknown.iter().map(|place| columns[*place]).collect();
            let wanted = WantedOfDraws {
                kept: &kept,
                ..WantedOfDraws::default()
            };
            let again = collect(self, &self.only(&kept), (0..blocks(size), size), wanted, how)?;
            let selected = on_threads(&again.columns, how, |selector, column| selector.quantiles(column))?;
            for (place, quantiles) in unknown.iter().zip(selected) {
                found[*place] = Some(quantiles);
            }
        }
        found.into_iter().collect()
    }
}

/// Does something for each of some things, in their order; nothing once it is no longer wanted.
fn on_threads<T: Sync, R: Send>(
    things: &[T],
    how: CancellableDraws<'_>,
    work: impl Fn(&mut Selector, &T) -> R + Sync,
) -> Option<Vec<R>> {
    if things.is_empty() {
        return Some(Vec::new());
    }
    let threads = threads_for(things.len() as u64 * PILOT, how.threads);
    let parts = things.chunks(things.len().div_ceil(threads)).collect();
    let found = side_by_side(parts, how.is_wanted, |things: &[T], is_wanted| {
        let mut selector = Selector::default();
        let things = things.iter().take_while(|_| is_wanted());
        things.map(|thing| work(&mut selector, thing)).collect::<Vec<_>>()
    })?;
    Some(found.into_iter().flatten().collect())
}
