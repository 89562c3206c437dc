//! Indicators and their dynamics.

use super::{Expression, Scale, Target};
use crate::text::{Language, LocalizedText, WebAddress};

/// How an indicator moves from year to year.
#[derive(Clone, Debug, PartialEq)]
pub enum Dynamics {
    /// Compound growth: x_t = x_{t−1} (1 + r_t), r in percent a year.
    Growth,
    /// Compound decline: x_t = x_{t−1} (1 − r_t), r in percent a year, below 100.
    Decline,
    /// Additive: x_t = x_{t−1} + r_t, r in points of the indicator's unit.
    Additive,
    /// Concentration ratio: points a year, or from output growth of the largest firms and the whole industry.
    Concentration,
    /// An identity over other indicators.
    Derived(Expression),
}

/// A quantity that a plan measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Unique within the plan: lower-case letters, digits and hyphens.
    pub id: String,
    /// Display name.
    pub name: LocalizedText,
    /// A name for tight places; see [`Indicator::short_name`].
    pub short: LocalizedText,
    /// What is measured, in a sentence or two.
    pub definition: Option<LocalizedText>,
    /// Index of its heading in the plan's categories.
    pub category: usize,
    /// What figures cover, such as all industry or above-scale firms. Scopes must not be mixed.
    pub scope: LocalizedText,
    /// Unit of levels.
    pub unit: LocalizedText,
    /// Unit once a scenario gives an absolute base, for indicators that are otherwise an index.
    pub absolute_unit: Option<LocalizedText>,
    /// Base-year level, if the plan gives one.
    pub base: Option<f64>,
    /// Dynamics.
    pub dynamics: Dynamics,
    /// Lowest and highest annual rate of the slider; files may exceed it.
    pub rate_range: (f64, f64),
    /// Possible levels, such as 0–100 for a share in percent.
    pub bounds: Option<(f64, f64)>,
    /// Scale of changes.
    pub scale: Scale,
    /// Targets in file order.
    pub targets: Vec<Target>,
    /// Source of figures.
    pub source: LocalizedText,
    /// Where the source can be read.
    pub url: Option<WebAddress>,
    /// Variable name for data exchange, by the convention of the Integrated Assessment Modeling Consortium: levels
    /// from general to specific, separated by `|`.
    pub iamc: Option<String>,
    /// Yearly rates of the even path from the plan's own base; `None` for derived indicators, or if they need a
    /// scenario's base.
    pub(crate) plan_rates: Option<Vec<f64>>,
}

impl Indicator {
    /// The name where space is tight: the plan's short name, or the display name if it gives none in this language.
    #[must_use]
    pub fn short_name(&self, language: Language) -> &str {
        match self.short.get(language).trim() {
            "" => self.name.get(language),
            short => short,
        }
    }

    /// Whether a scenario sets its rates; derived indicators follow from others.
    #[must_use]
    pub const fn is_lever(&self) -> bool {
        !matches!(self.dynamics, Dynamics::Derived(_))
    }
}
