//! A question about a document in its current state and the last answer, computed by a job and shown meanwhile.

use super::Document;
use super::document::State;

/// A question about a document in this state.
#[derive(Clone, PartialEq)]
pub(super) struct Asked<Q> {
    state: State,
    question: Q,
}

impl<Q> Asked<Q> {
    pub fn new(document: &Document, question: Q) -> Self {
        Self::in_state(State::of(document), question)
    }

    pub const fn in_state(state: State, question: Q) -> Self {
        Self { state, question }
    }
}

/// The latest question, and the answer shown. While the new answer is being computed, that is an older one.
pub(super) struct Analysis<Q, A> {
    asked: Option<Asked<Q>>,
    shown: Option<(Asked<Q>, A)>,
}

impl<Q, A> Default for Analysis<Q, A> {
    fn default() -> Self {
        Self {
            asked: None,
            shown: None,
        }
    }
}

impl<Q: Clone + PartialEq, A> Analysis<Q, A> {
    /// Records the question; true if it is new and must be computed.
    pub fn ask(&mut self, asked: &Asked<Q>) -> bool {
        let is_new = self.asked.as_ref() != Some(asked);
        if is_new {
            self.asked = Some(asked.clone());
        }
        is_new
    }

    /// The question counts as new the next time; its answer is still shown meanwhile.
    pub fn ask_again(&mut self) {
        if self.asked.as_ref() != self.shown.as_ref().map(|(asked, _)| asked) {
            self.asked = None;
        }
    }

    /// Forgets question and answer.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether there is a question.
    pub const fn is_open(&self) -> bool {
        self.asked.is_some()
    }

    /// Records an answer; true if it answers the latest question. Any other comes too late.
    pub fn answer(&mut self, asked: Asked<Q>, answer: A) -> bool {
        let is_wanted = self.asked.as_ref() == Some(&asked);
        if is_wanted {
            self.shown = Some((asked, answer));
        }
        is_wanted
    }

    /// The last answer about this document, perhaps in an earlier state.
    pub fn last(&self, document: &Document) -> Option<&A> {
        let (asked, answer) = self.shown.as_ref()?;
        asked.state.is_of(document).then_some(answer)
    }

    /// Whether that answer is about the document as it is now.
    pub fn is_of_now(&self, document: &Document) -> bool {
        let shown = self.shown.as_ref();
        shown.is_some_and(|(asked, _)| asked.state == State::of(document))
    }

    /// The question the last answer belongs to.
    pub fn last_question(&self, document: &Document) -> Option<&Q> {
        let (asked, _) = self.shown.as_ref()?;
        asked.state.is_of(document).then_some(&asked.question)
    }

    /// The answer, if it answers the latest question and holds for the document as it is now.
    pub fn current(&self, document: &Document) -> Option<&A> {
        let (asked, answer) = self.shown.as_ref()?;
        let holds = self.asked.as_ref() == Some(asked) && asked.state == State::of(document);
        holds.then_some(answer)
    }
}
