//! One unknown number, the schedule it makes, and where that leads.

use super::aim::Aim;
use super::handle::follows_output;
use super::{Part, Request, Stop, Unsolvable, Way};
use crate::analysis::remaining::{as_rates, constant_from, from_points, scheduled_rates};
use crate::model::criterion::Criterion;
use crate::model::{IsWanted, Limit, Projection, Status, Violation, assess_target, project};
use crate::plan::{Change, Form, IndicatorIx, Plan, Target};
use crate::scenario::{Rates, Scenario, schedule};

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
    present: &'a Projection,
    /// The scenario with the rates that are being tried.
    scenario: Scenario,
    /// The scenario as it is.
    given: &'a Scenario,
    /// The rates that are turned, as they are scheduled, one a year.
    scheduled: Vec<f64>,
    /// Indicators that the lever moves, by position: what is possible for them matters.
    moves: Vec<bool>,
    /// Every trial asks.
    is_wanted: IsWanted<'a>,
}

impl<'a> Trial<'a> {
    pub fn new(
        plan: &'a Plan,
        scenario: &'a Scenario,
        present: &'a Projection,
        request: Request,
        is_wanted: IsWanted<'a>,
    ) -> Result<Self, Unsolvable> {
        let Request {
            target: ix, handle, ..
        } = request;
        let target = plan.target(ix);
        let behind = plan.levers_behind(ix.indicator);
        if !behind.contains(&handle.lever) {
            return Err(Unsolvable::NotBehind(behind.to_vec()));
        }
        if target.form == Form::Done {
            return Err(Unsolvable::YesOrNo);
        }
        let levels = present.levels(ix.indicator).ok_or(Unsolvable::NoBase)?;
        if handle.part != Part::Rate && !follows_output(scenario, handle.lever) {
            return Err(Unsolvable::NotOutputGrowth);
        }
        let scheduled = match (scenario.rates.get(handle.lever), handle.part) {
            (Some(Rates::OutputGrowth { top, .. }), Part::TopGrowth) => top.clone(),
            (Some(Rates::OutputGrowth { all, .. }), Part::IndustryGrowth) => all.clone(),
            _ => scheduled_rates(plan, scenario, present, handle.lever),
        };
        let moves = plan
            .iter()
            .map(|(other, _)| plan.levers_behind(other).contains(&handle.lever));
        let aim = Aim::of(plan, present, ix, levels)?;
        Ok(Self {
            plan,
            request,
            target,
            goal: aim.goal,
            due: aim.due,
            is_ceiling: aim.is_ceiling,
            first: first_step(plan, present, request, aim.due)?,
            until: plan.due_step(target),
            present,
            scenario: scenario.clone(),
            given: scenario,
            scheduled,
            moves: moves.collect(),
            is_wanted,
        })
    }

    /// The schedule that the unknown makes.
    pub fn rates(&self, value: f64) -> Rates {
        let Request { handle, way, .. } = self.request;
        let is_constant = matches!(way, Way::Constant { .. } | Way::CatchUp);
        if is_constant && handle.part == Part::Rate && self.is_at_once() {
            // What has to hold in every year is reached in the next and then kept.
            let mut rates = self.scheduled.clone();
            rates[self.first - 1..].fill(0.0);
            rates[self.first - 1] = value;
            return as_rates(rates);
        }
        if is_constant && handle.part == Part::Rate && self.until == self.plan.steps() {
            return constant_from(
                self.plan,
                self.given,
                self.present,
                handle.lever,
                self.first,
                value,
            );
        }
        let mut rates = self.scheduled.clone();
        match way {
            Way::Constant { .. } | Way::CatchUp => rates[self.first - 1..self.until].fill(value),
            Way::OneYear { .. } => rates[self.first - 1] = value,
            Way::Scale { .. } => schedule::scale(&mut rates[..self.until], self.first - 1, value),
        }
        match (self.given.rates.get(handle.lever), handle.part) {
            (Some(Rates::OutputGrowth { all, .. }), Part::TopGrowth) => Rates::OutputGrowth {
                top: rates,
                all: all.clone(),
            },
            (Some(Rates::OutputGrowth { top, .. }), Part::IndustryGrowth) => Rates::OutputGrowth {
                top: top.clone(),
                all: rates,
            },
            (Some(Rates::OutputGrowth { top, all }), Part::Rate) => {
                let before = self.lever_levels()[self.first - 1];
                from_points(top, all, before, self.first, |step| rates[step - 1])
            }
            _ => as_rates(rates),
        }
    }

    /// Whether a level has to be reached in the next year and kept, on the target's own lever.
    pub fn is_at_once(&self) -> bool {
        let is_own = self.request.target.indicator == self.request.handle.lever;
        is_own && self.target.is_each_year() && self.target.form.is_level()
    }

    /// The target's level in the due year, or in the worst one where it is due in every year, less the one that meets it.
    pub fn at(&mut self, value: f64) -> Result<f64, Stop> {
        if !(self.is_wanted)() {
            // Nothing is possible any more, so the search comes to its end without working anything out.
            return Err(Stop::Exhausted);
        }
        let lever = self.request.handle.lever;
        let rates = self.rates(value);
        if let Some(fault) = rates.fault(self.plan.get(lever)) {
            return Err(Stop::Rate { lever, fault });
        }
        self.scenario.rates.set(lever, rates);
        let projection = project(self.plan, &self.scenario);
        let left = projection
            .violations()
            .iter()
            .find(|violation| self.moves[violation.indicator.position()]);
        if let Some(violation) = left {
            return Err(Stop::Bounds(*violation));
        }
        match projection.levels(self.request.target.indicator) {
            Some(levels) => Ok(self.worst(levels).1),
            None => Err(Stop::Exhausted),
        }
    }

    /// The step that counts, and its level less the one that meets the target: the due year; of what is due in every year
    /// and follows from others the worst year that is left, because what reaches it in one may lose it in the next.
    pub fn worst(&self, levels: &[f64]) -> (usize, f64) {
        let (target, ix) = (self.target, self.request.target.indicator);
        let is_own = ix == self.request.handle.lever;
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
        // Tried first: it leaves the schedule in the scenario.
        if self.at(value).is_err() {
            return false;
        }
        let projection = project(self.plan, &self.scenario);
        let assessment = assess_target(self.plan, &self.scenario, &projection, self.request.target);
        assessment.status == Status::Met
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
        match (self.request.way, self.request.handle.part) {
            (Way::Scale { .. }, _) => 1.0,
            (Way::OneYear { .. }, _) => rates[0],
            (_, Part::Rate) => self.change().mean(rates),
            _ => Change::Growth.mean(rates),
        }
    }

    /// A first step that is small but not tiny.
    pub fn step(&self) -> f64 {
        let (low, high) = self.plan.get(self.request.handle.lever).rate_range;
        match (self.request.way, self.request.handle.part) {
            (Way::Scale { .. }, _) => 0.1,
            (_, Part::Rate) => (high - low) / 32.0,
            _ => 1.0,
        }
    }

    /// The exact unknown, where the inverse of the projection is known. Not necessarily a possible rate.
    pub fn exact(&self) -> Option<f64> {
        let Request { target, handle, way } = self.request;
        if target.indicator != handle.lever {
            return None;
        }
        let levels = self.lever_levels();
        let (before, last) = (levels[self.first - 1], levels[self.due]);
        let left = self.due + 1 - self.first;
        let rate = self.scheduled[self.first - 1];
        let growth = Change::Growth;
        let value = match (handle.part, way) {
            (Part::Rate, Way::Constant { .. } | Way::CatchUp) => self.change().rate(before, self.goal, left),
            (Part::Rate, Way::OneYear { .. }) => match self.change() {
                Change::Points => rate + self.goal - last,
                change => change.between(1.0, change.step(1.0, rate) * self.goal / last),
            },
            (Part::Rate, Way::Scale { .. }) if self.change().is_points() => {
                (self.goal - before) / (last - before)
            }
            (Part::TopGrowth, Way::Constant { .. } | Way::CatchUp) => {
                growth.rate(1.0, self.goal / before * self.growth(Part::IndustryGrowth), left)
            }
            (Part::IndustryGrowth, Way::Constant { .. } | Way::CatchUp) => {
                growth.rate(1.0, before * self.growth(Part::TopGrowth) / self.goal, left)
            }
            (Part::TopGrowth, Way::OneYear { .. }) => {
                growth.between(1.0, growth.step(1.0, rate) * self.goal / last)
            }
            (Part::IndustryGrowth, Way::OneYear { .. }) => {
                growth.between(1.0, growth.step(1.0, rate) * last / self.goal)
            }
            (_, Way::Scale { .. }) => return None,
        };
        value.is_finite().then_some(value)
    }

    /// By how much output grows from the year before the first that is changed to the due year, as a factor.
    fn growth(&self, part: Part) -> f64 {
        let growth: &[f64] = match self.given.rates.get(self.request.handle.lever) {
            Some(Rates::OutputGrowth { top, .. }) if part == Part::TopGrowth => top,
            Some(Rates::OutputGrowth { all, .. }) => all,
            _ => &[],
        };
        let left = growth.get(self.first - 1..self.due).unwrap_or(&[]);
        Change::Growth.along(1.0, left)
    }

    fn change(&self) -> Change {
        let lever = self.plan.get(self.request.handle.lever);
        lever.change().unwrap_or(Change::Points)
    }

    fn lever_levels(&self) -> &[f64] {
        // A target with levels has levers with levels.
        self.present.levels(self.request.handle.lever).unwrap_or(&[])
    }

    /// Whether every rate that would be multiplied is zero.
    pub fn has_nothing_to_scale(&self) -> bool {
        let is_scaled = matches!(self.request.way, Way::Scale { .. });
        is_scaled && self.turned().iter().all(|rate| rate.abs() <= 0.0)
    }
}

fn first_step(plan: &Plan, present: &Projection, request: Request, due: usize) -> Result<usize, Unsolvable> {
    let first_left = present.last_actual(request.handle.lever) + 1;
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
