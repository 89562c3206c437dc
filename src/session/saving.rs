//! Saving, and everything that must not happen before changes are saved or given up.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::document::DocumentId;
use super::job_key::JobKey;
use super::jobs::Lane;
use super::{Answer, Effect, PathUse, Question, Session};
use crate::file::{self, Failure};
use crate::scenario::Scenario;
use crate::text::Message;

/// What to do once unsaved changes are dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Close(DocumentId),
    Quit,
}

/// A save was tried.
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
    /// It is there, and nobody has agreed to its replacement.
    Exists,
    /// Another program has changed it since it was read.
    ChangedOutside,
    Failed(Failure),
}

/// What a save may write over.
enum MayReplace {
    Nothing,
    /// The file with one of these SHA-256: as it was last read or written, or as a save before this one leaves it.
    These(Vec<String>),
    Anything,
}

impl MayReplace {
    fn check(&self, path: &Path) -> Result<(), NotSaved> {
        match self {
            Self::Nothing if path.exists() => Err(NotSaved::Exists),
            Self::Nothing | Self::Anything => Ok(()),
            Self::These(expected) => match sha256_of(path) {
                // One that is gone or cannot be read is the save's own business.
                Ok(Some(found)) if !expected.contains(&found) => Err(NotSaved::ChangedOutside),
                _ => Ok(()),
            },
        }
    }
}

/// A file's hash; nothing where there is no file.
pub(super) fn sha256_of(path: &Path) -> Result<Option<String>, Failure> {
    match file::read(path) {
        Ok(bytes) => Ok(Some(file::sha256(&bytes))),
        Err(Failure::Io { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Saves of one file are one after the other, whatever its path is written like.
pub(super) fn save_key(path: &Path) -> JobKey {
    JobKey::Save(super::places::absolute(path))
}

/// Saves that were handed over and have not come back.
#[derive(Default)]
pub(super) struct Saves {
    /// Counts all of them.
    number: u64,
    pending: Vec<Pending>,
}

struct Pending {
    number: u64,
    document: DocumentId,
    path: PathBuf,
    /// The hash of what it writes.
    sha256: String,
}

impl Saves {
    fn add(&mut self, document: DocumentId, path: &Path, sha256: &str) -> u64 {
        self.number += 1;
        self.pending.push(Pending {
            number: self.number,
            document,
            path: path.to_owned(),
            sha256: sha256.to_owned(),
        });
        self.number
    }
}

/// Saves that wait for one before them, and what follows the last.
#[derive(Default)]
pub(super) struct Saving {
    waiting: VecDeque<DocumentId>,
    next: Option<Next>,
}

impl Saving {
    /// Nothing follows any more: whatever it was would lose changes.
    fn give_up(&mut self) {
        *self = Self::default();
    }
}

impl Session {
    pub(super) fn close(&mut self, id: DocumentId) {
        let is_changed = self.documents.get(id).is_some_and(super::Document::is_changed);
        if is_changed {
            self.documents.show(id);
        }
        self.unless_unsaved(if is_changed { vec![id] } else { Vec::new() }, Next::Close(id));
    }

    pub(super) fn quit(&mut self) {
        self.unless_unsaved(self.documents.changed(), Next::Quit);
    }

    fn unless_unsaved(&mut self, unsaved: Vec<DocumentId>, next: Next) {
        self.saving = Saving {
            waiting: unsaved.iter().copied().collect(),
            next: Some(next),
        };
        if unsaved.is_empty() {
            self.save_next();
        } else {
            self.question = Some(Question::UnsavedChanges(unsaved));
        }
    }

    pub(super) fn save_front(&mut self) {
        self.saving = Saving {
            waiting: VecDeque::from([self.document().id()]),
            next: None,
        };
        self.save_next();
    }

    /// Saves the next document in line; when there is none, does what was to follow.
    fn save_next(&mut self) {
        let Some(id) = self.saving.waiting.front().copied() else {
            match self.saving.next.take() {
                Some(Next::Close(id)) => {
                    if let Err(failure) = self.documents.remove(id) {
                        self.notices.failed(failure);
                    }
                }
                Some(Next::Quit) => self.effects.push(Effect::Close),
                None => {}
            }
            return;
        };
        // Questions about a document are asked with that document in front.
        self.documents.show(id);
        let document = self.document();
        match document.path() {
            None => self.ask_for_path(PathUse::SaveAs),
            Some(path) if document.has_comments() => {
                self.question = Some(Question::CommentsWouldBeLost(path.to_owned()));
            }
            Some(path) => self.write(path.to_owned(), self.may_replace()),
        }
    }

    /// The front document's own file may be replaced as it is known; a change by another program must be agreed to.
    fn may_replace(&self) -> MayReplace {
        let document = self.document();
        let Some(known) = document.sha256() else {
            return MayReplace::Anything;
        };
        let own =
            |save: &&Pending| save.document == document.id() && Some(save.path.as_path()) == document.path();
        let pending = self.saves.pending.iter().filter(own);
        let pending = pending.map(|save| save.sha256.clone());
        MayReplace::These(std::iter::once(known.to_owned()).chain(pending).collect())
    }

    /// Saves the document in front under a path that the user has just named.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        self.path_prompt = None;
        let path = with_ending(path);
        if self.document().path() == Some(path.as_path()) {
            self.save_front_before_the_rest();
        } else {
            self.write(path, MayReplace::Nothing);
        }
    }

    fn save_front_before_the_rest(&mut self) {
        let id = self.document().id();
        if self.saving.waiting.front() != Some(&id) {
            self.saving.waiting.push_front(id);
        }
        self.save_next();
    }

    pub(super) fn cancel_path(&mut self) {
        self.path_prompt = None;
        self.saving.give_up();
    }

    pub(super) fn answer(&mut self, answer: Answer) {
        let Some(question) = self.question.take() else {
            return;
        };
        match (question, answer) {
            (Question::ReplaceExport(_), answer) => self.replace_export(answer),
            (_, Answer::Cancel) => self.saving.give_up(),
            (Question::UnsavedChanges(_), Answer::Yes) => self.save_next(),
            (Question::UnsavedChanges(_), Answer::No) => {
                self.saving.waiting.clear();
                self.save_next();
            }
            (Question::CommentsWouldBeLost(path), Answer::Yes) => self.write(path, self.may_replace()),
            (Question::Overwrite(path) | Question::OverwriteChanged(path), Answer::Yes) => {
                self.write(path, MayReplace::Anything);
            }
            (
                Question::CommentsWouldBeLost(_) | Question::Overwrite(_) | Question::OverwriteChanged(_),
                Answer::No,
            ) => {
                self.ask_for_path(PathUse::SaveAs);
            }
            (Question::ChangedOutside { document, .. }, Answer::Yes) => {
                self.reload(document);
            }
            (Question::ChangedOutside { document, sha256 }, Answer::No) => {
                if let Some(document) = self.documents.get_mut(document) {
                    document.keep_against(sha256);
                }
            }
        }
    }

    fn write(&mut self, path: PathBuf, may_replace: MayReplace) {
        let document = self.document();
        let (text, scenario) = match document.text_for(&path) {
            Ok(made) => made,
            Err(failure) => return self.could_not_save(failure),
        };
        let (document, sha256) = (document.id(), file::sha256(text.as_bytes()));
        let number = self.saves.add(document, &path, &sha256);
        self.jobs.queue(save_key(&path), Lane::Saves, move || {
            let result = may_replace.check(&path).and_then(|()| {
                file::save(&path, &text).map_err(NotSaved::Failed)?;
                Ok(sha256)
            });
            Saved {
                document,
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
            Err(NotSaved::Failed(failure)) => return self.could_not_save(failure),
            Err(NotSaved::Exists) => {
                self.documents.show(id);
                self.question = Some(Question::Overwrite(path));
                return;
            }
            Err(NotSaved::ChangedOutside) => {
                self.documents.show(id);
                self.question = Some(Question::OverwriteChanged(path));
                return;
            }
        };
        self.recent.note(&path);
        self.notices
            .done(Message::new("notice-saved").with("path", path.display().to_string()));
        if let Some(document) = self.documents.get_mut(id) {
            document.mark_saved(number, path, scenario, sha256);
        }
        if self.saving.waiting.front() == Some(&id) {
            self.saving.waiting.pop_front();
            self.save_next();
        }
    }

    /// A save has come to a bad end.
    pub(super) fn save_broken(&mut self, key: &JobKey, failure: Failure) {
        self.saves.pending.retain(|save| save_key(&save.path) != *key);
        self.could_not_save(failure);
    }

    fn could_not_save(&mut self, failure: Failure) {
        self.saving.give_up();
        self.notices.failed(failure);
    }
}

/// A scenario file without an ending gets the usual one, as system dialogs do.
fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        path
    } else {
        path.with_extension("ron")
    }
}
