//! Official progress and comparators as formulas over cells, as [`progress`] and [`Comparator::holds`] have them.

use crate::model::progress;
use crate::plan::{Comparator, Form, Indicator, Plan, Target, TargetIx};

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

/// Whether the base year meets the target already: its progress is then 1 and not 0.
pub(super) fn nowhere_to_go(plan: &Plan, target: TargetIx, base: f64) -> bool {
    progress(plan, target, base, base) > 0.5
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
    /// Official progress. `is_met` says whether the level meets the target; it is only asked where there is no way to
    /// go.
    pub(super) fn progress(&self, indicator: &Indicator, target: &Target, is_met: Option<String>) -> String {
        let Self { start, level, goal } = self;
        if let Some(is_met) = is_met {
            let off = format!("ABS({level}-{goal})");
            let is_there = format!("OR({is_met},{off}<=1E-9*ABS({goal}))");
            let way = format!("ABS({goal}-{start})");
            let (off, way) = if self.is_logarithmic(indicator, target) {
                (
                    format!("ABS(LN({level}/{goal}))"),
                    format!("ABS(LN({goal}/{start}))"),
                )
            } else {
                (off, way)
            };
            return format!("IF({is_there},1,IF({way}<=1E-9*ABS({goal}),0,1-{off}/{way}))");
        }
        if self.is_logarithmic(indicator, target) {
            format!("LN({level}/{start})/LN({goal}/{start})")
        } else {
            self.linear()
        }
    }

    fn is_logarithmic(&self, indicator: &Indicator, target: &Target) -> bool {
        indicator.is_compound() && !matches!(target.form, Form::Change(_))
    }

    /// Progress counted linearly, where there is a way to go.
    pub(super) fn linear(&self) -> String {
        let Self { start, level, goal } = self;
        format!("({level}-{start})/({goal}-{start})")
    }
}
