//! The targets of an indicator, placed on its chart.

use super::{Measure, Mode};
use crate::model::{Projection, Required, ledger};
use crate::plan::{Form, IndicatorIx, Plan, Target, TargetIx};
use crate::text::Language;
use crate::wording::{chart, promise, required_in_words};

/// How far a target's bracket extends either side of its year, in years.
const REGION: f64 = 0.18;

/// A target placed on a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// The target.
    pub target: TargetIx,
    /// What the plan promises, such as "fall about 21 %".
    pub promise: String,
    /// The year it is due; `None` if it is due in every year.
    pub due: Option<i32>,
    /// What is drawn for it.
    pub asks: TargetMeaning,
    /// First and last calendar year it applies to.
    pub years: (i32, i32),
    /// The value that meets it exactly; for a band, the lower edge.
    pub value: f64,
    /// Its value by year, if that differs: yearly growth due in every year starts anew from each level. Empty for all
    /// others.
    pub by_year: Vec<(i32, f64)>,
    /// The upper edge of a band.
    pub upper: Option<f64>,
    /// Whether it is a task to be done rather than a level to reach.
    pub is_done: bool,
    /// Whether values below meet it, rather than values above.
    pub is_ceiling: bool,
}

/// What a chart shows of a target.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetMeaning {
    /// Its own figure, in each of its years.
    Figure,
    /// Its own figure, as an average over its years.
    Average,
    /// Its figure is not a yearly change, so instead the rate it needs in the years left, in words: "needed in 2014–15:
    /// +10.30 points a year".
    Needed(String),
}

impl TargetLine {
    /// The horizontal extent of its brackets, in years, and the value of each; for a band, the lower edge.
    #[must_use]
    pub fn brackets(&self) -> Vec<((f64, f64), f64)> {
        let across = |first: i32, last: i32| (f64::from(first) - REGION, f64::from(last) + REGION);
        if self.by_year.is_empty() {
            return vec![(across(self.years.0, self.years.1), self.value)];
        }
        let each = self.by_year.iter();
        each.map(|(year, value)| (across(*year, *year), *value)).collect()
    }

    /// The figures a year's value is compared with, and whether values below meet them; empty for years in which it is
    /// not due.
    pub(super) fn edges_in(&self, year: i32) -> Vec<(f64, bool)> {
        if self.asks != TargetMeaning::Figure || !(self.years.0..=self.years.1).contains(&year) {
            return Vec::new();
        }
        let of_year = self.by_year.iter().find(|(of, _)| *of == year);
        let value = of_year.map_or(self.value, |(_, value)| *value);
        let upper = self.upper.map(|upper| (upper, true));
        let lower = (value, self.is_ceiling && self.upper.is_none());
        std::iter::once(lower).chain(upper).collect()
    }

    /// Whether it still lies ahead, or applies, in a year.
    #[must_use]
    pub fn is_about(&self, year: i32) -> bool {
        // A level due later is worth showing in advance; a rate applies only in its own years.
        let from = match self.asks {
            TargetMeaning::Figure => i32::MIN,
            TargetMeaning::Average | TargetMeaning::Needed(_) => self.years.0,
        };
        (from..=self.years.1).contains(&year)
    }

    /// The rate needed in the years left, in words; `None` if the target's own figure is shown.
    #[must_use]
    pub fn needed(&self) -> Option<&str> {
        match &self.asks {
            TargetMeaning::Needed(words) => Some(words),
            TargetMeaning::Figure | TargetMeaning::Average => None,
        }
    }
}

/// The targets of an indicator that have a place on the axis, in the plan's order.
pub(super) fn target_lines(
    plan: &Plan,
    projection: &Projection,
    ix: IndicatorIx,
    measure: &Measure<'_>,
    language: Language,
) -> Vec<TargetLine> {
    let Some(levels) = projection.levels(ix) else {
        return Vec::new();
    };
    let lines = plan.targets_of(ix).filter_map(|(at, target)| {
        if measure.mode() == Mode::Annual {
            return yearly(plan, projection, measure, at, language);
        }
        let due = plan.due_step(target);
        let place = |level: f64, step: usize| measure.goal(at, level, Some(levels[step - 1]));
        let (value, upper) = match target.form {
            // Both edges, whatever the base-year level.
            Form::Between(low, high) => {
                let (low, high) = (place(low, due)?, place(high, due)?);
                (low.min(high), Some(low.max(high)))
            }
            form => (place(form.level(levels[0], due), due)?, None),
        };
        // Yearly rates are compared with one figure in every year; levels are not.
        let by_year = if target.starts_anew() && !measure.leads_to(at) {
            let goals = (1..=due).map(|step| {
                let goal = target.form.level(levels[step - 1], 1);
                Some((plan.year(step), place(goal, step)?))
            });
            goals.collect::<Option<Vec<_>>>()?
        } else {
            Vec::new()
        };
        Some(TargetLine {
            value: by_year.last().map_or(value, |(_, value)| *value),
            upper,
            by_year,
            is_done: target.form == Form::Done && measure.shows_levels(),
            ..figure(plan, measure, at, language)
        })
    });
    lines.collect()
}

/// A target's own figure in its years.
fn figure(plan: &Plan, measure: &Measure<'_>, at: TargetIx, language: Language) -> TargetLine {
    let target = plan.target(at);
    let due = plan.due_year(target);
    TargetLine {
        target: at,
        promise: promise(plan.get(at.indicator), target, language),
        due: (!target.is_each_year()).then_some(due),
        asks: TargetMeaning::Figure,
        years: (
            if target.is_each_year() {
                plan.base_year + 1
            } else {
                due
            },
            due,
        ),
        value: target.form.value(),
        by_year: Vec::new(),
        upper: None,
        is_done: false,
        is_ceiling: measure.is_ceiling(at),
    }
}

/// A target in the annual mode. Only yearly growth targets are about yearly changes; for the others this shows the rate
/// needed in the years left, if any is.
fn yearly(
    plan: &Plan,
    projection: &Projection,
    measure: &Measure<'_>,
    at: TargetIx,
    language: Language,
) -> Option<TargetLine> {
    let target: &Target = plan.target(at);
    let line = figure(plan, measure, at, language);
    if matches!(target.form, Form::AverageGrowth(_)) {
        let asks = if target.is_each_year() {
            TargetMeaning::Figure
        } else {
            TargetMeaning::Average
        };
        let years = (plan.base_year + 1, line.years.1);
        return Some(TargetLine { asks, years, ..line });
    }
    let ledger = ledger(plan, projection, at)?;
    let Required::Rate(rate) = ledger.required else {
        return None;
    };
    let last = ledger.last()?;
    let next = ledger.change.step(last.level, rate);
    let rate = required_in_words(plan, projection, &ledger, None, language);
    let (from, to, needed) = if ledger.is_at_once() {
        // The rate names its own year.
        (last.year + 1, last.year + 1, chart::required(&rate, language))
    } else {
        let (from, to) = (last.year + 1, line.years.1);
        (from, to, chart::needed(&rate, (from, to), language))
    };
    Some(TargetLine {
        asks: TargetMeaning::Needed(needed),
        years: (from, to),
        value: measure.show(next, Some(last.level))?,
        is_ceiling: ledger.is_ceiling,
        ..line
    })
}
