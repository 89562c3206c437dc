//! Figures as people read them: a real minus sign, thousands separators, fixed decimals.
//!
//! Chinese and English official statistics write figures alike, so nothing here depends on the language.

mod for_programs;

pub use for_programs::{exact, plain, plain_difference};

/// U+2212, which lines up with `+` and with digits, unlike the hyphen.
const MINUS: char = '\u{2212}';

/// `value` with `decimals` digits after the point and a comma between thousands.
///
/// A value that rounds to zero has no sign, and one that is no number is a dash: there is no decline from nothing. One
/// beyond 10¹⁵ is written with its exponent.
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

/// From here on, digits are not exact any more, and nobody counts three hundred of them.
const MOST_WHOLE: f64 = 1e15;

/// The shortest text with an exponent that stands for the very figure.
fn scientific(value: f64) -> String {
    format!("{value:e}").replace('-', "\u{2212}")
}

/// As [`decimal`], with `+` before a value above zero.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    let text = decimal(value, decimals);
    let is_positive = value > 0.0 && value.is_finite() && decimals_to_see(value, decimals) == Some(decimals);
    if is_positive { format!("+{text}") } else { text }
}

/// What a figure is after it was shown with `decimals` and read back: a field that was only visited must not round the
/// figure in it, so a reading equal to what was shown stands for the figure itself.
#[must_use]
pub fn read_back(before: f64, read: f64, decimals: usize) -> f64 {
    let is_as_shown = parse(&decimal(before, decimals)).is_some_and(|shown| (shown - read).abs() <= 0.0);
    if is_as_shown { before } else { read }
}

/// Smaller figures are the dust of binary arithmetic, such as what is left of 100 − 82.2 − 17.8.
const DUST: f64 = 1e-12;

/// How many decimals show so many significant digits of a figure below 1.
fn decimals_of_digits(size: f64, digits: usize) -> usize {
    let mut scaled = size;
    let mut zeros = 0;
    while scaled < 0.1 && zeros < 12 {
        scaled *= 10.0;
        zeros += 1;
    }
    zeros + digits
}

/// How many decimals show a level of this size well: small shares need more than large volumes, and of the smallest two
/// digits that are not zero are to be seen.
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

/// A figure with as many decimals as its size needs.
#[must_use]
pub fn level(value: f64) -> String {
    level_with(value, None)
}

/// A figure with as many decimals as wanted, or as its size needs.
#[must_use]
pub fn level_with(value: f64, decimals: Option<usize>) -> String {
    decimal(value, decimals.unwrap_or_else(|| decimals_for(value)))
}

/// A figure as it was written: no decimals that say nothing, at most six, or six digits of a small one.
#[must_use]
pub fn shortest(value: f64) -> String {
    let size = value.abs();
    // Nor does anybody count that many zeros.
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

/// The most decimals that are added to a figure to tell it from another.
pub const MOST_DECIMALS: usize = 6;

/// The decimals, from `decimals` up to [`MOST_DECIMALS`], with which a figure does not show as zero; nothing where it
/// always does.
#[must_use]
pub fn decimals_to_see(value: f64, decimals: usize) -> Option<usize> {
    let is_seen = |places: &usize| decimal(value, *places).contains(|c: char| c != '0' && c != '.');
    (decimals..=MOST_DECIMALS.max(decimals)).find(is_seen)
}

/// The decimals, as many as the sizes need and up to [`MOST_DECIMALS`], with which figures that differ show as different.
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

/// A figure with `decimals` digits after the point, or with as many more as it takes not to show as zero; see
/// [`decimals_to_see`].
#[must_use]
pub fn visible(value: f64, decimals: usize) -> String {
    decimal(value, decimals_to_see(value, decimals).unwrap_or(decimals))
}

/// A figure rounded to `decimals` digits on the side that is wanted, up or down, so that what is shown is enough.
#[must_use]
pub fn enough(value: f64, decimals: usize, is_up: bool) -> f64 {
    let unit = (0..decimals).fold(1.0, |unit, _| unit * 10.0);
    let scaled = value * unit;
    // What differs by dust is equal.
    let dust = 1e-9 * scaled.abs().max(1.0);
    let rounded = if is_up {
        libm::ceil(scaled - dust)
    } else {
        libm::floor(scaled + dust)
    };
    let shown = rounded / unit;
    // Adding zero takes the sign off a negative one.
    if shown.is_finite() { shown + 0.0 } else { value }
}

/// Reads what a person typed: blanks, thousands separators, a percent sign, a real minus sign and full-width digits
/// are all understood.
///
/// Nothing for text that is not one finite number.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '%'))
        .map(|c| if c == MINUS { '-' } else { c })
        .collect();
    let value = plain.parse().ok().filter(|value: &f64| value.is_finite())?;
    // Adding zero takes the sign off a negative one, which must get into no file.
    Some(value + 0.0)
}

/// A full-width sign as its ASCII counterpart; the forms U+FF01 … U+FF5E stand 0xFEE0 above those. Others as they are.
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
