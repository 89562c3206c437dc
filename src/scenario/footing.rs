//! What an indicator's levels start from, in a plan with the base values of a scenario.

use super::ByIndicator;
use crate::plan::{Dynamics, IndicatorIx, LevelKind, Plan};

/// Where an indicator stands in the base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LevelBasis {
    /// What its levels are measured from.
    pub kind: LevelKind,
    /// The base year's level; 100 or 0 where there is none to be measured from.
    pub base: f64,
}

/// Where one indicator stands, derived ones by way of everything they follow from.
pub(crate) fn footing(plan: &Plan, bases: &ByIndicator<f64>, ix: IndicatorIx) -> LevelBasis {
    let indicator = plan.get(ix);
    let or_neutral = |kind, base: f64| {
        let neutral = if indicator.is_compound() { 100.0 } else { 0.0 };
        let is_level = matches!(kind, LevelKind::Absolute | LevelKind::Index) && base.is_finite();
        LevelBasis {
            kind,
            base: if is_level { base } else { neutral },
        }
    };
    if indicator.is_lever() {
        let (kind, base) = indicator.start(bases.get(ix).copied());
        return or_neutral(kind, base);
    }
    let mut all: Vec<(LevelKind, f64)> = plan
        .iter()
        .map(|(other, indicator)| indicator.start(bases.get(other).copied()))
        .collect();
    for &derived in &plan.derived_order {
        if let Dynamics::Derived(expression) = &plan.get(derived).dynamics {
            let kind = expression.level_kind(|input| all[input.position()].0);
            let base = match kind {
                LevelKind::Index => 100.0,
                _ => expression.evaluate(|input| all[input.position()].1),
            };
            all[derived.position()] = (kind, base);
        }
    }
    let (kind, base) = all[ix.position()];
    or_neutral(kind, base)
}
