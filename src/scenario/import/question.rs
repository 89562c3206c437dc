//! Questions about a table.

use super::Choice;
use crate::plan::IndicatorIx;
use crate::scenario::ActualEntry;
use crate::text::Message;

/// An ambiguity that affects figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Topic.
    pub topic: Topic,
    /// Zero-based row and column of the first cell concerned.
    pub at: Option<(usize, usize)>,
    /// The series concerned, if a single one.
    pub series: Option<usize>,
    /// Text of the question.
    pub asks: Message,
    /// Possible answers.
    pub answers: Vec<AnswerOption>,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Decimal separator.
    Decimal,
    /// Whether figures are rises or falls.
    Sign,
    /// Whether figures are levels or changes, and against which year.
    Kind,
    /// Whether figures are fractions.
    Fractions,
    /// Unit of figures.
    Unit,
    /// Which of several series to use.
    Take,
    /// Whether a name means an indicator.
    Name,
    /// Which records to use.
    Only,
    /// Whether to read figures despite a text.
    Despite,
}

/// An answer and its effect.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerOption {
    /// The choice it makes.
    pub choice: Choice,
    /// Figures imported with it.
    pub figures: Vec<(IndicatorIx, ActualEntry)>,
}
