//! From one figure to another, step by step: what each factor or lever adds, as a waterfall.

use super::drawing::{ColorRole, Drawing, FigureAxis, Label, Layer, Shape, Stroke};
use super::trajectory::Role;
use crate::analysis::attribution::Attribution;
use crate::analysis::decomposition::{DecomposedSpan, Decomposition};
use crate::model::LevelKind;
use crate::plan::Plan;
use crate::text::{Language, Message, numbers, say};
use crate::wording::{
    attributed_figure, attribution_in_words, decomposition_in_words, effect_figure, factor_in_brief,
    factor_in_words, outcome_in_brief, player_in_brief, player_in_words, unit,
};

/// Half the height of a bar; rows are 1 apart.
const HALF_BAR: f64 = 0.3;
/// Margin beyond the outermost bars, as a fraction of the axis.
const AIR: f64 = 0.08;
/// The opacity of years with data, and of the years after them.
const STRENGTHS: [f32; 2] = [0.9, 0.35];

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaterfallStep {
    /// A level.
    Level,
    /// What something adds; in years after the last data, or in years with data.
    Effect {
        /// Whether it is in years after the last data.
        is_open: bool,
    },
}

/// One row of a waterfall.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterfallRow {
    /// The year or scenario of a level; the factor or lever of an effect.
    pub name: String,
    /// The same in few words, for labels.
    pub short: String,
    /// Which factor or lever, counted from 0 in the order of the effects; nothing for a level.
    pub place: Option<usize>,
    /// What it shows.
    pub step: WaterfallStep,
    /// Where it begins; of a level, the level.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Its figure: a level, or an effect with its sign.
    pub figure: String,
}

/// What a decomposition lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaterfallBetween<'a> {
    /// Two years; chained years are shown up to the one in between, and from there on.
    Years {
        /// The year in between.
        via: Option<i32>,
    },
    /// Two scenarios, named as they are compared.
    Scenarios(&'a str, &'a str),
}

/// A change as rows from top to bottom, each beginning where the one before it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// What changed.
    pub title: String,
    /// The unit of its axis.
    pub unit: String,
    /// A text alternative for readers who cannot see it.
    pub description: String,
    /// The rows, from the first level to the last.
    pub rows: Vec<WaterfallRow>,
}

impl Waterfall {
    /// What factors add between two years or between two scenarios.
    #[must_use]
    pub fn of_decomposition(
        plan: &Plan,
        found: &Decomposition,
        kind: LevelKind,
        between: WaterfallBetween<'_>,
        language: Language,
    ) -> Self {
        let (names, via) = match between {
            WaterfallBetween::Years { via } => (None, via),
            WaterfallBetween::Scenarios(first, last) => (Some((first, last)), None),
        };
        let indicator = plan.get(found.indicator);
        let [first, last] = match names {
            Some((first, last)) => [first.to_owned(), last.to_owned()],
            None => [found.from.year, found.to.year].map(|year| year.to_string()),
        };
        let mut rows = Rows::new(first, found.from.value);
        for (n, (changes, is_open)) in parts(found, via, names.is_none()).into_iter().enumerate() {
            if let (Some(via), true) = (via, n > 0) {
                rows.level(via.to_string(), found.level_in(via));
            }
            for (place, (effect, change)) in found.effects.iter().zip(changes).enumerate() {
                let names =
                    [factor_in_words, factor_in_brief].map(|said| said(plan, &effect.factor, language));
                rows.add((place, names), change, effect_figure(found, change), is_open);
            }
        }
        rows.level(last, found.to.value);
        let title = match names {
            Some((first, last)) => Message::new("waterfall-difference")
                .with("name", indicator.name.get(language))
                .with("year", found.to.year)
                .with("first", first)
                .with("last", last),
            None => Message::new("waterfall-change")
                .with("name", indicator.name.get(language))
                .with("first", found.from.year)
                .with("last", found.to.year),
        };
        Self {
            title: title.say(language),
            unit: unit(plan, indicator, kind, language).into_owned(),
            description: decomposition_in_words(plan, found, names.map(|(first, _)| first), language),
            rows: rows.all,
        }
    }

    /// What levers add to the difference between two scenarios, named as they are compared, in a year, and what arithmetic
    /// leaves.
    #[must_use]
    pub fn of_attribution(
        plan: &Plan,
        found: &Attribution,
        (first, last): (&str, &str),
        (year, unit): (i32, String),
        language: Language,
    ) -> Self {
        let mut rows = Rows::new(first.to_owned(), found.from);
        for (place, effect) in found.effects.iter().enumerate() {
            let names = [player_in_words, player_in_brief].map(|said| said(plan, effect.player, language));
            rows.add(
                (place, names),
                effect.change,
                attributed_figure(found, effect.change),
                false,
            );
        }
        let figure = attributed_figure(found, found.residual);
        rows.add(
            (
                found.effects.len(),
                [0, 1].map(|_| say(language, "waterfall-residual").into_owned()),
            ),
            found.residual,
            figure,
            false,
        );
        rows.level(last.to_owned(), found.to);
        let title = Message::new("waterfall-why")
            .with("name", outcome_in_brief(plan, found.outcome, language))
            .with("first", first)
            .with("last", last);
        Self {
            title: title.say(language),
            unit,
            description: attribution_in_words(plan, found, (first, year), language),
            rows: rows.all,
        }
    }

    /// The lowest and highest value shown, with a margin. The axis need not begin at 0: bars are changes.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let all = self.rows.iter().flat_map(|row| [row.from, row.to]);
        let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let air = if high > low {
            (high - low) * AIR
        } else {
            low.abs().max(1.0) * AIR
        };
        (low - air, high + 2.0 * air)
    }

    /// Horizontal bars from top to bottom, joined by thin lines.
    #[must_use]
    pub fn drawing(&self, language: Language) -> Drawing {
        let (low, high) = self.range();
        let mut layers = vec![self.joints()];
        for rises in [true, false] {
            for is_open in [false, true] {
                layers.extend(self.bars(rises, is_open, language));
            }
        }
        layers.push(self.levels());
        layers.extend(self.labels());
        Drawing {
            title: self.title.clone(),
            unit: self.unit.clone(),
            description: self.description.clone(),
            across: FigureAxis::Values(low, high),
            up: FigureAxis::Names(self.rows.iter().rev().map(|row| row.name.clone()).collect()),
            layers,
            divider: None,
            flags: Vec::new(),
            notice: None,
        }
    }

    /// Each row with its position on the vertical axis, where the last is at the bottom.
    fn placed(&self) -> impl Iterator<Item = (f64, &WaterfallRow)> {
        (0..).map(f64::from).zip(self.rows.iter().rev())
    }

    fn bars(&self, rises: bool, is_open: bool, language: Language) -> Option<Layer> {
        let of_kind = self
            .placed()
            .filter(|(_, row)| row.step == WaterfallStep::Effect { is_open } && (row.to > row.from) == rises);
        let outlines: Vec<_> = of_kind
            .filter(|(_, row)| (row.to - row.from).abs() > 0.0)
            .map(|(place, row)| {
                let (bottom, top) = (place - HALF_BAR, place + HALF_BAR);
                vec![
                    (row.from, bottom),
                    (row.to, bottom),
                    (row.to, top),
                    (row.from, top),
                ]
            })
            .collect();
        let id = match (rises, is_open) {
            (true, false) => "waterfall-raises",
            (false, false) => "waterfall-lowers",
            (true, true) => "waterfall-raises-later",
            (false, true) => "waterfall-lowers-later",
        };
        (!outlines.is_empty()).then(|| Layer {
            ink: if rises {
                ColorRole::Weak
            } else {
                ColorRole::Role(Role::Scenario)
            },
            name: Some(say(language, id).into_owned()),
            label: None,
            shapes: vec![Shape::Areas {
                outlines,
                strength: STRENGTHS[usize::from(is_open)],
            }],
        })
    }

    /// A line across the row at each level, and at each effect of nothing.
    fn levels(&self) -> Layer {
        let lines = self.placed().filter_map(|(place, row)| {
            let width = match row.step {
                WaterfallStep::Level => 3.0,
                WaterfallStep::Effect { .. } if (row.to - row.from).abs() > 0.0 => return None,
                WaterfallStep::Effect { .. } => 1.5,
            };
            Some(Shape::Line {
                points: vec![(row.to, place - HALF_BAR), (row.to, place + HALF_BAR)],
                stroke: Stroke::Solid,
                width,
            })
        });
        Layer {
            ink: ColorRole::Text,
            name: None,
            label: None,
            shapes: lines.collect(),
        }
    }

    /// Thin lines from the end of each row to the beginning of the next.
    fn joints(&self) -> Layer {
        let mut places: Vec<(f64, &WaterfallRow)> = self.placed().collect();
        places.reverse();
        let lines = places.windows(2).map(|pair| Shape::Line {
            points: vec![
                (pair[0].1.to, pair[0].0 - HALF_BAR),
                (pair[0].1.to, pair[1].0 + HALF_BAR),
            ],
            stroke: Stroke::Solid,
            width: 1.0,
        });
        Layer {
            ink: ColorRole::Weak,
            name: None,
            label: None,
            shapes: lines.collect(),
        }
    }

    /// The figure of each row, beside its right end.
    fn labels(&self) -> impl Iterator<Item = Layer> {
        self.placed().map(|(place, row)| Layer {
            ink: ColorRole::Text,
            name: None,
            label: Some(Label {
                at: (row.from.max(row.to), place),
                text: row.figure.clone(),
            }),
            shapes: Vec::new(),
        })
    }
}

/// The effects up to the year in between and from there on, each with whether it has no data; all
/// together where they do not add up.
fn parts(found: &Decomposition, via: Option<i32>, is_of_years: bool) -> Vec<(Vec<f64>, bool)> {
    let spans = found.spans(via);
    if let [whole] = spans[..] {
        let effects = found.effects.iter().map(|effect| effect.change).collect();
        return vec![(effects, is_of_years && !whole.has_data)];
    }
    let part = |span: &DecomposedSpan| (found.between_years(span.from, span.to), !span.has_data);
    spans.iter().map(part).collect()
}

/// Rows as they are put together.
struct Rows {
    all: Vec<WaterfallRow>,
    at: f64,
}

impl Rows {
    fn new(name: String, level: f64) -> Self {
        let mut rows = Self {
            all: Vec::new(),
            at: level,
        };
        rows.level(name, level);
        rows
    }

    fn level(&mut self, name: String, level: f64) {
        self.at = level;
        self.all.push(WaterfallRow {
            short: name.clone(),
            name,
            place: None,
            step: WaterfallStep::Level,
            from: level,
            to: level,
            figure: numbers::level(level),
        });
    }

    fn add(&mut self, (place, names): (usize, [String; 2]), change: f64, figure: String, is_open: bool) {
        let from = self.at;
        self.at += change;
        let [name, short] = names;
        self.all.push(WaterfallRow {
            name,
            short,
            place: Some(place),
            step: WaterfallStep::Effect { is_open },
            from,
            to: self.at,
            figure,
        });
    }
}
