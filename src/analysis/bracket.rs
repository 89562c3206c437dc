//! Root finding: where a function of one variable crosses zero.
//!
//! Chandrupatla's method (Advances in Engineering Software 28, 1997): inverse quadratic steps as in Brent's method,
//! but only where the last three points promise one, and bisection otherwise; about ten steps to full precision,
//! never outside the bracket. These thirty lines are our own, because the crates for this alone have had no release
//! in years, and general optimisers pull in linear algebra.

/// Enough bisections to get from any bracket to adjacent numbers.
pub(super) const MOST_STEPS: usize = 200;

/// A root search that advances one step at a time, so that many can run side by side.
#[derive(Clone, Copy)]
pub(super) struct Bracket {
    /// The latest point, and the one on the other side of the root.
    newest: (f64, f64),
    opposite: (f64, f64),
    tolerance: f64,
    /// The next point to try, as a fraction of the way from the latest to the opposite one.
    part: f64,
}

impl Bracket {
    /// Starts from two points and their values, one negative and one not; runs to within `tolerance` or to full
    /// precision. The first step is a bisection.
    pub const fn new(a: (f64, f64), b: (f64, f64), tolerance: f64) -> Self {
        Self {
            newest: b,
            opposite: a,
            tolerance,
            part: 0.5,
        }
    }

    /// The same for a nearly linear function: the first step is linear interpolation.
    pub fn nearly_straight(a: (f64, f64), b: (f64, f64), tolerance: f64) -> Self {
        let part = b.1 / (b.1 - a.1);
        Self {
            part: if (0.0..=1.0).contains(&part) { part } else { 0.5 },
            ..Self::new(a, b, tolerance)
        }
    }

    /// The next point to evaluate.
    pub fn next(&self) -> f64 {
        self.newest.0 + self.part * (self.opposite.0 - self.newest.0)
    }

    /// Takes the value at that point; returns the root once it is found.
    pub fn tell(&mut self, value: f64) -> Option<f64> {
        let tried = (self.next(), value);
        let third;
        if (value < 0.0) == (self.newest.1 < 0.0) {
            third = self.newest;
        } else {
            third = self.opposite;
            self.opposite = self.newest;
        }
        self.newest = tried;
        let ((x1, f1), (x2, f2), (x3, f3)) = (self.newest, self.opposite, third);
        let best = self.best();
        let least = (2.0 * f64::EPSILON * best.0.abs() + self.tolerance) / (x2 - x1).abs();
        if least > 0.5 || best.1.abs() <= 0.0 {
            return Some(best.0);
        }
        let xi = (x1 - x2) / (x3 - x2);
        let phi = (f1 - f2) / (f3 - f2);
        let part = if phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi {
            f1 / (f2 - f1) * f3 / (f2 - f3) + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2)
        } else {
            0.5
        };
        self.part = part.clamp(least, 1.0 - least);
        None
    }

    /// The point whose value is nearest to zero.
    pub fn best(&self) -> (f64, f64) {
        if self.newest.1.abs() < self.opposite.1.abs() {
            self.newest
        } else {
            self.opposite
        }
    }
}

/// A root of `f` between `a` and `b`, given its values there, one negative and one not; to within `tolerance` or to
/// full precision.
pub(super) fn root(a: (f64, f64), b: (f64, f64), tolerance: f64, mut f: impl FnMut(f64) -> f64) -> f64 {
    let mut bracket = Bracket::new(a, b, tolerance);
    let found = (0..MOST_STEPS).find_map(|_| bracket.tell(f(bracket.next())));
    found.unwrap_or_else(|| bracket.best().0)
}

/// The last number, going from `inside` to `outside`, for which `holds` is true. It must be true for `inside` and
/// false for `outside`.
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
