//! Saving: each save compares the file with what was last seen of it, and asks before replacing anything else.

use std::path::{Path, PathBuf};

use super::document::DocumentId;
use super::file_state::FileState;
use super::job_key::JobKey;
use super::jobs::JobLane;
use super::{PathUse, Prompt, Session};
use crate::file::{self, Failure};
use crate::scenario::Scenario;
use crate::text::Message;

/// The result of a save.
pub(super) struct Saved {
    document: DocumentId,
    /// Counts the saves of this session.
    number: u64,
    path: PathBuf,
    scenario: Scenario,
    /// The hash of what was written.
    result: Result<String, NotSaved>,
}

/// Why a file was not written.
enum NotSaved {
    /// This exists, and the user has not agreed to replace it.
    Occupied(FileState),
    Failed(Failure),
}

impl From<Failure> for NotSaved {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// What a save may overwrite, if anything exists: a file as last seen, as left by a previous save, or as the user has
/// agreed to replace.
pub(super) struct OverwriteRule(Vec<FileState>);

impl OverwriteRule {
    pub(super) fn agreed(found: FileState) -> Self {
        Self(vec![found])
    }

    fn check(&self, path: &Path) -> Result<(), NotSaved> {
        // A folder, pipe or device is not a document; the save says so, and there is nothing to ask.
        if std::fs::metadata(path).is_ok_and(|about| !about.is_file()) {
            return Ok(());
        }
        let found = FileState::at(path);
        if found == FileState::Absent || self.0.contains(&found) {
            Ok(())
        } else {
            Err(NotSaved::Occupied(found))
        }
    }
}

/// Saves of one file run in sequence, however its path is written.
pub(super) fn save_key(path: &Path) -> JobKey {
    JobKey::Save(super::app_dirs::absolute(path))
}

/// Saves handed over and still under way.
#[derive(Default)]
pub(super) struct Saves {
    /// Counts all of them.
    number: u64,
    pending: Vec<PendingSave>,
}

struct PendingSave {
    number: u64,
    document: DocumentId,
    path: PathBuf,
    /// The hash of what it writes.
    sha256: String,
}

impl Saves {
    fn add(&mut self, document: DocumentId, path: &Path, sha256: &str) -> u64 {
        self.number += 1;
        self.pending.push(PendingSave {
            number: self.number,
            document,
            path: path.to_owned(),
            sha256: sha256.to_owned(),
        });
        self.number
    }
}

impl Session {
    pub(super) fn save_front(&mut self) {
        self.save(self.document().id());
    }

    /// Saves a document to its file; asks for one if it has none.
    pub(super) fn save(&mut self, id: DocumentId) {
        let Some(document) = self.documents.get(id) else {
            return;
        };
        match document.path().map(Path::to_owned) {
            None => self.ask_for_path_of(PathUse::SaveAs, id),
            Some(path) if document.has_comments() => {
                self.ask(Prompt::CommentsWouldBeLost { document: id, path });
            }
            Some(path) => self.write_own(id, path),
        }
    }

    /// Writes a document's own file, unless another program has changed it.
    pub(super) fn write_own(&mut self, id: DocumentId, path: PathBuf) {
        let Some(document) = self.documents.get(id) else {
            return;
        };
        // An unreadable file is not known to be the same.
        let known = (*document.seen() != FileState::Unknown).then(|| document.seen().clone());
        self.write(id, path, OverwriteRule(known.into_iter().collect()));
    }

    /// Saves the document the path was asked for, otherwise the one in front.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        let asked = self.path_prompt.take();
        let asked = asked.filter(|prompt| prompt.purpose == PathUse::SaveAs);
        let id = asked.map_or(self.document().id(), |prompt| prompt.document);
        let path = with_ending(path);
        match self.documents.get(id) {
            Some(document) if document.path() == Some(path.as_path()) => self.save(id),
            Some(_) => self.write(id, path, OverwriteRule(Vec::new())),
            None => {}
        }
    }

    pub(super) fn write(&mut self, id: DocumentId, path: PathBuf, mut may_replace: OverwriteRule) {
        let Some(document) = self.documents.get(id) else {
            return;
        };
        let (text, scenario) = match document.text_for(&path) {
            Ok(made) => made,
            Err(failure) => {
                self.give_up_leaving_for(id);
                return self.notices.failed(failure);
            }
        };
        let is_own = |save: &&PendingSave| save.document == id && save.path == path;
        let pending = self.saves.pending.iter().filter(is_own);
        may_replace
            .0
            .extend(pending.map(|save| FileState::Content(save.sha256.clone())));
        let sha256 = file::sha256(text.as_bytes());
        let number = self.saves.add(id, &path, &sha256);
        self.wait_for_save(id, number);
        self.jobs.queue(save_key(&path), JobLane::Saves, move || {
            let result = file::save_if(&path, &text, || may_replace.check(&path)).map(|()| sha256);
            Saved {
                document: id,
                number,
                path,
                scenario,
                result,
            }
        });
    }

    pub(super) fn saved(&mut self, saved: Saved) {
        let Saved {
            document: id,
            number,
            path,
            scenario,
            result,
        } = saved;
        self.saves.pending.retain(|save| save.number != number);
        let sha256 = match result {
            Ok(sha256) => sha256,
            Err(NotSaved::Failed(failure)) => {
                self.give_up_leaving_after(number);
                return self.notices.failed(failure);
            }
            Err(NotSaved::Occupied(found)) => return self.ask_to_overwrite(id, path, found),
        };
        self.recent.note(&path);
        self.notices
            .done(Message::new("notice-saved").with("path", path.display().to_string()));
        if let Some(document) = self.documents.get_mut(id) {
            document.mark_saved(number, path, scenario, sha256);
        }
        self.leave_after(number);
    }

    fn ask_to_overwrite(&mut self, id: DocumentId, path: PathBuf, found: FileState) {
        let Some(document) = self.documents.get(id) else {
            return;
        };
        let is_own = document.path() == Some(path.as_path());
        self.ask(Prompt::Overwrite {
            document: id,
            path,
            found,
            is_own,
        });
    }

    /// A save failed unexpectedly.
    pub(super) fn save_broken(&mut self, key: &JobKey, failure: Failure) {
        let (broken, pending) = std::mem::take(&mut self.saves.pending)
            .into_iter()
            .partition(|save| save_key(&save.path) == *key);
        self.saves.pending = pending;
        let broken: Vec<PendingSave> = broken;
        for save in broken {
            self.give_up_leaving_after(save.number);
        }
        self.notices.failed(failure);
    }
}

/// A scenario file without an extension gets the usual one, as in system dialogs.
fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        path
    } else {
        path.with_extension("ron")
    }
}
