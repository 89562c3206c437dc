//! Parts of names: brackets, list numbers, footnote marks, words.

use super::{Doubt, NamedSubject};
use crate::plan::IndicatorIx;
use crate::scenario::import::marks::is_raised_letter;
use crate::scenario::import::plain::spaced;
use crate::scenario::import::saying::Statements;
use crate::scenario::import::words::substances;

/// A name with every synonym of its substance: CO2 for carbon dioxide, 二氧化碳 for CO2.
pub(super) fn of_any_substance(name: String) -> Vec<String> {
    let mut names = vec![name];
    let known = substances().iter().find_map(|list| {
        let own = list.iter().find(|own| place(&names[0], own).is_some())?;
        Some((list, own))
    });
    if let Some((list, own)) = known {
        let at = place(&names[0], own).unwrap_or(0);
        let (before, behind) = (names[0][..at].to_owned(), names[0][at + own.len()..].to_owned());
        let others = list.iter().filter(|other| *other != own);
        names.extend(others.map(|other| spaced(&format!("{before} {other} {behind}"))));
    }
    names
}

/// Joins "co 2" left by a subscript, and strips raised footnote letters.
pub(super) fn in_one(plain: &str) -> String {
    let formulas = substances().iter().filter_map(|list| list.first());
    let joined = formulas.fold(plain.to_owned(), |plain, formula| {
        let end = formula.char_indices().next_back().map_or(0, |(at, _)| at);
        let (letters, last) = formula.split_at(end);
        if matches!(last, "2" | "x") {
            plain.replace(&format!("{letters} {last}"), formula)
        } else {
            plain
        }
    });
    joined.replace(is_raised_letter, "")
}

/// A name without bracketed text: "Sulphur dioxide emissions" for "Sulphur dioxide (SO₂) emissions".
pub(super) fn without_brackets(name: &str) -> Option<String> {
    let plain = spaced(name);
    let (outside, inside) = brackets(&plain);
    let joined = outside.replace('\u{1}', " ");
    (!inside.is_empty()).then(|| spaced(joined.trim()))
}

/// The subject, if everything beside its name is understood or in brackets.
pub(super) fn explained(indicator: IndicatorIx, rest: &str) -> Option<NamedSubject> {
    let (outside, inside) = brackets(rest);
    let mut saying = Statements::of(&outside);
    if !is_nothing(&saying.leftover) {
        return None;
    }
    let mut doubts = Vec::new();
    // An unbalanced bracket: a comma split the name and shifted the figures.
    if rest.matches('(').count() > rest.matches(')').count() {
        doubts.push("(".to_owned());
    }
    for text in inside {
        let said = Statements::of(&text);
        if !is_nothing(&said.leftover) && !is_note(&text) {
            doubts.push(text);
        }
        saying = saying.and(&said);
    }
    saying.settle_ways(rest);
    saying.leftover.clear();
    Some(NamedSubject {
        indicator,
        saying,
        doubt: (!doubts.is_empty()).then(|| Doubt::Brackets(doubts.join(", "))),
    })
}

/// Whether only punctuation and footnote marks are left.
pub(super) fn is_nothing(leftover: &str) -> bool {
    !leftover.contains(|c: char| c.is_alphabetic() || c.is_ascii_digit())
}

/// Whether bracketed text is a footnote mark: 1, 注2, note 3, a. Letters for estimates and forecasts are not.
fn is_note(text: &str) -> bool {
    let number = text
        .trim()
        .trim_start_matches("注")
        .trim_start_matches("note")
        .trim();
    let is_word = number.is_empty() && !text.trim().is_empty();
    let is_letter = number.len() == 1 && matches!(number.as_bytes(), [b'a'..=b'd' | b'g'..=b'z']);
    is_word
        || is_letter
        || (!number.is_empty() && number.len() <= 2 && number.bytes().all(|c| c.is_ascii_digit()))
}

/// The text outside brackets, and that inside each pair.
pub(super) fn brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => {
                depth += 1;
                inside.push(String::new());
                outside.push('\u{1}');
            }
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            c => {
                if let Some(last) = inside.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    (outside, inside)
}

/// Position of a name in a text, not adjoining Latin letters.
pub(super) fn place(text: &str, name: &str) -> Option<usize> {
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let is_letter = |c: char| c.is_ascii_alphanumeric();
        let before = text[..*at].chars().next_back();
        let behind = text[at + name.len()..].chars().next();
        let joins = |edge: Option<char>, beside: Option<char>| {
            edge.is_some_and(is_letter) && beside.is_some_and(|c| is_letter(c) || c == '-')
        };
        !joins(name.chars().next(), before) && !joins(name.chars().next_back(), behind)
    })
}

/// Strips list numbering: "1.", "（一）", "二、", "#".
pub(in crate::scenario::import) fn without_numbering(text: &str) -> &str {
    let rest = text.trim_start_matches(['#', '*', '·', '•', '-', ' ']);
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let inner = rest.strip_prefix('(').unwrap_or(rest);
    let behind = inner.trim_start_matches(is_number);
    let is_short = inner.chars().count() - behind.chars().count() <= 2;
    let after = behind.trim_start_matches(['.', '、', ')']);
    if inner.len() > behind.len() && behind.len() > after.len() && is_short {
        after
    } else {
        rest
    }
}

/// The words of a name, without punctuation.
pub(super) fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}
