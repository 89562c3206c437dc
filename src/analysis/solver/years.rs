//! Which years goal-seek changes.

use super::{Request, Unsolvable};
use crate::model::Projection;
use crate::plan::{IndicatorIx, Plan};

pub(super) fn first_step(
    plan: &Plan,
    present: &Projection,
    request: Request,
    due: usize,
) -> Result<usize, Unsolvable> {
    let first_left = present.last_actual(request.parameter.indicator) + 1;
    if first_left > due {
        return Err(Unsolvable::NoYearsLeft);
    }
    let Some(year) = request.way.year() else {
        return Ok(first_that_counts(
            present,
            request.target.indicator,
            first_left,
            due,
        ));
    };
    usize::try_from(i64::from(year) - i64::from(plan.base_year))
        .ok()
        .filter(|step| (first_left..=due).contains(step))
        .ok_or_else(|| Unsolvable::YearNotLeft {
            year,
            first: plan.year(first_left),
            last: plan.year(due),
        })
}

/// The first calendar year that a request changes; `None` if none remains.
#[must_use]
pub fn first_year(plan: &Plan, projection: &Projection, request: Request) -> Option<i32> {
    let due = plan.due_step(plan.target(request.target));
    let step = first_step(plan, projection, request, due).ok()?;
    Some(plan.year(step))
}

/// The first year changed by default: the one after the target's last data, as in its progress, unless the lever
/// itself has later ones. A figure published for a derived indicator stands, whatever led to it.
fn first_that_counts(present: &Projection, target: IndicatorIx, first_left: usize, due: usize) -> usize {
    let after_data = present.last_actual(target) + 1;
    if after_data <= due {
        first_left.max(after_data)
    } else {
        first_left
    }
}
