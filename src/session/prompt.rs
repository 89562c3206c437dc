//! What the program asks the user.

use std::path::PathBuf;

use super::{DocumentId, Seen};

/// A question that must be answered before the work goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Save the changes of these documents first?
    UnsavedChanges(Vec<DocumentId>),
    /// The file has comments, which a save would lose. Save all the same, or under another name?
    CommentsWouldBeLost {
        /// What is to be saved.
        document: DocumentId,
        /// Its file.
        path: PathBuf,
    },
    /// Something is there that is not known to be replaced by a save. Replace it?
    Overwrite {
        /// What is to be saved.
        document: DocumentId,
        /// Where to.
        path: PathBuf,
        /// What is there.
        found: Seen,
        /// It is the document's own file, which another program has changed.
        is_own: bool,
    },
    /// Files of an earlier export are in the folder. Replace them?
    ReplaceExport(PathBuf),
    /// Another program has changed this document's file. Read it again?
    ChangedOutside {
        /// Whose file.
        document: DocumentId,
        /// What is there now.
        found: Seen,
    },
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
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
    /// To save the scenario.
    SaveAs,
    /// To begin a scenario for a plan of one's own.
    NewFromPlan,
    /// To import actuals from a table.
    Import,
    /// A folder, to export into.
    ExportTo,
}

/// A path is wanted. The system's dialog is asked, and the path can be typed as well, because on a remote desktop
/// the dialog may hang or never appear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPrompt {
    /// What for.
    pub purpose: PathUse,
    /// The document in front, which a scenario is saved, exported or imported for.
    pub document: DocumentId,
    /// The present file, or a name for a new one.
    pub suggestion: PathBuf,
    /// The system's dialog was cancelled, or could not be shown.
    pub system_gave_nothing: bool,
}
