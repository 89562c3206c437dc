//! A laid-out figure, in points from the upper left corner.

use crate::figure::{MarkShape, Rgb};

/// A point on the sheet.
pub(super) type SheetPoint = (f64, f64);

/// Text alignment at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// An item on the sheet.
#[derive(Clone, Debug)]
pub(super) enum SheetItem {
    Area {
        corners: Vec<SheetPoint>,
        fill: Rgb,
        strength: f32,
    },
    Line {
        spots: Vec<SheetPoint>,
        colour: Rgb,
        width: f64,
        /// Dash and gap; [`SOLID`] for solid lines, [`DOT`]-length dashes for dots.
        dash: [f64; 2],
    },
    Mark {
        spot: SheetPoint,
        form: MarkShape,
        /// Half its height.
        radius: f64,
        colour: Rgb,
        /// Fill, if different from its colour.
        inside: Option<Rgb>,
    },
    Text {
        /// Anchor point on its baseline.
        spot: SheetPoint,
        anchor: Anchor,
        size: f64,
        colour: Rgb,
        text: String,
    },
}

/// A figure laid out.
pub(super) struct FigureSheet {
    pub width: f64,
    pub height: f64,
    pub ground: Rgb,
    /// Back to front.
    pub items: Vec<SheetItem>,
}

impl FigureSheet {
    pub fn text(&mut self, text: &str, spot: SheetPoint, anchor: Anchor, size: f64, colour: Rgb) {
        self.items.push(SheetItem::Text {
            spot,
            anchor,
            size,
            colour,
            text: text.to_owned(),
        });
    }

    pub fn rule(&mut self, from: SheetPoint, to: SheetPoint, width: f64, colour: Rgb) {
        self.items.push(SheetItem::Line {
            spots: vec![from, to],
            colour,
            width,
            dash: SOLID,
        });
    }
}

/// No dashes.
pub(super) const SOLID: [f64; 2] = [0.0, 0.0];

/// Dash length of a dot: some viewers draw nothing for zero.
pub(super) const DOT: f64 = 0.01;
