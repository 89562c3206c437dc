//! Sanitising untrusted text for output. The only place that knows what each kind of output cannot hold; new kinds get
//! a function here.
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
//! [`acts_as_formula`] detects text that a spreadsheet would take for a formula. In CSV and clipboard tables it gets a
//! leading apostrophe, as OWASP advises (CSV Injection): opening a table must not run anything from a foreign file.
//! Numbers such as -5 are never touched. Workbooks store text as text and need no apostrophe.

use std::borrow::Cow;

/// Replacement character.
const REPLACED: char = '\u{FFFD}';

const fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Bidirectional controls, which can make a name display as something else (CVE-2021-42574).
const fn is_turn(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character acts rather than displays: a control character or a bidirectional control. Callers that keep
/// line breaks handle them first.
#[must_use]
pub fn is_active(c: char) -> bool {
    c.is_control() || is_turn(c)
}

/// Replaces characters; borrowed if nothing changes.
fn replaced(text: &str, with: impl Fn(char) -> char) -> Cow<'_, str> {
    if text.chars().all(|c| with(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(with).collect())
}

/// One line: line breaks and tabs become spaces, other active characters are replaced.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        c if is_break(c) => ' ',
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// A window or tab title: one line, with `?` for replaced characters, because our fonts have no glyph for U+FFFD.
#[must_use]
pub fn title(text: &str) -> String {
    line(text).replace(REPLACED, "?")
}

/// Text for a terminal, possibly several lines. Control characters are replaced, including carriage return, which
/// would overwrite the line.
#[must_use]
pub fn terminal(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        '\n' | '\t' => c,
        '\r' => ' ',
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// Source lines for reports: each character is replaced by one of equal byte length, to keep offsets. Single-byte ones
/// are left to the renderer.
#[must_use]
pub fn source(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c.len_utf8() {
        2 if is_active(c) => '·',
        3 if is_active(c) || is_break(c) => REPLACED,
        _ => c,
    })
}

/// Text for the clipboard: tabs and line breaks stay; other control characters would truncate or damage it.
#[must_use]
pub fn clipboard(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        '\t' | '\r' | '\n' => c,
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// Text for XML and figures: line breaks become spaces, control and bidirectional characters are dropped.
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

/// Text for workbooks: characters invalid in XML, for which Excel reports a damaged file, are replaced.
#[must_use]
pub fn workbook(text: &str) -> Cow<'_, str> {
    replaced(text, |c| match c {
        '\t' | '\n' => c,
        '\u{FFFE}' | '\u{FFFF}' => REPLACED,
        c if is_active(c) => REPLACED,
        c => c,
    })
}

/// Characters that start a formula, including full-width forms, which Chinese and Japanese versions treat alike
/// (OWASP, CSV Injection).
const FORMULA_STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would take a text for a formula, ignoring leading spaces. Numbers are not formulas.
#[must_use]
pub fn acts_as_formula(text: &str) -> bool {
    let is_number = || text.parse::<f64>().is_ok_and(f64::is_finite);
    text.trim_start().starts_with(FORMULA_STARTS) && !is_number()
}

/// A CSV cell, not taken for a formula; may have several lines.
#[must_use]
pub fn csv(text: &str) -> Cow<'_, str> {
    harmless(terminal(text))
}

/// A cell of a clipboard table, not taken for a formula; each line is a row.
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

/// Rows of cells as a spreadsheet takes them from the clipboard: tabs between cells, a line feed behind each row. The first row
/// and the first column hold names, which are user text and must not act as formulas; the others hold figures of ours, such as
/// "+2.28 points", which must not be altered.
#[must_use]
pub fn pasted_table(rows: &[Vec<String>]) -> String {
    let of_row = |(n, row): (usize, &Vec<String>)| {
        let cells = row.iter().enumerate().map(|(column, text)| {
            let is_name = n == 0 || column == 0;
            if is_name { cell(text) } else { line(text) }
        });
        cells.collect::<Vec<_>>().join("\t") + "\n"
    };
    rows.iter().enumerate().map(of_row).collect()
}

/// In characters; longer quotations are truncated.
const LONGEST: usize = 1000;

/// A quotation within a sentence: [`line()`], truncated, with `?` for replaced characters, because sentences are also
/// drawn.
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

/// A name repeated in table rows, truncated.
#[must_use]
pub fn label(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// A file name without extension. Names reserved by Windows for devices get a suffix, on all systems.
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
