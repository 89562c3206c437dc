//! From the chart of one indicator to a drawing.

use super::drawing::{Axis, Drawing, Form, Ink, Label, Layer, Shape, Stroke};
use super::{Chart, Mark, Mode, Role, Series, TargetLine, in_unit, labelled};
use crate::plan::{self, Plan};
use crate::text::{Language, numbers, say, say_with};

/// How far to both sides of the last year a target's region reaches, in years.
const REGION: f64 = 0.18;

impl Role {
    /// The mark of its points: form, and whether it is hollow. None for paths that are lines only.
    #[must_use]
    pub const fn mark(self) -> Option<(Form, bool)> {
        match self {
            Self::Scenario => Some((Form::Circle, false)),
            Self::Plan | Self::CatchUp | Self::Trial => None,
            Self::Pinned(n) => Some(match n % 4 {
                0 => (Form::Triangle, true),
                1 => (Form::Diamond, true),
                2 => (Form::Tip, true),
                _ => (Form::Circle, true),
            }),
        }
    }
}

impl Chart {
    /// The chart as a drawing. A chart without lines says why it has none.
    #[must_use]
    pub fn drawing(&self, plan: &Plan, language: Language) -> Drawing {
        let (low, high) = self.value_range();
        let mut layers = Vec::new();
        if let Some(target) = &self.target
            && !self.series.is_empty()
        {
            layers.push(self.target_layer(plan, target, (low, high), language));
        }
        for series in &self.series {
            layers.push(self.line(series, language));
        }
        for (mark, id, is_hollow) in [
            (Mark::Actual, "legend-actual", false),
            (Mark::Interpolated, "legend-interpolated", true),
        ] {
            layers.extend(self.marks(mark, id, is_hollow, language));
        }
        let why_empty = match self.mode {
            Mode::Level => "chart-no-base",
            _ => "chart-no-mode",
        };
        Drawing {
            title: self.title.clone(),
            unit: self.unit.clone(),
            description: self.in_words(language, None),
            across: Axis::Years(self.years.0, self.years.1),
            up: Axis::Values(low, high),
            layers,
            notice: self
                .series
                .is_empty()
                .then(|| say(language, why_empty).into_owned()),
        }
    }

    /// A line at the target's level, and a region on the side where it is met, in the year that counts.
    fn target_layer(&self, plan: &Plan, target: &TargetLine, range: (f64, f64), language: Language) -> Layer {
        let last = f64::from(self.years.1);
        let edge = if target.is_ceiling { range.0 } else { range.1 };
        let (from, to) = (last - REGION, last + REGION);
        let corners = vec![(from, target.value), (to, target.value), (to, edge), (from, edge)];
        let promised = plan.get(self.indicator).target.as_ref();
        let name = say_with(language, "legend-target-promise", &[("promise", &target.promise)]);
        Layer {
            ink: Ink::Target,
            label: Some(Label {
                at: (last, target.value),
                // A level that is promised is the level drawn.
                text: match promised.map(|target| target.form) {
                    Some(plan::Form::Level(level)) if (level - target.value).abs() <= 0.0 => name.clone(),
                    _ => in_unit(&name, &self.reading(target.value, language), language),
                },
            }),
            name: Some(name),
            shapes: vec![
                Shape::Areas {
                    outlines: vec![corners],
                    strength: 0.18,
                },
                Shape::Level {
                    at: target.value,
                    stroke: Stroke::Dotted,
                    width: 1.5,
                },
            ],
        }
    }

    /// The scenario's points that are marked so, as an entry of their own: nothing where there are none.
    fn marks(&self, mark: Mark, id: &'static str, is_hollow: bool, language: Language) -> Option<Layer> {
        let scenario = self.series.iter().find(|series| series.role == Role::Scenario)?;
        let points = positions(scenario, |found| found == mark);
        (!points.is_empty()).then(|| Layer {
            ink: Ink::Role(Role::Scenario),
            name: Some(say(language, id).into_owned()),
            label: None,
            shapes: vec![Shape::Marks {
                points,
                form: Form::Square,
                is_hollow,
            }],
        })
    }

    /// A value as labels give it: all with as many decimals as the largest needs.
    fn reading(&self, value: f64, language: Language) -> String {
        let (low, high) = self.value_range();
        let decimals = numbers::decimals_for(low.abs().max(high.abs()));
        self.value_in_words(value, Some(decimals), language)
    }

    fn line(&self, series: &Series, language: Language) -> Layer {
        let points = positions(series, |_| true);
        let label = points.last().map(|end| Label {
            at: *end,
            text: labelled(&series.name, &self.reading(end.1, language), language),
        });
        let mut shapes = vec![Shape::Line {
            points,
            stroke: series.role.dash().map_or(Stroke::Solid, Stroke::Dashed),
            width: series.role.width(),
        }];
        if let Some((form, is_hollow)) = series.role.mark() {
            // Actuals are marked once, by the scenario's own squares.
            let points = positions(series, |mark| {
                mark == Mark::Plain || series.role != Role::Scenario
            });
            shapes.push(Shape::Marks {
                points,
                form,
                is_hollow,
            });
        }
        Layer {
            ink: Ink::Role(series.role),
            name: Some(series.name.clone()),
            label,
            shapes,
        }
    }
}

fn positions(series: &Series, wanted: impl Fn(Mark) -> bool) -> Vec<(f64, f64)> {
    let chosen = series.points.iter().filter(|point| wanted(point.mark));
    chosen.map(|point| (f64::from(point.year), point.value)).collect()
}
