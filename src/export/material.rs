//! What an export is made from.

use crate::analysis::Implication;
use crate::model::{Assessment, Evaluation, Projection};
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::text::Language;

/// A scenario with everything computed from it, in the language the export speaks.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// SHA-256 of the scenario's file, 64 hexadecimal digits: as it is where it was read from one and is unchanged, else
    /// as it would be saved.
    pub sha256: &'a str,
    /// Everything that follows from the scenario; the next three are parts of it.
    pub evaluation: &'a Evaluation,
    /// Levels under the scenario.
    pub projection: &'a Projection,
    /// Levels on the plan's own even path.
    pub plan_path: &'a Projection,
    /// Every target judged, in the plan's order.
    pub assessments: &'a [Assessment],
    /// What follows from the scenario, in sentences with figures.
    pub implications: &'a [Implication],
    /// Other scenarios of the same plan to draw beside it: name and levels.
    pub compared: &'a [(String, &'a Projection)],
    /// The language of everything in the export.
    pub language: Language,
}

impl<'a> Material<'a> {
    /// A scenario by itself, with what follows from it.
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
            language,
        }
    }
}
