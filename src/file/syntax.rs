//! The RON library's errors in plain words.

use ron::Error;
use ron::error::SpannedError;

use super::locate::offset;
use super::{Diagnostic, nearest};
use crate::text::Message;

/// What the library objected to, where, and what to write instead.
pub(super) fn diagnose(text: &str, error: &SpannedError) -> Diagnostic {
    let end = offset(text, error.span.end).min(text.len());
    let (what, help, culprit) = explain(&error.code);
    // The library stops behind the name it objects to, or at the character it did not expect.
    let span = culprit
        .and_then(|name| text[..end].rfind(name).map(|start| start..start + name.len()))
        .unwrap_or_else(|| end..end + text[end..].chars().next().map_or(0, char::len_utf8));
    Diagnostic { what, help, span }
}

/// Message, remedy, and the name in the text that is at fault, where the error is about a name.
fn explain(error: &Error) -> (Message, Option<Message>, Option<&str>) {
    match error {
        Error::NoSuchStructField { expected, found, .. } => {
            unknown_name("syntax-unknown-field", found, expected)
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            unknown_name("syntax-unknown-variant", found, expected)
        }
        Error::MissingStructField { field, .. } => (
            Message::new("syntax-missing-field").with("field", *field),
            Some(Message::new("syntax-missing-field-help").with("field", *field)),
            None,
        ),
        Error::DuplicateStructField { field, .. } => (
            Message::new("syntax-duplicate-field").with("field", *field),
            Some(Message::new("syntax-duplicate-field-help")),
            Some(field),
        ),
        Error::InvalidValueForType { expected, found } => (
            Message::new("syntax-wrong-type")
                .with("expected", expected.as_str())
                .with("found", found.as_str()),
            None,
            None,
        ),
        Error::ExpectedDifferentLength { expected, found } => (
            Message::new("syntax-wrong-length")
                .with("expected", expected.as_str())
                .with("found", *found),
            None,
            None,
        ),
        Error::Eof => (
            Message::new("syntax-unexpected-end"),
            Some(Message::new("syntax-unexpected-end-help")),
            None,
        ),
        other => match expectation(other) {
            Some(expected) => (Message::new(expected), None, None),
            None => (
                Message::new("syntax-other").with("detail", other.to_string()),
                None,
                None,
            ),
        },
    }
}

fn unknown_name<'e>(
    id: &'static str,
    found: &'e str,
    expected: &[&str],
) -> (Message, Option<Message>, Option<&'e str>) {
    let what = Message::new(id).with("found", found);
    let allowed = expected.join(", ");
    let help = match nearest(found, expected.iter().copied()) {
        Some(name) => Message::new("did-you-mean").with("name", name),
        None => Message::new("syntax-allowed"),
    };
    (what, Some(help.with("allowed", allowed)), Some(found))
}

/// The sentence for an error that says what should have stood there.
const fn expectation(error: &Error) -> Option<&'static str> {
    Some(match error {
        Error::ExpectedArray => "syntax-expected-list",
        Error::ExpectedArrayEnd => "syntax-expected-list-end",
        Error::ExpectedBoolean => "syntax-expected-boolean",
        Error::ExpectedComma => "syntax-expected-comma",
        Error::ExpectedFloat => "syntax-expected-number",
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } | Error::IntegerOutOfBounds => {
            "syntax-expected-whole-number"
        }
        Error::ExpectedMap => "syntax-expected-map",
        Error::ExpectedMapColon => "syntax-expected-colon",
        Error::ExpectedMapEnd => "syntax-expected-map-end",
        Error::ExpectedString => "syntax-expected-text",
        Error::ExpectedStringEnd => "syntax-expected-text-end",
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => "syntax-expected-group",
        Error::ExpectedStructLikeEnd => "syntax-expected-group-end",
        Error::ExpectedIdentifier => "syntax-expected-name",
        Error::ExpectedOptionEnd => "syntax-expected-option-end",
        Error::UnclosedBlockComment => "syntax-unclosed-comment",
        Error::TrailingCharacters => "syntax-trailing",
        Error::ExceededRecursionLimit => "syntax-too-deep",
        _ => return None,
    })
}
