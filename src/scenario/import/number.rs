//! Reading cells: a number, a missing value, or something else.
//!
//! Stricter than input fields, where the user sees the result: two numbers in a cell must not become one.

use serde::{Deserialize, Serialize};

use super::bases::IndexBase;
use super::direction::Direction;
use super::unit::Unit;
use super::{changes, marks};
use crate::file::GridCell;
use crate::text::{Message, half_width};

/// Decimal separator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decimal {
    /// 1,234.5
    #[default]
    Point,
    /// 1.234,5
    Comma,
}

/// Result of reading a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CellReading {
    /// Missing value.
    Missing,
    /// A finite number.
    Number(Number),
    /// Not a number: fault and remedy.
    Refused(Message, Message),
}

/// A number as written in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// Displayed value: 8.2 for 8.2 %.
    pub value: f64,
    /// Whether followed by a percent sign.
    pub is_percent: bool,
    /// Whether signed, or in brackets.
    pub is_signed: bool,
    /// Unit after it, and its spelling.
    pub unit: Option<(Unit, String)>,
    /// Unit shown by its number format, and its spelling.
    pub painted: Option<(Unit, String)>,
    /// Scaling by its number format, to be resolved with its unit.
    pub scale: Option<NumberScaling>,
    /// Whether the cell states a change: 下降3.49%.
    pub says_change: bool,
    /// Base stated in the cell: 比上年下降3.49%.
    pub basis: Option<IndexBase>,
    /// Direction stated beside it.
    pub way: Option<Direction>,
}

impl Number {
    const fn new(value: f64, is_percent: bool, is_signed: bool) -> Self {
        Self {
            value,
            is_percent,
            is_signed,
            unit: None,
            painted: None,
            scale: None,
            says_change: false,
            basis: None,
            way: None,
        }
    }
}

/// Scaling between stored and displayed value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NumberScaling {
    /// Divisor of the stored value.
    pub divisor: Option<f64>,
    /// Multiplier after the digits, such as 万, with its spelling.
    pub times: Option<(f64, String)>,
}

/// Markers of missing values.
const MISSING: [&str; 20] = [
    "", ":", ": c", "-", "--", "–", "—", "——", "―", "...", "…", "……", "⋯", "n/a", "na", "n.a.", "#n/a", "无",
    "暂无", "/",
];

pub(super) fn read(cell: &GridCell, decimal: Decimal) -> CellReading {
    match cell {
        GridCell::Empty => CellReading::Missing,
        GridCell::Number { value, is_percent } => {
            CellReading::Number(Number::new(*value, *is_percent, *value < 0.0))
        }
        GridCell::Failed(text) => refused("import-formula", text, "import-formula-help"),
        GridCell::Date { .. } => refused("import-text", &cell.written(), "import-text-help"),
        GridCell::Text(text) => read_text(text, decimal),
    }
}

/// Reads a text.
pub(super) fn read_text(text: &str, decimal: Decimal) -> CellReading {
    let plain: String = text.trim().chars().map(half_width).collect();
    if MISSING.iter().any(|missing| plain.eq_ignore_ascii_case(missing)) {
        return CellReading::Missing;
    }
    let plain = marks::plain(&plain);
    let (basis, plain) = changes::against(&plain);
    let behind = changes::from_behind(plain);
    let plain = behind.as_deref().unwrap_or(plain);
    let (figure, is_percent, unit) = unit_behind(plain);
    if let Some((way, figure)) = changes::in_words(figure)
        && let Some((value, is_signed)) = value(figure, decimal)
        // "增长-0.1%" is a fall; "下降-5.2%" is ambiguous.
        && (!is_signed || way > 0.0)
    {
        return CellReading::Number(Number {
            unit,
            says_change: true,
            basis,
            ..Number::new(value * way + 0.0, is_percent, true)
        });
    }
    match value(figure, decimal) {
        // "同比7.6%" may be a fall.
        Some((value, is_signed)) if basis.is_none() || is_signed => CellReading::Number(Number {
            unit,
            says_change: basis.is_some(),
            basis,
            ..Number::new(value, is_percent, is_signed)
        }),
        None if is_several(figure) => refused("import-two-values", text, "import-two-values-help"),
        None if is_decimal_comma(figure) => refused("import-text", text, "syntax-decimal-comma-help"),
        _ => refused("import-text", text, "import-text-help"),
    }
}

fn refused(what: &'static str, found: &str, help: &'static str) -> CellReading {
    CellReading::Refused(Message::new(what).with("found", found), Message::new(help))
}

/// Splits a trailing percent sign or unit from a figure.
pub(super) fn unit_behind(text: &str) -> (&str, bool, Option<(Unit, String)>) {
    if let Some(figure) = text.strip_suffix('%') {
        return (figure.trim_end(), true, None);
    }
    // Brackets around figure and sign: (3.49%).
    if text.ends_with("%)") {
        return (text, true, None);
    }
    let is_unit = |c: char| c.is_alphabetic() || c == '%';
    // A word before the figure is not a unit.
    let digits = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    match text[digits..].find(is_unit).map(|at| at + digits) {
        // 1.38E+04 is a number.
        Some(at) if at > 0 && !text[at..].starts_with(['e', 'E']) => match Unit::parse(&text[at..]) {
            Some(unit) => (text[..at].trim_end(), false, Some((unit, text[at..].to_owned()))),
            None => (text, false, None),
        },
        _ => (text, false, None),
    }
}

/// Parses sign (minus, dash or accounting brackets), digits with group separators, fraction and exponent. The flag
/// tells whether it was signed.
pub(super) fn value(text: &str, decimal: Decimal) -> Option<(f64, bool)> {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if let Some(inner) = inner {
        let figure = inner.trim().trim_end_matches('%').trim_end();
        let (value, is_signed) = value(figure, decimal)?;
        return (!is_signed).then_some((-value, true));
    }
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}', '–']) {
        Some(digits) => (Some(-1.0), digits.trim_start()),
        None => match text.strip_prefix('+') {
            Some(digits) => (Some(1.0), digits.trim_start()),
            None => (None, text),
        },
    };
    let (sign, digits) = match (sign, digits.strip_suffix(['-', '\u{2212}'])) {
        (None, Some(digits)) => (Some(-1.0), digits),
        _ => (sign, digits),
    };
    let number = unsigned(digits, decimal)?;
    // Avoids −0.
    Some((number * sign.unwrap_or(1.0) + 0.0, sign.is_some()))
}

/// Digits with group separators, and a fraction.
fn unsigned(text: &str, decimal: Decimal) -> Option<f64> {
    let (point, thousands) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == point) {
        return None;
    }
    let whole = text.split([point, 'e', 'E']).next().unwrap_or("");
    let apart: &[char] = &[thousands, '\'', '’', '\u{A0}', '\u{202F}', '\u{2009}'];
    let mut groups = whole.split(apart);
    let first = groups.next().unwrap_or("");
    let is_grouped = whole.contains(apart);
    let is_digits = |group: &str| group.bytes().all(|c| c.is_ascii_digit());
    let is_group = |group: &str| group.len() == 3 && is_digits(group);
    let is_sound = if is_grouped {
        (1..=3).contains(&first.len()) && is_digits(first) && groups.all(is_group)
    } else {
        is_digits(whole)
    };
    let rest = &text[whole.len()..];
    if !is_sound || rest.contains(thousands) || rest.matches(point).count() > 1 {
        return None;
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let number: f64 = format!("{digits}{}", rest.replace(point, ".")).parse().ok()?;
    number.is_finite().then_some(number)
}

/// Whether a text is several numbers: "49.2 45.9", "49.2/45.9", "49.2; 45.9".
fn is_several(text: &str) -> bool {
    let parts = || {
        text.split([' ', '/', ';', '\n', '~'])
            .filter(|part| !part.is_empty())
    };
    parts().count() > 1 && parts().all(|part| value(part.trim_end_matches('%'), Decimal::Point).is_some())
}

/// Whether a comma is used as decimal point.
fn is_decimal_comma(text: &str) -> bool {
    text.matches(',').count() == 1 && value(text, Decimal::Comma).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<f64> {
        match read_text(text, Decimal::Point) {
            CellReading::Number(number) => Some(number.value),
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
            ("(3.49)", -3.49),
            ("（3.49%）", -3.49),
            ("3.49-", -3.49),
            ("13\u{A0}800", 13800.0),
            ("13'800.5", 13800.5),
            ("592千克标准煤/吨", 592.0),
            ("10.8个百分点", 10.8),
            ("49.2*", 49.2),
            ("45.9①", 45.9),
            ("39.4[1]", 39.4),
            ("592\u{1D43}", 592.0),
            ("592 a)", 592.0),
            ("87.0 注", 87.0),
            ("▼2.2", -2.2),
            ("负5.7", -5.7),
            ("‐3.4", -3.4),
        ] {
            let found = number(text).unwrap_or(f64::NAN);
            assert!((found - expected).abs() < 1e-12, "{text}: {found}");
        }
    }

    #[test]
    fn blanks_and_dashes_are_no_figures() {
        for text in ["", " ", "\u{3000}", "–", "—", "——", "-", "...", "…", "N/A"] {
            assert_eq!(read_text(text, Decimal::Point), CellReading::Missing, "{text:?}");
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
            ("8.2 a", "import-text"),
            ("△8.2", "import-text"),
            ("同比7.6%", "import-text"),
            ("增长7.6%，达20.6万亿元", "import-text"),
            ("--5", "import-text"),
        ] {
            let CellReading::Refused(what, _) = read_text(text, Decimal::Point) else {
                panic!("{text:?} was read as {:?}", read_text(text, Decimal::Point))
            };
            assert_eq!(what.id(), id, "{text:?}");
        }
    }

    #[test]
    fn changes_in_words_have_their_sign() {
        for (text, expected, is_percent) in [
            ("下降3.49%", -3.49, true),
            ("增长 10.8%", 10.8, true),
            ("提高0.6个百分点", 0.6, false),
            ("降低４．９％", -4.9, true),
            ("Down 5.9%", -5.9, true),
            ("up 5.7 %", 5.7, true),
            ("降4.1%", -4.1, true),
            ("3.2% decline", -3.2, true),
            ("3.2%（减少）", -3.2, true),
            ("比上年增长7.6%", 7.6, true),
            ("同比下降 3.49%。", -3.49, true),
            ("较上年提高0.6个百分点", 0.6, false),
            ("比2010年下降9.1%", -9.1, true),
            ("同比+7.6%", 7.6, true),
            ("rose by 7.6% year on year", 7.6, true),
            ("a decrease of 3.2% since 2010", -3.2, true),
        ] {
            let CellReading::Number(number) = read_text(text, Decimal::Point) else {
                panic!("{text}")
            };
            assert!((number.value - expected).abs() < 1e-12, "{text}: {number:?}");
            assert!(number.says_change && number.is_signed, "{text}");
            assert_eq!(number.is_percent, is_percent, "{text}");
        }
        // Two signs contradict each other.
        assert!(matches!(
            read_text("下降-3.49%", Decimal::Point),
            CellReading::Refused(..)
        ));
    }

    #[test]
    fn decimal_commas_are_read_where_they_are_such() {
        let number = |text| match read_text(text, Decimal::Comma) {
            CellReading::Number(number) => Some(number.value),
            _ => None,
        };
        assert_eq!(number("17,664"), Some(17.664));
        assert_eq!(number("1.234,5"), Some(1234.5));
        assert_eq!(number("1.234"), Some(1234.0));
        assert_eq!(number("-3,49 %"), Some(-3.49));
        assert_eq!(number("49.2"), None);
    }
}
