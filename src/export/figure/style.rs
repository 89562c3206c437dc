//! What everything on a figure is measured by.

use super::fonts::Ruler;
use crate::figure::{Palette, Rgb};

/// From one line of text to the next, as a multiple of its size.
pub(super) const LEADING: f64 = 1.25;
/// Plain text on screen, in points, against which widths of lines are given.
const SCREEN_TEXT: f64 = 13.5;

/// The ruler, the colours and the size of text of a figure.
pub(super) struct Style {
    pub ruler: Ruler,
    pub colours: &'static Palette<Rgb>,
    /// The size of plain text, in points.
    pub em: f64,
}

impl Style {
    /// A length in the screen's points on this figure.
    pub fn scaled(&self, points: f32) -> f64 {
        f64::from(points) * self.em / SCREEN_TEXT
    }
}
