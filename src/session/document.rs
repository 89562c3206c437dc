//! An open scenario with everything computed from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Change, History, Phase};
use crate::file::Failure;
use crate::model::{Assessment, Projection, assess, plan_path, project};
use crate::plan::Plan;
use crate::scenario::{self, Example, Loaded, Scenario};
use crate::text::Language;

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A built-in example, by id.
    Example(&'static str),
}

/// An open scenario. Projection and assessments always belong to the scenario as it is.
pub struct Document {
    plan: Arc<Plan>,
    scenario: Scenario,
    /// As it is on disk, or as the example came.
    saved: Scenario,
    source: Source,
    has_comments: bool,
    history: History,
    projection: Projection,
    plan_path: Projection,
    assessments: Vec<Assessment>,
}

impl Document {
    /// A built-in example.
    ///
    /// # Errors
    /// [`Failure`] if the example is at fault, which tests exclude.
    pub fn example(example: &Example) -> Result<Self, Failure> {
        let loaded = scenario::read_text(example.id, example.text, Path::new(""))?;
        Ok(Self::new(Source::Example(example.id), loaded))
    }

    /// A file that was read.
    #[must_use]
    pub fn opened(path: PathBuf, loaded: Loaded) -> Self {
        Self::new(Source::File(path), loaded)
    }

    fn new(source: Source, loaded: Loaded) -> Self {
        let Loaded {
            plan,
            scenario,
            has_comments,
            ..
        } = loaded;
        let projection = project(&plan, &scenario);
        Self {
            assessments: assess(&plan, &projection),
            plan_path: plan_path(&plan, &scenario),
            projection,
            saved: scenario.clone(),
            scenario,
            plan,
            source,
            has_comments,
            history: History::default(),
        }
    }

    /// The plan it belongs to.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The scenario as it is now.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Levels under the scenario.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }

    /// Levels on the plan's own path.
    #[must_use]
    pub const fn plan_path(&self) -> &Projection {
        &self.plan_path
    }

    /// Every target judged, in the plan's order.
    #[must_use]
    pub fn assessments(&self) -> &[Assessment] {
        &self.assessments
    }

    /// Undo and redo.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Where it came from.
    #[must_use]
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// The file it is saved to; nothing for an example.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Example(_) => None,
        }
    }

    /// Whether it differs from what is on disk.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.scenario != self.saved
    }

    /// Whether its file has comments, which a save would lose.
    #[must_use]
    pub const fn has_comments(&self) -> bool {
        self.has_comments
    }

    /// Its name for window titles.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        match &self.source {
            Source::File(path) => path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
            Source::Example(_) => self.scenario.name.get(language).to_owned(),
        }
    }

    /// What a dialog offers as file to save to.
    #[must_use]
    pub fn suggested_path(&self) -> PathBuf {
        match &self.source {
            Source::File(path) => path.clone(),
            Source::Example(id) => PathBuf::from(format!("{id}.ron")),
        }
    }

    /// Changes the scenario, notes the step, and computes what follows from it.
    pub(super) fn edit(&mut self, change: Change, phase: Phase, edit: impl FnOnce(&mut Scenario)) {
        self.history.record(change, phase, &self.scenario);
        edit(&mut self.scenario);
        self.history.drop_if_idle(&self.scenario);
        self.recompute();
    }

    /// The next edit is a step of its own.
    pub(super) fn finish_edit(&mut self) {
        self.history.finish(&self.scenario);
    }

    pub(super) fn undo(&mut self) {
        self.history.undo(&mut self.scenario);
        self.recompute();
    }

    pub(super) fn redo(&mut self) {
        self.history.redo(&mut self.scenario);
        self.recompute();
    }

    /// The text to save, with the scenario it stands for. A plan path in it is relative to the file, so it is made
    /// anew for a file in another folder.
    pub(super) fn text_for(&self, path: &Path) -> Result<(String, Scenario), Failure> {
        let mut scenario = self.scenario.clone();
        if let Source::File(old) = &self.source
            && crate::plan::built_in(&scenario.plan).is_none()
            && old.parent() != path.parent()
        {
            let plan = old.parent().unwrap_or_else(|| Path::new("")).join(&scenario.plan);
            let plan = std::path::absolute(&plan).unwrap_or(plan);
            scenario.plan = plan.display().to_string();
        }
        Ok((scenario::to_text(&scenario, &self.plan)?, scenario))
    }

    /// Notes that this scenario is on disk now. The present one may have moved on meanwhile.
    pub(super) fn mark_saved(&mut self, path: PathBuf, scenario: Scenario) {
        self.scenario.plan.clone_from(&scenario.plan);
        self.saved = scenario;
        self.source = Source::File(path);
        self.has_comments = false;
    }

    fn recompute(&mut self) {
        self.projection = project(&self.plan, &self.scenario);
        self.plan_path = plan_path(&self.plan, &self.scenario);
        self.assessments = assess(&self.plan, &self.projection);
    }
}
