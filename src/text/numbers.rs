//! Numbers for people: a real minus sign, thousands separators, fixed decimals.
//!
//! Chinese and English official statistics write figures alike, so nothing here depends on the language.

mod for_programs;

pub use for_programs::{exact, plain, plain_difference};

/// U+2212, which lines up with `+` and with digits, unlike the hyphen.
const MINUS: char = '\u{2212}';

/// `value` with `decimals` digits after the point and a comma between thousands.
///
/// Values that round to zero have no sign, non-finite ones are a dash, and those from 10¹⁵ on use an exponent.
#[must_use]
pub fn decimal(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    if value.abs() >= MOST_WHOLE {
        return scientific(value);
    }
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, fraction)| {
            (whole, Some(fraction))
        });
    let is_zero = plain.bytes().all(|digit| matches!(digit, b'0' | b'.'));
    let mut text = String::with_capacity(plain.len() + 4);
    if value < 0.0 && !is_zero {
        text.push(MINUS);
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// From here on digits are inexact; use an exponent.
const MOST_WHOLE: f64 = 1e15;

/// Shortest round-trip text with an exponent.
fn scientific(value: f64) -> String {
    format!("{value:e}").replace('-', "\u{2212}")
}

/// As [`decimal`], with `+` before positive values.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    let text = decimal(value, decimals);
    let is_positive = value > 0.0 && value.is_finite() && decimals_to_see(value, decimals) == Some(decimals);
    if is_positive { format!("+{text}") } else { text }
}

/// The value after display with `decimals` and reading back: an unchanged field must not round its value.
#[must_use]
pub fn read_back(before: f64, read: f64, decimals: usize) -> f64 {
    let is_as_shown = parse(&decimal(before, decimals)).is_some_and(|shown| (shown - read).abs() <= 0.0);
    if is_as_shown { before } else { read }
}

/// Smaller values are floating-point noise, such as 100 − 82.2 − 17.8.
const DUST: f64 = 1e-12;

/// Decimals needed for this many significant digits of a value below 1.
fn decimals_of_digits(size: f64, digits: usize) -> usize {
    let mut scaled = size;
    let mut zeros = 0;
    while scaled < 0.1 && zeros < 12 {
        scaled *= 10.0;
        zeros += 1;
    }
    zeros + digits
}

/// Decimals suitable for a level: more for small shares than for large volumes, and at least two significant digits.
#[must_use]
pub fn decimals_for(level: f64) -> usize {
    match level.abs() {
        size if size < DUST => 2,
        size if size < 0.1 => decimals_of_digits(size, 2),
        size if size < 5.0 => 2,
        size if size < 1000.0 => 1,
        _ => 0,
    }
}

/// A level with decimals by size.
#[must_use]
pub fn level(value: f64) -> String {
    level_with(value, None)
}

/// A level with the given decimals, or by size.
#[must_use]
pub fn level_with(value: f64, decimals: Option<usize>) -> String {
    decimal(value, decimals.unwrap_or_else(|| decimals_for(value)))
}

/// A number without trailing zeros: at most six decimals, or six digits if small.
#[must_use]
pub fn shortest(value: f64) -> String {
    let size = value.abs();
    // Use an exponent for tiny values too.
    if value.is_finite() && (size >= MOST_WHOLE || (size > 0.0 && size < DUST)) {
        return scientific(value);
    }
    let decimals = if size > 0.0 && size < 1e-3 {
        decimals_of_digits(size, MOST_DECIMALS)
    } else {
        MOST_DECIMALS
    };
    let mut text = decimal(value, decimals);
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    text
}

/// Maximum decimals added to distinguish values.
pub const MOST_DECIMALS: usize = 6;

/// Decimals, from `decimals` to [`MOST_DECIMALS`], for which a value does not display as zero; `None` if there are
/// none.
#[must_use]
pub fn decimals_to_see(value: f64, decimals: usize) -> Option<usize> {
    let is_seen = |places: &usize| decimal(value, *places).contains(|c: char| c != '0' && c != '.');
    (decimals..=MOST_DECIMALS.max(decimals)).find(is_seen)
}

/// Decimals, at least by size and up to [`MOST_DECIMALS`], for which distinct values display differently.
#[must_use]
pub fn decimals_apart(figures: &[f64]) -> usize {
    let usual = figures
        .iter()
        .map(|figure| decimals_for(*figure))
        .max()
        .unwrap_or(0);
    let are_apart = |decimals: &usize| {
        figures.iter().enumerate().all(|(n, one)| {
            let shown = decimal(*one, *decimals);
            let differs = |other: &f64| (one - other).abs() > 1e-9 * one.abs().max(other.abs());
            figures[n + 1..]
                .iter()
                .all(|other| !differs(other) || decimal(*other, *decimals) != shown)
        })
    };
    (usual..=MOST_DECIMALS.max(usual))
        .find(are_apart)
        .unwrap_or(usual)
}

/// A value with `decimals` decimals, or more so as not to display as zero; see [`decimals_to_see`].
#[must_use]
pub fn visible(value: f64, decimals: usize) -> String {
    decimal(value, decimals_to_see(value, decimals).unwrap_or(decimals))
}

/// Rounds up or down to `decimals`, so that the displayed value is enough.
#[must_use]
pub fn enough(value: f64, decimals: usize, is_up: bool) -> f64 {
    let unit = (0..decimals).fold(1.0, |unit, _| unit * 10.0);
    let scaled = value * unit;
    // Ignore floating-point noise.
    let dust = 1e-9 * scaled.abs().max(1.0);
    let rounded = if is_up {
        libm::ceil(scaled - dust)
    } else {
        libm::floor(scaled + dust)
    };
    let shown = rounded / unit;
    // Turns −0 into 0.
    if shown.is_finite() { shown + 0.0 } else { value }
}

/// Parses typed numbers, accepting spaces, thousands separators, a percent sign, a real minus and full-width digits.
///
/// `None` unless the text is one finite number.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '%'))
        .map(|c| if c == MINUS { '-' } else { c })
        .collect();
    let value = plain.parse().ok().filter(|value: &f64| value.is_finite())?;
    // Turns −0 into 0, which files must not contain.
    Some(value + 0.0)
}

/// Maps full-width forms (U+FF01–U+FF5E) to ASCII; other characters are unchanged.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_in_a_yearbook() {
        assert_eq!(decimal(14250.0, 0), "14,250");
        assert_eq!(decimal(1_234_567.891, 2), "1,234,567.89");
        assert_eq!(decimal(-4.605, 1), "−4.6");
        assert_eq!(decimal(999.96, 1), "1,000.0");
        assert_eq!(signed(2.0, 1), "+2.0");
        assert_eq!(signed(-2.0, 1), "−2.0");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(decimal(-0.04, 1), "0.0");
        assert_eq!(signed(0.04, 1), "0.0");
        assert_eq!(signed(-0.0, 0), "0");
    }

    #[test]
    fn what_is_no_number_is_a_dash() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(
                [decimal(value, 1), signed(value, 1), shortest(value), level(value)],
                ["–"; 4]
            );
        }
    }

    #[test]
    fn figures_beyond_counting_have_an_exponent_and_are_read_back() {
        assert_eq!(level(-1e20), "−1e20");
        assert_eq!(decimal(999_999_999_999_999.0, 0), "999,999,999,999,999");
        assert_eq!(signed(1.5e44, 2), "+1.5e44");
        for value in [1e15, 1.234_567_890_123_456_7e46, -9.87e300] {
            assert_eq!(parse(&decimal(value, 2)), Some(value));
        }
    }

    #[test]
    fn visiting_a_field_does_not_round_the_figure_in_it() {
        let same = |a: f64, b: f64| (a - b).abs() <= 0.0;
        assert!(same(read_back(4.605_03, 4.61, 2), 4.605_03));
        assert!(same(read_back(4.605_03, 4.62, 2), 4.62));
        assert!(same(read_back(4.605_03, 4.6, 2), 4.6));
    }

    #[test]
    fn nothing_is_added_to_a_figure_as_written() {
        for (value, text) in [
            (100.0, "100"),
            (0.0, "0"),
            (1.5, "1.5"),
            (-0.05, "−0.05"),
            (13800.0, "13,800"),
            (1e308, "1e308"),
        ] {
            assert_eq!(shortest(value), text);
        }
    }

    #[test]
    fn small_figures_keep_digits_that_are_not_zero() {
        for (value, text) in [
            (0.000_001_5, "0.0000015"),
            (-0.000_123_456_78, "−0.000123457"),
            (0.001_5, "0.0015"),
            // Six decimals as before from 0.001 on: 4.6050426316 is the even rate for −21 %.
            (4.605_042_631_6, "4.605043"),
            (2.5e-15, "2.5e−15"),
        ] {
            assert_eq!(shortest(value), text);
        }
        for (value, text) in [
            (0.000_001_2, "0.0000012"),
            (0.05, "0.050"),
            (0.1, "0.10"),
            (4.99, "4.99"),
            (0.0, "0.00"),
            // 100 − 82.2 − 17.8 is 0 but for binary dust.
            (100.0 - 82.2 - 17.8, "0.00"),
        ] {
            assert_eq!(level(value), text);
        }
        assert_eq!(visible(0.001, 2), "0.001");
        assert_eq!(visible(-0.2, 2), "−0.20");
        assert_eq!(visible(0.0, 2), "0.00");
    }

    #[test]
    fn what_is_enough_lies_on_the_wanted_side() {
        let same = |a: f64, b: f64| (a - b).abs() < 1e-12;
        // A rise of 2.834 % is asked: 2.83 would miss it, 2.84 does not.
        assert!(same(enough(2.834, 2, true), 2.84));
        assert!(same(enough(-4.605, 2, false), -4.61));
        assert!(same(enough(3.000_000_000_000_4, 2, true), 3.0));
        assert!(same(enough(8.0, 2, false), 8.0));
        assert!(enough(-0.0, 2, true).is_sign_positive());
    }

    #[test]
    fn what_shows_as_zero_gets_decimals_until_it_does_not() {
        for (value, decimals) in [
            (3.49, Some(2)),
            (0.004, Some(3)),
            (-0.000_04, Some(5)),
            (0.000_000_6, Some(6)),
            (0.000_000_4, None),
            (0.0, None),
            (-0.0, None),
        ] {
            assert_eq!(decimals_to_see(value, 2), decimals, "{value}");
        }
        assert_eq!(decimals_to_see(0.000_000_04, 8), Some(8));
    }

    #[test]
    fn typed_numbers_are_understood() {
        assert_eq!(parse(" 1,234.5 "), Some(1234.5));
        assert_eq!(parse("8.2%"), Some(8.2));
        assert_eq!(parse("−3.49"), Some(-3.49));
        assert_eq!(parse("－１２．５％"), Some(-12.5));
        assert!(parse("-0.0").is_some_and(f64::is_sign_positive));
        for not_a_number in ["", "eight", "1e999", "NaN", "inf", "1.2.3"] {
            assert_eq!(parse(not_a_number), None, "{not_a_number:?}");
        }
    }
}
