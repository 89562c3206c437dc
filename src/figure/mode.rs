//! What a chart measures: levels, or something derived from them.

use std::borrow::Cow;

use crate::model::{Change, LevelKind, measured_in, progress_in_year};
use crate::plan::{Form, Indicator, IndicatorIx, Plan, TargetIx};
use crate::text::{Language, Message, say};
use crate::wording;

/// What a chart's vertical axis shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Levels in the indicator's unit.
    #[default]
    Level,
    /// Levels relative to the base year, which is 100.
    Index,
    /// Change since the base year: percent or points.
    Cumulative,
    /// Change on the year before: percent or points.
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

    /// Its name on the command line.
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

    /// The message id of its name.
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

    /// The message id of its name on a button.
    #[must_use]
    pub const fn short_label(self) -> &'static str {
        match self {
            Self::Cumulative => "mode-cumulative-short",
            other => other.label(),
        }
    }
}

/// One indicator in one mode: converts levels to axis values and back.
#[derive(Clone, Copy)]
pub struct Measure<'a> {
    plan: &'a Plan,
    indicator: &'a Indicator,
    kind: LevelKind,
    base: f64,
    mode: Mode,
    /// The target that official progress is measured towards.
    towards: Option<TargetIx>,
}

impl<'a> Measure<'a> {
    /// The measure of an indicator with the base-year level `base`; `None` if the mode makes no sense for it, such as
    /// progress without a target or an index of something that starts at zero.
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
            indicator,
            kind,
            base,
            mode,
            towards: plan.main_target(ix).map(|(main, _)| main),
        };
        (makes_sense && kind != LevelKind::Unknown).then_some(measure)
    }

    /// The same, with official progress measured towards the given target.
    #[must_use]
    pub const fn towards(self, target: Option<TargetIx>) -> Self {
        Self {
            towards: target,
            ..self
        }
    }

    /// How changes are expressed.
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

    /// If the axis shows changes, whether they are percent or points; rises are positive.
    #[must_use]
    pub fn change_shown(&self) -> Option<Change> {
        matches!(self.mode, Mode::Cumulative | Mode::Annual).then(|| self.rule())
    }

    /// Whether the axis shows plain levels.
    #[must_use]
    pub fn shows_levels(&self) -> bool {
        self.mode == Mode::Level
    }

    /// The axis value of a level, given the level of the year before. None in the base year for annual changes, or for
    /// progress measured by them.
    #[must_use]
    pub fn show(&self, level: f64, before: Option<f64>) -> Option<f64> {
        Some(match self.mode {
            Mode::Level => level,
            Mode::Index => level / self.base * 100.0,
            Mode::Cumulative => self.rule().between(self.base, level),
            Mode::Annual => self.rule().between(before?, level),
            Mode::Progress => {
                let main = self.towards?;
                let before = if self.plan.target(main).starts_anew() {
                    before?
                } else {
                    self.base
                };
                progress_in_year(self.plan, main, self.base, before, level) * 100.0
            }
        })
    }

    /// The level shown as `value`, the inverse of [`Self::show`]; none for progress, which cannot be dragged.
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

    /// Where a target's level, such as either edge of a band, goes on the axis, given the level of the year before. The
    /// target that official progress is measured towards is at 100 %; another falls somewhere along the way, or nowhere
    /// if further along does not mean more.
    #[must_use]
    pub fn goal(&self, ix: TargetIx, level: f64, before: Option<f64>) -> Option<f64> {
        match self.towards {
            _ if self.leads_to(ix) => Some(100.0),
            Some(main) if self.mode == Mode::Progress && !self.is_a_way(main) => None,
            _ => self.show(level, before),
        }
    }

    /// Whether the axis measures progress towards this target.
    #[must_use]
    pub fn leads_to(&self, ix: TargetIx) -> bool {
        self.mode == Mode::Progress && self.towards == Some(ix)
    }

    /// Whether progress towards a target grows from the base year to the target and beyond.
    fn is_a_way(&self, main: TargetIx) -> bool {
        let target = self.plan.target(main);
        let is_line = !matches!(target.form, Form::Between(..) | Form::Done);
        let is_met = target.holds(self.base, self.base, self.plan.due_step(target));
        is_line && !target.starts_anew() && !is_met
    }

    /// Whether values below a target meet it.
    #[must_use]
    pub fn is_ceiling(&self, ix: TargetIx) -> bool {
        let is_ceiling = |ix| self.plan.target(ix).on_levels().is_ceiling();
        match self.towards {
            // Progress towards a ceiling rises as levels fall.
            Some(main) if self.mode == Mode::Progress => main != ix && is_ceiling(ix) != is_ceiling(main),
            _ => is_ceiling(ix),
        }
    }

    /// The unit of the axis.
    #[must_use]
    pub fn unit(&self, language: Language) -> Cow<'a, str> {
        match self.mode {
            Mode::Level => wording::unit(self.plan, self.indicator, self.kind, language),
            Mode::Index => Cow::Owned(
                Message::new("unit-index")
                    .with("year", self.plan.base_year)
                    .say(language),
            ),
            Mode::Progress => self.unit_of_progress(language),
            Mode::Cumulative if self.in_percent() => Cow::Owned(
                Message::new("unit-percent-since")
                    .with("year", self.plan.base_year)
                    .say(language),
            ),
            Mode::Cumulative => wording::unit(self.plan, self.indicator, LevelKind::Change, language),
            Mode::Annual if self.in_percent() => say(language, "rate-percent"),
            Mode::Annual => wording::points_a_year(self.indicator, language),
        }
    }

    /// The unit of official progress; if the indicator has several targets, it names the one meant.
    fn unit_of_progress(&self, language: Language) -> Cow<'static, str> {
        let Some(target) = self.towards.map(|ix| self.plan.target(ix)) else {
            return say(language, "unit-progress");
        };
        if self.indicator.targets.len() == 1 {
            return say(language, "unit-progress");
        }
        let due = (!target.is_each_year()).then(|| self.plan.due_year(target));
        let promise = wording::promise(self.indicator, target, language);
        let target = wording::promise_due(&promise, due, language);
        Cow::Owned(
            Message::new("unit-progress-of")
                .with("target", target)
                .say(language),
        )
    }
}
