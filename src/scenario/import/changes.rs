//! Cells that say in words that they are changes: 下降3.49%, up 5.7 %, 3.2% decline.

use super::words::{self, Meaning};

/// "下降3.49": which way a cell says that it goes, and the figure behind the word.
pub(super) fn in_words(text: &str) -> Option<(f64, &str)> {
    // Most figures begin with no word.
    if !text.trim_start().starts_with(char::is_alphabetic) {
        return None;
    }
    let lower = text.trim().to_lowercase();
    // Lower case may be longer, and then it is no word of these.
    if lower.len() != text.trim().len() {
        return None;
    }
    let long = words::phrases()
        .iter()
        .filter_map(|(word, meaning)| match meaning {
            Meaning::Falls => Some((-1.0, word.as_str())),
            Meaning::Rises => Some((1.0, word.as_str())),
            _ => None,
        });
    // In a cell, a single letter is enough.
    let mut words = long.chain([(-1.0, "降"), (-1.0, "减"), (1.0, "增"), (1.0, "升")]);
    words.find_map(|(way, word)| {
        let behind = text.trim().len() - lower.strip_prefix(word)?.len();
        Some((way, text.trim()[behind..].trim_start_matches([' ', '了'])))
    })
}

/// "3.2% decline" and "3.2%(减少)" as "decline3.2%": a word behind a percentage that says which way it goes.
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
