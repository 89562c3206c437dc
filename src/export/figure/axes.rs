//! Axes: marks, their names, and grid lines.

use super::layout::{LEADING, Style};
use super::legend::HALF_HEIGHT;
use super::plot::Plot;
use super::sheet::{Anchor, Sheet};
use super::wrap::{clean, cut};
use crate::figure::{Axis, Drawing, tick_decimals, ticks};
use crate::text::numbers;

/// Between marks of the upward axis and between an axis and its names, as multiples of the text's size.
const LEAST_SPACING: f64 = 2.6;
const BESIDE: f64 = 0.5;
/// Grid lines and the axis, in the screen's points.
const GRID_WIDTH: f32 = 0.8;
const AXIS_WIDTH: f32 = 1.2;
/// The longest name beside the upward axis, as a multiple of the text's size.
const LONGEST_NAME: f64 = 14.0;

/// Room below the plot, in points.
pub(super) fn height_below(style: &Style) -> f64 {
    (LEADING + BESIDE + 0.3) * style.em
}

/// Room beside a plot of this height, in points.
pub(super) fn width_beside(drawing: &Drawing, height: f64, style: &Style) -> f64 {
    let names = marks(&drawing.up, height, style).into_iter();
    let widest = names
        .map(|(_, name)| style.ruler.width(&name, style.em))
        .fold(0.0, f64::max);
    if drawing.layers.is_empty() {
        return 0.0;
    }
    widest + BESIDE * style.em
}

/// Marks of an upward axis with their names.
fn marks(axis: &Axis, height: f64, style: &Style) -> Vec<(f64, String)> {
    match axis {
        Axis::Values(low, high) => {
            let wanted = ((height / (LEAST_SPACING * style.em)) as usize).clamp(3, 8);
            let values = ticks(*low, *high, wanted);
            let decimals = tick_decimals(&values);
            let named = values
                .into_iter()
                .map(|value| (value, numbers::decimal(value, decimals)));
            named.collect()
        }
        Axis::Years(first, last) => (*first..=*last)
            .map(|year| (f64::from(year), year.to_string()))
            .collect(),
        Axis::Names(names) => {
            let short = |name: &String| cut(&style.ruler, &clean(name), style.em, LONGEST_NAME * style.em);
            (0..).map(f64::from).zip(names.iter().map(short)).collect()
        }
    }
}

/// Marks of the axis from left to right: as many as have room, counted from the last.
fn marks_across(axis: &Axis, width: f64, style: &Style) -> Vec<(f64, String)> {
    let all = marks(axis, width, style);
    let widths = all.iter().map(|(_, name)| style.ruler.width(name, style.em));
    let widest = widths.fold(0.0, f64::max) + BESIDE * style.em;
    let room = width / all.len().max(1) as f64;
    let step = ((widest / room).ceil() as usize).max(1);
    let mut kept: Vec<_> = all.into_iter().rev().step_by(step).collect();
    kept.reverse();
    kept
}

pub(super) fn draw(sheet: &mut Sheet, drawing: &Drawing, plot: &Plot, style: &Style) {
    let colours = style.colours;
    let (grid, axis) = (style.scaled(GRID_WIDTH), style.scaled(AXIS_WIDTH));
    // Without figures the values of the upward axis would be made up.
    let up = if drawing.layers.is_empty() {
        Vec::new()
    } else {
        marks(&drawing.up, plot.bottom - plot.top, style)
    };
    for (value, name) in up {
        let (_, y) = plot.at((plot.across.0, value));
        if matches!(drawing.up, Axis::Values(..)) {
            // The line that rises are told from falls by.
            let is_zero = value.abs() <= 0.0 && plot.up.0 < 0.0;
            let (width, colour) = if is_zero {
                (axis, colours.text_weak)
            } else {
                (grid, colours.grid)
            };
            sheet.rule((plot.left, y), (plot.right, y), width, colour);
        }
        let spot = (plot.left - BESIDE * style.em, y + HALF_HEIGHT * style.em);
        sheet.text(&name, spot, Anchor::End, style.em, colours.text);
    }
    sheet.rule(
        (plot.left, plot.bottom),
        (plot.right, plot.bottom),
        axis,
        colours.text_weak,
    );
    for (value, name) in marks_across(&drawing.across, plot.right - plot.left, style) {
        let (x, _) = plot.at((value, plot.up.0));
        let end = plot.bottom + 0.35 * style.em;
        sheet.rule((x, plot.bottom), (x, end), axis, colours.text_weak);
        let spot = (x, end + 0.95 * style.em);
        sheet.text(&name, spot, Anchor::Middle, style.em, colours.text);
    }
}
