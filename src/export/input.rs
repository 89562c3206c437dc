//! Input of exports.

use super::DrawnExport;
use crate::analysis::Implication;
use crate::model::{Assessment, Evaluation, Projection};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Scenario, Spread};
use crate::text::Language;

/// A scenario with everything computed from it, in the export's language.
#[derive(Clone, Copy)]
pub struct ExportInput<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// SHA-256 of the scenario's file, 64 hexadecimal digits: of the file if unchanged, else of the text as it would
    /// be saved.
    pub sha256: &'a str,
    /// The scenario's evaluation; the next three are parts of it.
    pub evaluation: &'a Evaluation,
    /// Levels under the scenario.
    pub projection: &'a Projection,
    /// Levels on the plan's own even path.
    pub plan_path: &'a Projection,
    /// Assessments in plan order.
    pub assessments: &'a [Assessment],
    /// Findings in sentences.
    pub implications: &'a [Implication],
    /// Other scenarios of the plan for comparison: name and levels.
    pub compared: &'a [(String, &'a Projection)],
    /// What draws of its uncertain rates lead to, once they are made.
    pub drawn: Option<&'a DrawnExport>,
    /// Language of the export.
    pub language: Language,
}

impl<'a> ExportInput<'a> {
    /// A scenario without comparisons.
    #[must_use]
    pub fn new(
        plan: &'a Plan,
        scenario: &'a Scenario,
        sha256: &'a str,
        evaluation: &'a Evaluation,
        implications: &'a [Implication],
        language: Language,
    ) -> Self {
        Self {
            plan,
            scenario,
            sha256,
            evaluation,
            projection: evaluation.projection(),
            plan_path: evaluation.plan_path(),
            assessments: evaluation.assessments(),
            implications,
            compared: &[],
            drawn: None,
            language,
        }
    }

    /// Whether a lever's rate is drawn: it has a spread, levels, and a year that no actual settles.
    #[must_use]
    pub fn is_drawn(&self, lever: IndicatorIx) -> bool {
        let spread = self.scenario.uncertainty.get(lever).map(|found| found.spread);
        spread.is_some_and(|spread| spread != Spread::Fixed)
            && self.projection.levels(lever).is_some()
            && self.projection.last_actual(lever) < self.plan.steps()
    }

    /// Whether any rate is drawn.
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.plan.levers().any(|(lever, _)| self.is_drawn(lever))
    }
}
