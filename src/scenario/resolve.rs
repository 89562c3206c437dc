//! From published figures to a series of levels: known values, interpolation, contradictions.

use super::{Actual, ActualEntry, Origin};
use crate::plan::{Change, LONGEST_SPAN};

/// Why figures do not form a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ActualsFault {
    /// Two figures for one year that differ by more than rounding.
    Contradiction {
        /// The year.
        year: i32,
        /// Index of the entry that does not fit.
        entry: usize,
        /// Level implied by that entry.
        says: f64,
        /// Level implied by the others.
        others_say: f64,
    },
    /// A change from a year whose level is unknown.
    NothingToChangeFrom {
        /// The year of the change.
        year: i32,
        /// Index of the entry.
        entry: usize,
    },
}

/// One indicator's figures, to be resolved into levels.
pub(crate) struct Series<'a> {
    /// Change rule: multiplying percent or adding points.
    pub change: Change,
    /// The base year's level.
    pub base: f64,
    /// The base year.
    pub base_year: i32,
    /// Figures in the order given; those after the base year lie within the plan.
    pub entries: &'a [ActualEntry],
}

/// The figures on one side of the base year, and the first year of their table of levels.
#[derive(Clone, Copy)]
struct Side {
    first: i32,
    is_after: bool,
}

impl Series<'_> {
    /// Fills `levels` and `origins` from the base year (index 0) to the last known year. Earlier years are ignored.
    ///
    /// Returns that year's step, 0 without figures.
    ///
    /// # Errors
    /// The first figure that contradicts the others or has no level to start from.
    pub fn resolve(&self, levels: &mut [f64], origins: &mut [Origin]) -> Result<usize, ActualsFault> {
        // On the stack, because every projection runs this several times.
        let (mut known, mut changes) = ([None; MOST_LEVELS], [None; MOST_LEVELS]);
        let (known, changes) = (&mut known[..levels.len()], &mut changes[..levels.len()]);
        let side = Side {
            first: self.base_year,
            is_after: true,
        };
        known[0] = Some(self.base);
        self.place_levels(side, known)?;
        self.place_changes(side, known, changes)?;
        let last = known.iter().rposition(Option::is_some).unwrap_or(0);
        for (entry, figure) in self.annual_changes(side) {
            if side.step(figure.year) > last {
                return Err(ActualsFault::NothingToChangeFrom {
                    year: figure.year,
                    entry,
                });
            }
        }
        origins[0] = Origin::Base;
        let mut before = 0;
        for step in 0..=last {
            let Some(level) = known[step] else { continue };
            levels[step] = level;
            if step > 0 {
                origins[step] = Origin::Actual;
            }
            self.bridge(before, step, levels, changes, origins);
            before = step;
        }
        Ok(last)
    }

    /// Whether there are figures for years before the base year.
    pub fn has_history(&self) -> bool {
        self.entries.iter().any(|entry| entry.year <= self.base_year)
    }

    /// Known levels of years before the base year, in year order, without interpolation.
    ///
    /// # Errors
    /// As [`Self::resolve`].
    pub fn history(&self) -> Result<Vec<(i32, f64)>, ActualsFault> {
        let earliest = self.entries.iter().map(|entry| entry.year).min();
        let Some(earliest) = earliest.filter(|year| *year <= self.base_year) else {
            return Ok(Vec::new());
        };
        // A change also determines the year before it.
        let side = Side {
            first: earliest - 1,
            is_after: false,
        };
        let count = side.step(self.base_year) + 1;
        let (mut known, mut changes) = (vec![None; count], vec![None; count]);
        known[count - 1] = Some(self.base);
        self.place_levels(side, &mut known)?;
        self.place_changes(side, &mut known, &mut changes)?;
        for (entry, figure) in self.annual_changes(side) {
            if known[side.step(figure.year)].is_none() {
                return Err(ActualsFault::NothingToChangeFrom {
                    year: figure.year,
                    entry,
                });
            }
        }
        let years = side.first..self.base_year;
        Ok(years
            .zip(known)
            .filter_map(|(year, level)| Some((year, level?)))
            .collect())
    }

    fn entries_on(&self, side: Side) -> impl Iterator<Item = (usize, &ActualEntry)> {
        let is_on_side =
            move |(_, entry): &(usize, &ActualEntry)| (entry.year > self.base_year) == side.is_after;
        self.entries.iter().enumerate().filter(is_on_side)
    }

    fn annual_changes(&self, side: Side) -> impl Iterator<Item = (usize, &ActualEntry)> {
        self.entries_on(side)
            .filter(|(_, entry)| matches!(entry.figure, Actual::AnnualChange(_)))
    }

    /// Places levels given directly or relative to the base year.
    fn place_levels(&self, side: Side, known: &mut [Option<f64>]) -> Result<(), ActualsFault> {
        for (entry, ActualEntry { year, figure }) in self.entries_on(side) {
            let level = match *figure {
                Actual::Level(level) => level,
                Actual::CumulativeChange(change) => self.change.step(self.base, change),
                Actual::AnnualChange(_) => continue,
            };
            match known[side.step(*year)] {
                Some(others_say) if (others_say - level).abs() > 2.0 * self.rounding(*figure, self.base) => {
                    return Err(ActualsFault::Contradiction {
                        year: *year,
                        entry,
                        says: level,
                        others_say,
                    });
                }
                Some(_) => {}
                None => known[side.step(*year)] = Some(level),
            }
        }
        Ok(())
    }

    /// Propagates annual changes forwards and backwards until nothing more follows.
    fn place_changes(
        &self,
        side: Side,
        known: &mut [Option<f64>],
        changes: &mut [Option<f64>],
    ) -> Result<(), ActualsFault> {
        loop {
            let mut is_settled = true;
            for (entry, ActualEntry { year, figure }) in self.annual_changes(side) {
                let step = side.step(*year);
                let change = figure.value();
                changes[step] = Some(change);
                match (known[step - 1], known[step]) {
                    (Some(before), Some(others_say)) => {
                        let says = self.change.step(before, change);
                        // Fast path: the level was just computed from this change.
                        let off = (says - others_say).abs();
                        let is_exact = off <= EXACT * others_say.abs();
                        // The levels may be rounded too.
                        if !is_exact && off > self.rounding(*figure, before) + self.level_rounding() {
                            return Err(ActualsFault::Contradiction {
                                year: *year,
                                entry,
                                says,
                                others_say,
                            });
                        }
                    }
                    (Some(before), None) => {
                        known[step] = Some(self.change.step(before, change));
                        is_settled = false;
                    }
                    (None, Some(level)) => {
                        known[step - 1] = Some(self.change.back(level, change));
                        is_settled = false;
                    }
                    (None, None) => {}
                }
            }
            if is_settled {
                return Ok(());
            }
        }
    }

    /// Fills the years between two known levels: given annual changes are kept, the rest share a constant rate.
    fn bridge(
        &self,
        from: usize,
        to: usize,
        levels: &mut [f64],
        changes: &[Option<f64>],
        origins: &mut [Origin],
    ) {
        if to - from < 2 {
            return;
        }
        let given = changes[from + 1..=to].iter().flatten();
        let open = changes[from + 1..=to].iter().filter(|c| c.is_none()).count();
        let (nothing, whole) = if self.change.is_points() {
            (0.0, levels[to] - levels[from])
        } else {
            (1.0, levels[to] / levels[from])
        };
        let by_given = given.fold(nothing, |sum, change| self.change.step(sum, *change));
        let rate = self.change.rate(by_given, whole, open);
        for step in from + 1..to {
            levels[step] = self.change.step(levels[step - 1], changes[step].unwrap_or(rate));
            origins[step] = Origin::Interpolated;
        }
    }

    /// Rounding error of the level implied by a figure.
    fn rounding(&self, figure: Actual, from: f64) -> f64 {
        let half_digit = half_of_last_digit(figure.value());
        match figure {
            Actual::Level(_) => half_digit,
            _ if self.change.is_points() => half_digit,
            _ => from.abs() * half_digit / 100.0,
        }
    }

    /// Rounding error of two neighbouring levels, if any are given.
    fn level_rounding(&self) -> f64 {
        self.entries
            .iter()
            .filter(|entry| !matches!(entry.figure, Actual::AnnualChange(_)))
            .map(|entry| self.rounding(entry.figure, self.base))
            .fold(0.0, f64::max)
            * 2.0
    }
}

impl Side {
    /// Index of a year in a table of levels.
    fn step(self, year: i32) -> usize {
        usize::try_from(year - self.first).unwrap_or(0)
    }
}

/// The base year and every year of the longest plan.
const MOST_LEVELS: usize = LONGEST_SPAN as usize + 1;

/// Relative tolerance for floating-point error.
const EXACT: f64 = 1e-12;

/// From here on, whole numbers count as printed without decimals.
const PRINTED_WHOLE: f64 = 1000.0;

/// Half a unit of the last digit: 49.2 stands for 49.15…49.25. Files write whole numbers as 17.0, so small ones count
/// as given to one decimal.
fn half_of_last_digit(figure: f64) -> f64 {
    let of_whole = usize::from(figure.abs() < PRINTED_WHOLE);
    let decimals = format!("{figure}")
        .split_once('.')
        .map_or(of_whole, |(_, fraction)| fraction.len());
    0.5 * (0..decimals).fold(1.0, |unit, _| unit / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(
        change: Change,
        base: f64,
        figures: &[(i32, Actual)],
    ) -> Result<(Vec<f64>, Vec<Origin>), ActualsFault> {
        let entries: Vec<ActualEntry> = figures
            .iter()
            .map(|&(year, figure)| ActualEntry { year, figure })
            .collect();
        let mut levels = vec![f64::NAN; 6];
        let mut origins = vec![Origin::Projected; 6];
        let series = Series {
            change,
            base,
            base_year: 2010,
            entries: &entries,
        };
        let last = series.resolve(&mut levels, &mut origins)?;
        levels.truncate(last + 1);
        origins.truncate(last + 1);
        Ok((levels, origins))
    }

    fn assert_levels(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
        }
    }

    #[test]
    fn a_gap_is_bridged_at_a_constant_rate() -> Result<(), ActualsFault> {
        use Actual::{AnnualChange, CumulativeChange, Level};
        let (levels, origins) = resolve(
            Change::Growth,
            100.0,
            &[(2011, AnnualChange(-3.49)), (2013, CumulativeChange(-15.1))],
        )?;
        // 96.51 → 84.9 in two equal steps: 2012 is the geometric mean.
        assert_levels(&levels, &[100.0, 96.51, (96.51_f64 * 84.9).sqrt(), 84.9]);
        assert_eq!(origins[2], Origin::Interpolated);
        let (levels, _) = resolve(Change::Points, 48.6, &[(2013, Level(39.4))])?;
        // Points add up, so the bridge is a straight line: −9.2 / 3 a year.
        assert_levels(&levels, &[48.6, 48.6 - 9.2 / 3.0, 48.6 - 18.4 / 3.0, 39.4]);
        Ok(())
    }

    #[test]
    fn an_annual_change_inside_a_gap_is_kept() -> Result<(), ActualsFault> {
        use Actual::{AnnualChange, Level};
        let (levels, _) = resolve(
            Change::Growth,
            100.0,
            &[(2012, AnnualChange(10.0)), (2013, Level(121.0))],
        )?;
        // 2013 is known; 2011 and 2013 share what is left: 121 / (100 · 1.1) = 1.1 over two years.
        let rate = 1.1_f64.sqrt();
        assert_levels(&levels, &[100.0, 100.0 * rate, 110.0 * rate, 121.0]);
        Ok(())
    }

    #[test]
    fn an_annual_change_works_backwards_too() -> Result<(), ActualsFault> {
        use Actual::{AnnualChange, Level};
        let (levels, origins) = resolve(
            Change::Growth,
            100.0,
            &[(2012, Level(110.0)), (2012, AnnualChange(10.0))],
        )?;
        assert_levels(&levels, &[100.0, 100.0, 110.0]);
        assert_eq!(origins[1], Origin::Actual, "2011 follows from 2012");
        Ok(())
    }

    #[test]
    fn rounding_is_no_contradiction_and_more_is() {
        use Actual::{AnnualChange, Level};
        // 48.6 → 49.2 is +0.6 points; a yearbook may print 0.6.
        assert!(
            resolve(
                Change::Points,
                48.6,
                &[(2011, Level(49.2)), (2011, AnnualChange(0.6))]
            )
            .is_ok()
        );
        let fault = resolve(
            Change::Points,
            48.6,
            &[(2011, Level(49.2)), (2011, AnnualChange(1.6))],
        );
        assert!(matches!(
            fault,
            Err(ActualsFault::Contradiction {
                year: 2011,
                entry: 1,
                ..
            })
        ));
    }

    #[test]
    fn a_change_from_nowhere_is_refused() {
        assert_eq!(
            resolve(Change::Growth, 100.0, &[(2013, Actual::AnnualChange(7.0))]),
            Err(ActualsFault::NothingToChangeFrom { year: 2013, entry: 0 })
        );
    }
}
