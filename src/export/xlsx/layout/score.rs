//! The columns of the scorecard.

use rust_xlsxwriter::ColNum;

use super::{DueTarget, Layout};
use crate::plan::{Form, Plan};

/// What stands in a column of the scorecard behind name and promise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::export::xlsx) enum ScoreColumn {
    /// The target's figure; the lower limit of a band.
    Figure,
    /// The upper limit of a band.
    Upper,
    /// The projected figure.
    Projected,
    Gap,
    Progress,
    Status,
    Binding,
    Wording,
    /// The year that is judged.
    Year,
    /// Its level.
    Level,
    /// The level that meets the target.
    Goal,
    /// What the level rests on.
    Basis,
}

impl ScoreColumn {
    const ALL: [Self; 12] = [
        Self::Figure,
        Self::Upper,
        Self::Projected,
        Self::Gap,
        Self::Progress,
        Self::Status,
        Self::Binding,
        Self::Wording,
        Self::Year,
        Self::Level,
        Self::Goal,
        Self::Basis,
    ];
}

/// Which columns the scorecard has.
pub(super) struct Scores {
    /// Those that the plan's targets need, in their order: those for upper limits and for years only where some target has
    /// one, or is not due at the plan's end.
    present: Vec<ScoreColumn>,
    has_years: bool,
}

impl Scores {
    pub(super) fn new<'a>(plan: &Plan, promises: impl Iterator<Item = DueTarget<'a>>) -> Self {
        let (mut has_bands, mut has_years) = (false, false);
        for promised in promises {
            has_bands |= matches!(promised.target.form, Form::Between(..));
            has_years |= !promised.is_due_at_end(plan);
        }
        let present = ScoreColumn::ALL.into_iter().filter(|score| match score {
            ScoreColumn::Upper => has_bands,
            ScoreColumn::Year => has_years,
            _ => true,
        });
        Self {
            present: present.collect(),
            has_years,
        }
    }
}

impl Layout<'_> {
    /// The columns that the plan's targets need, in their order.
    pub(in crate::export::xlsx) fn scores(&self) -> impl Iterator<Item = ScoreColumn> {
        self.scores.present.iter().copied()
    }

    /// Whether a target is due in another year than the plan's last.
    pub(in crate::export::xlsx) const fn judges_other_years(&self) -> bool {
        self.scores.has_years
    }

    pub(in crate::export::xlsx) fn score_column(&self, wanted: ScoreColumn) -> ColNum {
        let before = self.scores().take_while(|score| *score < wanted).count();
        // Name and promise come first.
        2 + ColNum::try_from(before).unwrap_or(0)
    }
}
