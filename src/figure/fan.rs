//! Where an indicator may go: quantiles of its levels year by year around the median, as bands that widen from the last
//! year that is certain.

use super::drawing::{ColorRole, Drawing, FigureAxis, Label, Layer, Shape, Stroke};
use super::{Chart, Role};
use crate::analysis::ensemble::Ensemble;
use crate::plan::{Plan, TargetIx};
use crate::text::{Language, Message, numbers, say};
use crate::wording::{chance_with_error, in_unit, percent};

/// The quantiles of a fan, lowest first, as percentages.
pub const FAN_QUANTILES: [u8; 5] = [5, 25, 50, 75, 95];
/// The position of the median among them.
pub const FAN_MEDIAN: usize = 2;
/// The opacities of the outer and of the inner band; the inner one lies on the outer.
pub const FAN_BANDS: [((usize, usize), f32); 2] = [((0, 4), 0.18), ((1, 3), 0.28)];

/// One year of a fan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FanYear {
    /// Calendar year.
    pub year: i32,
    /// The quantiles of [`FAN_QUANTILES`] in the chart's unit; all the same in the last year that is certain.
    pub levels: [f64; 5],
}

/// A fan on the chart of its indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct FanFigure {
    /// The chart; the scenario's own line ends where the fan begins.
    pub chart: Chart,
    /// The years from the last that is certain.
    pub years: Vec<FanYear>,
    /// Paths of single draws over the same years, on request.
    pub samples: Vec<Vec<f64>>,
    /// The probability of the target, in words, if it has one.
    pub likely: Option<String>,
}

impl FanFigure {
    /// A fan on a chart of levels.
    #[must_use]
    pub fn new(mut chart: Chart, years: Vec<FanYear>) -> Self {
        if let Some(first) = years.first() {
            for series in chart
                .series
                .iter_mut()
                .filter(|series| series.role == Role::Scenario)
            {
                series.points.retain(|point| point.year <= first.year);
            }
        }
        Self {
            chart,
            years,
            samples: Vec::new(),
            likely: None,
        }
    }

    /// What draws say of the indicator of a target, from the last year that all draws share, with how likely the target is
    /// met.
    #[must_use]
    pub fn of_ensemble(
        chart: Chart,
        plan: &Plan,
        ensemble: &Ensemble,
        target: TargetIx,
        language: Language,
    ) -> Self {
        let found = ensemble.fan(target.indicator);
        let quantiles = found.map_or(&[][..], |fan| &fan.quantiles);
        let is_certain =
            |levels: &[f64; 5]| (levels[4] - levels[0]).abs() <= 1e-12 * levels[2].abs().max(1.0);
        let certain = quantiles.iter().take_while(|levels| is_certain(levels)).count();
        let years = quantiles.iter().enumerate().skip(certain.saturating_sub(1));
        let years = years.map(|(step, levels)| FanYear {
            year: plan.year(step),
            levels: *levels,
        });
        let likely = ensemble.chance(target).map(|likelihood| {
            let share = chance_with_error(likelihood, ensemble.size, language);
            Message::new("likely-in-words").with("share", share).say(language)
        });
        Self {
            likely,
            ..Self::new(chart, years.collect())
        }
    }

    /// The same from a year on: what lies before is left out, and the rest has more room.
    #[must_use]
    pub fn since(mut self, year: i32) -> Self {
        let chart = &mut self.chart;
        if year > chart.years.0 && year < chart.years.1 {
            chart.years.0 = year;
            chart.history.clear();
            for series in &mut chart.series {
                series.points.retain(|point| point.year >= year);
            }
            chart.milestones.retain(|milestone| milestone.year >= year);
        }
        self
    }

    /// The lowest and highest value shown, with a margin either side.
    #[must_use]
    pub fn value_range(&self) -> (f64, f64) {
        let (low, high) = self.chart.value_range();
        let all = self.years.iter().flat_map(|year| year.levels);
        let all = all.chain(self.samples.iter().flatten().copied());
        let (least, most) = all
            .filter(|level| level.is_finite())
            .fold((low, high), |(low, high), level| {
                (low.min(level), high.max(level))
            });
        let air = (most - least) * 0.04;
        (
            if least < low { least - air } else { low },
            if most > high { most + air } else { high },
        )
    }

    /// The path of one quantile, in axis values.
    #[must_use]
    pub fn quantile(&self, position: usize) -> Vec<(f64, f64)> {
        let years = self.years.iter();
        years
            .filter_map(|year| Some((f64::from(year.year), *year.levels.get(position)?)))
            .collect()
    }

    /// The outline of the band between two quantiles, in axis values.
    #[must_use]
    pub fn band(&self, (low, high): (usize, usize)) -> Vec<(f64, f64)> {
        let back = self.quantile(high).into_iter().rev();
        self.quantile(low).into_iter().chain(back).collect()
    }

    /// What stands at the end of each quantile: "95 % 83.3", "median 79.9"; with its value.
    #[must_use]
    pub fn ends(&self, decimals: Option<usize>, language: Language) -> Vec<(f64, String)> {
        let Some(last) = self.years.last() else {
            return Vec::new();
        };
        let decimals = decimals.unwrap_or_else(|| numbers::decimals_apart(&last.levels).max(1));
        let named = |position: usize, level: f64| {
            let value = numbers::decimal(level, decimals);
            if position == FAN_MEDIAN {
                return Message::new("fan-median").with("value", value).say(language);
            }
            let share = FAN_QUANTILES
                .get(position)
                .map_or_else(String::new, u8::to_string);
            Message::new("fan-quantile")
                .with("share", percent(share, language))
                .with("value", value)
                .say(language)
        };
        let ends = last.levels.iter().enumerate();
        ends.map(|(position, level)| (*level, named(position, *level)))
            .collect()
    }

    /// A text alternative for readers who cannot see it.
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let ends = self.ends(None, language);
        let year = self.years.last().map_or(self.chart.years.1, |last| last.year);
        let ends: Vec<String> = ends.into_iter().map(|(_, words)| words).collect();
        let mut said = Message::new("fan-in-words")
            .with("name", self.chart.title.as_str())
            .with("unit", self.chart.unit.as_str())
            .with("year", year)
            .with("ends", ends.join(&say(language, "list-separator")))
            .say(language);
        if let Some(likely) = &self.likely {
            said += likely;
        }
        said
    }

    /// The fan as a drawing: its bands and median over the chart of the indicator, each labelled at its end.
    #[must_use]
    pub fn drawing(&self, plan: &Plan, language: Language) -> Drawing {
        let mut drawing = self.chart.drawing(plan, language);
        let (low, high) = self.value_range();
        let ends = self.ends(None, language);
        let label = |position: usize| {
            let (level, text) = ends.get(position)?;
            let year = f64::from(self.years.last()?.year);
            Some(Label {
                at: (year, *level),
                text: text.clone(),
            })
        };
        let ink = ColorRole::Role(Role::Scenario);
        let bands = FAN_BANDS.into_iter().map(|(edges, strength)| Layer {
            ink,
            name: Some(fan_band(edges, language)),
            label: None,
            shapes: vec![Shape::Areas {
                outlines: vec![self.band(edges)],
                strength,
            }],
        });
        let samples = self.samples.iter().map(|levels| Shape::Line {
            points: self
                .years
                .iter()
                .map(|year| f64::from(year.year))
                .zip(levels.iter().copied())
                .collect(),
            stroke: Stroke::Solid,
            width: 0.5,
        });
        let samples = Layer {
            ink,
            name: (!self.samples.is_empty()).then(|| say(language, "fan-samples").into_owned()),
            label: None,
            shapes: samples.collect(),
        };
        let median = Layer {
            ink,
            name: Some(say(language, "fan-median-name").into_owned()),
            label: label(FAN_MEDIAN),
            shapes: vec![Shape::Line {
                points: self.quantile(FAN_MEDIAN),
                stroke: Stroke::Dashed(7.0),
                width: 2.0,
            }],
        };
        let edges = [0, 1, 3, 4].into_iter().filter_map(|position| {
            Some(Layer {
                ink: ColorRole::Weak,
                name: None,
                label: Some(label(position)?),
                shapes: Vec::new(),
            })
        });
        // Behind the lines of the chart; the end of the scenario's own line is no longer the end of the figure.
        let mut layers: Vec<Layer> = bands.chain([samples]).collect();
        let own = std::mem::take(&mut drawing.layers);
        layers.extend(own.into_iter().filter(|layer| !self.ends_short(layer)));
        layers.push(median);
        layers.extend(edges);
        layers.retain(|layer| !layer.shapes.is_empty() || layer.label.is_some());
        drawing.layers = layers;
        drawing.up = FigureAxis::Values(low, high);
        drawing.unit = in_unit(&self.chart.unit, &say(language, "fan-year-by-year"), language);
        drawing.description = self.in_words(language);
        drawing
    }

    /// Whether a layer only labels the end of the line that the fan goes on from.
    fn ends_short(&self, layer: &Layer) -> bool {
        let end = self.chart.scenario().and_then(|series| series.points.last());
        let (Some(end), Some(label)) = (end, &layer.label) else {
            return false;
        };
        layer.shapes.is_empty() && (label.at.0 - f64::from(end.year)).abs() < 0.5
    }
}

/// What a band contains, in words: "5 to 95 %".
fn fan_band((low, high): (usize, usize), language: Language) -> String {
    let share = |position: usize| FAN_QUANTILES.get(position).copied().unwrap_or(0);
    Message::new("fan-band")
        .with("low", usize::from(share(low)))
        .with("high", usize::from(share(high)))
        .say(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Mode, Path, trajectory};
    use crate::model::project;
    use crate::plan::built_in;
    use crate::scenario::Scenario;

    fn fan() -> (std::sync::Arc<Plan>, FanFigure) {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        let projection = project(&plan, &Scenario::default());
        let path = Path {
            role: Role::Scenario,
            name: "scenario",
            projection: &projection,
        };
        let ix = plan.find("energy-intensity").unwrap();
        let chart = trajectory(&plan, &[path], ix, Mode::Level, Language::English);
        let years = vec![
            FanYear {
                year: 2013,
                levels: [84.9; 5],
            },
            FanYear {
                year: 2014,
                levels: [80.6, 81.7, 82.4, 83.2, 84.3],
            },
            FanYear {
                year: 2015,
                levels: [76.6, 78.5, 79.9, 81.3, 83.3],
            },
        ];
        (plan, FanFigure::new(chart, years))
    }

    #[test]
    fn the_scenario_ends_where_the_fan_begins() {
        let (_, fan) = fan();
        let last = fan.chart.scenario().unwrap().points.last().unwrap();
        assert_eq!(last.year, 2013);
        assert_eq!(fan.band((0, 4)).len(), 6);
        let (low, high) = fan.value_range();
        assert!(low < 76.6 && high > 100.0, "{low} {high}");
    }

    #[test]
    fn ends_are_labelled_with_as_many_decimals_as_tell_them_apart() {
        let (_, fan) = fan();
        let words: Vec<String> = fan
            .ends(None, Language::English)
            .into_iter()
            .map(|(_, words)| words)
            .collect();
        assert_eq!(
            words,
            ["5 % 76.6", "25 % 78.5", "median 79.9", "75 % 81.3", "95 % 83.3"]
        );
        assert_eq!(fan.ends(Some(0), Language::Chinese)[2].1, "中位 80");
    }

    #[test]
    fn a_drawing_has_bands_and_a_median_and_says_year_by_year() {
        let (plan, fan) = fan();
        for language in Language::ALL {
            let drawing = fan.drawing(&plan, language);
            let areas = drawing.layers.iter().flat_map(|layer| &layer.shapes);
            let areas = areas.filter(|shape| matches!(shape, Shape::Areas { .. }));
            assert_eq!(areas.count(), 2);
            assert!(drawing.unit.contains(say(language, "fan-year-by-year").as_ref()));
            let labels = drawing.layers.iter().filter_map(|layer| layer.label.as_ref());
            let at_2013 = labels.clone().filter(|label| (label.at.0 - 2013.0).abs() < 0.5);
            assert_eq!(at_2013.count(), 0, "the line's own end is no longer labelled");
            assert!(labels.count() >= 5);
        }
    }

    #[test]
    fn a_fan_can_begin_later_than_its_chart() {
        let (_, fan) = fan();
        let fan = fan.since(2012);
        assert_eq!(fan.chart.first_year(), 2012);
        assert_eq!(fan.chart.scenario().unwrap().points[0].year, 2012);
    }
}
