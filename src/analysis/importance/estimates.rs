//! Estimates of how much of a figure's variance goes back to each of several groups of parameters, by pick and freeze.

/// The scrambles that an estimate is the mean of.
pub const INDEX_SCRAMBLES: u32 = 16;

/// The 97.5 % quantile of Student's distribution with one degree of freedom less than there are scrambles.
const STUDENT: f64 = 2.131;

/// Two values are the same where they differ by less, as a share of the larger.
const SAME: f64 = 1e-12;

/// A figure at the points of one scramble: one value for each of its base points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PickFreeze {
    /// At points A.
    pub a: Vec<f64>,
    /// At points B, independent of A.
    pub b: Vec<f64>,
    /// By group of parameters, at points A with that group taken from B.
    pub mixed: Vec<Vec<f64>>,
}

/// An estimate with its 95 % interval. It may lie below 0 where the true value is 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexEstimate {
    /// The mean of all scrambles.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl IndexEstimate {
    /// From one estimate per scramble: their mean m and m ± t sd / √n, with t the quantile of Student's distribution.
    #[must_use]
    pub fn of(found: &[f64]) -> Self {
        let count = found.len() as f64;
        let value = found.iter().sum::<f64>() / count;
        let squares: f64 = found.iter().map(|one| (one - value) * (one - value)).sum();
        let half = STUDENT * (squares / (count - 1.0) / count).sqrt();
        Self {
            value,
            low: value - half,
            high: value + half,
        }
    }
}

/// Sobol' indices of one group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupIndices {
    /// First order: the share of the variance that the group explains by itself.
    pub first: IndexEstimate,
    /// Total: the share that would be left if all other groups were known.
    pub total: IndexEstimate,
}

/// Sobol' indices of every group. The first order is that of Saltelli et al. (2010), S_i = mean(f_B (f_ABi − f_A)) / V, the
/// total that of Jansen (1999), T_i = mean((f_A − f_ABi)²) / 2 V, with V the variance of f_A and f_B together and their mean
/// taken off first. Nothing where the figure is the same at all points, or not a number at some.
#[must_use]
pub fn sobol_indices(scrambles: &[PickFreeze]) -> Option<Vec<GroupIndices>> {
    if !varies(scrambles.iter().flat_map(|of| of.a.iter().chain(&of.b))) {
        return None;
    }
    let groups = scrambles.first()?.mixed.len();
    let found: Vec<Vec<[f64; 2]>> = scrambles.iter().map(in_one_scramble).collect();
    let estimate = |group: usize, which: usize| {
        let found: Vec<f64> = found.iter().map(|groups| groups[group][which]).collect();
        IndexEstimate::of(&found)
    };
    let indices = (0..groups).map(|group| GroupIndices {
        first: estimate(group, 0),
        total: estimate(group, 1),
    });
    Some(indices.collect())
}

/// First order and total of every group, from the points of one scramble.
fn in_one_scramble(of: &PickFreeze) -> Vec<[f64; 2]> {
    let (mean, variance) = moments(of);
    let count = of.a.len() as f64;
    let indices = of.mixed.iter().map(|mixed| {
        let (mut first, mut total) = (0.0, 0.0);
        for ((a, b), mixed) in of.a.iter().zip(&of.b).zip(mixed) {
            first += (b - mean) * (mixed - a);
            total += (a - mixed) * (a - mixed);
        }
        let share = |sum: f64| {
            if variance > 0.0 {
                sum / count / variance
            } else {
                0.0
            }
        };
        [share(first), share(total / 2.0)]
    });
    indices.collect()
}

/// Mean and variance of a figure at points A and B together.
pub(super) fn moments(of: &PickFreeze) -> (f64, f64) {
    let count = (of.a.len() + of.b.len()) as f64;
    let all = || of.a.iter().chain(&of.b);
    let mean = all().sum::<f64>() / count;
    let squares: f64 = all().map(|value| (value - mean) * (value - mean)).sum();
    (mean, squares / count)
}

/// Whether values are numbers that differ by more than rounding. Their variance would not tell: that of equal values is not
/// quite 0.
pub(super) fn varies<'v>(values: impl Iterator<Item = &'v f64>) -> bool {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values {
        if !value.is_finite() {
            return false;
        }
        low = low.min(*value);
        high = high.max(*value);
    }
    high - low > SAME * low.abs().max(high.abs())
}
