//! A document as it was when an export began, for another thread.

use std::sync::Arc;

use super::super::Session;
use crate::analysis::{Implication, implications_while};
use crate::export::ExportInput;
use crate::file::{Failure, sha256};
use crate::model::{Evaluation, IsWanted, Projection};
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::text::Language;

/// Everything an export is made from.
pub(super) struct Snapshot {
    plan: Arc<Plan>,
    scenario: Scenario,
    sha256: String,
    evaluation: Arc<Evaluation>,
    compared: Vec<(String, Arc<Evaluation>)>,
    language: Language,
}

impl Snapshot {
    /// The document in front, with the pinned ones if the report compares.
    pub fn of(session: &Session) -> Result<Self, Failure> {
        let document = session.document();
        let draft = session.report();
        let language = draft.language.unwrap_or(session.view().language);
        // The hash of the file as long as it holds what is exported; otherwise that of the file it would be saved as.
        let sha256 = match document.sha256() {
            Some(known) if !document.is_changed() => known.to_owned(),
            _ => sha256(document.text_for(&document.suggested_path())?.0.as_bytes()),
        };
        let pinned = session
            .pinned()
            .filter(|other| draft.compare && document.shares_plan_with(other));
        Ok(Self {
            plan: document.shared_plan(),
            scenario: document.scenario().clone(),
            sha256,
            evaluation: document.shared_evaluation(),
            compared: pinned
                .map(|other| {
                    let name = other.scenario().name.get(language).to_owned();
                    (name, other.shared_evaluation())
                })
                .collect(),
            language,
        })
    }

    /// The scenario's implications, which reports include and figures do not; `None` once they are no longer wanted.
    /// They involve goal-seek, so call this on the exporting thread.
    pub fn implications(&self, is_wanted: IsWanted<'_>) -> Option<Vec<Implication>> {
        implications_while(
            &self.plan,
            &self.scenario,
            self.evaluation.projection(),
            is_wanted,
        )
    }

    /// Calls `work` with the input of an export.
    pub fn with_input<T>(&self, implications: &[Implication], work: impl FnOnce(&ExportInput<'_>) -> T) -> T {
        let compared: Vec<(String, &Projection)> = self
            .compared
            .iter()
            .map(|(name, evaluation)| (name.clone(), evaluation.projection()))
            .collect();
        work(&ExportInput {
            compared: &compared,
            ..ExportInput::new(
                &self.plan,
                &self.scenario,
                &self.sha256,
                &self.evaluation,
                implications,
                self.language,
            )
        })
    }
}
