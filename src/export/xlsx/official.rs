//! Official progress and comparators as formulas over cells, as [`crate::model::progress`] and [`Comparator::holds`] have them.

use crate::model::on_levels;
use crate::plan::{Comparator, Form, Indicator, Target};

/// Whether a cell's value meets a target's, with the slack of [`Comparator::holds`].
pub(super) fn holds(comparator: Comparator, value: &str, target: &str) -> String {
    let slack = format!("1E-9*MAX(ABS({target}),ABS({value}))");
    match comparator {
        Comparator::AtLeast => format!("{value}>={target}-{slack}"),
        Comparator::MoreThan => format!("{value}>{target}+{slack}"),
        Comparator::AtMost => format!("{value}<={target}+{slack}"),
        Comparator::LessThan => format!("{value}<{target}-{slack}"),
    }
}

/// The way from the base year to a target, as cells.
pub(super) struct Way<'a> {
    /// The level of the base year.
    pub start: &'a str,
    /// The level whose progress is wanted.
    pub level: &'a str,
    /// The level that meets the target.
    pub goal: &'a str,
}

impl Way<'_> {
    /// Official progress, whether or not the base year leaves a way to go.
    pub(super) fn progress(&self, indicator: &Indicator, target: &Target) -> String {
        let Self { start, level, goal } = self;
        let further = if indicator.dynamics.is_compound() && !matches!(target.form, Form::Change(_)) {
            format!("LN({level}/{start})/LN({goal}/{start})")
        } else {
            self.share()
        };
        self.unless_there(target, &further)
    }

    /// Progress counted linearly; the same as the official one where there is no way to go.
    pub(super) fn linear(&self, target: &Target) -> String {
        self.unless_there(target, &self.share())
    }

    fn share(&self) -> String {
        let Self { start, level, goal } = self;
        format!("({level}-{start})/({goal}-{start})")
    }

    /// Where the base year meets the target already, or stands exactly where a strict one begins, progress is 1 while
    /// that is so, and below zero by the relative distance once it is not.
    fn unless_there(&self, target: &Target, further: &str) -> String {
        let Self { start, level, goal } = self;
        let is_there = |level: &str| {
            let is_met = holds(on_levels(target), level, goal);
            format!("OR({is_met},ABS({level}-{goal})<=1E-9*ABS({goal}))")
        };
        format!(
            "IF({},IF({},1,-ABS({level}-{goal})/MAX(ABS({goal}),1)),{further})",
            is_there(start),
            is_there(level)
        )
    }
}
