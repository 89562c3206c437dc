//! Style metrics of a figure.

use super::fonts::TextMeasure;
use crate::figure::{Palette, Rgb};

/// Line spacing, in em.
pub(super) const LEADING: f64 = 1.25;
/// Text size on screen in points, the reference for line widths.
const SCREEN_TEXT: f64 = 13.5;

/// How a figure measures text, its colours, and the size of its text.
pub(super) struct Style {
    pub ruler: TextMeasure,
    pub colours: &'static Palette<Rgb>,
    /// Text size in points.
    pub em: f64,
}

impl Style {
    /// Converts screen points to this figure.
    pub fn scaled(&self, points: f32) -> f64 {
        f64::from(points) * self.em / SCREEN_TEXT
    }
}
