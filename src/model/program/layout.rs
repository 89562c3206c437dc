//! Where values stand while a program runs: rows of levels, a step after another, each with all lanes side by side.

/// Levels of everything that free parameters move, and what that is worked out from, as `[row][step][lane]`. Made once for
/// a program and used again for each evaluation.
#[derive(Clone, Debug)]
pub struct Block<const LANES: usize> {
    pub(super) rows: Vec<[f64; LANES]>,
}

impl<const LANES: usize> Block<LANES> {
    /// Rows in which every lane starts alike.
    pub(super) fn filled(levels: &[f64]) -> Self {
        Self {
            rows: levels.iter().map(|level| [*level; LANES]).collect(),
        }
    }
}

/// Lanes that are worked out together where there are many: enough to hide what an operation costs by itself, few enough
/// for all rows of a plan to stay in a processor's second cache.
pub const LANES: usize = 64;

/// A number that an operation takes: one that stays, or a free parameter by its place among them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Source {
    Fixed(f64),
    Free(usize),
}

impl Source {
    /// Its lanes, or what `f` makes of them; only once of a number that stays.
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

/// What moves a lever in one year.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mover {
    /// A rate in the lever's own terms.
    Rate(Source),
    /// Output growth of the largest firms and of all, percent.
    Output(Source, Source),
}

impl Mover {
    /// Whether a free parameter is in it.
    pub fn is_free(&self) -> bool {
        match self {
            Self::Rate(rate) => matches!(rate, Source::Free(_)),
            Self::Output(top, all) => [top, all].iter().any(|source| matches!(source, Source::Free(_))),
        }
    }
}

/// Between two rows, or two numbers.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sign {
    Plus,
    Minus,
    Times,
    Over,
}
