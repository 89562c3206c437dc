//! What the user should know.

use crate::file::Failure;
use crate::text::Language;

/// A notice, which stays until it is dismissed.
pub struct Notice {
    failure: Failure,
    /// A later successful opening makes it pointless.
    pub(super) is_about_opening: bool,
}

impl Notice {
    pub(super) const fn error(failure: Failure) -> Self {
        Self {
            failure,
            is_about_opening: false,
        }
    }

    pub(super) const fn could_not_open(failure: Failure) -> Self {
        Self {
            failure,
            is_about_opening: true,
        }
    }

    /// What happened, in a line.
    #[must_use]
    pub fn headline(&self, language: Language) -> String {
        self.failure.headline(language)
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self, language: Language) -> Option<String> {
        self.failure.remedy(language)
    }

    /// The whole report, with the lines of the file that are meant.
    #[must_use]
    pub fn details(&self, language: Language) -> String {
        self.failure.report(language, false)
    }
}
