//! One unknown number, the schedule it makes, and where that leads.

use super::aim::Aim;
use super::parameters::follows_output;
use super::{Request, Stop, Unsolvable, Way};
use crate::analysis::remaining::{as_rates, constant_from, from_points, scheduled_rates, top_growth};
use crate::model::criterion::Criterion;
use crate::model::{
    Block, IsWanted, Limit, ParameterId, ParameterKind, Program, Projection, Violation, even_rates,
};
use crate::plan::{Change, Form, IndicatorIx, LONGEST_SPAN, Plan, Target};
use crate::scenario::{Rates, Scenario, growth_fault, rate_fault, schedule};

/// A question with everything that stays the same while the unknown varies.
pub(super) struct Trial<'a> {
    pub plan: &'a Plan,
    pub request: Request,
    pub target: &'a Target,
    /// The level that meets the target exactly.
    pub goal: f64,
    /// The step of the year in which the goal is to be reached.
    pub due: usize,
    /// Whether lower levels meet the target.
    is_ceiling: bool,
    /// The step of the first year that is changed.
    pub first: usize,
    /// The step of the last year that is changed: what comes after the due year stays as it is scheduled.
    pub until: usize,
    /// What the lever's yearly figures lead to, which are the program's parameters.
    program: Program,
    block: Block<1>,
    columns: Vec<[f64; 1]>,
    present: Projection,
    /// The scenario as it is.
    given: &'a Scenario,
    /// The figures that are turned, as they are scheduled, one a year.
    scheduled: Vec<f64>,
    /// Every trial asks.
    is_wanted: IsWanted<'a>,
}

impl<'a> Trial<'a> {
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
            // No schedule has anything in it that would change one.
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
        let aim = Aim::of(plan, &present, ix, levels)?;
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
        let is_constant = matches!(way, Way::Constant { .. } | Way::CatchUp);
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

    /// Puts the unknown into the figures as they are scheduled.
    fn turn(&self, value: f64, figures: &mut [f64]) {
        let (first, until) = (self.first - 1, self.until);
        match self.request.way {
            Way::Constant { .. } | Way::CatchUp
                if self.is_at_once() && self.request.parameter.kind == ParameterKind::Rate =>
            {
                // What has to hold in every year is reached in the next and then kept.
                figures[first..].fill(0.0);
                figures[first] = value;
            }
            Way::Constant { .. } | Way::CatchUp => figures[first..until].fill(value),
            Way::OneYear { .. } => figures[first] = value,
            Way::Scale { .. } => schedule::scale(&mut figures[..until], first, value),
        }
    }

    /// Works out what follows from the unknown.
    fn evaluate(&mut self, value: f64) -> Result<(), Stop> {
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
            return Err(Stop::Rate {
                lever: parameter.indicator,
                fault,
            });
        }
        self.program.evaluate(&self.columns, &mut self.block);
        Ok(())
    }

    /// Whether a level has to be reached in the next year and kept, on the target's own lever.
    pub fn is_at_once(&self) -> bool {
        let is_own = self.request.target.indicator == self.request.parameter.indicator;
        is_own && self.target.is_each_year() && self.target.form.is_level()
    }

    /// The target's level in the due year, or in the worst one where it is due in every year, less the one that meets it.
    pub fn at(&mut self, value: f64) -> Result<f64, Stop> {
        if !(self.is_wanted)() {
            // Nothing is possible any more, so the search comes to its end without working anything out.
            return Err(Stop::Exhausted);
        }
        self.evaluate(value)?;
        if let Some(violation) = self.program.violation(self.plan, &self.block, 0) {
            return Err(Stop::Bounds(violation));
        }
        Ok(self.worst(self.target_levels()).1)
    }

    /// The target's levels with the unknown that was tried last.
    fn target_levels(&self) -> &[f64] {
        // A target that follows from the lever moves with it.
        let lanes = self.program.lanes(&self.block, self.request.target.indicator);
        lanes.unwrap_or(&[]).as_flattened()
    }

    /// The step that counts, and its level less the one that meets the target: the due year; of what is due in every year
    /// and follows from others the worst year that is left, because what reaches it in one may lose it in the next.
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

    /// That the target's level is no number any more.
    pub fn pole(&self) -> Violation {
        Violation {
            indicator: self.request.target.indicator,
            year: self.plan.year(self.due),
            level: f64::NAN,
            limit: Limit::Number,
        }
    }

    /// Whether the target is met with this unknown, and nothing impossible happens on the way.
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

    /// The projection with the unknown, whatever is possible; its lever counts as one whose rates are stated.
    pub fn projection(&mut self, value: f64) -> Projection {
        // A figure that the lever cannot have is none that was found.
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

    /// With how many decimals the unknown is usually shown.
    pub const fn usual_decimals(&self) -> usize {
        match self.request.way {
            Way::Scale { .. } => 4,
            _ => 2,
        }
    }

    /// The rates that are turned, as they are scheduled.
    fn turned(&self) -> &[f64] {
        &self.scheduled[self.first - 1..self.until]
    }

    /// The unknown that stands for the rates as they are.
    pub fn now(&self) -> f64 {
        let rates = self.turned();
        match (self.request.way, self.request.parameter.kind) {
            (Way::Scale { .. }, _) => 1.0,
            (Way::OneYear { .. }, _) => rates[0],
            (_, ParameterKind::Rate) => self.change().mean(rates),
            _ => Change::Growth.mean(rates),
        }
    }

    /// A first step that is small but not tiny.
    pub fn step(&self) -> f64 {
        let (low, high) = self.plan.get(self.request.parameter.indicator).rate_range;
        match (self.request.way, self.request.parameter.kind) {
            (Way::Scale { .. }, _) => 0.1,
            (_, ParameterKind::Rate) => (high - low) / 32.0,
            _ => 1.0,
        }
    }

    /// The exact unknown, where the inverse of the projection is known. Not necessarily a possible rate.
    pub fn exact(&self) -> Option<f64> {
        let Request {
            target,
            parameter,
            way,
        } = self.request;
        if target.indicator != parameter.indicator {
            return None;
        }
        let levels = self.lever_levels();
        let (before, last) = (levels[self.first - 1], levels[self.due]);
        let left = self.due + 1 - self.first;
        let rate = self.scheduled[self.first - 1];
        let growth = Change::Growth;
        let value = match (parameter.kind, way) {
            (ParameterKind::Rate, Way::Constant { .. } | Way::CatchUp) => {
                self.change().rate(before, self.goal, left)
            }
            (ParameterKind::Rate, Way::OneYear { .. }) => match self.change() {
                Change::Points => rate + self.goal - last,
                change => change.between(1.0, change.step(1.0, rate) * self.goal / last),
            },
            (ParameterKind::Rate, Way::Scale { .. }) if self.change().is_points() => {
                (self.goal - before) / (last - before)
            }
            (ParameterKind::Numerator, Way::Constant { .. } | Way::CatchUp) => growth.rate(
                1.0,
                self.goal / before * self.growth(ParameterKind::Denominator),
                left,
            ),
            (ParameterKind::Denominator, Way::Constant { .. } | Way::CatchUp) => growth.rate(
                1.0,
                before * self.growth(ParameterKind::Numerator) / self.goal,
                left,
            ),
            (ParameterKind::Numerator, Way::OneYear { .. }) => {
                growth.between(1.0, growth.step(1.0, rate) * self.goal / last)
            }
            (ParameterKind::Denominator, Way::OneYear { .. }) => {
                growth.between(1.0, growth.step(1.0, rate) * last / self.goal)
            }
            (_, Way::Scale { .. }) | (ParameterKind::Base, _) => return None,
        };
        value.is_finite().then_some(value)
    }

    /// By how much output grows from the year before the first that is changed to the due year, as a factor.
    fn growth(&self, kind: ParameterKind) -> f64 {
        let growth: &[f64] = match self.given.rates.get(self.request.parameter.indicator) {
            Some(Rates::OutputGrowth { top, .. }) if kind == ParameterKind::Numerator => top,
            Some(Rates::OutputGrowth { all, .. }) => all,
            _ => &[],
        };
        let left = growth.get(self.first - 1..self.due).unwrap_or(&[]);
        Change::Growth.along(1.0, left)
    }

    fn change(&self) -> Change {
        let lever = self.plan.get(self.request.parameter.indicator);
        lever.change().unwrap_or(Change::Points)
    }

    fn lever_levels(&self) -> &[f64] {
        // A target with levels has levers with levels.
        self.present
            .levels(self.request.parameter.indicator)
            .unwrap_or(&[])
    }

    /// Whether every rate that would be multiplied is zero.
    pub fn has_nothing_to_scale(&self) -> bool {
        let is_scaled = matches!(self.request.way, Way::Scale { .. });
        is_scaled && self.turned().iter().all(|rate| rate.abs() <= 0.0)
    }
}

fn first_step(plan: &Plan, present: &Projection, request: Request, due: usize) -> Result<usize, Unsolvable> {
    let first_left = present.last_actual(request.parameter.indicator) + 1;
    if first_left > due {
        return Err(Unsolvable::NoYearsLeft);
    }
    let Some(year) = request.way.year() else {
        return Ok(first_that_counts(
            present,
            request.target.indicator,
            first_left,
            due,
        ));
    };
    usize::try_from(i64::from(year) - i64::from(plan.base_year))
        .ok()
        .filter(|step| (first_left..=due).contains(step))
        .ok_or_else(|| Unsolvable::YearNotLeft {
            year,
            first: plan.year(first_left),
            last: plan.year(due),
        })
}

/// The program of a lever's yearly figures with those that it has: output growth where it follows from that, the
/// industry's if that is turned; else rates.
fn turning(plan: &Plan, scenario: &Scenario, parameter: ParameterId) -> (Program, Vec<[f64; 1]>) {
    let lever = parameter.indicator;
    let (kind, figures) = match (scenario.rates.get(lever), parameter.kind) {
        (Some(Rates::OutputGrowth { all, .. }), ParameterKind::Denominator) => {
            (ParameterKind::Denominator, all.clone())
        }
        (Some(Rates::OutputGrowth { top, .. }), _) => (ParameterKind::Numerator, top.clone()),
        (Some(Rates::Yearly(rates)), _) => (ParameterKind::Rate, rates.clone()),
        (Some(Rates::Constant(rate)), _) => (ParameterKind::Rate, vec![*rate; plan.steps()]),
        (None, _) => {
            let even = even_rates(plan, scenario, lever);
            (
                ParameterKind::Rate,
                even.unwrap_or_else(|| vec![0.0; plan.steps()]),
            )
        }
    };
    let each = (1..=plan.steps()).map(|step| ParameterId::new(lever, kind).in_step(step));
    let program = Program::compile(plan, scenario, &each.collect::<Vec<_>>());
    (program, figures.into_iter().map(|figure| [figure]).collect())
}

/// Output growth of the largest firms that moves a ratio by points a year from the year `first` on; see [`from_points`].
fn turn_points(first: usize, level: f64, all: &[f64], points: &[f64], top: &mut [[f64; 1]]) {
    let mut level = level;
    for step in first..=top.len() {
        let next = level + points[step - 1];
        top[step - 1] = [top_growth(level, next, all[step - 1])];
        level = next;
    }
}

/// The first calendar year that is changed for a request; nothing where none is left.
#[must_use]
pub fn first_year(plan: &Plan, projection: &Projection, request: Request) -> Option<i32> {
    let due = plan.due_step(plan.target(request.target));
    let step = first_step(plan, projection, request, due).ok()?;
    Some(plan.year(step))
}

/// The first year that is changed unless another is asked for: the first after the last data of the target, as in its
/// progress, where the lever itself has none as late. What was published of a derived indicator stands, whatever led to it.
fn first_that_counts(present: &Projection, target: IndicatorIx, first_left: usize, due: usize) -> usize {
    let after_data = present.last_actual(target) + 1;
    if after_data <= due {
        first_left.max(after_data)
    } else {
        first_left
    }
}

/// Whether a lever has levels at all.
pub(super) fn has_levels(projection: &Projection, lever: IndicatorIx) -> bool {
    projection.levels(lever).is_some()
}
