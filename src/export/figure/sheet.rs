//! A laid-out figure, in points from the upper left corner.

use crate::figure::{Form, Rgb};

/// A point on the sheet.
pub(super) type Point = (f64, f64);

/// Text alignment at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// An item on the sheet.
#[derive(Clone, Debug)]
pub(super) enum Item {
    Area {
        corners: Vec<Point>,
        fill: Rgb,
        strength: f32,
    },
    Line {
        spots: Vec<Point>,
        colour: Rgb,
        width: f64,
        /// Dash and gap; [`SOLID`] for solid lines, [`DOT`]-length dashes for dots.
        dash: [f64; 2],
    },
    Mark {
        spot: Point,
        form: Form,
        /// Half its height.
        radius: f64,
        colour: Rgb,
        /// Fill, if different from its colour.
        inside: Option<Rgb>,
    },
    Text {
        /// Anchor point on its baseline.
        spot: Point,
        anchor: Anchor,
        size: f64,
        colour: Rgb,
        text: String,
    },
}

/// A figure laid out.
pub(super) struct Sheet {
    pub width: f64,
    pub height: f64,
    pub ground: Rgb,
    /// Back to front.
    pub items: Vec<Item>,
}

impl Sheet {
    pub fn text(&mut self, text: &str, spot: Point, anchor: Anchor, size: f64, colour: Rgb) {
        self.items.push(Item::Text {
            spot,
            anchor,
            size,
            colour,
            text: text.to_owned(),
        });
    }

    pub fn rule(&mut self, from: Point, to: Point, width: f64, colour: Rgb) {
        self.items.push(Item::Line {
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
