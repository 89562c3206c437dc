//! From the chart of one indicator to a drawing.

use super::drawing::{Axis, Drawing, Form, Ink, Label, Layer, Shape, Stroke};
use super::{Chart, Mode, Point, Role, Series, Strand, TargetLine, dot, in_unit, labelled};
use crate::model::Origin;
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
        if !self.series.is_empty() {
            for target in &self.targets {
                layers.push(self.target_layer(plan, target, (low, high), language));
            }
            layers.extend(self.divider((low, high), language));
        }
        for series in &self.series {
            if series.role == Role::Scenario {
                layers.extend(strands(series, language));
                layers.extend(dots(series, language));
                layers.push(self.end_label(series, language));
            } else {
                layers.push(self.line(series, language));
            }
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
        let due = f64::from(target.year);
        let edge = match target.upper {
            Some(upper) => upper,
            None if target.is_ceiling => range.0,
            None => range.1,
        };
        let from = if target.is_each_year {
            f64::from(self.years.0 + 1) - REGION
        } else {
            due - REGION
        };
        let to = due + REGION;
        let corners = vec![(from, target.value), (to, target.value), (to, edge), (from, edge)];
        let name = say_with(language, "legend-target-promise", &[("promise", &target.promise)]);
        let level = |at: f64| Shape::Level {
            at,
            stroke: Stroke::Dotted,
            width: 1.5,
        };
        Layer {
            ink: Ink::Target,
            label: Some(Label {
                at: (due, target.value),
                // A level that is promised is the level drawn.
                text: match plan.target(target.target).form {
                    plan::Form::Level(level) if (level - target.value).abs() <= 0.0 => name.clone(),
                    plan::Form::Between(..) => name.clone(),
                    _ => in_unit(&name, &self.reading(target.value, language), language),
                },
            }),
            name: Some(name),
            shapes: std::iter::once(Shape::Areas {
                outlines: vec![corners],
                strength: 0.18,
            })
            .chain([level(target.value)])
            .chain(target.upper.map(level))
            .collect(),
        }
    }

    /// A thin line at the last data: what comes after it has not happened yet.
    fn divider(&self, (low, high): (f64, f64), language: Language) -> Option<Layer> {
        let year = self.last_data.filter(|year| *year < self.years.1)?;
        let at = f64::from(year);
        Some(Layer {
            ink: Ink::Weak,
            name: Some(say_with(
                language,
                "legend-data-until",
                &[("year", &year.to_string())],
            )),
            label: None,
            shapes: vec![Shape::Line {
                points: vec![(at, low), (at, high)],
                stroke: Stroke::Solid,
                width: 0.7,
            }],
        })
    }

    /// The scenario's name and last value.
    fn end_label(&self, series: &Series, language: Language) -> Layer {
        let last = series.points.last();
        Layer {
            ink: last.map_or(Ink::Text, |point| Strand::of(point.origin, point.has_data).ink()),
            name: Some(series.name.clone()),
            label: last.map(|point| Label {
                at: (f64::from(point.year), point.value),
                text: labelled(&series.name, &self.reading(point.value, language), language),
            }),
            shapes: Vec::new(),
        }
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
            shapes.push(Shape::Marks {
                points: positions(series, |_| true),
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

/// The stretches of a scenario's line, those of a kind together.
fn strands(series: &Series, language: Language) -> Vec<Layer> {
    let drawn = series.strands();
    let layers = Strand::ALL.into_iter().filter_map(|strand| {
        let lines = drawn.iter().filter(|(of, _)| *of == strand);
        let shapes: Vec<Shape> = lines
            .map(|(_, points)| Shape::Line {
                points: points.clone(),
                stroke: strand.stroke(),
                width: Role::Scenario.width(),
            })
            .collect();
        (!shapes.is_empty()).then(|| Layer {
            ink: strand.ink(),
            name: Some(say(language, strand.message()).into_owned()),
            label: None,
            shapes,
        })
    });
    layers.collect()
}

/// The marks of a scenario's values, those of a kind together. What lies between actuals is named; the others are what
/// their lines are.
fn dots(series: &Series, language: Language) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    for origin in Origin::ALL {
        for has_data in [true, false] {
            let Some((form, is_hollow, ink)) = dot(origin, has_data) else {
                continue;
            };
            let points = positions(series, |point| {
                point.origin == origin && point.has_data == has_data
            });
            if points.is_empty() {
                continue;
            }
            let name = match origin {
                Origin::Actual => Some("legend-actual"),
                Origin::Interpolated => Some("legend-interpolated"),
                _ => None,
            };
            layers.push(Layer {
                ink,
                name: name.map(|id| say(language, id).into_owned()),
                label: None,
                shapes: vec![Shape::Marks {
                    points,
                    form,
                    is_hollow,
                }],
            });
        }
    }
    layers
}

fn positions(series: &Series, wanted: impl Fn(&Point) -> bool) -> Vec<(f64, f64)> {
    let chosen = series.points.iter().filter(|point| wanted(point));
    chosen.map(|point| (f64::from(point.year), point.value)).collect()
}
