//! Exact order statistics of columns that pass by and are not kept: the first draws suggest between which values a quantile
//! lies; what lies there is kept, what lies below is counted. Where the suggestion turns out wrong, nothing is claimed.

use super::select::{PROBABILITIES, Quantiles, Selector, interpolate, position};
use crate::analysis::draws::Sampler;
use crate::model::wide::widely;

/// By so many standard deviations of a pilot's share a bracket reaches beyond its quantile, on either side. Of independent
/// draws one bracket in sixteen thousand misses. Evenly spread points err by far less than such a deviation.
const fn reach(sampler: Sampler) -> f64 {
    match sampler {
        Sampler::Random => 4.0,
        Sampler::Sobol => 1.0,
    }
}

const COUNT: usize = PROBABILITIES.len();

/// Between which values, both included, the quantiles of a column lie, as its first draws suggest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Brackets {
    low: [f64; COUNT],
    high: [f64; COUNT],
}

impl Brackets {
    /// Of a column's first values; nothing where one is no number.
    pub fn of(pilot: &[f64], sampler: Sampler, selector: &mut Selector) -> Option<Self> {
        let count = pilot.len() as f64;
        let last = pilot.len().checked_sub(1)? as f64;
        let bounds = PROBABILITIES.map(|probability| {
            let reach = reach(sampler) * (probability * (1.0 - probability) * count).sqrt();
            [
                (probability * last - reach).floor(),
                (probability * last + reach).ceil(),
            ]
        });
        let is_within = |place: &f64| (0.0..=last).contains(place);
        let mut places: Vec<u64> = bounds
            .iter()
            .flatten()
            .filter(|place| is_within(place))
            .map(|place| *place as u64)
            .collect();
        places.sort_unstable();
        places.dedup();
        let found = selector.at(pilot, &places);
        if pilot.iter().any(|value| value.is_nan()) {
            return None;
        }
        let value = |place: f64, beyond: f64| {
            let at = is_within(&place).then(|| places.binary_search(&(place as u64)).ok());
            at.flatten()
                .and_then(|at| found.get(at).copied())
                .unwrap_or(beyond)
        };
        Some(Self {
            low: bounds.map(|[low, _]| value(low, f64::NEG_INFINITY)),
            high: bounds.map(|[_, high]| value(high, f64::INFINITY)),
        })
    }
}

/// What is known of a column's values that have passed by.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    /// By bracket, how many values reach its lower end.
    reached: [u64; COUNT],
    /// How many values are numbers.
    numbers: u64,
    /// The values in any bracket, and room behind them.
    kept: Vec<f64>,
    len: usize,
}

/// Values that are sieved at once.
const CHUNK: usize = 64;

/// Values of which mostly none is kept.
const GROUP: usize = 8;

impl Sieve {
    /// Lets values pass.
    pub fn add(&mut self, brackets: &Brackets, values: &[f64]) {
        let mut within = [0; CHUNK];
        for values in values.chunks(CHUNK) {
            widely(
                #[inline(always)]
                || self.count(brackets, values, &mut within),
            );
            if self.kept.len() < self.len + CHUNK {
                self.kept.resize(2 * self.kept.len().max(8 * CHUNK), 0.0);
            }
            for (values, within) in values.chunks(GROUP).zip(within.chunks(GROUP)) {
                if within.iter().fold(0, |any, within| any | within) != 0 {
                    self.keep(values, within);
                }
            }
        }
    }

    /// Keeps the values that are marked. Each is written, whether marked or not: a branch that nobody can foresee would take
    /// longer.
    #[inline(always)]
    fn keep(&mut self, values: &[f64], within: &[u64]) {
        let room = &mut self.kept[self.len..];
        let mut len = 0;
        for (value, within) in values.iter().zip(within) {
            room[len] = *value;
            len += *within as usize;
        }
        self.len += len;
    }

    #[inline(always)]
    fn count(&mut self, Brackets { low, high }: &Brackets, values: &[f64], within: &mut [u64; CHUNK]) {
        *within = [0; CHUNK];
        let (mut reached, mut numbers) = ([0; COUNT], 0);
        for (value, within) in values.iter().zip(within.iter_mut()) {
            let mut any = 0;
            for n in 0..COUNT {
                let is_above = u64::from(*value >= low[n]);
                reached[n] += is_above;
                any |= is_above & u64::from(*value <= high[n]);
            }
            *within = any;
            numbers += u64::from(!value.is_nan());
        }
        for (sum, reached) in self.reached.iter_mut().zip(reached) {
            *sum += reached;
        }
        self.numbers += numbers;
    }

    /// The quantiles of all values that have passed through some sieves with the same brackets. Nothing where one was no
    /// number, and where a bracket does not hold its quantile.
    pub fn quantiles(parts: &[&Self], brackets: &Brackets, count: u64) -> Option<Quantiles> {
        if parts.iter().map(|part| part.numbers).sum::<u64>() != count {
            return None;
        }
        let mut found = Vec::with_capacity(2 * COUNT);
        let mut own: Vec<f64> = Vec::new();
        for (n, probability) in PROBABILITIES.into_iter().enumerate() {
            let (low, high) = (brackets.low[n], brackets.high[n]);
            own.clear();
            let kept = parts.iter().flat_map(|part| &part.kept[..part.len]);
            own.extend(kept.filter(|value| low <= **value && **value <= high));
            let below = count - parts.iter().map(|part| part.reached[n]).sum::<u64>();
            let (place, _) = position(probability, count);
            let at = usize::try_from(place.checked_sub(below)?).ok()?;
            if at >= own.len() {
                return None;
            }
            let (_, value, above) = own.select_nth_unstable_by(at, f64::total_cmp);
            found.push((place, *value));
            if place + 1 < count {
                let next = above.iter().copied().min_by(f64::total_cmp)?;
                found.push((place + 1, next));
            }
        }
        Some(interpolate(count, |place| {
            let known = found.iter().find(|(at, _)| *at == place);
            known.map_or(f64::NAN, |(_, value)| *value)
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Brackets, Sieve};
    use crate::analysis::draws::Sampler;
    use crate::analysis::ensemble::select::Selector;

    /// What two sieves tell of a column whose first values are its pilot.
    fn sieved(values: &[f64], pilot: usize) -> Option<[f64; 5]> {
        let mut selector = Selector::default();
        let (pilot, rest) = values.split_at(pilot);
        let brackets = Brackets::of(pilot, Sampler::Random, &mut selector)?;
        let mut sieves = [Sieve::default(), Sieve::default()];
        sieves[0].add(&brackets, rest);
        sieves[1].add(&brackets, pilot);
        Sieve::quantiles(&sieves.each_ref(), &brackets, values.len() as u64)
    }

    fn bits(values: [f64; 5]) -> [u64; 5] {
        values.map(f64::to_bits)
    }

    #[test]
    fn even_values_are_all_told() {
        // Each value once, in an order that jumps about: 7,919 is prime to 20,000.
        let values: Vec<f64> = (0..20_000_u32).map(|n| f64::from(n * 7_919 % 20_000)).collect();
        // Type 7 of 0 … 19,999: 19,999 p.
        let expected = [0.05, 0.25, 0.5, 0.75, 0.95].map(|p| 19_999.0 * p);
        let found = sieved(&values, 2_000).unwrap();
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
        }
    }

    #[test]
    fn a_pilot_that_misleads_and_values_that_are_no_numbers_tell_nothing() {
        let values: Vec<f64> = (0..20_000_u32).map(f64::from).collect();
        assert_eq!(sieved(&values, 2_000), None);
        let mut values: Vec<f64> = (0..20_000_u32).map(|n| f64::from(n * 7_919 % 20_000)).collect();
        values[17_000] = f64::NAN;
        assert_eq!(sieved(&values, 2_000), None);
        values[1] = f64::NAN;
        assert_eq!(sieved(&values, 2_000), None);
    }

    proptest! {
        /// Whatever passes: what is told is what the whole column would tell, to the bit.
        #[test]
        fn what_is_told_is_right(
            values in prop::collection::vec(
                prop_oneof![
                    4 => -1e3..1e3_f64,
                    2 => (-3..3_i32).prop_map(f64::from),
                    1 => Just(-0.0),
                    1 => Just(f64::INFINITY),
                    1 => Just(f64::NEG_INFINITY),
                ],
                1..3_000,
            ),
            share in 0.01..1.0_f64,
        ) {
            let pilot = ((values.len() as f64 * share) as usize).max(1);
            if let Some(found) = sieved(&values, pilot) {
                prop_assert_eq!(bits(found), bits(Selector::default().quantiles(&values)));
            }
        }
    }
}
