//! Rises or falls.

use super::super::fit::may_fall;
use super::super::saying::{IndexBase, SignMeaning};
use super::super::{FigureKind, SignRule, Topic};
use super::{Answers, Figures, Judge, SeriesVerdict, turned};
use crate::text::Message;

/// In percent; larger figures are not read as sizes of falls.
const LARGE: f64 = 50.0;

impl Judge<'_> {
    /// Gives changes their signs.
    pub(super) fn signed(
        &self,
        kind: FigureKind,
        figures: Figures,
        settled: Answers,
        mut notes: Vec<Message>,
    ) -> SeriesVerdict {
        if !kind.is_change() || self.is_index() {
            return self.checked(kind, figures, settled, notes);
        }
        let falls = |figures: Figures| -> Figures {
            let figures = figures.into_iter();
            figures.map(|figure| figure.map(turned)).collect()
        };
        match settled.sign {
            Some(SignRule::Falls) => return self.checked(kind, falls(figures), settled, notes),
            Some(SignRule::AsWritten) => return self.checked(kind, figures, settled, notes),
            None => {}
        }
        let (signed, unsigned) = self.signs();
        let said = self.transform.said;
        if unsigned > 0 && self.numbers.iter().any(|(_, number)| number.way.is_some()) {
            return ask("import-ask-some-ways", settled);
        }
        match (self.are_named_falls(), signed, unsigned) {
            // "降低率" in the name, and "增长" above it.
            (_, _, 1..) if said.is_contradictory => return ask("import-ask-two-ways", settled),
            (true, 1.., 1..) => return ask("import-ask-mixed-signs", settled),
            (true, 1.., 0) => notes.push(Message::new("import-note-signs-kept")),
            (true, 0, _) => {
                notes.push(Message::new("import-note-falls"));
                return self.checked(kind, falls(figures), settled, notes);
            }
            // −5.74 below "比上年下降": a rise, or a signed fall?
            (false, 1.., 1..) if self.title.falls && said.sense.is_none() => {
                return ask("import-ask-title-falls", settled);
            }
            // A fall is stated only further away.
            (false, 0, 1..) if self.title.falls && said.sense.is_none() => {
                return ask("import-ask-around-falls", settled);
            }
            (false, ..) if settled.kind.is_none() && settled.usual.is_none() && self.may_be_falls() => {
                return ask("import-ask-falls", settled);
            }
            (false, ..) => {}
        }
        self.checked(kind, figures, settled, notes)
    }

    /// Whether unsigned changes are, or may be, falls.
    pub(super) fn are_likely_falls(&self) -> bool {
        let (signed, _) = self.signs();
        !self.is_index() && signed == 0 && (self.are_named_falls() || self.may_be_falls())
    }

    /// Whether the name states a fall and figures are signed.
    pub fn has_signed_falls(&self) -> bool {
        self.are_named_falls() && self.signs().0 > 0
    }

    fn are_named_falls(&self) -> bool {
        self.transform.said.sense == Some(SignMeaning::Falls)
    }

    /// Whether unsigned figures of an indicator that may fall have no stated direction.
    fn may_be_falls(&self) -> bool {
        let said = self.transform.said;
        // "Improvement" means a fall for a falling indicator, but like "change" says nothing about signs. Large
        // figures under "change" are an index or a level.
        let is_bare = said.basis.is_none() && !said.is_change;
        let are_changes = || self.numbers.iter().all(|(_, number)| number.value < LARGE);
        let says_nothing = said.sense.is_none() && (said.is_better || is_bare || are_changes());
        let (signed, unsigned) = self.signs();
        says_nothing && signed == 0 && unsigned > 0 && may_fall(self.plan, self.ix)
    }

    fn is_index(&self) -> bool {
        matches!(
            self.transform.said.basis,
            Some(IndexBase::Previous100 | IndexBase::Year100(_) | IndexBase::Index)
        )
    }

    /// Numbers of signed and unsigned figures; zero counts as neither.
    fn signs(&self) -> (usize, usize) {
        let filled = || self.numbers.iter().filter(|(_, number)| number.value != 0.0);
        let signed = filled()
            .filter(|(_, number)| number.is_signed || number.way.is_some())
            .count();
        (signed, filled().count() - signed)
    }
}

fn ask(asks: &'static str, settled: Answers) -> SeriesVerdict {
    SeriesVerdict::Open {
        topic: Topic::Sign,
        asks: Message::new(asks),
        answers: [SignRule::AsWritten, SignRule::Falls]
            .map(|sign| Answers {
                sign: Some(sign),
                ..settled
            })
            .into(),
        may_leave_out: false,
    }
}
