//! The curve of a spread: filled down to its ground.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, remap};

use super::ribbon::ribbon;
use crate::figure::Density;

/// The opacity of a curve's ground.
const FILL: f32 = 0.22;

/// Where a curve stands: the place of the rates it is around.
#[derive(Clone, Copy)]
pub(in crate::ui) struct CurveScale {
    pub place: Rect,
    /// The rates at the left and right edge of the place.
    pub low: f64,
    pub high: f64,
}

impl CurveScale {
    pub fn x(&self, rate: f64) -> f32 {
        let span = self.low as f32..=self.high as f32;
        remap(rate as f32, span, self.place.left()..=self.place.right())
    }

    /// How much of a rate one point is.
    pub fn per_point(&self) -> f64 {
        (self.high - self.low) / f64::from(self.place.width().max(1.0))
    }
}

/// The curve around a rate, and a line at its most likely value.
pub(in crate::ui) fn curve(
    painter: &Painter,
    density: &Density,
    rate: f64,
    scale: &CurveScale,
    ink: Color32,
) {
    let place = scale.place;
    let painter = painter.with_clip_rect(place.expand(1.0).intersect(painter.clip_rect()));
    let points: Vec<Pos2> = density
        .curve
        .iter()
        .map(|(deviation, height)| at(scale.x(rate + deviation), *height, place))
        .collect();
    filled(&painter, &points, place.bottom(), ink);
    painter.add(Shape::line(points, Stroke::new(1.2, ink)));
    painter.hline(place.x_range(), place.bottom(), Stroke::new(1.0, ink));
    let mode = scale.x(rate + density.mode);
    painter.vline(mode, place.y_range(), Stroke::new(1.2, ink));
}

/// A small curve on a slider's own axis, above its track: `x` gives the place of a rate.
pub(in crate::ui) fn hump(
    painter: &Painter,
    density: &Density,
    rate: f64,
    place: Rect,
    x: impl Fn(f64) -> f32,
    ink: Color32,
) {
    let points: Vec<Pos2> = density
        .curve
        .iter()
        .map(|(deviation, height)| at(x(rate + deviation), *height, place))
        .collect();
    filled(painter, &points, place.bottom(), ink);
    painter.add(Shape::line(points, Stroke::new(1.0, ink.gamma_multiply(0.7))));
}

fn at(x: f32, height: f64, place: Rect) -> Pos2 {
    pos2(x, place.bottom() - height as f32 * place.height())
}

/// The ground below a curve.
fn filled(painter: &Painter, points: &[Pos2], bottom: f32, ink: Color32) {
    let ground: Vec<Pos2> = points.iter().map(|point| pos2(point.x, bottom)).collect();
    ribbon(painter, points, &ground, ink.gamma_multiply(FILL));
}
