//! The even path of a derived indicator to its own targets.

use crate::plan::{Change, Form, IndicatorIx, Plan, Scale, Target, root};

/// Fills a row of levels, starting with the base year's, in even steps from one due year to the next: at a constant
/// ratio, or in equal points where changes add up.
pub(super) fn fill(plan: &Plan, ix: IndicatorIx, levels: &mut [f64]) {
    let (base, indicator) = (levels[0], plan.get(ix));
    let due = |target: &Target| {
        let is_level_each_year = target.is_each_year() && target.form.is_level();
        if is_level_each_year {
            1
        } else {
            plan.due_step(target)
        }
    };
    let mut from = 0;
    while from + 1 < levels.len() {
        let next = indicator
            .targets
            .iter()
            .map(due)
            .filter(|step| *step > from)
            .min();
        let to = next.unwrap_or(levels.len() - 1);
        let mut goal = levels[from];
        for target in indicator.targets.iter().filter(|target| due(target) == to) {
            if target.holds(base, goal, to) {
                continue;
            }
            goal = match target.form {
                Form::Between(low, high) => goal.max(low).min(high),
                form => form.level(base, to),
            };
        }
        let steps = to - from;
        let by_ratio = indicator.scale == Scale::Ratio && goal / levels[from] > 0.0;
        let factor = root(goal / levels[from], steps);
        let points = Change::Points.rate(levels[from], goal, steps);
        for step in from + 1..=to {
            levels[step] = if by_ratio {
                levels[step - 1] * factor
            } else {
                levels[step - 1] + points
            };
        }
        from = to;
    }
}
