//! Rounding to few decimals in a way that still satisfies a condition.

/// The figure with `decimals` decimals nearest to a value for which `does` holds; `None` if it holds for no figure
/// nearby. Zero carries no sign.
pub(crate) fn nearest_that(value: f64, decimals: usize, mut does: impl FnMut(f64) -> bool) -> Option<f64> {
    let per_one = units(decimals);
    let nearest = (value * per_one).round();
    // An f64 has no further digits.
    if !value.is_finite() || nearest.abs() >= 1e15 {
        return None;
    }
    let mut tried = [0.0, 1.0, -1.0, 2.0, -2.0].map(|by| (nearest + by) / per_one);
    tried.sort_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()));
    tried
        .into_iter()
        .find(|tried| does(*tried))
        .map(|found| found + 0.0)
}

/// How many units in the last decimal place make one.
pub(crate) fn units(decimals: usize) -> f64 {
    (0..decimals).fold(1.0, |units, _| units * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_figure_that_does_is_found_on_either_side() {
        let close = |found: Option<f64>, expected: f64| {
            assert!(
                found.is_some_and(|found| (found - expected).abs() < 1e-12),
                "{found:?}"
            );
        };
        close(nearest_that(4.6042, 2, |_| true), 4.60);
        close(nearest_that(4.6042, 2, |tried| tried >= 4.6042), 4.61);
        close(nearest_that(4.6082, 2, |tried| tried <= 4.6082), 4.60);
        close(nearest_that(-0.002, 2, |_| true), 0.0);
        assert!(nearest_that(-0.002, 2, |_| true).is_some_and(f64::is_sign_positive));
        assert_eq!(nearest_that(4.6, 2, |_| false), None);
        assert_eq!(nearest_that(f64::INFINITY, 2, |_| true), None);
        assert_eq!(nearest_that(1e20, 2, |_| true), None);
    }
}
