//! How a plan's targets stand: official progress at each one's last actual, against the share due by then.

use super::drawing::{ColorRole, Drawing, FigureAxis, Label, Layer, Shape, Stroke};
use super::tone;
use crate::model::{Ledger, Origin, Standing};
use crate::plan::{Plan, TargetIx};
use crate::text::{Language, say};
use crate::wording::{self, target_in_words};

/// Half the height of a bar; rows are 1 apart.
const HALF_BAR: f64 = 0.3;
/// Margin beyond the longest bars, as a fraction of the axis.
const AIR: f64 = 0.04;
/// The opacity of a standing's bars, which tells them apart in greyscale.
const fn strength(standing: Standing) -> f32 {
    match standing {
        Standing::Reached | Standing::Holds => 0.9,
        Standing::Ahead => 0.75,
        Standing::OnSchedule => 0.6,
        Standing::Behind => 0.45,
        Standing::WrongDirection | Standing::Unknown | Standing::Open => 0.3,
        Standing::BeyondLimit => 0.2,
        Standing::NotReached => 0.12,
    }
}

/// One target at its last actual.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewMark {
    /// The target.
    pub target: TargetIx,
    /// Its name, with whatever distinguishes it from other targets of the same indicator.
    pub name: String,
    /// The year of its last actual.
    pub year: i32,
    /// Official progress then, as a fraction; 1 is the target.
    pub progress: f64,
    /// The share due by then on an even path.
    pub due: f64,
    /// What its last level rests on.
    pub origin: Origin,
    /// How the two compare.
    pub standing: Standing,
}

/// Every target with actuals, ready to draw as bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What it shows.
    pub title: String,
    /// The unit of its axis, percent of the way.
    pub unit: String,
    /// The targets, in the order of the ledgers. Empty without actuals.
    pub stands: Vec<OverviewMark>,
}

/// Where targets with actuals stand, in the order of their ledgers.
#[must_use]
pub fn overview(plan: &Plan, ledgers: &[Ledger], language: Language) -> Overview {
    let with_actuals = ledgers.iter().filter(|ledger| ledger.last_actual > 0);
    let stands = with_actuals.filter_map(|ledger| {
        let last = ledger.last()?;
        Some(OverviewMark {
            target: ledger.target,
            name: target_in_words(plan, ledger.target, language),
            year: last.year,
            progress: ledger.judged()?.progress,
            due: last.scheduled,
            origin: last.origin,
            standing: ledger.standing(),
        })
    });
    let stands: Vec<OverviewMark> = stands.collect();
    let is_due_at_end = |stand: &OverviewMark| {
        let target = plan.target(stand.target);
        !target.is_each_year() && plan.due_year(target) == plan.end_year
    };
    let end = stands.iter().all(is_due_at_end).then_some(plan.end_year);
    Overview {
        title: wording::overview::title(end, language),
        unit: say(language, "unit-progress").into_owned(),
        stands,
    }
}

impl OverviewMark {
    /// The standing, and what it rests on.
    const fn judged(&self) -> (Standing, Origin) {
        (self.standing, self.origin)
    }
}

impl Overview {
    /// The lowest and highest percentage shown: at least 0 to 100, with a margin beyond longer bars.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        let all = self.stands.iter().flat_map(|stand| [stand.progress, stand.due]);
        let (low, high) = all.fold((0.0_f64, 1.0_f64), |(low, high), share| {
            (low.min(share), high.max(share))
        });
        let air = (high - low) * AIR;
        (
            (if low < 0.0 { low - air } else { low }) * 100.0,
            (high + air) * 100.0,
        )
    }

    /// A text alternative for readers who cannot see it.
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let each = self.stands.iter().map(|stand| {
            let shares = (stand.progress, stand.due);
            wording::overview::stand(&stand.name, shares, stand.year, stand.judged(), language)
        });
        self.title.clone() + &each.collect::<String>()
    }

    /// Horizontal bars, the first target at the top, crossed by a line at the share due, with a description of both.
    #[must_use]
    pub fn drawing(&self, language: Language) -> Drawing {
        let (low, high) = self.range();
        let mut layers: Vec<Layer> = Standing::ALL
            .into_iter()
            .filter_map(|standing| self.bars(standing, language))
            .collect();
        layers.extend(self.labels(language));
        layers.extend(self.due(language));
        Drawing {
            title: self.title.clone(),
            unit: self.unit.clone(),
            description: self.in_words(language),
            across: FigureAxis::Values(low, high),
            up: FigureAxis::Names(self.stands.iter().rev().map(|stand| stand.name.clone()).collect()),
            layers,
            divider: None,
            flags: Vec::new(),
            notice: self
                .stands
                .is_empty()
                .then(|| say(language, "standing-unknown").into_owned()),
        }
    }

    /// Each target with its position on the vertical axis, where the first name is at the bottom.
    fn placed(&self) -> impl Iterator<Item = (f64, &OverviewMark)> {
        (0..).map(f64::from).zip(self.stands.iter().rev())
    }

    fn bars(&self, standing: Standing, language: Language) -> Option<Layer> {
        let of_standing = self.placed().filter(|(_, stand)| stand.standing == standing);
        let outlines: Vec<_> = of_standing
            .map(|(row, stand)| {
                let (end, bottom, top) = (stand.progress * 100.0, row - HALF_BAR, row + HALF_BAR);
                vec![(0.0, bottom), (end, bottom), (end, top), (0.0, top)]
            })
            .collect();
        (!outlines.is_empty()).then(|| Layer {
            ink: ColorRole::Status(tone(standing)),
            name: Some(say(language, wording::standing(standing)).into_owned()),
            label: None,
            shapes: vec![Shape::Areas {
                outlines,
                strength: strength(standing),
            }],
        })
    }

    /// Progress and standing beside each bar, with the year if the years differ.
    fn labels(&self, language: Language) -> impl Iterator<Item = Layer> {
        let one_year = self.stands.iter().all(|stand| stand.year == self.stands[0].year);
        self.placed().map(move |(row, stand)| Layer {
            ink: ColorRole::Status(tone(stand.standing)),
            name: None,
            label: Some(Label {
                at: (stand.progress * 100.0, row),
                text: wording::overview::label(
                    stand.progress,
                    (!one_year).then_some(stand.year),
                    stand.judged(),
                    language,
                ),
            }),
            shapes: Vec::new(),
        })
    }

    /// A line across every row, stepped where the years differ.
    fn due(&self, language: Language) -> Option<Layer> {
        let ends = |(row, stand): (f64, &OverviewMark)| {
            let due = stand.due * 100.0;
            [(due, row - 0.5), (due, row + 0.5)]
        };
        let points: Vec<_> = self.placed().flat_map(ends).collect();
        (!points.is_empty()).then(|| Layer {
            ink: ColorRole::Text,
            name: Some(say(language, "overview-due").into_owned()),
            label: None,
            shapes: vec![Shape::Line {
                points,
                stroke: Stroke::Dashed(6.0),
                width: 2.0,
            }],
        })
    }
}
