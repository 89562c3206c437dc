//! Repeated projections of a scenario while its rates are being changed.

use std::sync::Arc;

use super::parameter::{ParameterId, ParameterKind};
use super::program::{Block, Program};
use super::{Projection, plan_path};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{ActualEntry, ByIndicator, Rates, Scenario};

/// A program whose free parameters are all stated rates of a scenario; reused as long as nothing else changes.
#[derive(Clone, Debug)]
pub struct Evaluator {
    program: Program,
    block: Block<1>,
    columns: Vec<[f64; 1]>,
    /// The levers whose rates are stated, and how, in the order of the columns.
    stated: Vec<(IndicatorIx, Stated)>,
    bases: ByIndicator<f64>,
    actuals: ByIndicator<Vec<ActualEntry>>,
    plan_path: Arc<Projection>,
}

/// How many figures state the rates of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stated {
    /// One rate for all years.
    Constant,
    /// One rate a year.
    Yearly,
    /// Two growth rates a year.
    OutputGrowth,
}

impl Stated {
    const fn of(rates: &Rates) -> Self {
        match rates {
            Rates::Constant(_) => Self::Constant,
            Rates::Yearly(_) => Self::Yearly,
            Rates::OutputGrowth { .. } => Self::OutputGrowth,
        }
    }

    fn parameters(self, lever: IndicatorIx, steps: usize) -> Vec<ParameterId> {
        let yearly = |kind| (1..=steps).map(move |step| ParameterId::new(lever, kind).in_step(step));
        match self {
            Self::Constant => vec![ParameterId::rate(lever)],
            Self::Yearly => yearly(ParameterKind::Rate).collect(),
            Self::OutputGrowth => yearly(ParameterKind::Numerator)
                .chain(yearly(ParameterKind::Denominator))
                .collect(),
        }
    }
}

impl Evaluator {
    /// Compiles a scenario.
    #[must_use]
    pub fn new(plan: &Plan, scenario: &Scenario) -> Self {
        let levers = plan
            .levers()
            .filter_map(|(ix, _)| Some((ix, Stated::of(scenario.rates.get(ix)?))));
        let stated: Vec<_> = levers.collect();
        let parameters: Vec<_> = stated
            .iter()
            .flat_map(|(ix, form)| form.parameters(*ix, plan.steps()))
            .collect();
        let program = Program::compile(plan, scenario, &parameters);
        Self {
            block: program.block(),
            program,
            columns: Vec::with_capacity(parameters.len()),
            stated,
            bases: scenario.bases.clone(),
            actuals: scenario.actuals.clone(),
            plan_path: Arc::new(plan_path(plan, scenario)),
        }
    }

    /// Projects a scenario of the same plan: quickly if it differs from the last one in stated rates only, otherwise
    /// after recompiling.
    pub fn project(&mut self, plan: &Plan, scenario: &Scenario) -> Projection {
        if !self.takes(scenario) {
            *self = Self::new(plan, scenario);
            // A fresh compilation always fits.
            self.takes(scenario);
        }
        self.program.evaluate(&self.columns, &mut self.block);
        self.program.lane(plan, &self.block, 0)
    }

    /// The plan's own path from the base values of the last scenario.
    #[must_use]
    pub fn plan_path(&self) -> Arc<Projection> {
        Arc::clone(&self.plan_path)
    }

    /// Adopts a scenario's rates, if it differs from the compiled one in nothing else.
    fn takes(&mut self, scenario: &Scenario) -> bool {
        self.columns.clear();
        if scenario.rates.len() != self.stated.len()
            || scenario.bases != self.bases
            || scenario.actuals != self.actuals
        {
            return false;
        }
        for (ix, form) in &self.stated {
            match (scenario.rates.get(*ix), form) {
                (Some(Rates::Constant(rate)), Stated::Constant) => self.columns.push([*rate]),
                (Some(Rates::Yearly(rates)), Stated::Yearly) => {
                    self.columns.extend(rates.iter().map(|rate| [*rate]));
                }
                (Some(Rates::OutputGrowth { top, all }), Stated::OutputGrowth) => {
                    self.columns.extend(top.iter().chain(all).map(|growth| [*growth]));
                }
                _ => return false,
            }
        }
        true
    }
}
