//! Everything a user can ask for. Menus, buttons and keys only send these.

use std::path::PathBuf;

use super::{
    ActualsCommand, Answer, DocumentId, Hint, JobKey, NoticeId, Page, Phase, ReportCommand, ScoreFilter,
    Screen, Theme, TrackCommand,
};
use crate::figure::Mode;
use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::text::Language;

/// A command.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Begin a scenario for the plan of the document in front.
    New,
    /// Begin a scenario for a built-in plan, by id.
    NewFromBuiltIn(&'static str),
    /// Choose a plan file to begin a scenario for.
    NewFromPlan,
    /// Begin a scenario for this plan file.
    NewFromPlanPath(PathBuf),
    /// Choose a scenario file to open.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Open a built-in example by id.
    OpenExample(&'static str),
    /// Open a copy of the document in front, to branch off.
    Duplicate,
    /// Bring this document to the front.
    Show(DocumentId),
    /// Bring the next document to the front.
    ShowNext,
    /// Bring the previous document to the front.
    ShowPrevious,
    /// Show this document's paths on the charts of the others, or no longer.
    TogglePin(DocumentId),
    /// Close this document.
    Close(DocumentId),
    /// Close the document in front.
    CloseFront,
    /// Save to the file it came from.
    Save,
    /// Choose a file to save to.
    SaveAs,
    /// Save to this file.
    SaveTo(PathBuf),
    /// Forget the recent files.
    ForgetRecent,
    /// Look whether other programs have changed the files of open documents.
    LookAtFiles,
    /// Nobody wants the result of this job any more. Saves go on.
    CancelJob(JobKey),
    /// Open unsaved work that a crash has left; counted from 0.
    Recover(usize),
    /// Delete it.
    DiscardOffer(usize),
    /// Keep all of it for the next start.
    PutOffOffers,
    /// No path after all.
    CancelPath,
    /// The system's dialog was cancelled, or could not be shown.
    SystemDialogGaveNothing,
    /// Set a lever's rates.
    SetRates {
        /// Which lever.
        lever: IndicatorIx,
        /// Its new rates.
        rates: Rates,
        /// Whether more will follow.
        phase: Phase,
    },
    /// The edit under way is complete.
    FinishEdit,
    /// Back to the even path that meets the plan's target.
    ResetLever(IndicatorIx),
    /// Back to the rates of the saved file.
    RevertLever(IndicatorIx),
    /// Write down why a lever is set as it is; an empty text takes the note away.
    SetNote {
        /// Which lever.
        lever: IndicatorIx,
        /// The note.
        text: String,
    },
    /// What the field with the keyboard would bring if it was left now; nothing where that is what is there already.
    Typing(Option<Box<Command>>),
    /// A text in a lever's number field that is no figure. It is only ever being typed: left, the field has its figure again.
    Misread {
        /// Whose rate it was to be.
        lever: IndicatorIx,
        /// As it was typed.
        text: String,
    },
    /// The field that was typed in is gone: what was typed counts.
    TakeTyped,
    /// Take back the last step.
    Undo,
    /// Carry out again what was taken back.
    Redo,
    /// Go back or forth to just behind this step of the history; 0 is the beginning.
    GoToStep(usize),
    /// Speak this language.
    SetLanguage(Language),
    /// Light, dark or as the system.
    SetTheme(Theme),
    /// Bring a screen to the front.
    ShowScreen(Screen),
    /// Something on the Track screen.
    Track(TrackCommand),
    /// Something about actuals.
    Actuals(ActualsCommand),
    /// Something on the Report screen.
    Report(ReportCommand),
    /// Put the scorecard on the clipboard as a table.
    CopyScores,
    /// Put a chart on the clipboard as a picture.
    CopyPicture(IndicatorIx),
    /// Show this page where there is no room for all.
    ShowPage(Page),
    /// Show this indicator's chart, or no longer.
    ToggleChart(IndicatorIx),
    /// Move a chart one place forward (1) or back (−1).
    MoveChart(IndicatorIx, isize),
    /// Give one chart all the room, or share it again.
    Enlarge(Option<IndicatorIx>),
    /// What the charts measure.
    SetMode(Mode),
    /// Make an indicator's chart stand out.
    Focus(IndicatorIx),
    /// Which targets the scorecard shows.
    FilterScores(ScoreFilter),
    /// Show only the targets under one of the plan's headings, by its id; nothing for all.
    FilterCategory(Option<String>),
    /// Whether the scorecard begins with those furthest from their target.
    SortScores(bool),
    /// Open or close the command palette.
    ShowPalette(bool),
    /// Open or close the guide.
    ShowGuide(bool),
    /// Everything on screen a step larger.
    ZoomIn,
    /// Everything on screen a step smaller.
    ZoomOut,
    /// Everything on screen at the system's own size.
    ZoomNone,
    /// Digits after the point in results; nothing for as many as each figure needs.
    SetDecimals(Option<usize>),
    /// A hint is no longer needed.
    HintSeen(Hint),
    /// No hints any more.
    HideHints,
    /// Put a text on the clipboard.
    CopyText(String),
    /// Answer the question on screen.
    Answer(Answer),
    /// A notice was read, or has passed by.
    DismissNotice(NoticeId),
    /// Leave.
    Quit,
}

/// A key combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// With Ctrl, or Command on a Mac.
    pub control: bool,
    /// With Shift.
    pub shift: bool,
    /// The key's name, such as "S".
    pub key: &'static str,
}

impl Shortcut {
    const fn plain(key: &'static str) -> Self {
        Self {
            control: true,
            shift: false,
            key,
        }
    }

    const fn alone(key: &'static str) -> Self {
        Self {
            control: false,
            shift: false,
            key,
        }
    }

    const fn with_shift(key: &'static str) -> Self {
        Self {
            control: true,
            shift: true,
            key,
        }
    }
}

impl Command {
    /// The commands that stand in menus and have keys, in menu order.
    pub const IN_MENUS: [Self; 19] = [
        Self::New,
        Self::NewFromPlan,
        Self::Open,
        Self::Actuals(ActualsCommand::ChooseFile),
        Self::Duplicate,
        Self::Save,
        Self::SaveAs,
        Self::CloseFront,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::CopyScores,
        Self::ShowNext,
        Self::ShowPrevious,
        Self::ShowPalette(true),
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomNone,
        Self::ShowGuide(true),
    ];

    /// The message that names it in menus; nothing for commands that only controls send.
    #[must_use]
    pub const fn label(&self) -> Option<&'static str> {
        Some(match self {
            Self::New => "command-new",
            Self::NewFromPlan => "command-new-from-plan",
            Self::ForgetRecent => "command-forget-recent",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomNone => "command-zoom-none",
            Self::Open => "command-open",
            Self::Actuals(ActualsCommand::ChooseFile) => "command-import",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::CopyScores => "command-copy-scores",
            Self::Quit => "command-quit",
            Self::Duplicate => "command-duplicate",
            Self::CloseFront => "command-close",
            Self::ShowNext => "command-next",
            Self::ShowPrevious => "command-previous",
            Self::ShowPalette(_) => "command-palette",
            Self::ShowGuide(_) => "command-guide",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::ResetLever(_) => "command-reset-lever",
            _ => return None,
        })
    }

    /// The keys for it, the one to show in menus first.
    #[must_use]
    pub const fn shortcuts(&self) -> &'static [Shortcut] {
        match self {
            Self::New => const { &[Shortcut::plain("N")] },
            Self::ZoomIn => const { &[Shortcut::plain("Plus"), Shortcut::plain("Equals")] },
            Self::ZoomOut => const { &[Shortcut::plain("Minus")] },
            Self::ZoomNone => const { &[Shortcut::plain("0")] },
            Self::Open => const { &[Shortcut::plain("O")] },
            Self::Actuals(ActualsCommand::ChooseFile) => const { &[Shortcut::plain("I")] },
            Self::Save => const { &[Shortcut::plain("S")] },
            Self::SaveAs => const { &[Shortcut::with_shift("S")] },
            Self::Duplicate => const { &[Shortcut::plain("D")] },
            Self::ShowPalette(true) => const { &[Shortcut::plain("K")] },
            Self::ShowGuide(true) => const { &[Shortcut::alone("F1")] },
            Self::CloseFront => const { &[Shortcut::plain("W")] },
            Self::ShowNext => const { &[Shortcut::plain("PageDown")] },
            Self::ShowPrevious => const { &[Shortcut::plain("PageUp")] },
            Self::Quit => const { &[Shortcut::plain("Q")] },
            Self::Undo => const { &[Shortcut::plain("Z")] },
            // Windows programs use Y, Macs Shift+Z; hands know one or the other.
            Self::Redo => const { &[Shortcut::plain("Y"), Shortcut::with_shift("Z")] },
            _ => &[],
        }
    }
}

impl std::fmt::Display for Shortcut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let control = match self.control {
            false => "",
            true if cfg!(target_os = "macos") => "⌘",
            true => "Ctrl+",
        };
        let shift = if self.shift { "Shift+" } else { "" };
        let key = match self.key {
            "Plus" => "+",
            "Minus" => "−",
            key => key,
        };
        write!(f, "{control}{shift}{key}")
    }
}
