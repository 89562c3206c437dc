//! Standard errors: how far shares from independent scrambles of fewer points lie apart.

use super::outcome::{Ensemble, Likelihood};
use super::study::{Reach, Study};
use super::tally::Tally;
use super::work::{CancellableDraws, Run, blocks, side_by_side, threads_for};
use crate::analysis::draws::{ERROR_SCRAMBLES, Sampler};

/// The points of each scramble: a sixteenth of the draws, at most 8,192.
#[must_use]
pub fn scramble_size(size: u64) -> u64 {
    (size / u64::from(ERROR_SCRAMBLES)).clamp(1, 8_192)
}

impl Study<'_> {
    /// Works out the standard errors of an ensemble's shares. Of Sobol' points sd/4 · √(16 n / N) over 16 further scrambles of n
    /// points, because the binomial formula says far too much; of pseudo-random ones by the binomial formula. Nothing, and
    /// nothing changed, once it is no longer wanted.
    pub fn standard_errors(&self, ensemble: &mut Ensemble, how: CancellableDraws<'_>) -> Option<()> {
        let size = ensemble.size;
        if self.draws.sampling().sampler == Sampler::Random {
            set(self, ensemble, |likelihood, _| {
                (likelihood.p * (1.0 - likelihood.p) / size as f64).sqrt()
            });
            return Some(());
        }
        let count = scramble_size(size);
        let program = self.for_targets();
        let scrambles: Vec<u32> = (1..=ERROR_SCRAMBLES).collect();
        let threads = threads_for(u64::from(ERROR_SCRAMBLES) * count, how.threads);
        let parts = scrambles.chunks(scrambles.len().div_ceil(threads)).collect();
        let tallies = side_by_side(parts, how.is_wanted, |scrambles: &[u32], is_wanted| {
            let of = |scramble: &u32| {
                Run::new(self, &program, *scramble).tally(0..blocks(count), count, is_wanted)
            };
            scrambles.iter().map(of).collect::<Vec<_>>()
        })?;
        let tallies: Vec<Tally> = tallies.into_iter().flatten().collect();
        let further = f64::from(ERROR_SCRAMBLES) * count as f64 / size as f64;
        set(self, ensemble, |_, met| {
            let shares: Vec<f64> = tallies
                .iter()
                .map(|tally| met(tally) as f64 / count as f64)
                .collect();
            deviation(&shares) / f64::from(ERROR_SCRAMBLES).sqrt() * further.sqrt()
        });
        Some(())
    }
}

/// Sets the error of every share that draws reach.
fn set(
    study: &Study<'_>,
    ensemble: &mut Ensemble,
    error: impl Fn(Likelihood, &dyn Fn(&Tally) -> u64) -> f64,
) {
    for (n, (chance, subject)) in ensemble.targets.iter_mut().zip(&study.subjects).enumerate() {
        if let Some(likelihood) = &mut chance.met {
            likelihood.se = Some(match subject.reach {
                Reach::Never(_) => 0.0,
                Reach::Varies(_) => error(*likelihood, &|tally| tally.met[n]),
            });
        }
    }
    let together = &mut ensemble.together;
    let all = [&mut together.judged, &mut together.binding, &mut together.open];
    for (n, likelihood) in all.into_iter().enumerate() {
        if let Some(likelihood) = likelihood {
            likelihood.se = Some(error(*likelihood, &|tally| tally.together[n]));
        }
    }
}

/// The standard deviation of a sample.
pub(super) fn deviation(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (squares / (values.len() as f64 - 1.0)).sqrt()
}
