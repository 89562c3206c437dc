//! What is open: documents, their history, questions to the user, notices, preferences. No window in here: commands
//! go in, effects come out, and tests drive it as the window does.

mod command;
mod difference;
mod document;
mod documents;
mod history;
mod jobs;
mod notice;
mod places;
mod preferences;
mod prompt;
mod recovery;
mod saving;
mod view;

pub use command::{Command, Phase, Shortcut};
pub use difference::{Difference, differences};
pub use document::{Document, DocumentId, Source};
pub use history::{Change, History};
pub use jobs::Wake;
pub use notice::Notice;
pub use places::Places;
pub use preferences::{MOST_DECIMALS, MOST_RECENT, Preferences, RecentFiles, SCALES};
pub use prompt::{Answer, PathPrompt, PathUse, Question};
pub use recovery::{Leftover, Leftovers, Recovery, RecoveryCopy, RecoveryOrder};
pub use view::{Page, ScoreFilter, Theme, View};

use crate::file::Failure;
use crate::text::{Language, Message};
use documents::Documents;
use jobs::{Finished, Jobs};
use saving::Saving;

/// Something only the window can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Show the system's dialog for a path; the answer comes back as a command.
    AskSystemForPath(PathPrompt),
    /// Close the window.
    Close,
}

/// The whole state of the program.
pub struct Session {
    documents: Documents,
    view: View,
    question: Option<Question>,
    path_prompt: Option<PathPrompt>,
    notices: Vec<Notice>,
    effects: Vec<Effect>,
    jobs: Jobs,
    saving: Saving,
}

impl Session {
    /// A session with the default example open. `wake` is called from other threads when there is something to poll.
    ///
    /// # Errors
    /// [`Failure`] if the built-in example is at fault, which tests exclude.
    pub fn new(language: Language, wake: Wake) -> Result<Self, Failure> {
        Ok(Self {
            documents: Documents::with_default_example()?,
            view: View::new(language),
            question: None,
            path_prompt: None,
            notices: Vec::new(),
            effects: Vec::new(),
            jobs: Jobs::new(wake),
            saving: Saving::default(),
        })
    }

    /// The document in front.
    #[must_use]
    pub fn document(&self) -> &Document {
        self.documents.active()
    }

    /// Every open document, in the order of the tabs. There is always at least one.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        self.documents.all()
    }

    /// The documents whose paths are shown beside the one in front, in the order of the tabs.
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

    /// The question that waits for an answer.
    #[must_use]
    pub const fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// The path that is being asked for.
    #[must_use]
    pub const fn path_prompt(&self) -> Option<&PathPrompt> {
        self.path_prompt.as_ref()
    }

    /// What the user should know, oldest first.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What the window has to do, handed over once.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Whether a command can be carried out now; menus grey out the others.
    #[must_use]
    pub fn is_enabled(&self, command: &Command) -> bool {
        let document = self.document();
        match command {
            Command::Undo => document.history().undo_label().is_some(),
            Command::Redo => document.history().redo_label().is_some(),
            Command::Save => document.is_changed() || document.path().is_none(),
            Command::ResetLever(ix) => document.scenario().rates.get(*ix).is_some(),
            Command::RevertLever(ix) => document.differs_from_saved(*ix),
            _ => true,
        }
    }

    /// Carries out a command.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Open => self.ask_for_path(PathUse::Open),
            Command::OpenPath(path) => self.open_path(path),
            Command::OpenExample(id) => self.open_example(id),
            Command::Duplicate => self.documents.duplicate(self.view.language),
            Command::Show(id) => self.documents.show(id),
            Command::ShowNext => self.documents.show_neighbour(1),
            Command::ShowPrevious => self.documents.show_neighbour(-1),
            Command::TogglePin(id) => self.documents.toggle_pin(id),
            Command::Close(id) => self.close(id),
            Command::CloseFront => self.close(self.document().id()),
            Command::Save => self.save_front(),
            Command::SaveAs => self.ask_for_path(PathUse::SaveAs),
            Command::SaveTo(path) => self.save_to(path),
            Command::CancelPath => self.cancel_path(),
            Command::SystemDialogGaveNothing => self.system_dialog_gave_nothing(),
            Command::SetRates { lever, rates, phase } => {
                if let Some((what, help)) = rates.fault(self.document().plan().get(lever)) {
                    let help = Some(Message::new(help));
                    self.notices.push(Notice::error(Failure::Other { what, help }));
                    return;
                }
                self.documents
                    .active_mut()
                    .edit(Change::Rates(lever), phase, |scenario| {
                        scenario.rates.set(lever, rates);
                    });
            }
            Command::FinishEdit => self.documents.active_mut().finish_edit(),
            Command::ResetLever(lever) => {
                self.documents
                    .active_mut()
                    .edit(Change::Reset(lever), Phase::Done, |scenario| {
                        scenario.rates.remove(lever);
                    });
            }
            Command::RevertLever(lever) => self.documents.active_mut().revert(lever),
            Command::SetNote { lever, text } => {
                let language = self.view.language;
                self.documents.active_mut().set_note(lever, language, text);
            }
            Command::Undo => self.documents.active_mut().undo(),
            Command::Redo => self.documents.active_mut().redo(),
            Command::GoToStep(step) => self.documents.active_mut().go_to(step),
            Command::SetLanguage(language) => self.view.language = language,
            Command::SetTheme(theme) => self.view.theme = theme,
            Command::ShowPage(page) => self.view.page = page,
            Command::ToggleChart(ix) => self.view.toggle_chart(self.documents.active().plan(), ix),
            Command::MoveChart(ix, direction) => {
                self.view
                    .move_chart(self.documents.active().plan(), ix, direction);
            }
            Command::Focus(ix) => self.view.focus_on(self.documents.active().plan(), ix),
            Command::FilterScores(filter) => self.view.score_filter = filter,
            Command::SortScores(by_progress) => self.view.score_by_progress = by_progress,
            Command::ShowPalette(is_open) => self.view.palette = is_open,
            Command::ShowGuide(is_open) => self.view.guide = is_open,
            Command::Enlarge(chart) => self.view.enlarged = chart,
            Command::SetMode(mode) => self.view.mode = mode,
            Command::Answer(answer) => self.answer(answer),
            Command::DismissNotice(position) => {
                if position < self.notices.len() {
                    self.notices.remove(position);
                }
            }
            Command::Quit => self.quit(),
        }
    }

    /// Takes in what other threads have finished. Cheap when there is nothing.
    pub fn poll(&mut self) {
        while let Some(finished) = self.jobs.next_finished() {
            self.finish(finished);
        }
    }

    /// Waits until no file is being read or written, for tests and for the end of the program.
    pub fn wait_for_jobs(&mut self) {
        while let Some(finished) = self.jobs.wait_for_one() {
            self.finish(finished);
        }
    }

    fn finish(&mut self, finished: Finished) {
        match finished {
            Finished::Opened {
                path,
                result: Ok(loaded),
            } => {
                self.documents.add(Source::File(path), *loaded);
                self.notices.retain(|notice| !notice.is_about_opening);
            }
            Finished::Opened {
                result: Err(failure), ..
            } => self.notices.push(Notice::could_not_open(failure)),
            Finished::Saved {
                document,
                path,
                scenario,
                result,
            } => {
                self.saved(document, path, *scenario, result);
            }
        }
    }
}
