//! An open scenario with everything computed from it.

mod levers;
mod on_disk;
mod state;

use std::path::Path;
use std::sync::Arc;

pub(in crate::session) use levers::{write_info, write_note};
pub use on_disk::DocumentSource;
pub(in crate::session) use on_disk::NEW_FILE;
pub(in crate::session) use state::State;

use super::file_state::FileState;
use super::{Edit, History, Phase};
use crate::file::Failure;
use crate::model::{Assessment, Evaluation, Evaluator, Ledger, Projection};
use crate::plan::Plan;
use crate::scenario::{self, Example, Loaded, Scenario};
use crate::text::{Language, LocalizedText, say_with};

/// A document's identifier in commands; never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DocumentId(pub(in crate::session) u64);

/// An open scenario. Projection and assessments always match the scenario as it is.
pub struct Document {
    id: DocumentId,
    is_pinned: bool,
    plan: Arc<Plan>,
    scenario: Scenario,
    /// As on disk, or as the example came.
    saved: Scenario,
    source: DocumentSource,
    /// What was last seen of its file, for noticing changes by other programs.
    seen: FileState,
    /// Its content exists only in memory: recovered after a crash, or its file was changed by another program.
    is_only_here: bool,
    has_comments: bool,
    /// The number of its last save.
    last_save: u64,
    /// Counts everything that may make its recovery copy out of date.
    revision: u64,
    history: History,
    evaluator: Evaluator,
    evaluation: Arc<Evaluation>,
    /// As it was before the last edit, to be shown beside what came of it.
    before: Option<Arc<Evaluation>>,
}

impl Document {
    pub(in crate::session) fn example(id: DocumentId, example: &Example) -> Result<Self, Failure> {
        let loaded = scenario::read_text(example.id, example.text, Path::new(""))?;
        Ok(Self::new(id, DocumentSource::Example(example.id), loaded))
    }

    pub(in crate::session) fn new(id: DocumentId, source: DocumentSource, loaded: Loaded) -> Self {
        let Loaded {
            plan,
            scenario,
            has_comments,
            sha256,
            ..
        } = loaded;
        let mut evaluator = Evaluator::new(&plan, &scenario);
        let evaluation = Evaluation::by(&mut evaluator, &plan, &scenario);
        Self {
            id,
            is_pinned: false,
            evaluator,
            evaluation,
            before: None,
            saved: scenario.clone(),
            scenario,
            plan,
            seen: match source {
                DocumentSource::File(_) => FileState::Content(sha256),
                DocumentSource::Example(_) | DocumentSource::NoFile(_) => FileState::Absent,
            },
            source,
            is_only_here: false,
            has_comments,
            last_save: 0,
            revision: 0,
            history: History::default(),
        }
    }

    /// A copy with its own name, without a file or history.
    pub(in crate::session) fn copy(&self, id: DocumentId) -> Self {
        let named = |language| {
            let name = self.scenario.name.get(language);
            say_with(language, "document-copy-name", &[("name", name)])
        };
        let name = LocalizedText::Both {
            zh: named(Language::Chinese),
            en: named(Language::English),
        };
        let path = self.suggested_path();
        let stem = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let source = DocumentSource::NoFile(path.with_file_name(format!("{stem}-2.ron")));
        let named = |scenario: &Scenario| Scenario {
            name: name.clone(),
            ..scenario.clone()
        };
        Self {
            id,
            is_pinned: false,
            plan: Arc::clone(&self.plan),
            // What is unsaved in the original is unsaved in the copy.
            saved: named(&self.saved),
            scenario: named(&self.scenario),
            source,
            seen: FileState::Absent,
            is_only_here: self.is_only_here,
            has_comments: false,
            last_save: 0,
            revision: 0,
            history: History::default(),
            evaluator: self.evaluator.clone(),
            evaluation: self.shared_evaluation(),
            before: None,
        }
    }

    /// Its identifier in commands.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Whether its paths are shown on the charts of the others.
    #[must_use]
    pub const fn is_pinned(&self) -> bool {
        self.is_pinned
    }

    pub(in crate::session) const fn toggle_pin(&mut self) {
        self.is_pinned = !self.is_pinned;
    }

    /// Whether it is an example nobody has changed or pinned for comparison.
    pub(in crate::session) fn is_untouched_example(&self) -> bool {
        matches!(self.source, DocumentSource::Example(_))
            && !self.is_changed()
            && !self.is_pinned
            && self.history.undo_label().is_none()
    }

    /// The plan it belongs to.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The same, shared.
    #[must_use]
    pub fn shared_plan(&self) -> Arc<Plan> {
        Arc::clone(&self.plan)
    }

    /// Whether another document has this very plan. The id is not enough: a plan file may have changed between two
    /// readings, and the indices of one are then wrong for the other.
    #[must_use]
    pub fn shares_plan_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.plan, &other.plan) || self.plan == other.plan
    }

    /// The scenario as it is now.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Everything computed from the scenario.
    #[must_use]
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// The same, shared.
    #[must_use]
    pub fn shared_evaluation(&self) -> Arc<Evaluation> {
        Arc::clone(&self.evaluation)
    }

    /// Levels before the last edit; nothing before the first one, and after it was undone.
    #[must_use]
    pub fn before_edit(&self) -> Option<&Projection> {
        self.before.as_ref().map(|before| before.projection())
    }

    /// Levels under the scenario.
    #[must_use]
    pub fn projection(&self) -> &Projection {
        self.evaluation.projection()
    }

    /// Levels on the plan's own path.
    #[must_use]
    pub fn plan_path(&self) -> &Projection {
        self.evaluation.plan_path()
    }

    /// Assessments in plan order.
    #[must_use]
    pub fn assessments(&self) -> &[Assessment] {
        self.evaluation.assessments()
    }

    /// Official progress of every target that has levels, binding ones first.
    #[must_use]
    pub fn ledgers(&self) -> &[Ledger] {
        self.evaluation.ledgers()
    }

    /// Undo and redo.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Edits the scenario, records the step, and recomputes.
    pub(in crate::session) fn edit(&mut self, change: Edit, phase: Phase, edit: impl FnOnce(&mut Scenario)) {
        if self.history.record(change, phase, &self.scenario) {
            self.before = Some(self.shared_evaluation());
        }
        edit(&mut self.scenario);
        self.scenario.drop_lost_annotations(&self.plan);
        self.history.drop_if_idle(&self.scenario);
        self.recompute();
    }

    /// Makes the next edit a step of its own.
    pub(in crate::session) fn finish_edit(&mut self) {
        self.history.finish(&self.scenario);
    }

    /// Abandons the edit that goes on.
    pub(in crate::session) fn cancel_edit(&mut self) {
        if self.history.cancel(&mut self.scenario) {
            self.before = None;
            self.recompute();
        }
    }

    pub(in crate::session) fn undo(&mut self) {
        self.travel(History::undo);
    }

    pub(in crate::session) fn redo(&mut self) {
        self.travel(History::redo);
    }

    /// Goes to the state just after step `step` of the history.
    pub(in crate::session) fn go_to(&mut self, step: usize) {
        let step = step.min(self.history.len());
        while self.history.position() > step {
            self.undo();
        }
        while self.history.position() < step {
            self.redo();
        }
    }

    fn travel(&mut self, direction: impl FnOnce(&mut History, &mut Scenario)) {
        // The reference to the plan depends on where the file is, which is not part of any step.
        let plan = self.scenario.plan.clone();
        direction(&mut self.history, &mut self.scenario);
        self.scenario.plan = plan;
        self.before = None;
        self.recompute();
    }

    /// The scenario as on disk.
    #[must_use]
    pub const fn saved(&self) -> &Scenario {
        &self.saved
    }

    fn recompute(&mut self) {
        self.revision += 1;
        self.evaluation = Evaluation::by(&mut self.evaluator, &self.plan, &self.scenario);
    }
}
