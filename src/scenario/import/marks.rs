//! What tables put before and behind figures: signs as typists find them, arrows, the marks of notes.

use std::borrow::Cow;

/// What stands for a minus before a figure, as a sign or a word; longest first where one begins like another.
const MINUS: [&str; 14] = [
    "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{FE63}",
    "\u{FF0D}", "负", "minus", "▼", "↓", "⬇",
];
/// And for a plus. A triangle that points up is a minus in some accounts, so that it is neither.
const PLUS: [&str; 2] = ["↑", "⬆"];

/// Flags behind a figure that say that it is a revised or a preliminary one, apart from it or in brackets.
const REVISED: [&str; 4] = [" r", "(r)", " p", "(p)"];

/// A figure with its sign as usual, and without the marks of notes behind it: "▼2.2" is "-2.2", "49.2①" is "49.2".
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    // Most figures have neither.
    let is_usual = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | '(');
    if text.starts_with(is_usual) && text.ends_with(|c: char| c.is_ascii_digit() || c == '%') {
        return Cow::Borrowed(text);
    }
    let bare = without_note(text.trim());
    let signed = |signs: &[&str], sign: char| {
        let rest = signs.iter().find_map(|other| bare.strip_prefix(other))?;
        let rest = rest.trim_start();
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            .then(|| format!("{sign}{rest}"))
    };
    signed(&MINUS, '-')
        .or_else(|| signed(&PLUS, '+'))
        .map_or(Cow::Borrowed(bare), Cow::Owned)
}

/// A figure without the mark of a note: *, †, ①, ², [3]. A bare digit or letter behind it might be part of it.
fn without_note(text: &str) -> &str {
    let is_mark =
        |c: char| matches!(c, '*' | '†' | '‡' | '§' | '\u{2460}'..='\u{2473}' | '¹' | '²' | '³' | '⁴'..='⁹');
    let inner = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
    let revised = REVISED.iter().find_map(|mark| text.strip_suffix(mark));
    let bare = match (inner, revised) {
        (Some((figure, note)), _) if is_number_of_note(note) => figure.trim_end(),
        (_, Some(figure)) => figure.trim_end(),
        _ => text.trim_end_matches(is_mark).trim_end(),
    };
    // "m³" is a unit.
    if bare.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | ')')) {
        bare
    } else {
        text
    }
}

fn is_number_of_note(text: &str) -> bool {
    !text.is_empty() && text.len() <= 2 && text.bytes().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_figures() {
        for (text, expected) in [
            ("▼2.2", "-2.2"),
            ("↓ 3.5%", "-3.5%"),
            ("↑1.1", "+1.1"),
            ("负5.7", "-5.7"),
            ("—2.8", "-2.8"),
            ("\u{FE63}3.5", "-3.5"),
            ("\u{2010}3.4", "-3.4"),
            ("49.2*", "49.2"),
            ("45.9①", "45.9"),
            ("39.4[1]", "39.4"),
            ("7.9²", "7.9"),
            ("49.2%*", "49.2%"),
            ("78.6 r", "78.6"),
            ("653.3 (p)", "653.3"),
            ("653.3 (e)", "653.3 (e)"),
            ("78.6r", "78.6r"),
            // Not known which way, or part of the figure.
            ("▲5.7", "▲5.7"),
            ("△2.2", "△2.2"),
            ("82m³", "82m³"),
            ("[5.7]", "[5.7]"),
            ("—", "—"),
            ("*", "*"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
