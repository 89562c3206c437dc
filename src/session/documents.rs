//! The open documents and which of them is in front.

use std::path::{Path, PathBuf};

use super::document::{Document, DocumentId, NEW_FILE, Source};
use super::finished::Finished;
use super::job_key::JobKey;
use super::jobs::Lane;
use super::saving::sha256_of;
use super::{Effect, PathPrompt, PathUse, Question, Session};
use crate::file::Failure;
use crate::scenario::{self, EXAMPLES, Loaded};
use crate::text::{Language, Message, Words};

/// Open documents in the order of their tabs; never none.
pub(super) struct Documents {
    all: Vec<Document>,
    active: usize,
    next_id: u64,
}

impl Documents {
    pub(super) fn with_default_example() -> Result<Self, Failure> {
        let document = Document::example(DocumentId(0), &EXAMPLES[0])?;
        Ok(Self {
            all: vec![document],
            active: 0,
            next_id: 1,
        })
    }

    pub(super) fn all(&self) -> &[Document] {
        &self.all
    }

    pub(super) fn active(&self) -> &Document {
        &self.all[self.active]
    }

    pub(super) fn active_mut(&mut self) -> &mut Document {
        &mut self.all[self.active]
    }

    pub(super) fn get(&self, id: DocumentId) -> Option<&Document> {
        self.all.iter().find(|document| document.id() == id)
    }

    pub(super) fn get_mut(&mut self, id: DocumentId) -> Option<&mut Document> {
        self.all.iter_mut().find(|document| document.id() == id)
    }

    pub(super) fn show(&mut self, id: DocumentId) {
        if let Some(position) = self.all.iter().position(|document| document.id() == id) {
            self.active = position;
        }
    }

    /// The tab to the right (1) or to the left (−1), going round at the ends.
    pub(super) fn show_neighbour(&mut self, direction: isize) {
        let count = self.all.len();
        self.active = (self.active + count).wrapping_add_signed(direction) % count;
    }

    pub(super) fn toggle_pin(&mut self, id: DocumentId) {
        if let Some(document) = self.get_mut(id) {
            document.toggle_pin();
        }
    }

    /// Puts a document that was read in front. It takes the place of one nobody has touched, such as the example that
    /// is there at the start, and of an earlier reading of the same file without changes.
    pub(super) fn add(&mut self, source: Source, loaded: Loaded) {
        let id = self.new_id();
        let document = Document::new(id, source, loaded);
        let replaced = self
            .all
            .iter()
            .position(|other| {
                let is_file = !matches!(other.source(), Source::NoFile(_));
                is_file && !other.is_changed() && other.source() == document.source()
            })
            .or_else(|| self.active().is_untouched_example().then_some(self.active));
        match replaced {
            Some(position) => {
                self.all[position] = document;
                self.active = position;
            }
            None => self.insert(document),
        }
    }

    /// Opens what was recovered. It may stand beside its own file, opened at this start.
    pub(super) fn add_recovered(
        &mut self,
        source: Source,
        recovered: Loaded,
        on_disk: Option<Loaded>,
    ) -> DocumentId {
        let id = self.new_id();
        let document = Document::new(id, source, recovered).recovered(on_disk);
        if self.active().is_untouched_example() {
            self.all[self.active] = document;
        } else {
            self.insert(document);
        }
        id
    }

    /// Takes in a document's file as it is now. What was there before is one step back.
    pub(super) fn reload(&mut self, id: DocumentId, loaded: Loaded) {
        if let Some(document) = self.get_mut(id) {
            document.reload(loaded);
        }
    }

    /// A copy of the document in front, to try something else with.
    pub(super) fn duplicate(&mut self) {
        let id = self.new_id();
        let copy = self.active().copy(id);
        self.insert(copy);
    }

    fn insert(&mut self, document: Document) {
        self.active += 1;
        self.all.insert(self.active, document);
    }

    /// Takes a document away. The last one gives way to the default example.
    pub(super) fn remove(&mut self, id: DocumentId) -> Result<(), Failure> {
        let Some(position) = self.all.iter().position(|document| document.id() == id) else {
            return Ok(());
        };
        if self.all.len() == 1 {
            let id = self.new_id();
            self.all[0] = Document::example(id, &EXAMPLES[0])?;
            return Ok(());
        }
        self.all.remove(position);
        if self.active > position || self.active == self.all.len() {
            self.active -= 1;
        }
        Ok(())
    }

    pub(super) fn changed(&self) -> Vec<DocumentId> {
        self.all
            .iter()
            .filter(|document| document.is_changed())
            .map(Document::id)
            .collect()
    }

    fn new_id(&mut self) -> DocumentId {
        self.next_id += 1;
        DocumentId(self.next_id)
    }
}

impl Session {
    /// Opens a file, or shows it if it is open already with changes of its own. Tables, as when one is dropped on the
    /// window, are looked at for actuals.
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

    pub(super) fn open_example(&mut self, id: &str) {
        let Some(example) = EXAMPLES.iter().find(|example| example.id == id) else {
            return;
        };
        match crate::scenario::read_text(example.id, example.text, Path::new("")) {
            Ok(loaded) => self.documents.add(Source::Example(example.id), loaded),
            Err(failure) => self.notices.failed(failure),
        }
    }

    /// A scenario for the plan with this id, every lever on the plan's path.
    pub(super) fn create(&mut self, plan: &str) {
        match scenario::create(plan, &Self::new_name()) {
            Ok(loaded) => self.add_new(loaded),
            Err(failure) => self.notices.failed(failure),
        }
    }

    /// The same for a plan file, which is read elsewhere. Its path is kept in full, the scenario having no place yet.
    pub(super) fn create_for(&mut self, plan: &Path) {
        self.path_prompt = None;
        let (plan, name) = (super::places::absolute(plan), Self::new_name());
        self.jobs
            .start(JobKey::Create(plan.clone()), Lane::Files, move |_| {
                let made = scenario::create(&plan.display().to_string(), &name);
                Some(Finished::Created {
                    result: made.map(Box::new),
                })
            });
    }

    /// Reads a file, for a new document or for one whose file it is.
    pub(super) fn load(&mut self, key: JobKey, path: PathBuf, again: Option<DocumentId>) {
        self.jobs.start(key, Lane::Files, move |_| {
            let result = scenario::load(&path).map(Box::new);
            Some(Finished::Opened { path, again, result })
        });
    }

    pub(super) fn add_new(&mut self, loaded: Loaded) {
        self.documents.add(Source::NoFile(NEW_FILE.into()), loaded);
        self.notices.opened();
    }

    fn new_name() -> Words {
        let say = |language| crate::text::say(language, "document-new-name").into_owned();
        Words::Both {
            zh: say(Language::Chinese),
            en: say(Language::English),
        }
    }

    /// What another program has made of a document's file.
    pub(super) fn looked(&mut self, id: DocumentId, path: &Path, sha256: Option<String>) {
        let is_busy = self.question.is_some() || self.path_prompt.is_some();
        let Some(document) = self.documents.get_mut(id) else {
            return;
        };
        let is_news = document.path() == Some(path)
            && document.sha256().is_some()
            && document.sha256() != sha256.as_deref();
        if !is_news {
            return;
        }
        if sha256.is_none() {
            document.keep_against(None);
            let what = Message::new("file-gone").with("path", path.display().to_string());
            let help = Some(Message::new("file-gone-help"));
            self.notices.failed(Failure::Other { what, help });
        } else if !is_busy {
            // While another question waits, the next look will tell.
            self.documents.show(id);
            self.question = Some(Question::ChangedOutside { document: id, sha256 });
        }
    }

    /// Looks whether other programs have changed the files of open documents.
    pub(super) fn look_at_files(&mut self) {
        for document in self.documents.all() {
            let (Some(path), Some(known)) = (document.path(), document.sha256()) else {
                continue;
            };
            let (document, path, known) = (document.id(), path.to_owned(), known.to_owned());
            self.jobs.start(JobKey::Look(document), Lane::Files, move |_| {
                // One that cannot be read now is no news: a share may be away for a moment.
                let sha256 = sha256_of(&path).unwrap_or(Some(known));
                Some(Finished::Looked {
                    document,
                    path,
                    sha256,
                })
            });
        }
    }

    /// Asks for a path: the system's dialog opens, and the path can be typed meanwhile.
    pub(super) fn ask_for_path(&mut self, purpose: PathUse) {
        let suggestion = self.document().suggested_path();
        let prompt = PathPrompt {
            purpose,
            suggestion: match purpose {
                // A folder beside the scenario, with its name.
                PathUse::ExportTo => suggestion.with_extension(""),
                _ => suggestion,
            },
            system_gave_nothing: false,
        };
        self.effects.push(Effect::AskSystemForPath(prompt.clone()));
        self.path_prompt = Some(prompt);
    }

    /// A cancelled dialog and one that never appeared look alike, so the typed path stays on offer and says so.
    pub(super) fn system_dialog_gave_nothing(&mut self) {
        if let Some(prompt) = &mut self.path_prompt {
            prompt.system_gave_nothing = true;
        }
    }
}
