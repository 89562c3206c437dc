//! Questions to the user, one at a time: a question raised while another is open waits its turn.

use std::collections::VecDeque;

use super::saving::OverwriteRule;
use super::{Document, DocumentId, PathUse, Prompt, PromptAnswer, Session};

/// Questions awaiting an answer.
#[derive(Default)]
pub(super) struct Questions {
    waiting: VecDeque<Prompt>,
    /// Counts questions shown.
    number: u64,
}

impl Questions {
    pub(super) fn front(&self) -> Option<&Prompt> {
        self.waiting.front()
    }

    fn add(&mut self, question: Prompt) {
        let is_same = |other: &&mut Prompt| other.is_about_same(&question);
        match self.waiting.iter_mut().find(is_same) {
            // With what is there now.
            Some(earlier) => *earlier = question,
            None => self.waiting.push_back(question),
        }
    }

    fn retain(&mut self, is_kept: impl Fn(&Prompt) -> bool) {
        let before = self.waiting.front().cloned();
        self.waiting.retain(is_kept);
        if self.waiting.front() != before.as_ref() {
            self.number += 1;
        }
    }

    /// The user asks to leave again, or has changed their mind.
    pub(super) fn forget_leaving(&mut self) {
        self.retain(|question| !matches!(question, Prompt::UnsavedChanges(_)));
    }

    fn take(&mut self) -> Option<Prompt> {
        self.number += 1;
        self.waiting.pop_front()
    }
}

impl Prompt {
    /// The document that should be in front when this is asked.
    fn document(&self) -> Option<DocumentId> {
        match self {
            Self::UnsavedChanges(ids) => match ids.as_slice() {
                [one] => Some(*one),
                _ => None,
            },
            Self::CommentsWouldBeLost { document, .. }
            | Self::Overwrite { document, .. }
            | Self::ChangedOutside { document, .. } => Some(*document),
            Self::ReplaceExport(_) => None,
        }
    }

    fn is_about_same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Overwrite { document, path, .. },
                Self::Overwrite {
                    document: other,
                    path: to,
                    ..
                },
            ) => (document, path) == (other, to),
            (Self::ChangedOutside { document, .. }, Self::ChangedOutside { document: other, .. }) => {
                document == other
            }
            _ => self == other,
        }
    }
}

impl Session {
    /// The question awaiting an answer.
    #[must_use]
    pub fn question(&self) -> Option<&Prompt> {
        self.questions.front()
    }

    /// Its number; no two questions have the same.
    #[must_use]
    pub const fn question_number(&self) -> u64 {
        self.questions.number
    }

    /// The answer that loses nothing, which is what Enter gives.
    #[must_use]
    pub fn answer_without_loss(&self) -> PromptAnswer {
        let is_changed = |id| self.documents.get(id).is_some_and(Document::is_changed);
        match self.question() {
            Some(Prompt::UnsavedChanges(_)) => PromptAnswer::Yes,
            Some(Prompt::ChangedOutside { document, .. }) if !is_changed(*document) => PromptAnswer::Yes,
            // Another name, another folder, or the current state.
            Some(_) => PromptAnswer::No,
            None => PromptAnswer::Cancel,
        }
    }

    pub(super) fn ask(&mut self, question: Prompt) {
        self.questions.add(question);
        self.show_what_is_asked_about();
    }

    fn show_what_is_asked_about(&mut self) {
        let prompt = self.path_prompt.as_ref().map(|prompt| prompt.document);
        let document = match self.question() {
            Some(question) => question.document(),
            // The path is wanted for the document that was in front then.
            None => prompt,
        };
        if let Some(id) = document {
            self.documents.show(id);
        }
    }

    /// Drops the questions of closed documents.
    pub(super) fn forget_questions_of_closed(&mut self) {
        let documents = &self.documents;
        self.questions.retain(|question| match question {
            Prompt::UnsavedChanges(ids) => ids.iter().any(|id| documents.get(*id).is_some()),
            other => other.document().is_none_or(|id| documents.get(id).is_some()),
        });
    }

    pub(super) fn answer(&mut self, answer: PromptAnswer) {
        match self.questions.take() {
            None => return,
            Some(Prompt::UnsavedChanges(_)) => self.answer_leaving(answer),
            Some(Prompt::ReplaceExport(_)) => self.replace_export(answer),
            Some(Prompt::CommentsWouldBeLost { document, path }) => {
                self.answer_saving(document, answer, |session| session.write_own(document, path));
            }
            Some(Prompt::Overwrite {
                document,
                path,
                found,
                ..
            }) => {
                self.answer_saving(document, answer, |session| {
                    session.write(document, path, OverwriteRule::agreed(found));
                });
            }
            Some(Prompt::ChangedOutside { document, found }) => match answer {
                PromptAnswer::Yes => self.reload(document),
                PromptAnswer::No => {
                    if let Some(document) = self.documents.get_mut(document) {
                        document.keep_against(found);
                    }
                }
                PromptAnswer::Cancel => {}
            },
        }
        self.show_what_is_asked_about();
    }

    fn answer_saving(&mut self, id: DocumentId, answer: PromptAnswer, write: impl FnOnce(&mut Self)) {
        match answer {
            PromptAnswer::Yes => write(self),
            PromptAnswer::No => self.ask_for_path_of(PathUse::SaveAs, id),
            PromptAnswer::Cancel => self.give_up_leaving_for(id),
        }
    }
}
