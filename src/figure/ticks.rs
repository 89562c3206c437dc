//! Axis ticks.

/// Ticks at round values (1, 2 or 5 times a power of ten) within a range, about `wanted` of them.
///
/// Empty if the range is empty or not finite, or `wanted` is 0.
#[must_use]
pub fn ticks(low: f64, high: f64, wanted: usize) -> Vec<f64> {
    let span = high - low;
    if !(span.is_finite() && span > 0.0) || wanted == 0 {
        return Vec::new();
    }
    let rough = span / crate::plan::years(wanted);
    let magnitude = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let factor = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|factor| rough <= factor * magnitude)
        .unwrap_or(10.0);
    let step = factor * magnitude;
    // Multiply rather than add, so that errors do not accumulate along the axis.
    let first = libm::ceil(low / step);
    let count = libm::floor(high / step) - first;
    (0..=count.max(-1.0) as i64)
        .map(|n| (first + n as f64) * step)
        .filter(|value| *value <= high)
        .collect()
}

/// How many decimals it takes to tell neighbouring ticks apart.
#[must_use]
pub fn tick_decimals(ticks: &[f64]) -> usize {
    let step = match ticks {
        [first, second, ..] => (second - first).abs(),
        _ => return 1,
    };
    (0..6)
        .find(|decimals| step >= 0.999 * libm::pow(10.0, -f64::from(*decimals)))
        .map_or(6, |d| d as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_inside() {
        assert_eq!(ticks(15.2, 24.3, 5), [16.0, 18.0, 20.0, 22.0, 24.0]);
        assert_eq!(ticks(78.0, 101.0, 5), [80.0, 85.0, 90.0, 95.0, 100.0]);
        assert_eq!(ticks(-1.0, 1.0, 4), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert!(ticks(1.0, 1.0, 5).is_empty());
        assert!(ticks(f64::NAN, 1.0, 5).is_empty());
    }

    #[test]
    fn decimals_follow_the_step() {
        assert_eq!(tick_decimals(&[16.0, 18.0]), 0);
        assert_eq!(tick_decimals(&[-1.0, -0.5]), 1);
        assert_eq!(tick_decimals(&[0.70, 0.75]), 2);
    }
}
