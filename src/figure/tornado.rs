//! A tornado as bars around the figure at the median of every lever.

use super::drawing::{ColorRole, Drawing, FigureAxis, Label, Layer, Shape, Stroke};
use super::trajectory::Role;
use crate::analysis::Outcome;
use crate::analysis::importance::{Tornado, TornadoBar};
use crate::model::LevelKind;
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, Message, say};
use crate::wording::{
    bar_ends, bar_rates, bar_remarks, not_uncertain, outcome_named, outcome_range, outcome_unit,
    outcome_value,
};

/// Half the height of a bar; rows are 1 apart.
const HALF_BAR: f64 = 0.3;
/// Margin beyond the longest bars, as a fraction of the axis.
const AIR: f64 = 0.06;

/// A bar with everything that is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoRow {
    /// The lever.
    pub lever: IndicatorIx,
    /// Its short name.
    pub name: String,
    /// The figure's value at the end of the lever's 10 % quantile, and of its 90 % quantile.
    pub ends: [f64; 2],
    /// The two values in words, in the same order.
    pub values: [String; 2],
    /// The lever's rates there, where a single rate says it.
    pub rates: Option<[String; 2]>,
    /// Whether the figure goes one way only in between; else neither end belongs to one end of the lever.
    pub is_monotone: bool,
    /// What else has to be known: levers that follow it, that it turns back.
    pub remarks: Vec<String>,
}

/// A tornado, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoFigure {
    /// What it shows.
    pub title: String,
    /// The unit of its values.
    pub unit: String,
    /// The figure with all levers at their medians.
    pub centre: f64,
    /// That value in words.
    pub centre_in_words: String,
    /// The bars, the longest first.
    pub rows: Vec<TornadoRow>,
    /// Said instead of bars, where the figure is not uncertain.
    pub notice: Option<String>,
}

/// The figure of a tornado. `kind` is what levels of the outcome's indicator are relative to.
#[must_use]
pub fn tornado_figure(
    plan: &Plan,
    outcome: Outcome,
    kind: LevelKind,
    found: &Tornado,
    language: Language,
) -> TornadoFigure {
    let rows: Vec<TornadoRow> = found
        .bars
        .iter()
        .map(|bar| row(plan, outcome, bar, language))
        .collect();
    let name = outcome_named(plan, outcome, language);
    TornadoFigure {
        title: Message::new("tornado-title").with("name", name).say(language),
        unit: outcome_unit(plan, outcome, kind, language),
        centre: found.centre,
        centre_in_words: outcome_value(plan, outcome, found.centre, None, language),
        notice: rows.is_empty().then(|| not_uncertain(plan, outcome, language)),
        rows,
    }
}

fn row(plan: &Plan, outcome: Outcome, bar: &TornadoBar, language: Language) -> TornadoRow {
    let [low, high] = bar_ends(plan, outcome, bar, language);
    // By the lever's own quantiles: a figure that falls with the rate has its low end at 90 %.
    let (ends, values) = if bar.rises {
        ([bar.low, bar.high], [low, high])
    } else {
        ([bar.high, bar.low], [high, low])
    };
    TornadoRow {
        lever: bar.lever,
        name: plan.get(bar.lever).short_name(language).to_owned(),
        ends,
        values,
        rates: bar_rates(plan, bar, language),
        is_monotone: bar.is_monotone,
        remarks: bar_remarks(plan, bar, language),
    }
}

impl TornadoRow {
    /// The part of the bar on the side of the lever's 10 % quantile, and of its 90 % quantile, from and to.
    #[must_use]
    pub fn parts(&self, centre: f64) -> [(f64, f64); 2] {
        self.ends.map(|end| (centre.min(end), centre.max(end)))
    }

    /// The row in words: "Energy intensity: 116.1 to 123.7, with water intensity following it".
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let mut ends = [0, 1];
        ends.sort_by(|a, b| self.ends[*a].total_cmp(&self.ends[*b]));
        let [low, high] = ends.map(|end| self.values[end].as_str());
        self.remarks
            .iter()
            .fold(outcome_range([low, high], language), |said, remark| {
                Message::new("tornado-remarked")
                    .with("said", said)
                    .with("remark", remark.as_str())
                    .say(language)
            })
    }
}

impl TornadoFigure {
    /// Lowest and highest value shown.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let ends = self.rows.iter().flat_map(|row| row.ends);
        let (low, high) = ends.fold((self.centre, self.centre), |(low, high), end| {
            (low.min(end), high.max(end))
        });
        let air = ((high - low) * AIR).max(self.centre.abs() * 1e-6).max(1e-9);
        (low - air, high + air)
    }

    /// A text alternative for readers who cannot see it.
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let rows = self.rows.iter().map(|row| {
            Message::new("tornado-row")
                .with("name", row.name.as_str())
                .with("said", row.in_words(language))
                .say(language)
        });
        let centre = Message::new("tornado-centre-in-words").with("value", self.centre_in_words.as_str());
        self.title.clone() + &centre.say(language) + &rows.collect::<String>()
    }

    /// Horizontal bars, the longest at the top, on both sides of a line at the medians.
    #[must_use]
    pub fn drawing(&self, language: Language) -> Drawing {
        let (low, high) = self.range();
        let mut layers = vec![
            self.side(0, (ColorRole::Weak, "tornado-low"), language),
            self.side(1, (ColorRole::Role(Role::Scenario), "tornado-high"), language),
        ];
        layers.extend(self.turning(language));
        layers.extend(self.labels(language));
        layers.push(self.middle(language));
        Drawing {
            flags: Vec::new(),
            title: self.title.clone(),
            unit: self.unit.clone(),
            description: self.in_words(language),
            across: FigureAxis::Values(low, high),
            up: FigureAxis::Names(self.rows.iter().rev().map(|row| row.name.clone()).collect()),
            layers: if self.rows.is_empty() { Vec::new() } else { layers },
            divider: None,
            notice: self.notice.clone(),
        }
    }

    /// Each row with its position on the vertical axis, where the first name is at the bottom.
    fn placed(&self) -> impl Iterator<Item = (f64, &TornadoRow)> {
        (0..).map(f64::from).zip(self.rows.iter().rev())
    }

    /// The bars on the side of one quantile of each lever.
    fn side(&self, end: usize, (ink, name): (ColorRole, &'static str), language: Language) -> Layer {
        let rows = self.placed().filter(|(_, row)| row.is_monotone);
        let outlines = rows.map(|(place, row)| bar(row.parts(self.centre)[end], place));
        Layer {
            ink,
            name: Some(say(language, name).into_owned()),
            label: None,
            shapes: vec![Shape::Areas {
                outlines: outlines.collect(),
                strength: 0.85,
            }],
        }
    }

    /// Bars whose ends belong to neither quantile of the lever.
    fn turning(&self, language: Language) -> Option<Layer> {
        let rows = self.placed().filter(|(_, row)| !row.is_monotone);
        let outlines: Vec<_> = rows
            .map(|(place, row)| {
                let [one, other] = row.ends;
                bar((one.min(other), one.max(other)), place)
            })
            .collect();
        (!outlines.is_empty()).then(|| Layer {
            ink: ColorRole::Text,
            name: Some(say(language, "tornado-turns").into_owned()),
            label: None,
            shapes: vec![Shape::Areas {
                outlines,
                strength: 0.3,
            }],
        })
    }

    fn labels(&self, language: Language) -> impl Iterator<Item = Layer> {
        self.placed().map(move |(place, row)| Layer {
            ink: ColorRole::Text,
            name: None,
            label: Some(Label {
                at: (row.ends[0].max(row.ends[1]), place),
                text: row.in_words(language),
            }),
            shapes: Vec::new(),
        })
    }

    /// The line at the medians.
    fn middle(&self, language: Language) -> Layer {
        let top = f64::from(u32::try_from(self.rows.len()).unwrap_or(u32::MAX)) - 0.5;
        Layer {
            ink: ColorRole::Text,
            name: Some(say(language, "tornado-centre").into_owned()),
            label: None,
            shapes: vec![Shape::Line {
                points: vec![(self.centre, -0.5), (self.centre, top)],
                stroke: Stroke::Solid,
                width: 1.5,
            }],
        }
    }
}

/// A bar of a row, from one value to another.
fn bar((from, to): (f64, f64), place: f64) -> Vec<(f64, f64)> {
    let (bottom, top) = (place - HALF_BAR, place + HALF_BAR);
    vec![(from, bottom), (to, bottom), (to, top), (from, top)]
}
