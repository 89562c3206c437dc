//! What is open: documents, their history, questions to the user, notices, preferences. There is no window here:
//! commands go in, effects come out, and tests drive it as the window does.

mod actuals;
mod analysis;
mod annotating;
mod app_dirs;
mod apply;
mod choices;
mod clock;
mod closing;
mod command;
mod compare;
mod decompose;
mod document;
mod documents;
mod file_state;
mod history;
mod implications;
mod job_key;
mod jobs;
mod lock;
mod notice;
mod open_files;
mod opening;
mod persistence;
mod preferences;
mod prompt;
mod questions;
mod recovery;
mod recovery_offers;
mod report;
mod saving;
mod track;
mod typing;
mod uncertainty;
mod view;
mod work;

pub use actuals::{ActualsCommand, Import, ImportCommand, Refused, RefusedCell, TABLE_ENDINGS, TableReading};
pub use annotating::AnnotationCommand;
pub use app_dirs::AppDirs;
pub use choices::{Hint, Page, ScoreFilter, Screen, Theme};
pub use command::{Command, Shortcut};
pub use compare::{
    CompareCommand, ComparedContent, ComparedMember, ComparedScenarios, ComparedSource, MOST_COMPARED,
};
pub use decompose::{
    DecomposeAgainst, DecomposeChoice, DecomposeCommand, DecomposeFault, DecomposeWay, Decomposed,
    DecomposedChange,
};
pub use document::{Document, DocumentId, DocumentSource};
pub use file_state::FileState;
pub use history::{Edit, EditSubject, History, Phase};
pub use job_key::JobKey;
pub use jobs::WakeFn;
pub use notice::{Notice, NoticeId};
pub use preferences::{MOST_DECIMALS, MOST_RECENT, Preferences, RecentFiles, SCALES};
pub use prompt::{PathPrompt, PathUse, Prompt, PromptAnswer};
pub use recovery::{
    LARGEST_COPY, Leftover, Leftovers, MakeCopy, OpenTable, PastedTable, Recovery, RecoveryCopy,
    RecoveryOrder, RefusedFigure, RefusedRate, SettledTable, TableSource, keep_copies,
};
pub use recovery_offers::RecoveryOffer;
pub use report::{
    ExportContents, Exported, Exporting, FigureSize, ReportCommand, ReportDraft, ReportItem, ReportPage,
    ReportPreview,
};
pub use track::{GoalSeekResult, MapAxis, MapShown, TrackCommand, TrackPage};
pub use uncertainty::{
    DRAWS_OFFERED, DrawChoice, DrawnScenario, QUICK_DRAWS, Ranking, SpreadKind, SpreadScope, TargetOdds,
    UncertaintyCommand,
};
pub use view::View;
pub use work::RunningJob;

use std::path::PathBuf;

use crate::analysis::{Implication, Outcome};
use crate::export::figure::Pixels;
use crate::file::Failure;
use crate::text::{Language, WebAddress};
use actuals::ActualsEditor;
use analysis::Analysis;
use closing::PendingClose;
use compare::Comparing;
use decompose::Decomposing;
use documents::Documents;
use notice::Notices;
use persistence::Persistence;
use questions::Questions;
use report::Reporting;
use saving::Saves;
use track::Tracking;
use typing::Typing;
use uncertainty::Chances;
use work::SessionJobs;

/// Something only the window can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Show the system's path dialog; the answer comes back as a command.
    AskSystemForPath(PathPrompt),
    /// Copy this to the clipboard.
    CopyText(String),
    /// Copy this picture to the clipboard.
    CopyPicture(Pixels),
    /// Have the system open this file or folder.
    OpenPath(PathBuf),
    /// Have the system open this address in its browser.
    OpenAddress(WebAddress),
    /// Close the window.
    Close,
}

/// The whole state of the program.
pub struct Session {
    documents: Documents,
    view: View,
    questions: Questions,
    path_prompt: Option<PathPrompt>,
    notices: Notices,
    effects: Vec<Effect>,
    jobs: SessionJobs,
    leaving: PendingClose,
    saves: Saves,
    recent: RecentFiles,
    /// The language if chosen, rather than detected.
    prefers_language: Option<Language>,
    offers: Vec<RecoveryOffer>,
    keeping: Option<Persistence>,
    reporting: Reporting,
    tracking: Tracking,
    implications: Analysis<(), Vec<Implication>>,
    chances: Chances,
    ranking: Analysis<Outcome, Option<Ranking>>,
    decomposing: Decomposing,
    comparing: Comparing,
    entering: ActualsEditor,
    typing: Typing,
}

impl Session {
    /// A session with the default example open. `wake` is called from other threads when there is something to poll.
    ///
    /// # Errors
    /// [`Failure`] if the built-in example is faulty, which tests rule out.
    pub fn new(language: Language, wake: WakeFn) -> Result<Self, Failure> {
        Ok(Self {
            documents: Documents::with_default_example()?,
            view: View::new(language),
            questions: Questions::default(),
            path_prompt: None,
            notices: Notices::default(),
            effects: Vec::new(),
            jobs: SessionJobs::new(wake),
            leaving: PendingClose::default(),
            saves: Saves::default(),
            recent: RecentFiles::default(),
            prefers_language: None,
            offers: Vec::new(),
            keeping: None,
            reporting: Reporting::default(),
            tracking: Tracking::default(),
            implications: Analysis::default(),
            chances: Chances::default(),
            ranking: Analysis::default(),
            decomposing: Decomposing::default(),
            comparing: Comparing::default(),
            entering: ActualsEditor::default(),
            typing: Typing::default(),
        })
    }

    /// The document in front.
    #[must_use]
    pub fn document(&self) -> &Document {
        self.documents.active()
    }

    /// Every open document, in tab order. There is always at least one.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        self.documents.all()
    }

    /// The pinned documents, shown beside the one in front, in tab order.
    pub fn pinned(&self) -> impl Iterator<Item = &Document> {
        let front = self.document().id();
        self.documents()
            .iter()
            .filter(move |document| document.is_pinned() && document.id() != front)
    }

    /// Language, theme and what is shown.
    #[must_use]
    pub const fn view(&self) -> &View {
        &self.view
    }

    /// The path that is being asked for.
    #[must_use]
    pub const fn path_prompt(&self) -> Option<&PathPrompt> {
        self.path_prompt.as_ref()
    }

    /// The files opened or saved last.
    #[must_use]
    pub const fn recent(&self) -> &RecentFiles {
        &self.recent
    }

    /// Effects for the window, each handed over once.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Whether a command is available now; menus grey out the others.
    #[must_use]
    pub fn is_enabled(&self, command: &Command) -> bool {
        let document = self.document();
        match command {
            Command::Undo => document.history().undo_label().is_some(),
            Command::Redo => document.history().redo_label().is_some(),
            Command::Save => document.is_changed() || document.path().is_none() || self.typing().is_some(),
            Command::ForgetRecent => !self.recent.paths().is_empty(),
            Command::ResetLever(ix) => document.scenario().rates.get(*ix).is_some(),
            Command::RevertLever(ix) => document.differs_from_saved(*ix),
            _ => true,
        }
    }
}
