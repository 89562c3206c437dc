//! Tokens of number formats.

use super::{Calendar, Condition, Digits, FormatSection};

/// A token; quoted or escaped text is literal.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FormatToken {
    Plain(char),
    Literal(char),
    Bracket(String),
}

/// Tokenises a format into sections.
pub(super) fn sections(code: &str) -> Vec<Vec<FormatToken>> {
    let mut found = vec![Vec::new()];
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let mut add = |sign| {
            if let Some(section) = found.last_mut() {
                section.push(sign);
            }
        };
        match c {
            '"' => chars
                .by_ref()
                .take_while(|c| *c != '"')
                .for_each(|c| add(FormatToken::Literal(c))),
            '\\' | '!' => chars
                .next()
                .into_iter()
                .for_each(|c| add(FormatToken::Literal(c))),
            // Padding and fill characters are ignored.
            '_' | '*' => drop(chars.next()),
            '[' => add(FormatToken::Bracket(
                chars.by_ref().take_while(|c| *c != ']').collect(),
            )),
            ';' => found.push(Vec::new()),
            c => add(FormatToken::Plain(c)),
        }
    }
    found
}

pub(super) fn section(signs: &[FormatToken]) -> FormatSection {
    let plain = |wanted: char| signs.contains(&FormatToken::Plain(wanted));
    let condition = signs.iter().find_map(|sign| match sign {
        FormatToken::Bracket(text) => Condition::of(text),
        _ => None,
    });
    let (before, behind) = painted(signs);
    FormatSection {
        is_percent: plain('%'),
        calendar: calendar(signs),
        divisor: divisor(signs),
        condition,
        falls: falls(signs),
        before,
        behind,
        digits: digits(signs),
    }
}

/// Whether a minus or down arrow precedes the digits.
fn falls(signs: &[FormatToken]) -> bool {
    let first = signs.iter().position(is_digit).unwrap_or(0);
    let is_fall = |sign: &FormatToken| match sign {
        FormatToken::Plain(c) | FormatToken::Literal(c) => matches!(c, '-' | '−' | '–' | '－' | '▼' | '↓'),
        FormatToken::Bracket(_) => false,
    };
    signs[..first].iter().any(is_fall)
}

/// Literal text before, between and after digits. A literal decimal point scales the number instead.
fn painted(signs: &[FormatToken]) -> (String, String) {
    let Some(first) = signs.iter().position(is_digit) else {
        return (text(signs), String::new());
    };
    let last = signs.iter().rposition(is_digit).unwrap_or(first);
    let within: String = text(&signs[first..=last])
        .chars()
        .filter(|c| !matches!(c, '.' | '+' | '-') && !c.is_whitespace())
        .collect();
    let before: String = text(&signs[..first])
        .chars()
        .filter(|c| !"-−–－▼↓".contains(*c))
        .collect();
    (before, within + &text(&signs[last + 1..]))
}

/// Literal text of a format.
fn text(signs: &[FormatToken]) -> String {
    let mut text = String::new();
    for sign in signs {
        match sign {
            FormatToken::Literal(c) => text.push(*c),
            FormatToken::Plain(c) if !c.is_ascii() || "()$+-<>=~{}^&' ".contains(*c) => text.push(*c),
            // [$€-407] is a euro sign in a German locale.
            FormatToken::Bracket(inner) => {
                let currency = inner.strip_prefix('$').and_then(|inner| inner.split('-').next());
                text.push_str(currency.unwrap_or(""));
            }
            FormatToken::Plain(_) => {}
        }
    }
    text
}

fn digits(signs: &[FormatToken]) -> Digits {
    let plain = |wanted: &[char]| {
        signs
            .iter()
            .any(|sign| matches!(sign, FormatToken::Plain(c) if wanted.contains(c)))
    };
    // "General" and "@" show numbers as they are.
    if plain(&['0', 'G', 'g', '@']) {
        Digits::All
    } else if plain(&['#', '?']) {
        Digits::NotZero
    } else {
        Digits::None
    }
}

fn is_digit(sign: &FormatToken) -> bool {
    matches!(sign, FormatToken::Plain('0' | '#' | '?'))
}

fn calendar(signs: &[FormatToken]) -> Calendar {
    let mut letters: String = signs
        .iter()
        .filter_map(|sign| match sign {
            FormatToken::Plain(c) => Some(c.to_ascii_lowercase()),
            _ => None,
        })
        .collect();
    for other in ["general", "am/pm", "a/p", "e+", "e-"] {
        letters = letters.replace(other, "");
    }
    let elapsed = signs.iter().any(|sign| match sign {
        FormatToken::Bracket(text) => {
            !text.is_empty()
                && text
                    .chars()
                    .all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'))
        }
        _ => false,
    });
    let has = |wanted: &[char]| letters.contains(wanted);
    if elapsed || (has(&['h', 's']) && !has(&['y', 'd', 'e'])) {
        Calendar::Time
    } else if has(&['y', 'd', 'm', 'e']) {
        // A lone e is an era year.
        if has(&['m']) && !has(&['d']) {
            Calendar::Month
        } else {
            Calendar::Date
        }
    } else {
        Calendar::None
    }
}

/// A thousand per trailing comma, and ten per digit after a literal decimal point: `0!.0,` shows 123456 as 12.3, which
/// is how Chinese tables show 万.
fn divisor(signs: &[FormatToken]) -> Option<f64> {
    let last = signs.iter().rposition(is_digit)?;
    let commas = signs[last + 1..]
        .iter()
        .take_while(|sign| **sign == FormatToken::Plain(','))
        .count();
    let painted = signs[..last]
        .iter()
        .rposition(|sign| *sign == FormatToken::Literal('.'));
    let has_digits_before = painted.is_some_and(|at| signs[..at].iter().any(is_digit));
    let shifted = painted.filter(|_| has_digits_before).map_or(0, |at| {
        signs[at..=last].iter().filter(|sign| is_digit(sign)).count()
    });
    let tens = i32::try_from(3 * commas + shifted).unwrap_or(0);
    (tens > 0).then(|| (0..tens).fold(1.0, |divisor, _| divisor * 10.0))
}
