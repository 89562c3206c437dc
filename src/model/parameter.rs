//! Parameters: the numbers of a scenario that can be varied, sampled, solved for or attributed.

use crate::plan::IndicatorIx;

/// Which of a lever's figures a parameter varies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParameterKind {
    /// Its annual rate, in percent or points as the lever is measured.
    Rate,
    /// The output growth of the largest firms, percent a year, where a concentration ratio follows from output growth.
    Numerator,
    /// The output growth of the whole industry, percent a year, likewise.
    Denominator,
    /// Its level in the base year, in its unit.
    Base,
}

impl ParameterKind {
    /// All kinds, in menu order.
    pub const ALL: [Self; 4] = [Self::Rate, Self::Numerator, Self::Denominator, Self::Base];

    /// Its name on the command line and in JSON.
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
    /// The year it applies to, as a step (1 is the year after the base year); `None` for every year after the lever's
    /// last actual. Always `None` for a base value.
    pub step: Option<usize>,
}

impl ParameterId {
    /// A lever's rate in every year after its last actual.
    #[must_use]
    pub const fn rate(lever: IndicatorIx) -> Self {
        Self::new(lever, ParameterKind::Rate)
    }

    /// The given figure in every year after the lever's last actual, or its base value.
    #[must_use]
    pub const fn new(indicator: IndicatorIx, kind: ParameterKind) -> Self {
        Self {
            indicator,
            kind,
            step: None,
        }
    }

    /// The same figure in one step only.
    #[must_use]
    pub const fn in_step(self, step: usize) -> Self {
        Self {
            step: Some(step),
            ..self
        }
    }
}
