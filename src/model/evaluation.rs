//! Everything computed from a plan and a scenario, in one place.

use std::sync::Arc;

use super::{Assessment, Counts, Evaluator, Ledger, Limit, Projection, Violation, assess, ledgers};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;

/// Everything computed for one state of a scenario: once, for the window, exports and the command line alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    projection: Projection,
    plan_path: Arc<Projection>,
    assessments: Vec<Assessment>,
    ledgers: Vec<Ledger>,
    violations: Vec<Violation>,
    has_own_bases: bool,
}

impl Evaluation {
    /// Computes everything. Scenarios are validated when read or edited, so this cannot fail.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario) -> Arc<Self> {
        Self::by(&mut Evaluator::new(plan, scenario), plan, scenario)
    }

    /// The same with an evaluator for the plan, which recompiles only what has changed.
    #[must_use]
    pub fn by(evaluator: &mut Evaluator, plan: &Plan, scenario: &Scenario) -> Arc<Self> {
        let projection = evaluator.project(plan, scenario);
        let assessments = assess(plan, scenario, &projection);
        let mut violations = projection.violations().to_vec();
        violations.extend(without_percentage(&projection, &assessments));
        // Filling in a base value that the plan leaves open changes nothing of the plan's.
        let differs =
            |(ix, own): (IndicatorIx, &f64)| plan.get(ix).base.is_some_and(|base| (base - own).abs() > 0.0);
        Arc::new(Self {
            plan_path: evaluator.plan_path(),
            ledgers: ledgers(plan, &projection),
            assessments,
            violations,
            projection,
            has_own_bases: scenario.bases.iter().any(differs),
        })
    }

    /// Levels under the scenario.
    #[must_use]
    pub const fn projection(&self) -> &Projection {
        &self.projection
    }

    /// Levels on the plan's own path.
    #[must_use]
    pub fn plan_path(&self) -> &Projection {
        &self.plan_path
    }

    /// Assessments in plan order.
    #[must_use]
    pub fn assessments(&self) -> &[Assessment] {
        &self.assessments
    }

    /// The assessment of one target.
    #[must_use]
    pub fn assessment(&self, ix: TargetIx) -> Option<&Assessment> {
        // They are in the plan's order.
        let at = self.assessments.binary_search_by_key(&ix, |found| found.target);
        at.ok().map(|at| &self.assessments[at])
    }

    /// The ledger of every target with levels, binding targets first.
    #[must_use]
    pub fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    /// The ledger of one target; `None` if its indicator has no levels.
    #[must_use]
    pub fn ledger(&self, ix: TargetIx) -> Option<&Ledger> {
        self.ledgers.iter().find(|found| found.target == ix)
    }

    /// The first impossible level of each indicator, and every target whose percentage is undefined.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Whether an indicator's levels, and the figures of its targets, are numbers that can be shown.
    #[must_use]
    pub fn has_numbers(&self, ix: IndicatorIx) -> bool {
        let is_number = |limit| !matches!(limit, Limit::Number | Limit::Percent);
        let mut violations = self.violations.iter();
        violations.all(|found| found.indicator != ix || is_number(found.limit))
    }

    /// Counts of all targets and of the binding ones.
    #[must_use]
    pub fn counts(&self, plan: &Plan) -> Counts {
        Counts {
            has_own_bases: self.has_own_bases,
            ..Counts::of(plan, &self.assessments)
        }
    }
}

/// Targets whose percentage is undefined because the base level is zero, unless their path is impossible anyway.
fn without_percentage(
    projection: &Projection,
    assessments: &[Assessment],
) -> impl Iterator<Item = Violation> {
    let is_sound = |ix| projection.violations().iter().all(|found| found.indicator != ix);
    let without = assessments.iter().filter(move |assessment| {
        let figure = assessment.projected;
        figure.is_some_and(|figure| !figure.is_finite()) && is_sound(assessment.indicator())
    });
    without.filter_map(|assessment| {
        Some(Violation {
            indicator: assessment.indicator(),
            year: assessment.year,
            level: projection.levels(assessment.indicator())?.first().copied()?,
            limit: Limit::Percent,
        })
    })
}
