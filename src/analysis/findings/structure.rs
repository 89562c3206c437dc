//! What a plan's identities say about its indicators, by structure alone.

use crate::plan::{Dynamics, Expression, IndicatorIx, Plan};

/// The identity of a derived indicator.
pub(super) fn identity(plan: &Plan, ix: IndicatorIx) -> Option<&Expression> {
    match &plan.get(ix).dynamics {
        Dynamics::Derived(expression) => Some(expression),
        _ => None,
    }
}

/// The power with which a lever enters a derived indicator, directly or through others; `None` if it cancels out or
/// enters otherwise than as a factor.
pub(super) fn power_of(plan: &Plan, ix: IndicatorIx, lever: IndicatorIx) -> Option<i32> {
    let mut powers: Vec<Option<i32>> = vec![Some(0); plan.indicators.len()];
    powers[lever.position()] = Some(1);
    for &derived in &plan.derived_order {
        let expression = identity(plan, derived)?;
        let power = match expression.powers() {
            Some(factors) => factors.into_iter().try_fold(0_i32, |sum, (input, power)| {
                sum.checked_add(powers[input.position()]?.checked_mul(power)?)
            }),
            None => expression
                .inputs()
                .all(|input| powers[input.position()] == Some(0))
                .then_some(0),
        };
        powers[derived.position()] = power;
    }
    powers[ix.position()].filter(|power| *power != 0)
}

/// A quantity that is a share of a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Part {
    /// The whole.
    pub whole: IndicatorIx,
    /// The part's share of it.
    pub share: IndicatorIx,
    /// The share that is the whole: 100 for percentages.
    pub full: f64,
}

/// Whether a derived indicator is a share of another: the product of a first factor, measured in points with a lower
/// bound of zero, and a second one, which it equals when the first is at its upper bound.
pub(super) fn part(plan: &Plan, ix: IndicatorIx) -> Option<Part> {
    let expression = identity(plan, ix)?;
    let [(first, 1), (second, 1)] = expression.powers()?[..] else {
        return None;
    };
    [(first, second), (second, first)]
        .into_iter()
        .find_map(|(share, whole)| {
            let (Dynamics::Additive | Dynamics::Concentration) = plan.get(share).dynamics else {
                return None;
            };
            let (low, full) = plan.get(share).bounds?;
            let all = expression.evaluate(|input| if input == share { full } else { 1.0 });
            let is_share = is_same(low, 0.0) && is_same(all, 1.0);
            is_share.then_some(Part { whole, share, full })
        })
}

/// Whether a derived indicator is the whole minus the part, however it is written.
pub(super) fn is_rest(
    plan: &Plan,
    ix: IndicatorIx,
    part: IndicatorIx,
    Part { whole, share, .. }: Part,
) -> bool {
    let (Some(rest), Some(part_of_whole)) = (identity(plan, ix), identity(plan, part)) else {
        return false;
    };
    let known = [whole, share, part];
    // Other identities may agree at one of these points, but not at all of them.
    rest.inputs().all(|input| known.contains(&input))
        && [(1.0, 0.0), (1.0, 1.0), (3.0, 0.5)]
            .into_iter()
            .all(|(volume, fraction)| {
                let given = |input| if input == whole { volume } else { fraction };
                let amount = part_of_whole.evaluate(given);
                let remainder = rest.evaluate(|input| if input == part { amount } else { given(input) });
                is_same(amount + remainder, volume)
            })
}

/// Allows for rounding error.
fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}
