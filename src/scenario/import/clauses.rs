//! Splitting texts into clauses.

/// Whether a character separates clauses.
pub(super) const fn is_parting(c: char) -> bool {
    matches!(c, '(' | ')' | ',' | ';' | ':' | '、' | '。' | '|' | '\u{1}')
}

/// The parts of a text between brackets and punctuation, except commas between digits.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut cuts = vec![0];
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        let between_digits = c == ','
            && at > 0
            && bytes[at - 1].is_ascii_digit()
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        let parts = is_parting(c) && !between_digits;
        if parts {
            cuts.push(at);
            cuts.push(at + c.len_utf8());
        }
    }
    cuts.push(text.len());
    let pieces: Vec<&str> = cuts.chunks_exact(2).map(|pair| &text[pair[0]..pair[1]]).collect();
    pieces
        .into_iter()
        .map(|piece| piece.trim_matches('-'))
        .filter(|piece| !piece.is_empty())
}
