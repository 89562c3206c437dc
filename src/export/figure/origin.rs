//! Provenance of a figure, for its source line and metadata.

use crate::export::ExportInput;
use crate::plan::IndicatorIx;
use crate::text::{Language, Message, say};

use super::wrap::clean;

/// Program and version, for file metadata.
pub(in crate::export) const PROGRAM: &str = concat!("Planpath ", env!("CARGO_PKG_VERSION"));
/// Between its parts, as in the message.
pub(super) const SEPARATOR: &str = " · ";
/// Hash digits shown on figures.
const SHOWN_DIGITS: usize = 8;
/// In characters; longer names are truncated on figures but not in metadata.
const LONGEST_NAME: usize = 60;

/// Provenance of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginLine {
    /// The scenario's name.
    pub scenario: String,
    /// The plan's title.
    pub plan: String,
    /// Scope of figures.
    pub scope: String,
    /// The scenario's hash, 64 hexadecimal digits.
    pub sha256: String,
    /// From which draws it follows, if from any.
    pub drawn: Option<String>,
}

impl OriginLine {
    /// The origin of an indicator's chart.
    #[must_use]
    pub fn of(input: &ExportInput<'_>, ix: IndicatorIx) -> Self {
        let scope = input.plan.get(ix).scope.get(input.language);
        Self {
            scope: stated(clean(scope), input.language),
            ..Self::of_all(input)
        }
    }

    /// The origin of something with many indicators and scopes.
    #[must_use]
    pub fn of_all(input: &ExportInput<'_>) -> Self {
        let language = input.language;
        Self {
            scenario: clean(input.scenario.name.get(language)),
            plan: clean(input.plan.title.get(language)),
            scope: if input
                .plan
                .iter()
                .all(|(_, one)| clean(one.scope.get(language)).is_empty())
            {
                stated(String::new(), language)
            } else {
                say(language, "report-scopes-differ").into_owned()
            },
            sha256: input.sha256.to_owned(),
            drawn: None,
        }
    }

    /// The same with the draws that it follows from.
    #[must_use]
    pub fn with_draws(self, drawn: String) -> Self {
        Self {
            drawn: Some(drawn),
            ..self
        }
    }

    /// The source line.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        self.say(
            language,
            shortened(&self.scenario),
            &self.sha256[..self.sha256.len().min(SHOWN_DIGITS)],
        )
    }

    /// The same with full name and hash, for metadata.
    #[must_use]
    pub fn in_full(&self, language: Language) -> String {
        self.say(language, self.scenario.clone(), &self.sha256)
    }

    fn say(&self, language: Language, scenario: String, hash: &str) -> String {
        let said = Message::new("figure-provenance")
            .with("scenario", scenario)
            .with("plan", self.plan.as_str())
            .with("scope", self.scope.as_str())
            .with("version", env!("CARGO_PKG_VERSION"))
            .with("hash", hash)
            .say(language);
        match &self.drawn {
            Some(drawn) => format!("{drawn}{SEPARATOR}{said}"),
            None => said,
        }
    }
}

/// The scope, or "not stated".
fn stated(scope: String, language: Language) -> String {
    if scope.is_empty() {
        say(language, "report-unstated").into_owned()
    } else {
        scope
    }
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}
