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

/// What a level is held against, as cells.
pub(super) enum TargetCells {
    /// The level that meets the target.
    Line(String),
    /// Both edges of a band.
    Band(String, String),
}

impl TargetCells {
    /// Whether a level meets the target.
    pub(super) fn is_met(&self, target: &Target, level: &str) -> String {
        match self {
            Self::Band(low, high) => format!(
                "AND({},{})",
                holds(Comparator::AtLeast, level, low),
                holds(Comparator::AtMost, level, high)
            ),
            Self::Line(goal) if matches!(target.form, Form::Count(_)) => {
                holds(target.comparator, &format!("INT({level}+1E-9)"), goal)
            }
            Self::Line(goal) => holds(target.on_levels(), level, goal),
        }
    }

    /// The level that meets the target; of a band the edge nearer to the given level.
    pub(super) fn nearest(&self, level: &str) -> String {
        match self {
            Self::Line(goal) => goal.clone(),
            Self::Band(low, high) => format!("IF(ABS({level}-{low})<=ABS({high}-{level}),{low},{high})"),
        }
    }
}

/// The edge of a band that is nearer to a level, as [`TargetCells::nearest`] has it.
pub(super) fn nearer(level: f64, low: f64, high: f64) -> f64 {
    if (level - low).abs() <= (high - level).abs() {
        low
    } else {
        high
    }
}

/// The way from the base year to a target, as cells.
pub(super) struct ProgressCells<'a> {
    /// The level from which the way is counted: the base year's, or the year before where yearly growth is asked for.
    pub start: &'a str,
    /// The level whose progress is wanted.
    pub level: &'a str,
    /// What meets the target.
    pub mark: &'a TargetCells,
}

impl ProgressCells<'_> {
    /// Official progress, whether or not the base year leaves a way to go.
    pub(super) fn progress(&self, indicator: &Indicator, target: &Target) -> String {
        self.measured(
            target,
            indicator.is_compound() && !matches!(target.form, Form::Change(_)),
        )
    }

    /// Progress counted linearly; the same as the official one where there is no way to go.
    pub(super) fn linear(&self, target: &Target) -> String {
        self.measured(target, false)
    }

    fn measured(&self, target: &Target, in_logarithms: bool) -> String {
        let Self { start, level, mark } = self;
        let goal = match mark {
            TargetCells::Band(low, high) => return self.to_band(target, low, high),
            TargetCells::Line(goal) => goal,
        };
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
        self.unless_there(target, goal, &share, &back)
    }

    /// 1 inside a band; outside it what is left of the base year's distance or, where that lies inside, of the band's
    /// width.
    fn to_band(&self, target: &Target, low: &str, high: &str) -> String {
        let Self { start, level, mark } = self;
        let distance = |level: &str| format!("MAX({low}-{level},{level}-{high},0)");
        format!(
            "IF({},1,IF({},IF({high}>{low},1-{distance}/({high}-{low}),0),1-{distance}/{}))",
            mark.is_met(target, level),
            mark.is_met(target, start),
            distance(start),
            distance = distance(level),
        )
    }

    /// `share` of the way, unless the base year meets the target already, or stands exactly where a strict one begins.
    /// Then progress is 1 while a level meets it; once it does not, `back`, which falls with the distance, and 0 where
    /// there never was a way.
    fn unless_there(&self, target: &Target, goal: &str, share: &str, back: &str) -> String {
        let Self { start, level, .. } = self;
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
