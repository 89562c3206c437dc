//! What a lever's controls show.

use crate::model::{Origin, Required, enough_rate, even_rates};
use crate::plan::{Form, Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::session::{Document, View};
use crate::text::{Language, Message, say};
use crate::wording::{ChangeTerms, open_years, origin, rate_in_words};

/// A lever's state: the rate of the open years, and anything special about it.
pub(in crate::ui) struct Setting {
    /// The rate of the open years; if none is open, that of all years so far.
    pub rate: f64,
    /// The step of the last actual, which the first open year follows.
    pub last_actual: usize,
    /// Whether a year is still open.
    pub is_open: bool,
    /// The even rate of the open years.
    pub plan_rate: f64,
    /// Whether the plan has an even rate to mark: not without a target, nor once no year is open.
    pub has_even: bool,
    /// The rate needed after the last actual, rounded so that it is enough, and its decimals; if there are actuals and
    /// the target is not met yet.
    pub needed: Option<(f64, usize)>,
    /// The lowest and highest rate of the open years, if these differ.
    pub spread: Option<(f64, f64)>,
    /// Whether the scenario states no rates, so that the lever follows the plan's even path.
    pub is_assumed: bool,
    /// What a task done by the last actual rests on; `None` if it was not done, or is not a task.
    pub done_before: Option<Origin>,
}

impl Setting {
    pub(super) fn of(document: &Document, ix: IndicatorIx, indicator: &Indicator) -> Self {
        let (plan, scenario, projection) = (document.plan(), document.scenario(), document.projection());
        let from = projection.last_actual(ix);
        let even = even_rates(plan, scenario, ix).unwrap_or_else(|| vec![0.0; plan.steps()]);
        let open = even.get(from..).filter(|open| !open.is_empty()).unwrap_or(&even);
        let plan_rate = mean(indicator, open);
        let rates = scenario.rates.get(ix);
        let so_far = || {
            let levels = projection.levels(ix).filter(|_| from > 0)?;
            Some(indicator.change()?.rate(levels[0], levels[from], from))
        };
        // A lever's number is the rate of the open years: actuals override the rates of the others.
        let rate = document
            .open_rate(ix)
            .or_else(so_far)
            .unwrap_or_else(|| match rates {
                Some(Rates::Constant(rate)) => *rate,
                _ => mean(indicator, &document.rates(ix)),
            });
        let mut ledgers = plan
            .targets_of(ix)
            .filter_map(|(target, _)| document.evaluation().ledger(target));
        let needed = ledgers.find_map(|ledger| match ledger.required {
            Required::Rate(rate) if from > 0 => {
                let decimals = decimals(indicator);
                Some(enough_rate(plan, projection, ledger, decimals).unwrap_or((rate, decimals)))
            }
            _ => None,
        });
        let is_open = from < plan.steps();
        Self {
            rate,
            last_actual: from,
            is_open,
            has_even: is_open && !indicator.targets.is_empty() && !is_done_or_not(indicator),
            needed,
            plan_rate,
            spread: spread(&open_of(document, ix, from)),
            is_assumed: rates.is_none(),
            done_before: done_before(document, ix),
        }
    }

    /// The years the number applies to, and the number, with unit and direction: "2014–15: fall 3.00 % a year".
    pub(super) fn in_words(&self, document: &Document, ix: IndicatorIx, view: &View) -> String {
        let (plan, language) = (document.plan(), view.language);
        let indicator = plan.get(ix);
        if !self.is_open {
            return Message::new("lever-past")
                .with("year", plan.end_year)
                .say(language);
        }
        let rate = match (is_done_or_not(indicator), done_in(document, ix)) {
            (true, Some(year)) => {
                let done = Message::new("lever-done-in").with("year", year).say(language);
                if self.done_before.is_some() {
                    // The years left do not matter.
                    return done;
                }
                done
            }
            (true, None) => say(language, "figure-not-done").into_owned(),
            (false, _) => {
                let decimals = view.decimals.or(Some(decimals(indicator)));
                let counted = ChangeTerms::stated(indicator, language);
                rate_in_words(counted, self.rate, decimals, language)
            }
        };
        Message::new("lever-rate")
            .with(
                "years",
                open_years(plan.year(self.last_actual + 1), plan.end_year, language),
            )
            .with("rate", rate)
            .say(language)
    }

    /// Whether the rate was set or is assumed, in a word; `None` if no year is open. A task already done rests on what
    /// its year does.
    pub(super) fn basis(&self, language: Language) -> Option<String> {
        if let Some(known) = self.done_before {
            return self.is_open.then(|| origin(known, language));
        }
        let id = if self.is_assumed {
            "origin-assumed"
        } else {
            "lever-set"
        };
        self.is_open.then(|| say(language, id).into_owned())
    }
}

/// Whether a lever is a task, done or not, rather than a rate.
pub(super) fn is_done_or_not(indicator: &Indicator) -> bool {
    indicator.targets.iter().any(|target| target.form == Form::Done)
}

/// Whether a lever counts things from 0, so that its rates cannot be negative.
pub(super) fn counts(indicator: &Indicator) -> bool {
    let is_count = |form| matches!(form, Form::Count(_) | Form::Done);
    indicator.targets.iter().any(|target| is_count(target.form))
}

/// The year in which a task is done; `None` if it is not.
pub(super) fn done_in(document: &Document, ix: IndicatorIx) -> Option<i32> {
    let levels = document.projection().levels(ix)?;
    let step = levels.iter().position(|level| *level >= 1.0 - 1e-9)?;
    Some(document.plan().year(step))
}

fn done_before(document: &Document, ix: IndicatorIx) -> Option<Origin> {
    let (plan, projection) = (document.plan(), document.projection());
    let year = done_in(document, ix).filter(|_| is_done_or_not(plan.get(ix)))?;
    let step = usize::try_from(year - plan.base_year).ok()?;
    let origin = projection.origins(ix).get(step).copied();
    origin.filter(|_| step <= projection.last_actual(ix))
}

fn open_of(document: &Document, ix: IndicatorIx, from: usize) -> Vec<f64> {
    document.rates(ix).split_off(from.min(document.plan().steps()))
}

/// The lowest and highest of rates that differ.
fn spread(rates: &[f64]) -> Option<(f64, f64)> {
    if rates.is_empty() || is_one(rates) {
        return None;
    }
    let low = rates.iter().copied().fold(f64::INFINITY, f64::min);
    let high = rates.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some((low, high))
}

fn is_one(rates: &[f64]) -> bool {
    rates
        .windows(2)
        .all(|pair| pair[0].to_bits() == pair[1].to_bits())
}

/// The common rate if all years share one, otherwise the constant rate with the same result.
fn mean(indicator: &Indicator, rates: &[f64]) -> f64 {
    match (indicator.change(), rates) {
        (_, [first, ..]) if is_one(rates) => *first,
        (Some(change), rates) => change.mean(rates),
        (None, _) => 0.0,
    }
}

/// Small points a year need finer steps than percentages.
pub(super) fn step(indicator: &Indicator) -> f64 {
    let (low, high) = indicator.rate_range;
    match high - low {
        span if span <= 1.0 => 0.005,
        span if span <= 8.0 => 0.05,
        _ => 0.1,
    }
}

/// Decimals of a lever's rate, shown and typed.
pub(in crate::ui) fn decimals(indicator: &Indicator) -> usize {
    if step(indicator) < 0.01 { 3 } else { 2 }
}

/// The slider's range; a count never decreases.
pub(super) fn range(indicator: &Indicator) -> (f64, f64) {
    let (low, high) = indicator.rate_range;
    if counts(indicator) {
        (low.max(0.0), high.max(0.0))
    } else {
        (low, high)
    }
}
