//! Faults found by checks: the first are kept and located, the rest counted.

use super::locate::ValuePath;
use super::{Diagnostic, Failure, Invalid};
use crate::text::Message;

/// A fault not yet located in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Which value is at fault.
    pub at: ValuePath,
    /// What is wrong.
    pub what: Message,
    /// Remedy.
    pub help: Option<Message>,
}

impl Problem {
    /// A problem without a remedy yet.
    #[must_use]
    pub const fn new(at: ValuePath, what: Message) -> Self {
        Self { at, what, help: None }
    }

    /// The same problem with a remedy.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }
}

/// Maximum number of located problems; locating one scans the whole text.
const MOST_PROBLEMS: usize = 20;

/// Problems of a document; only the first are stored in full.
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

    /// Adds one lazily, described only if it is stored.
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
