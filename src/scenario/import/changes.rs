//! Cells that state a change in words: 下降3.49%, up 5.7 %, 3.2% decline, 比上年增长7.6%.

use super::bases::{self, IndexBase};
use super::plain::compact;
use super::words::{self, Meaning};

/// The base stated in a cell, and the remaining text.
pub(super) fn against(text: &str) -> (Option<IndexBase>, &str) {
    let text = text.trim_end_matches(['。', '.', ';', '；']).trim_end();
    // Fast path: most figures have only digits.
    if !text.contains(|c: char| c.is_alphabetic()) {
        return (None, text);
    }
    before(text)
        .or_else(|| behind(text))
        .map_or((None, text), |(basis, rest)| (Some(basis), rest))
}

/// "比上年" and "比2010年" before a word and a figure.
fn before(text: &str) -> Option<(IndexBase, &str)> {
    let (basis, rest) = if let Some((0, end, basis)) = bases::stated_year(text) {
        (basis, &text[end..])
    } else {
        let word = against_previous().find(|word| text.starts_with(word))?;
        (IndexBase::AgainstPrevious, &text[word.len()..])
    };
    Some((basis, rest.trim_start_matches([' ', ',', '，'])))
}

/// "year on year" and "since 2010" after a percentage.
fn behind(text: &str) -> Option<(IndexBase, &str)> {
    let end = text.find('%')? + 1;
    let tail = compact(&text[end..]);
    let tail = tail.trim_matches(['(', ')', ',']);
    let basis = match bases::stated_year(tail) {
        Some((0, length, basis)) if length == tail.len() => basis,
        _ => against_previous()
            .any(|word| word == tail)
            .then_some(IndexBase::AgainstPrevious)?,
    };
    Some((basis, &text[..end]))
}

fn against_previous() -> impl Iterator<Item = &'static str> {
    let phrases = words::phrases().iter();
    let wanted = phrases.filter(|(_, meaning)| *meaning == Meaning::AgainstPrevious);
    wanted.map(|(word, _)| word.as_str())
}

/// "下降3.49": the direction stated in a cell, and the figure after it.
pub(super) fn in_words(text: &str) -> Option<(f64, &str)> {
    // Fast path: most figures do not start with a word.
    if !text.trim_start().starts_with(char::is_alphabetic) {
        return None;
    }
    let text = text.trim();
    let text = ["a ", "an "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let lower = text.to_lowercase();
    // Lower-casing may change the length; none of these words does.
    if lower.len() != text.len() {
        return None;
    }
    let long = words::phrases()
        .iter()
        .filter_map(|(word, meaning)| match meaning {
            Meaning::Falls => Some((-1.0, word.as_str())),
            Meaning::Rises => Some((1.0, word.as_str())),
            _ => None,
        });
    // In a cell a single character is enough.
    let mut words = long.chain([(-1.0, "降"), (-1.0, "减"), (1.0, "增"), (1.0, "升")]);
    words.find_map(|(way, word)| {
        let behind = text.len() - lower.strip_prefix(word)?.len();
        let figure = text[behind..].trim_start_matches([' ', '了']);
        let figure = ["by ", "of "].iter().find_map(|word| figure.strip_prefix(word));
        Some((
            way,
            figure.unwrap_or(text[behind..].trim_start_matches([' ', '了'])),
        ))
    })
}

/// Moves a direction to the front: "3.2% decline" and "3.2%(减少)" become "decline3.2%".
pub(super) fn from_behind(text: &str) -> Option<String> {
    let (figure, behind) = text.split_once('%')?;
    let word = behind.trim().trim_matches(['(', ')', '（', '）']).trim();
    if word.is_empty() || !figure.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = word.to_lowercase();
    let mut words = words::phrases().iter();
    let is_way =
        words.any(|(word, meaning)| matches!(meaning, Meaning::Falls | Meaning::Rises) && *word == lower);
    is_way.then(|| format!("{lower}{figure}%"))
}
