//! Indicators and how they move.

use super::{Expression, Scale, Target};
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
    /// How its changes are measured.
    pub scale: Scale,
    /// What the plan promises of it, in the order of the file.
    pub targets: Vec<Target>,
    /// Where the figures come from.
    pub source: Words,
    /// Its variable name in data that other models read, in the convention of the Integrated Assessment Modeling
    /// Consortium: levels of meaning from the general to the special, with `|` between them.
    pub iamc: Option<String>,
    /// The rates of the even path from the plan's own base, one a year; nothing where they depend on a base which a
    /// scenario must give, and for derived indicators.
    pub(crate) plan_rates: Option<Vec<f64>>,
}

impl Indicator {
    /// Whether a scenario sets its rates. Derived indicators follow from others instead.
    #[must_use]
    pub const fn is_lever(&self) -> bool {
        !matches!(self.dynamics, Dynamics::Derived(_))
    }
}
