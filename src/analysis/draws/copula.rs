//! A Gaussian copula: correlated normal values out of independent ones.

use crate::model::LANES;
use crate::model::wide::widely;

/// What is left of a variance of 1 where others fix a value, up to rounding.
const NOTHING: f64 = 1e-12;

/// The lower triangle of a correlation matrix's Cholesky factor, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CopulaFactor {
    rows: Vec<Vec<f64>>,
}

impl CopulaFactor {
    /// Of a matrix with ones on its diagonal, given by its elements; nothing where it is not positive semidefinite.
    pub fn of(size: usize, correlation: impl Fn(usize, usize) -> f64) -> Option<Self> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(size);
        for i in 0..size {
            let mut row = Vec::with_capacity(i + 1);
            for (j, other) in rows.iter().enumerate() {
                let known: f64 = row.iter().zip(other).map(|(a, b): (&f64, &f64)| a * b).sum();
                let left = correlation(i, j) - known;
                if other[j] > 0.0 {
                    row.push(left / other[j]);
                } else if left.abs() <= NOTHING.sqrt() {
                    row.push(0.0);
                } else {
                    return None;
                }
            }
            let left = 1.0 - row.iter().map(|x| x * x).sum::<f64>();
            if left < -NOTHING.sqrt() {
                return None;
            }
            row.push(if left > NOTHING { left.sqrt() } else { 0.0 });
            rows.push(row);
        }
        Some(Self { rows })
    }

    /// Replaces independent values by correlated ones. `rows` are the places of the members' values in `values`.
    pub fn correlate(&self, places: &[usize], values: &mut [[f64; LANES]]) {
        widely(
            #[inline(always)]
            || {
                // From the last on, because each needs the independent values before it.
                for (row, place) in self.rows.iter().zip(places).rev() {
                    let mut sum = [0.0; LANES];
                    for (factor, place) in row.iter().zip(places) {
                        for (sum, value) in sum.iter_mut().zip(&values[*place]) {
                            *sum += factor * value;
                        }
                    }
                    values[*place] = sum;
                }
            },
        );
    }
}
