//! Sobol' indices of the levers behind a figure: all years of a lever are one group.

use super::estimates::{IndexEstimate, PickFreeze, sobol_indices};
use super::figures::{FigureRows, OutcomeFigures};
use super::{ImportanceRun, LeverShare, ShareOfVariance};
use crate::analysis::draws::{DrawnLever, Draws, Half};
use crate::model::LANES;

/// The shares of every row of figures, by row and lever.
pub(super) fn sobol(
    run: ImportanceRun<'_>,
    figures: &OutcomeFigures<'_>,
    draws: &Draws,
    levers: &[&DrawnLever],
) -> Option<Vec<Option<Vec<LeverShare>>>> {
    let scrambles = run.scrambles(|scramble| evaluate(run.base, scramble, figures, draws, levers))?;
    let rows = (0..figures.rows()).map(|row| {
        let of_row: Vec<PickFreeze> = scrambles.iter().map(|rows| rows[row].clone()).collect();
        let found = sobol_indices(&of_row)?;
        let shares = levers.iter().zip(found).map(|(lever, found)| LeverShare {
            lever: lever.lever,
            share: ShareOfVariance::Sobol {
                first: found.first,
                total: found.total,
            },
        });
        Some(shares.collect())
    });
    Some(rows.collect())
}

/// The values of every row at the points of one scramble.
fn evaluate(
    base: usize,
    scramble: u32,
    figures: &OutcomeFigures<'_>,
    draws: &Draws,
    levers: &[&DrawnLever],
) -> Vec<PickFreeze> {
    let mut found = vec![
        PickFreeze {
            mixed: vec![Vec::with_capacity(base); levers.len()],
            ..PickFreeze::default()
        };
        figures.rows()
    ];
    let (mut net_a, mut net_b) = (draws.net(scramble, Half::A), draws.net(scramble, Half::B));
    let columns = vec![[0.0; LANES]; draws.parameters().len()];
    let (mut a, mut b) = (columns.clone(), columns);
    let (mut block, mut rows) = (figures.block(), FigureRows::new());
    for number in 0..base.div_ceil(LANES) {
        let lanes = LANES.min(base - number * LANES);
        net_a.fill(number as u64, &mut a);
        net_b.fill(number as u64, &mut b);
        figures.evaluate(&a, &mut block, &mut rows);
        for (found, row) in found.iter_mut().zip(&rows) {
            found.a.extend_from_slice(&row[..lanes]);
        }
        figures.evaluate(&b, &mut block, &mut rows);
        for (found, row) in found.iter_mut().zip(&rows) {
            found.b.extend_from_slice(&row[..lanes]);
        }
        for (group, lever) in levers.iter().enumerate() {
            // Swapped in for this evaluation and back after it.
            a[lever.columns.clone()].swap_with_slice(&mut b[lever.columns.clone()]);
            figures.evaluate(&a, &mut block, &mut rows);
            a[lever.columns.clone()].swap_with_slice(&mut b[lever.columns.clone()]);
            for (found, row) in found.iter_mut().zip(&rows) {
                found.mixed[group].extend_from_slice(&row[..lanes]);
            }
        }
    }
    found
}

impl ShareOfVariance {
    /// By what levers are put in order: the total, or the Shapley effect.
    #[must_use]
    pub const fn rank(&self) -> f64 {
        match self {
            Self::Sobol { total, .. } => total.value,
            Self::Shapley(effect) => effect.value,
        }
    }

    /// The part that a lever has only together with others: total less first order. None where it is not known, or
    /// where that is less than nothing.
    #[must_use]
    pub fn interaction(&self) -> Option<f64> {
        match self {
            Self::Sobol { first, total } => {
                let shown = |estimate: &IndexEstimate| estimate.value.max(0.0);
                let part = shown(total) - shown(first);
                (part > 0.0).then_some(part)
            }
            Self::Shapley(_) => None,
        }
    }
}
