//! Contributions to a derived indicator: the factors of a product, or the terms of a sum.

use super::finding::Factor;
use super::structure::identity;
use crate::model::Projection;
use crate::plan::{IndicatorIx, LevelKind, Plan};

/// A factor closer to 1 than this, or a term below this share of the level, changes no displayed figure.
const SLIGHT: f64 = 5e-5;

/// How the inputs of a derived indicator moved it from the base year to the end year.
#[derive(Clone, Debug, PartialEq)]
pub enum Contributions {
    /// A product: its last level over the first is the product of these factors.
    Product {
        /// The factors, in the plan's order.
        factors: Vec<Factor>,
        /// The discrepancy of its published figures, as a further factor.
        published: Option<f64>,
    },
    /// A sum: its change is the sum of each input's contribution with the others held constant.
    Sum {
        /// The contribution of each input in the indicator's unit, in the order of the identity.
        terms: Vec<(IndicatorIx, f64)>,
        /// The discrepancy of its published figures.
        published: Option<f64>,
    },
}

/// The contributions to a derived indicator; `None` for levers, without levels, and if the inputs interact.
#[must_use]
pub fn contributions(plan: &Plan, projection: &Projection, ix: IndicatorIx) -> Option<Contributions> {
    let levels = projection.levels(ix)?;
    let (first, last) = (levels[0], levels[plan.steps()]);
    if let Some(factors) = factors(plan, projection, ix) {
        let product: f64 = factors.iter().copied().map(Factor::contribution).product();
        let beyond = ratio(projection, ix)? / product;
        return Some(Contributions::Product {
            factors,
            published: ((beyond - 1.0).abs() > SLIGHT).then_some(beyond),
        });
    }
    let expression = identity(plan, ix)?;
    let inputs = expression.distinct_inputs();
    let ends: Option<Vec<_>> = inputs
        .iter()
        .map(|input| {
            let levels = projection.levels(*input)?;
            Some((*input, levels[0], levels[plan.steps()]))
        })
        .collect();
    let ends = ends?;
    let at = |is_moved: &dyn Fn(IndicatorIx) -> bool| {
        expression.evaluate(|input| {
            let found = ends.iter().find(|(other, ..)| *other == input);
            found.map_or(
                0.0,
                |(_, first, last)| if is_moved(input) { *last } else { *first },
            )
        })
    };
    let (start, end) = (at(&|_| false), at(&|_| true));
    let terms: Vec<_> = inputs
        .iter()
        .map(|moved| (*moved, at(&|input| input == *moved) - start))
        .collect();
    let sum: f64 = terms.iter().map(|(_, term)| term).sum();
    let size = start.abs().max(end.abs());
    // Inputs that multiply each other contribute more, or less, together than one by one.
    if !sum.is_finite() || (end - start - sum).abs() > 1e-9 * size {
        return None;
    }
    let published = (last - first) - sum;
    Some(Contributions::Sum {
        terms,
        published: (published.abs() > SLIGHT * size).then_some(published),
    })
}

/// The factors of a product; `None` for other identities, or if a factor has no ratio.
pub(super) fn factors(plan: &Plan, projection: &Projection, ix: IndicatorIx) -> Option<Vec<Factor>> {
    let powers = identity(plan, ix)?.powers()?;
    let factors = powers.into_iter().map(|(indicator, power)| {
        Some(Factor {
            indicator,
            power,
            ratio: ratio(projection, indicator)?,
        })
    });
    factors.collect()
}

/// The last level over the first, if defined.
pub(super) fn ratio(projection: &Projection, ix: IndicatorIx) -> Option<f64> {
    let levels = projection.levels(ix)?;
    let (first, last) = (*levels.first()?, *levels.last()?);
    let is_ratio = projection.kind(ix) != LevelKind::Change && first > 0.0 && last > 0.0;
    is_ratio.then_some(last / first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::project;
    use crate::plan::built_in;
    use crate::scenario::Scenario;

    fn found(id: &str) -> Option<Contributions> {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        let projection = project(&plan, &Scenario::default());
        contributions(&plan, &projection, plan.find(id).unwrap())
    }

    #[test]
    fn the_factors_of_a_product_multiply_to_its_change() {
        // Energy intensity falls by 21 %, and the carbon factor, which has no target, stays.
        let Some(Contributions::Product { factors, published }) = found("co2-intensity") else {
            panic!("no product");
        };
        let moved: Vec<f64> = factors.iter().copied().map(Factor::contribution).collect();
        assert!(
            (moved[0] - 0.79).abs() < 1e-9 && (moved[1] - 1.0).abs() < 1e-9,
            "{moved:?}"
        );
        assert_eq!(published, None);
    }

    #[test]
    fn levers_have_no_contributions() {
        assert_eq!(found("energy-intensity"), None);
    }
}
