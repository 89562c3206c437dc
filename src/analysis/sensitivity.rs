//! Which lever moves a target by how much: exact derivatives at the scenario as it is.
//!
//! Turned is the rate of all years of a lever that are still open, by δ points at once, as the lever counts them; the
//! derivative is that of the figure in which the target is judged, at δ = 0. It is carried forward through the same rules
//! as the levels themselves, a tangent x′ beside every level x:
//!
//! - a rate in percent: x_t = x_{t−1} (1 ± r_t / 100), so x′_t = x′_{t−1} (1 ± r_t / 100) ± x_{t−1} / 100;
//! - a rate in points, also where output growth gives it: x′_t = x′_{t−1} + 1;
//! - an identity: (u + v)′ = u′ + v′, (u v)′ = u′ v + u v′, (u / v)′ = (u′ − v′ u / v) / v;
//! - published figures of a derived indicator hold in their years, x′ = 0. With d the value of the identity, k = x / d goes
//!   on from the last of them, k′ / k = −d′ / d there, and between two of them ln k is interpolated; where changes add up,
//!   k = x − d and k′ = −d′;
//! - the figure of the target: of average growth f = 100 ((x_n / x_0)^{1/n} − 1), f′ = (100 + f) / n · (x′_n / x_n − x′_0 / x_0);
//!   of growth over the period f′ = 100 (x′_n − x′_0 x_n / x_0) / x_0, of a fall the negative; of a level f′ = x′_n; of a
//!   change in points f′ = x′_n − x′_0.
//!
//! Levels up to a lever's last actual are given, and do not move with it: x′ = 0.

use super::outcome::Outcome;
use super::remaining::scheduled_rates;
use crate::model::{Assessment, Change, LevelKind, Origin, ParameterId, Projection, assess_target};
use crate::plan::{Dynamics, Expression, Form, IndicatorIx, Op, Plan, TargetIx};
use crate::scenario::Scenario;

/// What one point of a lever does to a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// The lever.
    pub lever: IndicatorIx,
    /// By how much the target's figure moves for each point a year by which the lever's open years are raised: in
    /// percentage points for figures in percent, else in the indicator's unit.
    pub effect: f64,
}

/// The levers that move a target, the one that moves it most first. Levers without open years, and others that do not
/// move it, are left out; so is everything where the target counts whole things, which no small step moves.
#[must_use]
pub fn sensitivities(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    assessment: &Assessment,
) -> Vec<Sensitivity> {
    let target = assessment.target;
    let Some(step) = judged_step(plan, projection, assessment) else {
        return Vec::new();
    };
    moved((plan, scenario, projection), target.indicator, |tangents| {
        tangents.of_figure(target, step)
    })
}

/// The same for any outcome: also for the level of an indicator in a year, in its unit.
#[must_use]
pub fn outcome_sensitivities(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    outcome: Outcome,
) -> Vec<Sensitivity> {
    match outcome {
        Outcome::Target(target) => {
            let assessment = assess_target(plan, scenario, projection, target);
            sensitivities(plan, scenario, projection, &assessment)
        }
        Outcome::Level { indicator, step } => moved((plan, scenario, projection), indicator, |tangents| {
            tangents.at(indicator, step)
        }),
    }
}

/// The levers that move a figure of an indicator, given what it makes of the tangents.
fn moved(
    (plan, scenario, projection): (&Plan, &Scenario, &Projection),
    indicator: IndicatorIx,
    of_figure: impl Fn(&Tangents<'_>) -> f64,
) -> Vec<Sensitivity> {
    let mut tangents = Tangents {
        plan,
        projection,
        width: plan.steps() + 1,
        values: vec![0.0; plan.indicators.len() * (plan.steps() + 1)],
    };
    let mut found: Vec<Sensitivity> = Vec::new();
    for &lever in plan.levers_behind(indicator) {
        if !tangents.turn(scenario, lever) {
            continue;
        }
        tangents.follow(lever, indicator);
        let effect = of_figure(&tangents);
        if effect.is_finite() && effect.abs() > 0.0 {
            found.push(Sensitivity { lever, effect });
        }
    }
    found.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()));
    found
}

/// Puts parameters in the order in which their levers move a target; those whose levers do not move it come last.
pub fn by_effect(parameters: &mut [ParameterId], found: &[Sensitivity]) {
    let place = |id: &ParameterId| {
        let place = found.iter().position(|found| found.lever == id.indicator);
        place.unwrap_or(found.len())
    };
    parameters.sort_by_key(place);
}

/// The step of the year that is judged; nothing where the target has no figure that moves.
fn judged_step(plan: &Plan, projection: &Projection, assessment: &Assessment) -> Option<usize> {
    let form = plan.target(assessment.target).form;
    projection.levels(assessment.indicator())?;
    let step = usize::try_from(assessment.year - plan.base_year).ok()?;
    (!matches!(form, Form::Count(_) | Form::Done) && step <= plan.steps()).then_some(step)
}

/// A tangent beside every level, for one lever at a time.
struct Tangents<'a> {
    plan: &'a Plan,
    projection: &'a Projection,
    width: usize,
    values: Vec<f64>,
}

impl Tangents<'_> {
    fn at(&self, ix: IndicatorIx, step: usize) -> f64 {
        self.values[ix.position() * self.width + step]
    }

    fn row_mut(&mut self, ix: IndicatorIx) -> &mut [f64] {
        let first = ix.position() * self.width;
        &mut self.values[first..first + self.width]
    }

    /// Starts with a lever whose rates rise by one point in every open year; whether that moves it.
    fn turn(&mut self, scenario: &Scenario, lever: IndicatorIx) -> bool {
        self.values.fill(0.0);
        let indicator = self.plan.get(lever);
        let last = self.projection.last_actual(lever);
        let (Some(levels), Some(change)) = (self.projection.levels(lever), indicator.change()) else {
            return false;
        };
        let is_done = indicator.targets.iter().any(|target| target.form == Form::Done);
        if is_done || last >= self.plan.steps() {
            return false;
        }
        let rates = scheduled_rates(self.plan, scenario, self.projection, lever);
        let row = self.row_mut(lever);
        for step in last + 1..row.len() {
            let before = row[step - 1];
            row[step] = match change {
                Change::Points => before + 1.0,
                // The rule is linear in both: what it makes of the tangent, and of one point of the level.
                Change::Growth | Change::Decline => {
                    let from = levels[step - 1];
                    change.step(before, rates[step - 1]) + (change.step(from, 1.0) - from)
                }
            };
        }
        true
    }

    /// Carries the tangents of a lever through the identities, up to that of the target.
    fn follow(&mut self, lever: IndicatorIx, target: IndicatorIx) {
        for &ix in &self.plan.derived_order {
            let Dynamics::Derived(expression) = &self.plan.get(ix).dynamics else {
                continue;
            };
            if self.plan.levers_behind(ix).contains(&lever) && self.projection.levels(ix).is_some() {
                self.derive(ix, expression);
            }
            if ix == target {
                return;
            }
        }
    }

    fn derive(&mut self, ix: IndicatorIx, expression: &Expression) {
        let identity: Vec<(f64, f64)> = (0..self.width)
            .map(|step| {
                evaluate(expression, |input| {
                    let levels = self.projection.levels(input);
                    let level = levels.map_or(f64::NAN, |levels| levels[step]);
                    (level, self.at(input, step))
                })
            })
            .collect();
        // What an index is measured from is the base year, which no rate moves.
        let unit = match self.projection.kind(ix) {
            LevelKind::Index => 100.0 / identity[0].0,
            _ => 1.0,
        };
        let identity: Vec<(f64, f64)> = identity
            .into_iter()
            .map(|(value, tangent)| (value * unit, tangent * unit))
            .collect();
        let levels = self.projection.levels(ix).unwrap_or_default();
        let origins = self.projection.origins(ix);
        let is_entered = |step: &usize| origins[*step] == Origin::Actual;
        let adds = self.plan.get(ix).scale.change().is_points();
        // By how much k moves at a published figure: k′, or k′ / k where k multiplies.
        let moved = |step: usize| {
            let (value, tangent) = identity[step];
            if adds { -tangent } else { -tangent / value }
        };
        let mut before = (0, 0.0);
        let mut row = vec![0.0; levels.len()];
        for step in 1..levels.len() {
            if is_entered(&step) {
                before = (step, moved(step));
                continue;
            }
            let next = (step + 1..levels.len())
                .find(is_entered)
                .map(|next| (next, moved(next)));
            let of_k = next.map_or(before.1, |next| between(before, next, step));
            let (value, tangent) = identity[step];
            row[step] = if adds {
                tangent + of_k
            } else if value.abs() > 0.0 {
                levels[step] * (tangent / value + of_k)
            } else {
                tangent
            };
        }
        self.row_mut(ix).copy_from_slice(&row);
    }

    /// The derivative of a target's figure in the year of a step.
    fn of_figure(&self, ix: TargetIx, step: usize) -> f64 {
        let target = self.plan.target(ix);
        let Some(levels) = self.projection.levels(ix.indicator) else {
            return 0.0;
        };
        let (from, years) = if target.starts_anew() {
            (step.saturating_sub(1), 1)
        } else {
            (0, self.plan.due_step(target))
        };
        let (base, last) = (levels[from], levels[step]);
        let (of_base, of_last) = (self.at(ix.indicator, from), self.at(ix.indicator, step));
        match target.form {
            Form::AverageGrowth(_) => {
                let factor = 1.0 + Change::Growth.rate(base, last, years) / 100.0;
                let years = u32::try_from(years).map_or(f64::NAN, f64::from);
                100.0 * factor / years * (of_last / last - of_base / base)
            }
            Form::CumulativeGrowth(_) => 100.0 * (of_last - of_base * last / base) / base,
            Form::CumulativeDecline(_) => -100.0 * (of_last - of_base * last / base) / base,
            Form::Level(_) | Form::Between(..) => of_last,
            Form::Change(_) => of_last - of_base,
            Form::Count(_) | Form::Done => 0.0,
        }
    }
}

/// What lies between two steps on a straight line.
fn between((from, first): (usize, f64), (to, last): (usize, f64), step: usize) -> f64 {
    let years = |steps: usize| u32::try_from(steps).map_or(f64::NAN, f64::from);
    first + (last - first) * years(step - from) / years(to - from)
}

/// The value of an identity and its tangent, given those of its inputs.
fn evaluate(expression: &Expression, input: impl Fn(IndicatorIx) -> (f64, f64)) -> (f64, f64) {
    let mut stack = [(0.0, 0.0); Expression::DEEPEST + 1];
    let mut top = 0;
    for op in expression.code() {
        match *op {
            Op::Number(number) => {
                top += 1;
                stack[top] = (number, 0.0);
            }
            Op::Value(ix) => {
                top += 1;
                stack[top] = input(ix);
            }
            Op::Negate => stack[top] = (-stack[top].0, -stack[top].1),
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide => {
                // The parser emits operators after both operands.
                let (v, of_v) = stack[top];
                top -= 1;
                let (u, of_u) = stack[top];
                stack[top] = match op {
                    Op::Add => (u + v, of_u + of_v),
                    Op::Subtract => (u - v, of_u - of_v),
                    Op::Multiply => (u * v, of_u * v + u * of_v),
                    _ => (u / v, (of_u - of_v * (u / v)) / v),
                };
            }
        }
    }
    stack[top]
}
