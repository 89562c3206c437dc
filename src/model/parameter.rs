//! What can be turned, sampled, solved for or attributed.

use crate::plan::IndicatorIx;

/// Which figure of a lever a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterKind {
    /// Its yearly rate, in percent or points as the lever counts them.
    Rate,
    /// The output growth of the largest firms, percent a year, where a concentration ratio follows from output growth.
    Numerator,
    /// The output growth of the whole industry, likewise.
    Denominator,
    /// Its level in the base year, in its unit.
    Base,
}

impl ParameterKind {
    /// The name used on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Numerator => "top",
            Self::Denominator => "all",
            Self::Base => "base",
        }
    }
}

/// One number of a scenario that may vary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParameterId {
    /// The lever.
    pub indicator: IndicatorIx,
    /// Which of its figures.
    pub kind: ParameterKind,
    /// The year it is of, as a step from the base year, 1 being the first; without one, every year after the lever's last
    /// actual. A base has none.
    pub step: Option<usize>,
}

impl ParameterId {
    /// A lever's rate in every year after its last actual.
    #[must_use]
    pub const fn rate(lever: IndicatorIx) -> Self {
        Self::new(lever, ParameterKind::Rate)
    }

    /// A lever's figure in every year after its last actual; its base value where it is that.
    #[must_use]
    pub const fn new(indicator: IndicatorIx, kind: ParameterKind) -> Self {
        Self {
            indicator,
            kind,
            step: None,
        }
    }

    /// The same figure in the year of one step alone.
    #[must_use]
    pub const fn in_step(self, step: usize) -> Self {
        Self {
            step: Some(step),
            ..self
        }
    }
}
