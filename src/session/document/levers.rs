//! A document's levers: their rates, and the rates they would need.

use super::Document;
use crate::analysis::{at_rate, open_rate, scheduled_rates};
use crate::plan::IndicatorIx;
use crate::scenario::{ByIndicator, Rates, Scenario, SeriesInfo};
use crate::session::{Edit, Phase};
use crate::text::{Language, LocalizedText};

impl Document {
    /// A lever's rate in every year as scheduled; for output growth, the resulting points.
    #[must_use]
    pub fn rates(&self, lever: IndicatorIx) -> Vec<f64> {
        let scheduled = scheduled_rates(&self.plan, &self.scenario, self.projection(), lever);
        if !scheduled.is_empty() {
            return scheduled;
        }
        // Without a base value there is no even path, but what was set is shown all the same.
        let set = self.scenario.rates.get(lever);
        let in_year = |step| set.and_then(|rates| rates.in_year(step)).unwrap_or(0.0);
        (0..self.plan.steps()).map(in_year).collect()
    }

    /// The rate of a lever's open years: the common rate if they share one, otherwise the constant rate with the same
    /// result. `None` if no year is open, and for an indicator without rates or levels.
    #[must_use]
    pub fn open_rate(&self, lever: IndicatorIx) -> Option<f64> {
        open_rate(&self.plan, &self.scenario, self.projection(), lever)
    }

    /// A lever's rates with this one in every open year. A schedule keeps its entries for past years, to be compared
    /// with what happened, and a schedule by output growth stays one.
    #[must_use]
    pub fn rates_at(&self, lever: IndicatorIx, rate: f64) -> Rates {
        let is_schedule = matches!(
            self.scenario.rates.get(lever),
            Some(Rates::Yearly(_) | Rates::OutputGrowth { .. })
        );
        if !is_schedule {
            return Rates::Constant(rate);
        }
        // A rate the lever cannot have is refused, with the reason, when it is set.
        at_rate(&self.plan, &self.scenario, self.projection(), lever, rate)
            .map_or(Rates::Constant(rate), |found| found.rates)
    }

    /// The rates with which a task is done in this year, a step, or in no open year.
    #[must_use]
    pub fn rates_done_in(&self, lever: IndicatorIx, step: Option<usize>) -> Rates {
        let mut rates = self.rates(lever);
        let open = self.projection().last_actual(lever);
        for (n, rate) in rates.iter_mut().enumerate().skip(open) {
            *rate = if step == Some(n + 1) { 1.0 } else { 0.0 };
        }
        Rates::Yearly(rates)
    }

    /// The rates that take a lever to the level `goal` after `step` years: in the last year, one constant rate for all
    /// years that are not past; in any other year, a rate for that year alone. `None` for a past year.
    #[must_use]
    pub fn rates_to(&self, lever: IndicatorIx, step: usize, goal: f64) -> Option<Rates> {
        let levels = self.projection().levels(lever)?;
        let change = self.plan.get(lever).change()?;
        let last_actual = self.projection().last_actual(lever);
        let is_possible = step > last_actual && (goal > 0.0 || change.is_points());
        if !is_possible {
            return None;
        }
        if step == self.plan.steps() {
            let rate = change.rate(levels[last_actual], goal, step - last_actual);
            return Some(self.rates_at(lever, rate));
        }
        let mut rates = self.rates(lever);
        rates[step - 1] = change.rate(levels[step - 1], goal, 1);
        Some(Rates::Yearly(rates))
    }

    /// The rates that raise a lever's level after `step` years by about `by` percent or points: in the last year, by a
    /// constant rate for all years that are not past; in any other year, by that year's own. `None` for a past year,
    /// and for indicators without rates.
    #[must_use]
    pub fn nudged(&self, lever: IndicatorIx, step: usize, by: f64) -> Option<Rates> {
        let change = self.plan.get(lever).change()?;
        let last_actual = self.projection().last_actual(lever);
        if step <= last_actual {
            return None;
        }
        let by = if change.rises() { by } else { -by };
        // Sums of tenths are not exact in binary, and would end up in files.
        let moved = |rate: f64| ((rate + by) * 1e6).round() / 1e6;
        if step == self.plan.steps() {
            let levels = self.projection().levels(lever)?;
            let rate = change.rate(levels[last_actual], levels[step], step - last_actual);
            return Some(self.rates_at(lever, moved(rate)));
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

    /// The scenario with every lever on the plan's path, for comparison.
    #[must_use]
    pub fn on_plan(&self) -> Scenario {
        Scenario {
            rates: ByIndicator::default(),
            ..self.scenario.clone()
        }
    }

    /// Puts a lever back on the plan's path.
    pub(in crate::session) fn reset(&mut self, lever: IndicatorIx) {
        self.edit(Edit::Reset(lever), Phase::Done, |scenario| {
            scenario.rates.remove(lever);
        });
    }

    /// Gives a lever the rates of the saved file.
    pub(in crate::session) fn revert(&mut self, lever: IndicatorIx) {
        let saved = self.saved.rates.get(lever).cloned();
        self.edit(Edit::Reset(lever), Phase::Done, |scenario| match saved {
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
        self.edit(Edit::Note(lever), Phase::Done, |scenario| {
            write_note(scenario, lever, language, text);
        });
    }
}

/// Writes a note in one language; an empty one is removed.
pub(in crate::session) fn write_note(
    scenario: &mut Scenario,
    lever: IndicatorIx,
    language: Language,
    text: String,
) {
    let note = match scenario.notes.get(lever) {
        Some(old) => old.with(language, text),
        None => LocalizedText::Plain(text),
    };
    if note.is_empty() {
        scenario.notes.remove(lever);
    } else {
        scenario.notes.set(lever, note);
    }
}

/// Records an indicator's data source.
pub(in crate::session) fn write_info(scenario: &mut Scenario, ix: IndicatorIx, info: SeriesInfo) {
    if info.is_empty() {
        scenario.series.remove(ix);
    } else {
        scenario.series.set(ix, info);
    }
}
