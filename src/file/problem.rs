//! Faults found by checks: the first ones are kept and pointed at, the others counted.

use super::locate::Place;
use super::{Diagnostic, Failure, Invalid};
use crate::text::Message;

/// A fault found by a check, not yet located in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Which value is at fault.
    pub at: Place,
    /// What is wrong.
    pub what: Message,
    /// What to do about it.
    pub help: Option<Message>,
}

impl Problem {
    /// A problem without a remedy yet.
    #[must_use]
    pub const fn new(at: Place, what: Message) -> Self {
        Self { at, what, help: None }
    }

    /// The same problem with a remedy.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}

/// Problems that are pointed at. Nobody reads more at a time, and each has to be looked for in the whole text.
const MOST_PROBLEMS: usize = 20;

/// The problems of a document. Of the first ones all is known; a file may have a hundred thousand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    kept: Vec<Problem>,
    more: usize,
}

impl Problems {
    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.add(|| problem);
    }

    /// Adds one that takes some work to describe, which nobody does for what is only counted.
    pub fn add(&mut self, describe: impl FnOnce() -> Problem) {
        if self.kept.len() < MOST_PROBLEMS {
            self.kept.push(describe());
        } else {
            self.more += 1;
        }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.kept.len() + self.more
    }
}

impl FromIterator<Problem> for Problems {
    fn from_iter<T: IntoIterator<Item = Problem>>(all: T) -> Self {
        let mut problems = Self::default();
        for problem in all {
            problems.push(problem);
        }
        problems
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self::from_iter([problem])
    }
}

/// Turns the problems that a check found into a failure that points at the first 20 and counts the rest.
#[must_use]
pub fn locate_problems(name: &str, text: &str, problems: impl Into<Problems>) -> Failure {
    let Problems { kept, more } = problems.into();
    let mut diagnostics: Vec<Diagnostic> = kept
        .into_iter()
        .map(|problem| Diagnostic {
            span: problem.at.locate(text),
            what: problem.what,
            help: problem.help,
        })
        .collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Failure::Invalid(Box::new(Invalid {
        name: name.to_owned(),
        text: text.to_owned(),
        diagnostics,
        more,
    }))
}
