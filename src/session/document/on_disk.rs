//! A document and its file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Document;
use crate::file::Failure;
use crate::scenario::{self, Loaded, Scenario};
use crate::session::app_dirs::absolute;
use crate::session::file_state::FileState;
use crate::session::recovery::{MakeCopy, OpenTable, RefusedFigure, RefusedRate};
use crate::session::{Edit, Phase, RecoveryCopy};
use crate::text::{Language, safe};

/// The suggested file name for a scenario without a file.
pub(in crate::session) const NEW_FILE: &str = "scenario.ron";

/// Where a document came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentSource {
    /// A file.
    File(PathBuf),
    /// A built-in example, by id.
    Example(&'static str),
    /// A new scenario or a copy, without a file yet; with the suggested name.
    NoFile(PathBuf),
}

impl Document {
    /// Where it came from.
    #[must_use]
    pub const fn source(&self) -> &DocumentSource {
        &self.source
    }

    /// The file it is saved to; `None` for an example.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            DocumentSource::File(path) => Some(path),
            DocumentSource::Example(_) | DocumentSource::NoFile(_) => None,
        }
    }

    /// Whether it differs from what is on disk.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.is_only_here || self.scenario != self.saved
    }

    /// SHA-256 of its file when last read or written.
    #[must_use]
    pub fn sha256(&self) -> Option<&str> {
        self.seen.sha256()
    }

    /// What was last seen of its file.
    pub(in crate::session) const fn seen(&self) -> &FileState {
        &self.seen
    }

    /// Continues from a recovered copy. `on_disk` is the file's content as far as it is still readable; `saved_sha256`
    /// is the hash of the file that was edited, which may have changed since.
    pub(in crate::session) fn recovered(
        mut self,
        on_disk: Option<Loaded>,
        saved_sha256: Option<String>,
    ) -> Self {
        self.seen = saved_sha256.map_or(FileState::Unknown, FileState::Content);
        self.is_only_here = true;
        if let Some(on_disk) = on_disk.filter(|on_disk| on_disk.plan == self.plan) {
            self.saved = on_disk.scenario;
            self.has_comments = on_disk.has_comments;
        }
        self
    }

    /// Takes in the file as it is now. While the plan stays the same, that is a step like any other and can be undone.
    pub(in crate::session) fn reload(&mut self, loaded: Loaded) {
        if loaded.plan == self.plan {
            self.edit(Edit::Reload, Phase::Done, |scenario| {
                scenario.clone_from(&loaded.scenario);
            });
            self.saved = loaded.scenario;
            self.seen = FileState::Content(loaded.sha256);
            self.has_comments = loaded.has_comments;
            self.is_only_here = false;
            self.revision += 1;
        } else {
            let (is_pinned, revision) = (self.is_pinned, self.revision);
            *self = Self::new(self.id, self.source.clone(), loaded);
            self.is_pinned = is_pinned;
            self.revision = revision + 1;
        }
    }

    /// Keeps this state although the file has changed.
    pub(in crate::session) fn keep_against(&mut self, found: FileState) {
        self.seen = found;
        self.is_only_here = true;
        self.revision += 1;
    }

    /// Counts everything that may make its recovery copy out of date.
    pub(in crate::session) const fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns a function that makes its recovery copy on whichever thread calls it; `None` if there is nothing to
    /// lose. `typed` is the scenario including text being typed, `refused` the entries refused and so in no scenario,
    /// `table` an undecided table.
    pub(in crate::session) fn recovery_copy(
        &self,
        written: u64,
        typed: Option<&Scenario>,
        refused: (Vec<RefusedFigure>, Option<RefusedRate>),
        table: Option<Arc<OpenTable>>,
    ) -> Option<MakeCopy> {
        let (refused, misread) = refused;
        let is_nothing_refused = refused.is_empty() && misread.is_none();
        if !self.is_changed() && typed.is_none() && is_nothing_refused && table.is_none() {
            return None;
        }
        let (plan, scenario) = (Arc::clone(&self.plan), typed.unwrap_or(&self.scenario).clone());
        let (original, saved_sha256) = (self.path().map(Path::to_owned), self.sha256().map(str::to_owned));
        let folder = self
            .suggested_path()
            .parent()
            .map(Path::to_owned)
            .unwrap_or_default();
        Some(Box::new(move || {
            Ok(RecoveryCopy {
                name: scenario.name.clone(),
                original,
                saved_sha256,
                written,
                scenario: scenario::to_text(&scenario, &plan)?,
                folder,
                refused,
                misread,
                table,
            })
        }))
    }

    /// Whether its file has comments, which a save would lose.
    #[must_use]
    pub const fn has_comments(&self) -> bool {
        self.has_comments
    }

    /// Its name for window titles: one line, without characters that titles cannot hold.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        let name = match &self.source {
            DocumentSource::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy(),
            DocumentSource::Example(_) | DocumentSource::NoFile(_) => self.scenario.name.get(language).into(),
        };
        safe::title(&name)
    }

    /// The suggested file in a save dialog.
    #[must_use]
    pub fn suggested_path(&self) -> PathBuf {
        match &self.source {
            DocumentSource::File(path) | DocumentSource::NoFile(path) => path.clone(),
            DocumentSource::Example(id) => PathBuf::from(format!("{id}.ron")),
        }
    }

    /// A reference to its plan that works from anywhere: a built-in id, or the full path of a plan file.
    pub(in crate::session) fn plan_reference(&self) -> String {
        let plan = &self.scenario.plan;
        if crate::plan::built_in(plan).is_some() {
            return plan.clone();
        }
        let own = self.suggested_path();
        let folder = own.parent().unwrap_or_else(|| Path::new(""));
        absolute(&folder.join(plan)).display().to_string()
    }

    /// The text to save, with the scenario it stands for. A plan path in it is relative to the file, so it is rewritten
    /// for a file in another folder.
    pub(in crate::session) fn text_for(&self, path: &Path) -> Result<(String, Scenario), Failure> {
        let mut scenario = self.scenario.clone();
        if self.suggested_path().parent() != path.parent() {
            scenario.plan = self.plan_reference();
        }
        Ok((scenario::to_text(&scenario, &self.plan)?, scenario))
    }

    /// Records that this scenario is now on disk. The current one may have moved on. Of saves to two files, the one
    /// requested last counts, whichever disk was faster.
    pub(in crate::session) fn mark_saved(
        &mut self,
        number: u64,
        path: PathBuf,
        scenario: Scenario,
        sha256: String,
    ) {
        if number < self.last_save {
            return;
        }
        self.last_save = number;
        self.scenario.plan.clone_from(&scenario.plan);
        self.saved = scenario;
        self.source = DocumentSource::File(path);
        self.seen = FileState::Content(sha256);
        self.is_only_here = false;
        self.has_comments = false;
        self.revision += 1;
    }
}
