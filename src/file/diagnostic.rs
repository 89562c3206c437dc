//! Faults in files: what, where, and how to fix them.

use std::io;
use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::text::{Language, Message, safe, say};

/// One fault in a document's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub what: Message,
    /// Remedy.
    pub help: Option<Message>,
    /// Byte range in the text.
    pub span: Range<usize>,
}

/// A document that was read but is invalid.
#[derive(Clone, Debug, PartialEq)]
pub struct Invalid {
    /// The file's path, or the name of a built-in document.
    pub name: String,
    /// The text the diagnostics point into.
    pub text: String,
    /// At least one fault, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Number of further faults.
    pub more: usize,
}

impl Invalid {
    /// Line and column of a byte offset, both counted from 1, columns in characters.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }
}

/// Why a document could not be read or written.
#[derive(Debug)]
pub enum Failure {
    /// An operating-system error.
    Io {
        /// The file.
        path: PathBuf,
        /// What was attempted: a message with `$path` and `$reason`.
        doing: &'static str,
        /// The operating system's reason.
        source: io::Error,
    },
    /// The file was read but its content is invalid.
    Invalid(Box<Invalid>),
    /// Any other fault.
    Other {
        /// What is wrong.
        what: Message,
        /// Remedy.
        help: Option<Message>,
    },
}

impl Failure {
    /// One line for a notice; the first of several faults.
    #[must_use]
    pub fn headline(&self, language: Language) -> String {
        match self {
            Self::Io { path, doing, source } => io_message(doing, path, source).say(language),
            Self::Invalid(invalid) => invalid.diagnostics.first().map_or_else(
                || invalid.name.clone(),
                |first| {
                    let (line, column) = invalid.position(first.span.start);
                    let name = safe::line(&invalid.name);
                    format!("{name}:{line}:{column}: {}", first.what.say(language))
                },
            ),
            Self::Other { what, .. } => what.say(language),
        }
    }

    /// The fault as a message, if it can be quoted elsewhere.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        match self {
            Self::Io { path, doing, source } => Some(io_message(doing, path, source)),
            Self::Other { what, .. } => Some(what.clone()),
            Self::Invalid(_) => None,
        }
    }

    /// Remedy, if known.
    #[must_use]
    pub fn remedy(&self, language: Language) -> Option<String> {
        let help = match self {
            Self::Io { .. } => return Some(say(language, "file-io-help").into_owned()),
            Self::Invalid(invalid) => invalid.diagnostics.first().and_then(|d| d.help.as_ref()),
            Self::Other { help, .. } => help.as_ref(),
        };
        help.map(|help| help.say(language))
    }

    /// The full report with source lines. Safe to print: file content cannot control the terminal.
    #[must_use]
    pub fn report(&self, language: Language, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled().decor_style(DecorStyle::Unicode)
        } else {
            Renderer::plain()
        };
        let (error, help_name) = (say(language, "level-error"), say(language, "level-help"));
        let error = Level::ERROR.with_name(error);
        let help_level = Level::HELP.with_name(help_name);
        let Self::Invalid(invalid) = self else {
            let mut group =
                Group::with_title(error.primary_title(safe::line(&self.headline(language)).into_owned()));
            if let Some(remedy) = self.remedy(language) {
                group = group.element(help_level.message(safe::line(&remedy).into_owned()));
            }
            return renderer.render(&[group]);
        };
        let (name, text) = (safe::line(&invalid.name), safe::source(&invalid.text));
        let mut reports: Vec<String> = invalid
            .diagnostics
            .iter()
            .map(|diagnostic| {
                let place = pointed_at(&text, &diagnostic.span);
                let lines = lines_around(&text, &place);
                let before = text[..lines.start].matches('\n').count();
                let place = place.start - lines.start..place.end - lines.start;
                let snippet = Snippet::source(&text[lines])
                    .path(&*name)
                    .line_start(before + 1)
                    .annotation(AnnotationKind::Primary.span(place));
                let what = diagnostic.what.say(language);
                let title = error.clone().primary_title(safe::line(&what).into_owned());
                let mut group = title.element(snippet);
                if let Some(help) = &diagnostic.help {
                    group = group.element(
                        help_level
                            .clone()
                            .message(safe::line(&help.say(language)).into_owned()),
                    );
                }
                renderer.render(&[group])
            })
            .collect();
        if invalid.more > 0 {
            let more = Message::new("and-more").with("count", invalid.more);
            reports.push(more.say(language));
        }
        reports.join("\n\n")
    }
}

/// In bytes; a longer place over several lines is shown by its first line.
const LONGEST_PLACE: usize = 400;

/// The range to underline. The renderer elides the middle of long lines, but shows every line.
fn pointed_at(text: &str, span: &Range<usize>) -> Range<usize> {
    let place = text.get(span.clone()).unwrap_or_default();
    match place.find('\n') {
        Some(line) if place.len() > LONGEST_PLACE => span.start..span.start + line,
        _ => span.clone(),
    }
}

/// The lines of a place. The renderer gets only these, because it indexes every line.
fn lines_around(text: &str, place: &Range<usize>) -> Range<usize> {
    let before = text.get(..place.start).unwrap_or_default();
    // Show the end of a file on its last line.
    let before = match before.strip_suffix('\n') {
        Some(last) if place.start == text.len() => last,
        _ => before,
    };
    let before = before.rfind('\n');
    let after = text.get(place.end..).and_then(|after| after.find('\n'));
    let end = after.map_or(text.len(), |after| place.end + after + 1);
    before.map_or(0, |before| before + 1)..end
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.headline(Language::English))
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Invalid(_) | Self::Other { .. } => None,
        }
    }
}

/// The operating-system error in plain words.
#[must_use]
pub fn reason(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => Message::new("io-not-found"),
        io::ErrorKind::PermissionDenied => Message::new("io-permission-denied"),
        io::ErrorKind::IsADirectory => Message::new("io-is-a-directory"),
        io::ErrorKind::NotADirectory => Message::new("io-not-a-directory"),
        io::ErrorKind::StorageFull => Message::new("io-storage-full"),
        io::ErrorKind::ReadOnlyFilesystem => Message::new("io-read-only"),
        _ => Message::new("io-other").with("detail", error.to_string()),
    }
}

fn io_message(doing: &'static str, path: &std::path::Path, error: &io::Error) -> Message {
    Message::new(doing)
        .with("path", path.display().to_string())
        .with("reason", reason(error))
}
