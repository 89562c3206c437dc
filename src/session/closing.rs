//! Closing documents and the window: the user saves or gives up all changes first.

use std::collections::VecDeque;

use super::document::DocumentId;
use super::{Document, Effect, Prompt, PromptAnswer, Session};

/// What to do once unsaved changes are dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Close(DocumentId),
    Quit,
}

/// Documents to save before something is closed.
#[derive(Default)]
pub(super) struct PendingClose {
    /// Still to be saved.
    waiting: VecDeque<DocumentId>,
    /// The user has agreed to save them. Until then, a save that happens to finish does not count as an answer.
    is_agreed: bool,
    /// The number of the first one's save.
    awaited: Option<u64>,
    next: Option<Next>,
}

impl Session {
    pub(super) fn close(&mut self, id: DocumentId) {
        let is_changed = self.documents.get(id).is_some_and(Document::is_changed);
        self.unless_unsaved(if is_changed { vec![id] } else { Vec::new() }, Next::Close(id));
    }

    pub(super) fn quit(&mut self) {
        self.unless_unsaved(self.documents.changed(), Next::Quit);
    }

    fn unless_unsaved(&mut self, unsaved: Vec<DocumentId>, next: Next) {
        self.leaving = PendingClose::default();
        self.questions.forget_leaving();
        if unsaved.is_empty() {
            return self.go(next);
        }
        self.leaving.waiting = unsaved.iter().copied().collect();
        self.leaving.next = Some(next);
        self.ask(Prompt::UnsavedChanges(unsaved));
    }

    /// Handles the answer to whether to save changes first.
    pub(super) fn answer_leaving(&mut self, answer: PromptAnswer) {
        match answer {
            PromptAnswer::Yes => {
                self.leaving.is_agreed = true;
                self.save_next();
            }
            PromptAnswer::No => {
                if let Some(next) = std::mem::take(&mut self.leaving).next {
                    self.go(next);
                }
            }
            PromptAnswer::Cancel => self.leaving = PendingClose::default(),
        }
    }

    /// Saves the next document in line. Once all are saved, repeats the original request, because there may be newer
    /// changes by now.
    fn save_next(&mut self) {
        while let Some(id) = self.leaving.waiting.front().copied() {
            if self.documents.get(id).is_some_and(Document::is_changed) {
                // It may need a path or an answer, with that document in front.
                self.documents.show(id);
                return self.save(id);
            }
            self.leaving.waiting.pop_front();
        }
        let next = std::mem::take(&mut self.leaving).next;
        self.take_typed();
        match next {
            Some(Next::Close(id)) => self.close(id),
            Some(Next::Quit) => self.quit(),
            None => {}
        }
    }

    fn go(&mut self, next: Next) {
        match next {
            Next::Close(id) => {
                if let Err(failure) = self.documents.remove(id) {
                    self.notices.failed(failure);
                }
            }
            Next::Quit => self.effects.push(Effect::Close),
        }
    }

    /// A save was handed over; closing may be waiting for it.
    pub(super) fn wait_for_save(&mut self, id: DocumentId, number: u64) {
        if self.is_next_in_line(id) {
            self.leaving.awaited = Some(number);
        }
    }

    /// A save is done.
    pub(super) fn leave_after(&mut self, number: u64) {
        if self.leaving.awaited == Some(number) {
            self.leaving.awaited = None;
            self.leaving.waiting.pop_front();
            self.save_next();
        }
    }

    /// A save has failed: whatever waited for it would lose changes.
    pub(super) fn give_up_leaving_after(&mut self, number: u64) {
        if self.leaving.awaited == Some(number) {
            self.leaving = PendingClose::default();
        }
    }

    /// This document will not be saved after all.
    pub(super) fn give_up_leaving_for(&mut self, id: DocumentId) {
        if self.is_next_in_line(id) {
            self.leaving = PendingClose::default();
        }
    }

    fn is_next_in_line(&self, id: DocumentId) -> bool {
        self.leaving.is_agreed && self.leaving.waiting.front() == Some(&id)
    }
}
