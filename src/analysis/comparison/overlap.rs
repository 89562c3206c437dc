//! What several plans have in common with one of them.

use std::collections::BTreeMap;

use super::{ComparedScenario, ComparisonError, NotShared};
use crate::plan::{IndicatorIx, Plan};

/// Levels and rates that differ by less are equal: what is left of sums and roots.
const SAME: f64 = 1e-9;

/// Whether two figures differ; what is no number differs from everything.
pub(super) fn differ(one: f64, other: f64) -> bool {
    let is_near = (one - other).abs() <= SAME * one.abs().max(other.abs());
    !is_near
}

/// The indicators that all plans have.
pub(super) struct Common {
    /// The first and the last year that all cover.
    pub years: (i32, i32),
    /// By indicator of the reference's plan, its twin in every scenario's; none where one of them lacks it.
    twins: Vec<(IndicatorIx, Vec<IndicatorIx>)>,
    pub not_shared: Vec<NotShared>,
}

impl Common {
    pub fn new(scenarios: &[ComparedScenario<'_>], plan: &Plan) -> Result<Self, ComparisonError> {
        let first = scenarios.iter().map(|of| of.plan.base_year).max();
        let last = scenarios.iter().map(|of| of.plan.end_year).min();
        let years = first.zip(last).ok_or(ComparisonError::TooFew)?;
        if years.0 >= years.1 {
            return Err(ComparisonError::NoYears);
        }
        let mut twins = Vec::new();
        let mut not_shared = Vec::new();
        for (ix, indicator) in plan.iter() {
            let found: Vec<Option<IndicatorIx>> =
                scenarios.iter().map(|of| twin(of.plan, plan, ix)).collect();
            let lacking: Vec<usize> = (0..found.len()).filter(|place| found[*place].is_none()).collect();
            if lacking.is_empty() {
                twins.push((ix, found.into_iter().flatten().collect()));
            } else {
                not_shared.push(NotShared {
                    id: indicator.id.clone(),
                    lacking,
                });
            }
        }
        not_shared.extend(only_elsewhere(scenarios, plan));
        if twins.is_empty() {
            return Err(ComparisonError::NoIndicator);
        }
        Ok(Self {
            years,
            twins,
            not_shared,
        })
    }

    /// The indicators of the reference's plan that all have, with those of every scenario.
    pub fn shared(&self) -> impl Iterator<Item = (IndicatorIx, &[IndicatorIx])> {
        self.twins.iter().map(|(ix, twins)| (*ix, &twins[..]))
    }
}

/// The indicator of another plan with the same id, unit and kind.
fn twin(other: &Plan, plan: &Plan, ix: IndicatorIx) -> Option<IndicatorIx> {
    if std::ptr::eq(other, plan) {
        return Some(ix);
    }
    let own = plan.get(ix);
    let found = other.find(&own.id)?;
    let twin = other.get(found);
    let is_same = twin.unit == own.unit && twin.is_lever() == own.is_lever() && twin.change() == own.change();
    is_same.then_some(found)
}

/// Indicators that the reference's plan lacks.
fn only_elsewhere(scenarios: &[ComparedScenario<'_>], plan: &Plan) -> Vec<NotShared> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for of in scenarios.iter().filter(|of| !std::ptr::eq(of.plan, plan)) {
        for (_, indicator) in of.plan.iter().filter(|(_, it)| plan.find(&it.id).is_none()) {
            found.entry(&indicator.id).or_default();
        }
    }
    for (id, lacking) in &mut found {
        let places = scenarios.iter().enumerate();
        lacking.extend(
            places
                .filter(|(_, of)| of.plan.find(id).is_none())
                .map(|(place, _)| place),
        );
    }
    let found = found.into_iter().map(|(id, lacking)| NotShared {
        id: id.to_owned(),
        lacking,
    });
    found.collect()
}
