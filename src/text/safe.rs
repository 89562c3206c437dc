//! Text that a person wrote, made safe for places that cannot hold every character.

use std::borrow::Cow;

/// Stands for a character that has no place in a line.
const REPLACED: char = '\u{FFFD}';

/// The text as one line: line breaks and tabs are spaces, and other control characters are replaced.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    let is_break = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    if !text.contains(|c: char| c.is_control() || is_break(c)) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().map(|c| match c {
        c if is_break(c) => ' ',
        c if c.is_control() => REPLACED,
        c => c,
    });
    Cow::Owned(kept.collect())
}

/// Characters beyond which nobody reads what stands in the middle of a sentence.
const LONGEST: usize = 1000;

/// The text as part of a sentence: [`line`], and no more of it than anybody reads. What is replaced is a question mark,
/// because sentences are also drawn, and our fonts have no sign for it.
#[must_use]
pub fn quoted(text: &str) -> Cow<'_, str> {
    let quoted = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", line(&text[..end]))),
        None => line(text),
    };
    if quoted.contains(REPLACED) {
        Cow::Owned(quoted.replace(REPLACED, "?"))
    } else {
        quoted
    }
}

/// The name as that of a file, before its ending: Windows keeps some names for devices, whatever ending follows, so that
/// these get a sign more, on every system alike.
#[must_use]
pub fn file_stem(name: &str) -> Cow<'_, str> {
    let first = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let is_numbered = ["com", "lpt"].iter().any(|device| {
        let number = first.strip_prefix(device);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    });
    let is_reserved = is_numbered || matches!(first.as_str(), "con" | "prn" | "aux" | "nul");
    if is_reserved {
        Cow::Owned(format!("{name}_"))
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_no_control_characters() {
        assert_eq!(
            line("nul\u{0}name\n2\t3\u{1b}[1m"),
            "nul\u{FFFD}name 2 3\u{FFFD}[1m"
        );
        assert!(matches!(line("规划 A"), Cow::Borrowed(_)));
    }

    #[test]
    fn no_quotation_is_endless() {
        assert_eq!(quoted("a\tb\0"), "a b?");
        let long = "规划".repeat(2000);
        assert_eq!(quoted(&long).chars().count(), LONGEST + 1);
        assert!(quoted(&long).ends_with('…'));
    }

    #[test]
    fn no_file_has_the_name_of_a_device() {
        for name in ["con", "Aux", "nul", "prn", "com1", "LPT9"] {
            assert_eq!(file_stem(name), format!("{name}_"));
        }
        for name in ["steel-cr10", "console", "com", "com10", "nul-growth"] {
            assert!(matches!(file_stem(name), Cow::Borrowed(_)), "{name}");
        }
    }
}
