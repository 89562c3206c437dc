//! Comparing figures computed differently from the program, which may differ in the last digits only.

#[track_caller]
pub fn close(found: f64, expected: f64) {
    let slack = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() <= slack, "{found} is not {expected}");
}

#[track_caller]
pub fn all_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        close(*found, *expected);
    }
}
