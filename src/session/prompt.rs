//! What the program asks the user.

use std::path::PathBuf;

use super::{DocumentId, FileState};

/// A question that must be answered before the work goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// Save the changes of these documents first?
    UnsavedChanges(Vec<DocumentId>),
    /// The file has comments, which a save would lose. Save all the same, or under another name?
    CommentsWouldBeLost {
        /// What is to be saved.
        document: DocumentId,
        /// Its file.
        path: PathBuf,
    },
    /// Something exists here that the save is not known to replace. Replace it?
    Overwrite {
        /// What is to be saved.
        document: DocumentId,
        /// The destination.
        path: PathBuf,
        /// What exists there.
        found: FileState,
        /// It is the document's own file, changed by another program.
        is_own: bool,
    },
    /// The folder contains files of an earlier export. Replace them?
    ReplaceExport(PathBuf),
    /// Another program has changed this document's file. Reload it?
    ChangedOutside {
        /// Whose file.
        document: DocumentId,
        /// What is there now.
        found: FileState,
    },
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptAnswer {
    /// Do it.
    Yes,
    /// Go on without, or choose otherwise.
    No,
    /// Leave everything as it is.
    Cancel,
}

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathUse {
    /// To open a scenario.
    Open,
    /// To compare a scenario.
    Compare,
    /// To save the scenario.
    SaveAs,
    /// To start a scenario for the user's own plan.
    NewFromPlan,
    /// To import actuals from a table.
    Import,
    /// A folder to export to.
    ExportTo,
}

/// A path is wanted. The system's dialog opens, and the path can be typed as well, because on a remote desktop the
/// dialog may hang or never appear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPrompt {
    /// Its purpose.
    pub purpose: PathUse,
    /// The document in front, for which to save, export or import.
    pub document: DocumentId,
    /// The current file, or a name for a new one.
    pub suggestion: PathBuf,
    /// The system's dialog was cancelled, or could not be shown.
    pub system_gave_nothing: bool,
}
