//! One indicator over the years: scenario, plan path, actuals and target.

use crate::model::{Basis, Origin, Projection};
use crate::plan::{IndicatorIx, Plan};
use crate::text::Language;

/// What a series stands for; the screen and paper give each its own colour, dash and mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The scenario at hand.
    Scenario,
    /// The even path that meets the plan's target.
    Plan,
}

/// How a point is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Published.
    Actual,
    /// Between two published levels: hollow.
    Interpolated,
    /// Starting point or projected.
    Plain,
}

/// A level in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Calendar year.
    pub year: i32,
    /// Level in the chart's unit.
    pub level: f64,
    /// How it is drawn.
    pub mark: Mark,
}

/// A line of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it stands for.
    pub role: Role,
    /// Its points, by year.
    pub points: Vec<Point>,
}

/// The level a target asks for in the last year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetLine {
    /// The level that meets it exactly.
    pub level: f64,
    /// Whether levels below meet it rather than levels above.
    pub is_ceiling: bool,
}

/// A chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The indicator it shows.
    pub indicator: IndicatorIx,
    /// Its name.
    pub title: String,
    /// The unit of its levels.
    pub unit: String,
    /// Lines, the plan's first so that the scenario's is drawn over it. Empty without a base value.
    pub series: Vec<Series>,
    /// The target, if there is one.
    pub target: Option<TargetLine>,
    /// First and last year.
    pub years: (i32, i32),
}

impl Chart {
    /// The lowest and highest level to be seen, with a tenth of air on both sides.
    #[must_use]
    pub fn level_range(&self) -> (f64, f64) {
        let levels = self
            .series
            .iter()
            .flat_map(|series| &series.points)
            .map(|point| point.level);
        let (low, high) = levels
            .chain(self.target.map(|target| target.level))
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), level| {
                (low.min(level), high.max(level))
            });
        if low > high {
            return (0.0, 1.0);
        }
        // A flat line still needs an axis around it.
        let air = ((high - low) * 0.1).max(high.abs().max(1.0) * 0.01);
        (low - air, high + air)
    }
}

/// The chart of one indicator.
#[must_use]
pub fn trajectory(
    plan: &Plan,
    projection: &Projection,
    plan_path: &Projection,
    ix: IndicatorIx,
    language: Language,
) -> Chart {
    let indicator = plan.get(ix);
    let basis = projection.basis(ix);
    let mut series = Vec::new();
    for (role, path) in [(Role::Plan, plan_path), (Role::Scenario, projection)] {
        // Two bases cannot share an axis; they only differ where a base is missing on one side.
        if path.basis(ix) == basis
            && let Some(levels) = path.levels(ix)
        {
            series.push(line(plan, role, levels, path.origins(ix)));
        }
    }
    let target = indicator.target.as_ref().and_then(|target| {
        let base = projection.levels(ix)?[0];
        let level = target.form.level(base, plan.steps());
        Some(TargetLine {
            level,
            is_ceiling: level < base || target.comparator.is_ceiling(),
        })
    });
    Chart {
        indicator: ix,
        title: indicator.name.get(language).to_owned(),
        unit: super::unit(plan, indicator, basis, language).into_owned(),
        series,
        target: if basis == Basis::Unknown { None } else { target },
        years: (plan.base_year, plan.end_year),
    }
}

fn line(plan: &Plan, role: Role, levels: &[f64], origins: &[Origin]) -> Series {
    let points = plan
        .years()
        .zip(levels.iter().zip(origins))
        .map(|(year, (level, origin))| Point {
            year,
            level: *level,
            mark: match origin {
                Origin::Actual => Mark::Actual,
                Origin::Interpolated => Mark::Interpolated,
                Origin::Base | Origin::Projected => Mark::Plain,
            },
        })
        .collect();
    Series { role, points }
}
