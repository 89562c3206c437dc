//! Order statistics of a long column, exact, without sorting it.

/// Bins between the lowest and the highest value. With a hundred thousand draws some dozens fall into each.
const BINS: usize = 2_048;

/// Shorter columns are sorted.
const SHORT: usize = 1_024;

/// The probabilities whose quantiles are told, lowest first.
pub const PROBABILITIES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Quantiles at [`PROBABILITIES`].
pub type Quantiles = [f64; PROBABILITIES.len()];

/// Where a quantile lies among so many values in order: the place of the value below, counted from 0, and how far from there
/// to the next. By linear interpolation (type 7 of Hyndman and Fan 1996).
#[must_use]
pub fn position(probability: f64, count: u64) -> (u64, f64) {
    let at = count.saturating_sub(1) as f64 * probability;
    (at as u64, at - at.floor())
}

/// The places that quantiles need, in rising order.
pub(super) fn places(count: u64) -> Vec<u64> {
    let last = count.saturating_sub(1);
    let mut places: Vec<u64> = PROBABILITIES
        .iter()
        .flat_map(|probability| {
            let (below, _) = position(*probability, count);
            [below, (below + 1).min(last)]
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Quantiles, given what stands in each place that they need.
pub(super) fn interpolate(count: u64, at: impl Fn(u64) -> f64) -> Quantiles {
    let last = count.saturating_sub(1);
    PROBABILITIES.map(|probability| {
        let (below, part) = position(probability, count);
        let (low, high) = (at(below), at((below + 1).min(last)));
        // Infinite values have no difference.
        if part > 0.0 && high > low {
            low + part * (high - low)
        } else {
            low
        }
    })
}

/// Room for selecting, used again from column to column.
#[derive(Default)]
pub(super) struct Selector {
    counts: Vec<u32>,
    taken: Vec<f64>,
}

impl Selector {
    /// The quantiles of a column.
    pub fn quantiles(&mut self, values: &[f64]) -> Quantiles {
        let count = values.len() as u64;
        let places = places(count);
        let found = self.at(values, &places);
        interpolate(count, |place| {
            let at = places.binary_search(&place).ok();
            at.and_then(|at| found.get(at).copied()).unwrap_or(f64::NAN)
        })
    }

    /// The values that would stand in some places, given in rising order and below the number of values, if the column were
    /// sorted. Values that are no numbers come last.
    pub fn at(&mut self, values: &[f64], places: &[u64]) -> Vec<f64> {
        let (low, high) = extremes(values);
        let scale = BINS as f64 / (high - low);
        if values.len() <= SHORT || !scale.is_finite() || scale <= 0.0 {
            return self.sorted(values, places);
        }
        let bin = |value: f64| (((value - low) * scale) as usize).min(BINS - 1);
        self.counts.clear();
        self.counts.resize(BINS, 0);
        for value in values {
            self.counts[bin(*value)] += 1;
        }
        // Bins that hold a place, and where each begins among what is taken out of them and among all.
        let mut starts = [u32::MAX; BINS];
        let mut spans: Vec<(usize, u64, u32)> = Vec::with_capacity(places.len());
        let (mut before, mut wanted, mut taken) = (0_u64, places.iter().peekable(), 0_u32);
        for (bin, count) in self.counts.iter().enumerate() {
            let end = before + u64::from(*count);
            let mut is_wanted = false;
            while wanted.next_if(|place| **place < end).is_some() {
                is_wanted = true;
            }
            if is_wanted {
                spans.push((bin, before, taken));
                starts[bin] = taken;
                taken += count;
            }
            before = end;
        }
        self.taken.clear();
        self.taken.resize(taken as usize, 0.0);
        for value in values {
            let start = &mut starts[bin(*value)];
            if *start != u32::MAX {
                self.taken[*start as usize] = *value;
                *start += 1;
            }
        }
        for (bin, _, start) in &spans {
            let own = *start as usize..starts[*bin] as usize;
            self.taken[own].sort_unstable_by(f64::total_cmp);
        }
        let of_place = |place: &u64| {
            let (_, before, start) = spans.iter().rev().find(|(_, before, _)| before <= place)?;
            self.taken
                .get(*start as usize + (place - before) as usize)
                .copied()
        };
        places
            .iter()
            .map(|place| of_place(place).unwrap_or(f64::NAN))
            .collect()
    }

    fn sorted(&mut self, values: &[f64], places: &[u64]) -> Vec<f64> {
        self.taken.clear();
        self.taken.extend_from_slice(values);
        self.taken.sort_unstable_by(f64::total_cmp);
        let at = |place: &u64| self.taken.get(*place as usize).copied().unwrap_or(f64::NAN);
        places.iter().map(at).collect()
    }
}

/// The lowest and the highest value; both no numbers where a value is none.
fn extremes(values: &[f64]) -> (f64, f64) {
    const SIDE_BY_SIDE: usize = 16;
    let (mut low, mut high) = ([f64::INFINITY; SIDE_BY_SIDE], [f64::NEG_INFINITY; SIDE_BY_SIDE]);
    let mut sum = [0.0; SIDE_BY_SIDE];
    let (chunks, rest) = values.as_chunks::<SIDE_BY_SIDE>();
    let mut add = |chunk: &[f64]| {
        for (n, value) in chunk.iter().enumerate() {
            low[n] = if *value < low[n] { *value } else { low[n] };
            high[n] = if *value > high[n] { *value } else { high[n] };
            // No number if any is none, or if it is infinite.
            sum[n] += *value * 0.0;
        }
    };
    for chunk in chunks {
        add(chunk);
    }
    add(rest);
    if sum.iter().sum::<f64>().is_nan() {
        return (f64::NAN, f64::NAN);
    }
    let low = low.into_iter().fold(f64::INFINITY, f64::min);
    (low, high.into_iter().fold(f64::NEG_INFINITY, f64::max))
}
