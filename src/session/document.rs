//! An open scenario with everything computed from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Change, History, Phase};
use crate::file::Failure;
use crate::model::{Assessment, Implication, Projection, assess, implications, plan_path, project};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{self, ByIndicator, Example, Loaded, Rates, Scenario};
use crate::text::{Language, Words, say_with};

/// A document's name for commands; never given to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DocumentId(pub(super) u64);

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// A built-in example, by id.
    Example(&'static str),
    /// A copy that has no file yet, with the name it is offered to be saved under.
    Copy(PathBuf),
}

/// An open scenario. Projection and assessments always belong to the scenario as it is.
pub struct Document {
    id: DocumentId,
    is_pinned: bool,
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
    implications: Vec<Implication>,
}

impl Document {
    pub(super) fn example(id: DocumentId, example: &Example) -> Result<Self, Failure> {
        let loaded = scenario::read_text(example.id, example.text, Path::new(""))?;
        Ok(Self::new(id, Source::Example(example.id), loaded))
    }

    pub(super) fn new(id: DocumentId, source: Source, loaded: Loaded) -> Self {
        let Loaded {
            plan,
            scenario,
            has_comments,
            ..
        } = loaded;
        let projection = project(&plan, &scenario);
        Self {
            id,
            is_pinned: false,
            assessments: assess(&plan, &projection),
            implications: implications(&plan, &scenario, &projection),
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

    /// A copy under a name of its own, without a file and without a past.
    pub(super) fn copy(&self, id: DocumentId, language: Language) -> Self {
        let name = say_with(
            language,
            "document-copy-name",
            &[("name", self.scenario.name.get(language))],
        );
        let path = self.suggested_path();
        let stem = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let source = Source::Copy(path.with_file_name(format!("{stem}-2.ron")));
        let scenario = Scenario {
            name: Words::Plain(name),
            ..self.scenario.clone()
        };
        Self {
            id,
            is_pinned: false,
            plan: Arc::clone(&self.plan),
            saved: scenario.clone(),
            scenario,
            source,
            has_comments: false,
            history: History::default(),
            projection: self.projection.clone(),
            plan_path: self.plan_path.clone(),
            assessments: self.assessments.clone(),
            implications: self.implications.clone(),
        }
    }

    /// Its name for commands.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Whether its paths are shown on the charts of the others.
    #[must_use]
    pub const fn is_pinned(&self) -> bool {
        self.is_pinned
    }

    pub(super) const fn toggle_pin(&mut self) {
        self.is_pinned = !self.is_pinned;
    }

    /// Whether it is an example that nobody has changed or wants to keep beside others.
    pub(super) fn is_untouched_example(&self) -> bool {
        matches!(self.source, Source::Example(_))
            && !self.is_changed()
            && !self.is_pinned
            && self.history.undo_label().is_none()
    }

    /// The plan it belongs to.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Whether another document has this very plan. An id alone does not tell: a plan file may have changed between
    /// two readings, and indices into one are then wrong for the other.
    #[must_use]
    pub fn shares_plan_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.plan, &other.plan) || self.plan == other.plan
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

    /// What follows from the scenario, in sentences with figures.
    #[must_use]
    pub fn implications(&self) -> &[Implication] {
        &self.implications
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
            Source::Example(_) | Source::Copy(_) => None,
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
            Source::Example(_) | Source::Copy(_) => self.scenario.name.get(language).to_owned(),
        }
    }

    /// What a dialog offers as file to save to.
    #[must_use]
    pub fn suggested_path(&self) -> PathBuf {
        match &self.source {
            Source::File(path) | Source::Copy(path) => path.clone(),
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
        self.travel(History::undo);
    }

    pub(super) fn redo(&mut self) {
        self.travel(History::redo);
    }

    /// Goes to just behind step `step` of the history.
    pub(super) fn go_to(&mut self, step: usize) {
        let step = step.min(self.history.len());
        while self.history.position() > step {
            self.undo();
        }
        while self.history.position() < step {
            self.redo();
        }
    }

    fn travel(&mut self, direction: impl FnOnce(&mut History, &mut Scenario)) {
        // Where the plan is found depends on where the file is, which is not part of any step.
        let plan = self.scenario.plan.clone();
        direction(&mut self.history, &mut self.scenario);
        self.scenario.plan = plan;
        self.recompute();
    }

    /// A lever's rate in every year as scheduled; for output growth, the points that follow from it.
    #[must_use]
    pub fn rates(&self, lever: IndicatorIx) -> Vec<f64> {
        let steps = self.plan.steps();
        let rates = self.scenario.rates.get(lever);
        let base = self.plan_path.levels(lever).map_or(100.0, |levels| levels[0]);
        let even = self.plan.get(lever).even_rate(base, steps);
        (0..steps)
            .map(|step| match rates {
                None => even,
                Some(rates) => rates
                    .in_year(step)
                    .or_else(|| self.projection.annual_change(&self.plan, lever, step + 1))
                    .unwrap_or(even),
            })
            .collect()
    }

    /// The rates that take a lever to the level `goal` after `step` years: in the last year a constant rate for all years that
    /// are not past, in any other year a rate for that year alone. Nothing for a year that is past.
    #[must_use]
    pub fn rates_to(&self, lever: IndicatorIx, step: usize, goal: f64) -> Option<Rates> {
        let levels = self.projection.levels(lever)?;
        let dynamics = &self.plan.get(lever).dynamics;
        let last_actual = self.projection.last_actual(lever);
        let is_possible = step > last_actual && (goal > 0.0 || !dynamics.is_compound());
        if !is_possible {
            return None;
        }
        if step == self.plan.steps() {
            let rate = dynamics.constant_rate(levels[last_actual], goal, step - last_actual);
            return Some(Rates::Constant(rate));
        }
        let mut rates = self.rates(lever);
        rates[step - 1] = dynamics.constant_rate(levels[step - 1], goal, 1);
        Some(Rates::Yearly(rates))
    }

    /// Whether a lever's rates differ from those in the saved file.
    #[must_use]
    pub fn differs_from_saved(&self, lever: IndicatorIx) -> bool {
        self.scenario.rates.get(lever) != self.saved.rates.get(lever)
    }

    /// The scenario with every lever on the plan's path, to see what differs from it.
    #[must_use]
    pub fn on_plan(&self) -> Scenario {
        Scenario {
            rates: ByIndicator::default(),
            ..self.scenario.clone()
        }
    }

    /// As the scenario is on disk.
    #[must_use]
    pub const fn saved(&self) -> &Scenario {
        &self.saved
    }

    /// Gives a lever the rates of the saved file.
    pub(super) fn revert(&mut self, lever: IndicatorIx) {
        let saved = self.saved.rates.get(lever).cloned();
        self.edit(Change::Reset(lever), Phase::Done, |scenario| match saved {
            Some(rates) => {
                scenario.rates.set(lever, rates);
            }
            None => {
                scenario.rates.remove(lever);
            }
        });
    }

    /// Sets a note in one language; the other language keeps its text.
    pub(super) fn set_note(&mut self, lever: IndicatorIx, language: Language, text: String) {
        self.edit(Change::Note(lever), Phase::Done, |scenario| {
            let note = match scenario.notes.get(lever) {
                Some(old) => old.with(language, text),
                None => Words::Plain(text),
            };
            if note.is_empty() {
                scenario.notes.remove(lever);
            } else {
                scenario.notes.set(lever, note);
            }
        });
    }

    /// The text to save, with the scenario it stands for. A plan path in it is relative to the file, so it is made
    /// anew for a file in another folder.
    pub(super) fn text_for(&self, path: &Path) -> Result<(String, Scenario), Failure> {
        let mut scenario = self.scenario.clone();
        if let Source::File(old) | Source::Copy(old) = &self.source
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
        self.implications = implications(&self.plan, &self.scenario, &self.projection);
    }
}
