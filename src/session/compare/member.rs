//! The scenarios that are compared, and where each comes from.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::{DocumentId, Session};
use crate::model::Evaluation;
use crate::plan::Plan;
use crate::scenario::{EXAMPLES, Example, Loaded, Scenario};
use crate::text::{Language, Message};

/// The most scenarios that are compared at once: as many as there are colours and marks to tell them apart.
pub const MOST_COMPARED: usize = 5;

/// Where a compared scenario comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComparedSource {
    /// It is open, and compared as it is at any moment.
    Open(DocumentId),
    /// A built-in example, by id, as it came.
    Example(&'static str),
    /// A file, as it was when last read.
    File(PathBuf),
}

/// A scenario with its plan, and what follows from both.
#[derive(Clone, Debug)]
pub struct ComparedContent {
    /// Its plan.
    pub plan: Arc<Plan>,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// What follows from it.
    pub evaluation: Arc<Evaluation>,
}

/// A scenario among those compared.
#[derive(Clone, Debug)]
pub struct ComparedMember {
    /// Which letter, colour and mark stand for it, counted from 0. It keeps them as long as it is compared.
    pub(super) slot: usize,
    pub(super) source: ComparedSource,
    /// Of an example or a file; nothing until the file has been read.
    pub(super) content: Option<Arc<ComparedContent>>,
    /// Why its file could not be read again.
    pub(super) trouble: Option<Message>,
}

impl ComparedContent {
    /// Computes what follows from a scenario that was read.
    pub(super) fn new(loaded: Loaded) -> Self {
        Self {
            evaluation: Evaluation::new(&loaded.plan, &loaded.scenario),
            plan: loaded.plan,
            scenario: Arc::new(loaded.scenario),
        }
    }

    /// Whether a file says the same as when it was last read.
    pub(super) fn says_the_same_as(&self, other: &Self) -> bool {
        self.scenario == other.scenario && self.plan == other.plan
    }
}

impl ComparedMember {
    /// Which letter, colour and mark stand for it, counted from 0.
    #[must_use]
    pub const fn slot(&self) -> usize {
        self.slot
    }

    /// Where it comes from.
    #[must_use]
    pub const fn source(&self) -> &ComparedSource {
        &self.source
    }

    /// Why its file could not be read again; what was read last is still compared.
    #[must_use]
    pub const fn trouble(&self) -> Option<&Message> {
        self.trouble.as_ref()
    }
}

impl Session {
    /// The scenarios that are compared, in the order in which they were added.
    #[must_use]
    pub fn compared(&self) -> &[ComparedMember] {
        &self.comparing.members
    }

    /// Whether another scenario can be added.
    #[must_use]
    pub const fn has_room_to_compare(&self) -> bool {
        self.comparing.members.len() < MOST_COMPARED
    }

    /// The name of a compared scenario; until its file has been read, the file's.
    #[must_use]
    pub fn compared_name(&self, member: &ComparedMember, language: Language) -> String {
        if let ComparedSource::Open(id) = member.source
            && let Some(document) = self.documents.get(id)
        {
            return document.scenario().name.get(language).to_owned();
        }
        match (&member.content, &member.source) {
            (Some(content), _) => content.scenario.name.get(language).to_owned(),
            (None, ComparedSource::File(path)) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                name.to_string_lossy().into_owned()
            }
            (None, _) => String::new(),
        }
    }

    /// The file of a compared scenario, if it has one.
    #[must_use]
    pub fn compared_path(&self, member: &ComparedMember) -> Option<PathBuf> {
        match &member.source {
            ComparedSource::Open(id) => self.documents.get(*id)?.path().map(PathBuf::from),
            ComparedSource::Example(_) => None,
            ComparedSource::File(path) => Some(path.clone()),
        }
    }

    /// Whether its file is being read for the first time.
    #[must_use]
    pub const fn is_reading_compared(&self, member: &ComparedMember) -> bool {
        matches!(member.source, ComparedSource::File(_)) && member.content.is_none()
    }

    /// Open scenarios that are not compared yet, in tab order.
    pub fn open_to_compare(&self) -> impl Iterator<Item = DocumentId> {
        let ids = self.documents().iter().map(super::super::Document::id);
        ids.filter(|id| !self.comparing.has(&ComparedSource::Open(*id)))
    }

    /// Examples that are not compared yet, in menu order.
    pub fn examples_to_compare(&self) -> impl Iterator<Item = &'static Example> {
        let examples = EXAMPLES.iter();
        examples.filter(|example| !self.comparing.has(&ComparedSource::Example(example.id)))
    }

    /// A compared scenario as it is now; nothing while its file is being read.
    pub(super) fn content_of(&self, member: &ComparedMember) -> Option<ComparedContent> {
        let ComparedSource::Open(id) = member.source else {
            return member.content.as_deref().cloned();
        };
        let document = self.documents.get(id)?;
        Some(ComparedContent {
            plan: document.shared_plan(),
            scenario: Arc::new(document.scenario().clone()),
            evaluation: document.shared_evaluation(),
        })
    }
}
