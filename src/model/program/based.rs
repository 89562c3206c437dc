//! A lever from a base value that varies: its actuals and its even path follow from that.

use super::layout::{Mover, Source};
use crate::model::even::with_even;
use crate::plan::{Change, Indicator, LONGEST_SPAN, Period};
use crate::scenario::{ActualEntry, Origin, Series};

/// Everything that its levels follow from.
#[derive(Clone, Debug)]
pub(super) struct Based {
    pub indicator: Indicator,
    pub period: Period,
    pub base: Source,
    pub actuals: Vec<ActualEntry>,
    /// What moves it in the years after its last actual, the first of all years first; nothing where that is the even path,
    /// which depends on the base.
    pub movers: Option<Vec<Mover>>,
}

impl Based {
    pub fn fill<const LANES: usize>(&self, columns: &[[f64; LANES]], row: &mut [[f64; LANES]]) {
        let mut levels = [0.0; LONGEST_SPAN as usize + 1];
        let levels = &mut levels[..row.len()];
        let base = self.base.lanes(columns);
        for lane in 0..LANES {
            self.fill_lane(base[lane], |source| source.lanes(columns)[lane], levels);
            for (row, level) in row.iter_mut().zip(levels.iter()) {
                row[lane] = *level;
            }
        }
    }

    fn fill_lane(&self, base: f64, value: impl Fn(Source) -> f64, levels: &mut [f64]) {
        let mut origins = [Origin::Assumed; LONGEST_SPAN as usize + 1];
        levels[0] = base;
        let series = Series {
            change: self.indicator.scale.change(),
            base,
            base_year: self.period.base_year,
            entries: &self.actuals,
        };
        let last = series.resolve(levels, &mut origins[..levels.len()]).unwrap_or(0);
        let change = self.indicator.change().unwrap_or(Change::Points);
        match &self.movers {
            None => with_even(&self.indicator, Some(base), base, self.period, |even| {
                for (step, rate) in even.iter().enumerate().skip(last) {
                    levels[step + 1] = change.step(levels[step], *rate);
                }
            }),
            Some(movers) => {
                for (step, mover) in movers.iter().enumerate().skip(last) {
                    levels[step + 1] = match *mover {
                        Mover::Rate(rate) => change.step(levels[step], value(rate)),
                        Mover::Output(top, all) => Change::outgrown(levels[step], value(top), value(all)),
                    };
                }
            }
        }
    }
}
