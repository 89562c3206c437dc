//! Normalising text for comparison: lower case, half width, insignificant spaces removed.

use std::ops::RangeInclusive;

use crate::text::half_width;

/// Zero-width characters that some programs emit.
const UNSEEN: [char; 4] = ['\u{200B}', '\u{200C}', '\u{200D}', '\u{FEFF}'];

/// Lower case, half width, single spaces between Latin words and none elsewhere.
pub(super) fn spaced(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut is_apart = false;
    for c in text
        .chars()
        .map(half_width)
        .map(full_size)
        .filter(|c| !UNSEEN.contains(c))
    {
        if c.is_whitespace() || c == '_' {
            is_apart = true;
            continue;
        }
        let joins_words =
            c.is_ascii_alphanumeric() && plain.ends_with(|last: char| last.is_ascii_alphanumeric());
        if is_apart && joins_words {
            plain.push(' ');
        }
        is_apart = false;
        let c = match c {
            '（' | '[' | '【' | '〔' | '{' => '(',
            '）' | ']' | '】' | '〕' | '}' => ')',
            '\u{2212}' | '–' | '—' => '-',
            '＝' => '=',
            other => other,
        };
        plain.extend(c.to_lowercase());
    }
    plain
}

/// CO₂ becomes CO2.
const fn full_size(c: char) -> char {
    match c {
        '₀' => '0',
        '₁' => '1',
        '₂' => '2',
        '₃' => '3',
        '₄' => '4',
        '₅' => '5',
        other => other,
    }
}

/// The same for plan texts, truncated: a plan's texts may be very long and are compared with every text of a table.
pub(super) fn spaced_of_plan(text: &str) -> String {
    const LONGEST: usize = 4000;
    spaced(&text[..text.floor_char_boundary(LONGEST)])
}

/// The same without spaces.
pub(super) fn compact(text: &str) -> String {
    spaced(text).replace(' ', "")
}

/// Whether two texts are the same unit up to characters: µg/m³ and μg/m3.
pub(super) fn is_same_unit(one: &str, other: &str) -> bool {
    let form = |text: &str| {
        let usual = compact(text).replace('\u{3BC}', "\u{B5}");
        usual.replace('²', "2").replace('³', "3")
    };
    form(one) == form(other)
}

/// The part of the raw text that compacts to this: "billion US$" for "billionus$".
pub(super) fn as_written<'t>(raw: &'t str, compacted: &str) -> Option<&'t str> {
    let starts = || {
        raw.char_indices()
            .filter(|(_, c)| !c.is_whitespace())
            .map(|(at, _)| at)
    };
    starts().find_map(|start| {
        let ends = raw[start..]
            .char_indices()
            .map(|(at, c)| start + at + c.len_utf8());
        ends.take(compacted.len() * 2)
            .map(|end| &raw[start..end])
            .find(|part| compact(part) == compacted)
    })
}

/// Splits a leading calendar year from a text.
pub(super) fn number_at_start(text: &str) -> Option<(i32, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (digits == 4)
        .then(|| Some((text[..4].parse().ok()?, &text[4..])))
        .flatten()
}

/// Four-digit numbers accepted as years.
pub(super) const CALENDAR: RangeInclusive<i32> = 1900..=2200;

/// Calendar years in a text.
pub(super) fn years_in(text: &str) -> impl Iterator<Item = i32> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .filter(|number| number.len() == 4)
        .filter_map(|number| number.parse().ok())
        .filter(|year| CALENDAR.contains(year))
}

/// Splits a trailing calendar year from a text.
pub(super) fn number_at_end(text: &str) -> Option<(&str, i32)> {
    let start = text
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    (text.len() - start == 4)
        .then(|| Some((&text[..start], text[start..].parse().ok()?)))
        .flatten()
}

/// Whether a text contains a word: anywhere for Chinese, as a whole word for Latin script. The list writes phrases
/// without spaces, the text with them.
pub(super) fn has(plain: &str, word: &str) -> bool {
    if !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return plain.contains(word);
    }
    // Fast path: the first character does not occur.
    if !word.chars().next().is_some_and(|first| plain.contains(first)) {
        return false;
    }
    let is_bare = |c: char| c.is_ascii_alphanumeric();
    let starts = plain.char_indices().map(|(at, _)| at);
    starts.filter(|at| !plain[..*at].ends_with(is_bare)).any(|at| {
        follows(&plain[at..], word).is_some_and(|behind| !plain[at + behind..].starts_with(is_bare))
    })
}

/// Length of a phrase at the start of a text, including spaces.
fn follows(text: &str, word: &str) -> Option<usize> {
    let mut wanted = word.chars().peekable();
    for (at, c) in text.char_indices() {
        let Some(next) = wanted.peek() else {
            return Some(at);
        };
        if c == *next {
            wanted.next();
        } else if c != ' ' || at == 0 {
            return None;
        }
    }
    wanted.peek().is_none().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_stay_only_between_words() {
        assert_eq!(spaced("　指　标 "), "指标");
        assert_eq!(spaced("Steel,  top-10 （%）"), "steel,top-10(%)");
        assert_eq!(
            spaced("Energy per tonne\u{A0}of steel"),
            "energy per tonne of steel"
        );
        assert_eq!(compact("t CO₂ per tce"), "tco2pertce");
        assert_eq!(compact("annual_change"), "annualchange");
        assert_eq!(as_written("GDP (billion US$)", "billionus$"), Some("billion US$"));
        assert_eq!(number_at_start("2011年"), Some((2011, "年")));
        assert_eq!(number_at_start("20112"), None);
        assert_eq!(number_at_end("constant2010"), Some(("constant", 2010)));
        assert_eq!(number_at_end("2010"), Some(("", 2010)));
    }
}
