//! The feasibility map: two parameters as axes (a lever's rate in its remaining years, output growth or a base
//! value), and for every pair of values the targets that are met.
//!
//! The map is a table of lanes of one compiled program: what depends on one axis alone is computed once per value of
//! it, and what depends on neither keeps its level from the projection.

mod axis;
mod contour;
mod grid;
mod held;

use crate::model::{Assessment, IsWanted, ParameterId, ParameterKind, Projection, assess_target};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;
pub use axis::{Axis, present};
use grid::MapGrid;

/// A point of the map: its value on the horizontal axis, and on the vertical one.
pub type Point = (f64, f64);

/// One target across the map.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetMap {
    /// The target.
    pub target: TargetIx,
    margins: Margins,
    /// The zero contours of the margin, in the values of both axes; accurate to a millionth of a grid step.
    pub boundary: Vec<Vec<Point>>,
}

/// Margins of a target: by value if it depends on one axis, by pair (lowest row first) if on both.
#[derive(Clone, Debug, PartialEq)]
enum Margins {
    Across(Vec<f64>),
    Up(Vec<f64>),
    Pairs(Vec<f64>),
}

impl Feasibility {
    /// How far the level that a target judges is on the right side of the one that just meets it, in the indicator's
    /// unit: 0 on the line, negative if the target is missed; for a band, the distance to the nearer edge; for a
    /// target due every year, the worst year's. For the given column and row; NaN without a level.
    #[must_use]
    pub fn margin(&self, target: &TargetMap, column: usize, row: usize) -> f64 {
        match &target.margins {
            Margins::Across(margins) => margins[column],
            Margins::Up(margins) => margins[row],
            Margins::Pairs(margins) => margins[row * self.x_values.len() + column],
        }
    }

    /// Every target of the map with whether it is met, as [`met_at`](crate::analysis::regions::met_at) lists them.
    #[must_use]
    pub fn by_target(&self, met: &[bool]) -> Vec<(TargetIx, bool)> {
        let targets = self.targets.iter().map(|target| target.target);
        targets.zip(met.iter().copied()).collect()
    }
}

/// Which targets are met for which pairs of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Feasibility {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// The horizontal values.
    pub x_values: Vec<f64>,
    /// The vertical values.
    pub y_values: Vec<f64>,
    /// Every target that depends on an axis, in plan order.
    pub targets: Vec<TargetMap>,
    /// Every other target, assessed as it stands whatever the two values.
    pub others: Vec<Assessment>,
    /// Whether all of [`Self::targets`] are met and no level leaves its bounds, row by row, the lowest vertical value
    /// first. [`Self::others`] are not included.
    pub holds: Vec<bool>,
    /// Whether no level leaves its bounds, point by point.
    pub possible: Vec<bool>,
    /// Where the scenario stands; see [`present`].
    pub present: Point,
}

impl Feasibility {
    /// The share of points at which all of the map's targets are met, in percent.
    #[must_use]
    pub fn share_held(&self) -> f64 {
        let held = self.holds.iter().filter(|holds| **holds).count();
        held as f64 / self.holds.len().max(1) as f64 * 100.0
    }
}

/// Why there is no map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeasibilityError {
    /// Both axes are the same parameter, or a lever's rate and the output growth that replaces it.
    SameLever,
    /// An axis is a derived indicator, which has no rate.
    NotALever(IndicatorIx),
    /// It has no base value.
    NoBase(IndicatorIx),
    /// The last actual is that of the end year.
    NoYearsLeft(IndicatorIx),
    /// It is not set by output growth.
    NotOutputGrowth(IndicatorIx),
    /// A range is empty or not finite, or has fewer than two values.
    BadRange(IndicatorIx),
}

/// Computes the map around a projection.
///
/// # Errors
/// If two such axes have no map.
pub fn feasibility(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    x: Axis,
    y: Axis,
) -> Result<Feasibility, FeasibilityError> {
    work_out(plan, scenario, projection, [x, y], &|| true)
}

/// [`feasibility`], cancellable: `None` once it is no longer wanted.
pub fn feasibility_while(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    axes: [Axis; 2],
    is_wanted: IsWanted<'_>,
) -> Option<Result<Feasibility, FeasibilityError>> {
    let result = work_out(plan, scenario, projection, axes, is_wanted);
    is_wanted().then_some(result)
}

/// The result is incomplete if cancelled.
fn work_out(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    [x, y]: [Axis; 2],
    is_wanted: IsWanted<'_>,
) -> Result<Feasibility, FeasibilityError> {
    if exclude_each_other(x.parameter, y.parameter) {
        return Err(FeasibilityError::SameLever);
    }
    for axis in [&x, &y] {
        axis.check(plan, scenario, projection)?;
    }
    let (x_values, y_values) = (x.values(), y.values());
    let parameters = [x.parameter, y.parameter];
    let from = (plan, scenario, projection);
    let found = MapGrid::new(from, parameters, (&x_values, &y_values), is_wanted).work_out();
    let mut others = Vec::new();
    for (ix, ..) in plan.targets() {
        if !is_wanted() {
            break;
        }
        if found.targets.iter().all(|map| map.target != ix) {
            others.push(assess_target(plan, scenario, projection, ix));
        }
    }
    // Both axes were checked, so both have a value.
    let at_present = |axis: &Axis| present(plan, scenario, projection, axis.parameter).unwrap_or(f64::NAN);
    Ok(Feasibility {
        present: (at_present(&x), at_present(&y)),
        x,
        y,
        x_values,
        y_values,
        targets: found.targets,
        others,
        holds: found.holds,
        possible: found.possible,
    })
}

/// Whether two parameters cannot both vary.
fn exclude_each_other(one: ParameterId, other: ParameterId) -> bool {
    let is_output = |kind| matches!(kind, ParameterKind::Numerator | ParameterKind::Denominator);
    let replaces = |one: ParameterKind, other| one == ParameterKind::Rate && is_output(other);
    one.indicator == other.indicator
        && (one.kind == other.kind || replaces(one.kind, other.kind) || replaces(other.kind, one.kind))
}
