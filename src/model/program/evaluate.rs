//! Running a program: each operation once, over all lanes and the steps that vary.

use super::based::Based;
use super::correction::Correction;
use super::layout::{Block, Mover, Sign, Source};
use crate::plan::{Change, whole};

/// How a row is filled.
#[derive(Clone, Copy, Debug)]
pub(super) enum Work {
    /// A lever at one constant rate.
    Even { change: Change, rate: Source },
    /// A lever year by year, with the index of its first mover. Free output growth is read as a factor from rows of its
    /// own, that of the largest firms first.
    Yearly {
        change: Change,
        first: usize,
        factors: [Option<usize>; 2],
    },
    /// Free output growth as a factor, in the first step of its row: computed once while the other one varies.
    Factor { growth: usize },
    /// A lever from a free base, by index.
    Based(usize),
    /// A task, done or not, from the row that counts it.
    Done { of: usize },
    /// Two rows, element by element.
    Binary { sign: Sign, left: usize, right: usize },
    /// A negated row.
    Negative { of: usize },
    /// A row as an index, base year = 100.
    Index { of: usize },
    /// A derived indicator's identity, corrected by published figures; by index.
    Corrected { of: usize, correction: usize },
}

impl Work {
    /// Rows read besides its own.
    pub fn reads(self) -> impl Iterator<Item = usize> {
        let (one, other) = match self {
            Self::Even { .. } | Self::Factor { .. } | Self::Based(_) => (None, None),
            Self::Yearly {
                factors: [top, all], ..
            } => (top, all),
            Self::Binary { left, right, .. } => (Some(left), Some(right)),
            Self::Done { of } | Self::Negative { of } | Self::Index { of } | Self::Corrected { of, .. } => {
                (Some(of), None)
            }
        };
        one.into_iter().chain(other)
    }

    /// Whether each step depends only on the same step of other rows, apart from an index's base year.
    pub const fn is_step_by_step(self) -> bool {
        matches!(
            self,
            Self::Done { .. } | Self::Binary { .. } | Self::Negative { .. } | Self::Index { .. }
        )
    }

    /// The same work on renumbered rows.
    pub fn renumbered(self, new: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Even { .. } | Self::Factor { .. } | Self::Based(_) => self,
            Self::Yearly {
                change,
                first,
                factors,
            } => Self::Yearly {
                change,
                first,
                factors: factors.map(|row| row.map(&new)),
            },
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

/// One operation of a program. Rows are filled in order: an operation reads only rows before its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Operation {
    pub work: Work,
    /// The row it fills.
    pub to: usize,
    /// Half-open range of steps it fills; all others stay unchanged.
    pub from: usize,
    pub until: usize,
    /// Bits of the free parameters it depends on; see [`bit`].
    pub moved_by: u64,
}

/// The bit that stands for a free parameter. Those from the 64th on share one.
pub(super) const fn bit(place: usize) -> u64 {
    1 << if place < 63 { place } else { 63 }
}

/// Operands other than rows.
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
            Work::Yearly {
                change,
                first,
                factors,
            } => {
                let factors = factors.map(|of| of.map(|of| &before[of * width]));
                let movers = &tables.movers[first..];
                yearly(change, (movers, factors), columns, &mut own[from - 1..]);
            }
            Work::Factor { growth } => {
                Source::Free(growth).fill(columns, &mut own[0], |growth| Change::Growth.step(1.0, growth));
            }
            Work::Based(place) => tables.based[place].fill(columns, own),
            Work::Done { of } => map(&row(of)[from..], &mut own[from..], |level| {
                // A task is never done in part or twice: 0 until the year it is done, 1 from then on.
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

    /// Broadcasts one lane of another block over its steps.
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
        // Same bits as stepping by the rate; the factor is computed once.
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
    (movers, factors): (&[Mover], [Option<&[f64; LANES]>; 2]),
    columns: &[[f64; LANES]],
    row: &mut [[f64; LANES]],
) {
    // Output growth as factors, recomputed only when it differs from the previous year's.
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
                let known = [top, all].map(|source| matches!(source, Source::Free(_)));
                for (n, (source, (last, output))) in [top, all].into_iter().zip(&mut outputs).enumerate() {
                    if *last != Some(source) && !(known[n] && factors[n].is_some()) {
                        *last = Some(source);
                        source.fill(columns, output, |growth| Change::Growth.step(1.0, growth));
                    }
                }
                // Same bits as `Change::outgrown`.
                let [(_, top), (_, all)] = &outputs;
                let top = factors[0].filter(|_| known[0]).unwrap_or(top);
                let all = factors[1].filter(|_| known[1]).unwrap_or(all);
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
