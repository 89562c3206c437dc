//! Everything a user can ask for. Menus, buttons and keys only send these.

use std::path::PathBuf;

use super::{
    ActualsCommand, AnnotationCommand, CompareCommand, DecomposeCommand, DocumentId, Hint, JobKey, NoticeId,
    Page, Phase, PromptAnswer, ReportCommand, ScoreFilter, Screen, Theme, TrackCommand, UncertaintyCommand,
};
use crate::figure::Mode;
use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::text::{Language, WebAddress};

/// A command.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Start a scenario for the plan of the document in front.
    New,
    /// Start a scenario for a built-in plan, by id.
    NewFromBuiltIn(&'static str),
    /// Choose a plan file to start a scenario for.
    NewFromPlan,
    /// Start a scenario for this plan file.
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
    /// Show or hide this document's paths on the charts of the others.
    TogglePin(DocumentId),
    /// Close this document.
    Close(DocumentId),
    /// Close the document in front.
    CloseFront,
    /// Save to the original file.
    Save,
    /// Choose a file to save to.
    SaveAs,
    /// Save to this file.
    SaveTo(PathBuf),
    /// Forget the recent files.
    ForgetRecent,
    /// Check whether other programs have changed the files of open documents.
    LookAtFiles,
    /// Cancel this job. Saves carry on.
    CancelJob(JobKey),
    /// Open unsaved work left by a crash; counted from 0.
    Recover(usize),
    /// Delete it.
    DiscardOffer(usize),
    /// Keep all of it for the next start.
    PutOffOffers,
    /// Cancel the path prompt.
    CancelPath,
    /// The system's dialog was cancelled, or could not be shown.
    SystemDialogGaveNothing,
    /// Set a lever's rates.
    SetRates {
        /// Which lever.
        lever: IndicatorIx,
        /// Its new rates.
        rates: Rates,
        /// Whether more edits follow.
        phase: Phase,
    },
    /// Set several levers in one step; without rates, a lever goes back to the plan's path.
    SetManyRates(Vec<(IndicatorIx, Option<Rates>)>),
    /// The current edit is complete.
    FinishEdit,
    /// Abandon the edit that goes on, as if it had never begun.
    CancelEdit,
    /// Back to the even path that meets the plan's target.
    ResetLever(IndicatorIx),
    /// Back to the rates of the saved file.
    RevertLever(IndicatorIx),
    /// Record why a lever is set as it is; empty text removes the note.
    SetNote {
        /// Which lever.
        lever: IndicatorIx,
        /// The note.
        text: String,
    },
    /// Something about annotations.
    Annotation(AnnotationCommand),
    /// Open the source at this address in the system's browser.
    OpenAddress(WebAddress),
    /// The system could not open it.
    AddressNotOpened {
        /// What was to be opened.
        address: WebAddress,
        /// The system's reason.
        reason: String,
    },
    /// What the focused field would submit if it lost focus now; `None` if that is no change.
    Typing(Option<Box<Command>>),
    /// Text in a lever's number field that is not a number. Exists only while typing: on losing focus the field goes
    /// back to its figure.
    Misread {
        /// Which lever.
        lever: IndicatorIx,
        /// The text typed.
        text: String,
    },
    /// The field being edited is gone: submit what was typed.
    TakeTyped,
    /// Undo the last step.
    Undo,
    /// Redo the last step undone.
    Redo,
    /// Go to the state just after this step of the history; 0 is the beginning.
    GoToStep(usize),
    /// Switch to this language.
    SetLanguage(Language),
    /// Light, dark or as the system.
    SetTheme(Theme),
    /// Bring a screen to the front.
    ShowScreen(Screen),
    /// Something on the Compare screen.
    Compare(CompareCommand),
    /// Something on the Track screen.
    Track(TrackCommand),
    /// Something on the Uncertainty screen.
    Uncertainty(UncertaintyCommand),
    /// Something on the Decompose screen.
    Decompose(DecomposeCommand),
    /// Something about actuals.
    Actuals(ActualsCommand),
    /// Something on the Report screen.
    Report(ReportCommand),
    /// Copy the scorecard to the clipboard as a table.
    CopyScores,
    /// Copy a chart to the clipboard as a picture.
    CopyPicture(IndicatorIx),
    /// Show this page where there is no room for all of them.
    ShowPage(Page),
    /// Show or hide this indicator's chart.
    ToggleChart(IndicatorIx),
    /// Move a chart one place forward (1) or back (−1).
    MoveChart(IndicatorIx, isize),
    /// Give one chart all the room, or share it again.
    Enlarge(Option<IndicatorIx>),
    /// What the charts measure.
    SetMode(Mode),
    /// Select an indicator: its lever, chart and targets are marked on every screen, and its chart is shown.
    Select(IndicatorIx),
    /// Show or hide the table of all rates in place of the charts.
    ShowRatesTable(bool),
    /// Which targets the scorecard shows.
    FilterScores(ScoreFilter),
    /// Show only the targets under one of the plan's headings, by its id; `None` for all.
    FilterCategory(Option<String>),
    /// Whether the scorecard starts with the targets furthest from being met.
    SortScores(bool),
    /// Open or close the command palette.
    ShowPalette(bool),
    /// Open or close the guide.
    ShowGuide(bool),
    /// Enlarge everything by one step.
    ZoomIn,
    /// Shrink everything by one step.
    ZoomOut,
    /// Reset to the system's own size.
    ZoomNone,
    /// Decimals in results; `None` for as many as each figure needs.
    SetDecimals(Option<usize>),
    /// A hint is no longer needed.
    HintSeen(Hint),
    /// Hide all hints.
    HideHints,
    /// Copy text to the clipboard.
    CopyText(String),
    /// Answer the question on screen.
    Answer(PromptAnswer),
    /// A notice was read, or has expired.
    DismissNotice(NoticeId),
    /// Quit.
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
    /// The commands in menus, in menu order.
    pub const IN_MENUS: [Self; 21] = [
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
        Self::Annotation(AnnotationCommand::Begin),
        Self::ShowNext,
        Self::ShowPrevious,
        Self::ShowPalette(true),
        Self::ShowRatesTable(true),
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomNone,
        Self::ShowGuide(true),
    ];

    /// The message id of its menu label; `None` for commands that only controls send.
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
            Self::Annotation(AnnotationCommand::Begin) => "command-annotate",
            Self::Quit => "command-quit",
            Self::Duplicate => "command-duplicate",
            Self::CloseFront => "command-close",
            Self::ShowNext => "command-next",
            Self::ShowPrevious => "command-previous",
            Self::ShowPalette(_) => "command-palette",
            Self::ShowRatesTable(_) => "command-rates-table",
            Self::ShowGuide(_) => "command-guide",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::ResetLever(_) => "command-reset-lever",
            _ => return None,
        })
    }

    /// Its shortcuts, the one shown in menus first.
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
            Self::Annotation(AnnotationCommand::Begin) => const { &[Shortcut::plain("M")] },
            Self::Duplicate => const { &[Shortcut::plain("D")] },
            Self::ShowPalette(true) => const { &[Shortcut::plain("K")] },
            Self::ShowRatesTable(true) => const { &[Shortcut::plain("R")] },
            Self::ShowGuide(true) => const { &[Shortcut::alone("F1")] },
            Self::CloseFront => const { &[Shortcut::plain("W")] },
            Self::ShowNext => const { &[Shortcut::plain("PageDown")] },
            Self::ShowPrevious => const { &[Shortcut::plain("PageUp")] },
            Self::Quit => const { &[Shortcut::plain("Q")] },
            Self::Undo => const { &[Shortcut::plain("Z")] },
            // Windows programs use Y, Macs Shift+Z; users know one or the other.
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
