//! Figures of unexpected size: hundredths (0.492 beside 45.9 %), levels several times off the base value or their
//! neighbours, implausible changes.

use super::super::FigureKind;
use super::super::fit::excess;
use super::super::number::Number;
use super::CellPosition;
use crate::plan::{Indicator, IndicatorIx, Plan};
use crate::scenario::Actual;

/// Factor by which a level may differ from the base value before it is asked about.
const OFF: f64 = 3.0;

/// Which levels differ several-fold from the base value or, without one, from the others, or are zero. Fast-growing
/// indicators are exempt.
pub(super) fn far_off(
    indicator: &Indicator,
    base: Option<f64>,
    years: i32,
    figures: &[(i32, Actual)],
) -> Vec<bool> {
    let level = |figure: &Actual| match figure {
        Actual::Level(level) => Some(*level),
        _ => None,
    };
    let mut sorted: Vec<f64> = figures.iter().filter_map(|(_, figure)| level(figure)).collect();
    sorted.retain(|level| *level > 0.0);
    sorted.sort_by(f64::total_cmp);
    let is_far = |one: f64, other: f64| is_far(indicator, one, years, other);
    let of = base.or_else(|| sorted.get(sorted.len() / 2).copied());
    // With two figures it is unclear which one is off.
    let is_pair = base.is_none()
        && matches!(sorted.as_slice(), [one, other] if is_far(*one, *other) || is_far(*other, *one));
    let is_off = |figure: &Actual| {
        level(figure).is_some_and(|level| is_pair || of.is_some_and(|of| is_far(of, level)))
    };
    figures.iter().map(|(_, figure)| is_off(figure)).collect()
}

/// Whether a level is out of reach of another at the fastest rate.
fn is_far(indicator: &Indicator, of: f64, years: i32, level: f64) -> bool {
    let is_share = !indicator.is_compound();
    if of <= 0.0 {
        return false;
    }
    let (low, high) = indicator.rate_range;
    let fastest = high.max(-low);
    let reach = if is_share {
        (of + f64::from(years) * fastest) / of
    } else {
        (0..years).fold(1.0, |size, _| size * (1.0 + fastest / 100.0))
    };
    let most = reach.max(OFF);
    level <= 0.0 || level / of >= most || of / level >= most
}

/// Thresholds in slider widths beyond the range: a stated change beyond `UNUSUAL` is doubted if it makes sense as
/// something else, beyond `ABSURD` in any case.
const UNUSUAL: f64 = 1.0;
const ABSURD: f64 = 3.0;

/// Whether a stated change is implausible, or makes more sense as something else. `written` is the figure as written.
pub(super) fn is_odd_change(
    plan: &Plan,
    (ix, base): (IndicatorIx, Option<f64>),
    (year, figure): (i32, Actual),
    written: f64,
    is_index: bool,
) -> bool {
    let kind = FigureKind::of(figure);
    if !kind.is_change() {
        return false;
    }
    let beyond = |kind: FigureKind, value: f64| excess(plan, base, ix, (year, value), kind);
    let own = beyond(kind, figure.value());
    let makes_sense_otherwise = || {
        (is_index && beyond(kind, written) <= 0.0)
            || (!is_index && makes_sense_as_index(plan, ix, (year, written)))
            || (base.is_some() && beyond(FigureKind::Level, written.abs()) <= 0.0)
    };
    own > ABSURD || (own > UNUSUAL && makes_sense_otherwise())
}

/// Whether a figure makes sense as an index (previous year = 100).
pub(super) fn makes_sense_as_index(plan: &Plan, ix: IndicatorIx, (year, written): (i32, f64)) -> bool {
    let change = written - 100.0;
    plan.get(ix).is_compound()
        && written > 0.0
        && excess(plan, None, ix, (year, change), FigureKind::AnnualChange) <= 0.0
}

/// Which changes have lost their decimal point: 79 between 10.8 and 7.6. They are whole while all others are not,
/// several times larger, and of similar size divided by ten or a hundred.
pub(super) fn without_point(changes: &[f64]) -> Vec<bool> {
    let is_whole = |change: f64| change.fract().abs() <= 0.0;
    let is_lost = |at: usize| {
        let others = || {
            let all = changes.iter().enumerate();
            all.filter(move |(other, _)| *other != at)
                .map(|(_, change)| change.abs())
        };
        let (least, most) = others().fold((f64::INFINITY, 0.0_f64), |(least, most), other| {
            (least.min(other), most.max(other))
        });
        let own = changes[at].abs();
        let is_like_them = |part: f64| part >= least / 2.0 && part <= most * 2.0;
        changes.len() > 2
            && is_whole(own)
            && others().all(|other| !is_whole(other))
            && own > OFF * most
            && [10.0, 100.0].iter().any(|power| is_like_them(own / power))
    };
    (0..changes.len()).map(is_lost).collect()
}

/// In percent; smaller shares may genuinely be small.
const PLAIN_SHARE: f64 = 10.0;

/// Which numbers are hundredths of the expected size. Such a cell is inconsistent with its neighbours and would
/// distort how all are read.
pub(super) fn odd_ones(numbers: &[(i32, Number)], at: &[CellPosition]) -> Vec<usize> {
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
    use super::super::super::number::{CellReading, Decimal, read_text};
    use super::*;

    #[test]
    fn a_change_without_its_point_is_seen() {
        let lost = |changes: &[f64]| -> Vec<usize> {
            let found = without_point(changes).into_iter().enumerate();
            found.filter_map(|(at, is_lost)| is_lost.then_some(at)).collect()
        };
        assert_eq!(lost(&[10.8, 79.0, 7.6]), [1]);
        assert_eq!(lost(&[-349.0, -5.9, -4.9]), [0]);
        // Whole figures among whole ones, a change that is large with a point, and one of a size of its own.
        assert_eq!(lost(&[10.0, 79.0, 7.0]), [] as [usize; 0]);
        assert_eq!(lost(&[10.8, 79.5, 7.6]), [] as [usize; 0]);
        assert_eq!(lost(&[0.08, 79.0, 0.06]), [] as [usize; 0]);
        assert_eq!(lost(&[10.8, 20.0, 7.6]), [] as [usize; 0]);
        assert_eq!(lost(&[10.8, 79.0]), [] as [usize; 0]);
    }

    fn odd(texts: &[&str]) -> Vec<usize> {
        let number = |text: &&str| match read_text(text, Decimal::Point) {
            CellReading::Number(number) => (2011, number),
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
