//! What a table leaves open.

use super::Choice;
use crate::plan::IndicatorIx;
use crate::scenario::ActualEntry;
use crate::text::Message;

/// Something that a table does not tell, and that decides what its figures are.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What it is about.
    pub topic: Topic,
    /// Row and column of the first cell concerned, counted from 0.
    pub at: Option<(usize, usize)>,
    /// The series concerned, where it is one.
    pub series: Option<usize>,
    /// The question.
    pub asks: Message,
    /// The answers there are.
    pub answers: Vec<Answer>,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The sign before decimals.
    Decimal,
    /// Whether figures are rises or falls.
    Sign,
    /// Whether figures are levels or changes, and against which year.
    Kind,
    /// Whether figures are fractions.
    Fractions,
    /// In which unit figures are.
    Unit,
    /// Which of several series is taken.
    Take,
    /// Whether a name means an indicator.
    Name,
    /// Whose figures are taken.
    Only,
    /// Whether figures are taken in spite of a text around them.
    Despite,
}

/// An answer, and what it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it settles.
    pub choice: Choice,
    /// The figures that are taken then.
    pub figures: Vec<(IndicatorIx, ActualEntry)>,
}
