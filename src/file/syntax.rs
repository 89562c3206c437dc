//! The RON library's errors in plain words.

use std::ops::Range;

use ron::Error;
use ron::error::SpannedError;

use super::dialect::offset;
use super::{Diagnostic, nearest};
use crate::text::Message;

/// Turns a library error into a located diagnostic with remedy.
pub(super) fn diagnose(text: &str, error: &SpannedError) -> Diagnostic {
    let start = offset(text, error.span.start).min(text.len());
    let end = offset(text, error.span.end).min(text.len());
    let mut fault = explain(&error.code);
    if matches!(fault.at, FaultPosition::Next) {
        look_at_text(&mut fault, &text[..end], &text[end..]);
    }
    Diagnostic {
        span: fault.at.span(text, start, end),
        what: fault.what,
        help: Some(fault.help),
    }
}

const EMPTY: (&str, &str) = ("file-empty", "file-empty-help");
const NAME: (&str, &str) = ("syntax-expected-name", "syntax-expected-name-help");
const UNEXPECTED_END: (&str, &str) = ("syntax-unexpected-end", "syntax-unexpected-end-help");
const WHOLE_NUMBER: (&str, &str) = (
    "syntax-expected-whole-number",
    "syntax-expected-whole-number-help",
);

struct SyntaxFault<'e> {
    what: Message,
    help: Message,
    at: FaultPosition<'e>,
}

impl<'e> SyntaxFault<'e> {
    fn new((what, help): (&'static str, &'static str), at: FaultPosition<'e>) -> Self {
        Self {
            what: Message::new(what),
            help: Message::new(help),
            at,
        }
    }
}

/// Position of the fault relative to where the library stopped.
enum FaultPosition<'e> {
    /// The last mention of this name, at or before it.
    Name(&'e str),
    /// The token before it.
    Read,
    /// The unexpected character after it.
    Next,
}

impl FaultPosition<'_> {
    fn span(&self, text: &str, start: usize, end: usize) -> Range<usize> {
        let next = end..end + text[end..].chars().next().map_or(0, char::len_utf8);
        let found = match self {
            FaultPosition::Name(name) if text[end..].starts_with(name) => Some(end..end + name.len()),
            FaultPosition::Name(name) => text[..end].rfind(name).map(|at| at..at + name.len()),
            // The library has passed a number's sign or a whole word.
            FaultPosition::Read if start == end => {
                Some(text[..end].trim_end_matches(char::is_alphanumeric).len()..end)
            }
            FaultPosition::Read => Some(text[..start].trim_end_matches(['-', '+']).len()..end),
            FaultPosition::Next => None,
        };
        found.filter(|span| !span.is_empty()).unwrap_or(next)
    }
}

fn explain(error: &Error) -> SyntaxFault<'_> {
    match error {
        Error::NoSuchStructField { expected, found, .. } => {
            unknown_name("syntax-unknown-field", found, expected)
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            unknown_name("syntax-unknown-variant", found, expected)
        }
        Error::MissingStructField { field, .. } => SyntaxFault {
            what: Message::new("syntax-missing-field").with("field", *field),
            help: Message::new("syntax-missing-field-help").with("field", *field),
            at: FaultPosition::Next,
        },
        Error::DuplicateStructField { field, .. } => SyntaxFault {
            what: Message::new("syntax-duplicate-field").with("field", *field),
            help: Message::new("syntax-duplicate-field-help"),
            at: FaultPosition::Name(field),
        },
        Error::ExpectedDifferentStructName { found, .. } => SyntaxFault {
            what: Message::new("syntax-unexpected-word").with("found", found.as_str()),
            help: Message::new("syntax-unexpected-word-help"),
            at: FaultPosition::Name(found),
        },
        Error::SuggestRawIdentifier(found) if found.starts_with(|c: char| c.is_ascii_digit()) => {
            SyntaxFault {
                what: Message::new("syntax-bare-number").with("found", found.as_str()),
                help: Message::new("syntax-bare-number-help"),
                at: FaultPosition::Name(found),
            }
        }
        Error::SuggestRawIdentifier(found) | Error::InvalidIdentifier(found) => {
            SyntaxFault::new(NAME, FaultPosition::Name(found))
        }
        Error::UnexpectedChar(found) => SyntaxFault {
            what: Message::new("syntax-unexpected-sign").with("found", found.to_string()),
            help: Message::new("syntax-other-help"),
            at: FaultPosition::Next,
        },
        Error::UnclosedBlockComment => {
            let words = ("syntax-unclosed-comment", "syntax-unclosed-comment-help");
            SyntaxFault::new(words, FaultPosition::Name("/*"))
        }
        Error::InvalidEscape(_) => {
            let words = ("syntax-bad-escape", "syntax-bad-escape-help");
            SyntaxFault::new(words, FaultPosition::Name("\\"))
        }
        other => expectation(other),
    }
}

fn unknown_name<'e>(id: &'static str, found: &'e str, expected: &[&str]) -> SyntaxFault<'e> {
    let allowed = expected.join(", ");
    let help = match nearest(found, expected.iter().copied()) {
        Some(name) => Message::new("did-you-mean").with("name", name),
        None => Message::new("syntax-allowed"),
    };
    SyntaxFault {
        what: Message::new(id).with("found", found),
        help: help.with("allowed", allowed),
        at: FaultPosition::Name(found),
    }
}

/// Messages for an error that states what was expected.
fn expectation(error: &Error) -> SyntaxFault<'_> {
    let (what, help) = match error {
        Error::ExpectedArray => ("syntax-expected-list", "syntax-expected-list-help"),
        Error::ExpectedBoolean => ("syntax-expected-boolean", "syntax-expected-boolean-help"),
        Error::ExpectedComma => ("syntax-expected-comma", "syntax-expected-comma-help"),
        Error::ExpectedFloat => ("syntax-expected-number", "not-finite-help"),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => WHOLE_NUMBER,
        Error::IntegerOutOfBounds => ("syntax-number-range", WHOLE_NUMBER.1),
        Error::ExpectedMap => ("syntax-expected-map", "syntax-expected-map-help"),
        Error::ExpectedMapColon => ("syntax-expected-colon", "syntax-expected-colon-help"),
        Error::ExpectedString | Error::ExpectedChar => ("syntax-expected-text", "syntax-expected-text-help"),
        Error::ExpectedStringEnd => ("syntax-unclosed-text", "syntax-unclosed-text-help"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            ("syntax-expected-group", "syntax-expected-group-help")
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            ("syntax-expected-group-end", "syntax-expected-group-end-help")
        }
        Error::ExpectedIdentifier => NAME,
        // Only bilingual text accepts several types, and only a range has a length.
        Error::InvalidValueForType { .. } => ("syntax-expected-words", "syntax-expected-words-help"),
        // Only correlations are of three.
        Error::ExpectedDifferentLength { expected, .. } if expected.contains('3') => {
            ("syntax-expected-correlation", "syntax-expected-correlation-help")
        }
        Error::ExpectedDifferentLength { .. } => ("syntax-expected-pair", "plan-bad-range-help"),
        Error::TrailingCharacters => ("syntax-trailing", "syntax-trailing-help"),
        Error::Eof => UNEXPECTED_END,
        other => {
            return SyntaxFault {
                what: Message::new("syntax-other").with("detail", other.to_string()),
                help: Message::new("syntax-other-help"),
                at: FaultPosition::Next,
            };
        }
    };
    let at = match error {
        Error::IntegerOutOfBounds | Error::ExpectedStringEnd | Error::InvalidValueForType { .. } => {
            FaultPosition::Read
        }
        _ => FaultPosition::Next,
    };
    SyntaxFault::new((what, help), at)
}

/// Refines the fault by the text around it.
fn look_at_text(fault: &mut SyntaxFault<'_>, before: &str, rest: &str) {
    let Some(next) = rest.trim_start().chars().next() else {
        let has_begun = before.contains('(');
        *fault = SyntaxFault::new(
            if has_begun { UNEXPECTED_END } else { EMPTY },
            FaultPosition::Next,
        );
        return;
    };
    let behind_digit = before.ends_with(|c: char| c.is_ascii_digit());
    let behind_digit_and_comma = before
        .strip_suffix(',')
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    if behind_digit && next == '.' {
        *fault = SyntaxFault::new(WHOLE_NUMBER, FaultPosition::Next);
    } else if behind_digit_and_comma && next.is_ascii_digit() {
        fault.help = Message::new("syntax-decimal-comma-help");
    } else if matches!(next, '%' | '\u{FF05}') {
        fault.help = Message::new("syntax-percent-help");
    } else if let Some(meant) = half_width(next) {
        fault.help = Message::new("syntax-look-alike-help")
            .with("found", next.to_string())
            .with("meant", meant.to_string());
    }
}

/// The ASCII character for a look-alike from a Chinese keyboard or word processor.
const fn half_width(sign: char) -> Option<char> {
    Some(match sign {
        '“' | '”' | '„' | '「' | '」' | '\u{FF02}' => '"',
        '、' | '\u{FF0C}' => ',',
        '。' | '\u{FF0E}' => '.',
        '−' | '–' | '—' | '\u{FF0D}' => '-',
        '【' | '\u{FF3B}' => '[',
        '】' | '\u{FF3D}' => ']',
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        '\u{FF1A}' => ':',
        '\u{FF5B}' => '{',
        '\u{FF5D}' => '}',
        _ => return None,
    })
}
