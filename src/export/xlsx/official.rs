//! Official progress and comparators as formulas over cells, as [`crate::model::progress`] and [`Comparator::holds`] have them.

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

/// Whether a cell's value stands exactly where a target begins.
pub(super) fn is_same(value: &str, target: &str) -> String {
    format!("ABS({value}-{target})<=1E-9*MAX(ABS({target}),ABS({value}))")
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
    /// Official progress, whether or not the base year leaves a way to go. Not of bands.
    pub(super) fn progress(&self, indicator: &Indicator, target: &Target) -> String {
        self.measured(
            target,
            indicator.is_compound() && !matches!(target.form, Form::Change(_)),
        )
    }

    /// Progress counted linearly; the same as the official one where there is no way to go. Not of bands.
    pub(super) fn linear(&self, target: &Target) -> String {
        self.measured(target, false)
    }

    fn measured(&self, target: &Target, in_logarithms: bool) -> String {
        let Self { start, level, goal } = self;
        match target.form {
            Form::Count(_) => return format!("INT({level}+1E-9)/{goal}"),
            Form::Done => return format!("IF({level}>=1-1E-9,1,0)"),
            _ => {}
        }
        let distance = |from: &str, to: &str| {
            if in_logarithms {
                format!("LN({to}/{from})")
            } else {
                format!("({to}-{from})")
            }
        };
        let way = distance(start, goal);
        let share = format!("{}/{way}", distance(start, level));
        let back = format!("1-ABS({}/{way})", distance(goal, level));
        self.unless_there(target, &share, &back)
    }

    /// `share` of the way, unless the base year meets the target already, or stands exactly where a strict one begins.
    /// Then progress is 1 while a level meets it; once it does not, `back`, which falls with the distance, and 0 where
    /// there never was a way.
    fn unless_there(&self, target: &Target, share: &str, back: &str) -> String {
        let Self { start, level, goal } = self;
        let base_meets = holds(target.on_levels(), start, goal);
        let level_meets = holds(target.on_levels(), level, goal);
        let has_no_way = is_same(start, goal);
        let on_line = if target.comparator.is_strict() {
            format!("OR({level_meets},{})", is_same(level, goal))
        } else {
            level_meets
        };
        format!(
            "IF(AND(NOT({base_meets}),NOT({has_no_way})),{share},IF({on_line},1,IF(NOT({has_no_way}),{back},0)))"
        )
    }
}
