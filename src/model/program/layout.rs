//! Memory layout of a running program: rows of levels, step by step, with all lanes of a step contiguous.

/// Levels of everything that free parameters move, and of intermediate rows, as `[row][step][lane]`. Allocated once
/// and reused by every evaluation.
#[derive(Clone, Debug)]
pub struct Block<const LANES: usize> {
    pub(super) rows: Vec<[f64; LANES]>,
}

impl<const LANES: usize> Block<LANES> {
    /// Rows with the same initial values in every lane.
    pub(super) fn filled(levels: &[f64]) -> Self {
        Self {
            rows: levels.iter().map(|level| [*level; LANES]).collect(),
        }
    }
}

/// Default number of lanes per block: enough to amortise the overhead of an operation, few enough for all rows of a plan
/// to fit in the L2 cache.
pub const LANES: usize = 64;

/// A scalar operand: a constant, or a free parameter by index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Source {
    Fixed(f64),
    Free(usize),
}

impl Source {
    /// Writes `f` of its value to each lane, calling it once for a constant.
    #[inline(always)]
    pub fn fill<const LANES: usize>(
        self,
        columns: &[[f64; LANES]],
        to: &mut [f64; LANES],
        f: impl Fn(f64) -> f64,
    ) {
        match self {
            Self::Fixed(value) => *to = [f(value); LANES],
            Self::Free(place) => {
                for (to, value) in to.iter_mut().zip(&columns[place]) {
                    *to = f(*value);
                }
            }
        }
    }
}

/// How a lever changes in one year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mover {
    /// By a rate, as the lever is measured.
    Rate(Source),
    /// By output growth of the largest firms and of the whole industry, percent.
    Output(Source, Source),
}

impl Mover {
    /// Whether it involves a free parameter.
    pub fn is_free(&self) -> bool {
        match self {
            Self::Rate(rate) => matches!(rate, Source::Free(_)),
            Self::Output(top, all) => [top, all].iter().any(|source| matches!(source, Source::Free(_))),
        }
    }
}

/// A binary operator.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sign {
    Plus,
    Minus,
    Times,
    Over,
}
