//! Labels at line ends, if there is room.

use super::Size;
use super::legend::HALF_HEIGHT;
use super::plot::Plot;
use super::sheet::{Anchor, FigureSheet};
use super::spread::spread;
use super::style::{LEADING, Style};
use super::wrap::{clean, wrap};
use crate::figure::{ColorRole, Drawing};

/// Minimum figure width for labels in cm, and maximum label column as a fraction of it.
const LEAST_WIDTH: f64 = 11.0;
const WIDEST: f64 = 0.26;
/// Longer names go to the legend.
const MOST_LINES: usize = 3;
/// Gaps between plot and labels and between labels, in em.
const BEFORE: f64 = 1.1;
const BETWEEN: f64 = 0.3;

/// Labels beside the plot.
pub(super) struct SideLabels {
    labels: Vec<SideLabel>,
    /// Width in points.
    pub width: f64,
}

struct SideLabel {
    ink: ColorRole,
    end: (f64, f64),
    lines: Vec<String>,
}

/// Labels beside a plot of at least this height in points; `None` if the legend is better: small figures, long names,
/// many lines.
pub(super) fn column(drawing: &Drawing, size: Size, plot: f64, style: &Style) -> Option<SideLabels> {
    let (width, _) = size.points();
    if size.centimetres().0 < LEAST_WIDTH {
        return None;
    }
    let mut labels = Vec::new();
    for layer in &drawing.layers {
        let Some(label) = &layer.label else { continue };
        let text = clean(&label.text);
        let lines = wrap(&style.ruler, &text, style.em, WIDEST * width, MOST_LINES + 1);
        if lines.len() > MOST_LINES {
            return None;
        }
        labels.push(SideLabel {
            ink: layer.ink,
            end: label.at,
            lines,
        });
    }
    let lines = labels.iter().map(|label| label.lines.len()).sum::<usize>() as f64;
    if labels.is_empty() || lines * (LEADING + BETWEEN) * style.em > plot {
        return None;
    }
    let all = labels.iter().flat_map(|label| &label.lines);
    let widest = all
        .map(|line| style.ruler.width(line, style.em))
        .fold(0.0, f64::max);
    Some(SideLabels {
        labels,
        width: widest + BEFORE * style.em,
    })
}

impl SideLabels {
    pub fn draw(&self, sheet: &mut FigureSheet, plot: &Plot, style: &Style) {
        let em = style.em;
        let step = LEADING * em;
        let height = |label: &SideLabel| label.lines.len() as f64 * step + BETWEEN * em;
        let wanted: Vec<(f64, f64)> = self
            .labels
            .iter()
            .map(|label| (plot.at(label.end).1, height(label)))
            .collect();
        let centres = spread(&wanted, plot.top - 0.5 * em, plot.bottom)
            // Known to fit.
            .unwrap_or_else(|| wanted.iter().map(|(centre, _)| *centre).collect());
        for (label, centre) in self.labels.iter().zip(centres) {
            let colour = style.colours.ink(label.ink);
            let (x, y) = plot.at(label.end);
            let column = plot.right + BEFORE * em;
            // A leader from mid-plot would cross everything.
            let is_at_the_end = label.end.0 > plot.across.1 - 0.5;
            if is_at_the_end && (centre - y).abs() > 0.3 * em {
                let from = (x + 0.6 * em, y);
                sheet.rule(from, (column - 0.2 * em, centre), style.scaled(0.7), colour);
            }
            let mut baseline = centre - step * (label.lines.len() as f64 - 1.0) / 2.0 + HALF_HEIGHT * em;
            for line in &label.lines {
                sheet.text(line, (column, baseline), Anchor::Start, em, colour);
                baseline += step;
            }
        }
    }
}
