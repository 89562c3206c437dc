//! The open documents, and which of them is in front.

use super::document::{Document, DocumentId, DocumentSource};
use super::{Effect, PathPrompt, PathUse, Session};
use crate::file::Failure;
use crate::scenario::{EXAMPLES, Loaded};

/// Open documents in tab order; never empty.
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

    /// Shows the tab to the right (1) or left (−1), wrapping around.
    pub(super) fn show_neighbour(&mut self, direction: isize) {
        let count = self.all.len();
        self.active = (self.active + count).wrapping_add_signed(direction) % count;
    }

    pub(super) fn toggle_pin(&mut self, id: DocumentId) {
        if let Some(document) = self.get_mut(id) {
            document.toggle_pin();
        }
    }

    /// Puts a newly read document in front. It replaces an untouched one, such as the example shown at start-up, or an
    /// earlier, unchanged reading of the same file.
    pub(super) fn add(&mut self, source: DocumentSource, loaded: Loaded) {
        let id = self.new_id();
        let document = Document::new(id, source, loaded);
        let replaced = self
            .all
            .iter()
            .position(|other| {
                let is_file = !matches!(other.source(), DocumentSource::NoFile(_));
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

    /// Opens recovered work. Its own file may be open beside it, if opened at this start.
    pub(super) fn add_recovered(
        &mut self,
        source: DocumentSource,
        recovered: Loaded,
        on_disk: Option<Loaded>,
        saved_sha256: Option<String>,
    ) -> DocumentId {
        let id = self.new_id();
        let document = Document::new(id, source, recovered).recovered(on_disk, saved_sha256);
        if self.active().is_untouched_example() {
            self.all[self.active] = document;
        } else {
            self.insert(document);
        }
        id
    }

    /// Takes in a document's file as it is now; undo returns to what was there before.
    pub(super) fn reload(&mut self, id: DocumentId, loaded: Loaded) {
        if let Some(document) = self.get_mut(id) {
            document.reload(loaded);
        }
    }

    /// Copies the document in front, to try something else.
    pub(super) fn duplicate(&mut self) {
        self.duplicate_of(self.active().id());
    }

    /// Copies a document, and brings the copy to the front.
    pub(super) fn duplicate_of(&mut self, original: DocumentId) {
        let id = self.new_id();
        if let Some(copy) = self.get(original).map(|original| original.copy(id)) {
            self.insert(copy);
        }
    }

    /// Brings a copy of a scenario that is not open to the front.
    pub(super) fn add_copy(&mut self, source: DocumentSource, loaded: Loaded) {
        let id = self.new_id();
        let copy = Document::new(id, source, loaded).copy(id);
        self.insert(copy);
    }

    fn insert(&mut self, document: Document) {
        self.active += 1;
        self.all.insert(self.active, document);
    }

    /// Removes a document. The last one is replaced by the default example.
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
    /// Asks for a path: opens the system's dialog, while the path can also be typed.
    pub(super) fn ask_for_path(&mut self, purpose: PathUse) {
        self.ask_for_path_of(purpose, self.document().id());
    }

    /// The same for a given document, which comes to the front.
    pub(super) fn ask_for_path_of(&mut self, purpose: PathUse, id: DocumentId) {
        self.documents.show(id);
        let suggestion = self.document().suggested_path();
        let prompt = PathPrompt {
            purpose,
            document: id,
            suggestion: match purpose {
                // A folder next to the scenario, named after it.
                PathUse::ExportTo => suggestion.with_extension(""),
                _ => suggestion,
            },
            system_gave_nothing: false,
        };
        self.effects.push(Effect::AskSystemForPath(prompt.clone()));
        self.path_prompt = Some(prompt);
    }

    pub(super) fn cancel_path(&mut self) {
        if let Some(prompt) = self
            .path_prompt
            .take()
            .filter(|prompt| prompt.purpose == PathUse::SaveAs)
        {
            self.give_up_leaving_for(prompt.document);
        }
    }

    /// A cancelled dialog and one that never appeared look alike, so the typed path stays available and says so.
    pub(super) fn system_dialog_gave_nothing(&mut self) {
        if let Some(prompt) = &mut self.path_prompt {
            prompt.system_gave_nothing = true;
        }
    }
}
