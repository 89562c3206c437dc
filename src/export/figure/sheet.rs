//! A figure laid out: everything has a place on the sheet, in points from its upper left corner.

use crate::figure::{Form, Rgb};

/// A place on the sheet.
pub(super) type Spot = (f64, f64);

/// Which end of a text stands at its spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Something on the sheet.
#[derive(Clone, Debug)]
pub(super) enum Item {
    Area {
        corners: Vec<Spot>,
        fill: Rgb,
        strength: f32,
    },
    Line {
        spots: Vec<Spot>,
        colour: Rgb,
        width: f64,
        /// Dash and gap; [`SOLID`] for a solid line. Dashes as short as [`DOT`] are discs.
        dash: [f64; 2],
    },
    Mark {
        spot: Spot,
        form: Form,
        /// Half its height.
        radius: f64,
        colour: Rgb,
        /// What fills it, where that is not its colour.
        inside: Option<Rgb>,
    },
    Text {
        /// Where its baseline has its anchor.
        spot: Spot,
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
    /// Those at the back first.
    pub items: Vec<Item>,
}

impl Sheet {
    pub fn text(&mut self, text: &str, spot: Spot, anchor: Anchor, size: f64, colour: Rgb) {
        self.items.push(Item::Text {
            spot,
            anchor,
            size,
            colour,
            text: text.to_owned(),
        });
    }

    pub fn rule(&mut self, from: Spot, to: Spot, width: f64, colour: Rgb) {
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

/// The length of a dash that is a disc: some readers draw nothing where it has none.
pub(super) const DOT: f64 = 0.01;
