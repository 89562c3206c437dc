//! Opening, rereading and checking files; new scenarios.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::document::{Document, DocumentSource, NEW_FILE};
use super::file_state::FileState;
use super::job_key::JobKey;
use super::jobs::JobLane;
use super::saving::save_key;
use super::{DocumentId, Prompt, Session};
use crate::file::Failure;
use crate::scenario::{self, EXAMPLES, Loaded};
use crate::text::{Language, LocalizedText, Message};

/// Results of opening jobs.
pub(super) enum OpeningEvent {
    Opened {
        path: PathBuf,
        /// The document whose file it is, when rereading.
        again: Option<DocumentId>,
        result: Result<Box<Loaded>, Failure>,
    },
    /// A new scenario for a plan file.
    Created(Result<Box<Loaded>, Failure>),
    Looked(Looked),
}

/// A document's file was checked.
pub(super) struct Looked {
    document: DocumentId,
    path: PathBuf,
    /// What the document knew then.
    known: FileState,
    /// What was found.
    found: FileState,
}

impl Session {
    /// Opens a file, or shows it if it is already open with changes. Tables, for instance dropped on the window, are
    /// previewed as actuals.
    pub(super) fn open_path(&mut self, path: PathBuf) {
        if super::actuals::is_table(&path) {
            return self.import_file(path);
        }
        self.path_prompt = None;
        let open = self
            .documents
            .all()
            .iter()
            .find(|document| document.path() == Some(path.as_path()) && document.is_changed())
            .map(Document::id);
        match open {
            Some(id) => self.documents.show(id),
            None => self.load(JobKey::Open(path.clone()), path, None),
        }
    }

    /// Reads a document's file again.
    pub(super) fn reload(&mut self, id: DocumentId) {
        let path = self.documents.get(id).and_then(Document::path);
        if let Some(path) = path.map(Path::to_owned) {
            self.load(JobKey::Reload(id), path, Some(id));
        }
    }

    fn load(&mut self, key: JobKey, path: PathBuf, again: Option<DocumentId>) {
        self.jobs.start(key, JobLane::Files, move |_| {
            let result = scenario::load(&path).map(Box::new);
            Some(OpeningEvent::Opened { path, again, result })
        });
    }

    pub(super) fn open_example(&mut self, id: &str) {
        let Some(example) = EXAMPLES.iter().find(|example| example.id == id) else {
            return;
        };
        match scenario::read_text(example.id, example.text, Path::new("")) {
            Ok(loaded) => self.documents.add(DocumentSource::Example(example.id), loaded),
            Err(failure) => self.notices.failed(failure),
        }
    }

    /// Creates a scenario for the plan with this id, every lever on the plan's path.
    pub(super) fn create(&mut self, plan: &str) {
        match scenario::create(plan, &new_name()) {
            Ok(loaded) => self.add_new(loaded),
            Err(failure) => self.notices.failed(failure),
        }
    }

    /// The same for a plan file, read on another thread. Its full path is kept, as the scenario has no location yet.
    pub(super) fn create_for(&mut self, plan: &Path) {
        self.path_prompt = None;
        let (plan, name) = (super::app_dirs::absolute(plan), new_name());
        self.jobs
            .start(JobKey::Create(plan.clone()), JobLane::Files, move |_| {
                let made = scenario::create(&plan.display().to_string(), &name);
                Some(OpeningEvent::Created(made.map(Box::new)))
            });
    }

    fn add_new(&mut self, loaded: Loaded) {
        self.documents
            .add(DocumentSource::NoFile(NEW_FILE.into()), loaded);
        self.notices.opened();
    }

    pub(super) fn on_opening(&mut self, event: OpeningEvent) {
        match event {
            OpeningEvent::Opened { path, again, result } => match result {
                Ok(loaded) => self.opened(path, again, *loaded),
                Err(failure) => self.not_opened(&path, failure),
            },
            OpeningEvent::Created(Ok(loaded)) => self.add_new(*loaded),
            OpeningEvent::Created(Err(failure)) => self.notices.could_not_open(failure),
            OpeningEvent::Looked(looked) => self.looked(looked),
        }
    }

    fn opened(&mut self, path: PathBuf, again: Option<DocumentId>, loaded: Loaded) {
        self.recent.note(&path);
        match again {
            Some(id) => self.documents.reload(id, loaded),
            None => self.documents.add(DocumentSource::File(path), loaded),
        }
        self.notices.opened();
    }

    fn not_opened(&mut self, path: &Path, failure: Failure) {
        if matches!(&failure, Failure::Io { source, .. } if source.kind() == ErrorKind::NotFound) {
            self.recent.forget(path);
        }
        self.notices.could_not_open(failure);
    }

    /// Checks whether other programs have changed the files of open documents. An unreadable file is ignored: a share
    /// may be away for a moment.
    pub(super) fn look_at_files(&mut self) {
        self.reread_compared();
        for document in self.documents.all() {
            let Some(path) = document.path().filter(|_| *document.seen() != FileState::Unknown) else {
                continue;
            };
            let (document, path, known) = (document.id(), path.to_owned(), document.seen().clone());
            self.jobs.start(JobKey::Look(document), JobLane::Files, move |_| {
                let found = FileState::at(&path);
                Some(OpeningEvent::Looked(Looked {
                    document,
                    path,
                    known,
                    found,
                }))
            });
        }
    }

    /// Handles the result of a check. During a save, or after one, the change seen may be our own; the next check will
    /// tell.
    fn looked(&mut self, looked: Looked) {
        let Looked {
            document: id,
            path,
            known,
            found,
        } = looked;
        let is_saved_meanwhile = self.jobs.is_any(|key| *key == save_key(&path));
        let is_busy = self.question().is_some() || self.path_prompt.is_some();
        let Some(document) = self.documents.get_mut(id) else {
            return;
        };
        let is_as_it_was = document.path() == Some(path.as_path()) && *document.seen() == known;
        if is_saved_meanwhile || !is_as_it_was || found == known || found == FileState::Unknown {
            return;
        }
        if found == FileState::Absent {
            document.keep_against(found);
            let what = Message::new("file-gone").with("path", path.display().to_string());
            let help = Some(Message::new("file-gone-help"));
            self.notices.failed(Failure::Other { what, help });
        } else if !is_busy {
            // While another question is open, wait for the next check.
            self.ask(Prompt::ChangedOutside { document: id, found });
        }
    }
}

fn new_name() -> LocalizedText {
    let say = |language| crate::text::say(language, "document-new-name").into_owned();
    LocalizedText::Both {
        zh: say(Language::Chinese),
        en: say(Language::English),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::session::Command;

    /// The outcome of a check that started when the document knew `known`.
    fn look(session: &Session, path: &Path, [known, found]: [&str; 2]) -> Looked {
        Looked {
            document: session.document().id(),
            path: path.to_owned(),
            known: FileState::Content(known.to_owned()),
            found: FileState::Content(found.to_owned()),
        }
    }

    #[test]
    fn a_look_that_crosses_a_save_sees_no_other_program() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("looked-at.ron");
        let mut session = Session::new(Language::English, Arc::new(|| ())).unwrap();
        session.apply(Command::SaveTo(path.clone()));
        session.wait_for_jobs();
        let before = session.document().sha256().unwrap().to_owned();
        // During a save, the changed file may be the result of that save.
        let write = |session: &mut Session| {
            let lever = session.document().plan().levers().next().unwrap().0;
            let rates = crate::scenario::Rates::Constant(3.0);
            let phase = crate::session::Phase::Done;
            session.apply(Command::SetRates { lever, rates, phase });
            session.apply(Command::Save);
        };
        write(&mut session);
        let looked = look(&session, &path, [&before, "the hash of what is saved"]);
        session.looked(looked);
        assert_eq!(session.question(), None);
        session.wait_for_jobs();
        let after = session.document().sha256().unwrap().to_owned();
        assert_ne!(after, before);
        // Checks that began before the save and finish after it, whichever of the two files they saw.
        for found in [&before, &after] {
            let looked = look(&session, &path, [&before, found]);
            session.looked(looked);
            assert_eq!(session.question(), None);
        }
        // And one that does see another program's change.
        let looked = look(&session, &path, [&after, "the hash of another"]);
        session.looked(looked);
        assert!(matches!(session.question(), Some(Prompt::ChangedOutside { .. })));
    }
}
