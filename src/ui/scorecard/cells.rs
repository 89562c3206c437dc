//! The evidence of a target: a cell for each year, which says what the level of that year rests on.

use eframe::egui::{Color32, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{INDENT, SIDE};
use crate::model::{Origin, Projection};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;
use crate::text::{Language, say};
use crate::ui::pieces::{SMALL, from_left, line};
use crate::ui::theme::Colours;

/// The width of a cell and the space after it, in points; of a long plan all cells together take no more than the other.
const CELL: f32 = 7.0;
const AFTER: f32 = 2.0;
const MOST: f32 = 54.0;

/// What a year rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum YearEvidence {
    Actual,
    Interpolated,
    /// Follows from the actuals of another indicator.
    Derived,
    Set,
    Assumed,
}

impl YearEvidence {
    const ALL: [Self; 5] = [
        Self::Actual,
        Self::Interpolated,
        Self::Derived,
        Self::Set,
        Self::Assumed,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Actual => "evidence-key-actual",
            Self::Interpolated => "evidence-key-interpolated",
            Self::Derived => "evidence-key-derived",
            Self::Set => "evidence-key-set",
            Self::Assumed => "evidence-key-assumed",
        }
    }

    fn paint(self, painter: &Painter, place: Rect, colours: &Colours) {
        match self {
            Self::Actual => painter.rect_filled(place, 0.0, colours.text),
            Self::Interpolated => {
                let line = Stroke::new(if place.width() < 5.0 { 0.7 } else { 1.2 }, colours.text);
                painter.rect_stroke(place, 0.0, line, StrokeKind::Inside)
            }
            Self::Derived => painter.rect_filled(place, 0.0, colours.plan),
            Self::Set => painter.rect_filled(place, 0.0, colours.accent),
            Self::Assumed => painter.circle_filled(
                place.center(),
                (place.width() / 5.0).clamp(0.7, 1.2),
                colours.text_weak,
            ),
        };
    }
}

/// What each year after the base year rests on.
fn years(plan: &Plan, scenario: &Scenario, projection: &Projection, ix: IndicatorIx) -> Vec<YearEvidence> {
    let last = projection.last_actual(ix);
    let behind = plan.levers_behind(ix);
    let is_set = behind.iter().any(|lever| scenario.rates.get(*lever).is_some());
    let of = |(step, origin): (usize, &Origin)| match origin {
        Origin::Base | Origin::Actual => YearEvidence::Actual,
        Origin::Interpolated => YearEvidence::Interpolated,
        Origin::Implied => YearEvidence::Derived,
        Origin::PartlyAssumed if step <= last => YearEvidence::Derived,
        Origin::Projected => YearEvidence::Set,
        Origin::PartlyAssumed if is_set => YearEvidence::Set,
        Origin::PartlyAssumed | Origin::Assumed => YearEvidence::Assumed,
    };
    projection
        .origins(ix)
        .iter()
        .enumerate()
        .skip(1)
        .map(of)
        .collect()
}

/// Paints the cells of an indicator from `at`, the middle of their left edge. Returns where they end.
pub(super) fn paint(
    painter: &Painter,
    (plan, scenario, projection): (&Plan, &Scenario, &Projection),
    ix: IndicatorIx,
    at: Pos2,
    colours: &Colours,
) -> f32 {
    let years = years(plan, scenario, projection, ix);
    let step = (CELL + AFTER).min(MOST / years.len().max(1) as f32);
    let width = if step < 4.0 { step } else { step - AFTER };
    for (n, evidence) in years.iter().enumerate() {
        let left = at.x + step * n as f32;
        let cell = Rect::from_center_size(pos2(left + width / 2.0, at.y), vec2(width, CELL));
        evidence.paint(painter, cell, colours);
    }
    at.x + step * years.len() as f32
}

/// Five dots, or as many as the plan has years, at the right end of a row.
pub(super) fn paint_to(painter: &Painter, steps: usize, at: Pos2, colour: Color32) {
    let step = (CELL + AFTER).min(MOST / steps.max(1) as f32);
    for n in 0..steps {
        let x = at.x - 2.0 - step * (steps - 1 - n) as f32;
        painter.circle_filled(pos2(x, at.y), (step / 8.0).clamp(0.6, 1.1), colour);
    }
}

/// What the cells mean.
pub(super) fn key(ui: &mut Ui, language: Language, height: f32) {
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let colours = Colours::of(ui);
    let painter = ui.painter();
    let words = YearEvidence::ALL.map(|evidence| {
        let word = say(language, evidence.word());
        (
            evidence,
            line(painter, word.as_ref(), SMALL, colours.text_weak, f32::INFINITY),
        )
    });
    let taken: f32 = words.iter().map(|(_, word)| CELL + 5.0 + word.size().x).sum();
    let room = place.width() - INDENT - SIDE;
    let gap = ((room - taken) / (words.len() - 1) as f32).clamp(3.0, 14.0);
    let indent = if taken + 4.0 * gap > room { SIDE } else { INDENT };
    let (mut x, middle) = (place.left() + indent, place.center().y + 2.0);
    for (evidence, word) in words {
        let cell = Rect::from_center_size(pos2(x + CELL / 2.0, middle), vec2(CELL, CELL));
        evidence.paint(painter, cell, colours);
        x = from_left(painter, word, x + CELL + 5.0, middle) + gap;
    }
}
