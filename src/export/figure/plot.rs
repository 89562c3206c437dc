//! The plot: where values are on the sheet, and the layers drawn there.

use super::layout::Style;
use super::sheet::{Item, SOLID, Sheet, Spot};
use crate::figure::{Form, Layer, Rgb, Shape, Stroke};

/// Half the height of marks, in the screen's points: discs and the like, and squares.
const DISC: f32 = 3.0;
const SQUARE: f32 = 4.0;
/// Between dashes, in the screen's points.
const GAP: f32 = 3.0;

/// The plot's edges on the sheet, and the values at them.
pub(super) struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub across: (f64, f64),
    pub up: (f64, f64),
}

impl Plot {
    /// Where values are on the sheet.
    pub fn at(&self, (x, y): (f64, f64)) -> Spot {
        let across = (x - self.across.0) / (self.across.1 - self.across.0);
        let up = (y - self.up.0) / (self.up.1 - self.up.0);
        (
            self.left + across * (self.right - self.left),
            self.bottom - up * (self.bottom - self.top),
        )
    }

    pub fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    pub fn draw(&self, sheet: &mut Sheet, layer: &Layer, style: &Style) {
        let colour = style.colours.ink(layer.ink);
        let spots = |points: &[(f64, f64)]| points.iter().map(|point| self.at(*point)).collect::<Vec<_>>();
        for shape in &layer.shapes {
            match shape {
                Shape::Areas { outlines, strength } => {
                    sheet.items.extend(outlines.iter().map(|outline| Item::Area {
                        corners: spots(outline),
                        fill: colour,
                        strength: *strength,
                    }));
                }
                Shape::Line {
                    points,
                    stroke,
                    width,
                } => {
                    sheet
                        .items
                        .push(stroked(spots(points), *stroke, *width, colour, style));
                }
                Shape::Level { at, stroke, width } => {
                    let ends = vec![self.at((self.across.0, *at)), self.at((self.across.1, *at))];
                    sheet.items.push(stroked(ends, *stroke, *width, colour, style));
                }
                Shape::Marks {
                    points,
                    form,
                    is_hollow,
                } => {
                    let marks = points.iter().map(|point| self.at(*point));
                    let marks = marks.map(|spot| mark(spot, *form, *is_hollow, colour, style));
                    sheet.items.extend(marks);
                }
            }
        }
    }
}

pub(super) fn stroked(spots: Vec<Spot>, stroke: Stroke, width: f32, colour: Rgb, style: &Style) -> Item {
    let width = style.scaled(width);
    let dash = match stroke {
        Stroke::Solid => SOLID,
        Stroke::Dashed(length) => [style.scaled(length), style.scaled(GAP)],
        Stroke::Dotted => [width, 2.0 * width],
    };
    Item::Line {
        spots,
        colour,
        width,
        dash,
    }
}

pub(super) fn mark(spot: Spot, form: Form, is_hollow: bool, colour: Rgb, style: &Style) -> Item {
    let radius = style.scaled(if form == Form::Square { SQUARE } else { DISC });
    Item::Mark {
        spot,
        form,
        radius,
        colour,
        inside: is_hollow.then_some(style.colours.surface),
    }
}
