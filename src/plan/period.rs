//! The years that a plan spans.

use super::{Due, Plan, Target};

/// Base year and last year of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The year whose levels are the starting point.
    pub base_year: i32,
    /// The last year, in which targets are due unless they say otherwise.
    pub end_year: i32,
}

impl Period {
    /// The number of annual steps, n in the formulas.
    #[must_use]
    pub fn steps(self) -> usize {
        usize::try_from(self.end_year - self.base_year).unwrap_or(0)
    }

    /// Years from the base year to the due year, n in the formulas; the whole period for targets due every year or, in
    /// unchecked plans, beyond it.
    #[must_use]
    pub fn due_step(self, target: &Target) -> usize {
        match target.due {
            Due::End | Due::EachYear => self.steps(),
            Due::In(year) => usize::try_from(year.saturating_sub(self.base_year))
                .unwrap_or(0)
                .min(self.steps()),
        }
    }
}

impl Plan {
    /// The years that it spans.
    #[must_use]
    pub const fn period(&self) -> Period {
        Period {
            base_year: self.base_year,
            end_year: self.end_year,
        }
    }
}
