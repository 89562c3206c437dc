//! Effects year by year as stacked bars: what raises a figure above the line, what lowers it below, the change across.

use super::drawing::{ColorRole, Divider, Drawing, FigureAxis, Layer, Shape, Stroke};
use super::trajectory::Role;
use crate::analysis::decomposition::Decomposition;
use crate::model::{LevelKind, Origin};
use crate::plan::Plan;
use crate::text::{Language, Message, say};
use crate::wording::{chart, decomposition_in_words, factor_in_brief, factor_in_words, unit};

/// Half the width of a bar; years are 1 apart.
const HALF_BAR: f64 = 0.3;
/// Margin beyond the longest bars, as a fraction of the axis.
const AIR: f64 = 0.06;
/// Half a year: between the bar of one and that of the next.
const HALF_YEAR: f64 = 0.5;

/// The effects of one factor, year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedFactor {
    /// Its name.
    pub name: String,
    /// The same in few words, for labels.
    pub short: String,
    /// What it adds in each year.
    pub effects: Vec<f64>,
}

/// Effects year by year.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedYears {
    /// What changed.
    pub title: String,
    /// The unit of its axis.
    pub unit: String,
    /// A text alternative for readers who cannot see it.
    pub description: String,
    /// The calendar years.
    pub years: Vec<i32>,
    /// The factors, from the line outwards.
    pub factors: Vec<StackedFactor>,
    /// The whole change in each year.
    pub changes: Vec<f64>,
    /// The last year with data, if years follow it, and whether those are the indicator's own.
    pub last_data: Option<(i32, bool)>,
}

impl StackedYears {
    /// The years of a decomposition one by one.
    #[must_use]
    pub fn of(plan: &Plan, found: &Decomposition, kind: LevelKind, language: Language) -> Self {
        let indicator = plan.get(found.indicator);
        let factors = found.effects.iter().enumerate().map(|(n, effect)| StackedFactor {
            name: factor_in_words(plan, &effect.factor, language),
            short: factor_in_brief(plan, &effect.factor, language),
            effects: found
                .years
                .iter()
                .filter_map(|year| Some(year.effects.get(n)?.change))
                .collect(),
        });
        Self {
            title: Message::new("stack-title")
                .with("name", indicator.name.get(language))
                .say(language),
            unit: unit(plan, indicator, kind, language).into_owned(),
            description: decomposition_in_words(plan, found, None, language),
            years: found.years.iter().map(|year| year.year).collect(),
            factors: factors.collect(),
            changes: found.years.iter().map(|year| year.to - year.from).collect(),
            last_data: found
                .last_actual
                .filter(|last| *last < found.to.year)
                .map(|last| {
                    let year = found.years.iter().find(|year| year.year == last);
                    (last, year.is_some_and(|year| year.origin == Some(Origin::Actual)))
                }),
        }
    }

    /// Where each bar of a factor begins and ends, year by year: on top of those before it with the same sign.
    #[must_use]
    pub fn spans(&self) -> Vec<Vec<(f64, f64)>> {
        let mut ends = vec![(0.0_f64, 0.0_f64); self.years.len()];
        let spans = self.factors.iter().map(|factor| {
            let bars = factor
                .effects
                .iter()
                .zip(&mut ends)
                .map(|(effect, (below, above))| {
                    let end = if *effect < 0.0 { below } else { above };
                    let from = *end;
                    *end += effect;
                    (from, *end)
                });
            bars.collect()
        });
        spans.collect()
    }

    /// The lowest and highest value shown, 0 among them.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let spans = self.spans();
        let all = spans
            .iter()
            .flatten()
            .flat_map(|(from, to)| [*from, *to])
            .chain(self.changes.iter().copied());
        let (low, high) = all.fold((0.0_f64, 0.0_f64), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let air = if high > low { (high - low) * AIR } else { 1.0 };
        (low - air, high + air)
    }

    /// The bars, with a line across each at the change of its year.
    #[must_use]
    pub fn drawing(&self, language: Language) -> Drawing {
        let first = self.years.first().copied().unwrap_or_default();
        let last = self.years.last().copied().unwrap_or_default();
        let (low, high) = self.range();
        let mut layers: Vec<Layer> = self
            .factors
            .iter()
            .zip(self.spans())
            .enumerate()
            .filter_map(|(n, (factor, spans))| self.bars(n, factor, &spans))
            .collect();
        layers.push(self.changes(language));
        Drawing {
            title: self.title.clone(),
            unit: self.unit.clone(),
            description: self.description.clone(),
            across: FigureAxis::Years(first, last),
            up: FigureAxis::Values(low, high),
            layers,
            divider: self.last_data.map(|(year, is_own)| Divider {
                at: f64::from(year) + HALF_YEAR,
                text: chart::data_until(year, is_own.then_some(year), false, language),
            }),
            flags: Vec::new(),
            notice: None,
        }
    }

    fn bars(&self, n: usize, factor: &StackedFactor, spans: &[(f64, f64)]) -> Option<Layer> {
        let outlines: Vec<_> = self
            .years
            .iter()
            .zip(spans)
            .filter(|(_, (from, to))| (to - from).abs() > 0.0)
            .map(|(year, (from, to))| {
                let (left, right) = (f64::from(*year) - HALF_BAR, f64::from(*year) + HALF_BAR);
                vec![(left, *from), (right, *from), (right, *to), (left, *to)]
            })
            .collect();
        (!outlines.is_empty()).then(|| Layer {
            ink: factor_ink(n),
            name: Some(factor.name.clone()),
            label: None,
            shapes: vec![Shape::Areas {
                outlines,
                strength: strength(n),
            }],
        })
    }

    fn changes(&self, language: Language) -> Layer {
        let lines = self.years.iter().zip(&self.changes).map(|(year, change)| {
            let at = f64::from(*year);
            Shape::Line {
                points: vec![(at - 1.2 * HALF_BAR, *change), (at + 1.2 * HALF_BAR, *change)],
                stroke: Stroke::Solid,
                width: 3.0,
            }
        });
        Layer {
            ink: ColorRole::Text,
            name: Some(say(language, "decompose-change").into_owned()),
            label: None,
            shapes: lines.collect(),
        }
    }
}

/// The colour of the n-th factor.
#[must_use]
pub const fn factor_ink(n: usize) -> ColorRole {
    match n % 5 {
        0 => ColorRole::Weak,
        1 => ColorRole::Role(Role::Scenario),
        2 => ColorRole::Role(Role::CatchUp),
        3 => ColorRole::Role(Role::Pinned(0)),
        _ => ColorRole::Role(Role::Trial),
    }
}

/// Its opacity, which tells factors apart in greyscale.
const fn strength(n: usize) -> f32 {
    match n % 3 {
        0 => 0.75,
        1 => 0.95,
        _ => 0.45,
    }
}
