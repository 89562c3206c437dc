//! Everything that follows from a plan and a scenario, put together in one place.

use std::sync::Arc;

use super::{Assessment, Counts, Evaluator, Ledger, Limit, Projection, Violation, assess, ledgers};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;

/// What follows from one state of a scenario: made once, and read by the window, by exports and by the command line.
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
    /// Works out everything. Scenarios are checked when they are read or edited, so this cannot fail.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario) -> Arc<Self> {
        Self::by(&mut Evaluator::new(plan, scenario), plan, scenario)
    }

    /// The same by an evaluator of the plan, which need not compile again what did not change.
    #[must_use]
    pub fn by(evaluator: &mut Evaluator, plan: &Plan, scenario: &Scenario) -> Arc<Self> {
        let projection = evaluator.project(plan, scenario);
        let assessments = assess(plan, scenario, &projection);
        let mut violations = projection.violations().to_vec();
        violations.extend(without_percentage(&projection, &assessments));
        // A base value that the plan leaves open takes nothing from it.
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

    /// One target judged.
    #[must_use]
    pub fn assessment(&self, ix: TargetIx) -> Option<&Assessment> {
        // They are in the plan's order.
        let at = self.assessments.binary_search_by_key(&ix, |found| found.target);
        at.ok().map(|at| &self.assessments[at])
    }

    /// The official progress of every target that has levels, binding ones first.
    #[must_use]
    pub fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    /// The ledger of one target; nothing where it has no levels.
    #[must_use]
    pub fn ledger(&self, ix: TargetIx) -> Option<&Ledger> {
        self.ledgers.iter().find(|found| found.target == ix)
    }

    /// Every path that leaves what is possible, first year each, and every target whose figure cannot be counted.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// How many targets there are of each kind: all, and the binding ones.
    #[must_use]
    pub fn counts(&self, plan: &Plan) -> Counts {
        Counts {
            has_own_bases: self.has_own_bases,
            ..Counts::of(plan, &self.assessments)
        }
    }
}

/// Targets in percent whose figure is none, because the way begins at zero; not those whose path is impossible already.
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
