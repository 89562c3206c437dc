//! Running a program: every operation once, for all lanes and the years that vary.

use super::based::Based;
use super::correction::Correction;
use super::layout::{Block, Mover, Sign, Source};
use crate::plan::{Change, whole};

/// What fills a row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Work {
    /// A lever at one rate in all of its years.
    Even { change: Change, rate: Source },
    /// A lever year by year; what moves it in the first of them, by its place among the movers.
    Yearly { change: Change, first: usize },
    /// A lever from a base that varies, by its place among those.
    Based(usize),
    /// What is done or not, from a row that counts.
    Done { of: usize },
    /// Two rows, number by number.
    Binary { sign: Sign, left: usize, right: usize },
    /// A row with its sign changed.
    Negative { of: usize },
    /// A row as an index, the base year being 100.
    Index { of: usize },
    /// A derived indicator's identity, corrected by published figures; by its place among the corrections.
    Corrected { of: usize, correction: usize },
}

impl Work {
    /// The rows that it reads besides its own.
    pub fn reads(self) -> impl Iterator<Item = usize> {
        let (one, other) = match self {
            Self::Even { .. } | Self::Yearly { .. } | Self::Based(_) => (None, None),
            Self::Binary { left, right, .. } => (Some(left), Some(right)),
            Self::Done { of } | Self::Negative { of } | Self::Index { of } | Self::Corrected { of, .. } => {
                (Some(of), None)
            }
        };
        one.into_iter().chain(other)
    }

    /// Whether each step follows from the same step of other rows, but for the base year of an index.
    pub const fn is_step_by_step(self) -> bool {
        matches!(
            self,
            Self::Done { .. } | Self::Binary { .. } | Self::Negative { .. } | Self::Index { .. }
        )
    }

    /// The same on rows with other numbers.
    pub fn renumbered(self, new: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Even { .. } | Self::Yearly { .. } | Self::Based(_) => self,
            Self::Binary { sign, left, right } => Self::Binary {
                sign,
                left: new(left),
                right: new(right),
            },
            Self::Done { of } => Self::Done { of: new(of) },
            Self::Negative { of } => Self::Negative { of: new(of) },
            Self::Index { of } => Self::Index { of: new(of) },
            Self::Corrected { of, correction } => Self::Corrected {
                of: new(of),
                correction,
            },
        }
    }
}

/// One operation of a program. Rows are filled in their order: an operation reads rows before its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation {
    pub work: Work,
    /// The row it fills.
    pub to: usize,
    /// The first step it fills, and the one behind the last; those before and behind stay as they are.
    pub from: usize,
    pub until: usize,
    /// The free parameters that it follows from; see [`bit`].
    pub moved_by: u64,
}

/// The bit that stands for a free parameter. Those from the 64th on share one.
pub(super) const fn bit(place: usize) -> u64 {
    1 << if place < 63 { place } else { 63 }
}

/// What operations look up besides rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    pub movers: Vec<Mover>,
    pub based: Vec<Based>,
    pub corrections: Vec<Correction>,
}

impl Operation {
    /// Fills its steps of a row, each row `width` steps long.
    #[inline(always)]
    pub fn run<const LANES: usize>(
        &self,
        width: usize,
        tables: &Tables,
        columns: &[[f64; LANES]],
        block: &mut Block<LANES>,
    ) {
        let (before, own) = block.rows.split_at_mut(self.to * width);
        let (from, until) = (self.from, self.until);
        let own = &mut own[..until];
        let row = |row: usize| &before[row * width..row * width + until];
        match self.work {
            Work::Even { change, rate } => even(change, rate, columns, &mut own[from - 1..]),
            Work::Yearly { change, first } => {
                yearly(change, &tables.movers[first..], columns, &mut own[from - 1..]);
            }
            Work::Based(place) => tables.based[place].fill(columns, own),
            Work::Done { of } => map(&row(of)[from..], &mut own[from..], |level| {
                // Nothing is done by a third, or twice: 0 until the year in which it is done, 1 from then on.
                f64::from(u8::from(whole(level) >= 1.0))
            }),
            Work::Binary { sign, left, right } => {
                let (left, right, own) = (&row(left)[from..], &row(right)[from..], &mut own[from..]);
                match sign {
                    Sign::Plus => zip(left, right, own, |left, right| left + right),
                    Sign::Minus => zip(left, right, own, |left, right| left - right),
                    Sign::Times => zip(left, right, own, |left, right| left * right),
                    Sign::Over => zip(left, right, own, |left, right| left / right),
                }
            }
            Work::Negative { of } => map(&row(of)[from..], &mut own[from..], |level| -level),
            Work::Index { of } => {
                let base = row(of)[0];
                for (level, own) in row(of)[from..].iter().zip(&mut own[from..]) {
                    for lane in 0..LANES {
                        own[lane] = level[lane] / base[lane] * 100.0;
                    }
                }
            }
            Work::Corrected { of, correction } => {
                tables.corrections[correction].fill(row(of), own);
            }
        }
    }

    /// Fills its steps of a row with one lane of another block.
    #[inline(always)]
    pub fn take_over<const LANES: usize>(
        &self,
        width: usize,
        (from, lane): (&Block<LANES>, usize),
        to: &mut Block<LANES>,
    ) {
        let steps = self.to * width + self.from..self.to * width + self.until;
        for (own, known) in to.rows[steps.clone()].iter_mut().zip(&from.rows[steps]) {
            *own = [known[lane]; LANES];
        }
    }
}

/// Every year after the first at one rate.
#[inline(always)]
fn even<const LANES: usize>(
    change: Change,
    rate: Source,
    columns: &[[f64; LANES]],
    row: &mut [[f64; LANES]],
) {
    let mut by = [0.0; LANES];
    if change.is_points() {
        rate.fill(columns, &mut by, |points| points);
    } else {
        rate.fill(columns, &mut by, |rate| change.step(1.0, rate));
    }
    for step in 1..row.len() {
        let (known, open) = row.split_at_mut(step);
        let (before, next) = (&known[step - 1], &mut open[0]);
        // The same digits as a step at a time: what it multiplies by is worked out once.
        if change.is_points() {
            for lane in 0..LANES {
                next[lane] = change.step(before[lane], by[lane]);
            }
        } else {
            for lane in 0..LANES {
                next[lane] = before[lane] * by[lane];
            }
        }
    }
}

/// Every year after the first in its own way.
#[inline(always)]
fn yearly<const LANES: usize>(
    change: Change,
    movers: &[Mover],
    columns: &[[f64; LANES]],
    row: &mut [[f64; LANES]],
) {
    // Output growth as factors, worked out where it is not that of the year before.
    let mut outputs = [(None, [0.0; LANES]); 2];
    let mut rates = [0.0; LANES];
    for (step, mover) in (1..row.len()).zip(movers) {
        let (known, open) = row.split_at_mut(step);
        let (before, next) = (&known[step - 1], &mut open[0]);
        match *mover {
            Mover::Rate(rate) => {
                rate.fill(columns, &mut rates, |rate| rate);
                for lane in 0..LANES {
                    next[lane] = change.step(before[lane], rates[lane]);
                }
            }
            Mover::Output(top, all) => {
                for (source, (last, factors)) in [top, all].into_iter().zip(&mut outputs) {
                    if *last != Some(source) {
                        *last = Some(source);
                        source.fill(columns, factors, |growth| Change::Growth.step(1.0, growth));
                    }
                }
                // Change::outgrown, digit by digit.
                let [(_, top), (_, all)] = &outputs;
                for lane in 0..LANES {
                    next[lane] = before[lane] * top[lane] / all[lane];
                }
            }
        }
    }
}

#[inline(always)]
fn map<const LANES: usize>(of: &[[f64; LANES]], to: &mut [[f64; LANES]], f: impl Fn(f64) -> f64) {
    for (of, to) in of.iter().zip(to) {
        for lane in 0..LANES {
            to[lane] = f(of[lane]);
        }
    }
}

#[inline(always)]
fn zip<const LANES: usize>(
    left: &[[f64; LANES]],
    right: &[[f64; LANES]],
    to: &mut [[f64; LANES]],
    f: impl Fn(f64, f64) -> f64,
) {
    for ((left, right), to) in left.iter().zip(right).zip(to) {
        for lane in 0..LANES {
            to[lane] = f(left[lane], right[lane]);
        }
    }
}
