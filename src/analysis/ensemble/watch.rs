//! Levels that leave what is possible, many draws at once.

use crate::model::{Block, LANES, Program, Projection};
use crate::plan::{Dynamics, IndicatorIx, LARGEST_MULTIPLE, Plan};
use crate::scenario::Origin;

/// An indicator that draws move, and what is possible for it in the years that are open.
#[derive(Clone, Debug)]
pub(super) struct Watched {
    pub ix: IndicatorIx,
    /// Whether the plan gives it bounds.
    pub is_bounded: bool,
    limits: (f64, f64),
    /// By step, whether its level is open.
    open: Vec<bool>,
}

impl Watched {
    /// Every indicator that draws move.
    pub fn all(plan: &Plan, projection: &Projection, program: &Program) -> Vec<Self> {
        let of = |ix| {
            let bounds = program
                .limits()
                .find(|(of, _)| *of == ix)
                .map(|(_, limits)| limits);
            let open = projection.origins(ix).iter().map(|origin| is_open(*origin));
            Self {
                ix,
                is_bounded: bounds.is_some(),
                limits: limits(plan, projection, ix, bounds),
                open: open.collect(),
            }
        };
        program.moving().map(of).collect()
    }

    /// Clears the marks of lanes that leave what is possible, step by step, and keeps what is left after each cut.
    #[inline(always)]
    pub fn mark(&self, levels: &[[f64; LANES]], cuts: &[usize], marks: &mut [[u64; LANES]]) {
        let (low, high) = self.limits;
        let mut possible = [1; LANES];
        let mut from = 0;
        for (cut, marks) in cuts.iter().zip(marks) {
            let steps = levels.iter().zip(&self.open).take(cut + 1).skip(from);
            for (levels, _) in steps.filter(|(_, open)| **open) {
                for lane in 0..LANES {
                    possible[lane] &= u64::from(levels[lane] >= low) & u64::from(levels[lane] <= high);
                }
            }
            from = cut + 1;
            *marks = possible;
        }
    }
}

/// Whether the level of a year rests on rates, so that it may still become another.
pub(super) const fn is_open(origin: Origin) -> bool {
    matches!(
        origin,
        Origin::Projected | Origin::PartlyAssumed | Origin::Assumed
    )
}

/// The lowest and the highest level. What grows or falls in percent stays above zero: else a rate takes away all there is,
/// or more. Anything beyond [`LARGEST_MULTIPLE`] is no number to work with.
fn limits(plan: &Plan, projection: &Projection, ix: IndicatorIx, bounds: Option<(f64, f64)>) -> (f64, f64) {
    let indicator = plan.get(ix);
    let base = projection.levels(ix).and_then(|levels| levels.first().copied());
    let largest = LARGEST_MULTIPLE * base.unwrap_or(1.0).abs().max(1.0);
    let (low, high) = bounds.unwrap_or((-largest, largest));
    let is_ratio = matches!(indicator.dynamics, Dynamics::Growth | Dynamics::Decline);
    if is_ratio {
        (low.max(f64::MIN_POSITIVE), high)
    } else {
        (low, high)
    }
}

/// Whether an indicator that no draw moves leaves what is possible up to a step, so that what needs it cannot be.
pub(super) fn fixed_leaves(plan: &Plan, projection: &Projection, ix: IndicatorIx, until: usize) -> bool {
    let mut violations = projection.violations().iter();
    violations.any(|violation| {
        let step = (0..=until).find(|step| plan.year(*step) == violation.year);
        violation.indicator == ix && step.is_some_and(|step| is_open(projection.origins(ix)[step]))
    })
}

/// The levels of a moving indicator.
pub(super) fn levels<'b>(program: &Program, block: &'b Block<LANES>, ix: IndicatorIx) -> &'b [[f64; LANES]] {
    program.lanes(block, ix).unwrap_or(&[])
}
