//! One unknown, the schedule it makes, and where that leads.

use super::aim::SolveGoal;
use super::parameters::follows_output;
use super::turning::{turn_points, turning};
use super::years::first_step;
use super::{Request, SolveMode, StopReason, Unsolvable};
use crate::analysis::remaining::{as_rates, constant_from, from_points, scheduled_rates};
use crate::model::criterion::Criterion;
use crate::model::{Block, IsWanted, Limit, ParameterKind, Program, Projection, Violation};
use crate::plan::{Change, Form, LONGEST_SPAN, Plan, Target};
use crate::scenario::{Rates, Scenario, growth_fault, rate_fault, schedule};

/// A question, with everything that does not vary with the unknown.
pub(super) struct Objective<'a> {
    pub plan: &'a Plan,
    pub request: Request,
    pub target: &'a Target,
    /// The level that meets the target exactly.
    pub goal: f64,
    /// The step of the year to reach the goal in.
    pub due: usize,
    /// Whether lower levels meet the target.
    is_ceiling: bool,
    /// The step of the first year changed.
    pub first: usize,
    /// The step of the last year changed; years after the due year stay as scheduled.
    pub until: usize,
    /// The program whose free parameters are the lever's yearly figures.
    program: Program,
    block: Block<1>,
    columns: Vec<[f64; 1]>,
    present: Projection,
    /// The scenario as it is.
    pub given: &'a Scenario,
    /// The figures to adjust as they are scheduled, one a year.
    pub scheduled: Vec<f64>,
    /// Asked before every trial.
    is_wanted: IsWanted<'a>,
}

impl<'a> Objective<'a> {
    pub fn new(
        plan: &'a Plan,
        scenario: &'a Scenario,
        request: Request,
        is_wanted: IsWanted<'a>,
    ) -> Result<Self, Unsolvable> {
        let Request {
            target: ix,
            parameter,
            ..
        } = request;
        let target = plan.target(ix);
        let behind = plan.levers_behind(ix.indicator);
        if !behind.contains(&parameter.indicator) {
            return Err(Unsolvable::NotBehind(behind.to_vec()));
        }
        if target.form == Form::Done {
            return Err(Unsolvable::YesOrNo);
        }
        if parameter.kind == ParameterKind::Base {
            // No schedule changes a base value.
            return Err(Unsolvable::NoEffect);
        }
        let (program, columns) = turning(plan, scenario, parameter);
        let mut block = program.block();
        program.evaluate(&columns, &mut block);
        let present = program.lane(plan, &block, 0);
        let levels = present.levels(ix.indicator).ok_or(Unsolvable::NoBase)?;
        if parameter.kind != ParameterKind::Rate && !follows_output(scenario, parameter.indicator) {
            return Err(Unsolvable::NotOutputGrowth);
        }
        let scheduled = match (scenario.rates.get(parameter.indicator), parameter.kind) {
            (Some(Rates::OutputGrowth { .. }), ParameterKind::Rate) => {
                scheduled_rates(plan, scenario, &present, parameter.indicator)
            }
            _ => columns.as_flattened().to_vec(),
        };
        let aim = SolveGoal::of(plan, &present, ix, levels)?;
        Ok(Self {
            plan,
            request,
            target,
            goal: aim.goal,
            due: aim.due,
            is_ceiling: aim.is_ceiling,
            first: first_step(plan, &present, request, aim.due)?,
            until: plan.due_step(target),
            program,
            block,
            columns,
            present,
            given: scenario,
            scheduled,
            is_wanted,
        })
    }

    /// The schedule that the unknown makes.
    pub fn rates(&self, value: f64) -> Rates {
        let Request { parameter, way, .. } = self.request;
        let is_constant = matches!(way, SolveMode::Constant { .. } | SolveMode::CatchUp);
        if is_constant
            && parameter.kind == ParameterKind::Rate
            && !self.is_at_once()
            && self.until == self.plan.steps()
        {
            return constant_from(
                self.plan,
                self.given,
                &self.present,
                parameter.indicator,
                self.first,
                value,
            );
        }
        let mut figures = self.scheduled.clone();
        self.turn(value, &mut figures);
        match (self.given.rates.get(parameter.indicator), parameter.kind) {
            (Some(Rates::OutputGrowth { all, .. }), ParameterKind::Numerator) => Rates::OutputGrowth {
                top: figures,
                all: all.clone(),
            },
            (Some(Rates::OutputGrowth { top, .. }), ParameterKind::Denominator) => Rates::OutputGrowth {
                top: top.clone(),
                all: figures,
            },
            (Some(Rates::OutputGrowth { top, all }), _) => {
                let before = self.lever_levels()[self.first - 1];
                from_points(top, all, before, self.first, |step| figures[step - 1])
            }
            _ => as_rates(figures),
        }
    }

    /// Applies the unknown to the scheduled figures.
    fn turn(&self, value: f64, figures: &mut [f64]) {
        let (first, until) = (self.first - 1, self.until);
        match self.request.way {
            SolveMode::Constant { .. } | SolveMode::CatchUp
                if self.is_at_once() && self.request.parameter.kind == ParameterKind::Rate =>
            {
                // A target due every year is reached next year and then held.
                figures[first..].fill(0.0);
                figures[first] = value;
            }
            SolveMode::Constant { .. } | SolveMode::CatchUp => figures[first..until].fill(value),
            SolveMode::OneYear { .. } => figures[first] = value,
            SolveMode::Scale { .. } => schedule::scale(&mut figures[..until], first, value),
        }
    }

    /// Projects the unknown.
    fn evaluate(&mut self, value: f64) -> Result<(), StopReason> {
        let Request { parameter, .. } = self.request;
        let lever = self.plan.get(parameter.indicator);
        let mut figures = [0.0; LONGEST_SPAN as usize];
        let figures = &mut figures[..self.scheduled.len()];
        figures.copy_from_slice(&self.scheduled);
        self.turn(value, figures);
        if let (Some(Rates::OutputGrowth { all, .. }), ParameterKind::Rate) =
            (self.given.rates.get(parameter.indicator), parameter.kind)
        {
            let before = self.lever_levels()[self.first - 1];
            turn_points(self.first, before, all, figures, &mut self.columns);
        } else {
            for (column, figure) in self.columns.iter_mut().zip(figures.iter()) {
                *column = [*figure];
            }
        }
        let of_output = follows_output(self.given, parameter.indicator);
        let fault = self.columns[self.first - 1..].iter().find_map(|[figure]| {
            if of_output {
                growth_fault(*figure)
            } else {
                rate_fault(lever, *figure)
            }
        });
        if let Some(fault) = fault {
            return Err(StopReason::Rate {
                lever: parameter.indicator,
                fault,
            });
        }
        self.program.evaluate(&self.columns, &mut self.block);
        Ok(())
    }

    /// Whether a level has to be reached next year and held, on the target's own lever.
    pub fn is_at_once(&self) -> bool {
        let is_own = self.request.target.indicator == self.request.parameter.indicator;
        is_own && self.target.is_each_year() && self.target.form.is_level()
    }

    /// The target's level in the due year (or its worst year, if due every year), minus the level that meets it.
    pub fn at(&mut self, value: f64) -> Result<f64, StopReason> {
        if !(self.is_wanted)() {
            // No longer wanted: impossible everywhere, so that the search ends without further work.
            return Err(StopReason::Exhausted);
        }
        self.evaluate(value)?;
        if let Some(violation) = self.program.violation(self.plan, &self.block, 0) {
            return Err(StopReason::Bounds(violation));
        }
        Ok(self.worst(self.target_levels()).1)
    }

    /// The target's levels for the last unknown tried.
    fn target_levels(&self) -> &[f64] {
        // A target that depends on the lever moves with it.
        let lanes = self.program.lanes(&self.block, self.request.target.indicator);
        lanes.unwrap_or(&[]).as_flattened()
    }

    /// The decisive step, and its level minus the one that meets the target: the due year or, for a derived target
    /// due every year, the worst remaining year, because what reaches it in one year may lose it in the next.
    pub fn worst(&self, levels: &[f64]) -> (usize, f64) {
        let (target, ix) = (self.target, self.request.target.indicator);
        let is_own = ix == self.request.parameter.indicator;
        if is_own || !target.is_each_year() {
            return (self.due, levels[self.due] - self.goal);
        }
        let scale = self.plan.get(ix).scale;
        let miss = |step: usize| {
            let goal = match target.form {
                Form::Between(..) => self.goal,
                _ => Criterion::in_year(self.plan, target, scale, levels, step).goal,
            };
            (step, levels[step] - goal)
        };
        let is_worse = |one: f64, than: f64| if self.is_ceiling { one > than } else { one < than };
        (self.due + 1..=self.plan.steps())
            .map(miss)
            .fold(miss(self.due), |worst, next| {
                if is_worse(next.1, worst.1) { next } else { worst }
            })
    }

    /// That the target's level is no longer a number.
    pub fn pole(&self) -> Violation {
        Violation {
            indicator: self.request.target.indicator,
            year: self.plan.year(self.due),
            level: f64::NAN,
            limit: Limit::Number,
        }
    }

    /// Whether the target is met with this unknown, without any impossible level on the way.
    pub fn is_met(&mut self, value: f64) -> bool {
        if self.at(value).is_err() {
            return false;
        }
        let (ix, levels) = (self.request.target, self.target_levels());
        if !self.target.is_each_year() {
            return self
                .present
                .criterion(ix)
                .meets(levels[self.plan.due_step(self.target)]);
        }
        let scale = self.plan.get(ix.indicator).scale;
        (1..levels.len())
            .all(|step| Criterion::in_year(self.plan, self.target, scale, levels, step).meets(levels[step]))
    }

    /// The projection with the unknown, possible or not; its lever counts as having stated rates.
    pub fn projection(&mut self, value: f64) -> Projection {
        // A figure that the lever cannot have was never found.
        let _ = self.evaluate(value);
        self.program.lane(self.plan, &self.block, 0)
    }

    /// Whether the answer is still wanted.
    pub fn is_wanted(&self) -> bool {
        (self.is_wanted)()
    }

    /// Whether the level of the target does not meet it.
    pub fn is_strict(&self) -> bool {
        self.target.comparator.is_strict()
    }

    /// The decimals that the unknown is usually displayed with.
    pub const fn usual_decimals(&self) -> usize {
        match self.request.way {
            SolveMode::Scale { .. } => 4,
            _ => 2,
        }
    }

    /// The rates to adjust, as they are scheduled.
    fn turned(&self) -> &[f64] {
        &self.scheduled[self.first - 1..self.until]
    }

    /// The unknown that corresponds to the present rates.
    pub fn now(&self) -> f64 {
        let rates = self.turned();
        match (self.request.way, self.request.parameter.kind) {
            (SolveMode::Scale { .. }, _) => 1.0,
            (SolveMode::OneYear { .. }, _) => rates[0],
            (_, ParameterKind::Rate) => self.change().mean(rates),
            _ => Change::Growth.mean(rates),
        }
    }

    /// A first step that is small but not tiny.
    pub fn step(&self) -> f64 {
        let (low, high) = self.plan.get(self.request.parameter.indicator).rate_range;
        match (self.request.way, self.request.parameter.kind) {
            (SolveMode::Scale { .. }, _) => 0.1,
            (_, ParameterKind::Rate) => (high - low) / 32.0,
            _ => 1.0,
        }
    }

    pub fn change(&self) -> Change {
        let lever = self.plan.get(self.request.parameter.indicator);
        lever.change().unwrap_or(Change::Points)
    }

    pub fn lever_levels(&self) -> &[f64] {
        // A target with levels has levers with levels.
        self.present
            .levels(self.request.parameter.indicator)
            .unwrap_or(&[])
    }

    /// Whether every rate to be scaled is zero.
    pub fn has_nothing_to_scale(&self) -> bool {
        let is_scaled = matches!(self.request.way, SolveMode::Scale { .. });
        is_scaled && self.turned().iter().all(|rate| rate.abs() <= 0.0)
    }
}
