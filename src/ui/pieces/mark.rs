//! The mark of a target's state: painted, so that its shape is the same with every font, and told apart without colour.

use std::f32::consts::TAU;

use eframe::egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::model::{Assessment, Basis, Status};
use crate::ui::theme::Colours;
use crate::wording;

/// Width and height of a mark, in points.
pub(in crate::ui) const SIZE: f32 = 14.0;
/// The width of lines in a mark, in points.
const LINE: f32 = 1.6;

/// What a mark says of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Mark {
    /// Judged: it rests on data or a set rate.
    Judged(Status),
    /// On the plan's own path, because nothing was entered.
    Assumed,
    /// Without a base value or data.
    NoData,
}

impl Mark {
    /// The mark of a judgement.
    pub fn of(assessment: &Assessment) -> Self {
        match assessment.basis {
            Basis::Assumed => Self::Assumed,
            Basis::None => Self::NoData,
            _ if assessment.status == Status::Unknown => Self::NoData,
            _ => Self::Judged(assessment.status),
        }
    }

    /// Its colour; only what is judged is coloured.
    pub const fn colour(self, colours: &Colours) -> Color32 {
        match self {
            Self::Judged(status) => colours.status(status),
            Self::Assumed | Self::NoData => colours.unknown,
        }
    }

    /// Its word, as a message id.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Judged(status) => wording::status(status),
            Self::Assumed => "status-assumed",
            Self::NoData => "status-unknown",
        }
    }

    /// Paints it in a slot of [`SIZE`] of its own.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (place, response) = ui.allocate_exact_size(vec2(SIZE, SIZE), Sense::hover());
        self.paint(ui.painter(), place.center(), Colours::of(ui));
        response
    }

    /// Paints it around a point.
    pub fn paint(self, painter: &Painter, at: Pos2, colours: &Colours) {
        let colour = self.colour(colours);
        let line = Stroke::new(LINE, colour);
        let sign = Stroke::new(LINE, colours.surface);
        let radius = SIZE / 2.0 - 0.5;
        let strokes = |lines: &[&[(f32, f32)]], stroke| {
            for points in lines {
                let points = points.iter().map(|(x, y)| at + vec2(*x, *y)).collect();
                painter.add(Shape::line(points, stroke));
            }
        };
        match self {
            Self::Judged(Status::Met) => {
                painter.circle_filled(at, radius, colour);
                strokes(&[&[(-3.0, 0.2), (-0.9, 2.4), (3.2, -2.4)]], sign);
            }
            Self::Judged(Status::Close) => {
                painter.circle_stroke(at, radius - LINE / 2.0, line);
                let half =
                    (0..=16u8).map(|n| at + (radius - 1.0) * Vec2::angled(TAU / 2.0 * f32::from(n) / 16.0));
                painter.add(Shape::convex_polygon(half.collect(), colour, Stroke::NONE));
            }
            Self::Judged(Status::Missed) => {
                painter.rect_filled(Rect::from_center_size(at, Vec2::splat(SIZE - 2.0)), 2.0, colour);
                strokes(&[&[(-2.6, -2.6), (2.6, 2.6)], &[(-2.6, 2.6), (2.6, -2.6)]], sign);
            }
            Self::Judged(Status::WrongDirection) => {
                let corner = radius + 0.5;
                let corners = [(0.0, -corner), (corner, 0.0), (0.0, corner), (-corner, 0.0)];
                let corners = corners.map(|(x, y)| pos2(at.x + x, at.y + y)).to_vec();
                painter.add(Shape::convex_polygon(corners, colour, Stroke::NONE));
                strokes(
                    &[
                        &[(3.0, 0.0), (-3.0, 0.0)],
                        &[(-0.6, -2.4), (-3.0, 0.0), (-0.6, 2.4)],
                    ],
                    sign,
                );
            }
            Self::Assumed => {
                let radius = radius - LINE / 2.0;
                let ring: Vec<_> = (0..=32u8)
                    .map(|n| at + radius * Vec2::angled(TAU * f32::from(n) / 32.0))
                    .collect();
                let dash = TAU * radius / 16.0;
                painter.extend(Shape::dashed_line(&ring, Stroke::new(1.4, colour), dash, dash));
            }
            Self::NoData | Self::Judged(Status::Unknown) => strokes(&[&[(-4.5, 0.0), (4.5, 0.0)]], line),
        }
    }
}
