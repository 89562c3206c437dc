//! What names, tornado and shares take of the width: as much as their words need, so that none is cut.

use eframe::egui::{Rect, Ui};

use crate::figure::{IndicesFigure, TornadoFigure};
use crate::ui::pieces::{BODY, SMALL, line};
use crate::ui::theme::Colours;

/// The part of the room right of the names that the tornado takes, and the gap between it and the shares, in points.
const TORNADO: f32 = 0.58;
const BETWEEN: f32 = 12.0;
/// The least and the most of the whole width that names take.
const NAMES: (f32, f32) = (0.12, 0.24);
/// The most of the tornado's width that the values on either side take, and of that of the shares their labels.
const VALUES: f32 = 0.34;
const LABELS: f32 = 0.6;
/// The space around words, in points.
const AROUND: f32 = 10.0;

/// Widths, in points.
pub(super) struct RankColumns {
    /// Of names.
    pub name: f32,
    /// Of the values on either side of the tornado.
    pub value: f32,
    /// Of the labels right of shares.
    pub share: f32,
}

impl RankColumns {
    pub fn new(ui: &Ui, (tornado, indices): (&TornadoFigure, &IndicesFigure)) -> Self {
        let ink = Colours::of(ui).text;
        let width = |words: &String, size: f32| {
            let galley = line(ui.painter(), words.as_str(), size, ink, f32::INFINITY);
            galley.size().x + AROUND
        };
        let widest = |all: &mut dyn Iterator<Item = &String>, size: f32| {
            all.map(|words| width(words, size)).fold(0.0, f32::max)
        };
        let whole = ui.available_width();
        let names = widest(&mut tornado.rows.iter().map(|row| &row.name), BODY);
        let name = names.clamp(whole * NAMES.0, whole * NAMES.1);
        let rest = whole - name;
        let values = widest(&mut tornado.rows.iter().flat_map(|row| &row.values), SMALL);
        let labels = widest(&mut indices.rows.iter().flat_map(|row| &row.labels), SMALL);
        Self {
            name,
            value: values.min(rest * TORNADO * VALUES),
            share: labels.min(rest * (1.0 - TORNADO) * LABELS),
        }
    }

    /// The places of both kinds of bars beside the names.
    pub fn parts(&self, rect: Rect) -> [Rect; 2] {
        let inside = rect.with_min_x(rect.left() + self.name);
        let middle = inside.left() + inside.width() * TORNADO;
        [inside.with_max_x(middle - BETWEEN), inside.with_min_x(middle)]
    }
}
