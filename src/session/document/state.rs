//! The document state that something is computed for.

use std::sync::Arc;

use super::{Document, DocumentId};
use crate::plan::Plan;

/// Which document, under which plan, at which revision.
#[derive(Clone)]
pub(in crate::session) struct State {
    document: DocumentId,
    revision: u64,
    plan: Arc<Plan>,
}

impl State {
    pub fn of(document: &Document) -> Self {
        Self {
            document: document.id(),
            revision: document.revision(),
            plan: document.shared_plan(),
        }
    }

    pub const fn document(&self) -> DocumentId {
        self.document
    }

    /// Whether indices into the plan are valid for this document. A file that is read again may bring another plan.
    pub fn is_of(&self, document: &Document) -> bool {
        self.document == document.id() && std::ptr::eq(Arc::as_ptr(&self.plan), document.plan())
    }
}

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        (self.document, self.revision) == (other.document, other.revision)
            && Arc::ptr_eq(&self.plan, &other.plan)
    }
}
