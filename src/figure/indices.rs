//! Shares of a figure's variance as bars with their intervals: what levers explain by themselves, and, hatched, what they do
//! only together with others.

use super::drawing::{ColorRole, Drawing, FigureAxis, Label, Layer, Shape, Stroke};
use super::trajectory::Role;
use crate::analysis::Outcome;
use crate::analysis::importance::{Importance, IndexEstimate, ShareOfVariance};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, Message, say};
use crate::wording::{not_uncertain, outcome_named, share_in_words, share_labels};

/// A bar's extent up and down from the middle of its row: of the only one, of the upper and of the lower of two.
const ALONE: (f64, f64) = (-0.3, 0.3);
const UPPER: (f64, f64) = (0.04, 0.36);
const LOWER: (f64, f64) = (-0.36, -0.04);
/// Half the height of a whisker's end.
const HALF_END: f64 = 0.1;
/// Between the lines of a hatched part, as a fraction of the axis.
const HATCH: f64 = 0.012;
/// Margin beyond the longest bar, as a fraction of the axis.
const AIR: f64 = 0.06;

/// A lever with its shares.
#[derive(Clone, Debug, PartialEq)]
pub struct IndexRow {
    /// The lever.
    pub lever: IndicatorIx,
    /// Its short name.
    pub name: String,
    /// Its shares.
    pub share: ShareOfVariance,
    /// The labels of its bars, the upper one first.
    pub labels: Vec<String>,
    /// All of it in words.
    pub in_words: String,
}

/// Shares of variance, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicesFigure {
    /// What it shows.
    pub title: String,
    /// The unit of its axis.
    pub unit: String,
    /// The levers, the largest share first.
    pub rows: Vec<IndexRow>,
    /// Said instead of bars, where the figure is not uncertain.
    pub notice: Option<String>,
}

/// The figure of shares of variance.
#[must_use]
pub fn indices_figure(
    plan: &Plan,
    outcome: Outcome,
    found: &Importance,
    language: Language,
) -> IndicesFigure {
    let shares = found.shares.as_deref().unwrap_or_default();
    let rows: Vec<IndexRow> = shares
        .iter()
        .map(|share| IndexRow {
            lever: share.lever,
            name: plan.get(share.lever).short_name(language).to_owned(),
            share: share.share,
            labels: share_labels(&share.share, language),
            in_words: share_in_words(plan, share, language),
        })
        .collect();
    let id = if found.is_correlated {
        "shapley-title"
    } else {
        "indices-title"
    };
    let name = outcome_named(plan, outcome, language);
    IndicesFigure {
        title: Message::new(id).with("name", name).say(language),
        unit: say(language, "indices-unit").into_owned(),
        notice: rows.is_empty().then(|| not_uncertain(plan, outcome, language)),
        rows,
    }
}

/// A bar with its whisker, in shares; what lies below nothing is drawn at nothing, its whisker as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexBar {
    /// Whether it is that of a total, else of a first order or a Shapley effect.
    pub is_total: bool,
    /// Bottom and top, from the middle of the row.
    pub extent: (f64, f64),
    /// Where the solid part ends.
    pub solid: f64,
    /// Where the hatched part ends, which begins there; the same where there is none.
    pub hatched: f64,
    /// The ends of the whisker.
    pub whisker: (f64, f64),
}

impl IndexRow {
    /// Its bars: first order above, total below, the part of it beyond the first order hatched; or one Shapley effect.
    #[must_use]
    pub fn bars(&self) -> Vec<IndexBar> {
        let bar = |estimate: &IndexEstimate, solid: f64, extent| IndexBar {
            is_total: extent == LOWER,
            extent,
            solid: solid.max(0.0),
            hatched: estimate.value.max(solid).max(0.0),
            whisker: (estimate.low, estimate.high),
        };
        match &self.share {
            ShareOfVariance::Sobol { first, total } => vec![
                bar(first, first.value, UPPER),
                bar(total, first.value.min(total.value), LOWER),
            ],
            ShareOfVariance::Shapley(effect) => vec![bar(effect, effect.value, ALONE)],
        }
    }
}

impl IndicesFigure {
    /// Lowest and highest share shown: from 0, or from the lowest whisker.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let bars = self.rows.iter().flat_map(IndexRow::bars);
        let (low, high) = bars.fold((0.0_f64, 0.1_f64), |(low, high), bar| {
            (low.min(bar.whisker.0), high.max(bar.whisker.1).max(bar.hatched))
        });
        (low, high + (high - low) * AIR)
    }

    /// A text alternative for readers who cannot see it.
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let rows = self.rows.iter().map(|row| {
            Message::new("indices-row")
                .with("said", row.in_words.as_str())
                .say(language)
        });
        self.title.clone() + &rows.collect::<String>()
    }

    /// Horizontal bars, the largest share at the top.
    #[must_use]
    pub fn drawing(&self, language: Language) -> Drawing {
        let (low, high) = self.range();
        let mut layers: Vec<Layer> = self.solid(language).collect();
        layers.extend(self.hatched(high - low, language));
        layers.extend(self.whiskers(language));
        layers.extend(self.labels(language));
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

    /// Each bar with the middle of its row on the vertical axis, where the first name is at the bottom.
    fn placed(&self) -> impl Iterator<Item = (f64, IndexBar)> {
        let rows = (0..).map(f64::from).zip(self.rows.iter().rev());
        rows.flat_map(|(place, row)| row.bars().into_iter().map(move |bar| (place, bar)))
    }

    /// The solid parts of bars, of totals paler.
    fn solid(&self, language: Language) -> impl Iterator<Item = Layer> {
        let is_shapley = self
            .rows
            .iter()
            .any(|row| matches!(row.share, ShareOfVariance::Shapley(_)));
        let first = if is_shapley {
            "index-column-shapley"
        } else {
            "index-column-first"
        };
        let kinds = [(false, first, 0.85), (true, "index-column-total", 0.35)];
        kinds.into_iter().filter_map(move |(is_total, name, strength)| {
            let bars = self.placed().filter(|(_, bar)| bar.is_total == is_total);
            let outlines: Vec<_> = bars
                .map(|(place, bar)| {
                    let (bottom, top) = (place + bar.extent.0, place + bar.extent.1);
                    vec![(0.0, bottom), (bar.solid, bottom), (bar.solid, top), (0.0, top)]
                })
                .collect();
            (!outlines.is_empty()).then(|| Layer {
                ink: ColorRole::Role(Role::Scenario),
                name: Some(say(language, name).into_owned()),
                label: None,
                shapes: vec![Shape::Areas { outlines, strength }],
            })
        })
    }

    /// What levers do only together with others, as outlines filled with slanted lines. `width` is that of the axis.
    fn hatched(&self, width: f64, language: Language) -> Option<Layer> {
        let parts: Vec<Shape> = self
            .placed()
            .filter(|(_, bar)| bar.hatched > bar.solid)
            .flat_map(|(place, bar)| {
                let (bottom, top) = (place + bar.extent.0, place + bar.extent.1);
                hatching((bar.solid, bar.hatched), (bottom, top), width * HATCH)
            })
            .map(|points| Shape::Line {
                points,
                stroke: Stroke::Solid,
                width: 1.0,
            })
            .collect();
        (!parts.is_empty()).then(|| Layer {
            ink: ColorRole::Role(Role::Scenario),
            name: Some(say(language, "index-together").into_owned()),
            label: None,
            shapes: parts,
        })
    }

    fn whiskers(&self, language: Language) -> Option<Layer> {
        let shapes: Vec<Shape> = self
            .placed()
            .flat_map(|(place, bar)| {
                let middle = place + f64::midpoint(bar.extent.0, bar.extent.1);
                let (low, high) = bar.whisker;
                let end = |at: f64| vec![(at, middle - HALF_END), (at, middle + HALF_END)];
                [vec![(low, middle), (high, middle)], end(low), end(high)]
            })
            .map(|points| Shape::Line {
                points,
                stroke: Stroke::Solid,
                width: 1.0,
            })
            .collect();
        (!shapes.is_empty()).then(|| Layer {
            ink: ColorRole::Text,
            name: Some(say(language, "index-interval-name").into_owned()),
            label: None,
            shapes,
        })
    }

    fn labels(&self, language: Language) -> impl Iterator<Item = Layer> {
        let rows = (0..).map(f64::from).zip(self.rows.iter().rev());
        rows.map(move |(place, row)| Layer {
            ink: ColorRole::Text,
            name: None,
            label: Some(Label {
                at: (row.share.rank().max(0.0), place),
                text: row.labels.join(&say(language, "list-separator")),
            }),
            shapes: Vec::new(),
        })
    }
}

/// The outline of a box and slanted lines inside it, rising from left to right.
fn hatching((from, to): (f64, f64), (bottom, top): (f64, f64), step: f64) -> Vec<Vec<(f64, f64)>> {
    let mut lines = vec![vec![
        (from, bottom),
        (to, bottom),
        (to, top),
        (from, top),
        (from, bottom),
    ]];
    // Each line would rise over this width.
    let slant = 2.0 * step;
    let height = top - bottom;
    let mut start = from - slant + step;
    while start < to && step > 0.0 && lines.len() < MOST_LINES {
        let at = |x: f64| bottom + (x - start) / slant * height;
        let (left, right) = (start.max(from), (start + slant).min(to));
        if right > left {
            lines.push(vec![(left, at(left)), (right, at(right))]);
        }
        start += step;
    }
    lines
}

/// A hatched part has no more lines than this.
const MOST_LINES: usize = 200;
