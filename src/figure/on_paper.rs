//! Turns the chart of one indicator into a drawing.

use super::drawing::{
    ColorRole, Divider, Drawing, DrawnFlag, FigureAxis, Label, Layer, MarkShape, Shape, Stroke,
};
use super::{Chart, ChartSeries, DataPoint, Dot, LineStretch, Mode, Role, TargetLine};
use crate::model::Origin;
use crate::plan::{self, Plan};
use crate::text::{Language, numbers, say};
use crate::wording::{chart, in_unit, labelled};

/// Decimals of yearly rates, as in tables.
const RATE_DECIMALS: usize = 2;

impl Role {
    /// The mark of its points: shape, and whether it is hollow. None for plain lines.
    #[must_use]
    pub const fn mark(self) -> Option<(MarkShape, bool)> {
        match self {
            Self::Scenario => Some((MarkShape::Circle, false)),
            Self::Plan | Self::CatchUp | Self::Trial => None,
            Self::Pinned(n) => Some(match n % 4 {
                0 => (MarkShape::Triangle, true),
                1 => (MarkShape::Diamond, true),
                2 => (MarkShape::Tip, true),
                _ => (MarkShape::Circle, true),
            }),
        }
    }
}

impl Chart {
    /// The chart as a drawing. A chart without lines says why.
    #[must_use]
    pub fn drawing(&self, plan: &Plan, language: Language) -> Drawing {
        let mut layers = Vec::new();
        if !self.series.is_empty() {
            let targets = self.targets.iter();
            layers.extend(targets.map(|target| self.target_layer(plan, target, language)));
            layers.extend(self.past(language));
        }
        for series in &self.series {
            if series.role == Role::Scenario {
                if !self.is_marks {
                    layers.extend(strands(series, language));
                }
                layers.extend(dots(series, self.is_marks, language));
                layers.push(self.end_label(series, language));
            } else if !(self.is_marks && series.role.mark().is_none()) {
                layers.push(self.line(series, language));
            }
        }
        let why_empty = match self.mode {
            Mode::Level => "chart-no-base",
            _ => "chart-no-mode",
        };
        let is_empty = self.series.is_empty();
        Drawing {
            title: self.title.clone(),
            unit: self.unit.clone(),
            description: self.in_words(language, None),
            across: FigureAxis::Years(self.first_year(), self.years.1),
            up: self.up(language),
            layers,
            divider: self.divider(language),
            flags: self.flags(language),
            notice: is_empty.then(|| say(language, why_empty).into_owned()),
        }
    }

    /// Annotations at years shown.
    fn flags(&self, language: Language) -> Vec<DrawnFlag> {
        let years = self.first_year()..=self.years.1;
        let shown = self.annotations.iter().filter(|one| years.contains(&one.year));
        let flags = shown.map(|one| DrawnFlag {
            at: f64::from(one.year),
            text: chart::of_year(one.year, &one.text, language),
        });
        flags.collect()
    }

    /// The vertical axis.
    #[must_use]
    pub fn up(&self, language: Language) -> FigureAxis {
        if self.is_marks && self.mode == Mode::Level {
            let names = ["figure-not-done", "figure-done"];
            return FigureAxis::Names(names.map(|id| say(language, id).into_owned()).into());
        }
        let (low, high) = self.value_range();
        FigureAxis::Values(low, high)
    }

    /// A bracket in the year the target is due, open to the side on which it is met. A band has both edges, a target
    /// due in every year spans all its years, and a task is a mark.
    fn target_layer(&self, plan: &Plan, target: &TargetLine, language: Language) -> Layer {
        let name = self.target_in_full(target, language);
        let brackets = target.brackets();
        let bracket = |across: (f64, f64), at: f64, opens_up: bool| Shape::Bracket { across, at, opens_up };
        let due = (f64::from(target.years.1), target.value);
        let shapes = match target.upper {
            _ if target.is_done => vec![Shape::Marks {
                points: vec![due],
                form: MarkShape::Square,
                is_hollow: true,
            }],
            Some(upper) => {
                let of_band = |((from, to), low): ((f64, f64), f64)| {
                    [
                        Shape::Areas {
                            outlines: vec![vec![(from, low), (to, low), (to, upper), (from, upper)]],
                            strength: 0.12,
                        },
                        bracket((from, to), low, true),
                        bracket((from, to), upper, false),
                    ]
                };
                brackets.into_iter().flat_map(of_band).collect()
            }
            None => {
                let each = brackets.into_iter();
                each.map(|(across, at)| bracket(across, at, !target.is_ceiling))
                    .collect()
            }
        };
        Layer {
            ink: ColorRole::Text,
            label: Some(Label {
                at: target
                    .upper
                    .map_or(due, |upper| (due.0, f64::midpoint(due.1, upper))),
                text: match plan.target(target.target).form {
                    // The promised level is the level drawn.
                    plan::Form::Level(level) if (level - target.value).abs() <= 0.0 => name.clone(),
                    plan::Form::Between(..) | plan::Form::Done | plan::Form::Count(_) => name.clone(),
                    // The name states the figure, or every year has its own.
                    _ if self.mode == Mode::Annual || !target.by_year.is_empty() => name.clone(),
                    _ => in_unit(
                        &name,
                        &self.value_in_words(target.value, Some(self.label_decimals()), language),
                        language,
                    ),
                },
            }),
            name: Some(name),
            shapes,
        }
    }

    /// Values before the base year, up to and including it.
    fn past(&self, language: Language) -> Option<Layer> {
        let past = self.past_points();
        let marks: Vec<_> = past.iter().copied().take(self.history.len()).collect();
        (!marks.is_empty()).then(|| Layer {
            ink: ColorRole::Weak,
            name: Some(say(language, "legend-history").into_owned()),
            label: None,
            shapes: vec![
                Shape::Line {
                    points: past,
                    stroke: Stroke::Solid,
                    width: 1.0,
                },
                Shape::Marks {
                    points: marks,
                    form: MarkShape::Tick,
                    // Where no lines are drawn, a filled mark means assumed.
                    is_hollow: self.is_marks,
                },
            ],
        })
    }

    /// Values before the base year, ending with the base year itself, which their line leads to.
    #[must_use]
    pub fn past_points(&self) -> Vec<(f64, f64)> {
        let base = self.scenario().and_then(|series| series.at(self.years.0));
        let base = base.map(|point| (point.year, point.value));
        let all = self.history.iter().copied().chain(base);
        let points: Vec<_> = all.map(|(year, value)| (f64::from(year), value)).collect();
        if self.history.is_empty() {
            Vec::new()
        } else {
            points
        }
    }

    /// A thin line at the last data; everything after it is still to come.
    fn divider(&self, language: Language) -> Option<Divider> {
        let last = self.last_data.filter(|last| last.year < self.years.1)?;
        Some(Divider {
            at: f64::from(last.year),
            text: last.in_words(language),
        })
    }

    /// The scenario's name and last value.
    fn end_label(&self, series: &ChartSeries, language: Language) -> Layer {
        let last = series.points.last();
        Layer {
            ink: last.map_or(ColorRole::Text, |point| point.strand().ink()),
            name: Some(series.name.clone()),
            label: last.map(|point| Label {
                at: (f64::from(point.year), point.value),
                text: self.reading(series, point, language),
            }),
            shapes: Vec::new(),
        }
    }

    /// A line's name and one of its values, as labels show them.
    fn reading(&self, series: &ChartSeries, point: &DataPoint, language: Language) -> String {
        let value = self.value_at(point.value, point.year, Some(self.label_decimals()), language);
        labelled(&series.name, &value, language)
    }

    /// All labels share the decimals that the largest value needs; yearly rates use those of tables.
    fn label_decimals(&self) -> usize {
        let (low, high) = self.value_range();
        match self.mode {
            Mode::Annual => RATE_DECIMALS,
            _ => numbers::decimals_for(low.abs().max(high.abs())),
        }
    }

    fn line(&self, series: &ChartSeries, language: Language) -> Layer {
        let points = positions(series, |_| true);
        let label = series.points.last().map(|end| Label {
            at: (f64::from(end.year), end.value),
            text: self.reading(series, end, language),
        });
        let mut shapes = Vec::new();
        if !self.is_marks {
            shapes.push(Shape::Line {
                points,
                stroke: series.role.dash().map_or(Stroke::Solid, Stroke::Dashed),
                width: series.role.width(),
            });
        }
        if let Some((form, is_hollow)) = series.role.mark() {
            shapes.push(Shape::Marks {
                points: positions(series, |_| true),
                form,
                is_hollow,
            });
        }
        Layer {
            ink: ColorRole::Role(series.role),
            name: Some(series.name.clone()),
            label,
            shapes,
        }
    }
}

/// The stretches of a scenario's line, grouped by kind.
fn strands(series: &ChartSeries, language: Language) -> Vec<Layer> {
    let (drawn, dots) = (series.strands(), series.dots(false));
    let layers = LineStretch::ALL.into_iter().filter_map(|strand| {
        let lines = drawn.iter().filter(|(of, _)| *of == strand);
        let mut shapes: Vec<Shape> = lines
            .map(|(_, points)| Shape::Line {
                points: points.clone(),
                stroke: strand.stroke(),
                width: strand.width(),
            })
            .collect();
        if shapes.is_empty() {
            return None;
        }
        // The line begins at the base year, whatever that rests on.
        let marks = dots
            .iter()
            .filter(|dot| dot.strand() == strand && dot.point.origin != Origin::Interpolated);
        if let Some((form, is_hollow)) = strand.mark() {
            shapes.push(Shape::Marks {
                points: marks.map(Dot::at).collect(),
                form,
                is_hollow,
            });
        }
        // Without actuals there are only interpolated values, and their marks name them.
        let is_named = strand != LineStretch::Known || has_actual(series);
        Some(Layer {
            ink: strand.ink(),
            name: is_named.then(|| say(language, strand.message()).into_owned()),
            label: None,
            shapes,
        })
    });
    layers.collect()
}

/// Whether any value of the line was entered directly.
fn has_actual(series: &ChartSeries) -> bool {
    series.points.iter().any(|point| point.origin == Origin::Actual)
}

/// Marks in front of the lines: actuals, the base year, and interpolated values. Where no line is drawn, every value
/// has one.
fn dots(series: &ChartSeries, all: bool, language: Language) -> Vec<Layer> {
    let dots = series.dots(all);
    if all {
        let layers = LineStretch::ALL.into_iter().flat_map(|strand| {
            let of = move |is_between: bool| {
                move |dot: &&Dot| {
                    dot.strand() == strand && (dot.point.origin == Origin::Interpolated) == is_between
                }
            };
            // The base year alone is not an actual.
            let is_named = strand != LineStretch::Known || has_actual(series);
            [
                marks(
                    dots.iter().filter(of(false)),
                    is_named.then_some(strand.message()),
                    language,
                ),
                marks(
                    dots.iter().filter(of(true)),
                    Some("strand-interpolated"),
                    language,
                ),
            ]
        });
        return layers.flatten().collect();
    }
    // Drawn again, because the dots of the next stretch begin on top of the last mark.
    let known = dots
        .iter()
        .filter(|dot| dot.strand() == LineStretch::Known && !dot.is_hollow);
    let between = dots
        .iter()
        .filter(|dot| dot.is_hollow && dot.point.origin == Origin::Interpolated);
    let layers = [
        marks(known, None, language),
        marks(between, Some("strand-interpolated"), language),
    ];
    layers.into_iter().flatten().collect()
}

/// Identical marks under one name.
fn marks<'a>(
    dots: impl Iterator<Item = &'a Dot>,
    name: Option<&'static str>,
    language: Language,
) -> Option<Layer> {
    let dots: Vec<&Dot> = dots.collect();
    let first = dots.first()?;
    Some(Layer {
        ink: first.ink,
        name: name.map(|id| say(language, id).into_owned()),
        label: None,
        shapes: vec![Shape::Marks {
            points: dots.iter().map(|dot| dot.at()).collect(),
            form: first.form,
            is_hollow: first.is_hollow,
        }],
    })
}

fn positions(series: &ChartSeries, wanted: impl Fn(&DataPoint) -> bool) -> Vec<(f64, f64)> {
    let chosen = series.points.iter().filter(|point| wanted(point));
    chosen.map(|point| (f64::from(point.year), point.value)).collect()
}
