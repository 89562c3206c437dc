//! What the user should know.

use super::Session;
use crate::file::Failure;
use crate::text::{Language, Message};

/// A notice's name for commands; never given to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoticeId(u64);

/// A notice. Of something that failed it stays until it is dismissed; of something that worked it passes by.
pub struct Notice {
    id: NoticeId,
    content: Content,
    /// A later successful opening makes it pointless.
    is_about_opening: bool,
}

enum Content {
    Failed(Failure),
    Done(Message),
}

impl Notice {
    /// Its name for commands.
    #[must_use]
    pub const fn id(&self) -> NoticeId {
        self.id
    }

    /// Whether it may go by itself after a few seconds.
    #[must_use]
    pub const fn passes(&self) -> bool {
        matches!(self.content, Content::Done(_))
    }

    /// What happened, in a line.
    #[must_use]
    pub fn headline(&self, language: Language) -> String {
        match &self.content {
            Content::Failed(failure) => failure.headline(language),
            Content::Done(message) => message.say(language),
        }
    }

    /// Remedy.
    #[must_use]
    pub fn remedy(&self, language: Language) -> Option<String> {
        match &self.content {
            Content::Failed(failure) => failure.remedy(language),
            Content::Done(_) => None,
        }
    }

    /// The whole report, with the lines of the file that are meant.
    #[must_use]
    pub fn details(&self, language: Language) -> String {
        match &self.content {
            Content::Failed(failure) => failure.report(language, false),
            Content::Done(message) => message.say(language),
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
    fn add(&mut self, content: Content, is_about_opening: bool) {
        self.next += 1;
        self.all.push(Notice {
            id: NoticeId(self.next),
            content,
            is_about_opening,
        });
    }

    /// Something failed.
    pub(super) fn failed(&mut self, failure: Failure) {
        self.add(Content::Failed(failure), false);
    }

    /// A file could not be opened.
    pub(super) fn could_not_open(&mut self, failure: Failure) {
        self.add(Content::Failed(failure), true);
    }

    /// Something worked. The last such notice is enough.
    pub(super) fn done(&mut self, message: Message) {
        self.all.retain(|notice| !notice.passes());
        self.add(Content::Done(message), false);
    }

    /// A file was opened, so earlier attempts need no attention any more.
    pub(super) fn opened(&mut self) {
        self.all.retain(|notice| !notice.is_about_opening);
    }

    pub(super) fn dismiss(&mut self, id: NoticeId) {
        self.all.retain(|notice| notice.id != id);
    }
}

impl Session {
    /// What the user should know, oldest first.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices.all
    }
}
