//! Forward: from rates to levels.

use super::Violation;
use super::discrepancy::Discrepancies;
use super::even::with_even;
use super::support::{Basis, Support};
use super::violation::{Limit, first_beyond};
use crate::plan::{Change, Dynamics, Expression, Form, Indicator, IndicatorIx, LevelKind, Plan, whole};
use crate::scenario::{Origin, Rates, Scenario, Series};

/// The level of every indicator in every year.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    base_year: i32,
    /// Levels per indicator, n + 1: the stride of the tables below.
    width: usize,
    levels: Vec<f64>,
    origins: Vec<Origin>,
    /// What each indicator's levels are measured from, and what they rest on.
    standing: Vec<(LevelKind, Support)>,
    violations: Vec<Violation>,
    discrepancies: Discrepancies,
}

impl Projection {
    /// Levels from the base year to the last; nothing where there are none.
    #[must_use]
    pub fn levels(&self, ix: IndicatorIx) -> Option<&[f64]> {
        (self.kind(ix) != LevelKind::Unknown).then(|| self.row(ix))
    }

    fn row(&self, ix: IndicatorIx) -> &[f64] {
        let start = ix.position() * self.width;
        &self.levels[start..start + self.width]
    }

    pub(super) fn row_mut(&mut self, ix: IndicatorIx) -> &mut [f64] {
        let start = ix.position() * self.width;
        &mut self.levels[start..start + self.width]
    }

    /// What each level rests on, base year first.
    #[must_use]
    pub fn origins(&self, ix: IndicatorIx) -> &[Origin] {
        let start = ix.position() * self.width;
        &self.origins[start..start + self.width]
    }

    /// What the change in the year of a step rests on: actual only where both its ends are base or actual. Nothing for the
    /// base year.
    #[must_use]
    pub fn change_origin(&self, ix: IndicatorIx, step: usize) -> Option<Origin> {
        let origins = self.origins(ix);
        let (before, after) = (origins[step.checked_sub(1)?], origins[step]);
        Some(match after {
            Origin::Actual if !before.is_given() => Origin::Interpolated,
            other => other,
        })
    }

    /// What the levels are measured from.
    #[must_use]
    pub fn kind(&self, ix: IndicatorIx) -> LevelKind {
        self.standing[ix.position()].0
    }

    pub(super) fn support(&self, ix: IndicatorIx) -> Support {
        self.standing[ix.position()].1
    }

    /// What a judgement of its levels rests on.
    pub(crate) fn basis(&self, ix: IndicatorIx) -> Basis {
        self.support(ix).basis()
    }

    /// The step of the last data, m in the formulas; 0 if there are none. For a derived indicator its own last actual or,
    /// if later, the earliest last actual of the levers behind it that have any.
    #[must_use]
    pub fn last_actual(&self, ix: IndicatorIx) -> usize {
        self.support(ix).last_actual()
    }

    /// What published figures say of derived indicators that their identities do not.
    #[must_use]
    pub const fn discrepancies(&self) -> &Discrepancies {
        &self.discrepancies
    }

    /// Change against the year before: percent, or points where points are what adds up. Nothing for the base year.
    #[must_use]
    pub fn annual_change(&self, plan: &Plan, ix: IndicatorIx, step: usize) -> Option<f64> {
        self.change(plan, ix, step.checked_sub(1)?, step)
    }

    /// Change against the base year, in the same terms as [`Self::annual_change`].
    #[must_use]
    pub fn cumulative_change(&self, plan: &Plan, ix: IndicatorIx, step: usize) -> Option<f64> {
        self.change(plan, ix, 0, step)
    }

    fn change(&self, plan: &Plan, ix: IndicatorIx, from: usize, to: usize) -> Option<f64> {
        let levels = self.levels(ix)?;
        let rule = measured_in(plan.get(ix), self.kind(ix));
        let change = rule.between(levels[from], levels[to]);
        change.is_finite().then_some(change)
    }

    /// Change from one step to another in percent of the former; nothing where that has no meaning.
    #[must_use]
    pub fn percent_change(&self, ix: IndicatorIx, from: usize, to: usize) -> Option<f64> {
        if self.kind(ix) == LevelKind::Change {
            return None;
        }
        let levels = self.levels(ix)?;
        let change = Change::Growth.between(levels[from], levels[to]);
        change.is_finite().then_some(change)
    }

    /// Every path that leaves what is possible, first year each.
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

/// How changes of an indicator's levels are said: as statistics sign them, in points where nobody gave a base.
#[must_use]
pub fn measured_in(indicator: &Indicator, kind: LevelKind) -> Change {
    match kind {
        LevelKind::Change => Change::Points,
        _ => indicator.scale.change(),
    }
}

/// Years in which identities are worked out at once: those of a five-year plan with its base year, and two to spare.
const LANES: usize = 8;

/// Levels are compared with bounds up to this relative slack, so that 100 % reached exactly is not "above 100 %".
pub(crate) const BOUND_SLACK: f64 = 1e-9;

/// Projects a scenario over its plan's years.
///
/// Scenarios are checked when they are read or edited, so this cannot fail; a path that leaves what is possible is
/// listed in [`Projection::violations`].
#[must_use]
pub fn project(plan: &Plan, scenario: &Scenario) -> Projection {
    let width = plan.steps() + 1;
    let count = plan.indicators.len();
    let mut projection = Projection {
        base_year: plan.base_year,
        width,
        levels: vec![f64::NAN; count * width],
        origins: vec![Origin::Assumed; count * width],
        standing: vec![(LevelKind::Unknown, Support::of_lever(0, false)); count],
        violations: Vec::new(),
        discrepancies: Discrepancies::default(),
    };
    for (ix, indicator) in plan.levers() {
        let start = ix.position() * width;
        let (kind, last_actual) = project_lever(
            plan,
            scenario,
            ix,
            indicator,
            &mut projection.levels[start..start + width],
            &mut projection.origins[start..start + width],
        );
        let support = Support::of_lever(last_actual, scenario.rates.get(ix).is_some());
        projection.standing[ix.position()] = (kind, support);
        projection.watch(ix, indicator);
    }
    // Without actuals every later year rests on the same, which needs to be worked out once.
    let has_actuals = !scenario.actuals.is_empty();
    for &ix in &plan.derived_order {
        if let Dynamics::Derived(expression) = &plan.get(ix).dynamics {
            projection.derive(plan, ix, expression, has_actuals);
            let own = projection.correct(plan, scenario, ix);
            let inputs = expression.inputs().map(|input| projection.support(input));
            projection.standing[ix.position()].1 = Support::derived(inputs, own);
            projection.watch(ix, plan.get(ix));
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
) -> (LevelKind, usize) {
    let own_base = scenario.bases.get(ix).copied();
    let (kind, base) = indicator.start(own_base);
    origins[0] = Origin::Base;
    if kind == LevelKind::Unknown {
        let entries = scenario.actuals.get(ix);
        Origin::mark_entered(origins, entries.into_iter().flatten(), plan.base_year);
        return (kind, 0);
    }
    levels[0] = base;
    let last_actual = scenario.actuals.get(ix).map_or(0, |entries| {
        let series = Series {
            change: indicator.scale.change(),
            base,
            base_year: plan.base_year,
            entries,
        };
        // A contradiction is reported when figures are read or typed, with its place; none gets this far.
        series.resolve(levels, origins).unwrap_or(0)
    });
    let rates = scenario.rates.get(ix);
    if rates.is_some() {
        origins[last_actual + 1..].fill(Origin::Projected);
    }
    let change = indicator.change().unwrap_or(Change::Points);
    match rates {
        None => with_even(indicator, own_base, base, plan, |even| {
            advance(change, levels, last_actual, even[last_actual..].iter().copied());
        }),
        Some(Rates::Constant(rate)) => advance(change, levels, last_actual, std::iter::repeat(*rate)),
        Some(Rates::Yearly(rates)) => {
            advance(change, levels, last_actual, rates[last_actual..].iter().copied());
        }
        Some(Rates::OutputGrowth { top, all }) => {
            for step in last_actual..plan.steps() {
                levels[step + 1] =
                    Change::Growth.step(levels[step], top[step]) / Change::Growth.step(1.0, all[step]);
            }
        }
    }
    if indicator.targets.iter().any(|target| target.form == Form::Done) {
        // Nothing is done by a third, or twice: 0 until the year in which it is done, 1 from then on.
        for level in levels.iter_mut() {
            *level = f64::from(u8::from(whole(*level) >= 1.0));
        }
    }
    (kind, last_actual)
}

/// One year after the other from the step `from` on, each at its rate.
fn advance(change: Change, levels: &mut [f64], from: usize, rates: impl Iterator<Item = f64>) {
    let mut level = levels[from];
    for (next, rate) in levels[from + 1..].iter_mut().zip(rates) {
        level = change.step(level, rate);
        *next = level;
    }
}

impl Projection {
    fn derive(&mut self, plan: &Plan, ix: IndicatorIx, expression: &Expression, has_actuals: bool) {
        let width = self.width;
        let start = ix.position() * width;
        self.origins[start] = Origin::Base;
        let identity = expression.level_kind(|input| self.kind(input));
        let kind = plan.get(ix).derived_kind(identity);
        if kind == LevelKind::Unknown {
            return;
        }
        for first in (0..width).step_by(LANES) {
            // The last lanes may be of the next indicator's years, or of none; nobody looks at what comes of them.
            let values: [f64; LANES] = expression.evaluate_lanes(|input| {
                let years = &self.levels[input.position() * width + first..];
                let year = |lane: usize| years.get(lane).copied().unwrap_or(f64::NAN);
                years
                    .first_chunk()
                    .copied()
                    .unwrap_or_else(|| std::array::from_fn(year))
            });
            let row = &mut self.levels[start + first..start + width];
            for (level, value) in row.iter_mut().zip(values) {
                *level = value;
            }
        }
        if kind == LevelKind::Index {
            let row = &mut self.levels[start..start + width];
            let base = row[0];
            for level in row.iter_mut() {
                *level = *level / base * 100.0;
            }
        }
        self.standing[ix.position()].0 = kind;
        let of = |origins: &[Origin], step: usize| {
            let inputs = expression.inputs();
            Origin::derived(inputs.map(|input| origins[input.position() * width + step]))
        };
        if has_actuals {
            for step in 1..width {
                self.origins[start + step] = of(&self.origins, step);
            }
        } else {
            let origin = of(&self.origins, 1);
            self.origins[start + 1..start + width].fill(origin);
        }
    }

    /// Puts what was entered for a derived indicator in place of what its identity gives, and gives back the step of its
    /// last actual. Later years follow the identity from there.
    fn correct(&mut self, plan: &Plan, scenario: &Scenario, ix: IndicatorIx) -> usize {
        let Some(entries) = scenario.actuals.get(ix) else {
            return 0;
        };
        if self.kind(ix) == LevelKind::Unknown {
            return 0;
        }
        let start = ix.position() * self.width;
        let end = start + self.width;
        self.discrepancies.correct(
            plan,
            ix,
            entries,
            &mut self.levels[start..end],
            &mut self.origins[start..end],
        )
    }

    /// Notes the first level that cannot be. What is no number has no levels to show.
    fn watch(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        if self.kind(ix) == LevelKind::Unknown {
            return;
        }
        let found = first_beyond(self.row(ix), indicator.is_compound());
        if let Some(step) = found {
            self.violate(ix, step, Limit::Number);
            self.standing[ix.position()].0 = LevelKind::Unknown;
            return;
        }
        let Some((low, high)) = indicator.bounds else {
            return;
        };
        if self.kind(ix) != LevelKind::Absolute {
            return;
        }
        let slack = BOUND_SLACK * (high - low);
        let outside = |level: &f64| *level < low - slack || *level > high + slack;
        if let Some(step) = self.row(ix).iter().position(outside) {
            self.violate(ix, step, Limit::Bounds(low, high));
        }
    }

    fn violate(&mut self, ix: IndicatorIx, step: usize, limit: Limit) {
        self.violations.push(Violation {
            indicator: ix,
            year: self.base_year + i32::try_from(step).unwrap_or(i32::MAX),
            level: self.row(ix)[step],
            limit,
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
    // Identities need not lead to a derived indicator's own targets (CO₂ intensity needs a cleaner mix); its path does.
    for &ix in &plan.derived_order {
        if plan.get(ix).targets.is_empty() || path.kind(ix) == LevelKind::Unknown {
            continue;
        }
        super::reference::fill(plan, ix, path.row_mut(ix));
    }
    path
}
