//! Figures of a series that are written as hundredths of the others: 0.492 beside 45.9 %.

use super::super::number::Number;
use super::At;

/// Shares of less than this are as likely small as written otherwise.
const PLAIN_SHARE: f64 = 10.0;

/// Which of the numbers are hundredths of what the others lead to expect. Such a cell was written otherwise than its
/// neighbours, and would by itself change what all of them are taken for.
pub(super) fn odd_ones(numbers: &[(i32, Number)], at: &[At]) -> Vec<usize> {
    let is_small =
        |number: &Number| number.value != 0.0 && number.value.abs() <= 1.0 && number.unit.is_none();
    let (small, others): (Vec<usize>, Vec<usize>) =
        (0..at.len()).partition(|one| is_small(&numbers[*one].1) && !numbers[*one].1.is_percent);
    let sizes = || others.iter().map(|other| numbers[*other].1.value.abs());
    let is_marked = others.iter().any(|other| numbers[*other].1.is_percent);
    let least = sizes().fold(f64::INFINITY, f64::min);
    let most = sizes().fold(0.0, f64::max);
    let are_alike = others.len() > 1 && least >= PLAIN_SHARE && most <= 2.0 * least;
    if small.is_empty() || others.is_empty() || !(is_marked || are_alike) {
        return Vec::new();
    }
    let fits = |one: &usize| {
        let expected = numbers[*one].1.value.abs() * 100.0;
        expected >= least / 3.0 && expected <= most * 3.0
    };
    small.into_iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::number::{Decimal, Reading, read_text};
    use super::*;

    fn odd(texts: &[&str]) -> Vec<usize> {
        let number = |text: &&str| match read_text(text, Decimal::Point) {
            Reading::Number(number) => (2011, number),
            other => panic!("{other:?}"),
        };
        let numbers: Vec<(i32, Number)> = texts.iter().map(number).collect();
        odd_ones(&numbers, &vec![(0, 0); numbers.len()])
    }

    #[test]
    fn a_hundredth_of_the_others_is_odd() {
        assert_eq!(odd(&["0.492", "45.9%", "39.4%"]), [0]);
        assert_eq!(odd(&["60", "62", "0.64"]), [2]);
        assert_eq!(odd(&["-2.2%", "-0.045"]), [1]);
        // All alike, small changes, and amounts of another size.
        assert_eq!(odd(&["0.492", "0.459"]), [] as [usize; 0]);
        assert_eq!(odd(&["5.7", "0.05", "-2.8"]), [] as [usize; 0]);
        assert_eq!(odd(&["602", "0.603"]), [] as [usize; 0]);
        assert_eq!(odd(&["12", "0.2"]), [] as [usize; 0]);
    }
}
