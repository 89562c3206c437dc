//! What a set of draws is made by, and why there may be none.

use crate::plan::IndicatorIx;

/// How many draws can be asked for at once.
pub const MOST_DRAWS: u64 = 1 << 24;

/// How many further scrambles tell the standard errors.
pub const ERROR_SCRAMBLES: u32 = 16;

/// Where points come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Sampler {
    /// Scrambled Sobol' points, which fill the space evenly.
    #[default]
    Sobol,
    /// Pseudo-random points, each independent of the others.
    Random,
}

impl Sampler {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Sobol, Self::Random];

    /// The name used on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sobol => "sobol",
            Self::Random => "random",
        }
    }
}

/// What the points depend on besides plan and scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct Sampling {
    /// Where they come from.
    pub sampler: Sampler,
    /// What they are scrambled or keyed by.
    pub seed: u64,
}

/// One of two independent sets of points: draws use the first, and so does A of Sobol' indices; B is the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Half {
    /// Draws, and A of Sobol' indices.
    A,
    /// B of Sobol' indices.
    B,
}

/// Why nothing can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum DrawsError {
    /// No lever that has levels is uncertain.
    NothingDrawn,
    /// All years of an uncertain lever have actuals, so there is nothing left to draw.
    NoOpenYear(IndicatorIx),
    /// The plan has more levers and years than there are dimensions.
    TooManyDimensions {
        /// How many it takes.
        needed: usize,
        /// How many there are.
        available: usize,
    },
    /// A correlation names what is not drawn, by its position in the plan.
    NotDrawn(usize),
    /// Two correlated levers follow different year rules, or the same with different autocorrelation.
    YearRules(IndicatorIx, IndicatorIx),
    /// The correlations of these levers contradict each other: their matrix is not positive semidefinite.
    Contradictory(Vec<IndicatorIx>),
    /// No draws, or more than [`MOST_DRAWS`].
    Size(u64),
}
