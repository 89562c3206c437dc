//! Indicators and how they move.

use super::{Expression, Form, Target};
use crate::text::Words;

/// How an indicator gets from one year to the next.
#[derive(Clone, Debug, PartialEq)]
pub enum Dynamics {
    /// Compound growth: x_t = x_{t−1} (1 + r_t), r in percent a year.
    Growth,
    /// Compound decline: x_t = x_{t−1} (1 − r_t), r in percent a year, below 100.
    Decline,
    /// Additive: x_t = x_{t−1} + r_t, r in points of the indicator's unit.
    Additive,
    /// Concentration ratio: points a year, or from the output growth of the largest firms and of all.
    Concentration,
    /// An identity over other indicators.
    Derived(Expression),
}

impl Dynamics {
    /// Whether yearly changes multiply, so that progress is measured in logarithms. True of derived indicators too:
    /// those that plans set targets for are products.
    #[must_use]
    pub const fn is_compound(&self) -> bool {
        matches!(self, Self::Growth | Self::Decline | Self::Derived(_))
    }

    /// The constant annual rate that leads from one level to another in `steps` years, in percent or points a year as
    /// the lever counts them; 0 for derived indicators, which have no rate. The inverse of projecting with that rate.
    #[must_use]
    pub fn constant_rate(&self, from: f64, to: f64, steps: usize) -> f64 {
        match self {
            Self::Growth => (root(to / from, steps) - 1.0) * 100.0,
            Self::Decline => (1.0 - root(to / from, steps)) * 100.0,
            Self::Additive | Self::Concentration => (to - from) / years(steps),
            Self::Derived(_) => 0.0,
        }
    }
}

/// Something a plan measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Unique within the plan: lower-case letters, digits and hyphens.
    pub id: String,
    /// Name for people.
    pub name: Words,
    /// What is measured, in a sentence or two.
    pub definition: Option<Words>,
    /// Position of its heading in the plan's categories.
    pub category: usize,
    /// What the figures cover, for example all industry or above-scale firms. Series of different scope never mix.
    pub scope: Words,
    /// The unit of its levels.
    pub unit: Words,
    /// The unit once a scenario gives an absolute base, for indicators that are otherwise an index.
    pub absolute_unit: Option<Words>,
    /// The level in the base year, where the plan gives one.
    pub base: Option<f64>,
    /// How it moves.
    pub dynamics: Dynamics,
    /// What a slider offers, lowest and highest annual rate. Files may go beyond it.
    pub rate_range: (f64, f64),
    /// The levels it cannot leave, for example 0–100 for a share in percent.
    pub bounds: Option<(f64, f64)>,
    /// What the plan promises of it.
    pub target: Option<Target>,
    /// Where the figures come from.
    pub source: Words,
    /// Its variable name in data that other models read, in the convention of the Integrated Assessment Modeling
    /// Consortium: levels of meaning from the general to the special, with `|` between them.
    pub iamc: Option<String>,
    /// The even annual rate that meets the target from the plan's own base; nothing where that depends on a base
    /// which a scenario must give.
    pub(crate) plan_rate: Option<f64>,
}

impl Indicator {
    /// Whether a scenario sets its rates. Derived indicators follow from others instead.
    #[must_use]
    pub const fn is_lever(&self) -> bool {
        !matches!(self.dynamics, Dynamics::Derived(_))
    }

    /// The constant annual rate that takes `base` exactly to the target in `steps` years, in percent or points a
    /// year; 0 where there is no target. The exact inverse of the projection with that rate.
    #[must_use]
    pub fn even_rate(&self, base: f64, steps: usize) -> f64 {
        let Some(target) = &self.target else {
            return 0.0;
        };
        match (&self.dynamics, target.form) {
            // Said in the rate's own terms, and taken at its word: a root would give 8.000000000000007.
            (Dynamics::Growth, Form::AverageGrowth(rate)) => rate,
            (dynamics, form) => dynamics.constant_rate(base, form.level(base, steps), steps),
        }
    }
}

/// The n-th root, the same on every platform (the standard library's power function is not).
pub(crate) fn root(ratio: f64, steps: usize) -> f64 {
    libm::pow(ratio, 1.0 / years(steps))
}

/// A number of steps as a divisor. Plans span a few years, so the conversion is exact.
pub(crate) fn years(steps: usize) -> f64 {
    u32::try_from(steps).map_or(f64::NAN, f64::from)
}
