//! One indicator over the years: scenario, plan path, pinned scenarios, actuals and targets.

use super::data::{LastData, origin_shown, rests_on_data};
use super::targets::{TargetLine, target_lines};
use super::{Measure, Mode};
use crate::model::{Change, Origin, Projection, history, progress_in_year};
use crate::plan::{Form, IndicatorIx, Plan, TargetIx};
use crate::scenario::Scenario;
use crate::text::{Language, say};
use crate::wording::is_percentage;

/// What a series stands for; each role has its own colour, dash and mark on screen and on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The current scenario.
    Scenario,
    /// The even path that meets the plan's target.
    Plan,
    /// The path from the last actual that still meets the target, at one rate for all the years left.
    CatchUp,
    /// Where rates being tried out would lead.
    Trial,
    /// Another scenario for comparison, counted from 0.
    Pinned(usize),
}

impl Role {
    /// Dash length in points; `None` for a solid line. Lines can be told apart without colour.
    #[must_use]
    pub const fn dash(self) -> Option<f32> {
        match self {
            Self::Scenario | Self::Plan => None,
            // Unlike the dots of assumed values, which it runs alongside.
            Self::CatchUp => Some(16.0),
            Self::Trial => Some(9.0),
            Self::Pinned(n) => Some(10.0 + 4.0 * n as f32),
        }
    }

    /// Line width in points.
    #[must_use]
    pub const fn width(self) -> f32 {
        match self {
            Self::Scenario => 2.5,
            Self::Trial => 2.0,
            Self::CatchUp | Self::Pinned(_) => 1.5,
            Self::Plan => 1.0,
        }
    }
}

/// A scenario to draw.
#[derive(Clone, Copy)]
pub struct Path<'a> {
    /// What it stands for.
    pub role: Role,
    /// Its name in legends.
    pub name: &'a str,
    /// Its levels.
    pub projection: &'a Projection,
}

/// A year's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DataPoint {
    /// Calendar year.
    pub year: i32,
    /// Value in the chart's unit.
    pub value: f64,
    /// What it rests on.
    pub origin: Origin,
    /// Whether it rests on data, at least in part.
    pub has_data: bool,
}

/// A line of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSeries {
    /// What it stands for.
    pub role: Role,
    /// Its name.
    pub name: String,
    /// Its points, by year.
    pub points: Vec<DataPoint>,
}

impl ChartSeries {
    /// The point of a year.
    #[must_use]
    pub fn at(&self, year: i32) -> Option<&DataPoint> {
        self.points.iter().find(|point| point.year == year)
    }
}

/// A point on the even path, where official progress should be by then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Milestone {
    /// Calendar year.
    pub year: i32,
    /// Value in the chart's unit.
    pub value: f64,
    /// Official progress in percent: 20, 40, 60, 80 and 100 over five years.
    pub share: f64,
}

/// A chart, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The indicator it shows.
    pub indicator: IndicatorIx,
    /// What it measures.
    pub mode: Mode,
    /// The indicator's name.
    pub title: String,
    /// The unit of its values.
    pub unit: String,
    /// If its values are changes, whether they are percent or points; rises are positive.
    pub change: Option<Change>,
    /// The unit in which its levels change, if changes add up; `None` for percentages, which change by points.
    pub counted_in: Option<String>,
    /// Lines, back to front. Empty without a base value, or if the mode makes no sense.
    pub series: Vec<ChartSeries>,
    /// Its targets, in the plan's order.
    pub targets: Vec<TargetLine>,
    /// The even path's milestones, if there is a target and the plan's path is among the series.
    pub milestones: Vec<Milestone>,
    /// First and last year of the plan.
    pub years: (i32, i32),
    /// Values before the base year, by year; see [`Self::with_history`].
    pub history: Vec<(i32, f64)>,
    /// Whether its values are yes or no: marks that no line should join.
    pub is_marks: bool,
    /// The last data of the current scenario, if any.
    pub last_data: Option<LastData>,
    /// Texts pinned to years, by year; see [`Self::with_annotations`].
    pub annotations: Vec<PinnedText>,
}

/// A text pinned to a year of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinnedText {
    /// Calendar year.
    pub year: i32,
    /// The text, one line.
    pub text: String,
}

impl Chart {
    /// The lowest and highest value shown, with a margin of a tenth either side.
    #[must_use]
    pub fn value_range(&self) -> (f64, f64) {
        let points = self.series.iter().flat_map(|series| &series.points);
        let past = self.history.iter().map(|(_, value)| *value);
        let values = points.map(|point| point.value).chain(past);
        let (low, high) = values
            .chain(
                self.targets
                    .iter()
                    .flat_map(|target| [Some(target.value), target.upper].into_iter().flatten()),
            )
            .chain(
                self.targets
                    .iter()
                    .flat_map(|target| target.by_year.iter().map(|(_, value)| *value)),
            )
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        if low > high {
            return (0.0, 1.0);
        }
        // A flat line still needs an axis around it.
        let air = ((high - low) * 0.1).max(high.abs().max(1.0) * 0.01);
        (low - air, high + air)
    }

    /// Adds what was entered for years before the base year, which nothing is projected from. `scenario` is the one
    /// projected, the last of the chart's paths.
    #[must_use]
    pub fn with_history(mut self, plan: &Plan, scenario: &Scenario, projection: &Projection) -> Self {
        let base = projection.levels(self.indicator).map(|levels| levels[0]);
        // Progress counts from the base year.
        let measure = base
            .filter(|_| self.mode != Mode::Progress && !self.series.is_empty())
            .and_then(|base| {
                let kind = projection.kind(self.indicator);
                Measure::new(plan, self.indicator, kind, base, self.mode)
            });
        let Some(measure) = measure else { return self };
        let mut before: Option<(i32, f64)> = None;
        for (year, level) in history(plan, scenario, projection, self.indicator) {
            let neighbour = before.replace((year, level)).filter(|(last, _)| last + 1 == year);
            let value = measure.show(level, neighbour.map(|(_, level)| level));
            self.history.extend(value.map(|value| (year, value)));
        }
        self
    }

    /// Adds the scenario's annotations, in the chart's language.
    #[must_use]
    pub fn with_annotations(mut self, scenario: &Scenario, language: Language) -> Self {
        let own = scenario.annotations.of(self.indicator);
        self.annotations = own
            .into_iter()
            .map(|one| PinnedText {
                year: one.year,
                text: one.text.get(language).to_owned(),
            })
            .collect();
        self
    }

    /// The text pinned to a year.
    #[must_use]
    pub fn annotation(&self, year: i32) -> Option<&str> {
        let own = self.annotations.iter().find(|one| one.year == year);
        own.map(|one| one.text.as_str())
    }

    /// The first year shown: the base year, or an earlier one with history.
    #[must_use]
    pub fn first_year(&self) -> i32 {
        self.history.first().map_or(self.years.0, |(year, _)| *year)
    }

    /// The current scenario's series.
    #[must_use]
    pub fn scenario(&self) -> Option<&ChartSeries> {
        self.series.iter().find(|series| series.role == Role::Scenario)
    }
}

/// The chart of one indicator. Paths come back to front; the last is the current scenario, whose base year the others
/// are measured against.
#[must_use]
pub fn trajectory(plan: &Plan, paths: &[Path<'_>], ix: IndicatorIx, mode: Mode, language: Language) -> Chart {
    let main = plan.main_target(ix).map(|(main, _)| main);
    towards(plan, paths, (ix, main), mode, language)
}

/// The same, with official progress measured towards one of the indicator's targets.
pub(super) fn towards(
    plan: &Plan,
    paths: &[Path<'_>],
    (ix, target): (IndicatorIx, Option<TargetIx>),
    mode: Mode,
    language: Language,
) -> Chart {
    let indicator = plan.get(ix);
    // Each path is measured from its own base year.
    let measure_of = |projection: &Projection| {
        let base = projection.levels(ix)?[0];
        Some(Measure::new(plan, ix, projection.kind(ix), base, mode)?.towards(target))
    };
    let measure = paths.last().and_then(|path| measure_of(path.projection));
    let mut chart = Chart {
        indicator: ix,
        mode,
        title: indicator.name.get(language).to_owned(),
        unit: indicator.unit.get(language).to_owned(),
        change: None,
        counted_in: (!is_percentage(indicator)).then(|| indicator.unit.get(language).to_owned()),
        series: Vec::new(),
        targets: Vec::new(),
        milestones: Vec::new(),
        years: (plan.base_year, plan.end_year),
        history: Vec::new(),
        is_marks: indicator.targets.iter().any(|target| target.form == Form::Done),
        last_data: None,
        annotations: Vec::new(),
    };
    let Some(measure) = measure else {
        return chart;
    };
    chart.unit = measure.unit(language).into_owned();
    chart.change = measure.change_shown();
    let own = paths.last().map(|path| path.projection);
    chart.targets = own
        .map(|own| target_lines(plan, own, ix, &measure, language))
        .unwrap_or_default();
    chart.last_data = own.and_then(|own| LastData::of(plan, own, ix, mode));
    let kind = paths.last().map(|path| path.projection.kind(ix));
    for path in paths {
        // Two bases cannot share an axis; they differ only where one side has none.
        let levels = path
            .projection
            .levels(ix)
            .filter(|_| Some(path.projection.kind(ix)) == kind);
        let own = levels.and_then(|levels| Some(line(plan, path, ix, &measure_of(path.projection)?, levels)));
        chart.series.extend(own.map(|mut series| {
            if path.role == Role::Plan && indicator.targets.is_empty() {
                // There is no target for it to lead to.
                series.name = say(language, "legend-plan-untargeted").into_owned();
            }
            series
        }));
        if path.role == Role::Plan {
            chart.milestones = milestones(plan, target, levels, chart.series.last());
        }
    }
    chart
}

/// Official progress along the even path, year by year.
fn milestones(
    plan: &Plan,
    target: Option<TargetIx>,
    levels: Option<&[f64]>,
    drawn: Option<&ChartSeries>,
) -> Vec<Milestone> {
    let (Some(target), Some(levels), Some(drawn)) = (target, levels, drawn) else {
        return Vec::new();
    };
    let share =
        |step: usize| progress_in_year(plan, target, levels[0], levels[step - 1], levels[step]) * 100.0;
    (1..=plan.due_step(plan.target(target)))
        .filter_map(|step| {
            let point = drawn.at(plan.year(step))?;
            Some(Milestone {
                year: point.year,
                value: point.value,
                share: share(step),
            })
        })
        .collect()
}

fn line(plan: &Plan, path: &Path<'_>, ix: IndicatorIx, measure: &Measure<'_>, levels: &[f64]) -> ChartSeries {
    let points = plan.years().enumerate().filter_map(|(step, year)| {
        let before = step.checked_sub(1).map(|before| levels[before]);
        Some(DataPoint {
            year,
            value: measure.show(levels[step], before)?,
            origin: origin_shown(path.projection, ix, step, measure.mode())?,
            has_data: rests_on_data(plan, path.projection, ix, step),
        })
    });
    ChartSeries {
        role: path.role,
        name: path.name.to_owned(),
        points: points.collect(),
    }
}
