//! Figures of a size that their neighbours do not have: hundredths of the others, 0.492 beside 45.9 %; levels ten times
//! off the base value.

use super::super::number::Number;
use super::At;
use crate::plan::Indicator;
use crate::scenario::Actual;

/// How many times a level may be off the base value before it is asked about.
const OFF: f64 = 10.0;
/// Shares of less than this may well grow tenfold.
const SMALL_SHARE: f64 = 5.0;

/// Which levels are ten times more or less than the base value or, where nobody gave one, than most of the others; and
/// nothing where something was. An indicator that may grow so fast is as it may be.
pub(super) fn far_off(
    indicator: &Indicator,
    base: Option<f64>,
    years: i32,
    figures: &[(i32, Actual)],
) -> Vec<bool> {
    let levels = || {
        figures.iter().filter_map(|(_, figure)| match figure {
            Actual::Level(level) => Some(*level),
            _ => None,
        })
    };
    let mut sorted: Vec<f64> = levels().filter(|level| *level > 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let usual = sorted.get(sorted.len() / 2).filter(|_| sorted.len() > 2);
    let of = base.or(usual.copied()).filter(|of| *of > 0.0);
    let is_share = !indicator.is_compound();
    let Some(of) = of.filter(|of| !is_share || *of >= SMALL_SHARE) else {
        return vec![false; figures.len()];
    };
    let fastest = indicator.rate_range.1.max(-indicator.rate_range.0) / 100.0;
    let most = (0..years).fold(1.0, |size, _| size * (1.0 + fastest));
    let most = if is_share { OFF } else { most.max(OFF) };
    let is_off = |level: f64| level <= 0.0 || level / of >= most || of / level >= most;
    let is_off = |figure: &Actual| matches!(figure, Actual::Level(level) if is_off(*level));
    figures.iter().map(|(_, figure)| is_off(figure)).collect()
}

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
