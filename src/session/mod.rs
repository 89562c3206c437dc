//! What is open: the document, its history, questions to the user, notices, preferences. No window in here: commands
//! go in, effects come out, and tests drive it as the window does.

mod command;
mod document;
mod history;
mod jobs;
mod notice;
mod prompt;
mod view;

use std::path::{Path, PathBuf};

pub use command::{Command, Phase, Shortcut};
pub use document::{Document, Source};
pub use history::{Change, History};
pub use jobs::Wake;
pub use notice::Notice;
pub use prompt::{Answer, PathPrompt, PathUse, Question};
pub use view::{Page, Theme, View};

use crate::file::Failure;
use crate::scenario::EXAMPLES;
use crate::text::{Language, Message};
use jobs::{Finished, Jobs};
use prompt::Next;

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
    document: Document,
    view: View,
    question: Option<Question>,
    path_prompt: Option<PathPrompt>,
    notices: Vec<Notice>,
    effects: Vec<Effect>,
    jobs: Jobs,
    /// What to do once unsaved changes are dealt with.
    next: Option<Next>,
}

impl Session {
    /// A session with the default example open. `wake` is called from other threads when there is something to poll.
    ///
    /// # Errors
    /// [`Failure`] if the built-in example is at fault, which tests exclude.
    pub fn new(language: Language, wake: Wake) -> Result<Self, Failure> {
        Ok(Self {
            document: Document::example(&EXAMPLES[0])?,
            view: View::new(language),
            question: None,
            path_prompt: None,
            notices: Vec::new(),
            effects: Vec::new(),
            jobs: Jobs::new(wake),
            next: None,
        })
    }

    /// The open document.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
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
        match command {
            Command::Undo => self.document.history().undo_label().is_some(),
            Command::Redo => self.document.history().redo_label().is_some(),
            Command::Save => self.document.is_changed() || self.document.path().is_none(),
            Command::ResetLever(ix) => self.document.scenario().rates.get(*ix).is_some(),
            _ => true,
        }
    }

    /// Carries out a command.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Open => self.unless_unsaved(Next::AskWhichToOpen),
            Command::OpenPath(path) => {
                self.path_prompt = None;
                self.unless_unsaved(Next::Open(path));
            }
            Command::OpenExample(id) => self.unless_unsaved(Next::OpenExample(id)),
            Command::Save => self.save(),
            Command::SaveAs => self.ask_for_path(PathUse::SaveAs),
            Command::SaveTo(path) => {
                self.path_prompt = None;
                self.save_to(with_ending(path));
            }
            Command::CancelPath => {
                self.path_prompt = None;
                self.next = None;
            }
            Command::SystemDialogGaveNothing => self.system_dialog_gave_nothing(),
            Command::SetRates { lever, rates, phase } => {
                self.document.edit(Change::Rates(lever), phase, |scenario| {
                    scenario.rates.set(lever, rates);
                });
            }
            Command::FinishEdit => self.document.finish_edit(),
            Command::ResetLever(lever) => {
                self.document.edit(Change::Reset(lever), Phase::Done, |scenario| {
                    scenario.rates.remove(lever);
                });
            }
            Command::Undo => self.document.undo(),
            Command::Redo => self.document.redo(),
            Command::SetLanguage(language) => self.view.language = language,
            Command::SetTheme(theme) => self.view.theme = theme,
            Command::ShowPage(page) => self.view.page = page,
            Command::Answer(answer) => self.answer(answer),
            Command::DismissNotice(position) => {
                if position < self.notices.len() {
                    self.notices.remove(position);
                }
            }
            Command::Quit => self.unless_unsaved(Next::Quit),
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
            Finished::Opened { path, result } => match result {
                Ok(loaded) => {
                    self.document = Document::opened(path, *loaded);
                    self.notices.retain(|notice| !notice.is_about_opening);
                }
                Err(failure) => self.notices.push(Notice::could_not_open(failure)),
            },
            Finished::Saved {
                path,
                scenario,
                result,
            } => match result {
                Ok(()) => {
                    self.document.mark_saved(path, *scenario);
                    if let Some(next) = self.next.take() {
                        self.go_on(next);
                    }
                }
                Err(failure) => {
                    // Whatever was to follow the save must not happen: it would lose the changes.
                    self.next = None;
                    self.notices.push(Notice::error(failure));
                }
            },
        }
    }

    /// Goes on at once, or asks first if that would lose changes.
    fn unless_unsaved(&mut self, next: Next) {
        if self.document.is_changed() {
            self.question = Some(Question::UnsavedChanges);
            self.next = Some(next);
        } else {
            self.go_on(next);
        }
    }

    fn go_on(&mut self, next: Next) {
        match next {
            Next::AskWhichToOpen => self.ask_for_path(PathUse::Open),
            Next::Open(path) => self.jobs.open(path),
            Next::OpenExample(id) => {
                let Some(example) = EXAMPLES.iter().find(|example| example.id == id) else {
                    return;
                };
                match Document::example(example) {
                    Ok(document) => self.document = document,
                    Err(failure) => self.notices.push(Notice::error(failure)),
                }
            }
            Next::Quit => self.effects.push(Effect::Close),
        }
    }

    fn answer(&mut self, answer: Answer) {
        let Some(question) = self.question.take() else {
            return;
        };
        match (question, answer) {
            (Question::UnsavedChanges, Answer::Yes) => self.save(),
            (Question::UnsavedChanges, Answer::No) => {
                if let Some(next) = self.next.take() {
                    self.go_on(next);
                }
            }
            (Question::CommentsWouldBeLost(path) | Question::Overwrite(path), Answer::Yes) => {
                self.write(path);
            }
            (Question::CommentsWouldBeLost(_) | Question::Overwrite(_), Answer::No) => {
                self.ask_for_path(PathUse::SaveAs);
            }
            (_, Answer::Cancel) => self.next = None,
        }
    }

    fn save(&mut self) {
        match self.document.path() {
            None => self.ask_for_path(PathUse::SaveAs),
            Some(path) if self.document.has_comments() => {
                self.question = Some(Question::CommentsWouldBeLost(path.to_owned()));
            }
            Some(path) => self.write(path.to_owned()),
        }
    }

    /// Saves under a path that the user has just named.
    fn save_to(&mut self, path: PathBuf) {
        if self.document.path() == Some(path.as_path()) {
            self.save();
        } else if path.exists() {
            self.question = Some(Question::Overwrite(path));
        } else {
            self.write(path);
        }
    }

    fn write(&mut self, path: PathBuf) {
        match self.document.text_for(&path) {
            Ok((text, scenario)) => self.jobs.save(path, text, scenario),
            Err(failure) => {
                self.next = None;
                self.notices.push(Notice::error(failure));
            }
        }
    }

    fn ask_for_path(&mut self, purpose: PathUse) {
        let prompt = PathPrompt {
            purpose,
            suggestion: self.document.suggested_path(),
            system_gave_nothing: false,
        };
        self.effects.push(Effect::AskSystemForPath(prompt.clone()));
        self.path_prompt = Some(prompt);
    }

    /// A cancelled dialog and one that never appeared look alike, so the typed path stays on offer and says so.
    fn system_dialog_gave_nothing(&mut self) {
        if let Some(prompt) = &mut self.path_prompt {
            prompt.system_gave_nothing = true;
        }
    }

    /// Shows a message that is no failure of a file.
    pub fn tell(&mut self, what: Message) {
        self.notices
            .push(Notice::error(Failure::Other { what, help: None }));
    }
}

/// A scenario file without an ending gets the usual one, as system dialogs do.
fn with_ending(path: PathBuf) -> PathBuf {
    if Path::new(&path).extension().is_some() {
        path
    } else {
        path.with_extension("ron")
    }
}
