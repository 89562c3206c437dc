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
        let row = self.row(0.0);
        let last = self.actuals(ix, indicator, row, base, entries);
        let is_stated = self.is_stated(ix);
        if is_stated {
            self.frame.origins_mut(ix)[last + 1..].fill(Origin::Projected);
        }
        self.frame.supports[ix.position()] = IndicatorEvidence::of_lever(last, is_stated);
        self.row_of[ix.position()] = Some(row);
        if let Some((place, _)) = free_base {
            self.columns[place] = [base];
            self.based(ix, indicator, row, place, entries);
        } else if last < self.plan.steps() {
            self.move_lever(ix, indicator, row, last, (own_base, base));
        }
        if indicator.targets.iter().any(|target| target.form == Form::Done) {
            let (moved, done) = (self.rows[row], self.row(0.0));
            self.operate(Work::Done { of: row }, done, 0, moved);
            self.row_of[ix.position()] = Some(done);
        }
    }

    /// Whether the rates of a lever are stated: by the scenario, or because one of them varies.
    fn is_stated(&self, ix: IndicatorIx) -> bool {
        self.scenario.rates.get(ix).is_some() || self.free(ix).any(|(_, id)| id.kind != ParameterKind::Base)
    }

    /// Puts a lever's actuals in its row, and gives back the step of the last.
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
        // A contradiction is reported when figures are read or typed, with its place; none gets this far.
        series.resolve(levels, self.frame.origins_mut(ix)).unwrap_or(0)
    }

    /// The levels of a lever after its last actual.
    fn move_lever(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: usize,
        last: usize,
        (own_base, base): (Option<f64>, f64),
    ) {
        let change = indicator.change().unwrap_or(Change::Points);
        let from = last + 1;
        let fixed = Row {
            moved_by: 0,
            from: self.width,
        };
        let even = |rate| Work::Even { change, rate };
        if self.free(ix).next().is_none() {
            match self.scenario.rates.get(ix) {
                Some(Rates::Constant(rate)) => {
                    self.operate(even(Source::Fixed(*rate)), row, from, fixed);
                    return;
                }
                None => {
                    let levels = self.block.rows[row * self.width..].as_flattened_mut();
                    with_even(indicator, own_base, base, self.plan.period(), |even| {
                        let mut level = levels[last];
                        for (next, rate) in levels[from..].iter_mut().zip(&even[last..]) {
                            level = change.step(level, *rate);
                            *next = level;
                        }
                    });
                    return;
                }
                Some(_) => {}
            }
        }
        let one = {
            let mut free = self.free(ix);
            free.next().filter(|_| free.next().is_none())
        };
        if let Some((place, id)) = one
            && (id.kind, id.step) == (ParameterKind::Rate, None)
        {
            let moved_by = bit(place);
            self.operate(even(Source::Free(place)), row, from, Row { moved_by, from });
            return;
        }
        let (movers, moved_by) = self.movers(ix, (own_base, base));
        let is_moved = |mover: &Mover| match mover {
            Mover::Rate(rate) => matches!(rate, Source::Free(_)),
            Mover::Output(top, all) => [top, all].iter().any(|source| matches!(source, Source::Free(_))),
        };
        let moved_from = movers[last..]
            .iter()
            .position(is_moved)
            .map_or(self.width, |at| from + at);
        let first = self.tables.movers.len() + moved_from.min(self.width) - from;
        self.tables.movers.extend(&movers[last..]);
        let whole = Work::Yearly {
            change,
            first: self.tables.movers.len() - (self.plan.steps() - last),
        };
        self.operate(whole, row, from, fixed);
        if moved_by != 0 && moved_from < self.width {
            let moved = Row {
                moved_by,
                from: moved_from,
            };
            self.operate(Work::Yearly { change, first }, row, moved_from, moved);
        }
    }

    /// What moves a lever in each year, the first first, and the bits of what of it is free.
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
        // A rate of its own goes before the output growth that it would follow from.
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

    /// The levels of a lever whose base varies.
    fn based(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: usize,
        place: usize,
        entries: &[ActualEntry],
    ) {
        let own_base = self.columns[place][0];
        let (movers, moved_by) = self.movers(ix, (Some(own_base), own_base));
        let has_rates = self.is_stated(ix);
        self.tables.based.push(Based {
            indicator: indicator.clone(),
            period: self.plan.period(),
            base: Source::Free(place),
            actuals: entries.to_vec(),
            movers: has_rates.then_some(movers),
        });
        let work = Work::Based(self.tables.based.len() - 1);
        let moved = Row {
            moved_by: moved_by | bit(place),
            from: 0,
        };
        self.operate(work, row, 0, moved);
    }
}
