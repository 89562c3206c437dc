//! One lever in several scenarios.

use super::ComparedScenario;
use super::overlap::differ;
use crate::model::{Origin, measured_in};
use crate::plan::{Change, IndicatorIx};
use crate::scenario::Rates;

/// A lever that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedLever {
    /// The lever, in the reference's plan.
    pub indicator: IndicatorIx,
    /// By scenario, its rate in each year as the lever counts it, actuals included: percent, or points. Nothing where there
    /// is none, as for percent of zero.
    pub rates: Vec<Vec<Option<f64>>>,
    /// By scenario, the one rate over all years that leads to the same level.
    pub average: Vec<Option<f64>>,
    /// By scenario, the level in the first common year, where it is known in the lever's unit.
    pub bases: Vec<Option<f64>>,
    /// By scenario, whether nothing was entered for it.
    pub assumed: Vec<bool>,
    /// By scenario, whether it differs from the reference's.
    pub differs: Vec<bool>,
    /// By scenario, what it adds to the difference of the figure that is asked about; nothing for the reference, and where
    /// that is not known.
    pub effects: Vec<Option<f64>>,
}

/// A lever in one scenario.
struct LeverPath {
    rates: Vec<Option<f64>>,
    average: Option<f64>,
    base: Option<f64>,
    is_assumed: bool,
}

impl ComparedLever {
    pub(super) fn new(
        scenarios: &[ComparedScenario<'_>],
        (ix, twins): (IndicatorIx, &[IndicatorIx]),
        years: (i32, i32),
        reference: usize,
        effects: Vec<Option<f64>>,
    ) -> Self {
        let paths: Vec<LeverPath> = scenarios
            .iter()
            .zip(twins)
            .map(|(of, twin)| LeverPath::new(of, *twin, years))
            .collect();
        let own = &paths[reference];
        let differs = paths.iter().map(|path| path.differs_from(own)).collect();
        Self {
            indicator: ix,
            differs,
            average: paths.iter().map(|path| path.average).collect(),
            bases: paths.iter().map(|path| path.base).collect(),
            assumed: paths.iter().map(|path| path.is_assumed).collect(),
            rates: paths.into_iter().map(|path| path.rates).collect(),
            effects,
        }
    }

    /// The size of its largest effect.
    pub(super) fn largest(&self) -> f64 {
        let effects = self.effects.iter().flatten();
        effects.fold(0.0, |largest, effect| effect.abs().max(largest))
    }
}

impl LeverPath {
    fn new(of: &ComparedScenario<'_>, lever: IndicatorIx, (first, last): (i32, i32)) -> Self {
        let projection = of.evaluation.projection();
        let indicator = of.plan.get(lever);
        let step = |year: i32| usize::try_from(year - of.plan.base_year).unwrap_or_default();
        let (from, to) = (step(first), step(last));
        let origins = projection.origins(lever);
        let is_assumed = origins.iter().skip(1).all(|origin| *origin == Origin::Assumed);
        let Some(levels) = projection.levels(lever) else {
            // Without a base value the stated rates are all that there is.
            let stated = of.scenario.rates.get(lever);
            let rates = (from..to).map(|step| stated.and_then(|rates| Rates::in_year(rates, step)));
            return Self {
                rates: rates.collect(),
                average: None,
                base: None,
                is_assumed: stated.is_none(),
            };
        };
        let finite = |value: f64| value.is_finite().then_some(value);
        let change = match measured_in(indicator, projection.kind(lever)) {
            Change::Points => Change::Points,
            counted => indicator.change().unwrap_or(counted),
        };
        let known = levels.get(from..=to).unwrap_or_default();
        let rates = known
            .windows(2)
            .map(|pair| finite(change.between(pair[0], pair[1])));
        Self {
            rates: rates.collect(),
            average: known
                .first()
                .zip(known.last())
                .and_then(|(one, other)| finite(change.rate(*one, *other, to - from))),
            base: known.first().copied(),
            is_assumed,
        }
    }

    fn differs_from(&self, own: &Self) -> bool {
        let apart = |one: Option<f64>, other: Option<f64>, noise: f64| match (one, other) {
            (Some(one), Some(other)) => differ(one, other) && (one - other).abs() > noise,
            (None, None) => false,
            _ => true,
        };
        let mut rates = self.rates.iter().zip(&own.rates);
        apart(self.base, own.base, 0.0) || rates.any(|(one, other)| apart(*one, *other, NOISE))
    }
}

/// Rates are worked out from levels, which leaves this much of a rate of zero.
const NOISE: f64 = 1e-9;
