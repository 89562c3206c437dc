//! A document's levers: what their rates are, and what they would have to be.

use super::Document;
use crate::plan::{Dynamics, IndicatorIx};
use crate::scenario::{ByIndicator, Rates, Scenario};
use crate::session::{Change, Phase};
use crate::text::{Language, Words};

impl Document {
    /// A lever's rate in every year as scheduled; for output growth, the points that follow from it.
    #[must_use]
    pub fn rates(&self, lever: IndicatorIx) -> Vec<f64> {
        let steps = self.plan.steps();
        let rates = self.scenario.rates.get(lever);
        let base = self.plan_path.levels(lever).map_or(100.0, |levels| levels[0]);
        let even = self.plan.get(lever).even_rate(base, steps);
        (0..steps)
            .map(|step| match rates {
                None => even,
                Some(rates) => rates
                    .in_year(step)
                    .or_else(|| self.projection.annual_change(&self.plan, lever, step + 1))
                    .unwrap_or(even),
            })
            .collect()
    }

    /// The rates that take a lever to the level `goal` after `step` years: in the last year a constant rate for all years that
    /// are not past, in any other year a rate for that year alone. Nothing for a year that is past.
    #[must_use]
    pub fn rates_to(&self, lever: IndicatorIx, step: usize, goal: f64) -> Option<Rates> {
        let levels = self.projection.levels(lever)?;
        let dynamics = &self.plan.get(lever).dynamics;
        let last_actual = self.projection.last_actual(lever);
        let is_possible = step > last_actual && (goal > 0.0 || !dynamics.is_compound());
        if !is_possible {
            return None;
        }
        if step == self.plan.steps() {
            let rate = dynamics.constant_rate(levels[last_actual], goal, step - last_actual);
            return Some(Rates::Constant(rate));
        }
        let mut rates = self.rates(lever);
        rates[step - 1] = dynamics.constant_rate(levels[step - 1], goal, 1);
        Some(Rates::Yearly(rates))
    }

    /// The rates that move a lever's level after `step` years up by about `by` percent or points: in the last year by a
    /// constant rate for all years that are not past, in any other year by that year's own. Nothing for a year that is
    /// past, and for indicators that have no rates.
    #[must_use]
    pub fn nudged(&self, lever: IndicatorIx, step: usize, by: f64) -> Option<Rates> {
        let dynamics = &self.plan.get(lever).dynamics;
        let last_actual = self.projection.last_actual(lever);
        if !self.plan.get(lever).is_lever() || step <= last_actual {
            return None;
        }
        let by = if *dynamics == Dynamics::Decline { -by } else { by };
        // Sums of tenths are not exact in binary, and end up in files.
        let moved = |rate: f64| ((rate + by) * 1e6).round() / 1e6;
        if step == self.plan.steps() {
            let levels = self.projection.levels(lever)?;
            let rate = dynamics.constant_rate(levels[last_actual], levels[step], step - last_actual);
            return Some(Rates::Constant(moved(rate)));
        }
        let mut rates = self.rates(lever);
        rates[step - 1] = moved(rates[step - 1]);
        Some(Rates::Yearly(rates))
    }

    /// Whether a lever's rates differ from those in the saved file.
    #[must_use]
    pub fn differs_from_saved(&self, lever: IndicatorIx) -> bool {
        self.scenario.rates.get(lever) != self.saved.rates.get(lever)
    }

    /// The scenario with every lever on the plan's path, to see what differs from it.
    #[must_use]
    pub fn on_plan(&self) -> Scenario {
        Scenario {
            rates: ByIndicator::default(),
            ..self.scenario.clone()
        }
    }

    /// Puts a lever back on the plan's path.
    pub(in crate::session) fn reset(&mut self, lever: IndicatorIx) {
        self.edit(Change::Reset(lever), Phase::Done, |scenario| {
            scenario.rates.remove(lever);
        });
    }

    /// Gives a lever the rates of the saved file.
    pub(in crate::session) fn revert(&mut self, lever: IndicatorIx) {
        let saved = self.saved.rates.get(lever).cloned();
        self.edit(Change::Reset(lever), Phase::Done, |scenario| match saved {
            Some(rates) => {
                scenario.rates.set(lever, rates);
            }
            None => {
                scenario.rates.remove(lever);
            }
        });
    }

    /// Sets a note in one language; the other language keeps its text.
    pub(in crate::session) fn set_note(&mut self, lever: IndicatorIx, language: Language, text: String) {
        self.edit(Change::Note(lever), Phase::Done, |scenario| {
            let note = match scenario.notes.get(lever) {
                Some(old) => old.with(language, text),
                None => Words::Plain(text),
            };
            if note.is_empty() {
                scenario.notes.remove(lever);
            } else {
                scenario.notes.set(lever, note);
            }
        });
    }
}
