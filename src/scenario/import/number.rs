//! What a cell says: a number, nothing, or something that is no number.
//!
//! Stricter than a field in which a person types and sees the result: a cell with two numbers must not become one.

use crate::file::GridCell;
use crate::text::{Message, half_width};

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading {
    /// Nothing.
    Missing,
    /// A finite number.
    Number {
        /// As it is shown: 8.2 for 8.2 %.
        value: f64,
        /// Whether there is a percent sign.
        is_percent: bool,
    },
    /// Something else: what is wrong with it, and what to do.
    Refused(Message, Message),
}

/// How tables say that there is no figure.
const MISSING: [&str; 14] = [
    "", "-", "--", "–", "—", "——", "...", "…", "……", "⋯", "n/a", "na", "n.a.", "无",
];

pub(super) fn read(cell: &GridCell) -> Reading {
    match cell {
        GridCell::Empty => Reading::Missing,
        GridCell::Number { value, is_percent } => Reading::Number {
            value: *value,
            is_percent: *is_percent,
        },
        GridCell::Failed(text) => refused("import-formula", text, "import-formula-help"),
        GridCell::Date { .. } => refused("import-text", &cell.written(), "import-text-help"),
        GridCell::Text(text) => read_text(text),
    }
}

/// What a text says.
pub(super) fn read_text(text: &str) -> Reading {
    let plain: String = text.trim().chars().map(half_width).collect();
    if MISSING.iter().any(|missing| plain.eq_ignore_ascii_case(missing)) {
        return Reading::Missing;
    }
    let (figure, is_percent) = match plain.strip_suffix(['%', '\u{2030}']) {
        // Per mille is no percent.
        Some(_) if plain.ends_with('\u{2030}') => return refused("import-text", text, "import-text-help"),
        Some(figure) => (figure.trim_end(), true),
        None => (plain.as_str(), false),
    };
    match value(figure) {
        Some(value) => Reading::Number { value, is_percent },
        None if is_several(figure) => refused("import-two-values", text, "import-two-values-help"),
        None if is_decimal_comma(figure) => refused("import-text", text, "syntax-decimal-comma-help"),
        None => refused("import-text", text, "import-text-help"),
    }
}

fn refused(what: &'static str, found: &str, help: &'static str) -> Reading {
    Reading::Refused(Message::new(what).with("found", found), Message::new(help))
}

/// A sign (a real minus or a dash as well), digits with commas between thousands, a fraction, an exponent.
fn value(text: &str) -> Option<f64> {
    let (is_negative, digits) = match text.strip_prefix(['-', '\u{2212}', '–']) {
        Some(digits) => (true, digits.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let whole = digits.split(['.', 'e', 'E']).next().unwrap_or("");
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let is_grouped = whole.contains(',');
    let is_sound = !is_grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3));
    if !is_sound || digits[whole.len()..].contains(',') {
        return None;
    }
    let number: f64 = digits.replace(',', "").parse().ok()?;
    number
        .is_finite()
        .then_some(if is_negative { -number } else { number })
}

/// Whether a text has more than one number and nothing else: "49.2 45.9", "49.2/45.9", "49.2; 45.9".
fn is_several(text: &str) -> bool {
    let parts = || {
        text.split([' ', '/', ';', '\n', '~'])
            .filter(|part| !part.is_empty())
    };
    parts().count() > 1 && parts().all(|part| value(part.trim_end_matches('%')).is_some())
}

/// Whether a comma stands where a point belongs.
fn is_decimal_comma(text: &str) -> bool {
    text.matches(',').count() == 1 && value(&text.replace(',', ".")).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<f64> {
        match read_text(text) {
            Reading::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    #[test]
    fn figures_are_read_as_tables_write_them() {
        for (text, expected) in [
            ("1,234.5", 1234.5),
            ("8.2%", 8.2),
            ("１２．５", 12.5),
            ("－３．４９％", -3.49),
            ("\u{2212}15.1", -15.1),
            ("–15.1", -15.1),
            (" +0.6 ", 0.6),
            ("\u{3000}49.2\u{3000}", 49.2),
            ("13,800", 13800.0),
            ("1.38E+04", 13800.0),
            (".5", 0.5),
        ] {
            let found = number(text).unwrap_or(f64::NAN);
            assert!((found - expected).abs() < 1e-12, "{text}: {found}");
        }
    }

    #[test]
    fn blanks_and_dashes_are_no_figures() {
        for text in ["", " ", "\u{3000}", "–", "—", "——", "-", "...", "…", "N/A"] {
            assert_eq!(read_text(text), Reading::Missing, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for (text, id) in [
            ("about 8", "import-text"),
            ("8,2", "import-text"),
            ("1,23,456", "import-text"),
            ("12,34.5", "import-text"),
            ("49.2 45.9", "import-two-values"),
            ("49.2/45.9", "import-two-values"),
            ("49 450", "import-two-values"),
            ("NaN", "import-text"),
            ("inf", "import-text"),
            ("1e999", "import-text"),
            ("8‰", "import-text"),
            ("8.2*", "import-text"),
            ("--5", "import-text"),
        ] {
            let Reading::Refused(what, _) = read_text(text) else {
                panic!("{text:?} was read as {:?}", read_text(text))
            };
            assert_eq!(what.id(), id, "{text:?}");
        }
    }
}
