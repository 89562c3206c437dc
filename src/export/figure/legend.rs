//! Legend rows under the title.

use super::plot::{bracket, mark, stroked};
use super::sheet::{Anchor, FigureSheet, SheetItem, SheetPoint};
use super::style::{LEADING, Style};
use super::wrap::{clean, cut};
use crate::figure::{Drawing, Layer, Shape};
use crate::text::Language;
use crate::wording::labelled;

/// From the middle of a line of text down to its baseline, as a multiple of its size: half a figure's height.
pub(super) const HALF_HEIGHT: f64 = 0.36;
/// Widths as multiples of the text's size: a sample of a line, of a mark, and what stands between.
const LINE: f64 = 2.4;
const MARK: f64 = 0.8;
const AFTER_SAMPLE: f64 = 0.4;
const AFTER_ENTRY: f64 = 1.4;
/// From one row to the next.
const ROW: f64 = 1.4;

struct LegendEntry<'a> {
    layer: &'a Layer,
    name: String,
    /// From the left edge.
    x: f64,
    row: usize,
}

/// A legend with its entries in their rows.
pub(super) struct Legend<'a> {
    entries: Vec<LegendEntry<'a>>,
    em: f64,
}

impl<'a> Legend<'a> {
    /// The legend of a drawing, without lines labelled at their end.
    pub fn new(
        drawing: &'a Drawing,
        is_labelled: bool,
        style: &Style,
        (width, language): (f64, Language),
    ) -> Self {
        let em = style.em;
        // The scenario first, then compared scenarios, then background layers.
        let lines = drawing
            .layers
            .iter()
            .rev()
            .filter(|layer| layer.label.is_some() && !layer.shapes.is_empty() && !is_labelled);
        let others = drawing.layers.iter().filter(|layer| layer.label.is_none());
        // If a line is unlabelled, its first stretch names it.
        let unlabelled = |layer: &&Layer| layer.label.is_some() && layer.shapes.is_empty() && !is_labelled;
        let mut owner = drawing
            .layers
            .iter()
            .find(unlabelled)
            .and_then(|layer| layer.name.clone());
        let (mut x, mut row) = (0.0, 0);
        let mut entries = Vec::new();
        for layer in others.chain(lines) {
            let Some(name) = &layer.name else { continue };
            let sample = (sample_width(layer) + AFTER_SAMPLE) * em;
            let name = match owner.take_if(|_| layer.label.is_none()) {
                Some(owner) => labelled(&owner, name, language),
                None => name.clone(),
            };
            let name = cut(&style.ruler, &clean(&name), em, width - sample);
            let taken = sample + style.ruler.width(&name, em);
            if x > 0.0 && x + taken > width {
                (x, row) = (0.0, row + 1);
            }
            entries.push(LegendEntry { layer, name, x, row });
            x += taken + AFTER_ENTRY * em;
        }
        Self { entries, em }
    }

    pub fn height(&self) -> f64 {
        let rows = self.entries.last().map_or(0, |entry| entry.row + 1);
        rows as f64 * ROW * self.em
    }

    pub fn draw(&self, sheet: &mut FigureSheet, style: &Style, (left, top): SheetPoint) {
        for entry in &self.entries {
            let x = left + entry.x;
            let y = top + entry.row as f64 * ROW * self.em + LEADING * self.em / 2.0;
            sample(sheet, entry.layer, (x, y), style);
            let x = x + (sample_width(entry.layer) + AFTER_SAMPLE) * self.em;
            let spot = (x, y + HALF_HEIGHT * self.em);
            sheet.text(&entry.name, spot, Anchor::Start, self.em, style.colours.text);
        }
    }
}

fn sample_width(layer: &Layer) -> f64 {
    let only_marks = layer
        .shapes
        .iter()
        .all(|shape| matches!(shape, Shape::Marks { .. }));
    if only_marks { MARK } else { LINE }
}

/// Legend sample of a layer.
fn sample(sheet: &mut FigureSheet, layer: &Layer, (x, y): SheetPoint, style: &Style) {
    let colour = style.colours.ink(layer.ink);
    let width = sample_width(layer) * style.em;
    for shape in &layer.shapes {
        sheet.items.push(match shape {
            Shape::Areas { strength, .. } => {
                let (top, bottom) = (y - 0.45 * style.em, y + 0.45 * style.em);
                SheetItem::Area {
                    corners: vec![(x, top), (x + width, top), (x + width, bottom), (x, bottom)],
                    fill: colour,
                    strength: *strength,
                }
            }
            Shape::Bracket { opens_up, .. } => {
                let bent = style.em * if *opens_up { 0.2 } else { -0.2 };
                let ends = (x + width * 0.2, x + width * 0.8);
                bracket(ends, y + bent, *opens_up, colour, style)
            }
            Shape::Line {
                stroke,
                width: thickness,
                ..
            } => stroked(vec![(x, y), (x + width, y)], *stroke, *thickness, colour, style),
            Shape::Marks { form, is_hollow, .. } => {
                mark((x + width / 2.0, y), *form, *is_hollow, colour, style)
            }
        });
    }
}
