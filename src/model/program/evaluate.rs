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
    /// The first step it fills; those before stay as they are.
    pub from: usize,
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
    /// Fills the row, each `width` steps long.
    pub fn run<const LANES: usize>(
        &self,
        width: usize,
        tables: &Tables,
        columns: &[[f64; LANES]],
        block: &mut Block<LANES>,
    ) {
        let (before, own) = block.rows.split_at_mut(self.to * width);
        let (own, from) = (&mut own[..width], self.from);
        let row = |row: usize| &before[row * width..(row + 1) * width];
        match self.work {
            Work::Even { change, rate } => even(change, rate.lanes(columns), &mut own[from - 1..]),
            Work::Yearly { change, first } => {
                let movers = &tables.movers[first..];
                for (step, mover) in (from..width).zip(movers) {
                    let (known, next) = own.split_at_mut(step);
                    advance(change, *mover, columns, &known[step - 1], &mut next[0]);
                }
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
}

/// Every year after the first at one rate.
fn even<const LANES: usize>(change: Change, rate: [f64; LANES], row: &mut [[f64; LANES]]) {
    let Some((first, rest)) = row.split_first_mut() else {
        return;
    };
    let mut level = *first;
    if change.is_points() {
        for next in rest {
            for lane in 0..LANES {
                level[lane] = change.step(level[lane], rate[lane]);
            }
            *next = level;
        }
        return;
    }
    // The same digits as a step at a time: what it multiplies by is worked out once.
    let factor = rate.map(|rate| change.step(1.0, rate));
    for next in rest {
        for lane in 0..LANES {
            level[lane] *= factor[lane];
        }
        *next = level;
    }
}

fn advance<const LANES: usize>(
    change: Change,
    mover: Mover,
    columns: &[[f64; LANES]],
    before: &[f64; LANES],
    next: &mut [f64; LANES],
) {
    match mover {
        Mover::Rate(rate) => {
            let rate = rate.lanes(columns);
            for lane in 0..LANES {
                next[lane] = change.step(before[lane], rate[lane]);
            }
        }
        Mover::Output(top, all) => {
            let (top, all) = (top.lanes(columns), all.lanes(columns));
            for lane in 0..LANES {
                next[lane] = Change::outgrown(before[lane], top[lane], all[lane]);
            }
        }
    }
}

fn map<const LANES: usize>(of: &[[f64; LANES]], to: &mut [[f64; LANES]], f: impl Fn(f64) -> f64) {
    for (of, to) in of.iter().zip(to) {
        for lane in 0..LANES {
            to[lane] = f(of[lane]);
        }
    }
}

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
