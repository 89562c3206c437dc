//! The plot: coordinate mapping and layers.

use super::sheet::{DOT, FigureSheet, SOLID, SheetItem, SheetPoint};
use super::style::Style;
use crate::figure::{Layer, MarkShape, Rgb, Shape, Stroke};

/// Radius of marks in screen points: discs and the like, and squares.
const DISC: f32 = 3.5;
const SQUARE: f32 = 4.0;
const TICK: f32 = 1.8;
/// Gap between dashes, in screen points.
const GAP: f32 = 4.0;
/// Target brackets in screen points: line width, end length, minimum half length.
const BRACKET: f32 = 2.0;
const BENT: f32 = 4.5;
const HALF_BRACKET: f32 = 5.0;

/// Plot edges on the sheet, and the values there.
pub(super) struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub across: (f64, f64),
    pub up: (f64, f64),
}

impl Plot {
    /// Maps values to the sheet.
    pub fn at(&self, (x, y): (f64, f64)) -> SheetPoint {
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

    pub fn draw(&self, sheet: &mut FigureSheet, layer: &Layer, style: &Style) {
        let colour = style.colours.ink(layer.ink);
        let spots = |points: &[(f64, f64)]| points.iter().map(|point| self.at(*point)).collect::<Vec<_>>();
        for shape in &layer.shapes {
            match shape {
                Shape::Areas { outlines, strength } => {
                    sheet.items.extend(outlines.iter().map(|outline| SheetItem::Area {
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
                Shape::Bracket { across, at, opens_up } => {
                    let (from, to) = (self.at((across.0, *at)), self.at((across.1, *at)));
                    // Ensures a visible width on long time axes.
                    let (middle, half) = (f64::midpoint(from.0, to.0), (to.0 - from.0) / 2.0);
                    let half = half.max(style.scaled(HALF_BRACKET));
                    let ends = (middle - half, middle + half);
                    sheet.items.push(bracket(ends, from.1, *opens_up, colour, style));
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

pub(super) fn stroked(
    spots: Vec<SheetPoint>,
    stroke: Stroke,
    width: f32,
    colour: Rgb,
    style: &Style,
) -> SheetItem {
    let width = style.scaled(width);
    let dash = match stroke {
        Stroke::Solid => SOLID,
        Stroke::Dashed(length) => [style.scaled(length), style.scaled(GAP)],
        // Round caps turn near-zero dashes into dots.
        Stroke::Dotted => [DOT, 2.0 * width],
    };
    SheetItem::Line {
        spots,
        colour,
        width,
        dash,
    }
}

/// A bracket that opens up or down.
pub(super) fn bracket(
    (from, to): (f64, f64),
    y: f64,
    opens_up: bool,
    colour: Rgb,
    style: &Style,
) -> SheetItem {
    let bent = style.scaled(BENT);
    let end = if opens_up { y - bent } else { y + bent };
    let spots = vec![(from, end), (from, y), (to, y), (to, end)];
    stroked(spots, Stroke::Solid, BRACKET, colour, style)
}

pub(super) fn mark(
    spot: SheetPoint,
    form: MarkShape,
    is_hollow: bool,
    colour: Rgb,
    style: &Style,
) -> SheetItem {
    let radius = style.scaled(match form {
        MarkShape::Square => SQUARE,
        MarkShape::Tick => TICK,
        _ => DISC,
    });
    SheetItem::Mark {
        spot,
        form,
        radius,
        colour,
        inside: is_hollow.then_some(style.colours.surface),
    }
}
