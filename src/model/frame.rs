//! What all projections of one program share, whatever the values of its free parameters: what levels are relative
//! to, what they rest on, and each target as a criterion from the base year.

use super::criterion::Criterion;
use super::support::IndicatorEvidence;
use super::violation::Possible;
use crate::plan::{Expression, IndicatorIx, LevelKind, Plan, TargetIx};
use crate::scenario::Origin;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Frame {
    pub base_year: i32,
    /// Levels per indicator, n + 1: the stride of the tables below.
    pub width: usize,
    pub kinds: Vec<LevelKind>,
    pub origins: Vec<Origin>,
    pub supports: Vec<IndicatorEvidence>,
    /// The bounds of the indicators whose levels are in their unit.
    pub possible: Vec<Possible>,
    /// Every target as a criterion from the base year's level, in plan order; meaningless for indicators without
    /// levels.
    criteria: Vec<Criterion>,
    /// Index of each indicator's first target among them.
    first_criterion: Vec<usize>,
}

impl Frame {
    /// A frame before anything is known.
    pub fn new(plan: &Plan) -> Self {
        let (count, width) = (plan.indicators.len(), plan.steps() + 1);
        Self {
            base_year: plan.base_year,
            width,
            kinds: vec![LevelKind::Unknown; count],
            origins: vec![Origin::Assumed; count * width],
            supports: vec![IndicatorEvidence::of_lever(0, false); count],
            possible: Vec::new(),
            criteria: Vec::new(),
            first_criterion: Vec::new(),
        }
    }

    pub fn kind(&self, ix: IndicatorIx) -> LevelKind {
        self.kinds[ix.position()]
    }

    pub fn origins(&self, ix: IndicatorIx) -> &[Origin] {
        let start = ix.position() * self.width;
        &self.origins[start..start + self.width]
    }

    pub fn origins_mut(&mut self, ix: IndicatorIx) -> &mut [Origin] {
        let start = ix.position() * self.width;
        &mut self.origins[start..start + self.width]
    }

    /// Where an indicator's levels lie in the table of all levels.
    pub fn row(&self, ix: IndicatorIx) -> std::ops::Range<usize> {
        let start = ix.position() * self.width;
        start..start + self.width
    }

    /// Records what a derived indicator is relative to and rests on, from its inputs and the steps with figures of
    /// its own. In a scenario without actuals, all later years rest on the same.
    pub fn derive(
        &mut self,
        plan: &Plan,
        ix: IndicatorIx,
        expression: &Expression,
        entered: &[usize],
        has_actuals: bool,
    ) {
        let identity = expression.level_kind(|input| self.kind(input));
        let kind = plan.get(ix).derived_kind(identity);
        self.kinds[ix.position()] = kind;
        let start = ix.position() * self.width;
        self.origins[start] = Origin::Base;
        let entered = if kind == LevelKind::Unknown { &[] } else { entered };
        if kind == LevelKind::Unknown {
            self.origins[start + 1..start + self.width].fill(Origin::Assumed);
        } else {
            let last = if has_actuals { self.width } else { 2 };
            for step in 1..last {
                let inputs = expression.inputs();
                self.origins[start + step] =
                    Origin::derived(inputs.map(|input| self.origins[input.position() * self.width + step]));
            }
            let same = self.origins[start + last - 1];
            self.origins[start + last..start + self.width].fill(same);
            let mut before = 0;
            for &step in entered {
                self.origins[start + before + 1..start + step].fill(Origin::Interpolated);
                self.origins[start + step] = Origin::Actual;
                before = step;
            }
        }
        let inputs = expression.inputs().map(|input| self.supports[input.position()]);
        let own = entered.last().copied().unwrap_or(0);
        self.supports[ix.position()] = IndicatorEvidence::derived(inputs, own);
    }

    /// Sets up every target's criterion from the base year's levels.
    pub fn judge_from(&mut self, plan: &Plan, base: impl Fn(IndicatorIx) -> f64) {
        self.criteria.clear();
        self.first_criterion.clear();
        let targets = plan.indicators.iter().map(|indicator| indicator.targets.len());
        self.criteria.reserve_exact(targets.sum());
        self.first_criterion.reserve_exact(plan.indicators.len());
        for (ix, indicator) in plan.iter() {
            self.first_criterion.push(self.criteria.len());
            for target in &indicator.targets {
                self.criteria.push(Criterion::new(
                    target,
                    indicator.scale,
                    base(ix),
                    plan.due_step(target),
                ));
            }
        }
    }

    /// A target's criterion from the base year's level.
    pub fn criterion(&self, ix: TargetIx) -> &Criterion {
        &self.criteria[self.first_criterion[ix.indicator.position()] + ix.number]
    }
}
