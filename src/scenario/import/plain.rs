//! Text in the form in which tables are compared: lower case, half width, without the blanks that make no difference.

use std::ops::RangeInclusive;

use crate::text::half_width;

/// Signs without width, which some programs put into cells.
const UNSEEN: [char; 4] = ['\u{200B}', '\u{200C}', '\u{200D}', '\u{FEFF}'];

/// Lower case, half width, a single blank between words of Latin letters and none elsewhere.
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

/// CO₂ is CO2.
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

/// The same of what a plan says, of which no more is looked at than names and scopes have: one may have the length of a
/// book, and is looked at for every text of a table.
pub(super) fn spaced_of_plan(text: &str) -> String {
    const LONGEST: usize = 4000;
    spaced(&text[..text.floor_char_boundary(LONGEST)])
}

/// The same without any blank.
pub(super) fn compact(text: &str) -> String {
    spaced(text).replace(' ', "")
}

/// Whether two texts are the same unit, however its small letters are written: µg/m³ and μg/m3.
pub(super) fn is_same_unit(one: &str, other: &str) -> bool {
    let form = |text: &str| {
        let usual = compact(text).replace('\u{3BC}', "\u{B5}");
        usual.replace('²', "2").replace('³', "3")
    };
    form(one) == form(other)
}

/// The part of a text that is compact so: "billion US$" for "billionus$".
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

/// A text that begins with a calendar year: the year and the rest.
pub(super) fn number_at_start(text: &str) -> Option<(i32, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (digits == 4)
        .then(|| Some((text[..4].parse().ok()?, &text[4..])))
        .flatten()
}

/// The years that a number of four digits may stand for.
pub(super) const CALENDAR: RangeInclusive<i32> = 1900..=2200;

/// The calendar years that a text names.
pub(super) fn years_in(text: &str) -> impl Iterator<Item = i32> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .filter(|number| number.len() == 4)
        .filter_map(|number| number.parse().ok())
        .filter(|year| CALENDAR.contains(year))
}

/// A text that ends with a calendar year: the rest and the year.
pub(super) fn number_at_end(text: &str) -> Option<(&str, i32)> {
    let start = text
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    (text.len() - start == 4)
        .then(|| Some((&text[..start], text[start..].parse().ok()?)))
        .flatten()
}

/// Whether a text has a word: anywhere if it is Chinese, as a whole word if it is in Latin letters. Words of a phrase are
/// written together in the list, and apart in the text.
pub(super) fn has(plain: &str, word: &str) -> bool {
    if !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return plain.contains(word);
    }
    // Most texts are Chinese, and most words begin otherwise.
    if !word.chars().next().is_some_and(|first| plain.contains(first)) {
        return false;
    }
    let is_bare = |c: char| c.is_ascii_alphanumeric();
    let starts = plain.char_indices().map(|(at, _)| at);
    starts.filter(|at| !plain[..*at].ends_with(is_bare)).any(|at| {
        follows(&plain[at..], word).is_some_and(|behind| !plain[at + behind..].starts_with(is_bare))
    })
}

/// The length of a phrase at the beginning of a text, with the blanks in it.
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
