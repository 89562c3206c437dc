//! Published figures of derived indicators, and what they say that the identity does not.

use crate::plan::{IndicatorIx, LONGEST_SPAN, Plan, years};
use crate::scenario::{ActualEntry, Origin, Series};

/// One published figure of a derived indicator beside its identity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discrepancy {
    /// The derived indicator.
    pub indicator: IndicatorIx,
    /// The calendar year.
    pub year: i32,
    /// The level that was entered, a in the guide.
    pub entered: f64,
    /// The level that the identity gives, d in the guide.
    pub identity: f64,
    /// What the data say that the identity does not: a / d − 1 in percent, or a − d in points where changes add up.
    pub size: f64,
    /// Whether [`Self::size`] is in points.
    pub in_points: bool,
}

/// Every published figure of a derived indicator beside its identity, in the order of the identities and the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Discrepancies(Vec<Discrepancy>);

impl Discrepancies {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Discrepancy> {
        self.0.iter()
    }

    /// Those of one indicator, by year.
    pub fn of(&self, ix: IndicatorIx) -> impl Iterator<Item = &Discrepancy> {
        self.0.iter().filter(move |found| found.indicator == ix)
    }

    /// Corrects other levels of a derived indicator by the same published figures, base year first.
    pub(crate) fn correct_row(&self, plan: &Plan, ix: IndicatorIx, levels: &mut [f64]) {
        let rule = Correction {
            adds: plan.get(ix).scale.change().is_points(),
        };
        let mut before = (0, rule.none());
        for found in self.of(ix) {
            let step = usize::try_from(found.year - plan.base_year).unwrap_or(0);
            before = rule.bridge(before, step, found.entered, levels);
        }
        rule.keep(before, levels);
    }

    /// Corrects the levels of a derived indicator. With d the value of its identity and a the entered one, k = a / d (or
    /// a − d where changes add up) is nothing in the base year, interpolated between entered years, and constant after
    /// the last. Gives back the step of the last entered year, 0 without any.
    pub(super) fn correct(
        &mut self,
        plan: &Plan,
        ix: IndicatorIx,
        entries: &[ActualEntry],
        levels: &mut [f64],
        origins: &mut [Origin],
    ) -> usize {
        let indicator = plan.get(ix);
        let change = indicator.scale.change();
        let mut entered = [f64::NAN; LONGEST_SPAN as usize + 1];
        let mut marks = [Origin::Assumed; LONGEST_SPAN as usize + 1];
        let (entered, marks) = (&mut entered[..levels.len()], &mut marks[..levels.len()]);
        let series = Series {
            change,
            base: levels[0],
            base_year: plan.base_year,
            entries,
        };
        // A contradiction is reported when figures are read or typed, with its place; none gets this far.
        let last = series.resolve(entered, marks).unwrap_or(0);
        let rule = Correction {
            adds: change.is_points(),
        };
        let mut before = (0, rule.none());
        for step in 1..=last {
            if marks[step] != Origin::Actual {
                continue;
            }
            let (a, d) = (entered[step], levels[step]);
            self.0.push(Discrepancy {
                indicator: ix,
                year: plan.year(step),
                entered: a,
                identity: d,
                size: change.between(d, a),
                in_points: change.is_points(),
            });
            origins[before.0 + 1..step].fill(Origin::Interpolated);
            origins[step] = Origin::Actual;
            before = rule.bridge(before, step, a, levels);
        }
        rule.keep(before, levels);
        last
    }
}

/// How an identity's value is corrected: multiplied by k, or k added.
#[derive(Clone, Copy)]
struct Correction {
    adds: bool,
}

impl Correction {
    /// The k that changes nothing.
    const fn none(self) -> f64 {
        if self.adds { 0.0 } else { 1.0 }
    }

    /// The k that leads from the identity's value to the entered one.
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

    /// Puts an entered level in its place, and bends the identity's levels between it and the entered one before, given
    /// as its step and k. Gives back its own step and k.
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

    /// Keeps the last k after its step.
    fn keep(self, (step, k): (usize, f64), levels: &mut [f64]) {
        for level in &mut levels[step + 1..] {
            *level = self.apply(*level, k);
        }
    }

    /// The k after a part of the way from one to another, at a constant rate.
    fn between(self, from: f64, to: f64, part: f64) -> f64 {
        if self.adds {
            from + (to - from) * part
        } else {
            from * libm::pow(to / from, part)
        }
    }
}
