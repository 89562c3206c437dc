//! The search for findings.

use std::cell::Cell;

use super::finding::{Finding, Verdict, is_slight};
use super::on_plan::OnPlanPath;
use super::structure::{is_rest, part};
use super::{Implication, Stance, contributions};
use crate::model::criterion::Criterion;
use crate::model::rounding::nearest_that;
use crate::model::{Basis, Discrepancy, IsWanted, Origin, Projection, Status, assess_target};
use crate::plan::{Change, Comparator, Dynamics, Form, IndicatorIx, Plan, Target, TargetIx};
use crate::scenario::Scenario;

/// Figures with a smaller relative difference count as equal.
pub(super) const SAME: f64 = 1e-9;

/// A difference smaller than this, relatively, shows as 0.00 %.
const SLIGHT: f64 = 5e-5;

/// A plan, a scenario and its projection, with every target assessed.
pub(super) struct Finder<'a> {
    pub plan: &'a Plan,
    pub scenario: &'a Scenario,
    pub projection: &'a Projection,
    /// Whether each indicator's target is met; `None` without a target or if unknown.
    pub met: Vec<Option<bool>>,
    /// Whether each indicator meets all of its targets, in whatever year they are due.
    pub all_met: Vec<bool>,
    /// The remaining search budget: levers to try, times the indicators evaluated in each trial.
    tries_left: Cell<usize>,
    pub is_wanted: IsWanted<'a>,
}

/// Enough for every target of a plan with a hundred indicators. Every step of every search takes a projection, which
/// would never end in a plan with thousands.
const MOST_TRIES: usize = 40_000;

impl<'a> Finder<'a> {
    pub fn new(
        plan: &'a Plan,
        scenario: &'a Scenario,
        projection: &'a Projection,
        is_wanted: IsWanted<'a>,
    ) -> Self {
        let mut met = vec![None; plan.indicators.len()];
        let mut all_met = vec![true; plan.indicators.len()];
        for (ix, _) in plan.iter() {
            let last = final_target(plan, ix).map(|(target, _)| target);
            for (target, _) in plan.targets_of(ix) {
                let status = assess_target(plan, scenario, projection, target).status;
                all_met[ix.position()] &= status == Status::Met;
                if last == Some(target) && status != Status::Unknown {
                    met[ix.position()] = Some(status == Status::Met);
                }
            }
        }
        Self {
            plan,
            scenario,
            projection,
            met,
            all_met,
            tries_left: Cell::new(MOST_TRIES),
            is_wanted,
        }
    }

    /// Spends the cost of trying that many levers; returns whether the budget covered it.
    pub fn can_try(&self, levers: usize) -> bool {
        let cost = levers.saturating_mul(self.plan.indicators.len());
        let left = self.tries_left.get().checked_sub(cost);
        if let Some(left) = left {
            self.tries_left.set(left);
        }
        left.is_some()
    }

    pub fn find(&self) -> Vec<Implication> {
        let violations = self.projection.violations().iter();
        let mut found: Vec<Implication> = violations
            .map(|violation| {
                let finding = Finding::OutOfBounds(*violation);
                Implication {
                    // An impossible path is not a result.
                    basis: Basis::None,
                    on_plan: OnPlanPath::default(),
                    ..self.implication(violation.indicator, Stance::Conflicts, finding)
                }
            })
            .collect();
        found.extend(self.discrepancies());
        found.extend(self.even_rates());
        let (parts, said) = self.parts();
        found.extend(parts);
        for (ix, indicator) in self.plan.iter() {
            match indicator.dynamics {
                Dynamics::Concentration => found.extend(self.outgrowth(ix)),
                Dynamics::Derived(_) if !said.contains(&ix) => found.extend(self.derived(ix)),
                _ => {}
            }
        }
        found
    }

    /// Parts of a whole, and the indicators that this covers: the parts and the remainder. An indicator with a target
    /// of its own still gets its own statement.
    fn parts(&self) -> (Vec<Implication>, Vec<IndicatorIx>) {
        let mut found = Vec::new();
        let mut said = Vec::new();
        let untargeted = |ix: &IndicatorIx| self.target(*ix).is_none();
        let all = || self.plan.iter().map(|(ix, _)| ix).filter(untargeted);
        for ix in all() {
            let Some(shape) = part(self.plan, ix) else {
                continue;
            };
            let Some(implication) = self.part(ix, shape) else {
                continue;
            };
            found.push(implication);
            said.push(ix);
            said.extend(all().filter(|rest| is_rest(self.plan, *rest, ix, shape)));
        }
        (found, said)
    }

    pub fn implication(&self, subject: IndicatorIx, stance: Stance, finding: Finding) -> Implication {
        Implication {
            subject,
            levers: self.plan.levers_behind(subject).to_vec(),
            basis: self.basis(subject),
            on_plan: self.on_plan(&[subject]),
            also_missed: Vec::new(),
            stance,
            finding,
        }
    }

    /// The same, given what its figures rest on, and the targets of judged indicators it does not mention: nothing is
    /// consistent while one of those is missed.
    pub fn judging(
        &self,
        judged: &[IndicatorIx],
        figures: &[IndicatorIx],
        implication: Implication,
    ) -> Implication {
        let also_missed = self.also_missed(judged);
        let stance = implication.stance.max(notable_if(!also_missed.is_empty()));
        Implication {
            on_plan: self.on_plan(figures),
            also_missed,
            stance,
            ..implication
        }
    }

    /// The missed targets of some indicators, other than those due in the end year.
    fn also_missed(&self, judged: &[IndicatorIx]) -> Vec<TargetIx> {
        let all = judged.iter().flat_map(|ix| {
            let spoken_of = self.final_target(*ix).map(|(target, _)| target);
            let others = self.plan.targets_of(*ix).map(|(target, _)| target);
            others.filter(move |target| Some(*target) != spoken_of)
        });
        let is_missed = |target: &TargetIx| {
            let status = assess_target(self.plan, self.scenario, self.projection, *target).status;
            !matches!(status, Status::Met | Status::Unknown)
        };
        all.filter(is_missed).collect()
    }

    /// An indicator's target due in the end year; findings are about the whole period.
    pub fn target(&self, ix: IndicatorIx) -> Option<&'a Target> {
        self.final_target(ix).map(|(_, target)| target)
    }

    /// The same with its index.
    pub fn final_target(&self, ix: IndicatorIx) -> Option<(TargetIx, &'a Target)> {
        final_target(self.plan, ix)
    }

    /// Whether the end year of an indicator is known, so that nothing about it can change.
    pub fn is_past(&self, ix: IndicatorIx) -> bool {
        let origin = self.projection.origins(ix).last();
        matches!(
            origin,
            Some(Origin::Actual | Origin::Implied | Origin::Interpolated)
        )
    }

    /// What an indicator's levels rest on.
    fn basis(&self, ix: IndicatorIx) -> Basis {
        if self.projection.levels(ix).is_some() {
            self.projection.basis(ix)
        } else {
            Basis::None
        }
    }

    /// What several indicators rest on together.
    fn basis_of(&self, levers: &[IndicatorIx]) -> Basis {
        let mut all = levers.iter().map(|lever| self.basis(*lever));
        let first = all.next().unwrap_or(Basis::None);
        if all.all(|basis| basis == first) {
            first
        } else {
            Basis::PartlyAssumed
        }
    }

    pub fn verdict(&self, ix: IndicatorIx) -> Option<Verdict> {
        let is_met = self.met[ix.position()]?;
        Some(Verdict {
            indicator: ix,
            is_met,
            names_direction: !self.moves_as_asked(ix),
        })
    }

    /// The same next to levels only, which do not say in a target's terms how they move.
    pub fn verdict_beside_levels(&self, ix: IndicatorIx) -> Option<Verdict> {
        let verdict = self.verdict(ix)?;
        Some(Verdict {
            names_direction: true,
            ..verdict
        })
    }

    /// Whether an indicator visibly moves in the direction of its target.
    fn moves_as_asked(&self, ix: IndicatorIx) -> bool {
        let rises = match self.target(ix).map(|target| target.form) {
            Some(Form::CumulativeDecline(_)) => false,
            Some(Form::CumulativeGrowth(_)) => true,
            Some(Form::AverageGrowth(rate)) => rate > 0.0,
            _ => return true,
        };
        let change = self.ratio(ix).map(|ratio| self.annual(ratio));
        change.is_some_and(|change| !is_slight(change) && (change > 0.0) == rises)
    }

    /// First and last level.
    pub fn ends(&self, ix: IndicatorIx) -> Option<(f64, f64)> {
        let levels = self.projection.levels(ix)?;
        Some((levels[0], levels[self.plan.steps()]))
    }

    /// The last level over the first, if defined.
    pub fn ratio(&self, ix: IndicatorIx) -> Option<f64> {
        contributions::ratio(self.projection, ix)
    }

    /// The constant annual change over the whole period that results in a ratio, percent.
    pub fn annual(&self, ratio: f64) -> f64 {
        growth(ratio, self.plan.steps())
    }

    /// Published figures of derived indicators that contradict their identities, each with the size of the
    /// difference. Differences due to the rounding of published figures do not count.
    fn discrepancies(&self) -> impl Iterator<Item = Implication> {
        let differs = |found: &&Discrepancy| {
            let size = found.entered.abs().max(found.identity.abs());
            (found.entered - found.identity).abs() > SLIGHT * size
        };
        let found = self.projection.discrepancies().iter().filter(differs);
        found.map(|found| {
            let inputs: Vec<IndicatorIx> = match &self.plan.get(found.indicator).dynamics {
                Dynamics::Derived(expression) => expression.inputs().collect(),
                _ => Vec::new(),
            };
            let step = usize::try_from(found.year - self.plan.base_year).unwrap_or(0);
            let assumed = self.assumed_in(&inputs, step);
            let finding = Finding::Discrepancy {
                found: *found,
                assumed: assumed.into_iter().map(|(lever, _)| lever).collect(),
                interpolated: self.interpolated_in(&inputs, step),
            };
            Implication {
                // It is about a single year, and names what it compares.
                basis: Basis::None,
                on_plan: OnPlanPath::default(),
                ..self.implication(found.indicator, Stance::Notable, finding)
            }
        })
    }

    /// Cumulative falls as annual rates, grouping levers with the same target.
    fn even_rates(&self) -> Vec<Implication> {
        let mut falls: Vec<((f64, Comparator), Vec<IndicatorIx>)> = Vec::new();
        for (ix, _) in self.plan.levers() {
            let target = self.target(ix);
            if let Some((Form::CumulativeDecline(fall), asked)) = target.map(|t| (t.form, t.on_levels())) {
                let is_same = |(other, how): (f64, Comparator)| (other - fall).abs() <= SAME && how == asked;
                match falls.iter_mut().find(|(other, _)| is_same(*other)) {
                    Some((_, levers)) => levers.push(ix),
                    None => falls.push(((fall, asked), vec![ix])),
                }
            }
        }
        falls
            .into_iter()
            .map(|((fall, asked), levers)| {
                let (decline, steps) = (Change::Decline, self.plan.steps());
                let kept = decline.step(1.0, fall);
                let exact = decline.rate(1.0, kept, steps);
                let suffices = |rate| asked.holds(decline.after(1.0, rate, steps), kept);
                // A strict target is not met at its own figure, but the fall is achieved.
                let falls_short = |ix: &&IndicatorIx| {
                    let ratio = self.ratio(**ix);
                    ratio.is_some_and(|ratio| ratio > kept * (1.0 + SAME))
                };
                let missed: Vec<IndicatorIx> = levers.iter().filter(falls_short).copied().collect();
                let judged = levers.clone();
                let implication = Implication {
                    subject: levers[0],
                    levers: levers.clone(),
                    basis: self.basis_of(&levers),
                    on_plan: OnPlanPath::default(),
                    also_missed: Vec::new(),
                    stance: notable_if(!missed.is_empty()),
                    finding: Finding::EvenRate {
                        fall,
                        is_strict: asked.is_strict(),
                        annual: nearest_that(exact, 3, suffices).unwrap_or(exact),
                        levers,
                        missed,
                    },
                };
                self.judging(&judged, &judged, implication)
            })
            .collect()
    }

    /// An indicator's target and the level that meets it, if it is missed by more than strictness.
    pub fn missed(&self, ix: IndicatorIx) -> Option<Criterion> {
        let target = self.target(ix)?;
        let (first, last) = self.ends(ix)?;
        let criterion = Criterion::new(target, self.plan.get(ix).scale, first, self.plan.steps());
        let is_reached = (last - criterion.goal).abs() <= SAME * criterion.goal.abs();
        (self.met[ix.position()] == Some(false) && !is_reached).then_some(criterion)
    }

    /// The step of the last actual and the number of years after it; `None` if none remain.
    pub fn years_left(&self, ix: IndicatorIx) -> Option<(usize, usize)> {
        let m = self.projection.last_actual(ix);
        let left = self.plan.steps().checked_sub(m)?;
        (left > 0).then_some((m, left))
    }

    pub fn year_after(&self, step: usize) -> i32 {
        let years = i32::try_from(step).unwrap_or(i32::MAX);
        self.plan.base_year.saturating_add(years).saturating_add(1)
    }
}

pub(super) const fn notable_if(is_notable: bool) -> Stance {
    if is_notable {
        Stance::Notable
    } else {
        Stance::Holds
    }
}

/// The constant annual change that results in a ratio over the given number of years, percent.
pub(super) fn growth(ratio: f64, steps: usize) -> f64 {
    Change::Growth.rate(1.0, ratio, steps)
}

/// The first target of an indicator due in the end year.
fn final_target(plan: &Plan, ix: IndicatorIx) -> Option<(TargetIx, &Target)> {
    plan.targets_of(ix)
        .find(|(_, target)| !target.is_each_year() && plan.due_step(target) == plan.steps())
}
