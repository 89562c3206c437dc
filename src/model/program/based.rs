//! A lever with a free base value: its actuals and its even path depend on it; rates are applied afterwards.

use crate::model::even::with_even;
use crate::plan::{Change, Indicator, LONGEST_SPAN, Period};
use crate::scenario::{ActualEntry, Origin, Series};

/// What its levels depend on.
#[derive(Clone, Debug)]
pub(super) struct Based {
    pub indicator: Indicator,
    pub period: Period,
    /// The column of the free base.
    pub base: usize,
    pub actuals: Vec<ActualEntry>,
    /// Whether it continues on the even path, which depends on the base.
    pub is_even: bool,
}

impl Based {
    pub fn fill<const LANES: usize>(&self, columns: &[[f64; LANES]], row: &mut [[f64; LANES]]) {
        let mut levels = [0.0; LONGEST_SPAN as usize + 1];
        // Full width, because actuals may lie beyond the steps read.
        let levels = &mut levels[..=self.period.steps()];
        let mut last = None;
        for lane in 0..LANES {
            let base = columns[self.base][lane];
            // Neighbouring lanes often share a base, on a map for example.
            if last.replace(base.to_bits()) != Some(base.to_bits()) {
                self.fill_lane(base, levels);
            }
            for (row, level) in row.iter_mut().zip(levels.iter()) {
                row[lane] = *level;
            }
        }
    }

    fn fill_lane(&self, base: f64, levels: &mut [f64]) {
        let mut origins = [Origin::Assumed; LONGEST_SPAN as usize + 1];
        levels[0] = base;
        if self.actuals.is_empty() && !self.is_even {
            return;
        }
        let series = Series {
            change: self.indicator.scale.change(),
            base,
            base_year: self.period.base_year,
            entries: &self.actuals,
        };
        let last = series.resolve(levels, &mut origins[..levels.len()]).unwrap_or(0);
        if !self.is_even {
            return;
        }
        let change = self.indicator.change().unwrap_or(Change::Points);
        with_even(&self.indicator, Some(base), base, self.period, |even| {
            for (step, rate) in even.iter().enumerate().skip(last) {
                levels[step + 1] = change.step(levels[step], *rate);
            }
        });
    }
}
