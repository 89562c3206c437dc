//! Year-by-year schedule edits; the number of years never changes.

use crate::plan::years;

/// Gives every year after `from` the rate of `from`.
pub fn fill_right(rates: &mut [f64], from: usize) {
    if let Some(rate) = rates.get(from).copied() {
        rates[from..].fill(rate);
    }
}

/// Interpolates linearly from the rate of `from` to that of the last year.
pub fn ramp(rates: &mut [f64], from: usize) {
    let (Some(first), Some(last)) = (rates.get(from).copied(), rates.last().copied()) else {
        return;
    };
    let steps = rates.len() - 1 - from;
    for (n, rate) in rates[from..].iter_mut().enumerate().skip(1) {
        *rate = first + (last - first) * years(n) / years(steps);
    }
}

/// Multiplies the rates from `from` on.
pub fn scale(rates: &mut [f64], from: usize, factor: f64) {
    for rate in rates.iter_mut().skip(from) {
        *rate *= factor;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_edit(edit: impl FnOnce(&mut [f64]), expected: [f64; 5]) {
        let mut rates = [1.0, 2.0, 4.0, 8.0, 10.0];
        edit(&mut rates);
        for (found, expected) in rates.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{rates:?}");
        }
    }

    #[test]
    fn edits_touch_the_years_from_the_chosen_one() {
        assert_edit(|rates| fill_right(rates, 2), [1.0, 2.0, 4.0, 4.0, 4.0]);
        assert_edit(
            |rates| ramp(rates, 1),
            [1.0, 2.0, 2.0 + 8.0 / 3.0, 2.0 + 16.0 / 3.0, 10.0],
        );
        assert_edit(|rates| scale(rates, 3, 0.5), [1.0, 2.0, 4.0, 4.0, 5.0]);
        assert_edit(|rates| fill_right(rates, 9), [1.0, 2.0, 4.0, 8.0, 10.0]);
        assert_edit(|rates| ramp(rates, 4), [1.0, 2.0, 4.0, 8.0, 10.0]);
    }
}
