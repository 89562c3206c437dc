//! Draws for an export, made once for all of its files.

use std::num::NonZero;
use std::thread;

use super::{DrawnExport, DrawnTarget, ExportDraws, ExportInput};
use crate::analysis::Outcome;
use crate::analysis::draws::DrawsError;
use crate::analysis::ensemble::{CancellableDraws, Ensemble, Study};
use crate::analysis::importance::{ImportanceSettings, importance, tornado};
use crate::figure::Histogram;
use crate::file::Failure;
use crate::model::IsWanted;
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;
use crate::wording;

/// A scenario with uncertain rates, before anything is drawn.
pub(super) struct UncertainExport<'a> {
    plan: &'a Plan,
    /// Without the spreads that have nothing left to vary.
    scenario: Scenario,
    study: Study<'a>,
    draws: ExportDraws,
}

impl<'a> UncertainExport<'a> {
    /// Nothing where no rate is uncertain.
    ///
    /// # Errors
    /// [`Failure`] if the rates cannot be drawn: why, and what to do.
    pub fn of(input: &ExportInput<'a>, draws: ExportDraws) -> Result<Option<Self>, Failure> {
        let plan = input.plan;
        if !input.is_uncertain() {
            return Ok(None);
        }
        let scenario = with_open_spreads(input);
        Study::check_size(draws.size).map_err(|error| failed(plan, &error))?;
        let study = Study::of(plan, &scenario, draws.sampling).map_err(|error| failed(plan, &error))?;
        Ok(Some(Self {
            plan,
            scenario,
            study,
            draws,
        }))
    }

    /// The judged targets that draws reach, in the plan's order.
    pub fn targets(&self) -> impl Iterator<Item = TargetIx> {
        self.study.reached()
    }

    /// How many steps [`Self::draw`] tells of.
    pub fn steps(&self) -> usize {
        1 + self.targets().count()
    }

    /// The last target of an indicator, if draws reach it.
    pub fn of_chart(&self, ix: IndicatorIx) -> Option<TargetIx> {
        let (main, _) = self.plan.main_target(ix)?;
        self.targets().find(|target| *target == main)
    }

    /// Draws. `step` is called after the draws, and then after each target. Nothing once it is no longer wanted.
    ///
    /// # Errors
    /// [`Failure`] if the rates cannot be drawn.
    pub fn draw(
        &self,
        is_wanted: IsWanted<'_>,
        step: &mut dyn FnMut(),
    ) -> Result<Option<DrawnExport>, Failure> {
        let how = CancellableDraws {
            threads: thread::available_parallelism().map_or(1, NonZero::get),
            is_wanted,
        };
        let Some(mut ensemble) = self.study.run(self.draws.size, how) else {
            return Ok(None);
        };
        if self.study.standard_errors(&mut ensemble, how).is_none() {
            return Ok(None);
        }
        step();
        let settings = ImportanceSettings {
            sampling: self.draws.sampling,
            threads: how.threads,
            ..ImportanceSettings::default()
        };
        let mut targets = Vec::new();
        for target in self.targets() {
            let drawn = self.of_target(&ensemble, target, (settings, how));
            match drawn.map_err(|error| failed(self.plan, &error))? {
                Some(drawn) => targets.push(drawn),
                None => return Ok(None),
            }
            step();
        }
        Ok(Some(DrawnExport {
            ensemble,
            settings,
            targets,
        }))
    }

    fn of_target(
        &self,
        ensemble: &Ensemble,
        ix: TargetIx,
        (settings, how): (ImportanceSettings, CancellableDraws<'_>),
    ) -> Result<Option<DrawnTarget>, DrawsError> {
        let (plan, target) = (self.plan, self.plan.target(ix));
        let step = plan.due_step(target);
        let Some(levels) = self.study.levels(ix.indicator, step, ensemble.size, how) else {
            return Ok(None);
        };
        let base = ensemble.fan(ix.indicator).and_then(|fan| fan.quantiles.first());
        let anchor = base.map(|base| target.form.level(base[2], step));
        let outcome = Outcome::Target(ix);
        let alone = tornado(plan, &self.scenario, outcome, settings.sampling, how.is_wanted)?;
        let shares = importance(plan, &self.scenario, outcome, settings, how.is_wanted)?;
        Ok(alone.zip(shares).map(|(tornado, importance)| DrawnTarget {
            target: ix,
            bins: Histogram::bins(&levels, anchor),
            tornado,
            importance,
        }))
    }
}

/// The scenario without spreads of levers whose years all have actuals, or that have no levels: they draw nothing.
fn with_open_spreads(input: &ExportInput<'_>) -> Scenario {
    let mut scenario = input.scenario.clone();
    let spreads = input.scenario.uncertainty.iter().map(|(ix, _)| ix);
    for ix in spreads.filter(|ix| !input.is_drawn(*ix)) {
        scenario.set_spread(ix, None);
    }
    scenario
}

fn failed(plan: &Plan, error: &DrawsError) -> Failure {
    let [what, help] = wording::undrawn(plan, error);
    Failure::Other {
        what,
        help: Some(help),
    }
}
