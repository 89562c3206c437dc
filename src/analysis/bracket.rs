//! Finding where a function of one number crosses zero.
//!
//! Chandrupatla's method (Advances in Engineering Software 28, 1997): inverse quadratic steps as in Brent's, taken only
//! where the three points at hand promise one, halving otherwise; in about ten steps to the last digit, never outside the
//! bracket. Thirty lines of our own, because no crate for this alone has had a release in years, and the general
//! optimisers bring linear algebra along.

/// Enough halvings to get from any bracket to neighbouring numbers.
const MOST_STEPS: usize = 200;

/// A zero of `f` between `a` and `b`, where it has the given values, one of them below zero and one not; to within
/// `tolerance` or to the last digit.
pub(super) fn root(
    (a, f_a): (f64, f64),
    (b, f_b): (f64, f64),
    tolerance: f64,
    mut f: impl FnMut(f64) -> f64,
) -> f64 {
    let (mut x1, mut f1) = (b, f_b);
    let (mut x2, mut f2) = (a, f_a);
    let mut part = 0.5;
    for _ in 0..MOST_STEPS {
        let x = x1 + part * (x2 - x1);
        let value = f(x);
        let (x3, f3);
        if (value < 0.0) == (f1 < 0.0) {
            (x3, f3) = (x1, f1);
        } else {
            (x3, f3) = (x2, f2);
            (x2, f2) = (x1, f1);
        }
        (x1, f1) = (x, value);
        let best = if f1.abs() < f2.abs() { (x1, f1) } else { (x2, f2) };
        let least = (2.0 * f64::EPSILON * best.0.abs() + tolerance) / (x2 - x1).abs();
        if least > 0.5 || best.1.abs() <= 0.0 {
            return best.0;
        }
        let xi = (x1 - x2) / (x3 - x2);
        let phi = (f1 - f2) / (f3 - f2);
        part = if phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi {
            f1 / (f2 - f1) * f3 / (f2 - f3) + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2)
        } else {
            0.5
        };
        part = part.clamp(least, 1.0 - least);
    }
    if f1.abs() < f2.abs() { x1 } else { x2 }
}

/// The last number, seen from `inside`, for which `holds`; it does for `inside` and does not for `outside`.
pub(super) fn edge(inside: f64, outside: f64, mut holds: impl FnMut(f64) -> bool) -> f64 {
    let (mut inside, mut outside) = (inside, outside);
    for _ in 0..MOST_STEPS {
        let middle = f64::midpoint(inside, outside);
        let is_between = (middle - inside).abs() > 0.0 && (middle - outside).abs() > 0.0;
        if !is_between {
            break;
        }
        if holds(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_found_to_the_last_digit() {
        let mut calls = 0;
        let cube = |x: f64| x * x * x - 2.0;
        let found = root((0.0, cube(0.0)), (4.0, cube(4.0)), 0.0, |x| {
            calls += 1;
            cube(x)
        });
        // 2^(1/3) = 1.259 921 049 894 873 2
        assert!((found - 1.259_921_049_894_873_2).abs() < 1e-15, "{found}");
        assert!(calls < 20, "{calls}");
        let flat = |x: f64| (x - 1.0) * (x - 1.0) * (x - 1.0);
        assert!((root((-7.0, flat(-7.0)), (9.0, flat(9.0)), 0.0, flat) - 1.0).abs() < 1e-5);
        assert!(root((-1.0, -1.0), (1.0, 1.0), 0.0, |x| x).abs() < 1e-300);
        let step = |x: f64| if x < 0.3 { -1.0 } else { 1.0 };
        assert!((root((0.0, -1.0), (1.0, 1.0), 0.0, step) - 0.3).abs() < 1e-15);
    }

    #[test]
    fn an_edge_is_the_last_number_inside() {
        assert!((edge(0.0, 8.0, |x| x < 3.0) - 3.0).abs() < 1e-15);
        assert!(edge(0.0, 8.0, |x| x < 3.0) < 3.0);
        assert!((edge(5.0, -5.0, |x| x >= -2.0) + 2.0).abs() <= 0.0);
    }
}
