//! The logarithmic mean, and logarithms of ratios that keep their digits near 1.

/// Relative differences below this go through ln(1 + x), which keeps the digits that the ratio itself has lost.
const NEAR: f64 = 0.5;

/// ln(to / from) of two positive values.
pub(super) fn log_ratio(from: f64, to: f64) -> f64 {
    let by = (to - from) / from;
    let ratio = to / from;
    if by.abs() < NEAR {
        libm::log1p(by)
    } else if ratio.is_normal() {
        libm::log(ratio)
    } else {
        libm::log(to) - libm::log(from)
    }
}

/// The logarithmic mean L(a, b) = (a − b) / (ln a − ln b) of two values that are not negative: a where both are equal, and
/// 0 where one of them is, as its limits say.
#[must_use]
pub fn logarithmic_mean(a: f64, b: f64) -> f64 {
    if a <= 0.0 || b <= 0.0 {
        return 0.0;
    }
    let ratio = log_ratio(b, a);
    if ratio.abs() > 0.0 { (a - b) / ratio } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_lies_between_and_has_its_limits() {
        for (a, b) in [
            (2.0, 8.0),
            (1e-12, 1e12),
            (1e-200, 1e200),
            (79.0, 100.0),
            (100.0, 79.0),
        ] {
            let mean = logarithmic_mean(a, b);
            // Between the geometric and the arithmetic mean (Carlson 1972).
            assert!(
                mean > libm::sqrt(a) * libm::sqrt(b) && mean < a / 2.0 + b / 2.0,
                "{a} {b} {mean}"
            );
            assert!((mean - logarithmic_mean(b, a)).abs() <= 1e-13 * mean, "{a} {b}");
        }
        // (8 − 2) / ln 4
        assert!((logarithmic_mean(8.0, 2.0) - 6.0 / libm::log(4.0)).abs() < 1e-15);
        for (a, b, limit) in [(7.0, 7.0, 7.0), (7.0, 0.0, 0.0), (0.0, 7.0, 0.0), (0.0, 0.0, 0.0)] {
            assert!((logarithmic_mean(a, b) - limit).abs() <= 0.0, "{a} {b}");
        }
    }

    #[test]
    fn it_keeps_its_digits_near_equality() {
        // L(a, a (1 + x)) = a x / ln(1 + x) = a (1 + x/2 − x²/12 + x³/24 − …)
        for x in [1e-15_f64, 1e-12, 1e-9, 1e-6, 1e-4] {
            let b = 3.0 * (1.0 + x);
            let x = (b - 3.0) / 3.0;
            let series = 3.0 * (1.0 + x / 2.0 - x * x / 12.0 + x * x * x / 24.0);
            assert!((logarithmic_mean(3.0, b) - series).abs() < 2e-15, "{x}");
        }
    }
}
