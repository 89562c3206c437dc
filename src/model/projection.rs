//! Forward: from rates to levels.

use super::Violation;
use crate::plan::{Dynamics, Expression, Indicator, IndicatorIx, Plan, root};
use crate::scenario::{Origin, Rates, Scenario, Series};

/// What an indicator's levels are measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Levels in the indicator's unit.
    Absolute,
    /// Levels relative to the base year, which is 100.
    Index,
    /// Points away from the base year, whose level nobody gave.
    Change,
    /// No levels: a base value is missing, or an identity needs one.
    Unknown,
}

/// The level of every indicator in every year.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    base_year: i32,
    /// Levels per indicator, n + 1: the stride of the tables below.
    width: usize,
    levels: Vec<f64>,
    origins: Vec<Origin>,
    basis: Vec<Basis>,
    violations: Vec<Violation>,
}

impl Projection {
    /// Levels from the base year to the last; nothing where the basis is unknown.
    #[must_use]
    pub fn levels(&self, ix: IndicatorIx) -> Option<&[f64]> {
        (self.basis(ix) != Basis::Unknown).then(|| self.row(ix))
    }

    fn row(&self, ix: IndicatorIx) -> &[f64] {
        let start = ix.position() * self.width;
        &self.levels[start..start + self.width]
    }

    /// Where each level comes from, base year first.
    #[must_use]
    pub fn origins(&self, ix: IndicatorIx) -> &[Origin] {
        let start = ix.position() * self.width;
        &self.origins[start..start + self.width]
    }

    /// What the levels are measured from.
    #[must_use]
    pub fn basis(&self, ix: IndicatorIx) -> Basis {
        self.basis[ix.position()]
    }

    /// The step of the last actual, m in the formulas; 0 if there is none.
    #[must_use]
    pub fn last_actual(&self, ix: IndicatorIx) -> usize {
        self.origins(ix)
            .iter()
            .rposition(|origin| *origin == Origin::Actual)
            .unwrap_or(0)
    }

    /// Change against the year before: percent, or points where points are what adds up. Nothing for the base year.
    #[must_use]
    pub fn annual_change(&self, plan: &Plan, ix: IndicatorIx, step: usize) -> Option<f64> {
        let levels = self.levels(ix)?;
        let before = levels[step.checked_sub(1)?];
        Some(change(plan.get(ix), self.basis(ix), before, levels[step]))
    }

    /// Change against the base year, in the same terms as [`Self::annual_change`].
    #[must_use]
    pub fn cumulative_change(&self, plan: &Plan, ix: IndicatorIx, step: usize) -> Option<f64> {
        let levels = self.levels(ix)?;
        Some(change(plan.get(ix), self.basis(ix), levels[0], levels[step]))
    }

    /// Change from one step to another in percent of the former; nothing where that has no meaning.
    #[must_use]
    pub fn percent_change(&self, ix: IndicatorIx, from: usize, to: usize) -> Option<f64> {
        if self.basis(ix) == Basis::Change {
            return None;
        }
        let levels = self.levels(ix)?;
        let change = (levels[to] / levels[from] - 1.0) * 100.0;
        change.is_finite().then_some(change)
    }

    /// Every path that leaves its bounds, first year each.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// The base year.
    #[must_use]
    pub const fn base_year(&self) -> i32 {
        self.base_year
    }
}

/// From `before` to `after`: points for additive indicators and concentration ratios, percent otherwise.
fn change(indicator: &Indicator, basis: Basis, before: f64, after: f64) -> f64 {
    if indicator.dynamics.is_compound() && basis != Basis::Change {
        (after / before - 1.0) * 100.0
    } else {
        after - before
    }
}

/// Levels are compared with bounds up to this relative slack, so that 100 % reached exactly is not "above 100 %".
pub(crate) const BOUND_SLACK: f64 = 1e-9;

/// Projects a scenario over its plan's years.
///
/// Scenarios are checked when they are read or edited, so this cannot fail; a path that leaves its bounds is listed
/// in [`Projection::violations`].
#[must_use]
pub fn project(plan: &Plan, scenario: &Scenario) -> Projection {
    let width = plan.steps() + 1;
    let count = plan.indicators.len();
    let mut projection = Projection {
        base_year: plan.base_year,
        width,
        levels: vec![f64::NAN; count * width],
        origins: vec![Origin::Projected; count * width],
        basis: vec![Basis::Unknown; count],
        violations: Vec::new(),
    };
    for (ix, indicator) in plan.levers() {
        let start = ix.position() * width;
        projection.basis[ix.position()] = project_lever(
            plan,
            scenario,
            ix,
            indicator,
            &mut projection.levels[start..start + width],
            &mut projection.origins[start..start + width],
        );
        projection.watch_bounds(ix, indicator);
    }
    // Without actuals every later year is projected, which is what the table says from the start.
    let has_actuals = !scenario.actuals.is_empty();
    for &ix in &plan.derived_order {
        if let Dynamics::Derived(expression) = &plan.get(ix).dynamics {
            projection.derive(ix, expression, has_actuals);
            projection.watch_bounds(ix, plan.get(ix));
        }
    }
    projection
}

fn project_lever(
    plan: &Plan,
    scenario: &Scenario,
    ix: IndicatorIx,
    indicator: &Indicator,
    levels: &mut [f64],
    origins: &mut [Origin],
) -> Basis {
    let own_base = scenario.bases.get(ix).copied();
    let (basis, base) = starting_point(indicator, own_base);
    origins[0] = Origin::Base;
    if basis == Basis::Unknown {
        return basis;
    }
    levels[0] = base;
    let last_actual = scenario.actuals.get(ix).map_or(0, |entries| {
        let series = Series {
            is_compound: indicator.dynamics.is_compound(),
            base,
            base_year: plan.base_year,
            entries,
        };
        // A contradiction is reported when figures are read or typed, with its place; none gets this far.
        series.resolve(levels, origins).unwrap_or(0)
    });
    let rates = scenario.rates.get(ix);
    let even = match rates {
        Some(_) => 0.0,
        None => even_from(indicator, own_base, base, plan.steps()),
    };
    for step in last_actual..plan.steps() {
        levels[step + 1] = match rates {
            Some(Rates::OutputGrowth { top, all }) => {
                levels[step] * (1.0 + top[step] / 100.0) / (1.0 + all[step] / 100.0)
            }
            Some(Rates::Yearly(rates)) => advance(&indicator.dynamics, levels[step], rates[step]),
            Some(Rates::Constant(rate)) => advance(&indicator.dynamics, levels[step], *rate),
            None => advance(&indicator.dynamics, levels[step], even),
        };
    }
    basis
}

/// The even rate from a base; the plan's own where the base is the plan's, which saves working it out.
fn even_from(indicator: &Indicator, own_base: Option<f64>, base: f64, steps: usize) -> f64 {
    match (own_base, indicator.plan_rate) {
        (None, Some(rate)) => rate,
        _ => indicator.even_rate(base, steps),
    }
}

/// The annual rate with which [`project`] moves a lever that the scenario gives no rates: the even one that meets the
/// target exactly, 0 without a target. Nothing where no base value is known.
#[must_use]
pub fn even_rate(plan: &Plan, scenario: &Scenario, ix: IndicatorIx) -> Option<f64> {
    let indicator = plan.get(ix);
    let own_base = scenario.bases.get(ix).copied();
    let (basis, base) = starting_point(indicator, own_base);
    (basis != Basis::Unknown).then(|| even_from(indicator, own_base, base, plan.steps()))
}

/// What a lever starts from: the scenario's base, else the plan's, else an index or a change where one makes sense.
fn starting_point(indicator: &Indicator, own_base: Option<f64>) -> (Basis, f64) {
    use crate::plan::Form;
    if let Some(base) = own_base.or(indicator.base) {
        return (Basis::Absolute, base);
    }
    if indicator.dynamics.is_compound() {
        return match indicator.target.as_ref().map(|target| target.form) {
            // A level cannot be compared with an index.
            Some(Form::Level(_) | Form::Change(_)) => (Basis::Unknown, f64::NAN),
            _ => (Basis::Index, 100.0),
        };
    }
    match indicator.target.as_ref().map(|target| target.form) {
        Some(Form::Change(_)) | None => (Basis::Change, 0.0),
        Some(_) => (Basis::Unknown, f64::NAN),
    }
}

/// One year further.
fn advance(dynamics: &Dynamics, level: f64, rate: f64) -> f64 {
    match dynamics {
        Dynamics::Growth => level * (1.0 + rate / 100.0),
        Dynamics::Decline => level * (1.0 - rate / 100.0),
        Dynamics::Additive | Dynamics::Concentration | Dynamics::Derived(_) => level + rate,
    }
}

impl Projection {
    fn derive(&mut self, ix: IndicatorIx, expression: &Expression, has_actuals: bool) {
        let width = self.width;
        let start = ix.position() * width;
        self.origins[start] = Origin::Base;
        let basis = self.derived_basis(expression);
        if basis == Basis::Unknown {
            return;
        }
        for step in 0..width {
            self.levels[start + step] =
                expression.evaluate(|input| self.levels[input.position() * width + step]);
        }
        let row = &mut self.levels[start..start + width];
        if basis == Basis::Index {
            let base = row[0];
            for level in row.iter_mut() {
                *level = *level / base * 100.0;
            }
        }
        // A division by zero has no level to show.
        if row.iter().all(|level| level.is_finite()) {
            self.basis[ix.position()] = basis;
        }
        if has_actuals {
            self.derive_origins(ix, expression);
        }
    }

    /// A derived level is as good as the weakest of its inputs: projected if any input is, actual only if all are.
    fn derive_origins(&mut self, ix: IndicatorIx, expression: &Expression) {
        for step in 1..self.width {
            let mut origin = Origin::Actual;
            for input in expression.inputs() {
                match self.origins[input.position() * self.width + step] {
                    Origin::Projected => origin = Origin::Projected,
                    Origin::Interpolated if origin == Origin::Actual => {
                        origin = Origin::Interpolated;
                    }
                    _ => {}
                }
            }
            self.origins[ix.position() * self.width + step] = origin;
        }
    }

    fn derived_basis(&self, expression: &Expression) -> Basis {
        let mut has_index = false;
        for input in expression.inputs() {
            match self.basis(input) {
                Basis::Absolute => {}
                Basis::Index => has_index = true,
                Basis::Change | Basis::Unknown => return Basis::Unknown,
            }
        }
        if !has_index {
            Basis::Absolute
        } else if expression.scales_with(|input| self.basis(input) == Basis::Index) {
            Basis::Index
        } else {
            Basis::Unknown
        }
    }

    fn watch_bounds(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        let Some((low, high)) = indicator.bounds else {
            return;
        };
        if self.basis(ix) != Basis::Absolute {
            return;
        }
        let slack = BOUND_SLACK * (high - low);
        let outside = |level: &f64| *level < low - slack || *level > high + slack;
        let Some(step) = self.row(ix).iter().position(outside) else {
            return;
        };
        self.violations.push(Violation {
            indicator: ix,
            year: self.base_year + i32::try_from(step).unwrap_or(i32::MAX),
            level: self.row(ix)[step],
            bounds: (low, high),
        });
    }
}

/// The plan's own path from the scenario's bases: every target reached exactly in even steps, actuals left out.
/// Indicators without a target follow from the others, or stay where they are.
#[must_use]
pub fn plan_path(plan: &Plan, scenario: &Scenario) -> Projection {
    let on_plan = Scenario {
        bases: scenario.bases.clone(),
        ..Scenario::default()
    };
    let mut path = project(plan, &on_plan);
    // Identities need not lead to a derived indicator's own target (CO₂ intensity needs a cleaner mix); its path does.
    for &ix in &plan.derived_order {
        let Some(target) = &plan.get(ix).target else {
            continue;
        };
        let Some(base) = path.levels(ix).map(|levels| levels[0]) else {
            continue;
        };
        let factor = root(target.form.level(base, plan.steps()) / base, plan.steps());
        let start = ix.position() * path.width;
        for step in start + 1..start + path.width {
            path.levels[step] = path.levels[step - 1] * factor;
        }
    }
    path
}
