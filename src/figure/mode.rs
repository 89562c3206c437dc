//! What a chart measures: levels, or what can be made of them.

use std::borrow::Cow;

use crate::model::{Basis, Convention, progress};
use crate::plan::{Indicator, IndicatorIx, Plan};
use crate::text::{Language, Message, say};

/// What stands on a chart's vertical axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Levels in the indicator's unit.
    #[default]
    Level,
    /// Levels relative to the base year, which is 100.
    Index,
    /// Change since the base year: percent, or points.
    Cumulative,
    /// Change against the year before: percent, or points.
    Annual,
    /// Official progress towards the target, percent.
    Progress,
}

impl Mode {
    /// Every mode, in menu order.
    pub const ALL: [Self; 5] = [
        Self::Level,
        Self::Index,
        Self::Cumulative,
        Self::Annual,
        Self::Progress,
    ];

    /// What it is called on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Index => "index",
            Self::Cumulative => "cumulative",
            Self::Annual => "annual",
            Self::Progress => "progress",
        }
    }

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Level => "mode-level",
            Self::Index => "mode-index",
            Self::Cumulative => "mode-cumulative",
            Self::Annual => "mode-annual",
            Self::Progress => "mode-progress",
        }
    }
}

/// One indicator seen in one mode: turns levels into what the axis shows, and back.
#[derive(Clone, Copy)]
pub struct Measure<'a> {
    plan: &'a Plan,
    indicator: &'a Indicator,
    basis: Basis,
    base: f64,
    mode: Mode,
}

impl<'a> Measure<'a> {
    /// The measure of an indicator whose level in the base year is `base`; nothing where the mode makes no sense for
    /// it: progress without a target, an index of something that starts at zero.
    #[must_use]
    pub fn new(plan: &'a Plan, ix: IndicatorIx, basis: Basis, base: f64, mode: Mode) -> Option<Self> {
        let indicator = plan.get(ix);
        let makes_sense = match mode {
            Mode::Index => basis != Basis::Change && base.abs() > 0.0,
            Mode::Progress => indicator.target.is_some(),
            Mode::Level | Mode::Cumulative | Mode::Annual => true,
        };
        let measure = Self {
            plan,
            indicator,
            basis,
            base,
            mode,
        };
        (makes_sense && basis != Basis::Unknown).then_some(measure)
    }

    fn in_percent(&self) -> bool {
        self.indicator.dynamics.is_compound() && self.basis != Basis::Change
    }

    /// How what is shown is a change, where it is one: percent or points, a rise being positive.
    #[must_use]
    pub fn change_shown(&self) -> Option<Convention> {
        let convention = if self.in_percent() {
            Convention::Growth
        } else {
            Convention::Points
        };
        matches!(self.mode, Mode::Cumulative | Mode::Annual).then_some(convention)
    }

    fn change(&self, from: f64, to: f64) -> f64 {
        if self.in_percent() {
            (to / from - 1.0) * 100.0
        } else {
            to - from
        }
    }

    fn changed(&self, from: f64, change: f64) -> f64 {
        if self.in_percent() {
            from * (1.0 + change / 100.0)
        } else {
            from + change
        }
    }

    /// What the axis shows for a level, given the level of the year before; nothing in the base year of an annual
    /// change.
    #[must_use]
    pub fn show(&self, level: f64, before: Option<f64>) -> Option<f64> {
        Some(match self.mode {
            Mode::Level => level,
            Mode::Index => level / self.base * 100.0,
            Mode::Cumulative => self.change(self.base, level),
            Mode::Annual => self.change(before?, level),
            Mode::Progress => {
                let target = self.indicator.target.as_ref()?;
                progress(self.indicator, target, self.base, level, self.plan.steps()) * 100.0
            }
        })
    }

    /// The level that shows as `value`, the inverse of [`Self::show`]; nothing for progress, which is not dragged.
    #[must_use]
    pub fn level(&self, value: f64, before: Option<f64>) -> Option<f64> {
        Some(match self.mode {
            Mode::Level => value,
            Mode::Index => value / 100.0 * self.base,
            Mode::Cumulative => self.changed(self.base, value),
            Mode::Annual => self.changed(before?, value),
            Mode::Progress => return None,
        })
    }

    /// Where the target stands on the axis. For annual change it is the even rate that leads there.
    #[must_use]
    pub fn target(&self) -> Option<f64> {
        let target = self.indicator.target.as_ref()?;
        let goal = target.form.level(self.base, self.plan.steps());
        match self.mode {
            Mode::Annual => {
                let steps = self.plan.steps();
                let even = if self.in_percent() {
                    (crate::plan::root(goal / self.base, steps) - 1.0) * 100.0
                } else {
                    (goal - self.base) / crate::plan::years(steps)
                };
                Some(even)
            }
            Mode::Progress => Some(100.0),
            _ => self.show(goal, None),
        }
    }

    /// Whether values below the target meet it.
    #[must_use]
    pub fn is_ceiling(&self) -> bool {
        let Some(target) = &self.indicator.target else {
            return false;
        };
        let goal = target.form.level(self.base, self.plan.steps());
        self.mode != Mode::Progress && (goal < self.base || target.comparator.is_ceiling())
    }

    /// The unit of the axis.
    #[must_use]
    pub fn unit(&self, language: Language) -> Cow<'a, str> {
        match self.mode {
            Mode::Level => super::unit(self.plan, self.indicator, self.basis, language),
            Mode::Index => Cow::Owned(
                Message::new("unit-index")
                    .with("year", self.plan.base_year)
                    .say(language),
            ),
            Mode::Progress => say(language, "unit-progress"),
            Mode::Cumulative | Mode::Annual => {
                let id = match (self.mode, self.in_percent()) {
                    (Mode::Annual, true) => "rate-percent",
                    (Mode::Annual, false) => "rate-points",
                    (_, true) => "unit-percent-since",
                    (_, false) => "unit-points",
                };
                Cow::Owned(Message::new(id).with("year", self.plan.base_year).say(language))
            }
        }
    }
}
