//! What the program asks the user.

use std::path::PathBuf;

use super::DocumentId;

/// A question that must be answered before the work goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Save the changes of these documents first?
    UnsavedChanges(Vec<DocumentId>),
    /// The file has comments, which a save would lose. Save all the same, or under another name?
    CommentsWouldBeLost(PathBuf),
    /// Another file of that name is there. Replace it?
    Overwrite(PathBuf),
    /// Files of an earlier export are in the folder. Replace them?
    ReplaceExport(PathBuf),
    /// Another program has changed the file that is to be saved to. Replace it all the same?
    OverwriteChanged(PathBuf),
    /// Another program has changed this document's file. Read it again?
    ChangedOutside {
        /// Whose file.
        document: DocumentId,
        /// The file's SHA-256 now.
        sha256: Option<String>,
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
    /// The present file, or a name for a new one.
    pub suggestion: PathBuf,
    /// The system's dialog was cancelled, or could not be shown.
    pub system_gave_nothing: bool,
}
