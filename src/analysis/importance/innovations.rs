//! Innovations: the independent standard normal values of levers and years that correlations act on, and the rates that
//! follow from them.

use crate::analysis::draws::{DrawnLever, Draws, DrawsError, Sampling};
use crate::model::LANES;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Scenario, Years};

/// The drawn levers of a scenario, by their innovations: one for each open year, or one where one draw holds for all.
pub(super) struct Innovations {
    /// As if nothing were correlated, neither levers nor years, so that the net gives innovations.
    pub draws: Draws,
    /// By drawn lever, the correlation of a year with the year before.
    autocorrelation: Vec<f64>,
    /// By drawn lever, its row of correlations with all of them.
    correlations: Vec<Vec<f64>>,
}

impl Innovations {
    pub fn new(plan: &Plan, scenario: &Scenario, sampling: Sampling) -> Result<Self, DrawsError> {
        let mut unrelated = scenario.clone();
        for (lever, uncertainty) in scenario.uncertainty.iter() {
            if matches!(uncertainty.years, Years::Correlated(_)) {
                let mut independent = *uncertainty;
                independent.years = Years::Independent;
                unrelated.uncertainty.set(lever, independent);
            }
        }
        let draws = Draws::new(plan, &unrelated, &[], sampling)?;
        let autocorrelation = draws.levers().iter().map(|drawn| {
            let years = scenario.uncertainty.get(drawn.lever).map(|of| of.years);
            match years {
                Some(Years::Correlated(rho)) => rho,
                _ => 0.0,
            }
        });
        let between = |a: IndicatorIx, b: IndicatorIx| if a == b { 1.0 } else { scenario.correlation(a, b) };
        let correlations = draws.levers().iter().map(|one| {
            let others = draws.levers().iter();
            others.map(|other| between(one.lever, other.lever)).collect()
        });
        Ok(Self {
            autocorrelation: autocorrelation.collect(),
            correlations: correlations.collect(),
            draws,
        })
    }

    pub fn levers(&self) -> &[DrawnLever] {
        self.draws.levers()
    }

    /// The correlation of two drawn levers, by their places among them.
    pub fn correlation(&self, one: usize, other: usize) -> f64 {
        self.correlations[one][other]
    }

    /// How many innovations a draw has, in the order of [`DrawnLever::deviates`].
    pub fn count(&self) -> usize {
        self.levers().last().map_or(0, |lever| lever.deviates.end)
    }

    /// The slot of a lever's first innovation: levers that share a slot are drawn for the same year, or once.
    pub fn first_slot(&self, lever: usize) -> usize {
        let lever = &self.levers()[lever];
        if lever.is_one_draw() { 0 } else { lever.open.start }
    }

    /// What innovations after the first have to be multiplied by for all years to be alike: with z_t = ρ z_{t−1} + √(1 − ρ²) ε_t
    /// and every z the same, ε = z (1 − ρ) / √(1 − ρ²).
    pub fn alike(&self, lever: usize) -> f64 {
        let rho = self.autocorrelation[lever];
        (1.0 - rho) / (1.0 - rho * rho).sqrt()
    }

    /// Turns a lever's innovations into its rates, in its columns; spoils the innovations.
    pub fn rates(&self, lever: usize, innovations: &mut [[f64; LANES]], columns: &mut [[f64; LANES]]) {
        let drawn = &self.levers()[lever];
        let rho = self.autocorrelation[lever];
        let values = &mut innovations[drawn.deviates.clone()];
        if rho.abs() > 0.0 {
            let own = (1.0 - rho * rho).sqrt();
            for place in 1..values.len() {
                let (before, from_here) = values.split_at_mut(place);
                for (value, before) in from_here[0].iter_mut().zip(&before[place - 1]) {
                    *value = rho * before + own * *value;
                }
            }
        }
        for (n, column) in columns[drawn.columns.clone()].iter_mut().enumerate() {
            let values = &values[n.min(values.len().saturating_sub(1))];
            for (rate, z) in column.iter_mut().zip(values) {
                *rate = drawn.rate(n, *z);
            }
        }
    }
}
