//! Discrepancies between published figures of derived indicators and their identities.

use crate::plan::IndicatorIx;

/// A published figure of a derived indicator and the value of its identity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discrepancy {
    /// The derived indicator.
    pub indicator: IndicatorIx,
    /// The calendar year.
    pub year: i32,
    /// The level entered, a in the guide.
    pub entered: f64,
    /// The level given by the identity, d in the guide.
    pub identity: f64,
    /// The discrepancy: a / d − 1 in percent, or a − d in points where changes add up.
    pub size: f64,
    /// Whether [`Self::size`] is in points.
    pub in_points: bool,
}

/// Every published figure of derived indicators, by identity and year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Discrepancies(Vec<Discrepancy>);

impl Discrepancies {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Discrepancy> {
        self.0.iter()
    }

    /// Those of one indicator, by year.
    pub fn of(&self, ix: IndicatorIx) -> impl Iterator<Item = &Discrepancy> {
        self.0.iter().filter(move |found| found.indicator == ix)
    }
}

impl From<Vec<Discrepancy>> for Discrepancies {
    fn from(found: Vec<Discrepancy>) -> Self {
        Self(found)
    }
}
