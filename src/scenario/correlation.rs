//! Correlations between the deviations of two levers, and what they ask of their spreads.

use std::collections::BTreeSet;

use super::clash::{CorrelationClash, correlation_clash};
use super::uncertainty::is_coefficient;
use super::{ByIndicator, Correlation, Scenario, Spread, Uncertainty, Years};
use crate::plan::IndicatorIx;
use crate::text::{Message, listed, numbers};

/// Why a correlation is refused.
#[derive(Clone, Debug, PartialEq)]
pub enum CorrelationFault {
    /// The coefficient is not between −1 and 1.
    OutOfRange,
    /// A lever with itself.
    SameLever,
    /// Given before, in this order or the other.
    Twice,
    /// This lever has no spread, or a fixed one.
    NoSpread(IndicatorIx),
    /// The two levers' years are drawn by different rules.
    DifferentYears([Years; 2]),
    /// It contradicts others.
    Clash(CorrelationClash),
}

/// The first fault among a scenario's correlations, and the index of the correlation at fault. Shared by files and the
/// window.
#[must_use]
pub fn correlation_fault(
    uncertainty: &ByIndicator<Uncertainty>,
    correlations: &[Correlation],
) -> Option<(usize, CorrelationFault)> {
    let mut pairs = PairCheck::new(uncertainty);
    let mut one_by_one = correlations.iter().enumerate();
    one_by_one
        .find_map(|(n, one)| Some((n, pairs.fault(*one)?)))
        .or_else(|| clash_fault(correlations))
}

/// Checks correlations one after the other.
pub(super) struct PairCheck<'a> {
    uncertainty: &'a ByIndicator<Uncertainty>,
    seen: BTreeSet<[IndicatorIx; 2]>,
}

impl<'a> PairCheck<'a> {
    pub const fn new(uncertainty: &'a ByIndicator<Uncertainty>) -> Self {
        Self {
            uncertainty,
            seen: BTreeSet::new(),
        }
    }

    /// Why the next one is refused, whatever its value makes of the others.
    pub fn fault(&mut self, correlation: Correlation) -> Option<CorrelationFault> {
        let [one, other] = correlation.levers;
        if !is_coefficient(correlation.rho) {
            return Some(CorrelationFault::OutOfRange);
        }
        if one == other {
            return Some(CorrelationFault::SameLever);
        }
        if !self.seen.insert([one.min(other), one.max(other)]) {
            return Some(CorrelationFault::Twice);
        }
        let spread = |lever| {
            let spread = self.uncertainty.get(lever);
            let spread = spread.filter(|of| of.spread != Spread::Fixed);
            spread.ok_or(CorrelationFault::NoSpread(lever))
        };
        match (spread(one), spread(other)) {
            (Err(fault), _) | (_, Err(fault)) => Some(fault),
            (Ok(one), Ok(other)) => {
                let years = [one.years, other.years];
                (one.years != other.years).then_some(CorrelationFault::DifferentYears(years))
            }
        }
    }
}

/// A contradiction among correlations that are sound one by one, at the one that has to change least.
pub(super) fn clash_fault(correlations: &[Correlation]) -> Option<(usize, CorrelationFault)> {
    let clash = correlation_clash(correlations)?;
    Some((clash.correlation, CorrelationFault::Clash(clash)))
}

impl CorrelationFault {
    /// What is wrong with a correlation, its levers called by `name`.
    #[must_use]
    pub fn message(&self, correlation: Correlation, name: impl Fn(IndicatorIx) -> String) -> Message {
        let [one, other] = correlation.levers;
        let both = |id| Message::new(id).with("one", name(one)).with("other", name(other));
        match self {
            Self::OutOfRange => both("correlation-out-of-range"),
            Self::SameLever => Message::new("correlation-same").with("one", name(one)),
            Self::Twice => both("correlation-twice"),
            Self::NoSpread(lever) => Message::new("correlation-no-spread").with("one", name(*lever)),
            Self::DifferentYears([first, second]) => both("correlation-years")
                .with("first", years_in_file(*first))
                .with("second", years_in_file(*second)),
            Self::Clash(clash) => {
                let levers = listed(clash.levers.iter().map(|lever| name(*lever).into()));
                let message = Message::new("correlation-clash");
                match levers {
                    Some(levers) => message.with("levers", levers),
                    None => message,
                }
            }
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self, correlation: Correlation, name: impl Fn(IndicatorIx) -> String) -> Message {
        match self {
            Self::OutOfRange => Message::new("correlation-out-of-range-help"),
            Self::SameLever => Message::new("correlation-same-help"),
            Self::Twice => Message::new("correlation-twice-help"),
            Self::NoSpread(_) => Message::new("correlation-no-spread-help"),
            Self::DifferentYears([first, _]) => {
                Message::new("correlation-years-help").with("first", years_in_file(*first))
            }
            Self::Clash(clash) => {
                let [one, other] = correlation.levers;
                let (low, high) = inside(clash.range);
                Message::new("correlation-clash-help")
                    .with("one", name(one))
                    .with("other", name(other))
                    .with("low", low)
                    .with("high", high)
            }
        }
    }
}

/// The rule for years as a file says it.
fn years_in_file(years: Years) -> String {
    match years {
        Years::SameDraw => "SameDraw".to_owned(),
        Years::Independent => "Independent".to_owned(),
        Years::Correlated(rho) => format!("Correlated({})", numbers::plain(rho)),
    }
}

/// The ends of a range, rounded inwards to as few decimals as leave something of it.
fn inside((low, high): (f64, f64)) -> (String, String) {
    let rounded = |decimals: usize| {
        let unit = (0..decimals).fold(1.0, |unit, _| unit * 10.0);
        ((low * unit).ceil() / unit, (high * unit).floor() / unit)
    };
    let decimals = (2..MOST_DECIMALS).find(|decimals| rounded(*decimals).0 <= rounded(*decimals).1);
    let (low, high) = decimals.map_or((low, high), rounded);
    (numbers::plain(low), numbers::plain(high))
}

/// A range narrower than this many decimals show is a single value.
const MOST_DECIMALS: usize = 9;

impl Scenario {
    /// Gives a lever a spread, or none, so that its correlations stay sound: without a spread it has none, and the levers
    /// correlated with it, directly or by way of others, take its rule for years.
    pub fn set_spread(&mut self, lever: IndicatorIx, uncertainty: Option<Uncertainty>) {
        let Some(uncertainty) = uncertainty else {
            self.uncertainty.remove(lever);
            self.correlations.retain(|one| !one.levers.contains(&lever));
            return;
        };
        self.uncertainty.set(lever, uncertainty);
        if uncertainty.spread == Spread::Fixed {
            self.correlations.retain(|one| !one.levers.contains(&lever));
        }
        for other in self.correlated_with(lever) {
            if let Some(own) = self.uncertainty.get(other).copied() {
                let years = uncertainty.years;
                self.uncertainty.set(other, Uncertainty { years, ..own });
            }
        }
    }

    /// The levers that are correlated with a lever, directly or by way of others.
    #[must_use]
    pub fn correlated_with(&self, lever: IndicatorIx) -> Vec<IndicatorIx> {
        let mut found = vec![lever];
        let mut next = 0;
        while let Some(from) = found.get(next).copied() {
            for one in self.correlations.iter().filter(|one| one.levers.contains(&from)) {
                let others = one.levers.into_iter().filter(|other| *other != from);
                for other in others {
                    if !found.contains(&other) {
                        found.push(other);
                    }
                }
            }
            next += 1;
        }
        found.remove(0);
        found
    }

    /// The correlation between two levers; 0 where none is given.
    #[must_use]
    pub fn correlation(&self, one: IndicatorIx, other: IndicatorIx) -> f64 {
        let given = self
            .correlations
            .iter()
            .find(|given| given.is_between(one, other));
        given.map_or(0.0, |given| given.rho)
    }
}
