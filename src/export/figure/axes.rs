//! Axes: ticks, labels and grid lines.

use super::legend::HALF_HEIGHT;
use super::plot::Plot;
use super::sheet::{Anchor, FigureSheet};
use super::style::{LEADING, Style};
use super::wrap::{clean, wrap};
use crate::figure::{Drawing, FigureAxis, Rgb, tick_decimals, ticks};
use crate::text::numbers;

/// Spacing of vertical-axis ticks and between an axis and its labels, in em.
const LEAST_SPACING: f64 = 2.6;
const BESIDE: f64 = 0.5;
/// Width of grid lines and axis, in screen points.
const GRID_WIDTH: f32 = 0.8;
const AXIS_WIDTH: f32 = 1.2;
/// Labels of the vertical axis: maximum width and spacing in em, and maximum lines.
const LONGEST_NAME: f64 = 16.0;
const BETWEEN_NAMES: f64 = 0.9;
const NAME_LINES: usize = 2;

/// Room below the plot, in points.
pub(super) fn height_below(style: &Style) -> f64 {
    (LEADING + BESIDE + 0.3) * style.em
}

/// Room beside a plot of this height, in points.
pub(super) fn width_beside(drawing: &Drawing, height: f64, style: &Style) -> f64 {
    let marks = marks(&drawing.up, height, NAME_LINES, style);
    let lines = marks.iter().flat_map(|mark| &mark.lines);
    let widest = lines
        .map(|line| style.ruler.width(line, style.em))
        .fold(0.0, f64::max);
    if drawing.layers.is_empty() {
        return 0.0;
    }
    widest + BESIDE * style.em
}

/// Height of a plot with row labels, in points; `None` for others, which fill the available height.
pub(super) fn height_of_names(drawing: &Drawing, style: &Style) -> Option<f64> {
    let FigureAxis::Names(names) = &drawing.up else {
        return None;
    };
    let marks = marks(&drawing.up, 0.0, NAME_LINES, style);
    let most = marks.iter().map(|mark| mark.lines.len()).max().unwrap_or(1);
    let row = most as f64 * LEADING + BETWEEN_NAMES;
    // An empty plot shows a message instead.
    Some(names.len().max(2) as f64 * row * style.em)
}

/// A tick: position and label.
struct Tick {
    at: f64,
    lines: Vec<String>,
}

impl Tick {
    fn new(at: f64, name: String) -> Self {
        Self {
            at,
            lines: vec![name],
        }
    }
}

/// Ticks of an axis of this length in points, with labels of at most `lines` lines.
fn marks(axis: &FigureAxis, length: f64, lines: usize, style: &Style) -> Vec<Tick> {
    match axis {
        FigureAxis::Values(low, high) => {
            let wanted = ((length / (LEAST_SPACING * style.em)) as usize).clamp(3, 8);
            let values = ticks(*low, *high, wanted);
            let decimals = tick_decimals(&values);
            let named = values
                .into_iter()
                .map(|value| Tick::new(value, numbers::decimal(value, decimals)));
            named.collect()
        }
        FigureAxis::Years(first, last) => (*first..=*last)
            .map(|year| Tick::new(f64::from(year), year.to_string()))
            .collect(),
        FigureAxis::Names(names) => {
            let width = LONGEST_NAME * style.em;
            let wrapped = |name: &String| wrap(&style.ruler, &clean(name), style.em, width, lines);
            let placed = (0..).map(f64::from).zip(names.iter().map(wrapped));
            placed.map(|(at, lines)| Tick { at, lines }).collect()
        }
    }
}

/// Ticks of the horizontal axis: as many as fit, counted from the last.
fn marks_across(axis: &FigureAxis, width: f64, style: &Style) -> Vec<Tick> {
    let all = marks(axis, width, 1, style);
    let lines = all.iter().flat_map(|mark| &mark.lines);
    let widest = lines
        .map(|line| style.ruler.width(line, style.em))
        .fold(0.0, f64::max)
        + BESIDE * style.em;
    let room = width / all.len().max(1) as f64;
    let step = ((widest / room).ceil() as usize).max(1);
    let mut kept: Vec<_> = all.into_iter().rev().step_by(step).collect();
    kept.reverse();
    kept
}

pub(super) fn draw(sheet: &mut FigureSheet, drawing: &Drawing, plot: &Plot, style: &Style) {
    let axis = style.scaled(AXIS_WIDTH);
    // Without figures the vertical axis has no values.
    if !drawing.layers.is_empty() {
        draw_up(sheet, drawing, plot, style);
    }
    sheet.rule(
        (plot.left, plot.bottom),
        (plot.right, plot.bottom),
        axis,
        style.colours.text_weak,
    );
    for mark in marks_across(&drawing.across, plot.right - plot.left, style) {
        let (x, _) = plot.at((mark.at, plot.up.0));
        if matches!(drawing.across, FigureAxis::Values(..)) {
            // Bars start at zero.
            let (width, colour) = grid_line(mark.at.abs() <= 0.0, style);
            sheet.rule((x, plot.top), (x, plot.bottom), width, colour);
        }
        let end = plot.bottom + 0.35 * style.em;
        sheet.rule((x, plot.bottom), (x, end), axis, style.colours.text_weak);
        let spot = (x, end + 0.95 * style.em);
        sheet.text(
            &mark.lines.concat(),
            spot,
            Anchor::Middle,
            style.em,
            style.colours.text,
        );
    }
}

fn draw_up(sheet: &mut FigureSheet, drawing: &Drawing, plot: &Plot, style: &Style) {
    for mark in marks(&drawing.up, plot.bottom - plot.top, NAME_LINES, style) {
        let (_, y) = plot.at((plot.across.0, mark.at));
        if matches!(drawing.up, FigureAxis::Values(..)) {
            // The zero line separates rises from falls.
            let is_zero = mark.at.abs() <= 0.0 && plot.up.0 < 0.0;
            let (width, colour) = grid_line(is_zero, style);
            sheet.rule((plot.left, y), (plot.right, y), width, colour);
        }
        let step = LEADING * style.em;
        let mut baseline = y - step * (mark.lines.len() as f64 - 1.0) / 2.0 + HALF_HEIGHT * style.em;
        for line in &mark.lines {
            let spot = (plot.left - BESIDE * style.em, baseline);
            sheet.text(line, spot, Anchor::End, style.em, style.colours.text);
            baseline += step;
        }
    }
}

/// Width and colour of a grid line.
fn grid_line(is_zero: bool, style: &Style) -> (f64, Rgb) {
    if is_zero {
        (style.scaled(AXIS_WIDTH), style.colours.text_weak)
    } else {
        (style.scaled(GRID_WIDTH), style.colours.grid)
    }
}
