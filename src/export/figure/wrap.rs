//! Wrapping and truncating text.

use super::fonts::TextMeasure;
use crate::text::safe;

/// Truncation mark.
const CUT: char = '…';

/// Upper bound on characters per line.
const MOST_IN_LINE: usize = 2000;

/// Text sanitised for figures and trimmed.
pub(in crate::export) fn clean(text: &str) -> String {
    safe::drawing(text).trim().to_owned()
}

/// Truncates a text to a width.
pub(super) fn cut(ruler: &TextMeasure, text: &str, size: f64, width: f64) -> String {
    let start = start_of(ruler, text, size, width);
    if start.len() == text.len() && ruler.width(text, size) <= width {
        return text.to_owned();
    }
    let mut short: String = start.to_owned();
    while short.pop().is_some() {
        let candidate = format!("{}{CUT}", short.trim_end());
        if ruler.width(&candidate, size) <= width {
            return candidate;
        }
    }
    CUT.to_string()
}

/// The start of a text, slightly longer than the width, to avoid measuring very long texts repeatedly.
fn start_of<'a>(ruler: &TextMeasure, text: &'a str, size: f64, width: f64) -> &'a str {
    let mut used = 0.0;
    for (n, (at, c)) in text.char_indices().enumerate() {
        // Bounds zero-width characters.
        if used > width || n >= MOST_IN_LINE {
            return &text[..at];
        }
        used += ruler.advance(c) * size;
    }
    text
}

/// Wraps into at most `most` lines, truncating the last. Breaks at spaces, and between Chinese characters except
/// before punctuation.
pub(super) fn wrap(ruler: &TextMeasure, text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    // Drop text beyond all lines; enough is left for the last line to be truncated.
    if let Some((end, _)) = rest.char_indices().nth((most + 1) * MOST_IN_LINE) {
        rest = &rest[..end];
    }
    while !rest.is_empty() {
        if lines.len() + 1 >= most {
            lines.push(cut(ruler, rest, size, width));
            break;
        }
        let (line, more) = rest.split_at(line_end(ruler, rest, size, width));
        lines.push(line.trim_end().to_owned());
        rest = more.trim_start();
    }
    lines
}

/// Wraps at separators, dropping them at line ends.
pub(super) fn wrap_at(
    ruler: &TextMeasure,
    text: &str,
    separator: &str,
    size: f64,
    width: f64,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in text.split(separator) {
        let joined = lines.last().map(|line| format!("{line}{separator}{part}"));
        match joined.filter(|line| ruler.width(line, size) <= width) {
            Some(joined) => {
                lines.pop();
                lines.push(joined);
            }
            None => lines.extend(wrap(ruler, part, size, width, 3)),
        }
    }
    lines
}

/// Byte offset of the first line's end; at least one character.
fn line_end(ruler: &TextMeasure, text: &str, size: f64, width: f64) -> usize {
    let width = width / ruler.allowance(text);
    let mut broken = None;
    let mut used = 0.0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, c)) {
            broken = Some(at);
        }
        used += ruler.advance(c) * size;
        // A trailing space may overhang invisibly.
        if used > width && c != ' ' && at > 0 {
            return broken.unwrap_or(at);
        }
        before = Some(c);
    }
    text.len()
}

fn may_break(before: char, after: char) -> bool {
    const NOT_FIRST: &str = "，。、；：？！）》”’…·%％";
    const NOT_LAST: &str = "（《“‘";
    let is_wide = |c: char| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}');
    let is_kept = NOT_FIRST.contains(after) || NOT_LAST.contains(before);
    before == ' ' && !['·', '%'].contains(&after)
        || (is_wide(before) || is_wide(after)) && after != ' ' && before != ' ' && !is_kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let ruler = TextMeasure::new(Language::Chinese);
        for text in [
            "Industrial value added at base-year prices",
            "单位工业增加值能耗，以2010年为100",
            "a",
        ] {
            let lines = wrap(&ruler, text, 10.0, 60.0, 20);
            assert!(
                lines.iter().all(|line| ruler.width(line, 10.0) <= 60.0),
                "{lines:?}"
            );
            assert!(lines.iter().all(|line| !line.starts_with('，')), "{lines:?}");
            let without_blanks = |text: &str| text.replace(' ', "");
            assert_eq!(without_blanks(&lines.concat()), without_blanks(text));
        }
    }

    #[test]
    fn what_is_too_long_says_so() {
        let ruler = TextMeasure::new(Language::English);
        let lines = wrap(&ruler, &"long ".repeat(60), 10.0, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(
            lines[1].ends_with('…') && ruler.width(&lines[1], 10.0) <= 100.0,
            "{lines:?}"
        );
    }

    #[test]
    fn a_very_long_text_is_cut_like_a_long_one() {
        let ruler = TextMeasure::new(Language::English);
        for word in ["long ", "规划", "x", "☃"] {
            let (long, very_long) = (word.repeat(500), word.repeat(200_000));
            assert_eq!(
                cut(&ruler, &very_long, 10.0, 100.0),
                cut(&ruler, &long, 10.0, 100.0)
            );
            let wrapped = |text| wrap(&ruler, text, 10.0, 100.0, 3);
            assert_eq!(wrapped(&very_long), wrapped(&long));
            assert_eq!(wrapped(&very_long).len(), 3);
            assert!(wrap_at(&ruler, &very_long, " ", 10.0, 100.0).len() > 1 || word != "long ");
        }
    }

    #[test]
    fn names_are_cleaned_of_what_has_no_place_in_a_line() {
        assert_eq!(clean("a\nb\u{1}\u{202E}c\t"), "a bc");
    }
}
