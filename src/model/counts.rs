//! Targets counted by status and by what they rest on.

use super::{Assessment, Basis, RemainingBasis, Status};
use crate::plan::Plan;

/// Targets counted by status. met + close + missed + wrong direction = judged, and judged + assumed + unknown =
/// targets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub targets: usize,
    /// Targets that rest on data or stated rates, at least in part.
    pub judged: usize,
    /// Judged and met.
    pub met: usize,
    /// Judged and close.
    pub close: usize,
    /// Judged and missed.
    pub missed: usize,
    /// Judged and in the wrong direction.
    pub wrong_direction: usize,
    /// Targets on the plan's own path, because nothing was entered.
    pub assumed: usize,
    /// Targets without a base value.
    pub unknown: usize,
    /// Judged targets that rest in part on levers without any entry.
    pub partly_assumed: usize,
    /// Judged targets whose remaining years follow the plan's even path, at least in part.
    pub open_on_plan: usize,
    /// Judged and met only if the remaining years keep to the plan's even path.
    pub met_on_plan: usize,
    /// Of [`Self::met_on_plan`], those whose remaining years follow stated rates in part.
    pub met_on_both: usize,
    /// Judged and met only if the remaining years follow the stated rates.
    pub met_on_set: usize,
    /// Judged and met by an interpolated level only.
    pub met_between: usize,
}

/// All targets, and the binding ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All targets.
    pub all: Count,
    /// The binding ones among them.
    pub binding: Count,
    /// Whether the scenario changes base values of the plan, so that even the plan's own path differs from the plan.
    pub has_own_bases: bool,
}

impl Counts {
    /// Counts the assessed targets of a plan.
    #[must_use]
    pub fn of(plan: &Plan, assessments: &[Assessment]) -> Self {
        let mut counts = Self::default();
        for assessment in assessments {
            counts.all.add(assessment);
            if plan.target(assessment.target).binding {
                counts.binding.add(assessment);
            }
        }
        counts
    }
}

impl Count {
    fn add(&mut self, assessment: &Assessment) {
        self.targets += 1;
        match assessment.basis {
            Basis::None => self.unknown += 1,
            Basis::Assumed => self.assumed += 1,
            Basis::Actual | Basis::Scenario | Basis::PartlyAssumed => self.add_judged(assessment),
        }
    }

    fn add_judged(&mut self, assessment: &Assessment) {
        self.judged += 1;
        // A final outcome depends on no remaining years.
        let rest = assessment.rest.filter(|_| !assessment.is_decided());
        let is_open_on_plan = rest == Some(RemainingBasis::Assumed);
        match assessment.status {
            Status::Met => self.met += 1,
            Status::Close => self.close += 1,
            Status::Missed => self.missed += 1,
            Status::WrongDirection => self.wrong_direction += 1,
            // A target without levels has no basis.
            Status::Unknown => {}
        }
        self.partly_assumed += usize::from(assessment.basis == Basis::PartlyAssumed);
        self.open_on_plan += usize::from(is_open_on_plan);
        let is_met = assessment.status == Status::Met;
        self.met_on_plan += usize::from(is_open_on_plan && is_met);
        let goes_both_ways = is_open_on_plan && !assessment.open().set.is_empty();
        self.met_on_both += usize::from(goes_both_ways && is_met);
        self.met_between += usize::from(assessment.is_between && is_met);
        self.met_on_set += usize::from(rest == Some(RemainingBasis::Scenario) && is_met);
    }

    /// Whether nothing was entered at all, so that the plan is compared with itself.
    #[must_use]
    pub const fn is_plan_itself(&self) -> bool {
        self.judged == 0 && self.assumed > 0
    }
}
