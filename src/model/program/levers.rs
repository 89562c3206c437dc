//! Levers: from base value, actuals and rates to operations.

use super::based::Based;
use super::compile::{Compiler, Row};
use super::evaluate::{Work, bit};
use super::layout::{Mover, Source};
use crate::model::even::with_even;
use crate::model::parameter::ParameterKind;
use crate::model::support::IndicatorEvidence;
use crate::plan::{Change, Form, Indicator, IndicatorIx, LevelKind};
use crate::scenario::{ActualEntry, Origin, Rates, Series};

impl Compiler<'_> {
    pub fn lever(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        let free_base = self.free(ix).find(|(_, id)| id.kind == ParameterKind::Base);
        let given = self.scenario.bases.get(ix).copied();
        let own_base = given.or_else(|| free_base.map(|_| indicator.start(None).1));
        let (kind, base) = indicator.start(own_base);
        let entries: &[ActualEntry] = self.scenario.actuals.get(ix).map_or(&[], Vec::as_slice);
        let origins = self.frame.origins_mut(ix);
        origins[0] = Origin::Base;
        if kind == LevelKind::Unknown {
            Origin::mark_entered(origins, entries.iter(), self.plan.base_year);
            self.frame.supports[ix.position()] = IndicatorEvidence::of_lever(0, self.is_stated(ix));
            return;
        }
        self.frame.kinds[ix.position()] = kind;
        let factors =
            [ParameterKind::Numerator, ParameterKind::Denominator].map(|kind| self.factor(ix, kind));
        let row = self.row(0.0);
        let last = self.actuals(ix, indicator, row, base, entries);
        let is_stated = self.is_stated(ix);
        if is_stated {
            self.frame.origins_mut(ix)[last + 1..].fill(Origin::Projected);
        }
        self.frame.supports[ix.position()] = IndicatorEvidence::of_lever(last, is_stated);
        self.row_of[ix.position()] = Some(row);
        let by_base = free_base.map_or(0, |(place, _)| bit(place));
        if let Some((place, _)) = free_base {
            self.columns[place] = [base];
            self.base(indicator, row, place, entries, is_stated.then_some(last));
        }
        if last < self.plan.steps() && (by_base == 0 || is_stated) {
            self.move_lever(ix, indicator, (row, factors), last, ((own_base, base), by_base));
        }
        if indicator.targets.iter().any(|target| target.form == Form::Done) {
            let (moved, done) = (self.rows[row], self.row(0.0));
            self.operate(Work::Done { of: row }, done, 0..self.width, moved);
            self.row_of[ix.position()] = Some(done);
        }
    }

    /// Whether a lever has stated rates: in the scenario, or because one of them is free.
    fn is_stated(&self, ix: IndicatorIx) -> bool {
        self.scenario.rates.get(ix).is_some() || self.free(ix).any(|(_, id)| id.kind != ParameterKind::Base)
    }

    /// Writes a lever's actuals to its row; returns the step of the last one.
    fn actuals(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: usize,
        base: f64,
        entries: &[ActualEntry],
    ) -> usize {
        let levels = self.block.rows[row * self.width..].as_flattened_mut();
        levels[0] = base;
        if entries.is_empty() {
            return 0;
        }
        let series = Series {
            change: indicator.scale.change(),
            base,
            base_year: self.plan.base_year,
            entries,
        };
        // Contradictory figures are rejected when read or typed, so none get this far.
        series.resolve(levels, self.frame.origins_mut(ix)).unwrap_or(0)
    }

    /// Fills a row from a free base value: up to the last actual if stated rates follow, to the end if the even path
    /// does.
    fn base(
        &mut self,
        indicator: &Indicator,
        row: usize,
        place: usize,
        entries: &[ActualEntry],
        last_before_rates: Option<usize>,
    ) {
        self.tables.based.push(Based {
            indicator: indicator.clone(),
            period: self.plan.period(),
            base: place,
            actuals: entries.to_vec(),
            is_even: last_before_rates.is_none(),
        });
        let work = Work::Based(self.tables.based.len() - 1);
        let until = last_before_rates.map_or(self.width, |last| last + 1);
        let moved_by = bit(place);
        self.operate(work, row, 0..until, Row { moved_by, from: 0 });
    }

    /// Levels of a lever after its last actual, given its base value and the bit of a free one.
    fn move_lever(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        (row, factors): (usize, [Option<usize>; 2]),
        last: usize,
        (bases, by_base): ((Option<f64>, f64), u64),
    ) {
        let change = indicator.change().unwrap_or(Change::Points);
        let (from, width) = (last + 1, self.width);
        // A free base moves every step.
        let moved = |moved_by, from| Row {
            moved_by: moved_by | by_base,
            from: if by_base == 0 { from } else { 0 },
        };
        let even = |rate| Work::Even { change, rate };
        let (one, others) = {
            let mut free = self.free(ix).filter(|(_, id)| id.kind != ParameterKind::Base);
            (free.next(), free.next())
        };
        match (one, others, self.scenario.rates.get(ix)) {
            (None, _, Some(Rates::Constant(rate))) => {
                self.operate(even(Source::Fixed(*rate)), row, from..width, moved(0, width));
            }
            (None, _, None) => {
                let levels = self.block.rows[row * width..].as_flattened_mut();
                with_even(indicator, bases.0, bases.1, self.plan.period(), |even| {
                    for (step, rate) in (from..width).zip(&even[last..]) {
                        levels[step] = change.step(levels[step - 1], *rate);
                    }
                });
            }
            (Some((place, id)), None, _) if (id.kind, id.step) == (ParameterKind::Rate, None) => {
                self.operate(
                    even(Source::Free(place)),
                    row,
                    from..width,
                    moved(bit(place), from),
                );
            }
            _ => {
                let (movers, moved_by) = self.movers(ix, bases);
                let is_moved = |mover: &Mover| by_base != 0 || mover.is_free();
                let at = movers[last..].iter().position(is_moved);
                let work = self.yearly(change, factors, &movers[last..]);
                let fixed = Row {
                    moved_by: 0,
                    from: width,
                };
                self.operate(work, row, from..width, fixed);
                if let Some(at) = at {
                    let work = self.yearly(change, factors, &movers[last + at..]);
                    self.operate(work, row, from + at..width, moved(moved_by, from + at));
                }
            }
        }
    }

    /// The work of changing a lever year by year.
    fn yearly(&mut self, change: Change, factors: [Option<usize>; 2], movers: &[Mover]) -> Work {
        let first = self.tables.movers.len();
        self.tables.movers.extend(movers);
        Work::Yearly {
            change,
            first,
            factors,
        }
    }

    /// A row for output growth as a factor, if a single free parameter sets it in every year.
    fn factor(&mut self, ix: IndicatorIx, kind: ParameterKind) -> Option<usize> {
        let (growth, id) = {
            let mut free = self.free(ix).filter(|(_, id)| id.kind == kind);
            free.next().filter(|_| free.next().is_none())?
        };
        if id.step.is_some() {
            return None;
        }
        let row = self.row(0.0);
        let moved_by = bit(growth);
        self.operate(Work::Factor { growth }, row, 0..1, Row { moved_by, from: 0 });
        Some(row)
    }

    /// How a lever changes each year, and the bits of its free parameters.
    fn movers(&self, ix: IndicatorIx, (own_base, base): (Option<f64>, f64)) -> (Vec<Mover>, u64) {
        let (indicator, steps) = (self.plan.get(ix), self.plan.steps());
        let fixed = |rate: &f64| Mover::Rate(Source::Fixed(*rate));
        let mut movers: Vec<Mover> = match self.scenario.rates.get(ix) {
            None => with_even(indicator, own_base, base, self.plan.period(), |even| {
                even.iter().map(fixed).collect()
            }),
            Some(Rates::Constant(rate)) => vec![fixed(rate); steps],
            Some(Rates::Yearly(rates)) => rates.iter().map(fixed).collect(),
            Some(Rates::OutputGrowth { top, all }) => top
                .iter()
                .zip(all)
                .map(|(top, all)| Mover::Output(Source::Fixed(*top), Source::Fixed(*all)))
                .collect(),
        };
        let mut moved_by = 0;
        // A free rate takes precedence over output growth, so it is applied last.
        let by_kind = |kind: ParameterKind| self.free(ix).filter(move |(_, id)| id.kind == kind);
        let kinds = [
            ParameterKind::Numerator,
            ParameterKind::Denominator,
            ParameterKind::Rate,
        ];
        for (place, id) in kinds.into_iter().flat_map(by_kind) {
            moved_by |= bit(place);
            let years = match id.step {
                None => 0..steps,
                Some(step) => step.saturating_sub(1).min(steps)..step.min(steps),
            };
            for mover in &mut movers[years] {
                let (top, all) = match *mover {
                    Mover::Output(top, all) => (top, all),
                    Mover::Rate(_) => (Source::Fixed(0.0), Source::Fixed(0.0)),
                };
                *mover = match id.kind {
                    ParameterKind::Numerator => Mover::Output(Source::Free(place), all),
                    ParameterKind::Denominator => Mover::Output(top, Source::Free(place)),
                    ParameterKind::Rate | ParameterKind::Base => Mover::Rate(Source::Free(place)),
                };
            }
        }
        (movers, moved_by)
    }
}
