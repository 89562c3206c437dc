//! What a target requires in the remaining years.

use super::Unsolvable;
use crate::model::Projection;
use crate::model::criterion::Criterion;
use crate::model::required::Past;
use crate::plan::{Form, Plan, TargetIx};

/// The level to reach, the step of the year to reach it in, and whether lower levels do as well.
pub(super) struct SolveGoal {
    pub goal: f64,
    pub due: usize,
    pub is_ceiling: bool,
}

impl SolveGoal {
    /// A target due every year has to hold from next year on.
    pub fn of(plan: &Plan, present: &Projection, ix: TargetIx, levels: &[f64]) -> Result<Self, Unsolvable> {
        let (target, scale) = (plan.target(ix), plan.get(ix.indicator).scale);
        let is_ceiling = target.on_levels().is_ceiling();
        if !target.is_each_year() {
            let due = plan.due_step(target);
            let goal = match target.form {
                Form::Between(..) => Criterion::new(target, scale, levels[due], due).goal,
                form => form.level(levels[0], due),
            };
            return Ok(Self {
                goal,
                due,
                is_ceiling,
            });
        }
        let last = present.last_actual(ix.indicator);
        if Past::of(plan, present, ix, last) == Past::Missed {
            return Err(Unsolvable::Lost);
        }
        let due = (last + 1).min(plan.steps());
        if let Form::Between(low, high) = target.form {
            let (goal, is_ceiling) = edge(&levels[due..], low, high);
            return Ok(Self {
                goal,
                due,
                is_ceiling,
            });
        }
        Ok(Self {
            goal: Criterion::in_year(plan, target, scale, levels, due).goal,
            due,
            is_ceiling,
        })
    }
}

/// The edge of a band that levels cross or come nearest to, and whether it is the upper one.
fn edge(levels: &[f64], low: f64, high: f64) -> (f64, bool) {
    let below = levels.iter().map(|level| low - level).fold(f64::MIN, f64::max);
    let above = levels.iter().map(|level| level - high).fold(f64::MIN, f64::max);
    if above > below { (high, true) } else { (low, false) }
}
