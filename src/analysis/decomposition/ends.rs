//! Values of factors at the two ends of a change, and what follows from them.

use super::expand::{Expansion, FactorKey, Term};
use super::product::{FactorMove, product_effects};
use super::{DecompositionError, DecompositionFactor, FactorEffect, FactorFault, ScenarioState};
use crate::model::{LevelKind, Origin, Projection};
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::scenario::Scenario;

/// Whether figures entered for a derived indicator correct its identity.
pub(super) fn is_corrected(plan: &Plan, scenario: &Scenario, ix: IndicatorIx) -> bool {
    let mut entries = scenario.actuals.get(ix).into_iter().flatten();
    entries.any(|entry| entry.year > plan.base_year)
}

/// Two states, each in the year of a step.
pub(super) struct ChangeEnds<'a> {
    pub plan: &'a Plan,
    pub expansion: &'a Expansion,
    pub from: (ScenarioState<'a>, usize),
    pub to: (ScenarioState<'a>, usize),
}

impl ChangeEnds<'_> {
    pub fn level_before(&self, ix: IndicatorIx) -> f64 {
        level(self.from.0.projection, ix, self.from.1)
    }

    pub fn level_after(&self, ix: IndicatorIx) -> f64 {
        level(self.to.0.projection, ix, self.to.1)
    }

    /// What each factor adds to the change of an indicator, and the residual.
    pub fn effects(&self, ix: IndicatorIx) -> Result<(Vec<f64>, f64), DecompositionError> {
        let mut sums = vec![0.0; self.expansion.factors.len()];
        let (from, to) = (self.level_before(ix), self.level_after(ix));
        let is_single = self.expansion.terms.len() == 1;
        for term in &self.expansion.terms {
            let moves = self.moves(term)?;
            let (from, to) = if is_single {
                (from, to)
            } else {
                (
                    value_of(term, &moves, |it| it.from),
                    value_of(term, &moves, |it| it.to),
                )
            };
            let effects = product_effects(from, to, &moves);
            for (((factor, _), _), effect) in term.powers.iter().zip(effects) {
                sums[*factor] += effect;
            }
        }
        let residual = (to - from) - sums.iter().sum::<f64>();
        Ok((sums, residual))
    }

    fn moves(&self, term: &Term) -> Result<Vec<FactorMove>, DecompositionError> {
        let of = |(key, exponent): &(FactorKey, i32)| {
            let factor = &self.expansion.factors[key.0];
            let [from, to] =
                [self.from, self.to].map(|(state, step)| value(self.plan, factor, key.1, state, step));
            let fault = match (from < 0.0, to < 0.0) {
                _ if !(from.is_finite() && to.is_finite()) => Some(FactorFault::NoValue),
                (false, false) => None,
                (true, true) => Some(FactorFault::Negative),
                _ => Some(FactorFault::ChangesSign),
            };
            if let Some(fault) = fault {
                let is_last = to < 0.0 || !to.is_finite();
                let step = if is_last { self.to.1 } else { self.from.1 };
                let year = self.plan.year(step);
                return Err(DecompositionError::WithoutLogarithm(factor.clone(), fault, year));
            }
            Ok(FactorMove {
                from,
                to,
                exponent: *exponent,
            })
        };
        term.powers.iter().map(of).collect()
    }

    /// Effects with what they rest on.
    pub fn described(&self, changes: Vec<f64>) -> Vec<FactorEffect> {
        let factors = self.expansion.factors.iter().zip(changes);
        let effect = |(factor, change): (&DecompositionFactor, f64)| FactorEffect {
            factor: factor.clone(),
            change,
            origin: self.origin(factor),
            is_held: self.is_held(factor),
        };
        factors.map(effect).collect()
    }

    /// What a factor's change between two years of one scenario rests on.
    fn origin(&self, factor: &DecompositionFactor) -> Option<Origin> {
        let ((_, first), (state, last)) = (self.from, self.to);
        if first >= last {
            return None;
        }
        let of = |ix| {
            let steps = first + 1..=last;
            steps.filter_map(move |step| state.projection.change_origin(ix, step))
        };
        match factor {
            DecompositionFactor::Lever(ix) => joined(of(*ix)),
            DecompositionFactor::Sum(sum) => joined(sum.inputs().flat_map(of)),
            // After its last figure it stays as it was.
            DecompositionFactor::Discrepancy(ix) => joined(of(*ix).map(|origin| match origin {
                Origin::Actual | Origin::Interpolated => origin,
                _ => Origin::Assumed,
            })),
        }
    }

    /// Whether nothing was entered for a factor that does not move.
    fn is_held(&self, factor: &DecompositionFactor) -> bool {
        let levers: Vec<IndicatorIx> = match factor {
            DecompositionFactor::Lever(ix) => vec![*ix],
            DecompositionFactor::Sum(sum) => {
                let inputs = sum.inputs();
                inputs
                    .flat_map(|ix| self.plan.levers_behind(ix))
                    .copied()
                    .collect()
            }
            DecompositionFactor::Discrepancy(_) => return false,
        };
        levers.into_iter().all(|lever| {
            [self.from.0, self.to.0].into_iter().all(|state| {
                let origins = state.projection.origins(lever);
                origins.iter().skip(1).all(|origin| *origin == Origin::Assumed)
            }) && (self.level_before(lever) - self.level_after(lever)).abs() <= 0.0
        })
    }
}

/// One origin as it is; of several, as of a value that is derived from all.
fn joined(origins: impl Iterator<Item = Origin>) -> Option<Origin> {
    let mut origins = origins.peekable();
    let first = *origins.peek()?;
    let all: Vec<Origin> = origins.collect();
    Some(if all.iter().all(|origin| *origin == first) {
        first
    } else {
        Origin::derived(all.into_iter())
    })
}

/// A product from the values of its factors.
fn value_of(term: &Term, moves: &[FactorMove], end: impl Fn(&FactorMove) -> f64) -> f64 {
    let power = |factor: &FactorMove| libm::pow(end(factor), f64::from(factor.exponent));
    term.coefficient * moves.iter().map(power).product::<f64>()
}

/// A factor's value in the year of a step, relative to that in the base year where it counts so.
fn value(
    plan: &Plan,
    factor: &DecompositionFactor,
    is_relative: bool,
    state: ScenarioState<'_>,
    step: usize,
) -> f64 {
    let projection = state.projection;
    let at = |step| match factor {
        DecompositionFactor::Lever(ix) => level(projection, *ix, step),
        DecompositionFactor::Sum(sum) => sum.evaluate(|input| level(projection, input, step)),
        DecompositionFactor::Discrepancy(ix) => discrepancy(plan, state, *ix, step),
    };
    if is_relative { at(step) / at(0) } else { at(step) }
}

/// By what factor a derived indicator differs from its identity in the year of a step.
fn discrepancy(plan: &Plan, state: ScenarioState<'_>, ix: IndicatorIx, step: usize) -> f64 {
    let Dynamics::Derived(identity) = &plan.get(ix).dynamics else {
        return 1.0;
    };
    if !is_corrected(plan, state.scenario, ix) {
        return 1.0;
    }
    let projection = state.projection;
    let at = |step| identity.evaluate(|input| level(projection, input, step));
    let identity = match projection.kind(ix) {
        LevelKind::Index => at(step) / at(0) * 100.0,
        _ => at(step),
    };
    level(projection, ix, step) / identity
}

fn level(projection: &Projection, ix: IndicatorIx, step: usize) -> f64 {
    let levels = projection.levels(ix).and_then(|levels| levels.get(step));
    levels.copied().unwrap_or(f64::NAN)
}
