//! Marks around figures: sign characters, arrows, footnote marks.

use std::borrow::Cow;

/// Minus signs and words; longest first where prefixes overlap.
const MINUS: [&str; 14] = [
    "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{FE63}",
    "\u{FF0D}", "负", "minus", "▼", "↓", "⬇",
];
/// Plus signs. ▲ means minus in some accounts, so it is neither.
const PLUS: [&str; 2] = ["↑", "⬆"];

/// Flags for revised or preliminary figures or a break in series. Estimates and forecasts are not among them.
const REVISED: [&str; 8] = [" r", "(r)", " p", "(p)", " b", "(b)", " bp", " rp"];

/// Normalises the sign and strips footnote marks: "▼2.2" becomes "-2.2", "49.2①" becomes "49.2".
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    // Fast path: most figures have neither.
    let is_usual = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | '(');
    if text.is_ascii()
        && text.starts_with(is_usual)
        && text.ends_with(|c: char| c.is_ascii_digit() || c == '%')
    {
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

/// Strips a footnote mark: *, †, ①, ², ᵃ, [3], a), 注1. A bare trailing digit or letter might belong to the figure.
fn without_note(text: &str) -> &str {
    let revised = REVISED.iter().find_map(|mark| text.strip_suffix(mark));
    let bare = match without_brackets(text).or(revised).or_else(|| without_word(text)) {
        Some(figure) => figure.trim_end(),
        None => text.trim_end_matches(is_raised).trim_end(),
    };
    // "m³" is a unit.
    if bare.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '%' | ')')) {
        bare
    } else {
        text
    }
}

/// Raised footnote marks.
pub(super) const fn is_raised(c: char) -> bool {
    matches!(
        c,
        '*' | '†' | '‡' | '§' | '¶' | '\u{2460}'..='\u{2473}' | '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' | '⁽' | '⁾'
    ) || is_raised_letter(c)
}

/// ᵃ, ᵇ and the like.
pub(super) const fn is_raised_letter(c: char) -> bool {
    matches!(c, 'ª' | 'º' | 'ⁱ' | 'ⁿ' | '\u{02B0}'..='\u{02B8}' | '\u{02E0}'..='\u{02E4}' | '\u{1D2C}'..='\u{1D6A}' | '\u{1D9C}'..='\u{1DBF}')
}

/// "592[1]", "592 a)", "592 1)": a digit needs a space before it.
fn without_brackets(text: &str) -> Option<&str> {
    let is_letter = |note: &str| note.len() == 1 && note.bytes().all(|c| c.is_ascii_alphabetic());
    if let Some((figure, note)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        let note = note.trim_end_matches(')');
        return (is_number_of_note(note) || is_letter(note) || is_word(note)).then_some(figure);
    }
    let rest = text.strip_suffix(')')?;
    if let Some((figure, note)) = rest.rsplit_once('(') {
        return is_word(note).then_some(figure);
    }
    let letter = rest.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let digits = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    match (rest.len() - letter.len(), rest.len() - digits.len()) {
        (1, _) => Some(letter),
        (_, 1 | 2) if digits.ends_with(' ') => Some(digits),
        _ => None,
    }
}

/// "87.0 注" and "87.0注2".
fn without_word(text: &str) -> Option<&str> {
    let (figure, note) = text.rsplit_once('注')?;
    (note.is_empty() || is_number_of_note(note)).then_some(figure)
}

/// "注", "注1" and "note 1".
fn is_word(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let number = text.strip_prefix('注').or_else(|| text.strip_prefix("note"));
    number.is_some_and(|number| number.is_empty() || is_number_of_note(number.trim()))
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
            ("653.3 e", "653.3 e"),
            ("12.3 b", "12.3"),
            ("592\u{1D43}", "592"),
            ("592 a)", "592"),
            ("592 1)", "592"),
            ("5921)", "5921)"),
            ("592¹⁾", "592"),
            ("87.0 注", "87.0"),
            ("87.0注1", "87.0"),
            ("87.0（注2）", "87.0（注2）"),
            ("87.0(注2)", "87.0"),
            ("39.4[a]", "39.4"),
            ("10.8 (3)", "10.8 (3)"),
            ("78.6r", "78.6r"),
            // Direction unknown, or part of the figure.
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
