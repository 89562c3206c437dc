//! Notices to the user.

use super::Session;
use crate::file::Failure;
use crate::text::{Language, Message};

/// A notice's identifier in commands; never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoticeId(u64);

/// A notice. One about a failure stays until dismissed; one about a success expires.
pub struct Notice {
    id: NoticeId,
    content: NoticeContent,
    /// A later successful opening makes it obsolete.
    is_about_opening: bool,
}

enum NoticeContent {
    Failed(Failure),
    Done(Message),
}

impl Notice {
    /// Its identifier in commands.
    #[must_use]
    pub const fn id(&self) -> NoticeId {
        self.id
    }

    /// Whether it may expire after a few seconds.
    #[must_use]
    pub const fn passes(&self) -> bool {
        matches!(self.content, NoticeContent::Done(_))
    }

    /// What happened, in one line.
    #[must_use]
    pub fn headline(&self, language: Language) -> String {
        match &self.content {
            NoticeContent::Failed(failure) => failure.headline(language),
            NoticeContent::Done(message) => message.say(language),
        }
    }

    /// Remedy.
    #[must_use]
    pub fn remedy(&self, language: Language) -> Option<String> {
        match &self.content {
            NoticeContent::Failed(failure) => failure.remedy(language),
            NoticeContent::Done(_) => None,
        }
    }

    /// The whole report, with the relevant lines of the file.
    #[must_use]
    pub fn details(&self, language: Language) -> String {
        match &self.content {
            NoticeContent::Failed(failure) => failure.report(language, false),
            NoticeContent::Done(message) => message.say(language),
        }
    }
}

/// Notices, oldest first.
#[derive(Default)]
pub(super) struct Notices {
    all: Vec<Notice>,
    next: u64,
}

impl Notices {
    fn add(&mut self, content: NoticeContent, is_about_opening: bool) {
        self.next += 1;
        self.all.push(Notice {
            id: NoticeId(self.next),
            content,
            is_about_opening,
        });
    }

    /// Reports a failure.
    pub(super) fn failed(&mut self, failure: Failure) {
        self.add(NoticeContent::Failed(failure), false);
    }

    /// A file could not be opened.
    pub(super) fn could_not_open(&mut self, failure: Failure) {
        self.add(NoticeContent::Failed(failure), true);
    }

    /// Reports a success, replacing the last such notice.
    pub(super) fn done(&mut self, message: Message) {
        self.all.retain(|notice| !notice.passes());
        self.add(NoticeContent::Done(message), false);
    }

    /// A file was opened, so notices about earlier failed attempts can go.
    pub(super) fn opened(&mut self) {
        self.all.retain(|notice| !notice.is_about_opening);
    }

    pub(super) fn dismiss(&mut self, id: NoticeId) {
        self.all.retain(|notice| notice.id != id);
    }
}

impl Session {
    /// All notices, oldest first.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices.all
    }
}
