//! Breakdown columns: sector, age, fuel. Any unknown text beside a name may be one.

use super::super::number::{self, CellReading, Decimal};
use super::super::saying::Statements;
use super::super::words::{self, ColumnType};

/// In characters; longer texts are remarks.
const LONGEST: usize = 40;

/// Whether a text may name a part of the total.
pub(super) fn is_part(heading: &str, text: &str) -> bool {
    let is_open = matches!(words::head(heading), None | Some(ColumnType::Label));
    // A Chinese character counts as a word.
    let weight = |c: char| match c {
        c if c.is_ascii_alphabetic() => 1,
        c if c.is_alphabetic() => 2,
        _ => 0,
    };
    let letters: usize = text.chars().map(weight).sum();
    // "15-24" is an age under such a heading only.
    let least = if words::head(heading) == Some(ColumnType::Label) {
        0
    } else {
        2
    };
    if !is_open || letters < least || text.chars().count() > LONGEST || words::is_office(text) {
        return false;
    }
    let is_text = matches!(number::read_text(text, Decimal::Point), CellReading::Refused(..));
    let said = Statements::of(text);
    let is_understood = least > 0 && !said.leftover.contains(char::is_alphabetic) && !words::is_whole(text);
    is_text && !is_understood
}

/// Whether a column's texts repeat, so that they are categories rather than remarks.
pub(super) fn come_again<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let texts: Vec<&str> = texts.collect();
    let different: std::collections::BTreeSet<&str> = texts.iter().copied().collect();
    texts.len() > 1 && (different.len() == 1 || different.len() * 2 <= texts.len())
}
