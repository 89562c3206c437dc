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
}
