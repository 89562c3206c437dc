//! Keys of the window's jobs.

use std::path::PathBuf;

use super::DocumentId;

/// What a job is about. Of two jobs with the same key the later counts and the earlier is cancelled; saves run one
/// after the other instead.
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
    /// Checking whether another program has changed this document's file.
    Look(DocumentId),
    /// Reading a table for this document.
    ReadTable(DocumentId),
    /// The preview of this document's table.
    Import(DocumentId),
    /// The scenario's implications.
    Implications(DocumentId),
    /// The feasibility map.
    Map(DocumentId),
    /// Goal-seek's answer.
    Seek(DocumentId),
    /// The rates that reach every target.
    ReachAll(DocumentId),
    /// Draws.
    Ensemble(DocumentId),
    /// Which uncertain rates matter most.
    Ranking(DocumentId),
    /// What moved a derived indicator.
    Decompose(DocumentId),
    /// What differs between the compared scenarios.
    Comparison,
    /// Reading a file that is compared.
    ReadCompared(PathBuf),
    /// The preview of a figure.
    Preview,
    /// Which files an export would consist of.
    ExportContents,
    /// A chart's picture for the clipboard.
    CopyPicture,
    /// An export.
    Export,
    /// Looking for unsaved work left by a crash.
    Leftovers,
}

impl JobKey {
    /// The document without which the result is useless.
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
            | Self::ReachAll(id)
            | Self::Ensemble(id)
            | Self::Ranking(id)
            | Self::Decompose(id) => Some(*id),
            Self::Open(_)
            | Self::Create(_)
            | Self::Save(_)
            | Self::Comparison
            | Self::ReadCompared(_)
            | Self::Preview
            | Self::ExportContents
            | Self::CopyPicture
            | Self::Export
            | Self::Leftovers => None,
        }
    }
}
