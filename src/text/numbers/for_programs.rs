//! Numbers for programs: no separators, no typography, no floating-point noise.

/// At most twelve significant digits, the precision of sums and powers, in shortest form. Zero has no sign.
#[must_use]
pub fn plain(value: f64) -> String {
    exact(format!("{value:.11e}").parse().unwrap_or(value))
}

/// A difference of values of the given size: digits below the twelfth of that size are noise, such as
/// −0.00499999999999 between values near 8.
#[must_use]
pub fn plain_difference(difference: f64, size: f64) -> String {
    let size = size.abs().max(difference.abs());
    if size <= 0.0 || !size.is_finite() {
        return plain(difference);
    }
    let digits = 11.0 - libm::floor(libm::log10(size));
    let unit = libm::pow(10.0, digits);
    let rounded = libm::round(difference * unit) / unit;
    plain(if rounded.is_finite() { rounded } else { difference })
}

/// Shortest round-trip text. Zero has no sign.
#[must_use]
pub fn exact(value: f64) -> String {
    // Turns −0 into 0.
    let value = value + 0.0;
    match value.abs() {
        usual if usual <= 0.0 || (1e-6..1e15).contains(&usual) || !usual.is_finite() => value.to_string(),
        _ => format!("{value:e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_get_no_binary_dust() {
        for (value, text) in [
            (8.000_000_000_000_007, "8"),
            (79.000_000_000_000_01, "79"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (-3.49, "-3.49"),
            (100.0 / 3.0, "33.3333333333"),
            (14250.0, "14250"),
            (123_456_789_012.0, "123456789012"),
            (1e300, "1e300"),
            (2.5e-9, "2.5e-9"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(plain(value), text);
        }
    }

    #[test]
    fn figures_for_programs_read_back_to_twelve_digits() {
        for exponent in -300..300 {
            for digits in [
                1.0,
                1.234_567_890_123_456,
                9.999_999_999_999_9,
                -7.654_321_098_765_4,
            ] {
                let value: f64 = digits * 10_f64.powi(exponent);
                let read: f64 = plain(value).parse().unwrap_or(f64::NAN);
                assert!(
                    (read - value).abs() <= 5.000_1e-12 * value.abs(),
                    "{value:e} as {read:e}"
                );
                let significant = plain(value).split('e').next().map_or(0, |digits| {
                    digits
                        .trim_matches(|c| matches!(c, '-' | '0' | '.'))
                        .bytes()
                        .filter(u8::is_ascii_digit)
                        .count()
                });
                assert!(significant <= 12, "{}", plain(value));
            }
        }
    }
}
