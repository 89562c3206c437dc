//! What a chart measures: levels, or what can be made of them.

use std::borrow::Cow;

use super::labels::points_a_year;
use crate::model::{Change, LevelKind, measured_in, progress};
use crate::plan::{Indicator, IndicatorIx, Plan, Target, TargetIx};
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
    ix: IndicatorIx,
    indicator: &'a Indicator,
    kind: LevelKind,
    base: f64,
    mode: Mode,
}

impl<'a> Measure<'a> {
    /// The measure of an indicator whose level in the base year is `base`; nothing where the mode makes no sense for
    /// it: progress without a target, an index of something that starts at zero.
    #[must_use]
    pub fn new(plan: &'a Plan, ix: IndicatorIx, kind: LevelKind, base: f64, mode: Mode) -> Option<Self> {
        let indicator = plan.get(ix);
        let makes_sense = match mode {
            Mode::Index => kind != LevelKind::Change && base.abs() > 0.0,
            Mode::Progress => !indicator.targets.is_empty(),
            Mode::Level | Mode::Cumulative | Mode::Annual => true,
        };
        let measure = Self {
            plan,
            ix,
            indicator,
            kind,
            base,
            mode,
        };
        (makes_sense && kind != LevelKind::Unknown).then_some(measure)
    }

    /// How changes are said.
    fn rule(&self) -> Change {
        measured_in(self.indicator, self.kind)
    }

    /// What the axis shows.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    fn in_percent(&self) -> bool {
        !self.rule().is_points()
    }

    /// How what is shown is a change, where it is one: percent or points, a rise being positive.
    #[must_use]
    pub fn change_shown(&self) -> Option<Change> {
        matches!(self.mode, Mode::Cumulative | Mode::Annual).then(|| self.rule())
    }

    /// Whether the axis shows levels as they are.
    #[must_use]
    pub fn shows_levels(&self) -> bool {
        self.mode == Mode::Level
    }

    /// The target that official progress leads to.
    fn main_target(&self) -> Option<(TargetIx, &'a Target)> {
        self.plan.main_target(self.ix)
    }

    /// What the axis shows for a level, given the level of the year before; nothing in the base year of an annual
    /// change.
    #[must_use]
    pub fn show(&self, level: f64, before: Option<f64>) -> Option<f64> {
        Some(match self.mode {
            Mode::Level => level,
            Mode::Index => level / self.base * 100.0,
            Mode::Cumulative => self.rule().between(self.base, level),
            Mode::Annual => self.rule().between(before?, level),
            Mode::Progress => {
                let (target, _) = self.main_target()?;
                progress(self.plan, target, self.base, level) * 100.0
            }
        })
    }

    /// The level that shows as `value`, the inverse of [`Self::show`]; nothing for progress, which is not dragged.
    #[must_use]
    pub fn level(&self, value: f64, before: Option<f64>) -> Option<f64> {
        Some(match self.mode {
            Mode::Level => value,
            Mode::Index => value / 100.0 * self.base,
            Mode::Cumulative => self.rule().step(self.base, value),
            Mode::Annual => self.rule().step(before?, value),
            Mode::Progress => return None,
        })
    }

    /// Where a target stands on the axis. For annual change it is the even rate that leads there; for official progress
    /// only the target that it is measured by has a place, at 100 %.
    #[must_use]
    pub fn target(&self, ix: TargetIx) -> Option<f64> {
        let target = self.plan.target(ix);
        let steps = self.plan.due_step(target);
        self.goal(ix, target.form.level(self.base, steps))
    }

    /// The same for another level to be reached, such as either edge of a band.
    #[must_use]
    pub fn goal(&self, ix: TargetIx, level: f64) -> Option<f64> {
        let target = self.plan.target(ix);
        match self.mode {
            Mode::Annual if target.is_each_year() && target.form.is_ratio() => Some(target.form.value()),
            Mode::Annual => Some(self.rule().rate(self.base, level, self.plan.due_step(target))),
            Mode::Progress => (self.main_target()?.0 == ix).then_some(100.0),
            _ => self.show(level, None),
        }
    }

    /// Whether values below a target meet it.
    #[must_use]
    pub fn is_ceiling(&self, ix: TargetIx) -> bool {
        self.mode != Mode::Progress && self.plan.target(ix).on_levels().is_ceiling()
    }

    /// The unit of the axis.
    #[must_use]
    pub fn unit(&self, language: Language) -> Cow<'a, str> {
        match self.mode {
            Mode::Level => super::unit(self.plan, self.indicator, self.kind, language),
            Mode::Index => Cow::Owned(
                Message::new("unit-index")
                    .with("year", self.plan.base_year)
                    .say(language),
            ),
            Mode::Progress => say(language, "unit-progress"),
            Mode::Cumulative if self.in_percent() => Cow::Owned(
                Message::new("unit-percent-since")
                    .with("year", self.plan.base_year)
                    .say(language),
            ),
            Mode::Cumulative => super::unit(self.plan, self.indicator, LevelKind::Change, language),
            Mode::Annual if self.in_percent() => say(language, "rate-percent"),
            Mode::Annual => points_a_year(self.indicator, language),
        }
    }
}
