//! Text that a person wrote, or a file from anywhere contains, made safe for the places it goes to. The one place that
//! knows what each kind of output cannot hold; a new kind of output gets its function here.
//!
//! | output | line breaks | control characters, and signs that turn the text around them |
//! |---|---|---|
//! | [`line()`], [`cell`]: a line; a cell of a table on the clipboard | blanks | U+FFFD |
//! | [`title`]: window titles, tabs, offers | blanks | `?` |
//! | [`csv()`]: a cell of CSV, which has quotation marks around it then | kept, tabs as well | U+FFFD |
//! | [`terminal`]: whole outputs and messages | kept, tabs as well | U+FFFD |
//! | [`source`]: lines of a file in a report of its faults | kept | a sign of the same length |
//! | [`clipboard`] | kept, tabs as well | U+FFFD |
//! | [`drawing`]: figures and XML | blanks | gone |
//! | [`workbook`]: cells of a workbook | kept, tabs as well | U+FFFD |
//!
//! Text that a spreadsheet would take for a formula is told by [`acts_as_formula`]. In CSV and in tables on the clipboard
//! it has an apostrophe before it, as OWASP advises (CSV Injection): a name from a foreign file must not run anything
//! when somebody opens the table. Figures are no text and are never touched, nor is a text that is a number, such as -5.
//! Workbooks store text as text and need no apostrophe.

use std::borrow::Cow;

/// Stands for a character that has no place in a line.
const REPLACED: char = '\u{FFFD}';

const fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// What turns the text around it: with it, a name shows something else than it says (CVE-2021-42574).
const fn is_turn(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character does something where it is shown instead of being seen: a control character, which a terminal may
/// obey, or a sign that turns text. Where lines are kept, those of line breaks are asked about before.
#[must_use]
pub fn is_active(c: char) -> bool {
    c.is_control() || is_turn(c)
}

/// The text with characters replaced; the text itself where all stay.
fn replaced(text: &str, with: impl Fn(char) -> char) -> Cow<'_, str> {
    if text.chars().all(|c| with(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(with).collect())
}

/// The text as one line: line breaks and tabs are blanks, and other active characters are replaced.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        c if is_break(c) => ' ',
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// The text as the title of a window or a tab: a line in which a question mark stands for what cannot be shown, because
/// our fonts have no sign for a replaced character.
#[must_use]
pub fn title(text: &str) -> String {
    line(text).replace(REPLACED, "?")
}

/// Text for a terminal, of any number of lines. What a terminal would obey is replaced, a carriage return included, which
/// would write over the line.
#[must_use]
pub fn terminal(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        '\n' | '\t' => c,
        '\r' => ' ',
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// The text of a file whose lines are shown in a report: places in it are counted in bytes, so that every character is
/// replaced by one of its own length. Those of one byte are left to the report, which draws each as a sign.
#[must_use]
pub fn source(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c.len_utf8() {
        2 if is_active(c) => '·',
        3 if is_active(c) || is_break(c) => REPLACED,
        _ => c,
    })
}

/// Text for the clipboard: the tabs and line ends of a table stay; other control characters end a text there, or damage it.
#[must_use]
pub fn clipboard(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        '\t' | '\r' | '\n' => c,
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// The text without what neither XML nor a line of a figure can hold: line breaks become blanks; control characters, and
/// signs that would turn the text around them, go.
#[must_use]
pub fn drawing(text: &str) -> String {
    let kept = text.chars().filter_map(|c| match c {
        '\u{3000}' => Some(c),
        c if c.is_whitespace() => Some(' '),
        '\u{FFFE}' | '\u{FFFF}' => None,
        c if is_active(c) => None,
        c => Some(c),
    });
    kept.collect()
}

/// The text without the characters that XML cannot hold and Excel calls a damaged file: most control characters, and
/// the two values that are no characters. Each is shown as one that could not be read.
#[must_use]
pub fn workbook(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        '\t' | '\n' => c,
        '\u{FFFE}' | '\u{FFFF}' => REPLACED,
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// Characters with which a spreadsheet takes a text for a formula, full-width forms included: Chinese and Japanese
/// versions treat those alike (OWASP, CSV Injection).
const FORMULA_STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would take a text for a formula, or might once it has taken the blanks before it away. A text
/// that is a number is none.
#[must_use]
pub fn acts_as_formula(text: &str) -> bool {
    let is_number = || text.parse::<f64>().is_ok_and(f64::is_finite);
    text.trim_start().starts_with(FORMULA_STARTS) && !is_number()
}

/// The text as a cell of CSV, which no spreadsheet takes for a formula. A cell may have several lines there.
#[must_use]
pub fn csv(text: &str) -> Cow<'_, str> {
    harmless(terminal(text))
}

/// The text as a cell of a table on the clipboard, which no spreadsheet takes for a formula. Each line is a row there.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    harmless(line(text))
}

fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    if acts_as_formula(&text) {
        Cow::Owned(format!("'{text}"))
    } else {
        text
    }
}

/// Characters beyond which nobody reads what stands in the middle of a sentence.
const LONGEST: usize = 1000;

/// The text as part of a sentence: [`line()`], and no more of it than anybody reads. What is replaced is a question mark,
/// because sentences are also drawn, and our fonts have no sign for it.
#[must_use]
pub fn quoted(text: &str) -> Cow<'_, str> {
    let quoted = match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", line(&text[..end]))),
        None => line(text),
    };
    if quoted.contains(REPLACED) {
        Cow::Owned(quoted.replace(REPLACED, "?"))
    } else {
        quoted
    }
}

/// A name as it stands in every row of a table: no more of it than anybody reads, because there it is repeated.
#[must_use]
pub fn label(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// The name as that of a file, before its ending: Windows keeps some names for devices, whatever ending follows, so that
/// these get a sign more, on every system alike.
#[must_use]
pub fn file_stem(name: &str) -> Cow<'_, str> {
    let first = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let is_numbered = ["com", "lpt"].iter().any(|device| {
        let number = first.strip_prefix(device);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    });
    let is_reserved = is_numbered || matches!(first.as_str(), "con" | "prn" | "aux" | "nul");
    if is_reserved {
        Cow::Owned(format!("{name}_"))
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_no_control_characters() {
        assert_eq!(
            line("nul\u{0}name\n2\t3\u{1b}[1m"),
            "nul\u{FFFD}name 2 3\u{FFFD}[1m"
        );
        assert!(matches!(line("规划 A"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_that_acts_comes_through() {
        const ACTIVE: &str = "a\u{1b}]0;x\u{7}b\u{9b}31mc\u{202e}d\u{2066}e\u{7f}\u{0}\r\n\tz";
        let kept = |text: &str| -> String { text.chars().filter(|c| is_active(*c)).collect() };
        for one_line in [
            line(ACTIVE).into_owned(),
            title(ACTIVE),
            cell(ACTIVE).into_owned(),
            drawing(ACTIVE),
        ] {
            assert_eq!(kept(&one_line), "");
            assert!(one_line.starts_with('a') && one_line.ends_with('z'));
        }
        assert_eq!(kept(&terminal(ACTIVE)), "\n\t");
        assert_eq!(kept(&csv(ACTIVE)), "\n\t");
        assert_eq!(kept(&workbook(ACTIVE)), "\n\t");
        assert_eq!(kept(&clipboard(ACTIVE)), "\r\n\t");
        let shown = source(ACTIVE);
        assert_eq!(shown.len(), ACTIVE.len());
        assert!(!shown.contains(['\u{9b}', '\u{202e}', '\u{2066}']));
    }

    #[test]
    fn text_stays_as_it_is_where_it_is_harmless() {
        for text in [
            "规划 A",
            "CO₂ – 21 %",
            "“quoted”, l'eau",
            "\u{1F469}\u{200D}\u{1F3ED}",
        ] {
            for safe in [
                line(text),
                cell(text),
                terminal(text),
                source(text),
                clipboard(text),
                workbook(text),
            ] {
                assert!(matches!(safe, Cow::Borrowed(_)), "{text}");
            }
            assert_eq!(drawing(text), text);
        }
    }

    #[test]
    fn a_cell_is_no_formula() {
        for formula in [
            "=1+1", "+cmd", "-cmd", "@SUM(A1)", "＝1", "\t=1", "\r=1", " =1", "-inf", "+1e999",
        ] {
            assert!(cell(formula).starts_with('\''), "{formula:?}");
            assert!(csv(formula).starts_with('\''), "{formula:?}");
        }
        for text in ["-5", "+2.5e3", "a=b", "1-2", ""] {
            assert_eq!(cell(text), text);
        }
    }

    #[test]
    fn no_quotation_is_endless() {
        assert_eq!(quoted("a\tb\0"), "a b?");
        let long = "规划".repeat(2000);
        assert_eq!(quoted(&long).chars().count(), LONGEST + 1);
        assert!(quoted(&long).ends_with('…'));
    }

    #[test]
    fn no_file_has_the_name_of_a_device() {
        for name in ["con", "Aux", "nul", "prn", "com1", "LPT9"] {
            assert_eq!(file_stem(name), format!("{name}_"));
        }
        for name in ["steel-cr10", "console", "com", "com10", "nul-growth"] {
            assert!(matches!(file_stem(name), Cow::Borrowed(_)), "{name}");
        }
    }
}
