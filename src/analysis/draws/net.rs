//! A set of points, turned into rates block by block.

use super::directions::directions;
use super::distribution::{fill_from_normal, fill_from_probabilities};
use super::normal::fill_quantiles;
use super::points::{Dimension, mixed};
use super::random::RandomColumn;
use super::settings::{Half, Sampler};
use super::{DrawnLever, Draws};
use crate::model::LANES;
use crate::scenario::Years;

/// One set of points of some [`Draws`]. A thread makes its own; the same block gives the same bits in any of them.
#[derive(Clone, Debug)]
pub struct Net<'a> {
    draws: &'a Draws,
    /// By deviate.
    coordinates: Vec<Coordinate>,
    /// By deviate, room for its values.
    values: Vec<[f64; LANES]>,
    /// By drawn lever, whether its values are normal before they become deviations.
    is_normal: Vec<bool>,
}

/// Where one coordinate of the points comes from.
#[derive(Clone, Debug)]
enum Coordinate {
    Even(Box<Dimension>),
    Random(Box<RandomColumn>),
}

impl Coordinate {
    fn fill(&self, block: u64, values: &mut [f64; LANES]) {
        match self {
            Self::Even(dimension) => dimension.fill(block, values),
            Self::Random(column) => column.fill(block, values),
        }
    }
}

impl<'a> Net<'a> {
    pub(super) fn of(draws: &'a Draws, scramble: u32, half: Half) -> Self {
        let half = u64::from(half == Half::B);
        let (seed, scramble) = (draws.sampling.seed, u64::from(scramble));
        let coordinates = match draws.sampling.sampler {
            Sampler::Random => {
                let keys = [seed, scramble, half];
                let columns = draws.sources.iter().map(|source| {
                    Coordinate::Random(Box::new(RandomColumn::new(&source.id, source.slot, keys)))
                });
                columns.collect()
            }
            Sampler::Sobol => {
                let of = |pair: usize| 2 * pair + half as usize;
                let mut rising: Vec<usize> = draws.sources.iter().map(|source| of(source.pair)).collect();
                rising.sort_unstable();
                let table = directions(&rising);
                let dimensions = draws.sources.iter().map(|source| {
                    let dimension = of(source.pair);
                    // The table holds all of them, as was checked.
                    let row = rising.partition_point(|other| *other < dimension);
                    let directions = table.get(row).copied().unwrap_or_default();
                    let seed = mixed(&[seed, scramble, dimension as u64]);
                    Coordinate::Even(Box::new(Dimension::new(directions, seed)))
                });
                dimensions.collect()
            }
        };
        let is_normal = draws.levers.iter().map(|lever| {
            matches!(lever.uncertainty.years, Years::Correlated(_)) || draws.is_correlated(lever.lever)
        });
        Self {
            coordinates,
            values: vec![[0.0; LANES]; draws.sources.len()],
            is_normal: is_normal.collect(),
            draws,
        }
    }

    /// Fills columns of parameters, in the order of [`Draws::parameters`], with draws 64 · block, 64 · block + 1, …. Allocates
    /// nothing. The draws of the last block that are beyond the number asked for are for the caller to leave out.
    ///
    /// # Panics
    /// Where there are fewer columns than parameters.
    pub fn fill(&mut self, block: u64, columns: &mut [[f64; LANES]]) {
        self.probabilities(block);
        for (lever, is_normal) in self.draws.levers.iter().zip(&self.is_normal) {
            if *is_normal {
                for values in &mut self.values[lever.deviates.clone()] {
                    fill_quantiles(values);
                }
            }
        }
        self.relate();
        for (lever, is_normal) in self.draws.levers.iter().zip(&self.is_normal) {
            for values in &mut self.values[lever.deviates.clone()] {
                if *is_normal {
                    fill_from_normal(lever.uncertainty.spread, values);
                } else {
                    fill_from_probabilities(lever.uncertainty.spread, values);
                }
            }
            lever.add_scheduled(&self.values[lever.deviates.clone()], columns);
        }
    }

    /// Fills the columns of one lever, by its place among those that are drawn, as [`Self::fill`] does; those of others may or
    /// may not be filled as well.
    ///
    /// # Panics
    /// Where there is no such lever, or there are fewer columns than parameters.
    pub fn fill_lever(&mut self, place: usize, block: u64, columns: &mut [[f64; LANES]]) {
        if self.is_normal[place] {
            return self.fill(block, columns);
        }
        let lever = &self.draws.levers[place];
        for deviate in lever.deviates.clone() {
            let values = &mut self.values[deviate];
            self.coordinates[deviate].fill(block, values);
            fill_from_probabilities(lever.uncertainty.spread, values);
        }
        lever.add_scheduled(&self.values[lever.deviates.clone()], columns);
    }

    /// The number of the draw that comes at a place, counted from 0, if `size` draws are put in the order of the first value of
    /// a lever, given by its place among those that are drawn. Nothing where the points do not tell that by themselves: it takes
    /// Sobol' points in a number that is a power of two, and a value that does not hang together with others.
    #[must_use]
    pub fn in_order(&self, lever: usize, place: u64, size: u64) -> Option<u64> {
        let drawn = self.draws.levers.get(lever)?;
        match self.coordinates.get(drawn.deviates.start)? {
            Coordinate::Even(dimension) if !self.is_normal[lever] && size.is_power_of_two() => {
                Some(dimension.in_place(place, size.ilog2()))
            }
            _ => None,
        }
    }

    /// The same draws as standard normal values, correlated as the scenario says, in the order of
    /// [`DrawnLever::deviates`]: what [`DrawnLever::rate`] takes.
    pub fn normals(&mut self, block: u64) -> &[[f64; LANES]] {
        self.probabilities(block);
        let visible = self.draws.levers.last().map_or(0, |lever| lever.deviates.end);
        for values in &mut self.values[..visible] {
            fill_quantiles(values);
        }
        self.relate();
        &self.values[..visible]
    }

    fn probabilities(&mut self, block: u64) {
        for (coordinate, values) in self.coordinates.iter().zip(&mut self.values) {
            coordinate.fill(block, values);
        }
        let visible = self.draws.levers.last().map_or(0, |lever| lever.deviates.end);
        // Of levers that are drawn in other years; seen by nobody but those that they are correlated with.
        for values in &mut self.values[visible..] {
            fill_quantiles(values);
        }
    }

    /// Makes independent normal values correlated, between levers and then between years.
    fn relate(&mut self) {
        for group in &self.draws.groups {
            for places in &group.places {
                group.factor.correlate(places, &mut self.values);
            }
        }
        for lever in &self.draws.levers {
            let Years::Correlated(rho) = lever.uncertainty.years else {
                continue;
            };
            let own = (1.0 - rho * rho).sqrt();
            for place in lever.deviates.clone().skip(1) {
                let (before, from_here) = self.values.split_at_mut(place);
                for (value, before) in from_here[0].iter_mut().zip(&before[place - 1]) {
                    *value = rho * before + own * *value;
                }
            }
        }
    }
}

impl DrawnLever {
    /// Writes rates to its columns, given its deviations.
    fn add_scheduled(&self, deviations: &[[f64; LANES]], columns: &mut [[f64; LANES]]) {
        let columns = &mut columns[self.columns.clone()];
        for (n, (column, scheduled)) in columns.iter_mut().zip(&self.scheduled).enumerate() {
            // One draw may move several columns.
            let deviations = &deviations[n.min(deviations.len() - 1)];
            for (rate, deviation) in column.iter_mut().zip(deviations) {
                *rate = scheduled + deviation;
            }
        }
    }
}
