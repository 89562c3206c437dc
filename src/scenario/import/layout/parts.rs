//! Columns that say of which part figures are: a sector, an age, a kind of fuel. Any text that nobody understands beside
//! a name may be such a part.

use super::super::number::{self, Decimal, Reading};
use super::super::saying::Saying;
use super::super::words::{self, Head};

/// Characters of the longest name of a part: what is longer is a remark.
const LONGEST: usize = 40;

/// Whether a text below a heading, or beside a name, may say of which part figures are.
pub(super) fn is_part(heading: &str, text: &str) -> bool {
    let is_open = matches!(words::head(heading), None | Some(Head::Label));
    // A Chinese letter is a word.
    let weight = |c: char| match c {
        c if c.is_ascii_alphabetic() => 1,
        c if c.is_alphabetic() => 2,
        _ => 0,
    };
    let letters: usize = text.chars().map(weight).sum();
    // "15-24" is an age below such a heading, and nothing by itself.
    let least = if words::head(heading) == Some(Head::Label) {
        0
    } else {
        2
    };
    if !is_open || letters < least || text.chars().count() > LONGEST || words::is_office(text) {
        return false;
    }
    let is_text = matches!(number::read_text(text, Decimal::Point), Reading::Refused(..));
    let said = Saying::of(text);
    let is_understood = least > 0 && !said.leftover.contains(char::is_alphabetic) && !words::is_whole(text);
    is_text && !is_understood
}

/// Whether the texts of a column part its figures, rather than remark on each: they come again.
pub(super) fn come_again<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let texts: Vec<&str> = texts.collect();
    let different: std::collections::BTreeSet<&str> = texts.iter().copied().collect();
    texts.len() > 1 && (different.len() == 1 || different.len() * 2 <= texts.len())
}
