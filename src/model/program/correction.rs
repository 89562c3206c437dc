//! Published figures of a derived indicator, which replace the value of its identity. With d the value of the
//! identity and a the published one, the correction k = a / d (or a − d where changes add up) is neutral in the base
//! year, interpolated between published years, and constant after the last.

use crate::model::discrepancy::Discrepancy;
use crate::plan::{Change, IndicatorIx, LONGEST_SPAN, years};
use crate::scenario::{ActualEntry, Origin, Series};

/// The figures entered for one derived indicator.
#[derive(Clone, Debug)]
pub(super) struct Correction {
    pub indicator: IndicatorIx,
    /// How official statistics express its changes.
    pub change: Change,
    pub base_year: i32,
    /// Steps with entered figures, or with levels implied by them, and those levels.
    pub entered: Vec<(usize, f64)>,
    /// The figures themselves, if their levels depend on a free base value.
    pub varying: Option<Vec<ActualEntry>>,
    /// The row of the identity; `None` if nothing in the program moves it.
    pub identity: Option<usize>,
}

impl Correction {
    /// Builds it from the figures and the identity's base-year level.
    pub fn new(
        (indicator, change): (IndicatorIx, Change),
        (base_year, width): (i32, usize),
        entries: &[ActualEntry],
        base: f64,
        identity: usize,
    ) -> Self {
        Self {
            indicator,
            change,
            base_year,
            entered: resolve(change, base_year, entries, base, width).collect(),
            varying: None,
            identity: Some(identity),
        }
    }

    /// The first step whose corrected level varies if the identity's varies from `from` on: k is interpolated, so it
    /// varies before a published year as soon as it varies in it.
    pub fn first_moved(&self, from: usize) -> usize {
        let before = self
            .entered
            .iter()
            .map(|(step, _)| *step)
            .take_while(|step| *step < from);
        let has_later = self.entered.iter().any(|(step, _)| *step >= from);
        match (before.last(), has_later) {
            (_, false) => from,
            // Moving the base year moves every year.
            (_, true) if from == 0 => 0,
            (before, true) => before.unwrap_or(0) + 1,
        }
    }

    pub fn fill<const LANES: usize>(&self, identity: &[[f64; LANES]], row: &mut [[f64; LANES]]) {
        let mut levels = [0.0; LONGEST_SPAN as usize + 1];
        let levels = &mut levels[..row.len()];
        for lane in 0..LANES {
            for (level, identity) in levels.iter_mut().zip(identity) {
                *level = identity[lane];
            }
            match &self.varying {
                None => self.apply(self.entered.iter().copied(), levels),
                Some(entries) => {
                    let entered = resolve(self.change, self.base_year, entries, levels[0], row.len());
                    self.apply(entered, levels);
                }
            }
            for (row, level) in row.iter_mut().zip(levels.iter()) {
                row[lane] = *level;
            }
        }
    }

    /// Corrects the identity's levels, base year first.
    fn apply(&self, entered: impl Iterator<Item = (usize, f64)>, levels: &mut [f64]) {
        let rule = Rule {
            adds: self.change.is_points(),
        };
        let mut before = (0, rule.none());
        for (step, level) in entered {
            before = rule.bridge(before, step, level, levels);
        }
        rule.keep(before, levels);
    }

    /// The discrepancy of each figure, given the identity's level by step.
    pub fn discrepancies(&self, identity: impl Fn(usize) -> f64) -> impl Iterator<Item = Discrepancy> {
        // Without figures that depend on the base value, levels are as entered.
        let base = identity(0);
        let varying = self.varying.iter().flat_map(move |entries| {
            let width = entries
                .iter()
                .map(|entry| entry.year - self.base_year)
                .max()
                .unwrap_or(0)
                + 1;
            resolve(
                self.change,
                self.base_year,
                entries,
                base,
                usize::try_from(width).unwrap_or(1),
            )
        });
        let fixed = self.entered.iter().copied().filter(|_| self.varying.is_none());
        fixed.chain(varying).map(move |(step, entered)| {
            let identity = identity(step);
            Discrepancy {
                indicator: self.indicator,
                year: self.base_year + i32::try_from(step).unwrap_or(0),
                entered,
                identity,
                size: self.change.between(identity, entered),
                in_points: self.change.is_points(),
            }
        })
    }
}

/// The steps whose levels were entered or are implied by entries, in a table of `width` steps.
fn resolve(
    change: Change,
    base_year: i32,
    entries: &[ActualEntry],
    base: f64,
    width: usize,
) -> impl Iterator<Item = (usize, f64)> + use<> {
    let mut levels = [f64::NAN; LONGEST_SPAN as usize + 1];
    let mut origins = [Origin::Assumed; LONGEST_SPAN as usize + 1];
    let series = Series {
        change,
        base,
        base_year,
        entries,
    };
    // Contradictory figures are rejected when read or typed, so none get this far.
    let last = series
        .resolve(&mut levels[..width], &mut origins[..width])
        .unwrap_or(0);
    let steps = (1..=last).filter(move |step| origins[*step] == Origin::Actual);
    steps.map(move |step| (step, levels[step]))
}

/// How an identity's value is corrected: multiplied by k, or k added.
#[derive(Clone, Copy)]
struct Rule {
    adds: bool,
}

impl Rule {
    /// The neutral k.
    const fn none(self) -> f64 {
        if self.adds { 0.0 } else { 1.0 }
    }

    /// The k that turns the identity's value into the published one.
    fn of(self, entered: f64, identity: f64) -> f64 {
        if self.adds {
            entered - identity
        } else {
            entered / identity
        }
    }

    fn apply(self, identity: f64, k: f64) -> f64 {
        if self.adds { identity + k } else { identity * k }
    }

    /// Sets a published level, and corrects the identity's levels between it and the previous one, given by step and
    /// k. Returns its own step and k.
    fn bridge(self, before: (usize, f64), step: usize, entered: f64, levels: &mut [f64]) -> (usize, f64) {
        let (from, first) = before;
        let k = self.of(entered, levels[step]);
        for (passed, level) in levels[from..step].iter_mut().enumerate().skip(1) {
            let part = years(passed) / years(step - from);
            *level = self.apply(*level, self.between(first, k, part));
        }
        levels[step] = entered;
        (step, k)
    }

    /// Applies the last k to all later steps.
    fn keep(self, (step, k): (usize, f64), levels: &mut [f64]) {
        for level in &mut levels[step + 1..] {
            *level = self.apply(*level, k);
        }
    }

    /// Interpolates k at a constant rate.
    fn between(self, from: f64, to: f64, part: f64) -> f64 {
        if self.adds {
            from + (to - from) * part
        } else {
            from * libm::pow(to / from, part)
        }
    }
}
