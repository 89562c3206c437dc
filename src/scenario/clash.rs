//! Whether correlations can hold together: their matrix, with 1 on the diagonal and 0 between levers that nothing is said
//! of, has to be positive semidefinite. Where it is not, the smallest set of levers that clash is found.

use std::ops::ControlFlow;

use super::Correlation;
use crate::plan::IndicatorIx;

/// Levers whose correlations contradict each other; without any one of them the rest would not.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrelationClash {
    /// The levers, three or more: as few as possible, where there are not too many sets to try.
    pub levers: Vec<IndicatorIx>,
    /// Index of that correlation between two of them which has to change least.
    pub correlation: usize,
    /// Lowest and highest value with which it goes with the others among these levers.
    pub range: (f64, f64),
}

/// Below this a variance left over is rounding, and its lever follows from the others.
const NOTHING: f64 = 1e-12;
/// The root of that: what may be left of a covariance with such a lever.
const NEXT_TO_NOTHING: f64 = 1e-6;
/// The most sets of levers tried to find the smallest that clashes.
const MOST_TRIED: usize = 100_000;

/// The first clash among correlations, each of two different levers, none given twice.
#[must_use]
pub fn correlation_clash(correlations: &[Correlation]) -> Option<CorrelationClash> {
    let matrix = CorrelationMatrix::new(correlations);
    let clashing = matrix.groups().into_iter().find_map(|group| {
        let mut factor = RowFactor::default();
        let at = group.iter().position(|lever| !factor.add(&matrix, *lever))?;
        Some(matrix.smallest(&group, at))
    })?;
    matrix.described(correlations, &clashing)
}

/// Lowest and highest correlation of two levers that goes with all the others, provided those go with each other. Nothing if
/// no other correlation ties the two together.
#[must_use]
pub fn correlation_range(correlations: &[Correlation], levers: [IndicatorIx; 2]) -> Option<(f64, f64)> {
    let matrix = CorrelationMatrix::new(correlations);
    let [Ok(one), Ok(other)] = levers.map(|lever| matrix.levers.binary_search(&lever)) else {
        return None;
    };
    matrix.groups().into_iter().find_map(|group| {
        let place = |lever| group.iter().position(|own| *own == lever);
        Some(matrix.range(&group, place(one)?, place(other)?))
    })
}

/// The levers that correlations speak of, and those between any two of them.
struct CorrelationMatrix {
    levers: Vec<IndicatorIx>,
    values: Vec<f64>,
}

impl CorrelationMatrix {
    fn new(correlations: &[Correlation]) -> Self {
        let mut levers: Vec<IndicatorIx> = correlations.iter().flat_map(|one| one.levers).collect();
        levers.sort_unstable();
        levers.dedup();
        let size = levers.len();
        let mut values = vec![0.0; size * size];
        for place in 0..size {
            values[place * size + place] = 1.0;
        }
        for one in correlations {
            let [Ok(a), Ok(b)] = one.levers.map(|lever| levers.binary_search(&lever)) else {
                continue;
            };
            values[a * size + b] = one.rho;
            values[b * size + a] = one.rho;
        }
        Self { levers, values }
    }

    fn between(&self, a: usize, b: usize) -> f64 {
        self.values[a * self.levers.len() + b]
    }

    /// Levers that are correlated with each other, directly or by way of others.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut left: Vec<usize> = (0..self.levers.len()).collect();
        let mut groups = Vec::new();
        while let Some(first) = left.first().copied() {
            let mut group = vec![first];
            let mut next = 0;
            left.remove(0);
            while let Some(lever) = group.get(next).copied() {
                let (with, without) = left
                    .into_iter()
                    .partition(|other| self.between(lever, *other).abs() > 0.0);
                left = without;
                group.extend::<Vec<usize>>(with);
                next += 1;
            }
            groups.push(group);
        }
        groups
    }

    /// The smallest clashing set of a group, of which the levers up to the one at a place clash.
    fn smallest(&self, group: &[usize], at: usize) -> Vec<usize> {
        let mut search = ClashSearch {
            matrix: self,
            group,
            tried: 0,
            factor: RowFactor::default(),
        };
        for size in 3..=at {
            match search.sets(size, 0) {
                ControlFlow::Break(true) => return search.factor.levers,
                ControlFlow::Break(false) => break,
                ControlFlow::Continue(()) => {}
            }
        }
        self.irreducible(&group[..=at])
    }

    /// A clashing set of which every lever is needed. The shortest beginning that clashes ends with a needed one, which
    /// goes to the front; until those in front clash on their own.
    fn irreducible(&self, clashing: &[usize]) -> Vec<usize> {
        let mut order = clashing.to_vec();
        for needed in 0..clashing.len() {
            let mut factor = RowFactor::default();
            let Some(last) = order.iter().position(|lever| !factor.add(self, *lever)) else {
                break;
            };
            order.truncate(last + 1);
            if last < needed {
                break;
            }
            order.rotate_right(1);
        }
        order
    }

    fn described(&self, correlations: &[Correlation], set: &[usize]) -> Option<CorrelationClash> {
        let mut levers: Vec<IndicatorIx> = set.iter().map(|lever| self.levers[*lever]).collect();
        levers.sort_unstable();
        let ranges = correlations.iter().enumerate().filter_map(|(n, one)| {
            let [a, b] = one
                .levers
                .map(|lever| set.iter().position(|own| self.levers[*own] == lever));
            let range = self.range(set, a?, b?);
            let off = (range.0 - one.rho).max(one.rho - range.1);
            Some((n, range, off))
        });
        let (correlation, range, _) = ranges.min_by(|a, b| a.2.total_cmp(&b.2))?;
        Some(CorrelationClash {
            levers,
            correlation,
            range,
        })
    }

    /// Lowest and highest correlation of two levers of a set, by their places in it, with which the determinant of the set
    /// is not negative. With y = L⁻¹ a the coordinates of a lever in the space of the others, they are
    /// y_a y_b ± √((1 − y_a²) (1 − y_b²)).
    fn range(&self, set: &[usize], a: usize, b: usize) -> (f64, f64) {
        let mut factor = RowFactor::default();
        for (place, lever) in set.iter().enumerate() {
            if place != a && place != b {
                factor.add(self, *lever);
            }
        }
        let (one, other) = (factor.part(self, set[a]), factor.part(self, set[b]));
        let middle: f64 = one.along.iter().zip(&other.along).map(|(a, b)| a * b).sum();
        let half = (one.left.max(0.0) * other.left.max(0.0)).sqrt();
        ((middle - half).max(-1.0), (middle + half).min(1.0))
    }
}

/// A lower triangular L with L Lᵀ the correlations of the levers added, row by row (Cholesky).
#[derive(Default)]
struct RowFactor {
    levers: Vec<usize>,
    rows: Vec<Vec<f64>>,
}

/// How a lever lies to others.
struct LeverPart {
    /// Its coordinates along them.
    along: Vec<f64>,
    /// The part of its variance that they leave.
    left: f64,
    /// Whether it agrees with those of them that follow from others.
    agrees: bool,
}

impl RowFactor {
    fn part(&self, matrix: &CorrelationMatrix, lever: usize) -> LeverPart {
        let mut along: Vec<f64> = Vec::with_capacity(self.rows.len() + 1);
        let (mut left, mut agrees) = (1.0, true);
        for (other, known) in self.levers.iter().zip(&self.rows) {
            let shared: f64 = known.iter().zip(&along).map(|(a, b)| a * b).sum();
            let rest = matrix.between(*other, lever) - shared;
            let own = known.last().copied().unwrap_or(0.0);
            let coordinate = if own > 0.0 {
                rest / own
            } else {
                agrees &= rest.abs() <= NEXT_TO_NOTHING;
                0.0
            };
            left -= coordinate * coordinate;
            along.push(coordinate);
        }
        LeverPart { along, left, agrees }
    }

    /// Adds a lever; whether its correlations go with those of the levers added before.
    fn add(&mut self, matrix: &CorrelationMatrix, lever: usize) -> bool {
        let LeverPart {
            mut along,
            left,
            agrees,
        } = self.part(matrix, lever);
        along.push(if left > NOTHING { left.sqrt() } else { 0.0 });
        self.levers.push(lever);
        self.rows.push(along);
        agrees && left >= -NOTHING
    }

    fn remove_last(&mut self) {
        self.levers.pop();
        self.rows.pop();
    }
}

/// A search through the sets of levers of a group, one size after the other.
struct ClashSearch<'a> {
    matrix: &'a CorrelationMatrix,
    group: &'a [usize],
    tried: usize,
    /// Of the levers chosen.
    factor: RowFactor,
}

impl ClashSearch<'_> {
    /// Tries the sets of a size that go on from those chosen with levers from a place on; all smaller sets are possible.
    /// Stops with those chosen at a clash, or with `false` when too many were tried.
    fn sets(&mut self, size: usize, place: usize) -> ControlFlow<bool> {
        for next in place..self.group.len() {
            self.tried += 1;
            if self.tried > MOST_TRIED {
                return ControlFlow::Break(false);
            }
            let is_possible = self.factor.add(self.matrix, self.group[next]);
            if self.factor.levers.len() < size {
                self.sets(size, next + 1)?;
            } else if !is_possible {
                return ControlFlow::Break(true);
            }
            self.factor.remove_last();
        }
        ControlFlow::Continue(())
    }
}
