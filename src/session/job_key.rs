//! What the jobs of the window are about.

use std::path::PathBuf;

use super::DocumentId;

/// What a job is about. Of two jobs with one key the later one counts, and the earlier one is cancelled; saves are
/// carried out one after the other instead.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum JobKey {
    /// Opening this file.
    Open(PathBuf),
    /// Reading this document's file again.
    Reload(DocumentId),
    /// A new scenario for this plan file.
    Create(PathBuf),
    /// Saving to this file.
    Save(PathBuf),
    /// Looking whether another program has changed this document's file.
    Look(DocumentId),
    /// Reading a table for this document.
    ReadTable(DocumentId),
    /// The preview of the table that is looked at for this document.
    Import(DocumentId),
    /// What follows from the scenario.
    Implications(DocumentId),
    /// The feasibility map.
    Map(DocumentId),
    /// The answer of goal-seek.
    Seek(DocumentId),
    /// What reaches every target.
    ReachAll(DocumentId),
    /// The preview of a figure.
    Preview,
    /// The picture of a chart for the clipboard.
    CopyPicture,
    /// An export.
    Export,
    /// Looking for what a crash has left.
    Leftovers,
}

impl JobKey {
    /// The document without which nobody has any use for the result.
    #[must_use]
    pub const fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Reload(id)
            | Self::Look(id)
            | Self::ReadTable(id)
            | Self::Import(id)
            | Self::Implications(id)
            | Self::Map(id)
            | Self::Seek(id)
            | Self::ReachAll(id) => Some(*id),
            Self::Open(_)
            | Self::Create(_)
            | Self::Save(_)
            | Self::Preview
            | Self::CopyPicture
            | Self::Export
            | Self::Leftovers => None,
        }
    }
}
